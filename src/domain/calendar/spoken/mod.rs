//! Days and times as people and web pages write them: `Tue 3pm`, `24.11. 15 Uhr`, `demain à 15h`,
//! `10:00 AM to 10:30 AM … March 20, 2026`.
//!
//! All languages at once: nobody has to say which one they write. What is not said is not guessed
//! here; a number alone is never a time.

mod clock;
mod day;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use jiff::civil::{Date, Time};

pub use day::{Day, Which};
use words::{Kind, Meaning, Token, tokens};

/// The order of day and month where both are numbers between slashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SlashOrder {
    /// 24/11
    #[default]
    DayFirst,
    /// 11/24
    MonthFirst,
}

/// What a text says about time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// The day.
    pub day: Option<Day>,
    /// The beginning.
    pub start: Option<Time>,
    /// The end.
    pub end: Option<Time>,
    /// It says that it is the whole day.
    pub all_day: bool,
    /// The bytes of the text that say so, in order.
    pub said: Vec<Range<usize>>,
}

/// Finds the first day and the first time in a text.
#[must_use]
pub fn spoken(text: &str, order: SlashOrder) -> Spoken {
    let tokens = tokens(text);
    let mut found = Spoken::default();
    let mut at = 0;
    while at < tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        let before = tokens.get(..at).unwrap_or_default();
        let taken = found.take(rest, before, order);
        if taken == 0 {
            at += 1;
            continue;
        }
        let first = rest.first().map(|it| it.from);
        let last = taken.checked_sub(1).and_then(|it| rest.get(it));
        if let (Some(from), Some(until)) = (first, last.map(|it| it.until)) {
            found.said.push(from..until);
        }
        at += taken;
    }
    found
}

impl Spoken {
    /// Takes what is said at the beginning of some tokens; how many that are.
    fn take(&mut self, rest: &[Token], before: &[Token], order: SlashOrder) -> usize {
        if let Some(taken) = clock::says(rest, Meaning::AllDay) {
            self.all_day = true;
            return taken;
        }
        if self.start.is_none() {
            // A day just before makes `3-4` hours.
            let after_day = self.day.is_some() && joins(self.said.last(), rest, before);
            if let Some(it) = clock::times(rest, after_day) {
                (self.start, self.end) = (Some(it.start), it.end);
                return it.taken;
            }
        }
        if self.day.is_none()
            && let Some((day, taken)) = day::day(rest, before, order)
        {
            self.day = Some(day);
            return taken;
        }
        // `Tuesday, 24 November`, `Dienstag, den 24.11.`: the date is surer than the name.
        if let Some(Day::Weekday(..)) = self.day
            && let Some((day, taken)) = day::day(rest, before, order)
            && matches!(day, Day::Date { .. })
        {
            self.day = Some(day);
            return taken;
        }
        0
    }
}

/// Whether nothing but a comma or a filler stands between what was said and what follows.
fn joins(said: Option<&Range<usize>>, rest: &[Token], before: &[Token]) -> bool {
    let Some(said) = said else { return false };
    rest.first().is_some_and(|it| it.kind != Kind::Mark('-'))
        && before
            .iter()
            .rev()
            .take_while(|it| it.from >= said.end)
            .all(|it| it.kind == Kind::Mark(','))
}

/// The text without what it says about time; each such place is a line end.
#[must_use]
pub fn without(text: &str, said: &[Range<usize>]) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for it in said {
        kept.push_str(text.get(at..it.start).unwrap_or_default());
        kept.push('\n');
        at = it.end;
    }
    kept.push_str(text.get(at..).unwrap_or_default());
    kept
}

/// The date that a day means, for somebody for whom it is `today`.
#[must_use]
pub fn date(day: Day, today: Date) -> Option<Date> {
    day::date(day, today)
}

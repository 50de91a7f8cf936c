//! Days: `tomorrow`, `next Tuesday`, `24.11.`, `24 de noviembre`, `November 24th, 2026`, `11/24`,
//! `2026-11-24`, `2026年11月24日`.

use jiff::civil::Date;

use super::{
    SlashOrder,
    clock::says,
    words::{Kind, Meaning, Token, meanings},
};
use crate::domain::calendar::civil::{Civil, days_from_civil};

/// A day as said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// A date, with or without its year.
    Date {
        /// All four digits.
        year: Option<i16>,
        /// From 1.
        month: i8,
        /// From 1.
        day: i8,
    },
    /// A weekday, from Monday being 0.
    Weekday(i8, Which),
    /// Days from today.
    Offset(i8),
}

/// Which of the days of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// It is not said: one of the last two days, for which a note is owed now, or else the next.
    Near,
    /// The one of the next week, from Monday to Sunday.
    Next,
    /// The first one from now.
    Coming,
    /// The last one.
    Last,
}

/// The day at the beginning, and how many tokens say it.
pub(super) fn day(tokens: &[Token], before: &[Token], order: SlashOrder) -> Option<(Day, usize)> {
    let skipped = says(tokens, Meaning::On).unwrap_or(0);
    let found = |at: usize| {
        let rest = tokens.get(at..)?;
        let (day, taken) = numeric(rest, order)
            .or_else(|| wide(rest))
            .or_else(|| with_month(rest))
            .or_else(|| named(rest, before, at > 0))?;
        Some((day, at + taken))
    };
    found(skipped).or_else(|| found(0))
}

fn number(tokens: &[Token], at: usize) -> Option<(i16, u8)> {
    match tokens.get(at)?.kind {
        Kind::Number(number, digits) => Some((i16::try_from(number).ok()?, digits)),
        _ => None,
    }
}

fn mark(tokens: &[Token], at: usize, wanted: char) -> bool {
    tokens
        .get(at)
        .is_some_and(|it| it.kind == Kind::Mark(wanted))
}

/// `2026-11-24`, `24.11.`, `24.11.2026`, `24/11`, `11/24/26`
fn numeric(tokens: &[Token], order: SlashOrder) -> Option<(Day, usize)> {
    let (first, digits) = number(tokens, 0)?;
    let glued = |from: usize, until: usize| {
        tokens
            .get(from..=until)
            .is_some_and(|all| all.iter().all(|it| it.attached))
    };
    if digits == 4 && mark(tokens, 1, '-') && mark(tokens, 3, '-') && glued(1, 4) {
        return Some((
            date_of(Some(first), number(tokens, 2)?.0, number(tokens, 4)?.0)?,
            5,
        ));
    }
    let separator = ['.', '/'].into_iter().find(|it| mark(tokens, 1, *it))?;
    if digits > 2 || !tokens.get(1)?.attached {
        return None;
    }
    let (second, second_digits) = number(tokens, 2).filter(|(_, digits)| *digits <= 2)?;
    let spaced = separator == '.' && !tokens.get(2)?.attached;
    let closed = mark(tokens, 3, separator) && tokens.get(3)?.attached;
    let year = number(tokens, 4).filter(|(_, digits)| closed && matches!(digits, 2 | 4));
    // A date between dots ends with one: `3.30` and `1.5` are something else.
    if separator == '.' && !closed && (spaced || second_digits != 2) {
        return None;
    }
    let year = year.filter(|_| {
        tokens
            .get(4)
            .is_some_and(|it| it.attached || separator == '.')
    });
    // `24.11. 15 Uhr`: two digits behind a space are an hour.
    let year =
        year.filter(|(_, digits)| *digits == 4 || tokens.get(4).is_some_and(|it| it.attached));
    let month_first = separator == '/' && order == SlashOrder::MonthFirst;
    let (day, month) = match (first, second) {
        (month, day) if separator == '/' && day > 12 => (day, month),
        (month, day) if month_first && month <= 12 => (day, month),
        other => other,
    };
    // Said of shops, not of the 24th of July.
    if separator == '/' && (first, second, closed) == (24, 7, false) {
        return None;
    }
    let taken = if year.is_some() {
        5
    } else {
        3 + usize::from(closed)
    };
    let year = year.map(|(it, digits)| if digits == 2 { 2000 + it } else { it });
    Some((date_of(year, month, day)?, taken))
}

/// `2026年11月24日`, `6月4日`
fn wide(tokens: &[Token]) -> Option<(Day, usize)> {
    let (first, _) = number(tokens, 0)?;
    let rest = |at: usize| tokens.get(at..).unwrap_or_default();
    let (year, at) = match says(rest(1), Meaning::YearMark) {
        Some(taken) => (Some(first), 1 + taken),
        None => (None, 0),
    };
    let (month, _) = number(tokens, at)?;
    let month_mark = says(rest(at + 1), Meaning::MonthMark)?;
    let at = at + 1 + month_mark;
    let (day, _) = number(tokens, at)?;
    let day_mark = says(rest(at + 1), Meaning::DayMark)?;
    Some((date_of(year, month, day)?, at + 1 + day_mark))
}

/// `24. November 2026`, `24 de noviembre de 2026`, `November 24th, 2026`
fn with_month(tokens: &[Token]) -> Option<(Day, usize)> {
    let rest = |at: usize| tokens.get(at..).unwrap_or_default();
    let ordinal = |at: usize| {
        let dot = usize::from(mark(tokens, at, '.'));
        dot + says(rest(at + dot), Meaning::Ordinal).unwrap_or(0)
    };
    let is_day = |it: &(i16, u8)| it.1 <= 2;
    let (day, month, mut at) = if let Some((day, _)) = number(tokens, 0).filter(is_day) {
        let at = 1 + ordinal(1);
        let (month, taken) = month(rest(at))?;
        (day, month, at + taken)
    } else {
        let (first, taken) = month(tokens)?;
        let taken = taken + usize::from(mark(tokens, taken, '.'));
        let (day, _) = number(tokens, taken).filter(is_day)?;
        // `mar. 24 nov.`, `mar. 24/11`: a Tuesday, not the 24th of March.
        let date = || {
            let named = month(rest(taken + 1 + ordinal(taken + 1))).is_some();
            named || numeric(rest(taken), SlashOrder::DayFirst).is_some()
        };
        if is_weekday(tokens) && date() {
            return None;
        }
        let suffix = tokens.get(taken + 1).filter(|it| it.attached);
        let at = taken + 1 + suffix.map_or(0, |_| ordinal(taken + 1));
        // `Jan 3pm`
        let time = [Meaning::Pm, Meaning::Am, Meaning::Clock];
        let colon = mark(tokens, taken + 1, ':');
        if colon || time.iter().any(|it| says(rest(taken + 1), *it).is_some()) {
            return None;
        }
        (day, first, at)
    };
    let between = usize::from(mark(tokens, at, ',') || mark(tokens, at, '.'));
    let year_at = at + between + says(rest(at + between), Meaning::Ordinal).unwrap_or(0);
    let year = number(tokens, year_at).filter(|(year, digits)| *digits == 4 && *year > 1900);
    if year.is_some() {
        at = year_at + 1;
    } else {
        at += usize::from(mark(tokens, at, '.'));
    }
    Some((date_of(year.map(|it| it.0), month, day)?, at))
}

fn month(tokens: &[Token]) -> Option<(i16, usize)> {
    meanings(tokens).iter().find_map(|(it, taken)| match it {
        Meaning::Month(month) => Some((i16::from(*month), *taken)),
        _ => None,
    })
}

fn is_weekday(tokens: &[Token]) -> bool {
    let said = meanings(tokens);
    let mut said = said.iter();
    said.any(|(it, _)| matches!(it, Meaning::Weekday(..)))
}

fn date_of(year: Option<i16>, month: i16, day: i16) -> Option<Day> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    // A leap year knows every day there is.
    Date::new(year.unwrap_or(2024), month, day).ok()?;
    Some(Day::Date { year, month, day })
}

/// `tomorrow`, `next Tuesday`, `mardi prochain`
fn named(tokens: &[Token], before: &[Token], led: bool) -> Option<(Day, usize)> {
    let said = meanings(tokens);
    if let Some((days, taken)) = said.iter().find_map(|(it, taken)| match it {
        Meaning::Offset(days) => Some((*days, *taken)),
        _ => None,
    }) {
        return Some((Day::Offset(days), taken));
    }
    let which = |at: usize| {
        let rest = tokens.get(at..).unwrap_or_default();
        let next = says(rest, Meaning::Next).map(|it| (Which::Next, it));
        let last = || says(rest, Meaning::Last).map(|it| (Which::Last, it));
        let this = || says(rest, Meaning::This).map(|it| (Which::Near, it));
        let coming = || says(rest, Meaning::Coming).map(|it| (Which::Coming, it));
        next.or_else(coming).or_else(last).or_else(this)
    };
    let early = which(0);
    let at = early.map_or(0, |(_, taken)| taken);
    let rest = tokens.get(at..).unwrap_or_default();
    let (weekday, strong, taken) = meanings(rest).iter().find_map(|(it, taken)| match it {
        Meaning::Weekday(day, strong) => Some((*day, *strong, *taken)),
        _ => None,
    })?;
    let mut at = at + taken;
    let late = which(at).filter(|(it, _)| early.is_none() && *it != Which::Near);
    let sure = strong || early.is_some() || late.is_some() || led;
    if !sure && !beside_time(tokens.get(at..).unwrap_or_default(), before) {
        return None;
    }
    at += late.map_or(0, |(_, taken)| taken);
    // `Di.`
    at += usize::from(
        !strong && mark(tokens, at, '.') && tokens.get(at).is_some_and(|it| it.attached),
    );
    let which = early.or(late).map_or(Which::Near, |(it, _)| it);
    Some((Day::Weekday(weekday, which), at))
}

/// A short name of a day means one where a number follows or a comma goes before; `with Sam 3pm` is
/// a person.
fn beside_time(behind: &[Token], before: &[Token]) -> bool {
    let number = |it: &Token| matches!(it.kind, Kind::Number(..));
    let mut behind = behind
        .iter()
        .skip_while(|it| matches!(it.kind, Kind::Mark('.' | ',')));
    let follows = match behind.next() {
        Some(it) if number(it) => true,
        // `Tue at 3`, `Di um 15 Uhr`
        Some(it) if it.kind == Kind::Word => {
            let at = says(std::slice::from_ref(it), Meaning::At).is_some()
                || says(std::slice::from_ref(it), Meaning::On).is_some()
                || says(std::slice::from_ref(it), Meaning::From).is_some()
                || says(std::slice::from_ref(it), Meaning::Noon).is_some();
            at && (says(std::slice::from_ref(it), Meaning::Noon).is_some() || behind.any(number))
        }
        _ => false,
    };
    let with = ["with", "mit", "avec", "con", "and", "und", "et", "y", "&"];
    let person = before
        .last()
        .is_some_and(|it| with.contains(&it.text.as_str()));
    let alone =
        before.last().is_some_and(|it| it.kind == Kind::Mark(',')) && behind.next().is_none();
    (follows || alone) && !person
}

pub(super) fn date(day: Day, today: Date) -> Option<Date> {
    match day {
        Day::Offset(days) => from_today(today, i64::from(days)),
        Day::Date {
            year: Some(year),
            month,
            day,
        } => Date::new(year, month, day).ok(),
        // The nearest: a date in January said in December is in the next year.
        Day::Date { month, day, .. } => {
            let year = |years: i16| Date::new(today.year().checked_add(years)?, month, day).ok();
            let away = |it: &Date| (number_of(*it) - number_of(today)).abs();
            [-1, 0, 1].into_iter().filter_map(year).min_by_key(away)
        }
        Day::Weekday(day, which) => {
            let (wanted, now) = (
                i64::from(day),
                i64::from(today.weekday().to_monday_zero_offset()),
            );
            let ahead = (wanted - now).rem_euclid(7);
            let days = match which {
                Which::Near if ahead >= 5 => ahead - 7,
                Which::Next => 7 - now + wanted,
                Which::Coming if ahead == 0 => 7,
                Which::Near | Which::Coming => ahead,
                Which::Last => ahead - 7,
            };
            from_today(today, days)
        }
    }
}

/// Days since 1970-01-01.
fn number_of(day: Date) -> i64 {
    let part = |it: i8| it.unsigned_abs();
    days_from_civil(i32::from(day.year()), part(day.month()), part(day.day()))
}

fn from_today(today: Date, days: i64) -> Option<Date> {
    Civil::midnight(number_of(today) + days).to_date()
}

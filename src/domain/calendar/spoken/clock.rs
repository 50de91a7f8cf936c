//! Times of day: `3pm`, `15:30`, `15.30 Uhr`, `15h30`, `3-4pm`, `von 15 bis 16 Uhr`, `noon`.

use jiff::civil::Time;

use super::words::{Kind, Meaning, Token, meanings};

/// A time or a span of times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) start: Time,
    pub(super) end: Option<Time>,
    /// Tokens that say so.
    pub(super) taken: usize,
}

/// Which half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

/// One time as written.
#[derive(Clone, Copy, Debug)]
struct Written {
    hour: u16,
    minute: u16,
    half: Option<Half>,
    /// Nothing but a number: `3`.
    bare: bool,
    /// `15:30`, `15 Uhr`: no guess about the half of the day, except from a lone `3:00`.
    clock: bool,
    taken: usize,
}

/// The times at the beginning. Bare numbers count behind `at`, in a span that says more (`3-4pm`), and
/// in a span behind a day (`Tue 3-4`).
pub(super) fn times(tokens: &[Token], after_day: bool) -> Option<Times> {
    let lead = |wanted: Meaning| says(tokens, wanted).unwrap_or(0);
    let (at, from) = (lead(Meaning::At), lead(Meaning::From));
    let skipped = at.max(from);
    let rest = tokens.get(skipped..)?;
    let mut start = written(rest)?;
    let mut taken = skipped + start.taken;
    let mut end = None;
    let behind = rest.get(start.taken..).unwrap_or_default();
    if let Some(step) = towards(behind) {
        let end_at = behind.get(step..).unwrap_or_default();
        // `and` joins times only behind `between`; a person may follow, never a time.
        end = written(end_at).filter(|it| from > 0 || !it.bare || start.clock || after_day);
        taken += end.map_or(0, |it| step + it.taken);
    }
    let span_says = end.is_some_and(|it| !it.bare);
    // `tomorrow 3`, and nothing more
    let alone = after_day
        && start.hour < 20
        && rest
            .get(start.taken)
            .is_none_or(|it| it.kind == Kind::Mark(','));
    let span = end.is_some() && (after_day || from > 0);
    let said = !start.bare || span_says || at > 0 || span || alone;
    if !said {
        return None;
    }
    // `3-4pm`, `11-1pm`
    if let Some(end) = &mut end {
        if start.half.is_none() && end.half.is_some() && start.hour <= 12 {
            let crosses = end.half == Some(Half::Pm) && start.hour % 12 > end.hour % 12;
            start.half = if crosses { Some(Half::Am) } else { end.half };
        } else if end.half.is_none() && start.half.is_some() && end.hour <= 12 {
            let crosses = end.hour % 12 < start.hour % 12;
            end.half = if crosses { Some(Half::Pm) } else { start.half };
        }
    }
    let part = tokens.get(taken..).and_then(half_behind);
    if let Some((half, more)) = part {
        taken += more;
        start.half = start.half.or(Some(half));
        if let Some(end) = &mut end {
            end.half = end.half.or(Some(half));
        }
    }
    let begin = start.time()?;
    let end = end.and_then(|it| {
        let same_clock = it.time()?;
        // `at 11 to 1`
        let later = (same_clock <= begin && it.hour < 12 && it.half.is_none()).then(|| {
            Time::new(
                i8::try_from(it.hour + 12).ok()?,
                i8::try_from(it.minute).ok()?,
                0,
                0,
            )
            .ok()
        });
        Some(later.flatten().unwrap_or(same_clock))
    });
    Some(Times {
        start: begin,
        end,
        taken,
    })
}

impl Written {
    fn time(self) -> Option<Time> {
        let hour = match (self.half, self.hour) {
            (Some(Half::Am), 12) => 0,
            (Some(Half::Pm), hour @ 1..=11) => hour + 12,
            // Nobody is interviewed at three in the morning.
            (None, hour @ 1..=6) if !self.clock => hour + 12,
            (_, hour) => hour,
        };
        Time::new(
            i8::try_from(hour).ok()?,
            i8::try_from(self.minute).ok()?,
            0,
            0,
        )
        .ok()
    }
}

fn written(tokens: &[Token]) -> Option<Written> {
    if let Some(taken) = says(tokens, Meaning::Noon) {
        return Some(Written {
            hour: 12,
            minute: 0,
            half: None,
            bare: false,
            clock: true,
            taken,
        });
    }
    // `午後3時`; in German `am 3.` is a day.
    let early = says(tokens, Meaning::Pm)
        .map(|it| (Half::Pm, it))
        .or_else(|| says(tokens, Meaning::Am).map(|it| (Half::Am, it)))
        .filter(|_| tokens.first().is_some_and(|it| !it.text.is_ascii()));
    let mut at = early.map_or(0, |(_, taken)| taken);
    let Kind::Number(hour, digits) = tokens.get(at)?.kind else {
        return None;
    };
    // `1500` is a year or a room as well.
    if hour > 24 || digits > 2 {
        return None;
    }
    at += 1;
    let (mut minute, mut clock, mut bare) = (0, false, true);
    let pair = |at: usize, mark: &dyn Fn(&Token) -> bool| -> Option<u16> {
        let mark = tokens
            .get(at)
            .filter(|it| it.attached && mark(it))
            .is_some();
        let minute = tokens.get(at + 1).filter(|it| mark && it.attached)?;
        match minute.kind {
            Kind::Number(number @ 0..=59, 2) => Some(number),
            _ => None,
        }
    };
    let dotted = pair(at, &|it| it.kind == Kind::Mark('.'));
    if let Some(number) = pair(at, &|it| {
        matches!(it.kind, Kind::Mark(':')) || it.text == "h"
    }) {
        (minute, clock, bare) = (number, true, false);
        at += 2;
    } else if let Some(number) = dotted
        && let behind = tokens.get(at + 2..).unwrap_or_default()
        // `15.30 Uhr`, `3.30pm`; `24.11` is a day.
        && (says(behind, Meaning::Clock).is_some()
            || says(behind, Meaning::Am).is_some()
            || says(behind, Meaning::Pm).is_some())
    {
        (minute, bare) = (number, false);
        at += 2;
    }
    let mut half = early.map(|(half, _)| half);
    let behind = tokens.get(at..).unwrap_or_default();
    if let Some(taken) = says(behind, Meaning::Clock) {
        (clock, bare) = (true, false);
        at += taken;
        // `10時30分`
        if let Some(Kind::Number(number @ 0..=59, _)) = tokens.get(at).map(|it| it.kind)
            && let Some(mark) = tokens
                .get(at + 1..)
                .and_then(|it| says(it, Meaning::Minute))
        {
            minute = number;
            at += 1 + mark;
        }
    }
    if half.is_none() {
        // `Di am 24.`: in German this word stands before days.
        let behind = tokens.get(at..).unwrap_or_default();
        let number_follows = behind
            .get(1)
            .is_some_and(|it| matches!(it.kind, Kind::Number(..)));
        if let Some(taken) = says(behind, Meaning::Pm) {
            (half, at) = (Some(Half::Pm), at + taken);
        } else if let Some(taken) = says(behind, Meaning::Am)
            && !number_follows
        {
            (half, at) = (Some(Half::Am), at + taken);
        }
    }
    Some(Written {
        hour,
        minute,
        half,
        bare: bare && half.is_none(),
        clock,
        taken: at,
    })
}

/// A dash or a word that leads to the end.
fn towards(tokens: &[Token]) -> Option<usize> {
    match tokens.first()?.kind {
        Kind::Mark('-' | '–' | '—' | '〜' | '~' | '～') => Some(1),
        Kind::Word => says(tokens, Meaning::To).map(|it| {
            // `a las 16`
            let rest = tokens.get(it..).unwrap_or_default();
            it + says(rest, Meaning::At).unwrap_or(0)
        }),
        _ => None,
    }
    .or_else(|| says(tokens, Meaning::At).filter(|_| says(tokens, Meaning::To).is_some()))
}

/// `in the afternoon`
fn half_behind(tokens: &[Token]) -> Option<(Half, usize)> {
    says(tokens, Meaning::Evening)
        .map(|it| (Half::Pm, it))
        .or_else(|| says(tokens, Meaning::Morning).map(|it| (Half::Am, it)))
}

/// How many tokens say this at the beginning.
pub(super) fn says(tokens: &[Token], wanted: Meaning) -> Option<usize> {
    let found = meanings(tokens).iter();
    found
        .filter(|(it, _)| *it == wanted)
        .map(|(_, taken)| *taken)
        .max()
}

//! Recurrence rules (RFC 5545 3.3.10) in civil time: which local times a rule gives in a span.
//!
//! The general engine is `ical-rs`, seen only here. It walks from the start, so a rule without
//! COUNT is first moved forward by whole periods (`fast_forward`), and every walk has a budget.

mod fast_forward;

use ical::recur::{IcalRecurDateTime, IcalRecurRule, expand::IcalRecurExpand};
use jiff::civil::{self, DateTime};

/// Candidates looked at before a rule is given up: some 500 years of days.
const BUDGET: usize = 200_000;

/// A parsed RRULE.
#[derive(Clone, Debug)]
pub struct Rule {
    inner: IcalRecurRule,
    /// UNTIL was written in UTC.
    pub until_is_utc: bool,
    /// UNTIL was written as a date.
    pub until_is_date: bool,
}

/// What a rule gives in a span.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expansion {
    /// Local times, ascending.
    pub times: Vec<DateTime>,
    /// The budget ran out: later times may be missing.
    pub truncated: bool,
}

impl Rule {
    /// Parses a RRULE value; `None` when it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let upper = text.trim().to_ascii_uppercase();
        let until = upper
            .split(';')
            .find_map(|part| part.trim().strip_prefix("UNTIL="));
        let mut inner = IcalRecurRule::parse(&upper).ok()?;
        // An interval of 0 would never advance; both together are forbidden, COUNT is the stricter.
        inner.interval = inner.interval.max(1);
        Some(Self {
            until_is_utc: until.is_some_and(|it| it.ends_with('Z')),
            until_is_date: until.is_some_and(|it| !it.contains('T')),
            inner,
        })
    }

    /// The rule with UNTIL moved into the local time of the start.
    #[must_use]
    pub fn with_until(mut self, convert: impl FnOnce(DateTime) -> DateTime) -> Self {
        if let Some(until) = self.inner.until.and_then(from_ical) {
            self.inner.until = Some(to_ical(convert(until)));
        }
        self
    }

    /// COUNT.
    #[must_use]
    pub const fn count(&self) -> Option<u32> {
        self.inner.count
    }
}

/// The times that `rule` gives from `start` on, those in `[from, until)` kept.
#[must_use]
pub fn expand(rule: &Rule, start: DateTime, from: DateTime, until: DateTime) -> Expansion {
    expand_where(rule, start, from, until, |_| true)
}

/// Like [`expand`]; times that do not `exist` (in a gap of the zone) are dropped and not counted.
#[must_use]
pub fn expand_where(
    rule: &Rule,
    start: DateTime,
    from: DateTime,
    until: DateTime,
    exists: impl Fn(DateTime) -> bool,
) -> Expansion {
    let mut inner = rule.inner.clone();
    let count = inner.count.take();
    let mut start = start;
    if count.is_none() {
        start = fast_forward::fast_forward(&mut inner, start, from);
    }
    let mut expansion = Expansion::default();
    let mut counted = 0;
    for (step, time) in IcalRecurExpand::new(inner, to_ical(start)).enumerate() {
        if step >= BUDGET {
            expansion.truncated = true;
            break;
        }
        let Some(time) = from_ical(time) else { break };
        if time >= until || count.is_some_and(|it| counted >= it) {
            break;
        }
        if !exists(time) {
            continue;
        }
        counted += 1;
        if time >= from {
            expansion.times.push(time);
        }
    }
    expansion
}

fn to_ical(it: DateTime) -> IcalRecurDateTime {
    let small = |it: i8| u8::try_from(it).unwrap_or(0);
    IcalRecurDateTime {
        year: i32::from(it.year()),
        month: small(it.month()),
        day: small(it.day()),
        hour: small(it.hour()),
        minute: small(it.minute()),
        second: small(it.second()),
    }
}

fn from_ical(it: IcalRecurDateTime) -> Option<DateTime> {
    let small = |it: u8| i8::try_from(it).ok();
    let date = civil::Date::new(
        i16::try_from(it.year).ok()?,
        small(it.month)?,
        small(it.day)?,
    );
    // A leap second is the second before it.
    let second = small(it.second.min(59))?;
    let time = civil::Time::new(small(it.hour)?, small(it.minute)?, second, 0);
    Some(date.ok()?.to_datetime(time.ok()?))
}

//! A recurrence rule as read: what `ical-rs` understood of it, with the bound kept as written.

use std::{collections::HashMap, rc::Rc};

use ical::recur::{IcalRecurFreq, IcalRecurRule, IcalRecurSkip};

use crate::domain::calendar::civil::{Civil, DAY};

use super::vcalendar;

/// UNTIL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Until {
    /// No bound.
    Never,
    /// Last wall clock time, inclusive.
    Civil(Civil),
    /// Last instant, inclusive, in seconds since 1970.
    Instant(i64),
}

/// Why a rule could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RuleError {
    /// A part is missing or has an impossible value.
    Unreadable,
    /// It asks for more times a day than is sane, or counts in another calendar.
    Unsupported,
}

/// A recurrence rule (RFC 5545 3.3.10, RFC 7529).
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rule {
    pub(super) parts: Rc<IcalRecurRule>,
    until: Until,
}

/// Reads rules. Those that say the same but for their bound share what was understood of them: a
/// calendar has a few dozen different ones, and each takes half a kilobyte.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    known: HashMap<String, Rc<IcalRecurRule>>,
}

/// Different rules that are remembered; no calendar needs as many.
const KNOWN: usize = 1000;

/// Longer ones, in bytes, are not remembered: no usual rule is.
const LONGEST: usize = 200;

/// More times per day than this cannot be a person's calendar; one period of `FREQ=YEARLY` with all
/// of BYHOUR, BYMINUTE and BYSECOND would be 31 million candidates.
const TIMES_PER_DAY: usize = 1440;

impl Rules {
    /// Reads the value of an RRULE or EXRULE, also in the grammar of vCalendar 1.0.
    pub(crate) fn read(&mut self, value: &str) -> Result<Rule, RuleError> {
        // Some producers escape the semicolons as if a rule were text.
        let value = value.trim().replace('\\', "");
        let value = value.as_str();
        if !value.contains('=') {
            let translated = vcalendar::translate(value).ok_or(RuleError::Unreadable)?;
            return self.read(&translated);
        }
        let mut until = Until::Never;
        let mut rest = String::with_capacity(value.len());
        for part in value.split(';') {
            let (name, raw) = part.split_once('=').unwrap_or((part, ""));
            match name.trim() {
                name if name.eq_ignore_ascii_case("UNTIL") => {
                    until = parse_until(raw.trim()).ok_or(RuleError::Unreadable)?;
                }
                // Zero is what some producers write for "always"; the standard wants a positive number.
                name if name.eq_ignore_ascii_case("INTERVAL") && raw.trim() == "0" => {}
                // So is a negative count, which Confluence leaves where UNTIL has taken its place.
                name if name.eq_ignore_ascii_case("COUNT") && is_negative(raw) => {}
                _ => {
                    rest.push_str(part);
                    rest.push(';');
                }
            }
        }
        if let Some(parts) = self.known.get(&rest).cloned() {
            return Ok(Rule { parts, until });
        }
        let parts = IcalRecurRule::parse(&rest).map_err(|_| RuleError::Unreadable)?;
        let times = [&parts.by_hour, &parts.by_minute, &parts.by_second]
            .iter()
            .fold(1_usize, |times, list| {
                times.saturating_mul(list.len().max(1))
            });
        let alien = parts
            .scale
            .as_deref()
            .is_some_and(|scale| scale != "GREGORIAN");
        if alien || times > TIMES_PER_DAY {
            return Err(RuleError::Unsupported);
        }
        let parts = Rc::new(parts);
        if self.known.len() < KNOWN && rest.len() <= LONGEST {
            self.known.insert(rest, Rc::clone(&parts));
        }
        Ok(Rule { parts, until })
    }
}

impl Rule {
    /// Reads one rule; see [`Rules::read`].
    pub(crate) fn parse(value: &str) -> Result<Self, RuleError> {
        Rules::default().read(value)
    }

    /// The bound as written.
    pub(crate) const fn until(&self) -> Until {
        self.until
    }

    /// Whether some BY part or SKIP makes this more than a plain step.
    pub(super) fn has_time_parts(&self) -> bool {
        !(self.parts.by_hour.is_empty()
            && self.parts.by_minute.is_empty()
            && self.parts.by_second.is_empty())
    }

    /// Whether the rule counts positions, or weeks or days of a year, or moves invalid days.
    pub(super) fn has_rare_parts(&self) -> bool {
        !(self.parts.by_set_pos.is_empty()
            && self.parts.by_year_day.is_empty()
            && self.parts.by_week_no.is_empty()
            && self.parts.skip == IcalRecurSkip::Omit)
    }

    /// Shortest length of one period in seconds.
    pub(super) fn period(&self) -> i64 {
        let unit = match self.parts.freq {
            IcalRecurFreq::Secondly => 1,
            IcalRecurFreq::Minutely => 60,
            IcalRecurFreq::Hourly => 3600,
            IcalRecurFreq::Daily => DAY,
            IcalRecurFreq::Weekly => 7 * DAY,
            IcalRecurFreq::Monthly => 28 * DAY,
            IcalRecurFreq::Yearly => 365 * DAY,
        };
        unit * i64::from(self.parts.interval)
    }
}

fn is_negative(raw: &str) -> bool {
    let digits = raw.trim().strip_prefix('-').unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// A date bounds inclusively, so it means the whole day.
fn parse_until(raw: &str) -> Option<Until> {
    let bytes: Vec<u8> = raw
        .bytes()
        .filter(|byte| !matches!(byte, b'-' | b':'))
        .collect();
    let number = |at: usize, length: usize| -> Option<i32> {
        let digits = bytes.get(at..at + length)?;
        digits.iter().try_fold(0_i32, |sum, byte| {
            byte.is_ascii_digit()
                .then(|| sum * 10 + i32::from(byte - b'0'))
        })
    };
    let part = |at: usize| number(at, 2).and_then(|value| u8::try_from(value).ok());
    let (year, month) = (number(0, 4)?, part(4)?);
    // "UNTIL=20261131" is written by producers that add a month to a number; the month's last day
    // is what was meant.
    let day = part(6)?.min(crate::domain::calendar::civil::days_in_month(year, month));
    let date = (year, month, day);
    match bytes.get(8) {
        None => Civil::new(date, (23, 59, 59)).map(Until::Civil),
        Some(b'T' | b't') => {
            let second = part(13).unwrap_or(0);
            let civil = Civil::new(date, (part(9)?, part(11)?, second))?;
            let utc = matches!(bytes.last(), Some(b'Z' | b'z'));
            Some(if utc {
                Until::Instant(civil.0)
            } else {
                Until::Civil(civil)
            })
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_that_differ_in_their_bound_share_the_rest() {
        let mut rules = Rules::default();
        let mut read = |text| rules.read(text).unwrap();
        let bounded = read("FREQ=WEEKLY;UNTIL=20260601T000000Z;BYDAY=MO");
        let endless = read("FREQ=WEEKLY;BYDAY=MO");
        let other = read("FREQ=WEEKLY;BYDAY=TU");
        assert!(Rc::ptr_eq(&bounded.parts, &endless.parts));
        assert_ne!(bounded, endless);
        assert_ne!(endless, other);
        assert_eq!(endless, Rule::parse("FREQ=WEEKLY;BYDAY=MO").unwrap());
    }

    #[test]
    fn a_file_full_of_different_rules_is_not_remembered_whole() {
        let mut rules = Rules::default();
        for count in 1..=KNOWN * 2 {
            let rule = rules.read(&format!("FREQ=DAILY;COUNT={count}")).unwrap();
            assert_eq!(rule.parts.count, u32::try_from(count).ok());
        }
        assert_eq!(rules.known.len(), KNOWN);
    }
}

//! Whether two sources tell of the same interview, each by an identity of its own: a calendar and the
//! user's own hand, or two calendars.
//!
//! Refuses to guess: without the same employer at overlapping times, only the same title at the very
//! same time counts.

use jiff::{SignedDuration, Timestamp};

use super::text::fold::{fold, squash};

/// Accounts of one interview do not begin further apart: an entry for the whole day is the widest.
const FURTHEST: SignedDuration = SignedDuration::from_hours(24);

/// What one source says of an interview.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// Employer, if it says.
    pub employer: Option<&'a str>,
    /// Title.
    pub title: &'a str,
    /// Start.
    pub start: Timestamp,
    /// End.
    pub end: Timestamp,
}

/// Whether both tell of one interview. Rounds of one employer that follow each other do not.
#[must_use]
pub fn is_same(one: &Account<'_>, other: &Account<'_>) -> bool {
    // First what costs least: there may be thousands to compare with.
    if one.start.duration_since(other.start).abs() >= FURTHEST {
        return false;
    }
    if let (Some(mine), Some(theirs)) = (one.employer, other.employer) {
        return overlap(one, other) && is_same_employer(mine, theirs);
    }
    let title = squash(one.title);
    one.start == other.start
        && one.end == other.end
        && !title.is_empty()
        && title == squash(other.title)
}

/// Whether a name as it is typed (`Tom`, `priya shah`) may be this person's.
#[must_use]
pub fn is_same_name(typed: &str, name: Option<&str>, email: Option<&str>) -> bool {
    let typed = words(typed);
    if typed.is_empty() {
        return false;
    }
    match (name, email.and_then(|it| it.split_once('@'))) {
        (Some(name), _) => words(name).starts_with(&typed),
        (None, Some((local, _))) => words(local) == typed,
        (None, None) => false,
    }
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether two names are of one employer: `Acme` and `Acme Robotics`, but not `Acme` and `Acmetron`.
#[must_use]
pub fn is_same_employer(one: &str, other: &str) -> bool {
    if squash(one) == squash(other) {
        return !squash(one).is_empty();
    }
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    short.iter().map(|it| it.chars().count()).sum::<usize>() >= 3 && long.starts_with(&short)
}

/// Whether they share at least half of the shorter one.
fn overlap(one: &Account<'_>, other: &Account<'_>) -> bool {
    if one.start == other.start {
        return true;
    }
    let length = |it: &Account<'_>| it.end.duration_since(it.start);
    let shared = one.end.min(other.end);
    let shared = shared.duration_since(one.start.max(other.start));
    let shorter = length(one).min(length(other));
    shared > SignedDuration::ZERO && shared.saturating_mul(2) >= shorter
}

#[cfg(test)]
mod tests {
    use super::*;

    type Said = (Option<&'static str>, &'static str, i64, i64);

    fn account((employer, title, start, end): Said) -> Account<'static> {
        let at = |minute: i64| Timestamp::from_second(minute * 60).unwrap();
        Account {
            employer,
            title,
            start: at(start),
            end: at(end),
        }
    }

    #[track_caller]
    fn check(one: Said, other: Said, expected: bool) {
        let (one, other) = (account(one), account(other));
        assert_eq!(is_same(&one, &other), expected);
        assert_eq!(is_same(&other, &one), expected);
    }

    #[test]
    fn one_employer_at_overlapping_times_is_one_interview() {
        let acme = (Some("Acme"), "Acme", 600, 660);
        check(acme, (Some("Acme"), "Interview", 600, 660), true);
        check(acme, (Some("ACME, "), "Interview", 600, 645), true);
        check(acme, (Some("Acme Robotics"), "x", 585, 645), true);
        check(acme, (Some("Acme"), "On-site", 540, 960), true);
        check(acme, (Some("Acme"), "All day", 0, 1440), true);
    }

    #[test]
    fn rounds_that_follow_each_other_are_two() {
        let acme = (Some("Acme"), "Acme", 600, 660);
        check(acme, (Some("Acme"), "Round two", 660, 720), false);
        check(acme, (Some("Acme"), "Round two", 645, 705), false);
        check(acme, (Some("Acme"), "Round two", 900, 960), false);
        check(acme, (Some("Acme"), "Tomorrow", 2040, 2100), false);
    }

    #[test]
    fn two_employers_at_one_hour_are_two_interviews() {
        let acme = (Some("Acme"), "Interview", 600, 660);
        check(acme, (Some("Kettlefish"), "Interview", 600, 660), false);
        check(acme, (Some("Acmetron"), "Interview", 600, 660), false);
        check(
            (Some("A"), "x", 0, 60),
            (Some("A Better Place"), "x", 0, 60),
            false,
        );
    }

    #[test]
    fn without_an_employer_only_the_same_title_at_the_same_time_counts() {
        let one = (None, "Phone screen", 600, 660);
        check(one, (None, "phone screen", 600, 660), true);
        check(one, (Some("Acme"), "Phone screen", 600, 660), true);
        check(one, (None, "Phone screen", 605, 660), false);
        check(one, (Some("Acme"), "Interview", 600, 660), false);
        check((None, "", 600, 660), (None, "", 600, 660), false);
    }

    #[test]
    fn a_typed_name_is_that_of_who_is_called_so() {
        for (typed, name, email, expected) in [
            ("Tom", Some("Tom Kovac"), None, true),
            ("priya shah", Some("Priya Shah"), Some("p@x.example"), true),
            ("Tom Kovac", None, Some("tom.kovac@x.example"), true),
            ("Tomas", Some("Tom Kovac"), None, false),
            ("Kovac", Some("Tom Kovac"), None, false),
            ("Tom", None, Some("tom.kovac@x.example"), false),
            ("", Some("Tom"), None, false),
            ("Tom", None, None, false),
        ] {
            assert_eq!(is_same_name(typed, name, email), expected, "{typed}");
        }
    }
}

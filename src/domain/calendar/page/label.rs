//! Labels of events on calendar pages, written for screen readers: "10:00 AM to 10:30 AM, Standup,
//! John Smith, Room 101, March 20, 2026", in the language of the page.
//!
//! A title may hold commas and times. It is never cut out by commas: it is what the page shows beside
//! the label, and without that the label stays whole.

use jiff::{
    civil::{Date, Time},
    tz::TimeZone,
};

use crate::domain::calendar::{
    event::When,
    spoken::{self, SlashOrder, Spoken, spoken},
};

/// What a label says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) title: String,
    pub(super) spoken: Spoken,
    /// What stands behind the last time or day.
    pub(super) behind: String,
    /// What stands before the title.
    pub(super) before: String,
}

/// Reads a label; `shown` are the texts that the page shows of the same event.
pub(super) fn label(label: &str, shown: &[&str]) -> Label {
    // The label itself is among what some pages show, for screen readers.
    let others = shown.iter().copied().filter(|it| it.trim() != label.trim());
    let titles = others.filter_map(as_title).filter(|it| contains(label, it));
    let title = titles.max_by_key(|it| it.len());
    let (before, rest) = match title {
        Some(title) => label.split_once(title).unwrap_or_default(),
        None => ("", label),
    };
    let order = order(label);
    // The times stand before the title on one page and behind it on another.
    let mut found = spoken(before, order);
    let mut behind_from = 0;
    let after = spoken(rest, order);
    if title.is_some() {
        if found.start.is_none() {
            (found.start, found.end) = (after.start, after.end);
        }
        found.day = found.day.or(after.day);
        found.all_day |= after.all_day;
    } else {
        found = after.clone();
    }
    if let Some(last) = after.said.last() {
        behind_from = last.end;
    }
    let whole = || {
        let left = spoken::without(label, &after.said);
        let parts = left.split('\n').map(|it| it.trim_matches([' ', ',']));
        let parts: Vec<&str> = parts.filter(|it| !it.is_empty()).collect();
        parts.join(", ")
    };
    Label {
        title: title.map_or_else(whole, str::to_owned),
        behind: rest
            .get(behind_from..)
            .unwrap_or_default()
            .trim_matches([' ', ',', '.'])
            .to_owned(),
        before: before.to_owned(),
        spoken: found,
    }
}

/// Between slashes there is a day before a month wherever hours are counted to 24.
pub(super) fn order(label: &str) -> SlashOrder {
    let small = label.to_lowercase();
    if small.contains("am,")
        || small.contains("pm,")
        || small.contains("am ")
        || small.contains("pm ")
    {
        SlashOrder::MonthFirst
    } else {
        SlashOrder::DayFirst
    }
}

/// As a part of its own: `HR` is not in `CHRIS`.
fn contains(label: &str, title: &str) -> bool {
    label.split_once(title).is_some_and(|(before, behind)| {
        let letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
        !letter(before.chars().next_back()) && !letter(behind.chars().next())
    })
}

/// A text that is shown, without the time behind it (`Standup, 10am`); `None` for a time alone.
fn as_title(shown: &str) -> Option<&str> {
    let shown = shown.trim();
    let said = spoken(shown, SlashOrder::DayFirst);
    let rest = spoken::without(shown, &said.said);
    let nothing = rest.chars().all(|it| !it.is_alphanumeric());
    let last = said
        .said
        .last()
        .filter(|it| it.end == shown.len() && said.start.is_some());
    let cut = last.and_then(|it| shown.get(..it.start)).map(str::trim_end);
    match cut.and_then(|it| it.strip_suffix(',')) {
        _ if nothing => None,
        Some(before) => Some(before.trim_end()),
        None => Some(shown),
    }
}

/// The time of an event on a day.
pub(super) fn when(said: &Spoken, day: Date, home: &TimeZone) -> Option<When> {
    let instant = |day: Date, time: Time| {
        let local = home.to_ambiguous_timestamp(day.to_datetime(time));
        local.compatible().ok()
    };
    let Some(start) = said.start else {
        let until = day.tomorrow().ok()?;
        return said.all_day.then_some(When::AllDay { first: day, until });
    };
    let end = match said.end {
        // Over midnight.
        Some(end) if end < start => instant(day.tomorrow().ok()?, end)?,
        Some(end) => instant(day, end)?,
        None => instant(day, start)?,
    };
    Some(When::Timed {
        start: instant(day, start)?,
        end,
        zone: None,
    })
}

/// Whether a text holds a word of this meaning.
pub(super) fn says(text: &str, meaning: &str) -> bool {
    let small = text.to_lowercase();
    words(meaning).any(|it| small.contains(&it))
}

/// What stands behind a word of this meaning at the beginning.
pub(super) fn behind<'a>(text: &'a str, meaning: &str) -> Option<&'a str> {
    let (first, rest) = text.split_once([' ', ':', '：'])?;
    let first = first.to_lowercase();
    words(meaning).any(|it| it == first).then(|| rest.trim())
}

fn words(meaning: &str) -> impl Iterator<Item = String> {
    include_str!("labels.txt")
        .lines()
        .filter_map(|it| it.split_once(": "))
        .filter(move |(name, _)| *name == meaning)
        .flat_map(|(_, words)| words.split(' '))
        .map(|it| it.replace('_', " "))
}

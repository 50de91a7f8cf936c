//! What a meeting is called: by its title, and by what a scheduler wrote into the description.

use super::{kind_of_link, links_of};
use crate::domain::{
    calendar::event::Event,
    interview::{domains::Kind, text::markup},
};

/// Whether a scheduler may have named the meeting in the description, without reading its markup.
#[must_use]
pub(crate) fn may_name_meeting(event: &Event) -> bool {
    markup::has_markup(&event.description)
        || event_name(&event.description).is_some()
        || first_value(&event.description).is_some()
            && links_of(event).any(|it| kind_of_link(it) == Some(Kind::Scheduler))
}

/// Beginnings of the names of days.
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// Beginnings of the names of months.
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn has_digit(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// SUMMARY without what mail programs put around it.
pub(super) fn bare_title(summary: &str) -> &str {
    // Google's mail subjects: "Invitation: X @ Thu Oct 2, 2025 2:30pm - 3pm (PDT) (me@…)", and those
    // of hiring systems: "X @ Oct 2, 2025, 2:30 PM - 3:00 PM (GMT+2)".
    if let Some((title, tail)) = summary.rsplit_once(" @ ") {
        let letters = tail.find(|c: char| !c.is_ascii_alphabetic());
        let word = letters.and_then(|it| tail.get(..it)).unwrap_or_default();
        let named = |list: &[&str]| list.iter().any(|it| word.starts_with(it));
        let short = word.len() == 3;
        let dated = named(&DAYS) && (short || word.ends_with("day")) && has_digit(tail);
        let starts = named(&MONTHS) || starts_with_digit(tail);
        if dated || starts && is_date_and_time(tail) {
            return title;
        }
    }
    summary
}

/// `Aug 17, 2023, 4:00 PM - 4:45 PM`: a year, a time of day, and two numbers more at least.
fn is_date_and_time(text: &str) -> bool {
    let numbers = || {
        text.split(|c: char| !c.is_ascii_digit())
            .filter(|it| !it.is_empty())
    };
    let clock = text.contains(':') || text.ends_with("am") || text.ends_with("pm");
    let year = |it: &str| it.len() == 4 && it.starts_with("20");
    clock && numbers().count() >= 3 && numbers().any(year)
}

/// What stands after the label in the first line: schedulers name the kind of meeting there, in the
/// language of whoever books.
pub(super) fn first_value(plain: &str) -> Option<&str> {
    let line = plain.lines().map(str::trim).find(|it| !it.is_empty())?;
    // A label has less than 30 letters.
    let mut ahead = line.char_indices().take(30);
    let (at, colon) = ahead.find(|(_, c)| matches!(c, ':' | '：'))?;
    let value = line.get(at + colon.len_utf8()..)?.trim();
    (!value.is_empty() && value.len() < 120 && !value.contains("//")).then_some(value)
}

/// The name of the meeting type that a scheduler wrote into the description.
pub(super) fn event_name(plain: &str) -> Option<&str> {
    const LABELS: [&str; 9] = [
        "Event Name",
        "Event name",
        "Event Type",
        "Event type",
        "Nombre del evento",
        "Nome do evento",
        "Nom de l'événement",
        "Name des Events",
        "What:",
    ];
    let mut lines = plain.lines().map(str::trim);
    while let Some(line) = lines.next() {
        // What every label begins with: most lines are asked no further.
        if !line.starts_with(['E', 'N', 'W']) {
            continue;
        }
        for label in LABELS {
            if let Some(rest) = line.strip_prefix(label) {
                let rest = rest.trim_start_matches([':', ' ']).trim();
                if !rest.is_empty()
                    && rest.len() < 120
                    && line.len() > label.len()
                    && (line.contains(':') || label.ends_with(':'))
                {
                    return Some(rest);
                }
                if rest.is_empty() {
                    return lines
                        .find(|next| !next.is_empty())
                        .filter(|next| next.len() < 120);
                }
            }
        }
    }
    None
}

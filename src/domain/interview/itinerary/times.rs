//! Times of day at the start of a line of an itinerary.

use super::bullet;

/// What follows a time or a span of times at the start of a line.
pub(super) fn after_time(line: &str) -> Option<&str> {
    let line = bullet(line);
    let (mut end, rest) = one_time(line)?;
    let mut tail = rest;
    loop {
        let trimmed = tail.trim_start_matches([
            ' ', '-', '–', '—', '~', '〜', '～', ':', '|', ',', '\u{2192}',
        ]);
        let trimmed = ["to ", "bis ", "a ", "à ", "do ", "til ", "tot "]
            .iter()
            .find_map(|word| trimmed.strip_prefix(word))
            .unwrap_or(trimmed);
        let Some((next, rest)) = one_time(trimmed) else {
            tail = trimmed;
            break;
        };
        end = next;
        tail = rest;
    }
    let _ = end;
    // Zones and lengths after the times: `(CEST)`, `PT`, `Uhr`, `(45 min)`.
    loop {
        let start = tail;
        tail = tail.trim_start_matches([' ', '-', '–', '—', ':', '|', ',', '•']);
        if tail.starts_with('(') {
            let inside = tail.get(1..tail.find(')')?)?;
            if inside.len() <= 12 {
                tail = tail.get(inside.len() + 2..).unwrap_or_default();
            }
        }
        for zone in [
            "Uhr", "EST", "EDT", "ET", "PST", "PDT", "PT", "CST", "CDT", "CT", "MST", "MDT", "MT",
            "GMT", "BST", "UTC", "CET", "CEST", "IST", "JST", "h ", "hrs", "Eastern", "Pacific",
            "Central",
        ] {
            if let Some(rest) = tail.strip_prefix(zone)
                && !rest.starts_with(char::is_alphanumeric)
            {
                tail = rest;
            }
        }
        if start == tail {
            break;
        }
    }
    Some(tail)
}

/// One time of day at the start: `2:00`, `14.30`, `2pm`, `10 a.m.`, `9h30`.
fn one_time(line: &str) -> Option<(usize, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let mut rest = line.get(digits..)?;
    let mut clock = false;
    if let Some(after) = rest.strip_prefix([':', '.', 'h', 'H', '時', '시', '点']) {
        let minutes = after.bytes().take_while(u8::is_ascii_digit).count();
        if minutes == 2 {
            rest = after.get(2..)?;
            clock = true;
        } else if minutes == 0 && !rest.starts_with(['.', ':']) {
            rest = after;
            clock = true;
        }
    }
    let spaced = rest.trim_start();
    for half in ["am", "pm", "AM", "PM", "a.m.", "p.m.", "Am", "Pm"] {
        if let Some(after) = spaced.strip_prefix(half)
            && !after.starts_with(char::is_alphabetic)
        {
            return Some((digits, after));
        }
    }
    clock.then_some((digits, rest))
}

//! Times of day at the start of a line of an itinerary.

use super::{super::text::fold::fold, bullet};

/// What follows a time or a span of times at the start of a line.
pub(super) fn after_time(line: &str) -> Option<&str> {
    let line = before_time(bullet(line));
    let (mut end, rest) = one_time(line).or_else(|| first_of_span(line))?;
    let mut tail = rest;
    loop {
        let trimmed = tail.trim_start_matches([
            ' ', '\t', '-', '–', '—', '~', '〜', '～', ':', '|', ',', '\u{2192}',
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
        tail = tail.trim_start_matches([
            ' ', '\t', '-', '–', '—', ':', '：', '|', ',', '•', '/', '→', '>', '~', '*',
        ]);
        if tail.starts_with('(') {
            let inside = tail.get(1..tail.find(')')?)?;
            if inside.len() <= 12 {
                tail = tail.get(inside.len() + 2..).unwrap_or_default();
            }
        }
        for zone in [
            "Uhr", "uhr", "분", "分", "半", "kl.", "ч.", "ч", "EST", "EDT", "ET", "PST", "PDT",
            "PT", "CST", "CDT", "CT", "MST", "MDT", "MT", "GMT", "BST", "UTC", "CET", "CEST",
            "IST", "JST", "h ", "hrs", "Eastern", "Pacific", "Central",
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

/// Without what stands before times: `kl. 10.00`, `godz. 10`, `from 2pm`, `오후 2시`, `下午2点`.
fn before_time(line: &str) -> &str {
    const BEFORE: [&str; 24] = [
        "kl.", "kl", "klo", "godz.", "godz", "um", "ab", "von", "from", "at", "à", "de", "dalle",
        "ore", "alle", "às", "das", "a las", "om", "v", "в", "с", "saat", "h.",
    ];
    let digit = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    for word in ["오전", "오후", "午前", "午後", "上午", "下午"] {
        if let Some(rest) = line.strip_prefix(word) {
            return rest.trim_start();
        }
    }
    let lower = line.to_lowercase();
    for word in BEFORE {
        let rest = lower.strip_prefix(word).map(str::trim_start);
        if let Some(rest) = rest.filter(|it| digit(it)) {
            return line
                .len()
                .checked_sub(rest.len())
                .and_then(|at| line.get(at..))
                .unwrap_or(line);
        }
    }
    line
}

/// The first number of a span whose half stands behind it alone: `2-2:45pm`, `9–10am`.
fn first_of_span(line: &str) -> Option<(usize, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let rest = line.get(digits..)?;
    let after = rest
        .trim_start()
        .strip_prefix(['-', '–', '—'])?
        .trim_start();
    one_time(after).map(|_| (digits, rest))
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
    // `10 Uhr`, `10 h`, `14時〜`
    for unit in ["Uhr", "uhr"] {
        if !clock
            && let Some(after) = spaced.strip_prefix(unit)
            && !after.starts_with(char::is_alphabetic)
        {
            return Some((digits, after));
        }
    }
    for half in ["am", "pm", "AM", "PM", "a.m.", "p.m.", "Am", "Pm"] {
        if let Some(after) = spaced.strip_prefix(half)
            && !after.starts_with(char::is_alphabetic)
        {
            return Some((digits, after));
        }
    }
    clock.then_some((digits, rest))
}

/// `Thursday, May 29, 2025, 3:00 PM - 3:45 PM (EDT)`: a day and a time, and nothing else.
pub(super) fn is_when(line: &str) -> bool {
    const DAYS: &str = "|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\
        die|mit|don|fre|sam|son|mai|okt|dez|lun|mer|jeu|ven|dim|fev|avr|aou|mie|jue|vie|sab|dom|ene|\
        abr|ago|dic|gio|gen|mag|giu|lug|set|ott|seg|ter|qua|qui|sex|out|maa|din|woe|vri|zat|zon|mrt|\
        mei|tor|lor|man|tir|ons|lau|suo|pon|wto|sro|czw|pia|nie|eas|pac|cen|mou|tim|sta|day|";
    let digit = |it: Option<u8>| it.is_some_and(|it| it.is_ascii_digit());
    let bytes = line.as_bytes();
    let clock = bytes.iter().enumerate().any(|(at, it)| {
        *it == b':'
            && digit(at.checked_sub(1).and_then(|it| bytes.get(it)).copied())
            && digit(bytes.get(at + 1).copied())
    });
    let mut words = line
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 2 && !word.chars().all(char::is_uppercase));
    let day = |word: &str| {
        let head: String = fold(word).chars().take(3).collect();
        DAYS.contains(&format!("|{head}|"))
    };
    let first = words.next();
    clock && first.is_some_and(day) && words.all(|it| day(it) || it == "Uhr" || it == "kl")
}

/// `Interview 1 of 4`, `Runde 2/3`: which of several, and nothing else.
pub(super) fn is_count(line: &str) -> bool {
    const LONGEST: usize = 4;
    const OF: [&str; 9] = ["of", "von", "de", "sur", "di", "av", "van", "z", "из"];
    let words: Vec<&str> = line.split([' ', '/']).filter(|it| !it.is_empty()).collect();
    let number = |it: &&str| it.len() < 3 && it.bytes().all(|it| it.is_ascii_digit());
    let stroke = line.contains('/');
    let counted = match words.as_slice() {
        [.., one, of, all] if OF.contains(of) => number(one) && number(all),
        [_, one, all] if stroke => number(one) && number(all),
        _ => false,
    };
    counted && words.len() <= LONGEST
}

/// The first time of a line in minutes after midnight; without `pm`, of the first half of the day.
pub(super) fn clock(line: &str) -> Option<i64> {
    let line = before_time(bullet(line));
    let number = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        text.get(..digits).and_then(|it| it.parse::<i64>().ok())
    };
    let hour = number(line).filter(|it| *it < 24)?;
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let minute = rest
        .strip_prefix([':', '.', 'h'])
        .and_then(number)
        .unwrap_or(0);
    let (_, after) = one_time(line).unwrap_or((0, rest));
    let said = line.get(..line.len() - after.len()).unwrap_or_default();
    let noon = said.to_lowercase().contains('p') && hour < 12;
    Some((hour + if noon { 12 } else { 0 }) * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_with_times_and_counts_stand_before_who_comes() {
        for line in [
            "Thursday, May 29, 2025, 3:00 PM - 3:45 PM (EDT)",
            "Dienstag, 4. März 2031, 14:00 Uhr",
            "jueves 5 de junio, 10:30",
        ] {
            assert!(is_when(line), "{line}");
        }
        for line in [
            "Zoom: https://acme.zoom.us/j/1",
            "Bo Ek 10:00",
            "Thursday, May 29",
            "Monday 10:00 with the team",
            "10:00 - 11:00",
        ] {
            assert!(!is_when(line), "{line}");
        }
        for line in ["Interview 1 of 4", "3 of 4", "Runde 2/3"] {
            assert!(is_count(line), "{line}");
        }
        for line in [
            "1 of our people",
            "bring 2 of 3 forms of ID",
            "10/12",
            "Bo of 4",
        ] {
            assert!(!is_count(line), "{line}");
        }
    }
}

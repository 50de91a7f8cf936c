//! What must hold for every calendar, whatever is in it: where the bytes are cut changes nothing, and
//! no bytes make the reader panic.
//!
//! The inputs are made from the fixtures and always the same; `AFTERNOTE_MUTATIONS` tries another
//! number of damaged ones.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "what is missing fails the test"
)]

use std::{fs, panic, path::Path};

use afternote::domain::calendar::ics::{Calendar, Reader, Window};
use jiff::tz::TimeZone;

/// A small generator, so that every run tries the same.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// A calendar with everything that depends on where bytes end: folds, also inside characters and
    /// before line ends, marks, all line ends, soft breaks, several objects.
    fn calendar(&mut self) -> Vec<u8> {
        const LINES: [&str; 25] = [
            "BEGIN:VCALENDAR",
            "END:VCALENDAR",
            "METHOD:CANCEL",
            "X-WR-TIMEZONE:America/New_York",
            "BEGIN:VEVENT",
            "BEGIN:VEVENT",
            "END:VEVENT",
            "END:VEVENT",
            "UID:a@example.com",
            "UID:b",
            "DTSTART:20260301T090000",
            "DTSTART:20260301T090000",
            "DTSTART:20260302T090000",
            "DTSTART:20260303T090000",
            "DTSTART;TZID=Europe/Berlin:20260301T090000",
            "DTEND:20260301T100000Z",
            "RRULE:FREQ=DAILY;COUNT=3",
            "RECURRENCE-ID:20260302T090000",
            "SUMMARY:Gespr\u{e4}ch \u{1f600} \u{65e5}\u{672c}",
            "SUMMARY;ENCODING=QUOTED-PRINTABLE:Ein=C3=A4=",
            "ATTENDEE;CN=\"Ada; Fern\":mailto:ada@example.com",
            "DESCRIPTION:one\\ntwo",
            "nonsense",
            "",
            "BEGIN:VTIMEZONE",
        ];
        let end = self.of::<[u8]>(&[b"\r\n", b"\n", b"\r", b"\r\r\n"]);
        let mut bytes = Vec::new();
        if self.below(3) == 0 {
            bytes.extend_from_slice(b"\xEF\xBB\xBF");
        }
        for _ in 0..10 + self.below(30) {
            for byte in LINES[self.below(LINES.len())].bytes() {
                bytes.push(byte);
                if self.below(25) == 0 {
                    bytes.extend_from_slice(end);
                    bytes.push(*self.of(&[&b' ', &b'\t']));
                }
            }
            bytes.extend_from_slice(end);
        }
        bytes.truncate(bytes.len() - self.below(3));
        bytes
    }

    /// Damages a calendar in a few places.
    fn damage(&mut self, bytes: &mut Vec<u8>, other: &[u8]) {
        const PIECES: [&[u8]; 24] = [
            b"\r",
            b"\n",
            b"\r\n ",
            b"\r\n",
            b":",
            b";",
            b",",
            b"\"",
            b"=",
            b"\0",
            b"\xFF",
            b"\xEF\xBB\xBF",
            b"BEGIN:VEVENT\r\n",
            b"END:VEVENT\r\n",
            b"BEGIN:VTIMEZONE\r\n",
            b"RRULE:FREQ=DAILY;INTERVAL=0\r\n",
            b"RRULE:FREQ=YEARLY;BYWEEKNO=-53;BYDAY=MO;BYSETPOS=-366\r\n",
            b"EXDATE:99991231T235959Z,00000101\r\n",
            b"DTSTART:99991231T235960Z\r\n",
            b"DURATION:P99999999999999W\r\n",
            b"TZOFFSETTO:+235959\r\n",
            b"RDATE;VALUE=PERIOD:20260101T000000Z/PT\r\n",
            b"99999999999999999999",
            b"-1",
        ];
        for _ in 0..=self.below(6) {
            let at = self.below(bytes.len() + 1);
            match self.below(5) {
                0 => {
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1 << self.below(8);
                    }
                }
                1 => {
                    let until = (at + self.below(40)).min(bytes.len());
                    bytes.drain(at..until);
                }
                2 => {
                    let piece = PIECES[self.below(PIECES.len())];
                    bytes.splice(at..at, piece.iter().copied());
                }
                3 => {
                    let from = self.below(other.len());
                    let until = (from + self.below(200)).min(other.len());
                    bytes.splice(at..at, other[from..until].iter().copied());
                }
                _ => bytes.truncate(at),
            }
        }
    }
}

fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/calendars");
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "ics"))
        .map(|path| (path.display().to_string(), fs::read(path).unwrap()))
        .collect();
    found.sort();
    assert!(found.len() > 20);
    found
}

fn read(parts: &[&[u8]]) -> Calendar {
    let mut reader = Reader::new(TimeZone::get("America/New_York").unwrap());
    for part in parts {
        reader.push(part);
    }
    reader.finish()
}

/// All that the bytes decide: events as they stand, and problems with their lines.
fn said(calendar: &Calendar) -> String {
    format!("{:?}\n{:?}", calendar.components(), calendar.problems())
}

fn check_cuts(name: &str, bytes: &[u8]) {
    let whole = said(&read(&[bytes]));
    for at in 0..=bytes.len() {
        let (one, other) = bytes.split_at(at);
        assert_eq!(said(&read(&[one, other])), whole, "{name} cut at {at}");
    }
    let each: Vec<&[u8]> = bytes.chunks(1).collect();
    assert_eq!(said(&read(&each)), whole, "{name} byte by byte");
}

#[test]
fn a_fixture_cut_anywhere_is_the_same_calendar() {
    for (name, bytes) in fixtures() {
        check_cuts(&name, &bytes);
    }
}

#[test]
fn a_generated_calendar_cut_anywhere_is_the_same_calendar() {
    let mut random = Random(6);
    let mut events = 0;
    for number in 0..20 {
        let bytes = random.calendar();
        events += read(&[&bytes]).len();
        check_cuts(&format!("calendar {number}"), &bytes);
    }
    assert!(events > 10, "only {events} events were generated");
}

#[test]
fn no_damage_makes_the_reader_panic() {
    let count = std::env::var("AFTERNOTE_MUTATIONS")
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or(1000);
    let window = Window {
        from: "2026-02-15T00:00:00Z".parse().unwrap(),
        until: "2026-03-15T00:00:00Z".parse().unwrap(),
    };
    let fixtures = fixtures();
    let mut random = Random(5545);
    for number in 0..count {
        let mut bytes = fixtures[random.below(fixtures.len())].1.clone();
        let other = fixtures[random.below(fixtures.len())].1.clone();
        random.damage(&mut bytes, &other);
        let outcome = panic::catch_unwind(|| {
            let calendar = read(&[&bytes]);
            let (events, _) = calendar.events_in(window);
            for event in &events {
                assert!(event.when.start(&TimeZone::UTC) <= event.when.end(&TimeZone::UTC));
            }
            said(&calendar).len()
        });
        assert!(
            outcome.is_ok(),
            "damage {number}: {}",
            String::from_utf8_lossy(&bytes)
        );
    }
}

//! Every calendar under `tests/fixtures/calendars` against the occurrences written beside it.
//!
//! `NAME.ics` is read in the window and zone of the first line of `NAME.expected`; the lines after it
//! are the occurrences (`start end summary`, whole days as dates) and the problems (`! code line
//! detail`). A mismatch writes `NAME.actual` and fails. Adding a fixture is adding a test.
//!
//! What other readers are known to get wrong, and the fixtures that show it right:
//!
//! | class of errors | fixtures |
//! |---|---|
//! | a change with another SEQUENCE doubles its occurrence | `override_with_another_sequence`, `newest_revision` |
//! | two series in one slot; a change of the one reaches the other | `two_series_in_one_slot` |
//! | UNTIL in UTC read as local time, and the other way round | `until_in_utc`, `changes_without_their_series` |
//! | a Windows zone name without its description is UTC | `names_of_zones` |
//! | zone names of Exchange that name no zone | `zone_names_that_mean_nothing`, `zone_names_that_mean_nothing_described`, `zones_described_in_the_file` |
//! | a description that begins in 1601 or 0001 | `zones_described_in_the_file`, `eras_of_a_zone` |
//! | the wrong one of several eras | `eras_of_a_zone` |
//! | whole days one day off | `whole_days_in_kiritimati`, `whole_days_in_los_angeles`, `whole_days_in_utc` |
//! | EXDATE of another type or zone | `exceptions_of_every_form` |
//! | the hour that is missing or comes twice | `gap_and_fold` |
//! | a change into or out of the window | `overrides_that_move` |
//! | RECURRENCE-ID in another zone | `overrides_that_move`, `dates_and_periods` |
//! | minutes for a big calendar | `./build.sh bench` |
//! | rules that never end | `hostile_rules`, `descriptions_of_zones_cannot_take_for_ever` |
//! | a fold inside a character or a parameter | `folds` |
//! | one bad line costs the file; changes without their series; UNTIL without Z | `one_bad_thing_costs_itself`, `changes_without_their_series`, `truncated` |
//! | X-WR-TIMEZONE ignored, or taken for times that have a zone | `floating_times` |
//! | forbidden parts of a rule empty or hang it | `hostile_rules` |
//! | RANGE=THISANDFUTURE | `this_and_future` |
//! | an occurrence that is under way when the window begins | `across_the_start_of_the_window` |
//! | a description without TZOFFSETFROM | `zones_described_in_the_file` |
//! | a change without an end becomes a whole day | `changes_without_an_end` |
//! | a change without a start is lost | `changes_without_a_start` |
//! | start and end for each other | `ends_before_it_begins` |
//! | a series that was replaced comes back as a change | `former_series` |
//! | all but one of a series that is written out under one UID are lost | `newest_revision` |
//! | a meeting whose time is called a date | `dates_with_a_time` |
//! | old zone data | `tests/zone_data.rs` |

use std::{error::Error, fs, path::Path};

use afternote::domain::calendar::{
    event::When,
    ics::{Calendar, Problem, Reader, Window},
};
use jiff::tz::TimeZone;

fn read(bytes: &[u8], size: usize, home: &TimeZone) -> Calendar {
    let mut reader = Reader::new(home.clone());
    for chunk in bytes.chunks(size.max(1)) {
        reader.push(chunk);
    }
    reader.finish()
}

fn describe(calendar: &Calendar, window: Window) -> String {
    let (events, problems) = calendar.events_in(window);
    let mut lines = String::new();
    for event in &events {
        let when = match &event.when {
            When::Timed { start, end, zone } => {
                format!("{start} {end} {}", zone.as_deref().unwrap_or("-"))
            }
            When::AllDay { first, until } => format!("{first} {until}"),
        };
        lines.push_str(&format!("{when} {}\n", event.summary.escape_debug()));
    }
    for Problem {
        line, kind, detail, ..
    } in calendar.problems().iter().chain(&problems)
    {
        lines.push_str(&format!("! {} {line} {detail}", kind.code()));
        lines.truncate(lines.trim_end().len());
        lines.push('\n');
    }
    lines
}

fn check(path: &Path) -> Result<(), Box<dyn Error>> {
    let bytes = fs::read(path)?;
    let expected = fs::read_to_string(path.with_extension("expected")).unwrap_or_default();
    let (header, expected) = expected
        .split_once('\n')
        .ok_or("no expected file, or an empty one")?;
    let [from, until, zone] = header.split(' ').collect::<Vec<_>>()[..] else {
        return Err("the first line is not `from until zone`".into());
    };
    let window = Window {
        from: from.parse()?,
        until: until.parse()?,
    };
    let home = TimeZone::get(zone)?;
    let actual = describe(&read(&bytes, bytes.len(), &home), window);
    if actual != expected {
        fs::write(path.with_extension("actual"), format!("{header}\n{actual}"))?;
        return Err(format!("differs; see {}", path.with_extension("actual").display()).into());
    }
    for size in [1, 2, 3, 7, 64] {
        if describe(&read(&bytes, size, &home), window) != actual {
            return Err(format!("differs when read {size} bytes at a time").into());
        }
    }
    Ok(())
}

#[test]
fn every_fixture_gives_what_is_written_beside_it() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/calendars");
    let mut count = 0;
    let mut failures = Vec::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "ics") {
            count += 1;
            if let Err(failure) = check(&path) {
                failures.push(format!("{}: {failure}", path.display()));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(count > 20, "only {count} fixtures were found");
}

/// The second begins with a mark, ends its lines otherwise and has no time zone of its own; what the
/// first says about itself, or leaves open, must not reach it.
#[test]
fn calendars_of_one_archive_stand_by_themselves() {
    const FIRST: &str = "BEGIN:VCALENDAR\rMETHOD:CANCEL\rX-WR-TIMEZONE:America/New_York\r\
        BEGIN:VEVENT\rUID:a\rDTSTART:20260301T090000\rSUMMARY:First\rEND:VEVENT\r\
        BEGIN:VEVENT\rUID:b\rDTSTART:20260302T090000\rSUMMARY:Cut o";
    const SECOND: &str = "\u{feff}BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:c\r\n\
        DTSTART:20260303T090000\r\nSUMMARY:Sec\r\n ond\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:d\r\n\
        SUMMARY:No start\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    const THIRD: &str = "<html>no calendar</html>";
    let window = Window {
        from: "2026-01-01T00:00:00Z".parse().unwrap(),
        until: "2027-01-01T00:00:00Z".parse().unwrap(),
    };
    for size in [1, 2, 3, 7, 64, 1000] {
        let mut reader = Reader::new(TimeZone::UTC);
        let firsts = [FIRST, SECOND, THIRD].map(|file| {
            let first = reader.next_file();
            for chunk in file.as_bytes().chunks(size) {
                reader.push(chunk);
            }
            first
        });
        assert_eq!(firsts, [1, 13, 26], "{size}");
        assert!(reader.is_calendar());
        let calendar = reader.finish();
        assert_eq!(
            describe(&calendar, window),
            "2026-03-01T14:00:00Z 2026-03-01T14:00:00Z - First\n\
             2026-03-02T14:00:00Z 2026-03-02T14:00:00Z - Cut o\n\
             2026-03-03T09:00:00Z 2026-03-03T09:00:00Z - Second\n\
             ! truncated 12 VEVENT\n! no_start 21 DTSTART\n! web_page 26\n",
            "{size}"
        );
        let (events, _) = calendar.events_in(window);
        let cancelled: Vec<bool> = events.iter().map(|it| it.method_cancel).collect();
        assert_eq!(cancelled, [true, true, false], "{size}");
    }
}

/// Not a fixture, since those are read anew for every place where they can be cut.
#[test]
fn descriptions_of_zones_cannot_take_for_ever() {
    let zone = |name: &str, rule: &str| {
        format!(
            "BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n\
             TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0400\r\nRRULE:{rule}\r\nEND:STANDARD\r\n\
             END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:{name}\r\nDTSTART;TZID={name}:20260701T090000\r\n\
             SUMMARY:{name}\r\nEND:VEVENT\r\n"
        )
    };
    let mut text = zone("Somewhere", "FREQ=YEARLY;BYDAY=1SU;BYMONTH=1");
    text.push_str(&zone("W. Europe Standard Time", "FREQ=SECONDLY"));
    for number in 0..2000 {
        text.push_str(&zone(&format!("Nowhere {number}"), "FREQ=MINUTELY"));
    }
    let calendar = read(text.as_bytes(), text.len(), &TimeZone::UTC);
    let starts: Vec<String> = calendar
        .components()
        .iter()
        .map(|event| event.when.start(&TimeZone::UTC).to_string())
        .collect();
    let first = [
        "2026-07-01T05:00:00Z",
        "2026-07-01T07:00:00Z",
        "2026-07-01T09:00:00Z",
    ];
    assert_eq!(starts.get(..3).unwrap(), first);
    let reported = |code: &str| {
        let problems = calendar.problems().iter();
        problems.filter(|it| it.kind.code() == code).count()
    };
    assert!(reported("bad_zone") > 400, "{}", reported("bad_zone"));
}

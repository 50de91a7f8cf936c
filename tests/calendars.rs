//! Every calendar under `tests/fixtures/calendars` against the occurrences written beside it.
//!
//! `NAME.ics` is read in the window and zone of the first line of `NAME.expected`; the lines after it
//! are the occurrences (`start end summary`, whole days as dates) and the problems (`! code line
//! detail`). A mismatch writes `NAME.actual` and fails. Adding a fixture is adding a test.

use std::{fs, path::Path};

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

fn check(path: &Path) -> Result<(), String> {
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    let expected = fs::read_to_string(path.with_extension("expected")).unwrap_or_default();
    let (header, expected) = expected
        .split_once('\n')
        .ok_or("no expected file, or an empty one")?;
    let [from, until, zone] = header.split(' ').collect::<Vec<_>>()[..] else {
        return Err(String::from("the first line is not `from until zone`"));
    };
    let window = Window {
        from: from.parse().unwrap(),
        until: until.parse().unwrap(),
    };
    let home = TimeZone::get(zone).unwrap();
    let actual = describe(&read(&bytes, bytes.len(), &home), window);
    if actual != expected {
        fs::write(path.with_extension("actual"), format!("{header}\n{actual}")).unwrap();
        return Err(format!(
            "differs; see {}",
            path.with_extension("actual").display()
        ));
    }
    for size in [1, 2, 3, 7, 64] {
        if describe(&read(&bytes, size, &home), window) != actual {
            return Err(format!("differs when read {size} bytes at a time"));
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

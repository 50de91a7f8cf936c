//! Reads whole collections of calendars and of recurrence rules, and prints what is wrong with each.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "an example's output is its purpose, and it measures time"
)]

use std::{
    env, fs,
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, Instant},
};

use afternote::domain::calendar::ics::{Calendar, Occurrence, ProblemKind, Reader, Window};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};

const HELP: &str = "\
usage: corpora [--calendars FOLDER] [--rules FILE.tsv] ...

--calendars  every .ics, .ical, .ifb and .vcs file below the folder is read, and its occurrences in
             the 60 days from its first event on and in 2026 are listed. Printed are the files that
             break the reader, that have events of which none was read and nothing said, or that
             take longer than a second.
--rules      lines of DTSTART, RRULE, dates and T (more follow) or F, between tabs; times as in
             calendars. Each is read as a calendar of its own. Whether a
             DTSTART that the rule does not give is an occurrence is left open by RFC 5545 3.8.5.3,
             and not compared.

Exit status: 0 when nothing was printed but the totals, 1 otherwise, 2 when the arguments are wrong.";

const LIMIT: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let mut wrong = 0;
    if arguments.is_empty() {
        eprintln!("{HELP}");
        return ExitCode::from(2);
    }
    for pair in arguments.chunks(2) {
        let outcome = match pair {
            [flag, folder] if flag == "--calendars" => calendars(Path::new(folder)),
            [flag, file] if flag == "--rules" => rules(Path::new(file)),
            _ => {
                eprintln!("{HELP}");
                return ExitCode::from(2);
            }
        };
        match outcome {
            Ok(found) => wrong += found,
            Err(error) => {
                eprintln!("{}: {error}", pair.join(" "));
                return ExitCode::from(2);
            }
        }
    }
    ExitCode::from(u8::from(wrong > 0))
}

fn read(bytes: &[u8]) -> Calendar {
    let mut reader = Reader::new(TimeZone::UTC);
    reader.push(bytes);
    reader.finish()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files(&path, found)?;
        } else if path
            .extension()
            .and_then(|it| it.to_str())
            .is_some_and(|it| ["ics", "ical", "ifb", "vcs"].contains(&it.to_lowercase().as_str()))
        {
            found.push(path);
        }
    }
    Ok(())
}

fn calendars(folder: &Path) -> Result<usize, Box<dyn std::error::Error>> {
    let mut paths = Vec::new();
    files(folder, &mut paths)?;
    paths.sort();
    let (mut wrong, mut events, mut slowest) = (0, 0, Duration::ZERO);
    for path in &paths {
        let bytes = fs::read(path)?;
        let begun = Instant::now();
        let outcome = panic::catch_unwind(AssertUnwindSafe(|| look(&bytes)));
        let took = begun.elapsed();
        slowest = slowest.max(took);
        let trouble = match outcome {
            Err(_) => Some("broke the reader".to_owned()),
            Ok((0, true)) => Some("has an event, none was read and none reported".to_owned()),
            Ok(_) if took > LIMIT => Some(format!("took {} ms", took.as_millis())),
            Ok((read, _)) => {
                events += read;
                None
            }
        };
        if let Some(trouble) = trouble {
            wrong += 1;
            println!("{}: {trouble}", path.display());
        }
    }
    println!(
        "{} files, {events} events, {wrong} wrong, the slowest took {} ms",
        paths.len(),
        slowest.as_millis()
    );
    Ok(wrong)
}

/// Events read, and whether there should be one: its start is in the bytes, and not told to be
/// unreadable.
fn look(bytes: &[u8]) -> (usize, bool) {
    let calendar = read(bytes);
    let year: [Timestamp; 2] =
        [1_767_225_600, 1_798_761_600].map(|it| Timestamp::from_second(it).unwrap_or_default());
    let mut windows = vec![Window {
        from: year[0],
        until: year[1],
    }];
    if let Some(first) = calendar.components().first() {
        let from = first.when.start(&TimeZone::UTC);
        let until = from
            .saturating_add(SignedDuration::from_hours(60 * 24))
            .unwrap_or(from);
        windows.push(Window { from, until });
    }
    for window in windows {
        let _ = calendar.events_in(window);
    }
    let text = String::from_utf8_lossy(bytes).to_ascii_uppercase();
    let has_event = text.contains("BEGIN:VEVENT") && text.contains("DTSTART");
    let is_reported = calendar
        .problems()
        .iter()
        .any(|it| it.kind == ProblemKind::NoStart);
    (calendar.len(), has_event && !is_reported)
}

fn rules(file: &Path) -> Result<usize, Box<dyn std::error::Error>> {
    let text = fs::read_to_string(file)?;
    let (mut count, mut wrong) = (0, 0);
    for line in text.lines().filter(|it| !it.starts_with('#')) {
        let [start, rule, dates, more, ..] = line.split('\t').collect::<Vec<_>>()[..] else {
            continue;
        };
        count += 1;
        let expected: Vec<Timestamp> = dates
            .split(',')
            .filter(|it| !it.is_empty())
            .map(instant)
            .collect::<Result<_, _>>()?;
        let first = instant(start)?;
        let until = match (more, expected.last()) {
            ("T" | "more", Some(last)) => last.saturating_add(SignedDuration::from_secs(1))?,
            _ => "2200-01-01T00:00:00Z".parse()?,
        };
        let calendar = read(
            format!(
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:{start}Z\r\nRRULE:{rule}\r\n\
                 END:VEVENT\r\nEND:VCALENDAR\r\n"
            )
            .as_bytes(),
        );
        let (found, problems) = calendar.occurrences_in(Window { from: first, until });
        let found: Vec<Timestamp> = found
            .iter()
            .map(Occurrence::start)
            .filter(|it| *it != first || expected.contains(it))
            .collect();
        if found != expected {
            wrong += 1;
            println!(
                "{start} {rule}: {} dates instead of {}",
                found.len(),
                expected.len()
            );
            for problem in calendar.problems().iter().chain(&problems) {
                println!("  {} {}", problem.kind.code(), problem.detail);
            }
        }
    }
    println!("{count} rules, {wrong} wrong");
    Ok(wrong)
}

/// `20260131T235959`, as if it were UTC.
fn instant(text: &str) -> Result<Timestamp, jiff::Error> {
    let date = jiff::civil::DateTime::strptime("%Y%m%dT%H%M%S", text)?;
    TimeZone::UTC.to_timestamp(date)
}

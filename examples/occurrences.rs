//! Prints the occurrences of a calendar file that start in a window, one JSON object a line.
//! Problems go to standard error, one JSON object a line.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool"
)]

use std::{env, fs, process::ExitCode};

use afternote::domain::calendar::ics::{Problem, Reader, Window};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::json;

const USAGE: &str = "usage: occurrences FILE.ics --from RFC3339 --to RFC3339 [--zone IANA]

Occurrences that start in [from, to), sorted by start: uid, start, end (UTC), allDay, summary.
All-day events start and end at midnight in --zone, in which floating times are read, too
(default: UTC).";

struct Arguments {
    file: String,
    window: Window,
    zone: TimeZone,
}

fn main() -> ExitCode {
    match arguments().and_then(|it| print(&it)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn arguments() -> Result<Arguments, String> {
    let (mut file, mut from, mut to, mut zone) = (None, None, None, TimeZone::UTC);
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--from" => from = Some(instant(&value()?)?),
            "--to" => to = Some(instant(&value()?)?),
            "--zone" => {
                let name = value()?;
                zone = TimeZone::get(&name).map_err(|_| format!("unknown zone {name}"))?;
            }
            "--help" | "-h" => return Err(USAGE.to_owned()),
            _ => file = Some(argument),
        }
    }
    let missing = || USAGE.to_owned();
    Ok(Arguments {
        file: file.ok_or_else(missing)?,
        window: Window {
            from: from.ok_or_else(missing)?,
            until: to.ok_or_else(missing)?,
        },
        zone,
    })
}

fn instant(text: &str) -> Result<Timestamp, String> {
    text.parse()
        .map_err(|_| format!("{text} is no RFC 3339 instant"))
}

fn print(arguments: &Arguments) -> Result<(), String> {
    let bytes = fs::read(&arguments.file).map_err(|it| format!("{}: {it}", arguments.file))?;
    let mut reader = Reader::new(arguments.zone.clone());
    reader.push(&bytes);
    let calendar = reader.finish();
    let window = arguments.window;
    let (occurrences, problems) = calendar.occurrences_in(window);
    for it in occurrences {
        if it.start >= window.from {
            let event = calendar.event(&it);
            let line = json!({
                "uid": event.uid,
                "start": it.start.to_string(),
                "end": it.end.to_string(),
                "allDay": it.days.is_some(),
                "summary": event.summary,
            });
            println!("{line}");
        }
    }
    for it in calendar.problems().iter().chain(&problems) {
        eprintln!("{}", problem(it));
    }
    Ok(())
}

fn problem(it: &Problem) -> serde_json::Value {
    json!({"line": it.line, "uid": it.uid, "problem": it.kind.code(), "detail": it.detail})
}

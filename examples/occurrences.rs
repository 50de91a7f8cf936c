//! Prints the occurrences of a calendar file in a window, one JSON object per line.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example's output is its purpose"
)]

use std::{env, fs, io::Write, process::ExitCode};

use afternote::domain::calendar::ics::{Problem, Reader, Window};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::json;

const HELP: &str = "\
usage: occurrences FILE.ics --from RFC3339 --to RFC3339 [--zone IANA]

Prints one JSON line for each occurrence that starts at --from or later and before --to, sorted by
start: uid, start, end (UTC instants), allDay, summary. Problems go to stderr, as JSON lines: line,
uid, code, detail.

--zone is the zone of the user (default UTC): times without a zone, and times in a zone that is not
known, are read in it, and an all-day event starts at its midnight.

Exit status: 0 when the file was read, 1 when it could not be opened or is no calendar, 2 when the
arguments are wrong.";

struct Arguments {
    file: String,
    window: Window,
    zone: TimeZone,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if arguments
        .iter()
        .any(|argument| matches!(argument.as_str(), "--help" | "-h"))
    {
        println!("{HELP}");
        return ExitCode::SUCCESS;
    }
    let arguments = match parse(&arguments) {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!("{message}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{}: {error}", arguments.file);
            ExitCode::FAILURE
        }
    }
}

fn parse(arguments: &[String]) -> Result<Arguments, String> {
    let (mut file, mut from, mut until, mut zone) = (None, None, None, TimeZone::UTC);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("{argument} needs a value"))
        };
        let instant = |text: &String| {
            text.parse::<Timestamp>()
                .map_err(|error| format!("{argument} {text}: {error}"))
        };
        match argument.as_str() {
            "--from" => from = Some(instant(value()?)?),
            "--to" => until = Some(instant(value()?)?),
            "--zone" => {
                let name = value()?;
                zone = TimeZone::get(name).map_err(|error| format!("--zone {name}: {error}"))?;
            }
            flag if flag.starts_with("--") => return Err(format!("{flag} is not known")),
            _ if file.is_some() => return Err(String::from("one file at a time")),
            name => file = Some(name.to_owned()),
        }
    }
    Ok(Arguments {
        file: file.ok_or("which file?")?,
        window: Window {
            from: from.ok_or("--from is missing")?,
            until: until.ok_or("--to is missing")?,
        },
        zone,
    })
}

/// Whether the file was a calendar.
fn run(arguments: &Arguments) -> Result<bool, Box<dyn std::error::Error>> {
    let bytes = fs::read(&arguments.file)?;
    let mut reader = Reader::within(arguments.zone.clone(), arguments.window);
    reader.push(&bytes);
    let is_calendar = reader.is_calendar();
    let calendar = reader.finish();
    let (occurrences, problems) = calendar.occurrences_in(arguments.window);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for occurrence in &occurrences {
        if occurrence.start() < arguments.window.from {
            continue;
        }
        let (uid, summary) = calendar.title(occurrence);
        let line = json!({
            "uid": uid,
            "start": occurrence.start().to_string(),
            "end": occurrence.end().to_string(),
            "allDay": occurrence.is_all_day(),
            "summary": summary,
        });
        writeln!(out, "{line}")?;
    }
    out.flush()?;
    for problem in calendar.problems().iter().chain(&problems) {
        eprintln!("{}", describe(problem));
    }
    Ok(is_calendar)
}

fn describe(problem: &Problem) -> serde_json::Value {
    json!({
        "line": problem.line,
        "uid": problem.uid,
        "code": problem.kind.code(),
        "detail": problem.detail,
    })
}

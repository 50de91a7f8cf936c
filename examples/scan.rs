//! Reads a calendar file and prints what Afternote finds in it.
//!
//! `cargo run --release --example scan -- FILE.ics --me ADDRESS [--me …] [--name "…"]
//! [--now RFC3339] [--zone IANA] [--json]`
//!
//! With `--json`: an array with one entry per event; a series is one entry at its DTSTART, an
//! override its own. `interview` is true in the bands prompt and ask (confidence from 0.36), on the
//! candidate's side, unless the event is called off.

use std::process::ExitCode;

use afternote::domain::{
    calendar::{
        event::{Event, When},
        ics::Reader,
    },
    interview::{self, Assessment, Band, Direction, Format, Part, Participant, Reason, User},
};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value, json};

/// The English texts of the extension: the same words that its users read.
const MESSAGES: &str = include_str!("../extension/_locales/en/messages.json");

struct Options {
    file: String,
    user: User,
    now: Option<Timestamp>,
    home: TimeZone,
    json: bool,
}

fn main() -> ExitCode {
    match run() {
        Ok(output) => {
            use std::io::Write;
            // A closed pipe (`scan … | head`) is no failure of the scan.
            let _ = std::io::stdout().write_all(output.as_bytes());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("scan: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, String> {
    let options = options(std::env::args().skip(1))?;
    let bytes = std::fs::read(&options.file)
        .map_err(|error| format!("cannot read {}: {error}", options.file))?;
    let mut reader = Reader::new(options.home.clone());
    reader.push(&bytes);
    let calendar = reader.finish();
    let events = calendar.components();
    let assessments = interview::assess(&events, &options.user, &options.home);
    let messages: Map<String, Value> =
        serde_json::from_str(MESSAGES).map_err(|error| format!("messages.json: {error}"))?;
    if options.json {
        let entries: Vec<Value> = events
            .iter()
            .zip(&assessments)
            .map(|(event, one)| entry(event, one, &messages))
            .collect();
        return serde_json::to_string_pretty(&entries)
            .map(|text| text + "\n")
            .map_err(|error| error.to_string());
    }
    let mut output = table(&events, &assessments, &options, &messages);
    for problem in calendar.problems() {
        output.push_str(&format!(
            "line {}: {} {}\n",
            problem.line,
            problem.kind.code(),
            problem.detail
        ));
    }
    Ok(output)
}

fn options(mut args: impl Iterator<Item = String>) -> Result<Options, String> {
    const USAGE: &str = "usage: scan FILE.ics --me ADDRESS [--me …] [--name \"…\"] [--now RFC3339] [--zone IANA] [--json]";
    let mut file = None;
    let mut user = User::default();
    let mut now = None;
    let mut home = TimeZone::UTC;
    let mut json = false;
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value\n{USAGE}"));
        match arg.as_str() {
            "--me" => user.emails.push(value()?.to_lowercase()),
            "--name" => user.name = value()?,
            "--now" => {
                now = Some(
                    value()?
                        .parse()
                        .map_err(|error| format!("--now: {error}"))?,
                )
            }
            "--zone" => {
                home = TimeZone::get(&value()?).map_err(|error| format!("--zone: {error}"))?
            }
            "--json" => json = true,
            _ if arg.starts_with("--") => return Err(format!("unknown option {arg}\n{USAGE}")),
            _ => file = Some(arg),
        }
    }
    let file = file.ok_or(USAGE)?;
    Ok(Options {
        file,
        user,
        now,
        home,
        json,
    })
}

fn entry(event: &Event, one: &Assessment, messages: &Map<String, Value>) -> Value {
    let interviewers: Vec<Value> = of(one, Part::Interviewer).map(person).collect();
    json!({
        "uid": event.uid,
        "start": start(event),
        "interview": is_interview(one),
        "confidence": (one.verdict.confidence * 1000.0).round() / 1000.0,
        "company": one.employer,
        "role": one.role,
        "format": one.format.map(format),
        "interviewers": interviewers,
        "coordinator": of(one, Part::Coordinator).next().map(person),
        "group": one.group.map(|number| format!("loop-{}", number + 1)),
        "reasons": one.verdict.reasons.iter().map(|it| format!("{:+.1} {}", it.weight, words(it, messages))).collect::<Vec<_>>(),
    })
}

fn is_interview(one: &Assessment) -> bool {
    one.verdict.band != Band::Silent && one.direction == Direction::Candidate && !one.called_off
}

fn of(one: &Assessment, part: Part) -> impl Iterator<Item = &Participant> {
    one.people.iter().filter(move |person| person.part == part)
}

fn person(person: &Participant) -> Value {
    json!({ "name": person.name, "email": person.email })
}

const fn format(format: Format) -> &'static str {
    match format {
        Format::Phone => "phone",
        Format::Video => "video",
        Format::Onsite => "onsite",
    }
}

fn start(event: &Event) -> String {
    match &event.when {
        When::Timed { start, .. } => start.to_string(),
        When::AllDay { first, .. } => format!("{first}T00:00:00Z"),
    }
}

/// The words of a reason, as the extension would show them.
fn words(reason: &Reason, messages: &Map<String, Value>) -> String {
    let key = format!("reason_{}", reason.code);
    let text = messages
        .get(&key)
        .and_then(|entry| entry.get("message"))
        .and_then(Value::as_str)
        .unwrap_or(reason.code);
    text.replace("$DETAIL$", &reason.detail)
}

fn table(
    events: &[Event],
    assessments: &[Assessment],
    options: &Options,
    messages: &Map<String, Value>,
) -> String {
    let mut output = String::new();
    let interviews = interview::interviews(events, assessments, &options.home);
    for found in &interviews {
        let zone = found
            .zone
            .as_deref()
            .and_then(|name| TimeZone::get(name).ok())
            .unwrap_or_else(|| options.home.clone());
        let when = zone
            .to_datetime(found.start)
            .strftime("%Y-%m-%d %H:%M")
            .to_string();
        let past = options.now.map_or("", |now| {
            if found.end <= now {
                " (past)"
            } else {
                " (to come)"
            }
        });
        let off = if found.called_off {
            " (called off)"
        } else {
            ""
        };
        let band = if found.verdict.band == Band::Prompt {
            "interview"
        } else {
            "ask"
        };
        output.push_str(&format!(
            "{when}{past}{off}  {}  [{band} {:.2}]\n",
            found.title, found.verdict.confidence
        ));
        let form = found.format.map_or("?", format);
        output.push_str(&format!(
            "    {} | {} | {form}\n",
            found.employer.as_deref().unwrap_or("?"),
            found.role.as_deref().unwrap_or("?")
        ));
        for person in &found.people {
            let part = if person.part == Part::Coordinator {
                "coordinator"
            } else {
                "interviewer"
            };
            let title = person
                .title
                .as_deref()
                .map(|title| format!(", {title}"))
                .unwrap_or_default();
            let main = person.main_contact.map_or("", |_| " — main contact");
            output.push_str(&format!(
                "    {part}: {}{title} <{}>{main}\n",
                person.name.as_deref().unwrap_or("?"),
                person.email.as_deref().unwrap_or("?")
            ));
        }
        for reason in found.verdict.reasons.iter().take(4) {
            output.push_str(&format!(
                "    {:+.1} {}\n",
                reason.weight,
                words(reason, messages)
            ));
        }
    }
    output.push_str(&format!(
        "{} events, {} interviews\n",
        events.len(),
        interviews.len()
    ));
    output
}

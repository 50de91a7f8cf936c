//! Reads a calendar file and a profile and prints every note that Afternote would draft.
//!
//! `cargo run --release --example notes -- FILE.ics --me ADDRESS [--me …] --name "…"
//! [--profile PROFILE.json] [--now RFC3339] [--zone IANA] [--variant N] [--json]`
//!
//! The profile is the JSON object that is stored as `profile`: `name`, `emails`, `sellingPoints`,
//! `signature`, `tone`, `language`; each may be missing. One key more, `specifics`, maps an address or a
//! name to what was talked about with that person; `*` stands for everybody else.

use std::{collections::BTreeMap, process::ExitCode};

use afternote::{
    app::codes,
    domain::{
        calendar::ics::Reader,
        follow_up::timing::{self, Stage},
        interview::{self, Band, Interview, Part, Participant, User},
        note::{
            compose::{Brief, Draft, compose, entry},
            kind::Kind,
            language::{Address, Language},
            plan::{Channel, PlannedNote, Relay, plan},
            review::{Expectation, Finding, message_words, review},
        },
    },
};
use jiff::{Timestamp, tz::TimeZone};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Profile {
    name: String,
    emails: Vec<String>,
    selling_points: Vec<String>,
    signature: String,
    tone: String,
    language: String,
    specifics: BTreeMap<String, String>,
}

struct Options {
    file: String,
    profile: Profile,
    now: Option<Timestamp>,
    home: TimeZone,
    variant: u32,
    json: bool,
}

/// A draft beside the person it is for.
struct Written<'a> {
    person: &'a Participant,
    planned: PlannedNote,
    draft: Draft,
    words: usize,
    findings: Vec<Finding>,
}

fn main() -> ExitCode {
    match run() {
        Ok(output) => {
            use std::io::Write;
            // A closed pipe (`notes … | head`) is no failure.
            let _ = std::io::stdout().write_all(output.as_bytes());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("notes: {message}");
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
    let user = User {
        emails: options.profile.emails.clone(),
        name: options.profile.name.clone(),
        ..User::default()
    };
    let assessments = interview::assess(&events, &user, &options.home);
    let found = interview::interviews(&events, &assessments, &options.home);
    let owed = found
        .iter()
        .filter(|it| !it.called_off && it.verdict.band != Band::Silent);
    let mut entries = Vec::new();
    let mut output = String::new();
    for interview in owed {
        let notes = written(interview, &options);
        output.push_str(&letters(interview, &notes));
        entries.push(report(interview, &notes));
    }
    if options.json {
        return serde_json::to_string_pretty(&entries)
            .map(|text| text + "\n")
            .map_err(|error| error.to_string());
    }
    Ok(output)
}

fn options(mut args: impl Iterator<Item = String>) -> Result<Options, String> {
    const USAGE: &str = "usage: notes FILE.ics --me ADDRESS [--me …] --name \"…\" [--profile PROFILE.json] [--now RFC3339] [--zone IANA] [--variant N] [--json]";
    let mut options = Options {
        file: String::new(),
        profile: Profile::default(),
        now: None,
        home: TimeZone::UTC,
        variant: 0,
        json: false,
    };
    let mut emails = Vec::new();
    let mut name = None;
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value\n{USAGE}"));
        let wrong = |error: &dyn std::fmt::Display| format!("{arg}: {error}");
        match arg.as_str() {
            "--me" => emails.push(value()?.to_lowercase()),
            "--name" => name = Some(value()?),
            "--profile" => {
                let text = std::fs::read_to_string(value()?).map_err(|it| wrong(&it))?;
                options.profile = serde_json::from_str(&text).map_err(|it| wrong(&it))?;
            }
            "--now" => options.now = Some(value()?.parse().map_err(|it: jiff::Error| wrong(&it))?),
            "--zone" => options.home = TimeZone::get(&value()?).map_err(|it| wrong(&it))?,
            "--variant" => {
                options.variant = value()?
                    .parse()
                    .map_err(|it: std::num::ParseIntError| wrong(&it))?;
            }
            "--json" => options.json = true,
            _ if arg.starts_with("--") => return Err(format!("unknown option {arg}\n{USAGE}")),
            _ => options.file = arg,
        }
    }
    if options.file.is_empty() {
        return Err(USAGE.to_owned());
    }
    options.profile.emails.extend(emails);
    if let Some(name) = name {
        options.profile.name = name;
    }
    Ok(options)
}

/// The notes of one interview, in the order of the plan, each reviewed beside the others.
fn written<'a>(interview: &'a Interview, options: &Options) -> Vec<Written<'a>> {
    let mut notes: Vec<Written<'a>> = Vec::new();
    for planned in plan(&interview.people, Relay::Each) {
        let Some(person) = interview.people.get(planned.participant) else {
            continue;
        };
        let beside: Vec<String> = notes.iter().map(|it| it.draft.body.clone()).collect();
        let mut brief = brief(interview, person, planned.participant, options);
        brief.beside = &beside;
        let draft = compose(&brief);
        notes.push(Written {
            person,
            planned,
            draft,
            words: 0,
            findings: Vec::new(),
        });
    }
    let bodies: Vec<(String, String)> = notes
        .iter()
        .map(|it| (named(it.person), it.draft.body.clone()))
        .collect();
    for (index, note) in notes.iter_mut().enumerate() {
        let others: Vec<(String, String)> = bodies
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index)
            .map(|(_, it)| it.clone())
            .collect();
        let names: Vec<String> = others.iter().map(|(name, _)| name.clone()).collect();
        let expectation = Expectation {
            recipient: note.person.name.as_deref(),
            employer: interview.employer.as_deref(),
            role: interview.role.as_deref(),
            title: note.person.title.as_deref(),
            specific: specific(note.person, &options.profile),
            sender: &options.profile.name,
            signature: &options.profile.signature,
            other_names: &names,
            other_notes: &others,
            language: Language::from_code(&options.profile.language),
            to_coordinator: note.person.part == Part::Coordinator,
            no_offer: kind(interview) == Kind::Informational,
            selling_points: &options.profile.selling_points,
            ..Expectation::default()
        };
        note.words = message_words(&note.draft.body, &expectation);
        note.findings = review(&note.draft.subject, &note.draft.body, &expectation);
    }
    notes
}

fn brief<'a>(
    interview: &'a Interview,
    person: &'a Participant,
    place: usize,
    options: &'a Options,
) -> Brief<'a> {
    // Without --now it is the hour after the interview.
    let now = options.now.unwrap_or(interview.end);
    Brief {
        recipient: person.name.as_deref(),
        call: None,
        part: person.part,
        readers: &[],
        employer: interview.employer.as_deref(),
        role: interview.role.as_deref(),
        specific: specific(person, &options.profile),
        shared: is_shared(interview, person, &options.profile),
        title: person.title.as_deref(),
        selling_points: &options.profile.selling_points,
        points_chosen: false,
        sender: &options.profile.name,
        signature: &options.profile.signature,
        tone: codes::tone_from(&options.profile.tone),
        kind: kind(interview),
        again: false,
        rejected: false,
        language: Language::from_code(&options.profile.language),
        address: Address::default(),
        position: u32::try_from(place).unwrap_or(0),
        start: entry(interview.end),
        variant: options.variant,
        late: timing::stage(interview.end, now) >= Stage::Late,
        beside: &[],
        learned: &[],
        instead_of: "",
    }
}

fn kind(interview: &Interview) -> Kind {
    Kind::of(
        &interview.title,
        interview.role.as_deref(),
        interview.events.len(),
    )
}

fn specific<'a>(person: &Participant, profile: &'a Profile) -> &'a str {
    [person.email.as_deref(), person.name.as_deref(), Some("*")]
        .into_iter()
        .flatten()
        .find_map(|key| profile.specifics.get(key))
        .map_or("", String::as_str)
}

/// Whether somebody else of the interview gets the same specific.
fn is_shared(interview: &Interview, person: &Participant, profile: &Profile) -> bool {
    let mine = specific(person, profile);
    let same = interview
        .people
        .iter()
        .filter(|it| specific(it, profile) == mine);
    same.count() > 1
}

fn named(person: &Participant) -> String {
    let name = person.name.as_ref().or(person.email.as_ref());
    name.cloned().unwrap_or_default()
}

const fn channel(value: Channel) -> &'static str {
    match value {
        Channel::Email => "email",
        Channel::ViaCoordinator => "via_coordinator",
        Channel::InOneNote => "in_one_note",
        Channel::Unknown => "unknown",
    }
}

fn letters(interview: &Interview, notes: &[Written<'_>]) -> String {
    let mut output = format!("=== {}  {}\n\n", interview.start, interview.title);
    for note in notes {
        output.push_str(&format!(
            "To: {} <{}> [{}; {}{}]\nSubject: {}\n\n{}\n\n",
            named(note.person),
            note.planned.address.as_deref().unwrap_or("?"),
            channel(note.planned.channel),
            note.planned.why,
            if note.planned.call { "; call" } else { "" },
            note.draft.subject,
            note.draft.body,
        ));
        output.push_str(&format!("-- {} words", note.words));
        for finding in &note.findings {
            output.push_str(&format!(
                "; {:?} {} {}",
                finding.severity,
                finding.code,
                finding.details.join(", ")
            ));
        }
        output.push_str("\n\n");
    }
    output
}

fn report(interview: &Interview, notes: &[Written<'_>]) -> Value {
    let notes: Vec<Value> = notes
        .iter()
        .map(|it| {
            let findings: Vec<Value> = it
                .findings
                .iter()
                .map(|it| json!({ "code": it.code, "severity": format!("{:?}", it.severity).to_lowercase(), "details": it.details }))
                .collect();
            json!({
                "name": it.person.name,
                "email": it.person.email,
                "to": it.planned.address,
                "channel": channel(it.planned.channel),
                "why": it.planned.why,
                "call": it.planned.call,
                "subject": it.draft.subject,
                "body": it.draft.body,
                "words": it.words,
                "findings": findings,
            })
        })
        .collect();
    json!({
        "start": interview.start.to_string(),
        "title": interview.title,
        "company": interview.employer,
        "role": interview.role,
        "notes": notes,
    })
}

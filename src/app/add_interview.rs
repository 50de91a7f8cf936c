//! Adds by hand what no calendar knows: an interview, or a person met in one. An interview that a
//! calendar knows already is completed instead.

use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};

use super::{
    codes,
    error::{AppError, Field},
    ports::KeyValueStore,
    protocol::{HandInterview, HandPerson},
    store::{
        Store,
        record::instant,
        said::SaidV1,
        v1::{InterviewV1, OriginV1, PersonV1, VerdictV1},
    },
};
use crate::domain::{
    calendar::spoken::SlashOrder,
    form_time,
    interview::{
        line,
        same::{Account, is_same, is_same_name},
    },
};

/// Longest interview that is believed: an assessment centre may take two days.
const LONGEST: SignedDuration = SignedDuration::from_hours(72);
/// How far from today a date is believed; further is a slip of the pen in the year.
const FURTHEST: SignedDuration = SignedDuration::from_hours(2 * 366 * 24);

/// What a line says, for the fields of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandLine {
    /// Employer; may be empty.
    pub employer: String,
    /// Role; may be empty.
    pub role: String,
    /// Beginning and end on the user's clock, if it says when.
    pub when: Option<(DateTime, DateTime)>,
    /// It says the time, and not only the day.
    pub says_time: bool,
    /// People met.
    pub people: Vec<HandPerson>,
}

/// The instant of a day and a time of day as a form gives them, milliseconds since 1970 UTC; `None`
/// when either is none.
#[must_use]
pub fn form_instant(day: &str, time: &str, zone: &TimeZone) -> Option<i64> {
    let local = form_time::date(day)?.to_datetime(form_time::time(time)?);
    let instant = zone.to_ambiguous_timestamp(local).compatible().ok()?;
    Some(instant.as_millisecond())
}

/// Understands a line such as "Interview with Acme, Tue 3pm, Priya Shah and Tom"; `language` decides
/// what `11/12` is.
#[must_use]
pub fn understand(text: &str, now: DateTime, language: &str) -> HandLine {
    let month_first = matches!(language, "en" | "en-US" | "en-CA" | "fil" | "fil-PH");
    let order = if month_first {
        SlashOrder::MonthFirst
    } else {
        SlashOrder::DayFirst
    };
    let line = line::understand(text, now, order);
    let people = line.people.into_iter().map(|it| HandPerson {
        name: it.name,
        email: it.email,
        title: String::new(),
    });
    HandLine {
        employer: line.employer.unwrap_or_default(),
        role: line.role.unwrap_or_default(),
        when: line.when,
        says_time: line.says_time,
        people: people.collect(),
    }
}

/// Adds an interview; its id follows from the command's, so that a retry adds nothing.
///
/// # Errors
/// [`AppError::InvalidInput`] naming the field; the storage's.
pub async fn add_interview<K: KeyValueStore>(
    store: &Store<'_, K>,
    now: Timestamp,
    command: &str,
    input: &HandInterview,
) -> Result<String, AppError> {
    check(input, now)?;
    let id = format!("hand-{command}");
    match store.interview(&id).await {
        Ok(_) => return Ok(id),
        Err(AppError::NotFound) => {}
        Err(error) => return Err(error),
    }
    if let Some(known) = known(store, input).await? {
        return join(store, command, known, input).await;
    }
    let mut interview = InterviewV1 {
        id: id.clone(),
        rev: 0,
        origin: OriginV1::Hand,
        events: Vec::new(),
        title: input.employer.trim().to_owned(),
        employer: filled(&input.employer),
        role: filled(&input.role),
        format: None,
        start_ms: input.start_ms,
        end_ms: input.end_ms,
        zone: filled(&input.zone),
        location: String::new(),
        organizer: None,
        meeting_link: None,
        verdict: VerdictV1 {
            band: codes::BAND_HAND.to_owned(),
            confidence: 1.0,
            reasons: Vec::new(),
        },
        answer: Some(true),
        called_off: false,
        vanished: false,
        answer_before: None,
        zone_assumed: false,
        people: Vec::new(),
        removed: Vec::new(),
        prompts: Vec::new(),
        said: SaidV1::default(),
        outcome: None,
        outcomes: Vec::new(),
        check_in: None,
        snoozed_until_ms: None,
        put_off: None,
        commands: Vec::new(),
    };
    for person in &input.people {
        push(&mut interview, person)?;
    }
    store
        .save_interviews(vec![interview], Some(command))
        .await?;
    Ok(id)
}

/// The interview that a calendar has told of already.
async fn known<K: KeyValueStore>(
    store: &Store<'_, K>,
    input: &HandInterview,
) -> Result<Option<InterviewV1>, AppError> {
    let typed = Account {
        employer: Some(input.employer.trim()),
        title: "",
        start: instant(input.start_ms),
        end: instant(input.end_ms),
    };
    let is_known = |it: &InterviewV1| {
        let stored = Account {
            employer: it.employer.as_deref(),
            title: "",
            start: it.start(),
            end: it.end(),
        };
        !it.called_off && is_same(&stored, &typed)
    };
    let records = store.records().await?;
    if records.newer {
        return Err(AppError::NewerData);
    }
    Ok(records.interviews.into_iter().find(is_known))
}

/// Completes a known interview by what the user says of it, and takes it for theirs.
async fn join<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    mut known: InterviewV1,
    input: &HandInterview,
) -> Result<String, AppError> {
    if known.has_done(command) {
        return Ok(known.id);
    }
    known.answer(true);
    if let Some(role) = filled(&input.role) {
        let employer = known.employer.clone();
        known.correct(employer, Some(role));
    }
    for person in &input.people {
        let is_there = known.people.iter().any(|it| {
            let email = it.email.as_deref();
            is_same_name(&person.name, it.name.as_deref(), email)
                || email.is_some_and(|it| it.eq_ignore_ascii_case(person.email.trim()))
        });
        if !is_there {
            push(&mut known, person)?;
        }
    }
    let id = known.id.clone();
    store.save_interviews(vec![known], Some(command)).await?;
    Ok(id)
}

/// Adds a person to an interview.
///
/// # Errors
/// [`AppError::InvalidInput`] when neither name nor address is given or the person is there
/// already; [`AppError::NotFound`]; the storage's.
pub async fn add_person<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    id: &str,
    person: &HandPerson,
) -> Result<(), AppError> {
    let mut interview = store.interview(id).await?;
    if interview.has_done(command) {
        return Ok(());
    }
    push(&mut interview, person)?;
    store.save_interviews(vec![interview], Some(command)).await
}

fn check(input: &HandInterview, now: Timestamp) -> Result<(), AppError> {
    let (start, end) = (instant(input.start_ms), instant(input.end_ms));
    let length = end.duration_since(start);
    if input.employer.trim().is_empty() {
        Err(AppError::InvalidInput(Field::Employer))
    } else if now.duration_since(start).abs() > FURTHEST {
        Err(AppError::InvalidInput(Field::Start))
    } else if length.is_negative() || length > LONGEST {
        Err(AppError::InvalidInput(Field::End))
    } else if input.people.is_empty() {
        Err(AppError::InvalidInput(Field::People))
    } else {
        Ok(())
    }
}

fn push(interview: &mut InterviewV1, input: &HandPerson) -> Result<(), AppError> {
    let name = filled(&input.name);
    let email = filled(&input.email).map(|it| it.to_lowercase());
    let known = interview.people.iter().any(|it| match (&it.email, &email) {
        (Some(one), Some(other)) => one == other,
        _ => it.name.is_some() && it.name == name,
    });
    if known || (name.is_none() && email.is_none()) {
        return Err(AppError::InvalidInput(Field::People));
    }
    let mut person = PersonV1::new(interview.next_person_id(), name, email);
    person.title = filled(&input.title);
    interview.people.push(person);
    Ok(())
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|it| !it.is_empty())
}

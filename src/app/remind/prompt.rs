//! Which interviews deserve a prompt now, in which words, and when to look again.
//!
//! Decides and claims in the records; showing is the caller's, after the claims are stored.

use jiff::{Timestamp, tz::TimeZone};

use crate::{
    app::{
        ports::Notice,
        store::{
            record::instant,
            v1::{InterviewV1, PromptV1, SettingsV1},
        },
    },
    domain::follow_up::{
        prompts::{NextPrompt, PromptStage, next_prompt},
        status::Status,
    },
};

/// The prompts due now.
#[derive(Debug, Default)]
pub(super) struct Prompts {
    /// Interviews in which a prompt was claimed; to be stored before anything is shown.
    pub(super) claimed: Vec<InterviewV1>,
    /// At most one notification.
    pub(super) notice: Option<Notice>,
    /// When the next prompt will be due.
    pub(super) next: Option<Timestamp>,
}

/// Claims every prompt that is due now.
pub(super) fn claim(
    interviews: &[InterviewV1],
    settings: &SettingsV1,
    now: Timestamp,
    zone: &TimeZone,
) -> Prompts {
    let mut prompts = Prompts::default();
    if !settings.prompts {
        return prompts;
    }
    let quiet = settings.quiet_hours();
    let mut notices = Vec::new();
    for interview in interviews {
        let shown: Vec<PromptStage> = interview
            .prompts
            .iter()
            .filter_map(|it| PromptStage::from_code(&it.stage))
            .collect();
        let snoozed = interview.snoozed_until_ms.map(instant);
        let wanted = wanted(interview);
        let end = interview.end();
        match next_prompt(end, now, zone, &quiet, &wanted, &shown, snoozed) {
            NextPrompt::Never => {}
            NextPrompt::At(when) => {
                prompts.next = Some(prompts.next.map_or(when, |it| it.min(when)));
            }
            NextPrompt::Now(stage) => {
                let mut claimed = interview.clone();
                claimed.prompts.push(PromptV1 {
                    stage: stage.code().to_owned(),
                    at_ms: now.as_millisecond(),
                });
                claimed.snoozed_until_ms = None;
                notices.push(notice(interview, stage, settings.discreet));
                prompts.claimed.push(claimed);
            }
        }
    }
    prompts.notice = join(notices, settings.discreet);
    prompts
}

/// The stages that make sense for the notes of an interview as they stand.
fn wanted(interview: &InterviewV1) -> Vec<PromptStage> {
    if interview.is_open_question() {
        return vec![PromptStage::Ask];
    }
    if !interview.counts() || interview.owed() == 0 {
        return Vec::new();
    }
    let planned = interview.planned();
    let owed = || planned.iter().map(|(it, _)| it).filter(|it| it.is_owed());
    let mut stages = vec![PromptStage::Due, PromptStage::LastCall];
    if planned.is_empty() || owed().any(|it| it.status() == Status::ToAsk) {
        stages.push(PromptStage::Ask);
    }
    if owed().any(|it| it.status() != Status::ToAsk) {
        stages.push(PromptStage::Write);
    }
    stages
}

fn notice(interview: &InterviewV1, stage: PromptStage, discreet: bool) -> Notice {
    let code = if interview.is_open_question() {
        "question"
    } else {
        stage.code()
    };
    let id = format!("interview:{}", interview.id);
    if discreet {
        return Notice {
            id,
            code: "discreet",
            details: Vec::new(),
        };
    }
    let about = interview.employer.as_ref().unwrap_or(&interview.title);
    let names: Vec<&str> = interview
        .planned()
        .into_iter()
        .filter(|(it, _)| it.is_owed())
        .filter_map(|(it, _)| it.name.as_deref().or(it.email.as_deref()))
        .collect();
    Notice {
        id,
        code,
        details: vec![about.clone(), names.join(", ")],
    }
}

/// Several prompts are one notification.
fn join(mut notices: Vec<Notice>, discreet: bool) -> Option<Notice> {
    if notices.len() < 2 {
        return notices.pop();
    }
    let about: Vec<&str> = notices
        .iter()
        .filter_map(|it| it.details.first().map(String::as_str))
        .collect();
    Some(Notice {
        id: "interviews".to_owned(),
        code: if discreet { "discreet" } else { "several" },
        details: if discreet {
            Vec::new()
        } else {
            vec![notices.len().to_string(), about.join(", ")]
        },
    })
}

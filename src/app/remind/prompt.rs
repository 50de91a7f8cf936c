//! Which interviews deserve a prompt now, in which words, and when to look again.
//!
//! Decides and claims in the records; showing is the caller's, after the claims are stored.

use jiff::{Timestamp, tz::TimeZone};

use super::words;
use crate::{
    app::{
        notice::Notice,
        store::v1::{InterviewV1, PromptV1, SettingsV1},
    },
    domain::follow_up::{
        later,
        prompts::{NextPrompt, PromptStage, next_prompt},
        quiet_hours::QuietHours,
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

/// Claims every prompt that is due now; none while they are held back, but looks again at once.
pub(super) fn claim(
    interviews: &[InterviewV1],
    settings: &SettingsV1,
    now: Timestamp,
    zone: &TimeZone,
    held_back: bool,
) -> Prompts {
    let mut prompts = Prompts::default();
    if !settings.prompts {
        return prompts;
    }
    let quiet = settings.quiet_hours();
    let mut due: Vec<(&InterviewV1, PromptStage)> = Vec::new();
    for interview in interviews {
        // Most lie ahead, and the quiet hours of each would be reckoned with in vain.
        let soonest = PromptStage::soonest(interview.end());
        if now < soonest && prompts.next.is_some_and(|it| it <= soonest) {
            continue;
        }
        let mut times = Vec::new();
        match next(interview, now, zone, &quiet) {
            NextPrompt::Never => {}
            NextPrompt::At(when) => times.push(when),
            NextPrompt::Now(_) if held_back => times.push(now),
            NextPrompt::Now(stage) => {
                let mut claimed = interview.clone();
                // A later stage that a clock which was ahead had shown stays shown.
                let is_later = |it: &PromptV1| PromptStage::from_code(&it.stage) > Some(stage);
                let given_back = claimed.put_off.take().filter(is_later);
                claimed.prompts.extend(given_back);
                claimed.prompts.push(PromptV1 {
                    stage: stage.code().to_owned(),
                    at_ms: now.as_millisecond(),
                });
                claimed.snoozed_until_ms = None;
                // The stage after this one is looked forward to as well.
                if let NextPrompt::At(when) = next(&claimed, now, zone, &quiet) {
                    times.push(when);
                }
                due.push((interview, stage));
                prompts.claimed.push(claimed);
            }
        }
        prompts.next = prompts.next.into_iter().chain(times).min();
    }
    let can_wait = |it: &InterviewV1| {
        !it.is_open_question() && later::soonest(it.end(), now, zone, &quiet).is_some()
    };
    let notice = words::notice(&due, now.as_millisecond(), settings.discreet);
    prompts.notice = notice.map(|it| Notice {
        later: due.iter().any(|(it, _)| can_wait(it)),
        ..it
    });
    prompts
}

fn next(
    interview: &InterviewV1,
    now: Timestamp,
    zone: &TimeZone,
    quiet: &QuietHours,
) -> NextPrompt {
    let shown: Vec<PromptStage> = interview
        .prompts
        .iter()
        .filter_map(|it| PromptStage::from_code(&it.stage))
        .collect();
    let snoozed = interview.snoozed_until();
    let wanted = wanted(interview);
    next_prompt(interview.end(), now, zone, quiet, &wanted, &shown, snoozed)
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
    let open = interview.open_notes();
    let owed = || open.iter().map(|(it, _)| it);
    let mut stages = vec![PromptStage::Due, PromptStage::LastCall];
    if planned.is_empty() || owed().any(|it| it.status() == Status::ToAsk) {
        stages.push(PromptStage::Ask);
    }
    if owed().any(|it| it.status() != Status::ToAsk) {
        stages.push(PromptStage::Write);
    }
    stages
}

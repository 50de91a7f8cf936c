//! Notifications that are still to be seen: which of them say something that is no longer so, and
//! where a click on one leads.

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::{
    app::{
        notice::About,
        store::{migrate, v1::InterviewV1},
    },
    domain::follow_up::timing::{self, Stage},
};

/// Those of the shown ones that are to be taken away: the note was sent or skipped, the interview
/// was moved, called off, judged or deleted, or the prompt was put off.
pub(super) fn outdated(
    shown: &[String],
    interviews: &[InterviewV1],
    now: Timestamp,
) -> Vec<String> {
    let is_outdated = |it: &&String| {
        About::of_id(it).is_some_and(|about| {
            let mut still = meant(&about, interviews).filter(|it| stands(it, now));
            let question = matches!(about, About::Question(_));
            !still.any(|it| matches!(about, About::Several(_)) || it.is_open_question() == question)
        })
    };
    shown.iter().filter(is_outdated).cloned().collect()
}

/// Those about an interview that is being prompted for anew.
pub(super) fn replaced(shown: &[String], claimed: &[InterviewV1]) -> Vec<String> {
    let is_about = |id: &&String| match About::of_id(id) {
        Some(About::Interview(it) | About::Question(it)) => claimed.iter().any(|new| new.id == it),
        Some(About::Several(_)) | None => false,
    };
    shown.iter().filter(is_about).cloned().collect()
}

/// Where a click on a notification leads, as the fragment of the popup: to the one person who is
/// owed a note, to the interview, or, for several, to the list (empty).
#[must_use]
pub fn target(stored: &Map<String, Value>, notice: &str) -> String {
    let Some(about) = About::of_id(notice) else {
        return String::new();
    };
    let interviews = migrate::read_all(stored).interviews;
    let open = meant(&about, &interviews).filter(|it| {
        let single = !matches!(about, About::Several(_));
        single || it.is_open()
    });
    let open: Vec<&InterviewV1> = open.collect();
    let [interview] = open.as_slice() else {
        return String::new();
    };
    let owed: Vec<_> = interview.open_notes().into_iter().collect();
    match owed.as_slice() {
        [(person, _)] if interview.counts() && interview.outcome.is_none() => {
            format!("interview:{}/{}", interview.id, person.id)
        }
        _ => format!("interview:{}", interview.id),
    }
}

fn meant<'a>(
    about: &'a About,
    interviews: &'a [InterviewV1],
) -> impl Iterator<Item = &'a InterviewV1> {
    interviews.iter().filter(move |it| match about {
        About::Interview(id) | About::Question(id) => it.id == *id,
        About::Several(at_ms) => it.prompts.last().is_some_and(|it| it.at_ms == *at_ms),
    })
}

/// Whether what was claimed for an interview still holds. A moved one has no claims left, one that
/// was put off is to be silent, and after two days nothing is said any more.
fn stands(interview: &InterviewV1, now: Timestamp) -> bool {
    interview.is_open()
        && !interview.prompts.is_empty()
        && interview.snoozed_until().is_none()
        && timing::stage(interview.end(), now) < Stage::Late
}

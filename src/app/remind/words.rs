//! Which words a notification has: one for everything that is due together. It names whom it knows,
//! and asks where nothing is sure.

use crate::{
    app::{
        notice::{About, Notice, Offer},
        store::v1::InterviewV1,
    },
    domain::follow_up::prompts::PromptStage,
};

/// The notification about everything that was claimed at one instant; none for nothing.
pub(super) fn notice(
    claimed: &[(&InterviewV1, PromptStage)],
    at_ms: i64,
    discreet: bool,
) -> Option<Notice> {
    let mut notice = match claimed {
        [] => return None,
        [(interview, _)] if interview.is_open_question() => question(interview),
        [(interview, stage)] => single(interview, *stage),
        several => together(several, at_ms),
    };
    if discreet {
        notice.code = "discreet";
        notice.details.clear();
        notice.offer = Offer::Look;
    }
    Some(notice)
}

fn question(interview: &InterviewV1) -> Notice {
    Notice {
        about: About::Question(interview.id.clone()),
        code: "question",
        details: vec![interview.title.clone()],
        offer: Offer::Answer,
        later: false,
    }
}

fn single(interview: &InterviewV1, stage: PromptStage) -> Notice {
    let names: Vec<&str> = interview
        .open_notes()
        .into_iter()
        .filter_map(|(it, _)| it.name.as_deref().or(it.email.as_deref()))
        .collect();
    let code = match (names.is_empty(), stage) {
        (false, _) => stage.code(),
        (true, PromptStage::Ask) => "ask_nobody",
        (true, _) => "nobody",
    };
    let mut details = vec![name(interview).to_owned()];
    if !names.is_empty() {
        details.push(names.join(", "));
    }
    Notice {
        about: About::Interview(interview.id.clone()),
        code,
        details,
        offer: if names.is_empty() {
            Offer::Answer
        } else {
            Offer::Write
        },
        later: false,
    }
}

fn together(claimed: &[(&InterviewV1, PromptStage)], at_ms: i64) -> Notice {
    let mut interviews: Vec<&InterviewV1> = claimed.iter().map(|(it, _)| *it).collect();
    interviews.sort_by_key(|it| (it.end_ms, name(it), it.title.as_str()));
    let (doubtful, sure): (Vec<_>, Vec<_>) =
        interviews.into_iter().partition(|it| it.is_open_question());
    let titles: Vec<&str> = doubtful.iter().map(|it| it.title.as_str()).collect();
    let employers: Vec<&str> = sure.iter().map(|it| name(it)).collect();
    let (titles, employers) = (titles.join(", "), employers.join(", "));
    let (code, details, offer) = match (sure.is_empty(), doubtful.is_empty()) {
        (false, true) => {
            let details = vec![sure.len().to_string(), employers];
            ("several", details, Offer::Write)
        }
        (true, _) => ("questions", vec![titles], Offer::Answer),
        (false, false) => ("mixed", vec![employers, titles], Offer::Look),
    };
    Notice {
        about: About::Several(at_ms),
        code,
        details,
        offer,
        later: false,
    }
}

fn name(interview: &InterviewV1) -> &str {
    interview.employer.as_deref().unwrap_or(&interview.title)
}

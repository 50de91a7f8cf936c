//! A draft in other words: what a language model is asked, and what of its answer is let through.
//! Knows no model.

use super::DraftDesk;
pub use crate::domain::note::{
    difference::Piece,
    facts::{CODES, Refusal},
    rephrase::Prompt,
};
use crate::{
    app::store::note_context::NoteContext,
    domain::note::{
        difference,
        facts::{self, Parts},
        language::Language,
        rephrase,
        review::{Finding, Severity},
    },
};

/// What becomes of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Rephrased {
    /// It may be offered.
    Offered {
        /// The whole body, with greeting, closing and signature as they were.
        body: String,
        /// What changes in the message, by words.
        difference: Vec<Piece>,
    },
    /// It says something that was not there, leaves something out, or is no such text at all.
    Refused(Refusal),
    /// The review finds something in it that it does not find in the draft.
    Worse(Finding),
}

impl DraftDesk {
    /// The user wants drafts to be rephrased on this device.
    #[must_use]
    pub const fn wants_rephrasing(&self) -> bool {
        self.profile.rephrasing
    }

    /// ISO 639-1 code of the note's language.
    #[must_use]
    pub fn language(&self) -> &'static str {
        Language::from_code(&self.profile.language).code()
    }

    fn context(&self) -> NoteContext<'_> {
        NoteContext::new(&self.interview, &self.person, &self.profile).beside(&self.elsewhere)
    }

    /// What a model is asked for a body; `None` where there is no message in it.
    #[must_use]
    pub fn prompt(&self, body: &str) -> Option<Prompt> {
        let context = self.context();
        let expectation = context.expectation();
        let message = Parts::of(body, &expectation).message;
        let says = message.contains(char::is_alphanumeric);
        says.then(|| rephrase::prompt(message, expectation.language))
    }

    /// Holds an answer against the draft that it is for: facts first, then the review.
    #[must_use]
    pub fn judge_answer(&self, subject: &str, body: &str, answer: &str) -> Rephrased {
        let context = self.context();
        let expectation = context.expectation();
        let reworded = match facts::check(subject, body, answer, &expectation) {
            Ok(body) => body,
            Err(refusal) => return Rephrased::Refused(refusal),
        };
        let before = self.review(subject, body).findings;
        let after = self.review(subject, &reworded).findings.into_iter();
        let is_new = |it: &Finding| {
            it.severity > Severity::Hint && !before.iter().any(|other| other.code == it.code)
        };
        if let Some(finding) = after.into_iter().find(is_new) {
            return Rephrased::Worse(finding);
        }
        let message = |body| Parts::of(body, &expectation).message;
        Rephrased::Offered {
            difference: difference::difference(message(body), message(&reworded)),
            body: reworded,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::store::{
        migrate,
        note_context::Elsewhere,
        v1::{PersonV1, ProfileV1},
    };
    use serde_json::json;

    const BODY: &str = "Hi Priya,

Thank you for making the time to talk with me about the role at Kettlefish. I keep thinking about how you moved billing to event sourcing; it is exactly the kind of work I enjoy, and I would like to hear more about it.

After our conversation I am even more interested in joining you. If there is anything else you would like to know, I am happy to help.

Best,
Jordan Reyes";

    fn desk() -> DraftDesk {
        let mut person = PersonV1::new("p1".to_owned(), Some("Priya Shah".to_owned()), None);
        person.specific = "how they moved billing to event sourcing".to_owned();
        let record = json!({"version": migrate::CURRENT, "data": {
            "id": "one", "rev": 1, "origin": {"kind": "hand"}, "events": [], "title": "Interview",
            "employer": "Kettlefish", "role": null, "format": null, "startMs": 0, "endMs": 3_600_000,
            "zone": null, "location": "", "meetingLink": null,
            "verdict": {"band": "hand", "confidence": 1.0, "reasons": []},
            "answer": true, "calledOff": false, "people": [],
        }});
        let mut interview = migrate::read_interview(&record).unwrap();
        interview.people.push(person.clone());
        DraftDesk {
            interview,
            person,
            profile: ProfileV1 {
                name: "Jordan Reyes".to_owned(),
                ..ProfileV1::default()
            },
            elsewhere: Elsewhere::default(),
            now: jiff::Timestamp::UNIX_EPOCH,
        }
    }

    fn message() -> &'static str {
        let (_, rest) = BODY.split_once("\n\n").unwrap();
        rest.rsplit_once("\n\n").unwrap().0
    }

    #[test]
    fn the_model_sees_the_message_alone() {
        let prompt = desk().prompt(BODY).unwrap();
        assert!(prompt.message.contains(message()));
        for private in ["Hi Priya", "Jordan", "Best"] {
            assert!(!prompt.message.contains(private), "{private}");
        }
        assert_eq!(desk().prompt(" \n…\n"), None);
    }

    #[test]
    fn an_answer_that_says_the_same_is_offered_with_what_changes() {
        let answer = message().replace("even more interested in", "even more excited about");
        let Rephrased::Offered { body, difference } = desk().judge_answer("s", BODY, &answer)
        else {
            panic!("refused");
        };
        assert_eq!(body, BODY.replace(message(), &answer));
        let removed = Piece::Removed("interested in ".to_owned());
        let added = Piece::Added("excited about ".to_owned());
        let changes: Vec<&Piece> = difference
            .iter()
            .filter(|it| !matches!(it, Piece::Kept(_)))
            .collect();
        assert_eq!(changes, [&removed, &added]);
    }

    #[test]
    fn an_answer_with_anything_new_is_refused() {
        let answer = message().replace("I enjoy", "I enjoyed at Plumtree");
        let judged = desk().judge_answer("s", BODY, &answer);
        assert!(matches!(judged, Rephrased::Refused(it) if it.code == "word"));
    }

    #[test]
    fn an_answer_that_the_review_does_not_like_is_refused() {
        let answer = message().replace("I am happy to help", "I look forward to to hearing it");
        let judged = desk().judge_answer("s", BODY, &answer);
        let Rephrased::Worse(finding) = judged else {
            panic!("{judged:?}");
        };
        assert_eq!(finding.code, "doubled_word");
    }
}

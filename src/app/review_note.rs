//! What is wrong with the text in the editor, while it is typed and not stored yet.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::store::{
    migrate,
    note_context::{Elsewhere, NoteContext},
    v1::{InterviewV1, PersonV1, ProfileV1},
};
use crate::domain::note::review::{self, Finding};

/// Everything that one note is held against, gathered once, for every keystroke after.
#[derive(Clone, Debug)]
pub struct Reviewer {
    interview: InterviewV1,
    person: PersonV1,
    profile: ProfileV1,
    elsewhere: Elsewhere,
    now: Timestamp,
}

/// What the review says of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Reviewed {
    /// Findings, most serious first.
    pub findings: Vec<Finding>,
    /// Words of the message itself.
    pub words: usize,
}

impl Reviewer {
    /// The reviewer of the note to a person; `None` when there is no such person.
    #[must_use]
    pub fn new(
        stored: &Map<String, Value>,
        interview_id: &str,
        person_id: &str,
        now: Timestamp,
    ) -> Option<Self> {
        let records = migrate::read_all(stored);
        let interview = records.interviews.iter().find(|it| it.id == interview_id)?;
        let person = interview.people.iter().find(|it| it.id == person_id)?;
        Some(Self {
            elsewhere: Elsewhere::of(interview, person, &records.interviews),
            interview: interview.clone(),
            person: person.clone(),
            profile: records.profile,
            now,
        })
    }

    /// Holds a text against what is known.
    #[must_use]
    pub fn review(&self, subject: &str, body: &str) -> Reviewed {
        let context = NoteContext::new(&self.interview, &self.person, &self.profile)
            .beside(&self.elsewhere)
            .sent_at(self.now);
        let mut expectation = context.expectation();
        let stored = self.person.note.as_ref();
        expectation.edited |= stored.is_none_or(|it| it.subject != subject || it.body != body);
        Reviewed {
            findings: review::review(subject, body, &expectation),
            words: review::message_words(body, &expectation),
        }
    }
}

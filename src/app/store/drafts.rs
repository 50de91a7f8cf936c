//! The draft for one person from everything that is stored, and the drafts that follow when what is
//! known changes.

use jiff::Timestamp;

use super::{
    migrate::Records,
    note_context::{Elsewhere, NoteContext},
    v1::{InterviewV1, NoteV1},
};
use crate::domain::note::compose::{Draft, compose};

/// What drafts are composed with.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// Everything stored.
    pub records: &'a Records,
    /// When they are written.
    pub now: Timestamp,
}

impl Desk<'_> {
    /// Version `variant` of the draft for a person; `None` when there is no such person.
    #[must_use]
    pub fn draft(&self, interview: &InterviewV1, person: &str, variant: u32) -> Option<Draft> {
        let person = interview.people.iter().find(|it| it.id == person)?;
        let elsewhere = Elsewhere::of(interview, person, &self.records.interviews);
        let context = NoteContext::new(interview, person, &self.records.profile);
        let context = context.beside(&elsewhere);
        Some(compose(&context.brief(variant, self.now)))
    }

    /// Composes the drafts of these people anew, where they are nobody's own wording and have not
    /// left: the same versions, from what is known now.
    pub fn follow(&self, interview: &mut InterviewV1, people: &[String]) {
        let mut due: Vec<(String, u32)> = Vec::new();
        for person in &mut interview.people {
            if people.contains(&person.id) && person.has_following_draft() {
                // None of its sentences counts as said while it is being replaced.
                let variant = person.note.take().map_or(0, |it| it.variant);
                due.push((person.id.clone(), variant));
            }
        }
        for (id, variant) in due {
            let draft = self.draft(interview, &id, variant);
            let person = interview.people.iter_mut().find(|it| it.id == id);
            if let (Some(person), Some(draft)) = (person, draft) {
                person.note = Some(NoteV1 {
                    subject: draft.subject,
                    body: draft.body,
                    variant,
                    edited: false,
                    compared: None,
                });
            }
        }
    }
}

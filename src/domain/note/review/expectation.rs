//! What a draft is held against, and which words of it are the user's or the invitation's own.

use jiff::Timestamp;

use super::search;
use crate::domain::note::{language::Language, teach::Lesson};

/// When a note would be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// End of the interview.
    pub end: Timestamp,
    /// Now.
    pub now: Timestamp,
    /// The person was already thanked for this interview.
    pub thanked_before: bool,
}

/// What a draft is held against.
#[derive(Clone, Debug, Default)]
pub struct Expectation<'a> {
    /// What it is written in.
    pub language: Language,
    /// Full name of the person thanked.
    pub recipient: Option<&'a str>,
    /// What the user calls them, where it is not the first name.
    pub call: Option<&'a str>,
    /// The person only arranged the interview.
    pub to_coordinator: bool,
    /// There is nothing to offer oneself for: after a rejection, or a talk about advice.
    pub no_offer: bool,
    /// Employer.
    pub employer: Option<&'a str>,
    /// Role that was interviewed for.
    pub role: Option<&'a str>,
    /// Job title of the person thanked.
    pub title: Option<&'a str>,
    /// What was talked about, as the user typed it.
    pub specific: &'a str,
    /// The user's selling points.
    pub selling_points: &'a [String],
    /// The user's name.
    pub sender: &'a str,
    /// Lines under the closing.
    pub signature: &'a str,
    /// What the user's edits have taught.
    pub learned: &'a [Lesson],
    /// Names of the others met, so that a wrong one is noticed.
    pub other_names: &'a [String],
    /// Bodies of the other notes of this interview, with the name of the person each is for.
    pub other_notes: &'a [(String, String)],
    /// Names of the people of other interviews.
    pub names_elsewhere: &'a [String],
    /// Employers of other interviews.
    pub other_employers: &'a [String],
    /// Bodies of earlier notes to the same person, for other interviews.
    pub earlier_notes: &'a [String],
    /// When it would be sent; `None` leaves the clock out.
    pub moment: Option<Moment>,
    /// The user has changed the text: it may hold specifics that were never typed as such.
    pub edited: bool,
}

impl Expectation<'_> {
    /// Everything that the user or the invitation says of this note.
    pub(super) fn inputs(&self) -> impl Iterator<Item = &str> {
        let known = [
            Some(self.specific),
            self.employer,
            self.role,
            self.title,
            self.recipient,
            self.call,
            Some(self.sender),
            Some(self.signature),
        ];
        let lists = [self.selling_points, self.other_names];
        let lists = lists.into_iter().flatten().map(String::as_str);
        known.into_iter().flatten().chain(lists)
    }

    /// Whether they say these words: what they say is a fact, and no slip of the writer.
    pub(super) fn says(&self, words: &str) -> bool {
        let lower = words.to_lowercase();
        self.inputs().any(|it| search::find(it, &lower).is_some())
    }
}

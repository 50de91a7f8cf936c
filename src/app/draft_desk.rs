//! What the page of a draft needs: what is wrong with the text in the editor, what goes above it
//! when somebody else hands it on, and what to say on the phone instead.

pub mod rephrasing;

use std::ops::Range;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::{
    codes,
    protocol::{Lesson, views},
    store::{
        learned::LessonV1,
        migrate,
        note_context::{Elsewhere, NoteContext, address},
        v1::{InterviewV1, PersonV1, ProfileV1},
    },
};
pub use crate::domain::note::spoken::Script;
use crate::domain::{
    note::{
        language::{Address, Language},
        plan::Channel,
        relay,
        review::{self, Finding, Severity},
        spoken, teach,
    },
    ordering::sort_by,
};

/// Where the findings lie in the text, the first one first.
#[must_use]
pub fn places(findings: &[views::Finding]) -> Vec<(Range<usize>, views::Severity)> {
    let mut places: Vec<_> = findings
        .iter()
        .filter_map(|it| Some((it.at.clone()?, it.severity)))
        .collect();
    sort_by(&mut places, |(one, _), (other, _)| {
        one.start.cmp(&other.start)
    });
    places
}

/// Everything that one note is held against, gathered once, for every keystroke after.
#[derive(Clone, Debug)]
pub struct DraftDesk {
    interview: InterviewV1,
    person: PersonV1,
    profile: ProfileV1,
    elsewhere: Elsewhere,
    now: Timestamp,
}

/// What an edit could teach, to be asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What would be learned.
    pub lesson: Lesson,
    /// Its words in this note: `Hi Priya,`.
    pub here: String,
    /// Its words in any note: `Hi …,`.
    pub anywhere: String,
}

/// What the review says of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Reviewed {
    /// Findings, most serious first.
    pub findings: Vec<Finding>,
    /// Words of the message itself.
    pub words: usize,
}

impl Reviewed {
    /// Nothing is left that would embarrass. Sending never depends on it.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        let stops = |it: &Finding| it.severity == Severity::Stop;
        !self.findings.iter().any(stops)
    }
}

impl DraftDesk {
    /// The desk for the note to a person; `None` when there is no such person.
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

    /// What the first of the user's edits could teach; `None` when there is nothing to ask.
    #[must_use]
    pub fn offer(&self, body: &str) -> Option<Offer> {
        let note = self.person.note.as_ref()?;
        // What was edited before drafts were kept for this cannot be told from ours.
        let composed = Some(&note.body).filter(|_| !note.edited);
        let ours = note.compared.as_ref().or(composed)?;
        let context = NoteContext::new(&self.interview, &self.person, &self.profile);
        let brief = context.brief(note.variant, self.now);
        let mut others = context.expectation().other_names.to_vec();
        others.extend(self.elsewhere.names().iter().cloned());
        others.push(self.profile.name.clone());
        let noticed = teach::noticed(ours, body, &brief, &others);
        let lesson = noticed.first()?;
        Some(Offer {
            here: lesson.shown_for(&brief),
            anywhere: lesson.shown(),
            lesson: Lesson::from(&LessonV1::from(lesson)),
        })
    }

    /// The lines above the note when it goes to the coordinator, who is asked to hand it on; `None`
    /// when it goes to the person.
    #[must_use]
    pub fn cover(&self) -> Option<String> {
        let planned = self.interview.planned();
        let (_, note) = planned.iter().find(|(it, _)| it.id == self.person.id)?;
        if note.channel != Channel::ViaCoordinator {
            return None;
        }
        let coordinator = self
            .interview
            .people
            .iter()
            .find(|it| it.email.is_some() && it.email == note.address);
        relay::cover(
            self.person.name.as_deref(),
            coordinator.and_then(|it| it.name.as_deref()),
            codes::tone_from(&self.profile.tone),
            Language::from_code(&self.profile.language),
            coordinator.map_or_else(Address::default, |it| address(it, &self.profile)),
        )
    }

    /// What to say on the phone, for the main contact alone.
    #[must_use]
    pub fn script(&self) -> Option<Script> {
        let planned = self.interview.planned();
        let (_, note) = planned.iter().find(|(it, _)| it.id == self.person.id)?;
        let context = NoteContext::new(&self.interview, &self.person, &self.profile);
        note.call
            .then(|| spoken::script(&context.brief(0, self.now)))
    }

    /// Whether the text is to be proofread: the engine knows English alone.
    #[must_use]
    pub fn is_proofread(&self) -> bool {
        !self.profile.no_proofreading
            && Language::from_code(&self.profile.language) == Language::English
    }

    /// Words that are right in this note whatever a dictionary says: names, and what the invitation
    /// contains. What the user typed about the conversation and of themselves is woven in as it is,
    /// so only the names in it are right.
    #[must_use]
    pub fn known_words(&self) -> Vec<String> {
        let people = self.interview.people.iter();
        let names = people.flat_map(|it| [&it.name, &it.title, &it.call]);
        let own = [&self.interview.employer, &self.interview.role];
        let mut words: Vec<String> = names.chain(own).flatten().cloned().collect();
        words.extend([
            self.interview.title.clone(),
            self.interview.location.clone(),
            self.profile.name.clone(),
            self.profile.signature.clone(),
        ]);
        let points = [&self.profile.selling_points, &self.person.selling_points];
        let typed = points.into_iter().flatten().chain([&self.person.specific]);
        words.extend(typed.flat_map(|it| names_in(it)));
        words.extend(self.profile.dictionary.iter().cloned());
        words.retain(|it| !it.trim().is_empty());
        words
    }
}

/// The words of a text that are written like names: with a digit, a capital inside, or a capital
/// where no sentence begins. Others may hold a slip.
fn names_in(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut begins = true;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_matches(|it: char| !it.is_alphanumeric());
        let is_name = bare.contains(char::is_numeric)
            || bare.chars().skip(1).any(char::is_uppercase)
            || (!begins && bare.starts_with(char::is_uppercase));
        if is_name {
            names.push(bare.to_owned());
        }
        let ends = word.trim_end().ends_with(['.', '!', '?', ':']) || word.ends_with('\n');
        begins = ends || (begins && bare.is_empty());
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reviewed(severities: &[Severity]) -> Reviewed {
        let finding = |severity: &Severity| Finding {
            code: "placeholder",
            severity: *severity,
            details: Vec::new(),
            at: None,
            fix: None,
        };
        Reviewed {
            findings: severities.iter().map(finding).collect(),
            words: 80,
        }
    }

    #[test]
    fn only_what_is_written_like_a_name_is_a_name() {
        for (text, expected) in [
            ("their migartion to Rust", &["Rust"][..]),
            (
                "Migartion of GraphQL, K8s and e2e tests.",
                &["GraphQL", "K8s", "e2e"],
            ),
            ("- Roadmap\n- Teh “Kafka” queue", &["Kafka"]),
            ("It was good. Teh iOS-app", &["iOS-app"]),
            ("C++, SQL & I", &["SQL", "I"]),
            ("", &[]),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }

    #[test]
    fn only_what_would_embarrass_keeps_a_draft_from_being_ready() {
        for ready in [
            &[][..],
            &[Severity::Hint],
            &[Severity::Warning, Severity::Hint],
        ] {
            assert!(reviewed(ready).is_ready(), "{ready:?}");
        }
        for not in [&[Severity::Stop][..], &[Severity::Stop, Severity::Hint]] {
            assert!(!reviewed(not).is_ready(), "{not:?}");
        }
    }
}

//! What the user says of an interview's people and of the meeting, employer and role included, and
//! what it was before, so that it can be taken back.

use serde::{Deserialize, Serialize};

use super::v1::{InterviewV1, NoteV1, PersonV1};
use crate::{
    app::codes,
    domain::{
        follow_up::status::Status,
        interview::Part,
        note::{
            kind::Kind,
            plan::{Channel, PlannedNote, Relay},
        },
    },
};

/// What the user said, over what a calendar says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SaidV1 {
    /// `kind_<code>`: what sort of meeting it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Ids of the people in the user's order, those taken out among them; empty is the plan's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<String>,
    /// One note to the coordinator, to be forwarded to everybody without an address.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub one_note: bool,
    /// The employer is the user's word: a calendar does not say otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub employer_set: bool,
    /// So is the role.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub role_set: bool,
    /// Employers that the user corrected: a calendar may still name them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known_as: Vec<String>,
    /// How it was before the user put something right last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Box<BeforeV1>>,
}

/// How an interview was before the user put something right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BeforeV1 {
    /// Sort of meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Order of the people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<String>,
    /// One note for all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub one_note: bool,
    /// Employer and role; `None` in records from when they could not be put right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<AboutV1>,
    /// The people.
    pub people: Vec<PersonBeforeV1>,
}

/// With whom an interview was and for what, and which of it is the user's word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AboutV1 {
    /// As [`InterviewV1::employer`].
    pub employer: Option<String>,
    /// As [`InterviewV1::role`].
    pub role: Option<String>,
    /// As [`SaidV1::employer_set`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub employer_set: bool,
    /// As [`SaidV1::role_set`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub role_set: bool,
    /// As [`SaidV1::known_as`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known_as: Vec<String>,
}

/// What can be put right of a person, and their draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonBeforeV1 {
    /// Who.
    pub id: String,
    /// As [`PersonV1::name`].
    pub name: Option<String>,
    /// As [`PersonV1::call`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<String>,
    /// As [`PersonV1::address`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// As [`PersonV1::email`].
    pub email: Option<String>,
    /// As [`PersonV1::title`].
    pub title: Option<String>,
    /// As [`PersonV1::part`].
    pub part: String,
    /// As [`PersonV1::part_set`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub part_set: bool,
    /// As [`PersonV1::main_contact`].
    pub main_contact: Option<String>,
    /// As [`PersonV1::known_as`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub known_as: Vec<String>,
    /// The draft, where it follows from what is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteV1>,
}

impl SaidV1 {
    /// Whether nothing was said.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// The sort of meeting, where the user said one.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        Kind::from_code(self.kind.as_deref()?)
    }

    /// Place of a person in the user's order; whoever is not in it comes after.
    #[must_use]
    pub fn place(&self, person: &str) -> i64 {
        let place = self.order.iter().position(|it| it == person);
        let place = place.unwrap_or(self.order.len());
        i64::try_from(place).unwrap_or(i64::MAX)
    }
}

impl InterviewV1 {
    /// What sort of meeting it was: as the user says, or as the calendar shows.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.said.kind().unwrap_or_else(|| self.kind_shown())
    }

    /// What sort of meeting the calendar shows.
    #[must_use]
    pub fn kind_shown(&self) -> Kind {
        Kind::of(&self.title, self.role.as_deref(), self.events.len())
    }

    /// The way notes without an address take.
    #[must_use]
    pub const fn relay(&self) -> Relay {
        if self.said.one_note {
            Relay::OneNote
        } else {
            Relay::Each
        }
    }

    /// The notes that are neither sent, skipped nor lapsed, each with its person.
    #[must_use]
    pub fn open_notes(&self) -> Vec<(&PersonV1, PlannedNote)> {
        let mut notes = self.planned();
        notes.retain(|(it, note)| note.channel != Channel::InOneNote && it.is_owed());
        notes
    }

    /// Those for whom the note to this person is forwarded; nobody for other notes.
    #[must_use]
    pub fn forwarded_by(&self, person: &PersonV1) -> Vec<&PersonV1> {
        let planned = self.planned();
        let is_for_all =
            |note: &PlannedNote| note.channel == Channel::InOneNote && note.address == person.email;
        let mut all = planned.into_iter().filter(|(_, note)| is_for_all(note));
        let forwards = codes::part_from(&person.part) == Part::Coordinator;
        all.by_ref()
            .filter(|_| forwards)
            .map(|(it, _)| it)
            .collect()
    }

    /// How it is now, to be kept while something is put right.
    #[must_use]
    pub fn as_it_is(&self) -> BeforeV1 {
        BeforeV1 {
            kind: self.said.kind.clone(),
            order: self.said.order.clone(),
            one_note: self.said.one_note,
            about: Some(AboutV1 {
                employer: self.employer.clone(),
                role: self.role.clone(),
                employer_set: self.said.employer_set,
                role_set: self.said.role_set,
                known_as: self.said.known_as.clone(),
            }),
            people: self.people.iter().map(before).collect(),
        }
    }

    /// Takes employer and role as the user says them, `None` for unknown; what was right already is
    /// still the calendar's to say.
    pub fn correct(&mut self, employer: Option<String>, role: Option<String>) {
        if self.employer != employer {
            let wrong = std::mem::replace(&mut self.employer, employer);
            let wrong = wrong.filter(|it| !self.said.known_as.contains(it));
            self.said.known_as.extend(wrong);
            self.said.employer_set = true;
        }
        if self.role != role {
            self.role = role;
            self.said.role_set = true;
        }
    }

    /// Makes employer and role as they were, where what they are is the user's word.
    fn take_back_about(&mut self, was: AboutV1) {
        if self.said.employer_set {
            self.employer = was.employer;
            self.said.employer_set = was.employer_set;
            self.said.known_as = was.known_as;
        }
        if self.said.role_set {
            self.role = was.role;
            self.said.role_set = was.role_set;
        }
    }

    /// Makes it as it was, people who came or went since and texts that are the user's own aside.
    pub fn take_back(&mut self, was: BeforeV1) {
        self.said.kind = was.kind;
        self.said.order = was.order;
        self.said.one_note = was.one_note;
        if let Some(about) = was.about {
            self.take_back_about(about);
        }
        for was in was.people {
            let Some(person) = self.people.iter_mut().find(|it| it.id == was.id) else {
                continue;
            };
            if was.note.is_some() && person.has_following_draft() {
                person.note = was.note;
            }
            person.name = was.name;
            person.call = was.call;
            person.address = was.address;
            person.email = was.email;
            person.title = was.title;
            person.part = was.part;
            person.part_set = was.part_set;
            person.main_contact = was.main_contact;
            person.known_as = was.known_as;
        }
    }
}

impl PersonV1 {
    /// Whether there is a draft that is nobody's own wording, and that has not left yet: it follows
    /// from what is known.
    #[must_use]
    pub fn has_following_draft(&self) -> bool {
        self.status() == Status::Drafted && self.note.as_ref().is_some_and(|it| !it.edited)
    }
}

fn before(person: &PersonV1) -> PersonBeforeV1 {
    PersonBeforeV1 {
        id: person.id.clone(),
        name: person.name.clone(),
        call: person.call.clone(),
        address: person.address.clone(),
        email: person.email.clone(),
        title: person.title.clone(),
        part: person.part.clone(),
        part_set: person.part_set,
        main_contact: person.main_contact.clone(),
        known_as: person.known_as.clone(),
        note: person.note.clone().filter(|_| person.has_following_draft()),
    }
}

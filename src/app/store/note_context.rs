//! What the notes of one interview have to do with each other: the facts a draft is made from and
//! held against.

use jiff::Timestamp;

use super::v1::{InterviewV1, PersonV1, ProfileV1};
use crate::{
    app::codes,
    domain::{
        follow_up::timing::{self, Stage},
        interview::Part,
        note::{
            compose::{Brief, Reader, entry},
            kind::Kind,
            language::{Address, Language},
            names,
            review::{Expectation, Moment},
            teach::Lesson,
        },
        ordering::sort_by,
    },
};

/// The note to one person, seen beside the other notes of the interview.
#[derive(Clone, Debug)]
pub struct NoteContext<'a> {
    interview: &'a InterviewV1,
    person: &'a PersonV1,
    profile: &'a ProfileV1,
    other_names: Vec<String>,
    other_notes: Vec<(String, String)>,
    beside: Vec<String>,
    selling_points: Vec<String>,
    elsewhere: Option<&'a Elsewhere>,
    moment: Option<Moment>,
    readers: Vec<Reader>,
    learned: Vec<Lesson>,
    /// What was talked about, with any of those who read the note.
    specific: String,
}

/// What the user's other interviews have to do with a note.
#[derive(Clone, Debug, Default)]
pub struct Elsewhere {
    names: Vec<String>,
    employers: Vec<String>,
    earlier_notes: Vec<String>,
}

impl Elsewhere {
    /// Names and employers of the other interviews, and what the same person was told before.
    #[must_use]
    pub fn of(interview: &InterviewV1, person: &PersonV1, interviews: &[InterviewV1]) -> Self {
        let others = || {
            interviews
                .iter()
                .filter(|it| it.id != interview.id && it.counts())
        };
        let mine: Vec<&String> = names(interview).collect();
        let names = others().flat_map(names).filter(|it| !mine.contains(it));
        // An agency is no other employer to its own recruiter, who arranges this interview as well.
        let people: Vec<&String> = emails(interview).collect();
        let of_agency = |it: &InterviewV1| emails(it).any(|it| people.contains(&it));
        let employers = others().filter(|it| !of_agency(it));
        let employers = employers.filter_map(|it| it.employer.as_ref());
        let email = person.email.as_ref();
        let earlier_notes = others()
            .filter(|it| email.is_some() && it.end_ms < interview.end_ms)
            .flat_map(|it| &it.people)
            .filter(|it| it.email.as_ref() == email && it.thanked_at().is_some())
            .filter_map(|it| Some(it.note.as_ref()?.body.clone()))
            .collect();
        Self {
            names: each_once(&mut names.collect()),
            employers: each_once(&mut employers.collect()),
            earlier_notes,
        }
    }

    /// Names of the people of the other interviews.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

/// How a person is addressed: as the user said of them, or as usual.
#[must_use]
pub fn address(person: &PersonV1, profile: &ProfileV1) -> Address {
    let own = person.address.as_deref().and_then(Address::from_code);
    own.or_else(|| Address::from_code(&profile.address))
        .unwrap_or_default()
}

/// Those whom the note is forwarded to, as far as they have names.
fn readers(interview: &InterviewV1, person: &PersonV1) -> Vec<Reader> {
    let all = interview.forwarded_by(person).into_iter();
    all.filter_map(|it| {
        Some(Reader {
            name: names::listed_name(it.name.as_deref()?),
            specific: it.specific.clone(),
        })
    })
    .filter(|it| !it.name.is_empty())
    .collect()
}

fn specific(person: &PersonV1, readers: &[Reader]) -> String {
    let all = readers.iter().map(|it| it.specific.as_str());
    let all: Vec<&str> = [person.specific.as_str()].into_iter().chain(all).collect();
    all.join("\n").trim().to_owned()
}

fn each_once(texts: &mut Vec<&String>) -> Vec<String> {
    sort_by(texts, |one, other| one.cmp(other));
    texts.dedup();
    texts.iter().copied().cloned().collect()
}

fn emails(interview: &InterviewV1) -> impl Iterator<Item = &String> {
    interview.people.iter().filter_map(|it| it.email.as_ref())
}

fn names(interview: &InterviewV1) -> impl Iterator<Item = &String> {
    interview.people.iter().filter_map(|it| it.name.as_ref())
}

impl<'a> NoteContext<'a> {
    /// Gathers what belongs to the note for `person`.
    #[must_use]
    pub fn new(interview: &'a InterviewV1, person: &'a PersonV1, profile: &'a ProfileV1) -> Self {
        let others = || interview.people.iter().filter(|it| it.id != person.id);
        let readers = readers(interview, person);
        let bodies = others().filter_map(|it| Some(it.note.as_ref()?.body.clone()));
        Self {
            interview,
            person,
            profile,
            other_names: others().filter_map(|it| it.name.clone()).collect(),
            other_notes: others()
                .filter_map(|it| {
                    let name = it.name.clone().or_else(|| it.email.clone())?;
                    Some((name, it.note.as_ref()?.body.clone()))
                })
                .collect(),
            beside: bodies.collect(),
            selling_points: if person.selling_points.is_empty() {
                profile.selling_points.clone()
            } else {
                person.selling_points.clone()
            },
            learned: profile.learned.lessons(),
            elsewhere: None,
            moment: None,
            specific: specific(person, &readers),
            readers,
        }
    }

    /// Sees the note beside the user's other interviews as well.
    #[must_use]
    pub fn beside(mut self, elsewhere: &'a Elsewhere) -> Self {
        self.beside.extend(elsewhere.earlier_notes.iter().cloned());
        self.elsewhere = Some(elsewhere);
        self
    }

    /// Reviews the note as one that is sent at `now`.
    #[must_use]
    pub fn sent_at(mut self, now: Timestamp) -> Self {
        self.moment = Some(Moment {
            end: self.interview.end(),
            now,
            thanked_before: self.person.thanked_at().is_some(),
        });
        self
    }

    /// The facts for a draft, written at `now`. It says nothing that holds on one day alone: a draft of
    /// the evening is sent the next morning.
    #[must_use]
    pub fn brief(&self, variant: u32, now: Timestamp) -> Brief<'_> {
        let end = self.interview.end();
        Brief {
            recipient: self.person.name.as_deref(),
            call: self.person.call.as_deref(),
            part: codes::part_from(&self.person.part),
            readers: &self.readers,
            employer: self.interview.employer.as_deref(),
            role: self.interview.role.as_deref(),
            specific: &self.person.specific,
            shared: self.is_shared(),
            title: self.person.title.as_deref(),
            selling_points: &self.selling_points,
            points_chosen: !self.person.selling_points.is_empty(),
            sender: &self.profile.name,
            signature: &self.profile.signature,
            tone: codes::tone_from(&self.profile.tone),
            kind: self.kind(),
            again: self
                .elsewhere
                .is_some_and(|it| !it.earlier_notes.is_empty()),
            rejected: self.is_rejected(),
            language: Language::from_code(&self.profile.language),
            address: address(self.person, self.profile),
            position: self.person.position(),
            start: entry(end),
            variant,
            late: timing::stage(end, now) >= Stage::Late,
            beside: &self.beside,
            learned: &self.learned,
            instead_of: self.replaced(variant),
        }
    }

    /// What a text is held against.
    #[must_use]
    pub fn expectation(&self) -> Expectation<'_> {
        Expectation {
            language: Language::from_code(&self.profile.language),
            recipient: self.person.name.as_deref(),
            call: self.person.call.as_deref(),
            to_coordinator: codes::part_from(&self.person.part) == Part::Coordinator,
            no_offer: self.is_rejected() || self.kind() == Kind::Informational,
            employer: self.interview.employer.as_deref(),
            role: self.interview.role.as_deref(),
            title: self.person.title.as_deref(),
            specific: &self.specific,
            sender: &self.profile.name,
            signature: &self.profile.signature,
            learned: &self.learned,
            other_names: &self.other_names,
            other_notes: &self.other_notes,
            selling_points: &self.selling_points,
            names_elsewhere: self.elsewhere.map_or(&[], |it| &it.names),
            other_employers: self.elsewhere.map_or(&[], |it| &it.employers),
            earlier_notes: self.elsewhere.map_or(&[], |it| &it.earlier_notes),
            moment: self.moment,
            edited: self.person.note.as_ref().is_some_and(|it| it.edited),
        }
    }

    /// The text that another version would take the place of.
    fn replaced(&self, variant: u32) -> &str {
        let note = self.person.note.as_ref();
        note.filter(|it| it.variant != variant)
            .map_or("", |it| &it.body)
    }

    fn is_rejected(&self) -> bool {
        self.interview.outcome.as_deref() == Some("rejection")
    }

    fn kind(&self) -> Kind {
        self.interview.kind()
    }

    fn is_shared(&self) -> bool {
        let mut others = self.interview.people.iter();
        others
            .any(|it| it.id != self.person.id && it.specific.trim() == self.person.specific.trim())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::app::store::migrate;

    fn interview(id: &str, employer: &str, email: &str) -> InterviewV1 {
        let record = json!({"version": migrate::CURRENT, "data": {
            "id": id, "rev": 1, "origin": {"kind": "hand"}, "events": [], "title": "Interview",
            "employer": employer, "role": null, "format": null, "startMs": 0, "endMs": 3_600_000,
            "zone": null, "location": "", "meetingLink": null,
            "verdict": {"band": "hand", "confidence": 1.0, "reasons": []},
            "answer": true, "calledOff": false, "people": [],
        }});
        let mut interview = migrate::read_interview(&record).unwrap();
        let name = Some(format!("Person {id}"));
        let person = PersonV1::new("p1".to_owned(), name, Some(email.to_owned()));
        interview.people.push(person);
        interview
    }

    #[test]
    fn the_agency_of_a_recruiter_is_no_other_employer_where_the_recruiter_is_met_again() {
        let all = [
            interview("one", "Dobbertin & Partner", "ana@dobbertin.example"),
            interview("two", "Plumtree", "tom@plumtree.example"),
            interview("three", "Kettlefish", "ana@dobbertin.example"),
        ];
        let [_, _, mine] = &all;
        let elsewhere = Elsewhere::of(mine, &mine.people[0], &all);
        assert_eq!(elsewhere.employers, ["Plumtree"]);
        assert_eq!(elsewhere.names, ["Person one", "Person two"]);
    }
}

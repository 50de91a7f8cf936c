//! What the notes of one interview have to do with each other: the facts a draft is made from and
//! held against.

use jiff::{Timestamp, tz::TimeZone};

use super::v1::{InterviewV1, PersonV1, ProfileV1};
use crate::{
    app::codes,
    domain::{
        follow_up::timing::{self, Stage},
        interview::Part,
        note::{compose::Brief, kind::Kind, language::Language, review::Expectation},
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
    selling_points: Vec<String>,
}

impl<'a> NoteContext<'a> {
    /// Gathers what belongs to the note for `person`.
    #[must_use]
    pub fn new(interview: &'a InterviewV1, person: &'a PersonV1, profile: &'a ProfileV1) -> Self {
        let others = || interview.people.iter().filter(|it| it.id != person.id);
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
            selling_points: if person.selling_points.is_empty() {
                profile.selling_points.clone()
            } else {
                person.selling_points.clone()
            },
        }
    }

    /// The facts for a draft, written at `now` by a user in `zone`.
    #[must_use]
    pub fn brief(&self, variant: u32, now: Timestamp, zone: &TimeZone) -> Brief<'_> {
        let end = self.interview.end();
        let day = |it: Timestamp| zone.to_datetime(it).date();
        Brief {
            recipient: self.person.name.as_deref(),
            part: codes::part_from(&self.person.part),
            employer: self.interview.employer.as_deref(),
            role: self.interview.role.as_deref(),
            specific: &self.person.specific,
            title: self.person.title.as_deref(),
            selling_points: &self.selling_points,
            points_chosen: !self.person.selling_points.is_empty(),
            sender: &self.profile.name,
            signature: &self.profile.signature,
            tone: codes::tone_from(&self.profile.tone),
            kind: self.kind(),
            again: false,
            rejected: self.interview.outcome.as_deref() == Some("rejection"),
            language: Language::from_code(&self.profile.language),
            position: self.position(),
            variant,
            same_day: day(end) == day(now),
            late: timing::stage(end, now) >= Stage::Late,
        }
    }

    /// What a text is held against.
    #[must_use]
    pub fn expectation(&self) -> Expectation<'_> {
        Expectation {
            recipient: self.person.name.as_deref(),
            employer: self.interview.employer.as_deref(),
            specific: &self.person.specific,
            sender: &self.profile.name,
            signature: &self.profile.signature,
            other_names: &self.other_names,
            other_notes: &self.other_notes,
            edited: self.person.note.as_ref().is_some_and(|it| it.edited),
        }
    }

    fn kind(&self) -> Kind {
        let people = &self.interview.people;
        let met = |it: &&PersonV1| codes::part_from(&it.part) == Part::Interviewer;
        Kind::of(
            &self.interview.title,
            self.interview.events.len(),
            people.iter().filter(met).count(),
        )
    }

    /// Place among the people of the interview. It follows from the id, so that a person added or
    /// moved later changes nobody else's draft.
    fn position(&self) -> u32 {
        self.person
            .id
            .strip_prefix('p')
            .and_then(|it| it.parse::<u32>().ok())
            .map_or(0, |it| it.saturating_sub(1))
    }
}

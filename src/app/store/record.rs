//! What can be asked of a stored interview and done to one of its people, whatever use case asks.

use jiff::{Timestamp, civil::Time};

use super::v1::{ChangeV1, InterviewV1, NoteV1, PersonV1, PromptV1, SettingsV1};
use crate::{
    app::{codes, error::AppError},
    domain::{
        follow_up::{
            quiet_hours::QuietHours,
            status::{Status, Step, TransitionError, apply},
            timing::LATE_AFTER,
        },
        form_time,
        interview::Participant,
        note::plan::{PlannedNote, plan},
        ordering::sort_by_number,
    },
};

/// Who made a change of status known: the user, in the popup.
pub const BY_USER: &str = "user";
/// The change follows from the time that has passed.
pub const BY_CLOCK: &str = "clock";
/// Another device of the user told it.
pub const BY_DEVICE: &str = "device";

/// Who was asked about an interview this long before it really ended is not asked again.
const OVERRUN_MS: i64 = 3_600_000;
/// How many changes that were taken back a person remembers: more than anybody makes by hand.
const MOST_TAKEN_BACK: usize = 16;
/// How many changes of the employer's answer an interview remembers.
const MOST_OUTCOMES: usize = 16;

/// Outcome of an interview that did not take place; nobody is owed anything.
pub const NOT_HELD: &str = "not_held";

impl InterviewV1 {
    /// End of the interview.
    #[must_use]
    pub fn end(&self) -> Timestamp {
        instant(self.end_ms)
    }

    /// Until when prompts are put off. What would be later than the last prompt was chosen by a
    /// clock that was wrong, and does not count.
    #[must_use]
    pub fn snoozed_until(&self) -> Option<Timestamp> {
        let until = self.snoozed_until_ms.map(instant)?;
        (until.duration_since(self.end()) < LATE_AFTER).then_some(until)
    }

    /// Start of the interview.
    #[must_use]
    pub fn start(&self) -> Timestamp {
        instant(self.start_ms)
    }

    /// The user says whether it is an interview.
    pub fn answer(&mut self, is_interview: bool) {
        self.answer = Some(is_interview);
        if is_interview {
            self.forget_early_prompts();
        }
    }

    /// What was shown long before it ended, before it was moved or known to be an interview, is no
    /// prompt about it.
    pub fn forget_early_prompts(&mut self) {
        let from = self.end_ms.saturating_sub(OVERRUN_MS);
        let holds = |it: &PromptV1| it.at_ms >= from;
        self.prompts.retain(holds);
        self.put_off = self.put_off.take().filter(holds);
    }

    /// Whether it counts as the user's interview: sure, or confirmed by the user, and not off.
    #[must_use]
    pub fn counts(&self) -> bool {
        !self.called_off && self.answer.unwrap_or(self.verdict.band != "ask")
    }

    /// Whether nobody can tell if it is an interview but the user, who has not said.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.answer.is_none() && self.verdict.band == "ask"
    }

    /// Whether the user is to be asked if it is an interview.
    #[must_use]
    pub fn is_open_question(&self) -> bool {
        !self.called_off && self.is_doubtful()
    }

    /// Whether a command has been carried out on this record already.
    #[must_use]
    pub fn has_done(&self, command: &str) -> bool {
        self.commands.iter().any(|it| it == command)
    }

    /// The person with this id.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn person_mut(&mut self, id: &str) -> Result<&mut PersonV1, AppError> {
        self.people
            .iter_mut()
            .find(|it| it.id == id)
            .ok_or(AppError::NotFound)
    }

    /// The people with the note planned for each; people who get none are left out.
    #[must_use]
    pub fn planned(&self) -> Vec<(&PersonV1, PlannedNote)> {
        let participants: Vec<Participant> = self.people.iter().map(participant).collect();
        let mut planned: Vec<_> = plan(&participants, self.relay())
            .into_iter()
            .filter_map(|note| self.people.get(note.participant).map(|it| (it, note)))
            .collect();
        sort_by_number(&mut planned, |(person, _)| self.said.place(&person.id));
        planned
    }

    /// Number of planned notes that are neither sent, skipped nor lapsed; none once the employer has
    /// answered. An interview of which
    /// nobody is known owes one, so that the user is asked whom they met.
    #[must_use]
    pub fn owed(&self) -> usize {
        if self.outcome.is_some() {
            return 0;
        }
        if self.people.is_empty() {
            return 1;
        }
        self.open_notes().len()
    }

    /// Takes down how the employer answered, or that it did not take place; `None` for neither.
    pub fn set_outcome(&mut self, outcome: Option<&str>, now: Timestamp, by: &str) {
        self.outcomes.push(ChangeV1 {
            at_ms: now.as_millisecond(),
            from: self.outcome.take().unwrap_or_default(),
            to: outcome.unwrap_or_default().to_owned(),
            by: by.to_owned(),
            undone_ms: None,
        });
        let surplus = self.outcomes.len().saturating_sub(MOST_OUTCOMES);
        self.outcomes.drain(..surplus);
        self.outcome = outcome.map(str::to_owned);
    }

    /// Whether the user said that it did not take place.
    #[must_use]
    pub fn was_not_held(&self) -> bool {
        self.outcome.as_deref() == Some(NOT_HELD)
    }

    /// Whether somebody was thanked for it.
    #[must_use]
    pub fn has_thanked(&self) -> bool {
        let mut all = self.people.iter().chain(&self.removed);
        all.any(|it| it.thanked_at().is_some())
    }

    /// An id that no person of this interview has had.
    #[must_use]
    pub fn next_person_id(&self) -> String {
        let highest = self
            .people
            .iter()
            .chain(&self.removed)
            .filter_map(|it| it.id.strip_prefix('p')?.parse::<u32>().ok())
            .max()
            .unwrap_or(0);
        format!("p{}", highest + 1)
    }
}

impl PersonV1 {
    /// Somebody met, of whom nothing is owed yet but the question.
    #[must_use]
    pub fn new(id: String, name: Option<String>, email: Option<String>) -> Self {
        Self {
            id,
            name,
            call: None,
            address: None,
            email,
            title: None,
            part: codes::part(crate::domain::interview::Part::Interviewer).to_owned(),
            part_set: false,
            known_as: Vec::new(),
            main_contact: None,
            specific: String::new(),
            selling_points: Vec::new(),
            note: None,
            status: Status::ToAsk.code().to_owned(),
            history: Vec::new(),
            taken_back: Vec::new(),
        }
    }

    /// Place among the people of the interview, from 0. It follows from the id, so that a person
    /// added or moved later changes nobody else's draft.
    #[must_use]
    pub fn position(&self) -> u32 {
        self.id
            .strip_prefix('p')
            .and_then(|it| it.parse::<u32>().ok())
            .map_or(0, |it| it.saturating_sub(1))
    }

    /// Where the note stands; an unknown code counts as not begun.
    #[must_use]
    pub fn status(&self) -> Status {
        Status::from_code(&self.status).unwrap_or(Status::ToAsk)
    }

    /// When this person was thanked for this interview, if ever.
    #[must_use]
    pub fn thanked_at(&self) -> Option<Timestamp> {
        self.history
            .iter()
            .rev()
            .find(|it| it.to == Status::Sent.code())
            .map(|it| instant(it.at_ms))
    }

    /// Whether the last "sent" was told by another device.
    #[must_use]
    pub fn is_thanked_elsewhere(&self) -> bool {
        let mut newest_first = self.history.iter().rev();
        let sent = newest_first.find(|it| it.to == Status::Sent.code());
        sent.is_some_and(|it| it.by == BY_DEVICE)
    }

    /// When this person was first thanked for this interview, if ever.
    #[must_use]
    pub fn first_thanked_at(&self) -> Option<Timestamp> {
        let mut history = self.history.iter();
        let sent = history.find(|it| it.to == Status::Sent.code());
        sent.map(|it| instant(it.at_ms))
    }

    /// Whether a note is still to be written to them. A second note is the user's own affair.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        let open = !matches!(
            self.status(),
            Status::Sent | Status::Skipped | Status::Lapsed
        );
        open && self.thanked_at().is_none()
    }

    /// Takes a step and writes it into the history.
    ///
    /// # Errors
    /// [`AppError::AlreadyThanked`] or [`AppError::IllegalStep`]; nothing is changed then.
    pub fn take(&mut self, step: Step, now: Timestamp, by: &str) -> Result<(), AppError> {
        let from = self.status();
        let to = apply(from, step).map_err(|error| match error {
            TransitionError::AlreadyThanked => AppError::AlreadyThanked,
            TransitionError::Illegal { .. } => AppError::IllegalStep,
        })?;
        if from != to {
            self.history.push(ChangeV1 {
                at_ms: now.as_millisecond(),
                from: from.code().to_owned(),
                to: to.code().to_owned(),
                by: by.to_owned(),
                undone_ms: None,
            });
            to.code().clone_into(&mut self.status);
        }
        Ok(())
    }

    /// The user takes the last change of status back. What the clock did stays in the history, with
    /// the user's step after it, so that the clock does not do it again.
    ///
    /// # Errors
    /// [`AppError::IllegalStep`] when there is none.
    pub fn take_back(&mut self, now: Timestamp) -> Result<(), AppError> {
        let Some(last) = self.history.last().filter(|it| it.by == BY_CLOCK) else {
            return self.undo(Some(now));
        };
        let back = ChangeV1 {
            at_ms: now.as_millisecond(),
            from: last.to.clone(),
            to: last.from.clone(),
            by: BY_USER.to_owned(),
            undone_ms: None,
        };
        self.status.clone_from(&back.to);
        self.history.push(back);
        Ok(())
    }

    /// When the clock closed the note, if that is the last that happened to it; milliseconds since
    /// 1970 UTC.
    #[must_use]
    pub fn lapsed_ms(&self) -> Option<i64> {
        let last = self.history.last().filter(|it| it.by == BY_CLOCK);
        last.filter(|_| self.status() == Status::Lapsed)
            .map(|it| it.at_ms)
    }

    /// Whether the user has done anything about the note since then.
    #[must_use]
    pub fn is_touched_since(&self, at: Timestamp) -> bool {
        let last = self.history.iter().rev().find(|it| it.by != BY_CLOCK);
        last.is_some_and(|it| instant(it.at_ms) >= at)
    }

    /// Takes the last change of status back, at an instant if that is known.
    ///
    /// # Errors
    /// [`AppError::IllegalStep`] when there is none.
    pub fn undo(&mut self, now: Option<Timestamp>) -> Result<(), AppError> {
        let last = self.history.pop().ok_or(AppError::IllegalStep)?;
        self.status.clone_from(&last.from);
        self.taken_back.push(ChangeV1 {
            undone_ms: now.map(Timestamp::as_millisecond),
            ..last
        });
        if self.taken_back.len() > MOST_TAKEN_BACK {
            // What no device knows is forgotten first.
            let told = [Status::Sent, Status::Skipped].map(Status::code);
            let untold = |it: &ChangeV1| !told.contains(&it.to.as_str());
            let oldest = self.taken_back.iter().position(untold).unwrap_or(0);
            self.taken_back.remove(oldest);
        }
        Ok(())
    }

    /// Opens the note again if the clock closed it: it was wrong to, and nobody took anything back.
    pub fn reopen(&mut self) {
        if self.lapsed_ms().is_some()
            && let Some(last) = self.history.pop()
        {
            self.status = last.from;
        }
    }

    /// Keeps the text of a draft, and whether it is the user's own wording.
    pub fn keep_note(&mut self, subject: &str, body: &str) {
        let (variant, edited) = self.note.as_ref().map_or((0, true), |note| {
            let changed = note.subject != subject || note.body != body;
            (note.variant, note.edited || changed)
        });
        let compared = self.note.as_ref().and_then(|note| {
            let first = !note.edited && note.body != body;
            let composed = first.then(|| note.body.clone());
            composed.or_else(|| note.compared.clone())
        });
        self.note = Some(NoteV1 {
            subject: subject.to_owned(),
            body: body.to_owned(),
            variant,
            edited,
            compared,
        });
    }
}

impl SettingsV1 {
    /// The quiet hours; the usual ones where a time does not read.
    #[must_use]
    pub fn quiet_hours(&self) -> QuietHours {
        let usual = QuietHours::default();
        let time = |text: &str, otherwise: Time| form_time::time(text).unwrap_or(otherwise);
        QuietHours {
            from: time(&self.quiet_from, usual.from),
            until: time(&self.quiet_until, usual.until),
            weekends: self.quiet_weekends,
        }
    }
}

/// The domain's view of a stored person.
#[must_use]
pub fn participant(person: &PersonV1) -> Participant {
    Participant {
        name: person.name.clone(),
        email: person.email.clone(),
        title: person.title.clone(),
        part: codes::part_from(&person.part),
        // Which reason it was does not matter to the plan, only that there is one.
        main_contact: person.main_contact.as_ref().map(|_| "stored"),
    }
}

/// An instant as stored; one outside the calendar's range becomes the nearest end of it.
#[must_use]
pub fn instant(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(if ms < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    })
}

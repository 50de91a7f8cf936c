//! Who is thanked after an interview, through which channel and why.
//!
//! Everybody met gets a note of their own. E-mail first: 87 % of managers accept it, more than any
//! other channel (Accountemps survey). A shared or automatic mailbox is never a recipient: the
//! detector leaves those out, and where one was typed it counts as no address.

use crate::domain::interview::{Part, Participant, is_no_persons};
use crate::domain::ordering::sort_by_number;

/// A way to reach a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// E-mail to the person's own address.
    Email,
    /// E-mail to the coordinator, who passes it on: the person's own address is unknown.
    ViaCoordinator,
    /// In the one note that the coordinator forwards to everybody without an address of their own.
    InOneNote,
    /// No way known: the user finds one, or sends it where both are members.
    Unknown,
}

/// What is planned for one participant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedNote {
    /// Index into the participants.
    pub participant: usize,
    /// How it goes out.
    pub channel: Channel,
    /// Address it goes to.
    pub address: Option<String>,
    /// An optional call is worth considering (main contact only).
    pub call: bool,
    /// Why this person and this channel: a stable code, its text is `plan_<code>` in `_locales`.
    pub why: &'static str,
}

/// The codes of `why`.
pub const REASONS: [&str; 5] = [
    "main_contact",
    "interviewer",
    "via_coordinator",
    "in_one_note",
    "coordinator",
];
/// The code of `why` for a person who can be reached in no known way.
pub const NO_ADDRESS: &str = "no_address";

/// The same, where what is known is an address that several people read, or nobody.
pub const SHARED_ADDRESS: &str = "shared_address";

/// How a coordinator hands on what is for people without an address of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Relay {
    /// A note for each of them.
    #[default]
    Each,
    /// One note that names them all.
    OneNote,
}

/// Whether there is a choice of [`Relay`]: several interviewers, none with an address, and a
/// coordinator with one.
#[must_use]
pub fn has_choice_of_relay(participants: &[Participant]) -> bool {
    let met = || {
        participants
            .iter()
            .filter(|it| it.part == Part::Interviewer)
    };
    let mut all = participants.iter();
    met().count() > 1
        && met().all(|it| own(it).is_none())
        && all.any(|it| it.part == Part::Coordinator && own(it).is_some())
}

/// The address that only this person reads.
fn own(it: &Participant) -> Option<&String> {
    let email = it.email.as_ref()?;
    (!is_no_persons(email, it.name.as_deref())).then_some(email)
}

/// One entry per participant: the main contact first, then interviewers, then the coordinator.
#[must_use]
pub fn plan(participants: &[Participant], relay: Relay) -> Vec<PlannedNote> {
    let coordinator = participants
        .iter()
        .filter(|it| it.part == Part::Coordinator)
        .find_map(|it| own(it).cloned());
    let mut notes: Vec<PlannedNote> = participants
        .iter()
        .enumerate()
        .map(|(index, it)| one(index, it, coordinator.as_ref(), relay))
        .collect();
    let rank = |note: &PlannedNote| {
        participants.get(note.participant).map_or(3, |it| {
            match (it.main_contact.is_some(), it.part) {
                (true, _) => 0,
                (false, Part::Interviewer) => 1,
                (false, Part::Coordinator) => 2,
            }
        })
    };
    sort_by_number(&mut notes, rank);
    notes
}

fn one(index: usize, it: &Participant, coordinator: Option<&String>, relay: Relay) -> PlannedNote {
    let (channel, address, why) = match (own(it), coordinator, it.part) {
        (Some(email), _, Part::Coordinator) => (Channel::Email, Some(email), "coordinator"),
        (Some(email), _, Part::Interviewer) if it.main_contact.is_some() => {
            (Channel::Email, Some(email), "main_contact")
        }
        (Some(email), ..) => (Channel::Email, Some(email), "interviewer"),
        (None, Some(other), Part::Interviewer) if relay == Relay::OneNote => {
            (Channel::InOneNote, Some(other), "in_one_note")
        }
        (None, Some(other), _) => (Channel::ViaCoordinator, Some(other), "via_coordinator"),
        (None, None, _) if it.email.is_some() => (Channel::Unknown, None, SHARED_ADDRESS),
        (None, None, _) => (Channel::Unknown, None, NO_ADDRESS),
    };
    PlannedNote {
        participant: index,
        channel,
        address: address.cloned(),
        call: it.main_contact.is_some() && it.part == Part::Interviewer,
        why,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(email: Option<&str>, part: Part, main: bool) -> Participant {
        Participant {
            name: Some("Somebody".to_owned()),
            email: email.map(str::to_owned),
            title: None,
            part,
            main_contact: main.then_some("organizer"),
        }
    }

    fn check(participants: &[Participant], expected: &[(usize, Channel, Option<&str>, bool)]) {
        let notes = plan(participants, Relay::Each);
        let found: Vec<_> = notes
            .iter()
            .map(|it| (it.participant, it.channel, it.address.as_deref(), it.call))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn everybody_gets_one_note_and_the_main_contact_comes_first() {
        check(
            &[
                person(Some("r@x.example"), Part::Coordinator, false),
                person(Some("a@x.example"), Part::Interviewer, false),
                person(Some("m@x.example"), Part::Interviewer, true),
            ],
            &[
                (2, Channel::Email, Some("m@x.example"), true),
                (1, Channel::Email, Some("a@x.example"), false),
                (0, Channel::Email, Some("r@x.example"), false),
            ],
        );
    }

    #[test]
    fn without_an_address_it_goes_through_the_coordinator() {
        check(
            &[
                person(None, Part::Interviewer, false),
                person(Some("r@x.example"), Part::Coordinator, false),
            ],
            &[
                (0, Channel::ViaCoordinator, Some("r@x.example"), false),
                (1, Channel::Email, Some("r@x.example"), false),
            ],
        );
    }

    #[test]
    fn one_note_names_everybody_without_an_address_and_nobody_else() {
        let met = [
            person(None, Part::Interviewer, true),
            person(Some("a@x.example"), Part::Interviewer, false),
            person(None, Part::Interviewer, false),
            person(Some("r@x.example"), Part::Coordinator, false),
        ];
        let notes = plan(&met, Relay::OneNote);
        let channels: Vec<_> = notes
            .iter()
            .map(|it| (it.participant, it.channel))
            .collect();
        let (one, own) = (Channel::InOneNote, Channel::Email);
        assert_eq!(channels, [(0, one), (1, own), (2, one), (3, own)]);
        let [first, _, third, coordinator] = met;
        assert!(has_choice_of_relay(&[
            first.clone(),
            third.clone(),
            coordinator.clone()
        ]));
        assert!(
            !has_choice_of_relay(&[first.clone(), coordinator]),
            "one is handed on as it is"
        );
        assert!(
            !has_choice_of_relay(&[first.clone(), third.clone()]),
            "nobody forwards"
        );
        let known = person(Some("a@x.example"), Part::Interviewer, false);
        let arranged = person(Some("r@x.example"), Part::Coordinator, false);
        assert!(!has_choice_of_relay(&[first, third, known, arranged]));
    }

    #[test]
    fn nothing_goes_to_an_address_that_several_people_read_or_nobody() {
        let jobs = person(Some("jobs@x.example"), Part::Interviewer, true);
        let bot = person(Some("no-reply@x.example"), Part::Coordinator, false);
        check(
            &[jobs.clone(), bot.clone()],
            &[
                (0, Channel::Unknown, None, true),
                (1, Channel::Unknown, None, false),
            ],
        );
        let both = [jobs.clone(), jobs.clone()];
        assert!(
            plan(&both, Relay::Each)
                .iter()
                .all(|it| it.why == SHARED_ADDRESS)
        );
        let ana = person(Some("ana@x.example"), Part::Coordinator, false);
        check(
            &[jobs.clone(), bot, ana.clone()],
            &[
                (0, Channel::ViaCoordinator, Some("ana@x.example"), true),
                (1, Channel::ViaCoordinator, Some("ana@x.example"), false),
                (2, Channel::Email, Some("ana@x.example"), false),
            ],
        );
        assert!(has_choice_of_relay(&[jobs.clone(), jobs, ana]));
    }

    #[test]
    fn without_any_address_the_way_is_unknown() {
        check(
            &[person(None, Part::Interviewer, true)],
            &[(0, Channel::Unknown, None, true)],
        );
        check(&[], &[]);
    }
}

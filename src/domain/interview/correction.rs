//! What the user said about events before: it weighs as a clue, more the closer it is to the event.

use super::EventKey;
use crate::domain::calendar::event::Event;

/// What a correction is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// One event.
    Event(EventKey),
    /// All occurrences of a series, by its UID.
    Series(String),
    /// Everything that somebody arranges, by the address in lower case.
    Organizer(String),
}

/// One answer of the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What it is about.
    pub about: About,
    /// It is an interview, or it is none.
    pub is_interview: bool,
}

impl Correction {
    /// Whether it is about this event.
    #[must_use]
    pub fn is_about(&self, event: &Event) -> bool {
        match &self.about {
            About::Event(key) => {
                !key.uid.is_empty()
                    && key.uid == event.uid
                    && key.recurrence_id == event.recurrence_id
            }
            About::Series(uid) => !uid.is_empty() && *uid == event.uid,
            About::Organizer(address) => {
                let organizer = event.organizer.as_ref();
                let organizer = organizer.and_then(|it| it.email.as_ref());
                organizer.is_some_and(|it| it == address)
            }
        }
    }

    /// How close it is to an event; the closest one is believed.
    #[must_use]
    pub const fn closeness(&self) -> u8 {
        match self.about {
            About::Event(_) => 2,
            About::Series(_) => 1,
            About::Organizer(_) => 0,
        }
    }
}

/// Whether the user ever said that an event is an interview.
#[must_use]
pub fn knows_an_interview(corrections: &[Correction]) -> bool {
    corrections.iter().any(|it| it.is_interview)
}

/// The closest correction about an event, if there is one; of several as close, the first.
#[must_use]
pub fn closest<'c>(corrections: &'c [Correction], event: &Event) -> Option<&'c Correction> {
    let about = corrections.iter().filter(|it| it.is_about(event)).rev();
    about.max_by_key(|it| it.closeness())
}

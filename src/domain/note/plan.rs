//! Who is thanked after an interview, through which channel and why.

use crate::domain::interview::Participant;

/// A way to reach a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// E-mail to the person's own address.
    Email,
    /// E-mail to the coordinator, who passes it on: the person's own address is unknown.
    ViaCoordinator,
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

/// One entry per participant who is to be thanked: interviewers first, the main contact leading.
#[must_use]
pub fn plan(_participants: &[Participant]) -> Vec<PlannedNote> {
    Vec::new()
}

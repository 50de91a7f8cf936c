//! What a calendar says: events, their time and people. Knows nothing about interviews.

pub mod event;
pub mod ics;
pub mod recurrence;
pub mod zone;

//! What a calendar says: events, their time and people. Knows nothing about interviews.

mod civil;
pub mod event;
pub mod ics;
pub mod page;
mod recurrence;
pub mod spoken;
mod zone;

pub use zone::database as zone_database;

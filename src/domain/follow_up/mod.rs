//! What is owed after an interview: the status of each note and the times that matter.

pub mod check_in;
pub mod later;
pub mod prompts;
pub mod quiet_hours;
pub mod status;
pub mod timing;

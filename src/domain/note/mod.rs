//! The message to one person: who is thanked and how, its text, and what is wrong with it.
//!
//! A draft contains nothing that the user or the event did not say.

pub mod check_in;
pub mod compose;
pub mod difference;
pub mod facts;
mod function;
pub mod kind;
pub mod language;
pub mod names;
mod phrases;
pub mod picks;
pub mod plan;
pub mod relay;
pub mod rephrase;
pub mod review;
pub mod selling_point;
mod specific;
pub mod spoken;
pub mod teach;

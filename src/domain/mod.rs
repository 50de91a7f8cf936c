//! The rules of the product: pure and synchronous. No I/O, no clock, no serialisation, no browser;
//! "now" and the user's zone are always arguments.
//!
//! Allowed edges inside: `interview -> calendar`; `follow_up -> interview`;
//! `note -> interview, follow_up`; `webmail -> note`.

pub mod calendar;
pub mod follow_up;
pub mod form_time;
pub mod interview;
pub mod note;
pub mod ordering;
mod packed;
pub mod webmail;

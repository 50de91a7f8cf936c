//! What the notes of the corpus are made of and held against.

pub(crate) mod claims;
pub(crate) mod inputs;
mod made_up;
mod nasty;
pub(crate) mod panel;
pub(crate) mod report;
mod reworded;
pub(crate) mod text;

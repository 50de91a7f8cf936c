//! What the notes of the corpus are made of and held against.

pub mod inputs;
pub mod report;
pub mod text;

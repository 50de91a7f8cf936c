//! Writes the draft from the user's own facts.

use super::super::interview::Part;

/// How the note sounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Friendly, first names.
    #[default]
    Warm,
    /// Title and surname where known.
    Formal,
    /// Short and factual.
    Plain,
}

/// Everything a note may say. Nothing else gets into a draft.
#[derive(Clone, Debug)]
pub struct Brief<'a> {
    /// Full name of the person thanked, as people write it; `None` when unknown.
    pub recipient: Option<&'a str>,
    /// What they did.
    pub part: Part,
    /// Employer.
    pub employer: Option<&'a str>,
    /// Role.
    pub role: Option<&'a str>,
    /// What was talked about, as the user typed it: a noun, a clause, a sentence, or nothing.
    pub specific: &'a str,
    /// Selling points of the user, as typed; the most fitting come first.
    pub selling_points: &'a [String],
    /// The user's name.
    pub sender: &'a str,
    /// Lines under the closing, as typed; empty means the sender's name alone.
    pub signature: &'a str,
    /// How it sounds.
    pub tone: Tone,
    /// Position of the recipient among those thanked for the interview, from 0: no two positions of
    /// one interview share a sentence.
    pub position: u32,
    /// "Another version" counts up from 0; the same number gives the same draft.
    pub variant: u32,
    /// The interview was today in the user's zone.
    pub same_day: bool,
    /// More than 48 hours have passed.
    pub late: bool,
}

/// A composed message. Paragraphs are separated by one empty line, lines end with `\n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Subject line.
    pub subject: String,
    /// Greeting, one or two paragraphs, closing, signature.
    pub body: String,
}

/// Composes the draft. Same brief, same draft.
#[must_use]
pub fn compose(_brief: &Brief<'_>) -> Draft {
    Draft {
        subject: String::new(),
        body: String::new(),
    }
}

/// The name to greet somebody by: `Priya` for `Priya Shah`; `None` when the name tells none.
#[must_use]
pub fn first_name(_full_name: &str) -> Option<String> {
    None
}

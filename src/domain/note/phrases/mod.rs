//! The sentences that notes are made of, by language.
//!
//! Each list has [`VARIETY`] entries: the people of one interview take different ones, so that no
//! two notes share a sentence. Outside English the forms of address are the polite ones, and what
//! the user typed stands after a colon, where it needs no other ending.

mod english;

use super::{compose::Tone, language::Language, names::Gender};

/// Number of alternatives of every sentence, and the size of a panel without repetition.
pub(super) const VARIETY: usize = 8;

type Sentences = [&'static str; VARIETY];
/// What the `{…}` of a sentence stand for.
pub(super) type Values = Vec<(&'static str, String)>;

/// The facts of a note that are worded by language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts<'a> {
    /// Role, not blank.
    pub role: Option<&'a str>,
    /// Employer, not blank.
    pub employer: Option<&'a str>,
}

/// Whom a greeting is for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Greeting<'a> {
    /// How the note sounds.
    pub tone: Tone,
    /// The whole name; empty when unknown.
    pub whole: &'a str,
    /// The name to greet by.
    pub first: Option<&'a str>,
    /// Known where the name was written with a form of address.
    #[allow(dead_code, reason = "for languages whose greetings need it")]
    pub gender: Option<Gender>,
}

impl Greeting<'_> {
    /// The last name, for forms of address that need one.
    #[allow(dead_code, reason = "for languages whose greetings need it")]
    fn last(&self) -> &str {
        self.whole
            .split_whitespace()
            .next_back()
            .unwrap_or_default()
    }
}

/// Everything that is said in one language.
#[derive(Debug)]
pub(super) struct Phrases {
    /// Words for role and place.
    pub facts: fn(&Facts<'_>) -> Values,
    /// First line.
    pub greeting: fn(&Greeting<'_>) -> String,
    /// `{when}` on the day of the interview.
    pub today: &'static str,
    /// Thanks.
    pub thanks: Sentences,
    /// The same, for those who prefer fewer words.
    pub plain_thanks: Sentences,
    /// A specific that is a topic.
    pub topic: Sentences,
    /// A specific that is a clause.
    pub clause: Sentences,
    /// A specific that is a sentence.
    pub sentence: Sentences,
    /// Renewed interest.
    pub interest: Sentences,
    /// A selling point that is a thing.
    pub strength: Sentences,
    /// A selling point that is a deed.
    pub deed: Sentences,
    /// The end of the message.
    pub end: Sentences,
    /// To the person who arranged it.
    pub arranged: Sentences,
    /// What follows for the person who arranged it.
    pub arranged_interest: Sentences,
    /// Closings by tone: warm, formal, plain.
    pub closings: [&'static [&'static str]; 3],
    /// Subjects; `{interview}` and `{name}`.
    pub subjects: [&'static str; 4],
}

/// The phrases of a language.
pub(super) fn of(language: Language) -> &'static Phrases {
    match language {
        Language::English => &english::ENGLISH,
    }
}

/// Whether a line is a closing in any language.
#[allow(dead_code, reason = "the review of every language asks it")]
pub(super) fn is_closing(line: &str) -> bool {
    Language::ALL
        .iter()
        .flat_map(|it| of(*it).closings)
        .any(|it| it.contains(&line))
}

/// Puts the values into a sentence, in one pass: what a value holds is never taken for a hole.
pub(super) fn fill(sentence: &str, values: &Values) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((key, behind)) = after.split_once('}') else {
            rest = after;
            break;
        };
        let value = values.iter().find(|(name, _)| *name == key);
        out.push_str(value.map_or("", |(_, it)| it));
        rest = behind;
    }
    out.push_str(rest);
    out
}

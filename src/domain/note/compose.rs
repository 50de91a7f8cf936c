//! Writes the draft from the user's own facts.

use super::{
    names,
    phrases::english,
    specific::{self, Shape},
};
use crate::domain::interview::Part;

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
///
/// Without a specific there is still a draft, for the user to finish; the review says so.
#[must_use]
pub fn compose(brief: &Brief<'_>) -> Draft {
    let facts = Facts::new(brief);
    let message = match brief.part {
        Part::Coordinator => facts.to_coordinator(),
        Part::Interviewer => facts.to_interviewer(),
    };
    Draft {
        subject: facts.subject(),
        body: format!("{}\n\n{message}\n\n{}", facts.greeting(), facts.closing()),
    }
}

/// The brief with its facts in the forms that sentences need.
struct Facts<'a> {
    brief: &'a Brief<'a>,
    role: String,
    place: String,
    when: &'static str,
}

impl<'a> Facts<'a> {
    fn new(brief: &'a Brief<'a>) -> Self {
        let role = brief.role.map(str::trim).filter(|it| !it.is_empty());
        let employer = brief.employer.map(str::trim).filter(|it| !it.is_empty());
        let position = match role {
            Some(role) if names_a_position(role) => format!("the {role}"),
            Some(role) => format!("the {role} role"),
            None => "the role".to_owned(),
        };
        Self {
            brief,
            role: employer.map_or(position.clone(), |it| format!("{position} at {it}")),
            place: employer.map_or("in your team".to_owned(), |it| format!("at {it}")),
            when: if brief.same_day && !brief.late {
                " today"
            } else {
                ""
            },
        }
    }

    /// The sentence for this person and version: people differ by place, versions by a step that
    /// shares no factor with the number of alternatives, so that all come up.
    fn pick(&self, sentences: &[&'static str], step: u32) -> String {
        let count = u32::try_from(sentences.len()).unwrap_or(1).max(1);
        let index = (self.brief.position + self.brief.variant * step) % count;
        let sentence = sentences.get(usize::try_from(index).unwrap_or(0));
        sentence
            .copied()
            .unwrap_or_default()
            .replace("{when}", self.when)
            .replace("{role}", &self.role)
            .replace("{place}", &self.place)
    }

    fn to_interviewer(&self) -> String {
        let thanks = match self.brief.tone {
            Tone::Plain => self.pick(&english::PLAIN_THANKS, 1),
            Tone::Warm | Tone::Formal => self.pick(&english::THANKS, 1),
        };
        let specific = self.specific();
        let strength = self.strength();
        let interest = self.pick(&english::INTEREST, 3);
        let end = self.pick(&english::END, 5);
        let first = joined(&[Some(thanks), specific]);
        // Not every letter says the same things in the same order.
        let second = if self.brief.position.is_multiple_of(2) {
            joined(&[Some(interest), strength, Some(end)])
        } else {
            joined(&[strength, Some(interest), Some(end)])
        };
        format!("{first}\n\n{second}")
    }

    fn to_coordinator(&self) -> String {
        let thanks = self.pick(&english::ARRANGED, 1);
        let interest = self.pick(&english::ARRANGED_INTEREST, 3);
        match self.specific() {
            Some(specific) => format!("{thanks} {specific}\n\n{interest}"),
            None => format!("{thanks}\n\n{interest}"),
        }
    }

    fn specific(&self) -> Option<String> {
        let (sentences, text) = match specific::shape(self.brief.specific)? {
            Shape::Topic(text) => (&english::TOPIC, text),
            Shape::Clause(text) => (&english::CLAUSE, text),
            Shape::Sentence(text) => (&english::SENTENCE, text),
        };
        Some(self.pick(sentences, 1).replace("{specific}", &text))
    }

    /// One selling point, another one for each person while there are enough; two that are things
    /// go well together.
    fn strength(&self) -> Option<String> {
        let points: Vec<&str> = self
            .brief
            .selling_points
            .iter()
            .map(|it| it.trim().trim_end_matches(['.', '!', ';', ',']))
            .filter(|it| !it.is_empty())
            .collect();
        let place = usize::try_from(self.brief.position).unwrap_or(0);
        let first = points.get(place % points.len().max(1))?;
        Some(match deed(first) {
            Some(deed) => self.pick(&english::DEED, 7).replace("{strength}", &deed),
            None => self
                .pick(&english::STRENGTH, 7)
                .replace("{strength}", &uncapitalized(first)),
        })
    }

    fn greeting(&self) -> String {
        let name = self.brief.recipient.unwrap_or_default();
        let plain = names::plain_name(name);
        let first = names::first_name(name);
        match (self.brief.tone, first) {
            _ if plain.is_empty() => "Hello,".to_owned(),
            (Tone::Formal, _) | (_, None) => format!("Dear {plain},"),
            (Tone::Warm, Some(first)) => format!("Hi {first},"),
            (Tone::Plain, Some(first)) => format!("Hello {first},"),
        }
    }

    fn closing(&self) -> String {
        let closings = match self.brief.tone {
            Tone::Warm => english::CLOSINGS.first(),
            Tone::Formal => english::CLOSINGS.get(1),
            Tone::Plain => english::CLOSINGS.get(2),
        };
        let closing = self.pick(closings.copied().unwrap_or_default(), 1);
        let signature = match self.brief.signature.trim() {
            "" => self.brief.sender.trim(),
            lines => lines,
        };
        if signature.is_empty() {
            closing
        } else {
            format!("{closing}\n{signature}")
        }
    }

    fn subject(&self) -> String {
        let sender = self.brief.sender.trim();
        let interview = match (self.brief.role, self.brief.employer) {
            (Some(role), _) => format!("{} interview", role.trim()),
            (None, Some(employer)) => format!("interview at {}", employer.trim()),
            (None, None) => "our conversation".to_owned(),
        };
        // Without a name the subjects that need one are left out.
        let all: Vec<&'static str> = english::SUBJECTS
            .into_iter()
            .filter(|it| !sender.is_empty() || !it.contains("{name}"))
            .collect();
        self.pick(&all, 1)
            .replace("{interview}", &interview)
            .replace("{name}", sender)
    }
}

/// Whether the words already say that it is a position: "Summer internship", "Head of role design".
fn names_a_position(role: &str) -> bool {
    let last = role.split_whitespace().next_back().unwrap_or_default();
    [
        "role",
        "position",
        "internship",
        "job",
        "apprenticeship",
        "traineeship",
    ]
    .iter()
    .any(|it| last.eq_ignore_ascii_case(it))
}

/// A selling point told as a deed, in the form that follows "I": "Led a team" gives "led a team".
fn deed(point: &str) -> Option<String> {
    let (first, rest) = point.split_once(' ').unwrap_or((point, ""));
    let lower = first.to_lowercase();
    if matches!(
        lower.as_str(),
        "i" | "i've" | "i’ve" | "i'm" | "i’m" | "i'd"
    ) {
        let rest = rest.trim();
        return (lower == "i" && !rest.is_empty()).then(|| rest.to_owned());
    }
    let past = (lower.len() > 4 && lower.ends_with("ed") && !lower.ends_with("eed"))
        || IRREGULAR_PAST.contains(&lower.as_str());
    (past && !rest.is_empty()).then(|| format!("{lower} {rest}"))
}

/// Past forms that people begin a line of their resume with.
const IRREGULAR_PAST: [&str; 18] = [
    "led", "built", "ran", "wrote", "grew", "won", "made", "taught", "sold", "began", "cut",
    "drove", "brought", "gave", "kept", "set", "took", "oversaw",
];

/// "Five years of …" inside a sentence; a name or an abbreviation keeps its capital.
fn uncapitalized(point: &str) -> String {
    let first = point.split(' ').next().unwrap_or_default();
    let lower = first.to_lowercase();
    if SMALL.contains(&lower.as_str()) && first.chars().skip(1).all(char::is_lowercase) {
        let rest = point.get(first.len()..).unwrap_or_default();
        return format!("{lower}{rest}");
    }
    point.to_owned()
}

/// Words that begin selling points and are no names.
const SMALL: [&str; 30] = [
    "a",
    "an",
    "the",
    "my",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "over",
    "more",
    "many",
    "several",
    "years",
    "experience",
    "strong",
    "deep",
    "hands-on",
    "solid",
    "knowledge",
    "fluent",
    "working",
    "proven",
    "good",
    "excellent",
];

fn joined(sentences: &[Option<String>]) -> String {
    let all: Vec<&str> = sentences.iter().flatten().map(String::as_str).collect();
    all.join(" ")
}

#[cfg(test)]
mod tests;

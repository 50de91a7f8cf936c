//! Writes the draft from the user's own facts.

use super::{
    language::Language,
    names,
    phrases::{self, Greeting, Phrases, Values, fill},
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
    /// What it is written in.
    pub language: Language,
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
    phrases: &'static Phrases,
    values: Values,
}

impl<'a> Facts<'a> {
    fn new(brief: &'a Brief<'a>) -> Self {
        let known = |it: Option<&'a str>| it.map(str::trim).filter(|it| !it.is_empty());
        let phrases = phrases::of(brief.language);
        let mut values = (phrases.facts)(&phrases::Facts {
            role: known(brief.role),
            employer: known(brief.employer),
        });
        let today = brief.same_day && !brief.late;
        let when = if today { phrases.today } else { "" };
        values.push(("when", when.to_owned()));
        values.push(("name", brief.sender.trim().to_owned()));
        Self {
            brief,
            phrases,
            values,
        }
    }

    /// The sentence for this person and version: people differ by place, versions by a step that
    /// shares no factor with the number of alternatives, so that all come up.
    fn pick(&self, sentences: &[&'static str], step: u32) -> String {
        fill(self.choose(sentences, step), &self.values)
    }

    fn choose(&self, sentences: &[&'static str], step: u32) -> &'static str {
        let count = u32::try_from(sentences.len()).unwrap_or(1).max(1);
        let turn = self.brief.variant.wrapping_mul(step);
        let index = self.brief.position.wrapping_add(turn) % count;
        let sentence = sentences.get(usize::try_from(index).unwrap_or(0));
        sentence.copied().unwrap_or_default()
    }

    /// The same around something that the user typed.
    fn pick_around(
        &self,
        sentences: &[&'static str],
        step: u32,
        name: &'static str,
        typed: String,
    ) -> String {
        let mut values = self.values.clone();
        values.push((name, typed));
        fill(self.choose(sentences, step), &values)
    }

    fn to_interviewer(&self) -> String {
        let thanks = match self.brief.tone {
            Tone::Plain => self.pick(&self.phrases.plain_thanks, 1),
            Tone::Warm | Tone::Formal => self.pick(&self.phrases.thanks, 1),
        };
        let specific = self.specific();
        let strength = self.strength();
        let interest = self.pick(&self.phrases.interest, 3);
        let end = self.pick(&self.phrases.end, 5);
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
        let thanks = self.pick(&self.phrases.arranged, 1);
        let interest = self.pick(&self.phrases.arranged_interest, 3);
        match self.specific() {
            Some(specific) => format!("{thanks} {specific}\n\n{interest}"),
            None => format!("{thanks}\n\n{interest}"),
        }
    }

    fn specific(&self) -> Option<String> {
        let shape = specific::shape(self.brief.specific, self.brief.language)?;
        let (sentences, text) = match shape {
            Shape::Topic(text) => (&self.phrases.topic, text),
            Shape::Clause(text) => (&self.phrases.clause, text),
            Shape::Sentence(text) => (&self.phrases.sentence, text),
        };
        Some(self.pick_around(sentences, 1, "specific", text))
    }

    /// One selling point, another one for each person while there are enough; two that are things
    /// go well together.
    fn strength(&self) -> Option<String> {
        let points: Vec<String> = self
            .brief
            .selling_points
            .iter()
            .map(|it| specific::tidy(it))
            .filter(|it| !it.is_empty())
            .collect();
        let place = usize::try_from(self.brief.position).unwrap_or(0);
        let first = points.get(place % points.len().max(1))?;
        let english = self.brief.language == Language::English;
        let deed = if english { deed(first) } else { None };
        Some(match deed {
            Some(deed) => self.pick_around(&self.phrases.deed, 7, "strength", deed),
            None => {
                let thing = uncapitalized(first);
                self.pick_around(&self.phrases.strength, 7, "strength", thing)
            }
        })
    }

    fn greeting(&self) -> String {
        let name = self.brief.recipient.unwrap_or_default();
        let whole = names::plain_name(name);
        (self.phrases.greeting)(&Greeting {
            tone: self.brief.tone,
            first: names::first_name(name).as_deref(),
            gender: names::gender(name),
            whole: &whole,
        })
    }

    fn closing(&self) -> String {
        let [warm, formal, plain] = self.phrases.closings;
        let closings = match self.brief.tone {
            Tone::Warm => warm,
            Tone::Formal => formal,
            Tone::Plain => plain,
        };
        let closing = self.pick(closings, 1);
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
        // Without a name the subjects that need one are left out.
        let nameless = self.brief.sender.trim().is_empty();
        let all: Vec<&'static str> = self
            .phrases
            .subjects
            .into_iter()
            .filter(|it| !nameless || !it.contains("{name}"))
            .collect();
        self.pick(&all, 1)
    }
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

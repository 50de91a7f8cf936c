//! Writes the draft from the user's own facts.

mod choice;
mod entry;
mod everybody;
mod subject;
mod text;
mod told;

use super::{
    kind::Kind,
    language::{Address, Language},
    phrases::{self, Phrases, Values, fill, section},
    selling_point::{self, SellingPoint},
    specific::Shape,
    teach::{self, Lesson},
};
use crate::domain::interview::Part;
use choice::{Choice, Others, Taken};
pub use entry::{ENTRIES, entry};
use text::{joined, words};

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

/// Somebody whom the coordinator forwards a note to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Full name.
    pub name: String,
    /// What was talked about with them, as the user typed it; may be empty.
    pub specific: String,
}

/// Everything a note may say. Nothing else gets into a draft.
#[derive(Clone, Debug)]
pub struct Brief<'a> {
    /// Full name of the person thanked, as people write it; `None` when unknown.
    pub recipient: Option<&'a str>,
    /// What the user calls them, where it is not the first name.
    pub call: Option<&'a str>,
    /// What they did.
    pub part: Part,
    /// Those to whom the coordinator is asked to forward what is for all of them; usually nobody.
    pub readers: &'a [Reader],
    /// Employer.
    pub employer: Option<&'a str>,
    /// Role.
    pub role: Option<&'a str>,
    /// What was talked about, as the user typed it: a noun, a clause, a sentence, or nothing.
    pub specific: &'a str,
    /// Job title of the recipient.
    pub title: Option<&'a str>,
    /// Others of the interview get the same specific: each is told a part of it, where it has parts.
    pub shared: bool,
    /// Selling points of the user, as typed, best first.
    pub selling_points: &'a [String],
    /// The user chose these points for this note; otherwise they are for all notes.
    pub points_chosen: bool,
    /// The user's name.
    pub sender: &'a str,
    /// Lines under the closing, as typed; empty means the sender's name alone.
    pub signature: &'a str,
    /// How it sounds.
    pub tone: Tone,
    /// What sort of meeting it was.
    pub kind: Kind,
    /// The recipient was met, and thanked, on an earlier occasion.
    pub again: bool,
    /// The employer has decided for somebody else.
    pub rejected: bool,
    /// What it is written in.
    pub language: Language,
    /// How the recipient is addressed, where the language has two ways.
    pub address: Address,
    /// Position of the recipient among those thanked for the interview, from 0: no two positions of
    /// one interview share a sentence.
    pub position: u32,
    /// Where the lists of sentences are entered: [`entry()`] of the interview, so that two employers
    /// seldom read the same.
    pub start: u32,
    /// "Another version" counts up from 0; the same number gives the same draft.
    pub variant: u32,
    /// More than 48 hours have passed.
    pub late: bool,
    /// Bodies of the notes that are read beside this one: the others of the interview, and earlier
    /// ones to the same person. None of their sentences is said again while there are others.
    pub beside: &'a [String],
    /// What the user's edits have taught, in all languages.
    pub learned: &'a [Lesson],
    /// Body of the version that this one takes the place of: its sentences are not said again
    /// either, before any that another note says.
    pub instead_of: &'a str,
}

/// A composed message. Paragraphs are separated by one empty line, lines end with `\n`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Draft {
    /// Subject line.
    pub subject: String,
    /// Greeting, one or two paragraphs, closing, signature.
    pub body: String,
}

/// Number of words from which a note is whole without the sentence at its end.
const ENOUGH: usize = 66;
/// Number of words below which a note that has something to say reads as curt.
const CURT: usize = 63;
/// Share of common trigrams from which another choice of sentences is tried.
const ALIKE: f64 = 0.34;
/// Choices tried from each place in the lists that choices leave alone.
const ATTEMPTS: u32 = 625;
/// Such places; seldom more than one is needed.
const ROUNDS: u32 = 3;

/// Composes the draft. Same brief, same draft.
///
/// Without a specific there is still a draft, for the user to finish; the review says so.
#[must_use]
pub fn compose(brief: &Brief<'_>) -> Draft {
    let taken = Taken::by(
        brief.beside,
        brief.instead_of,
        phrases::addressed(brief.language, brief.address),
    )
    .without(brief);
    let told = told::shape(brief);
    let others = Others::of(brief);
    let mut best: Option<(f64, Draft)> = None;
    for attempt in 0..ATTEMPTS * ROUNDS {
        let (message, draft) = attempted(brief, &taken, told.as_ref(), attempt);
        let alike = others.likeness(&message);
        if best.as_ref().is_none_or(|(least, _)| alike < *least) {
            best = Some((alike, draft));
        }
        if alike < ALIKE {
            break;
        }
    }
    best.map_or_else(
        || attempted(brief, &taken, told.as_ref(), 0).1,
        |(_, draft)| draft,
    )
}

/// The first line as it was learned, or by what the user calls the recipient, or by their name.
pub(super) fn greeting(brief: &Brief<'_>) -> String {
    if let Some(learned) = teach::greeting(brief) {
        return learned;
    }
    let (language, tone, address) = (brief.language, brief.tone, brief.address);
    match brief.call.map(str::trim).filter(|it| !it.is_empty()) {
        Some(call) => phrases::greeting_by(language, tone, address, call),
        None => phrases::greeting(language, tone, address, brief.recipient),
    }
}

/// The message alone, and the whole of it.
fn attempted(
    brief: &Brief<'_>,
    taken: &Taken,
    told: Option<&Shape>,
    attempt: u32,
) -> (String, Draft) {
    let facts = Facts::choosing(brief, taken, told, attempt);
    let message = match brief.part {
        Part::Coordinator if !brief.readers.is_empty() => facts.to_everybody(),
        Part::Coordinator => facts.to_coordinator(),
        Part::Interviewer => facts.to_interviewer(),
    };
    let greeting = greeting(brief);
    let draft = Draft {
        subject: facts.subject(),
        body: format!("{greeting}\n\n{message}\n\n{}", facts.closing()),
    };
    (message, draft)
}

/// The brief with its facts in the forms that sentences need.
pub(super) struct Facts<'a> {
    brief: &'a Brief<'a>,
    /// The language's phrases.
    pub(super) phrases: &'static Phrases,
    values: Values,
    choice: Choice<'a>,
    /// What was talked about; read once for all attempts.
    told: Option<&'a Shape>,
}

impl<'a> Facts<'a> {
    /// The facts of a brief, with each sentence as open as the other.
    pub(super) fn new(brief: &'a Brief<'a>) -> Self {
        Self::choosing(brief, &choice::NOTHING, None, 0)
    }

    /// The same, without the sentences that are taken.
    fn choosing(
        brief: &'a Brief<'a>,
        taken: &'a Taken,
        told: Option<&'a Shape>,
        attempt: u32,
    ) -> Self {
        let known = |it: Option<&'a str>| it.map(str::trim).filter(|it| !it.is_empty());
        let phrases = phrases::addressed(brief.language, brief.address);
        let place = entry::place(brief.start, brief.position);
        let mut values = phrases::Facts {
            role: known(brief.role),
            employer: known(brief.employer),
            kind: brief.kind,
            turn: place.wrapping_add(brief.variant),
        }
        .worded(phrases, brief.language);
        values.push(("name", brief.sender.trim().to_owned()));
        Self {
            brief,
            phrases,
            values,
            choice: Choice {
                taken,
                position: place,
                variant: brief.variant.wrapping_add(attempt / ATTEMPTS),
                attempt: attempt % ATTEMPTS,
            },
            told,
        }
    }

    /// The sentence for this person and version, of the list with this slot.
    fn pick(&self, section: &str, slot: Option<u32>) -> String {
        let sentence = self.choice.of(self.phrases.list(section), slot);
        fill(sentence, &self.values)
    }

    /// The same, unless the user wants none of those that are left.
    fn pick_wanted(&self, section: &str, slot: Option<u32>) -> Option<String> {
        let list = self.phrases.list(section);
        let wanted = self.choice.is_wanted(list);
        wanted.then(|| self.pick(section, slot))
    }

    /// The same around something that the user typed.
    fn pick_around(
        &self,
        section: &str,
        slot: Option<u32>,
        name: &'static str,
        typed: String,
    ) -> String {
        let sentence = self.choice.of(self.phrases.list(section), slot);
        self.around(sentence, name, typed)
    }

    /// A sentence with one value more.
    pub(super) fn around(&self, sentence: &str, name: &'static str, value: String) -> String {
        let mut values = self.values.clone();
        values.push((name, value));
        fill(sentence, &values)
    }

    /// Which thanks fit: what the meeting came to counts before when and how it is said.
    fn thanks(&self) -> &'static str {
        let brief = self.brief;
        match brief.kind {
            _ if brief.rejected => section::REJECTION_THANKS,
            Kind::Informational => section::INFORMATIONAL_THANKS,
            _ if brief.late => section::LATE_THANKS,
            _ if brief.again => section::AGAIN_THANKS,
            _ if brief.tone == Tone::Plain => section::PLAIN_THANKS,
            _ => section::THANKS,
        }
    }

    fn to_interviewer(&self) -> String {
        let thanks = self.pick(self.thanks(), Some(3));
        let first = joined(&[Some(thanks), self.specific()]);
        let second = if self.brief.rejected {
            self.pick(section::REJECTION_END, Some(1))
        } else if self.brief.kind == Kind::Informational {
            self.pick(section::INFORMATIONAL_END, Some(1))
        } else {
            self.offer(&first)
        };
        let second = self.long_enough(&first, second);
        format!("{first}\n\n{second}")
    }

    /// The second paragraph, with a sentence more where the whole would be curt.
    fn long_enough(&self, first: &str, second: String) -> String {
        if words(first) + words(&second) >= CURT || self.told.is_none() {
            return second;
        }
        joined(&[Some(second), self.pick_wanted(section::WISH, Some(0))])
    }

    /// Interest, a selling point and the end: not every letter says the same things in the same
    /// order, and where the rest is long enough some go without the end.
    fn offer(&self, first: &str) -> String {
        let even = self.brief.position.is_multiple_of(2);
        let strength = self.strength();
        let interest = self.interest();
        let offer = if even {
            joined(&[Some(interest), strength])
        } else {
            joined(&[strength, Some(interest)])
        };
        if !even && words(first) + words(&offer) >= ENOUGH {
            return offer;
        }
        joined(&[Some(offer), self.pick_wanted(section::END, Some(0))])
    }

    /// Interest that comes from the sort of meeting it was, for some of the people, or from anything.
    fn interest(&self) -> String {
        let section = match self.brief.kind {
            Kind::General | Kind::Informational => "",
            Kind::Screen => section::SCREEN_INTEREST,
            Kind::Technical => section::TECHNICAL_INTEREST,
            Kind::Panel => section::PANEL_INTEREST,
            Kind::Loop => section::LOOP_INTEREST,
            Kind::Final => section::FINAL_INTEREST,
        };
        let own = self.phrases.list(section);
        let all = [own, self.phrases.list(section::INTEREST)].concat();
        fill(self.choice.of(&all, Some(1)), &self.values)
    }

    fn to_coordinator(&self) -> String {
        let thanks = self.pick(section::ARRANGED, None);
        let first = joined(&[Some(thanks), self.specific()]);
        // Where there is no position any more, or never was, there is nothing to be interested in.
        let no_offer = self.brief.rejected || self.brief.kind == Kind::Informational;
        let second = if no_offer {
            self.pick(section::WISH, Some(0))
        } else {
            self.long_enough(&first, self.pick(section::ARRANGED_INTEREST, Some(1)))
        };
        format!("{first}\n\n{second}")
    }

    /// One selling point, another one for each person while there are enough; two of different
    /// forms are two sentences.
    fn strength(&self) -> Option<String> {
        let points = selling_point::for_brief(self.brief).into_iter();
        let sentences: Vec<Option<String>> = points
            .map(|point| {
                let (section, text) = match point {
                    SellingPoint::Deed(text) => (section::DEED, text),
                    SellingPoint::Thing(text) => (section::STRENGTH, text),
                    SellingPoint::Other(text) => (section::POINT, text),
                };
                self.choice
                    .is_wanted(self.phrases.list(section))
                    .then(|| self.pick_around(section, Some(2), "strength", text))
            })
            .collect();
        Some(joined(&sentences)).filter(|it| !it.is_empty())
    }

    fn closing(&self) -> String {
        let closing = match teach::sign_off(self.brief) {
            Some(learned) => learned.to_owned(),
            None => self.pick(section::closings(self.brief.tone), None),
        };
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
}

#[cfg(test)]
pub(super) mod sample;
#[cfg(test)]
mod tests;

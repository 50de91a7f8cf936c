//! What the user's edits teach, and how drafts are written by it: a form of greeting, a sign-off, and
//! sentences of ours that are left out.
//!
//! Nothing is learned here: [`noticed()`] says what could be, and the user is asked.

mod greeting;
mod noticed;
mod removed;

use super::{
    compose::Brief,
    language::{Address, Language},
    names::Gender,
    phrases::{self, Phrases},
};
pub use noticed::noticed;

/// Characters of a greeting or a sign-off, at most: what is longer is a sentence.
pub const LONGEST: usize = 60;

/// What stands for what is different each time, where a lesson is shown.
const GAP: &str = "…";

/// Something that the user does otherwise than the drafts, in one language and form of address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Of the notes that it is about.
    pub language: Language,
    /// The form of address of the letter; polite where the language has but one.
    pub address: Address,
    /// What.
    pub habit: Habit,
}

/// What the user does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Habit {
    /// A first line: `Hi {first},`, with one of `{first}`, `{full}` and `{last}` for the name.
    Greeting {
        /// The line.
        form: String,
        /// Whom it fits, where it is inflected (`Liebe`, `Cher`) or names it (`Ms.`).
        gender: Option<Gender>,
    },
    /// The line above the signature.
    SignOff(String),
    /// A line of the tables of phrases, `{…}` and all, that is not to be said.
    LeaveOut(String),
}

impl Lesson {
    /// A lesson for the notes that a brief is one of.
    fn of(brief: &Brief<'_>, habit: Habit) -> Self {
        Self {
            language: brief.language,
            address: register(brief.language, brief.address),
            habit,
        }
    }

    /// Whether it is one that [`noticed()`] can have made.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let one_line = |it: &str| !it.trim().is_empty() && !it.chars().any(char::is_control);
        match &self.habit {
            Habit::Greeting { form, gender } => {
                let slots = greeting::SLOTS.iter().filter(|it| form.contains(**it));
                let inflected = form.contains(greeting::LAST);
                one_line(form)
                    && form.chars().count() <= LONGEST
                    && slots.count() == 1
                    && (gender.is_some() || !inflected)
            }
            Habit::SignOff(line) => one_line(line) && line.chars().count() <= LONGEST,
            Habit::LeaveOut(line) => one_line(line),
        }
    }

    /// Whether both cannot hold at once: the newer one takes the place of the other.
    #[must_use]
    pub fn replaces(&self, other: &Self) -> bool {
        if self.language != other.language {
            return false;
        }
        match (&self.habit, &other.habit) {
            (
                Habit::Greeting { gender: one, .. },
                Habit::Greeting {
                    gender: other_one, ..
                },
            ) => one == other_one && self.address == other.address,
            (Habit::SignOff(_), Habit::SignOff(_)) => self.address == other.address,
            (Habit::LeaveOut(one), Habit::LeaveOut(other)) => one == other,
            _ => false,
        }
    }

    /// Whether it counts for one form of address alone, in a language that has two.
    #[must_use]
    pub fn is_of_one_form(&self) -> bool {
        let any = matches!(self.habit, Habit::LeaveOut(_));
        !any && register(self.language, Address::Familiar) == Address::Familiar
    }

    /// Its words as a person reads them: `Hi …,`.
    #[must_use]
    pub fn shown(&self) -> String {
        match &self.habit {
            Habit::Greeting { form, .. } => shown(form),
            Habit::SignOff(line) => line.clone(),
            Habit::LeaveOut(line) => shown(line),
        }
    }

    /// Its words in the note of a brief: `Hi Priya,`.
    #[must_use]
    pub fn shown_for(&self, brief: &Brief<'_>) -> String {
        let filled = match &self.habit {
            Habit::Greeting { form, gender } => greeting::filled(form, *gender, brief.recipient),
            _ => None,
        };
        filled.unwrap_or_else(|| self.shown())
    }
}

/// A form of address that the language tells apart.
fn register(language: Language, address: Address) -> Address {
    if std::ptr::eq(
        phrases::addressed(language, Address::Polite),
        phrases::addressed(language, Address::Familiar),
    ) {
        return Address::Polite;
    }
    address
}

/// What holds for the notes that a brief is one of.
fn habits<'a>(brief: &Brief<'a>) -> impl Iterator<Item = &'a Habit> + use<'a> {
    let (language, own) = (brief.language, register(brief.language, brief.address));
    let holds = move |it: &&Lesson| {
        let any = matches!(it.habit, Habit::LeaveOut(_));
        it.language == language && (any || it.address == own)
    };
    brief.learned.iter().filter(holds).map(|it| &it.habit)
}

/// The first line that the user wants; `None` where none was learned that fits the person.
///
/// What the user calls somebody takes the place of the name, but not in a form that is inflected:
/// `Liebe Frau Shah` is a name of its own.
pub(super) fn greeting(brief: &Brief<'_>) -> Option<String> {
    let call = brief.call.map(str::trim).filter(|it| !it.is_empty());
    let fit = |wanted: bool| {
        habits(brief).find_map(|it| match it {
            Habit::Greeting { form, gender } if gender.is_some() == wanted => match call {
                Some(_) if wanted => None,
                Some(call) => Some(greeting::by(form, call)),
                None => greeting::filled(form, *gender, brief.recipient),
            },
            _ => None,
        })
    };
    fit(true).or_else(|| fit(false))
}

/// The line above the signature that the user wants.
pub(super) fn sign_off<'a>(brief: &Brief<'a>) -> Option<&'a str> {
    habits(brief).find_map(|it| match it {
        Habit::SignOff(line) => Some(line.as_str()),
        _ => None,
    })
}

/// Whether a line is a sign-off that was learned, in any language.
pub(super) fn is_sign_off(line: &str, learned: &[Lesson]) -> bool {
    let line = line.trim();
    learned
        .iter()
        .any(|it| matches!(&it.habit, Habit::SignOff(own) if own == line))
}

/// The lines of a table that the user does not want said.
pub(super) fn left_out(brief: &Brief<'_>, phrases: &Phrases) -> Vec<&'static str> {
    let unwanted: Vec<&str> = habits(brief)
        .filter_map(|it| match it {
            Habit::LeaveOut(line) => Some(line.as_str()),
            _ => None,
        })
        .collect();
    if unwanted.is_empty() {
        return Vec::new();
    }
    let lines = phrases.all_sentences().map(|(line, _)| line);
    lines.filter(|it| unwanted.contains(it)).collect()
}

/// A line with a gap for each of its holes.
fn shown(line: &str) -> String {
    let mut out = String::new();
    for (index, piece) in removed::pieces(line).into_iter().enumerate() {
        // Two holes in a row are one gap.
        if index > 0 && !out.ends_with(GAP) {
            out.push_str(GAP);
        }
        out.push_str(piece);
    }
    out
}

#[cfg(test)]
mod tests;

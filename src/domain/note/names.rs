//! What to call somebody: the name to greet by, and the name to be formal with.
//!
//! Refuses to guess: a name whose parts cannot be told apart is used whole.

mod taken_apart;
mod words;

pub(super) use taken_apart::{Name, capital};

/// The name as people write it: `Shah, Priya` becomes `Priya Shah`, `PRIYA SHAH` and `priya shah`
/// become `Priya Shah`, `AMSELLEM Clotilde` becomes `Clotilde Amsellem`, titles and suffixes go, so
/// does what stands in brackets.
#[must_use]
pub fn plain_name(full: &str) -> String {
    Name::of(full).whole()
}

/// The name as it stands in a list, or where somebody else is told of its bearer: a family name alone
/// keeps what stands before it, `Frau Kessler`, `Dr. Lee`.
#[must_use]
pub fn listed_name(full: &str) -> String {
    let name = Name::of(full);
    let whole = name.whole();
    let before = name.honorific.as_ref().or_else(|| name.degrees.first());
    match before.filter(|_| name.given().is_none() && !whole.is_empty()) {
        Some(before) => format!("{before} {whole}"),
        None => whole,
    }
}

/// The name to greet somebody by: `Priya` for `Priya Shah`; `None` when the name tells none, as
/// one written in Chinese, Japanese or Korean, an initial, a family name behind a form of address
/// (`Ms. Shah`, `Dr. Lee`) or alone with its particle (`van der Berg`), a department, or no name.
#[must_use]
pub fn first_name(full: &str) -> Option<String> {
    Name::of(full).given().map(str::to_owned)
}

/// The name that a greeting has of somebody: the first, or the family name where a title comes with no
/// other.
pub(super) fn greeted_name(full: &str) -> Option<String> {
    let name = Name::of(full);
    let given = name.given().map(str::to_owned);
    given.or_else(|| name.family().filter(|_| name.is_titled()))
}

/// What a form of address before the name says of its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Addressed as a woman.
    Woman,
    /// Addressed as a man.
    Man,
}

impl Gender {
    /// Stable code: `woman` or `man`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Woman => "woman",
            Self::Man => "man",
        }
    }

    /// The one of a code; `None` when it is unknown.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Woman, Self::Man]
            .into_iter()
            .find(|it| it.code() == code)
    }
}

/// The gender that the name is written with: `Frau Shah`, `Monsieur Dupont`. Never guessed from a
/// first name; `M.` is one only in French, see [`Name::in_french`].
pub(super) fn gender(full: &str) -> Option<Gender> {
    Name::of(full).gender
}

/// Chinese characters, kana and hangul: family and given name are not separated there, and
/// calling a stranger by the given name alone is rude.
pub(super) fn is_east_asian(it: char) -> bool {
    matches!(it,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ffff}')
}

/// Whether a word is a title that stands before names.
pub(super) fn is_title(word: &str) -> bool {
    words::before(word, None).is_some()
}

#[cfg(test)]
mod tests;

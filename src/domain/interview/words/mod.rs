//! The recognition tables: one text file per language, packed by `build.rs`.
//!
//! A line is `Concept: phrase | phrase`; an indented line goes on with the concept above it; `#`
//! starts a comment. `word*` stands for any ending, `*word` for any beginning. Adding a language
//! is adding a file.

use super::text::lexicon::Concept;
use crate::domain::packed;

/// The tables that a phrase stands in, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Families(u32);

impl Families {
    /// English, which other languages borrow from.
    pub(crate) const ENGLISH: Self = Self(1);
    /// Of no language: places and trades.
    pub(crate) const ALL: Self = Self(u32::MAX);

    /// Both together.
    #[must_use]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether they have one in common.
    #[must_use]
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Each of them alone; none for those of no language.
    pub(crate) fn each(self) -> impl Iterator<Item = Self> {
        let bits = if self == Self::ALL { 0 } else { self.0 };
        (0..u32::BITS)
            .map(|bit| Self(1 << bit))
            .filter(move |one| one.0 & bits != 0)
    }
}

/// The phrases of all tables with their meaning and family; no meaning for a concept that does not
/// exist.
pub(crate) fn entries() -> impl Iterator<Item = (Option<Concept>, Families, &'static str)> {
    let mut concept = None;
    let mut family = Families::ALL;
    let mut languages = 0;
    packed::words()
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .flat_map(move |line| {
            let phrases = match (line.strip_prefix('='), line.split_once(':')) {
                (Some(table), _) => {
                    concept = None;
                    family = match table {
                        "en" | "en_lookalikes" => Families::ENGLISH,
                        "places" | "roles" | "subjects" => Families::ALL,
                        _ => {
                            languages += 1;
                            Families(1 << languages)
                        }
                    };
                    ""
                }
                (None, Some((name, phrases))) if !line.starts_with(char::is_whitespace) => {
                    concept = Concept::from_name(name.trim());
                    phrases
                }
                _ => line,
            };
            let (concept, family) = (concept, family);
            phrases
                .split('|')
                .map(str::trim)
                .filter(|p| !p.is_empty())
                .map(move |p| (concept, family, p))
        })
}

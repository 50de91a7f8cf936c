//! The recognition tables: one text file per language, packed by `build.rs`.
//!
//! A line is `Concept: phrase | phrase`; an indented line goes on with the concept above it; `#`
//! starts a comment. `word*` stands for any ending, `*word` for any beginning. Adding a language
//! is adding a file.

use super::text::lexicon::Concept;
use crate::domain::packed;

/// The phrases of all tables with their meaning; `None` for a concept that does not exist.
pub(crate) fn entries() -> impl Iterator<Item = (Option<Concept>, &'static str)> {
    let mut concept = None;
    packed::words()
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .flat_map(move |line| {
            let phrases = match line.split_once(':') {
                Some((name, phrases)) if !line.starts_with(char::is_whitespace) => {
                    concept = Concept::from_name(name.trim());
                    phrases
                }
                _ => line,
            };
            let concept = concept;
            phrases
                .split('|')
                .map(str::trim)
                .filter(|p| !p.is_empty())
                .map(move |p| (concept, p))
        })
}

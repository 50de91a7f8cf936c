//! The recognition tables: one text file per language, compiled in.
//!
//! A line is `Concept: phrase | phrase`; an indented line goes on with the concept above it; `#`
//! starts a comment. `word*` stands for any ending, `*word` for any beginning. Adding a language
//! is adding a file and its line in [`ALL`].

use super::text::lexicon::Concept;

/// Every table.
pub(crate) const ALL: &[&str] = &[
    include_str!("en.txt"),
    include_str!("en_lookalikes.txt"),
    include_str!("roles.txt"),
    include_str!("places.txt"),
    include_str!("de.txt"),
    include_str!("fr.txt"),
    include_str!("es.txt"),
    include_str!("pt.txt"),
    include_str!("it.txt"),
    include_str!("nl.txt"),
    include_str!("nordic.txt"),
    include_str!("pl.txt"),
    include_str!("slavic.txt"),
    include_str!("southeast.txt"),
    include_str!("ja.txt"),
    include_str!("zh.txt"),
    include_str!("ko.txt"),
    include_str!("asia.txt"),
];

/// The phrases of one table with their meaning; `None` for a concept that does not exist.
pub(crate) fn entries(
    table: &'static str,
) -> impl Iterator<Item = (Option<Concept>, &'static str)> {
    let mut concept = None;
    table
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

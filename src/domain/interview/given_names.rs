//! Common given names of many countries: they tell "Interview with Dana" from "Interview with Acme".
//!
//! Chosen from statistics of names as they are published, partly by way of the lists of Faker (MIT).
//! Folded (no accents, lower case). A name that is also a common company word is left out.

use std::sync::OnceLock;

use crate::domain::packed;

/// Whether `word` (folded) is a common given name.
#[must_use]
pub(crate) fn is_given_name(word: &str) -> bool {
    static SORTED: OnceLock<Vec<&'static str>> = OnceLock::new();
    SORTED
        .get_or_init(|| packed::given_names().split_whitespace().collect())
        .binary_search(&word)
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_given_name;
    use crate::domain::interview::text::fold::fold;

    #[test]
    fn given_names_are_known_and_companies_are_not() {
        assert!(is_given_name("priya") && is_given_name("jose") && is_given_name("zeke"));
        assert!(!is_given_name("acme") && !is_given_name("north") && !is_given_name(""));
    }

    #[test]
    fn given_names_are_folded() {
        for name in include_str!("given_names.txt").split_whitespace() {
            assert_eq!(fold(name), name);
            assert!(is_given_name(name), "{name}");
        }
    }
}

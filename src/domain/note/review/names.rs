//! Words of a text, and whether one is nearly a name.

use super::similarity::distance;

/// Words with the byte at which each begins; an address or link is no word.
pub(super) fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut from = None;
    for (at, it) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = it.is_alphanumeric() || matches!(it, '-' | '\'' | '’' | '@' | '.' | '/');
        match (inside, from) {
            (true, None) => from = Some(at),
            (false, Some(begin)) => {
                let word = text.get(begin..at).unwrap_or_default();
                let bare = word.trim_end_matches(['.', '-', '\'', '’', '/']);
                if !bare.is_empty() && !bare.contains(['@', '/', '.']) {
                    words.push((begin, possessed(bare)));
                }
                from = None;
            }
            _ => {}
        }
    }
    words
}

/// `Kettlefish’s` is Kettlefish.
fn possessed(word: &str) -> &str {
    word.strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word)
}

/// Whether two words are the same but for capitals.
pub(super) fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// One slip, or two in a long word; never a different common word of the same length by chance:
/// the first letters agree, or all but one.
pub(super) fn is_near(word: &str, name: &str) -> bool {
    let (word, name) = (word.to_lowercase(), name.to_lowercase());
    let length = name.chars().count();
    if word == name || length < 4 {
        return false;
    }
    // A plural or a longer word of the language is no slip.
    if word.starts_with(&name) || name.starts_with(&word) {
        return false;
    }
    let allowed = if length >= 9 { 2 } else { 1 };
    distance(&word, &name) <= allowed && word.chars().next() == name.chars().next()
}

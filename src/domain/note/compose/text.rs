//! Small helpers for text.

/// Number of words; the marks that stand alone in French are none.
pub(super) fn words(text: &str) -> usize {
    let words = text.split_whitespace();
    words
        .filter(|it| it.contains(char::is_alphanumeric))
        .count()
}

/// Sentences, those that there are, behind each other.
pub(super) fn joined(sentences: &[Option<String>]) -> String {
    let all: Vec<&str> = sentences.iter().flatten().map(String::as_str).collect();
    all.join(" ")
}

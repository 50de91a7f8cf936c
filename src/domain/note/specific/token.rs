//! The words of a text, with what their grammar is told by.

/// A word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// In small letters, without marks around it, with straight apostrophes.
    pub(super) lower: String,
    /// It begins with a capital.
    pub(super) capital: bool,
    /// It has no small letters.
    pub(super) loud: bool,
    /// A comma, a colon or a dash stands before it.
    pub(super) behind_a_break: bool,
}

/// The words between blanks, and between apostrophes where `elided` words are words (`qu’il`).
pub(super) fn tokens(text: &str, elided: bool) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut breaks = false;
    for raw in text.split(' ') {
        let parts = raw.split(|it| elided && matches!(it, '\'' | '’'));
        for part in parts {
            let bare = part.trim_matches(|it: char| !it.is_alphanumeric());
            if !bare.is_empty() {
                tokens.push(Token {
                    lower: bare.to_lowercase().replace('’', "'"),
                    capital: bare.starts_with(char::is_uppercase),
                    loud: !bare.contains(char::is_lowercase),
                    behind_a_break: breaks,
                });
                breaks = false;
            }
        }
        breaks |= raw.ends_with([',', ';', ':']) || matches!(raw, "-" | "–" | "—" | "→" | "=");
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_without_what_stands_around_them() {
        let words = tokens("(Kafka), what’s “next” – they", false);
        let told: Vec<(&str, bool, bool)> = words
            .iter()
            .map(|it| (it.lower.as_str(), it.capital, it.behind_a_break))
            .collect();
        assert_eq!(
            told,
            [
                ("kafka", true, false),
                ("what's", false, true),
                ("next", false, false),
                ("they", false, true),
            ]
        );
        let elided: Vec<String> = tokens("ce qu’il fait", true)
            .into_iter()
            .map(|it| it.lower)
            .collect();
        assert_eq!(elided, ["ce", "qu", "il", "fait"]);
        assert_eq!(tokens("", false), []);
    }
}

//! The words of a text, as the fact guard compares them.

/// Marks of punctuation that any text may use.
const PUNCTUATION: &str = ".,;:!?¿¡'’‘\"“”„«»‹›()-–—…/&";

/// One word: a run of letters and digits, or a number with its points, commas and colons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain::note) struct Word<'a> {
    /// As it is written.
    pub(in crate::domain::note) text: &'a str,
    /// A sentence begins with it, so its capital says nothing.
    pub(in crate::domain::note) begins: bool,
}

impl Word<'_> {
    pub(in crate::domain::note) fn lower(&self) -> String {
        self.text.to_lowercase()
    }

    /// Numerals of any script, and forms such as `10k` and `2nd`.
    pub(in crate::domain::note) fn has_digit(&self) -> bool {
        self.text.contains(char::is_numeric)
    }

    pub(in crate::domain::note) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The words in order. An apostrophe parts words: `l’équipe` is two.
pub(in crate::domain::note) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = None;
    let mut begins = true;
    let mut chars = text.char_indices().chain([(text.len(), ' ')]).peekable();
    let mut before = ' ';
    while let Some((at, it)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, it)| *it);
        let in_number =
            matches!(it, '.' | ',' | ':' | '/' | '-') && before.is_numeric() && next.is_numeric();
        let inside = it.is_alphanumeric() || (from.is_some() && in_number);
        match (inside, from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                let text = text.get(start..at).unwrap_or_default();
                words.push(Word { text, begins });
                from = None;
                begins = false;
            }
            _ => {}
        }
        if !inside && matches!(it, '.' | '!' | '?' | ':' | '\n' | '…') {
            begins = true;
        }
        before = it;
    }
    words
}

/// The words in small letters.
pub(in crate::domain::note) fn lower(words: &[Word<'_>]) -> Vec<String> {
    words.iter().map(Word::lower).collect()
}

/// Whether the words differ in their endings alone: `moved` and `moving`.
pub(in crate::domain::note) fn is_kin(one: &str, other: &str, endings: &[&str]) -> bool {
    if one == other {
        return true;
    }
    let common = |it: &(char, char)| it.0 == it.1;
    let shared: Vec<(char, char)> = one.chars().zip(other.chars()).take_while(common).collect();
    // An ending may begin with letters that both have: `moved` and `move`.
    (3..=shared.len()).rev().take(3).any(|length| {
        let rest = |it: &str| it.chars().skip(length).collect::<String>();
        let ends = |it: &str| it.is_empty() || endings.contains(&it);
        ends(&rest(one)) && ends(&rest(other))
    })
}

/// Addresses of mail and pages, as they are written.
pub(in crate::domain::note) fn addresses(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .map(|it| it.trim_matches(|it: char| !it.is_alphanumeric()))
        .filter(|it| {
            let lower = it.to_lowercase();
            it.contains('@') || lower.contains("://") || lower.starts_with("www.") || has_host(it)
        })
        .collect()
}

/// `example.com`: a point between letters, and a label of two letters or more behind it.
fn has_host(word: &str) -> bool {
    let mut labels = word.split(['.', '/']).peekable();
    let mut found = false;
    while let Some(label) = labels.next() {
        let letters = |it: &str| it.chars().count() >= 2 && it.chars().all(char::is_alphabetic);
        found |= !label.is_empty() && labels.peek().is_some_and(|it| letters(it));
        if word.contains('/') && !word.contains('.') {
            return false;
        }
    }
    found
}

/// The first character that is neither of words nor of punctuation, and that the other text does
/// not have: signs of markup, pictures, what directs or hides text.
pub(in crate::domain::note) fn strange<'a>(text: &'a str, known: &str) -> Option<&'a str> {
    let odd = |it: char| {
        let plain = it.is_alphanumeric() || it == ' ' || it == '\n' || PUNCTUATION.contains(it);
        // French sets blanks before its punctuation that do not break.
        let blank = matches!(it, '\u{a0}' | '\u{202f}');
        !plain && !blank && !known.contains(it)
    };
    let at = text.find(odd)?;
    let length = text.get(at..)?.chars().next()?.len_utf8();
    text.get(at..at + length)
}

/// The sentences, each as its words in small letters between blanks.
pub(in crate::domain::note) fn sentences(text: &str) -> Vec<String> {
    text.split(['.', '!', '?', '\n'])
        .map(|it| lower(&words(it)).join(" "))
        .filter(|it| !it.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_and_know_where_sentences_begin() {
        let found: Vec<(&str, bool)> = words("I'd say: 10,000 euros, at 3.30. Ça va?\nYes")
            .iter()
            .map(|it| (it.text, it.begins))
            .collect();
        let expected = [
            ("I", true),
            ("d", false),
            ("say", false),
            ("10,000", true),
            ("euros", false),
            ("at", false),
            ("3.30", false),
            ("Ça", true),
            ("va", false),
            ("Yes", true),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn forms_of_a_word_are_kin_and_other_words_are_not() {
        let endings = ["s", "ed", "d", "ing", "e"];
        for (one, other) in [
            ("move", "moved"),
            ("moving", "moved"),
            ("system", "systems"),
        ] {
            assert!(is_kin(one, other, &endings), "{one} {other}");
        }
        for (one, other) in [
            ("tuesday", "thursday"),
            ("five", "fifteen"),
            ("in", "ins"),
            ("lead", "leader"),
            ("", "s"),
        ] {
            assert!(!is_kin(one, other, &endings), "{one} {other}");
        }
    }

    #[test]
    fn addresses_are_told_from_words() {
        let text = "See https://a.example, (b@c.example) or www.d.example/x and kettlefish.io. \
            Not e.g. this, 3.5 or and/or that. End.";
        let expected = [
            "https://a.example",
            "b@c.example",
            "www.d.example/x",
            "kettlefish.io",
        ];
        assert_eq!(addresses(text), expected);
    }

    #[test]
    fn signs_of_markup_are_strange_unless_they_were_there() {
        for (text, sign) in [
            ("<b>x</b>", "<"),
            ("**x**", "*"),
            ("# x", "#"),
            ("x\u{202e}y", "\u{202e}"),
            ("x 🎉", "🎉"),
            ("a\tb", "\t"),
        ] {
            assert_eq!(strange(text, ""), Some(sign), "{text:?}");
            assert_eq!(strange(text, text), None, "{text:?}");
        }
        assert_eq!(strange("“Ça va ?” – it's (really) fine; …", ""), None);
    }
}

//! Beginnings that only say that it was talked about: "we also talked a lot about …".
//!
//! A pattern is a line of slots: `(may be missing)`, `one/other`, `several_words`, `typed=instead`.
//! Behind `…` stands how the text has to end; a colon at the end says that what follows need not
//! have been talked about.

/// What is left of a text without its beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rest {
    /// What follows; empty where nothing does.
    pub(super) text: String,
    /// It came up, which is all that is known: "thanks for the tip".
    pub(super) aside: bool,
}

/// The text without the longest beginning that is known; `None` without any.
pub(super) fn without(text: &str, patterns: &[&str]) -> Option<Rest> {
    let lower = text.to_lowercase();
    // Only where both have the same length, so that a place in one is the place in the other.
    if lower.len() != text.len() {
        return None;
    }
    let rests = patterns
        .iter()
        .filter_map(|it| behind(it, text, &lower, patterns_end(it)));
    rests.min_by_key(|it| it.text.len())
}

/// The endings that a pattern asks for.
fn patterns_end(pattern: &str) -> Option<&str> {
    pattern.split_once(" … ").map(|(_, end)| end)
}

fn behind(pattern: &str, text: &str, lower: &str, end: Option<&str>) -> Option<Rest> {
    let begin = pattern.split(" … ").next()?;
    let aside = begin.ends_with(" :");
    let slots: Vec<&str> = begin.trim_end_matches(" :").split(' ').collect();
    let (left, instead) = matched(&slots, lower)?;
    let mut rest = text.get(text.len() - left..)?.trim();
    if let Some(end) = end {
        let small = lower.get(lower.len() - left..)?.trim();
        let word = small.rsplit(' ').next()?;
        if !end.split('/').any(|it| it == word) {
            return None;
        }
        rest = rest.get(..rest.len().checked_sub(word.len())?)?.trim();
    }
    let text = match instead {
        "" => rest.to_owned(),
        word => format!("{word} {rest}"),
    };
    Some(Rest { text, aside })
}

/// The length of what follows the slots, and what stands before it instead of the last of them;
/// the shortest there is.
fn matched<'a>(slots: &[&'a str], text: &str) -> Option<(usize, &'a str)> {
    let Some((slot, others)) = slots.split_first() else {
        return Some((text.len(), ""));
    };
    let bare = slot.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let missing = bare.and_then(|_| matched(others, text));
    let said = bare.unwrap_or(slot).split('/').filter_map(|one| {
        let (typed, instead) = one.split_once('=').unwrap_or((one, ""));
        let rest = after(text, typed)?;
        if others.is_empty() {
            return Some((rest.len(), instead));
        }
        matched(others, rest)
    });
    said.chain(missing).min_by_key(|(length, _)| *length)
}

/// What follows these words, of which the last one ends there or at its apostrophe.
fn after<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text;
    for (index, word) in words.split('_').enumerate() {
        if index > 0 {
            rest = rest.strip_prefix(' ')?;
        }
        rest = rest.strip_prefix(word)?;
    }
    let ends = words.ends_with('’') || rest.is_empty();
    if ends {
        Some(rest)
    } else {
        rest.strip_prefix(' ')
            .or_else(|| rest.strip_prefix(": "))
            .or_else(|| rest.strip_prefix([',', ':']).filter(|it| it.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, text: &str, expected: Option<&str>) {
        let rest = without(text, &[pattern]).map(|it| it.text);
        assert_eq!(rest.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_beginning_is_left_out_whatever_stands_in_its_slots() {
        let talked = "(we/i) (also) talked/spoke (a_lot/a_bit) about/on";
        for (text, expected) in [
            ("We talked about Kafka", Some("Kafka")),
            ("we also talked a lot about Kafka", Some("Kafka")),
            ("Spoke on Kafka", Some("Kafka")),
            ("talked about", Some("")),
            ("talked about: Kafka", Some("Kafka")),
            ("We talked", None),
            ("talked abouts", None),
            ("Kafka", None),
            ("", None),
        ] {
            check(talked, text, expected);
        }
    }

    #[test]
    fn what_an_article_was_drawn_into_gets_it_back() {
        let pattern = "on_a parlé du=le/des=les/de/d’=";
        for (text, expected) in [
            ("On a parlé du télétravail", Some("le télétravail")),
            ("on a parlé des gardes", Some("les gardes")),
            ("on a parlé de la paie", Some("la paie")),
            ("on a parlé d’escalade", Some("escalade")),
            ("on a parlé dur", None),
        ] {
            check(pattern, text, expected);
        }
    }

    #[test]
    fn an_ending_goes_with_its_beginning() {
        let pattern = "(wir) haben über … gesprochen/geredet";
        check(pattern, "Wir haben über Rust gesprochen", Some("Rust"));
        check(pattern, "haben über die Miete geredet", Some("die Miete"));
        check(pattern, "Wir haben über Rust", None);
        check(pattern, "Wir haben über gesprochen", Some(""));
    }

    #[test]
    fn the_longest_beginning_counts() {
        let rest = without("danke für den Tipp", &["danke", "danke für :"]).unwrap();
        assert_eq!((rest.text.as_str(), rest.aside), ("den Tipp", true));
        assert_eq!(without("İ talked about x", &["talked about"]), None);
    }
}

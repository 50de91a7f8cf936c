//! What people jot down in English, made fit for a sentence where the grammar is sure: abbreviations
//! written out, "I asked what …" without its beginning.

/// Ways to say that it was talked about, before a clause.
const ASKED: &str = "(i/we/she/he/they/you) (also) asked (me/her/him/them/you)";
const TOLD: &str = "(she/he/they/you) told_me";

/// Words that begin such a clause.
const CLAUSES: [&str; 9] = [
    "how", "why", "what", "when", "where", "whether", "which", "if", "that",
];

/// Abbreviations of notes, and what they stand for.
const ABBREVIATIONS: [(&str, &str); 12] = [
    ("esp.", "especially"),
    ("incl.", "including"),
    ("approx.", "about"),
    ("vs.", "versus"),
    ("w/", "with"),
    ("w/o", "without"),
    ("re:", "about"),
    ("&", "and"),
    ("i", "I"),
    ("i'm", "I'm"),
    ("i've", "I've"),
    ("i'd", "I'd"),
];

/// A jotting as it would stand in a sentence.
pub(super) fn read_out(text: &str) -> String {
    let words: Vec<String> = text.split(' ').map(written_out).collect();
    let text = words.join(" ");
    let text = without_asking(&text).unwrap_or(text);
    let text = match text.get(..8) {
        Some(on_call) if on_call.eq_ignore_ascii_case("on call ") => {
            format!("on-call {}", text.get(8..).unwrap_or_default())
        }
        _ if text.eq_ignore_ascii_case("on call") => "on-call".to_owned(),
        _ => text,
    };
    asked_whether(&text).unwrap_or(text)
}

fn written_out(word: &str) -> String {
    let (open, bare) = match word.strip_prefix('(') {
        Some(bare) => ("(", bare),
        None => ("", word),
    };
    let long = ABBREVIATIONS.iter().find(|(short, _)| *short == bare);
    format!("{open}{}", long.map_or(bare, |(_, long)| long))
}

fn without_asking(text: &str) -> Option<String> {
    let rest = super::lead_in::without(text, &[ASKED, TOLD])?.text;
    let first = rest.split(' ').next().unwrap_or_default();
    CLAUSES.contains(&first).then_some(rest)
}

/// "If they use Rust" is what was asked; "if it works, we will" tells of something else.
fn asked_whether(text: &str) -> Option<String> {
    const CONDITIONS: [&str; 7] = ["would", "will", "could", "then", "i'd", "i'll", "we'd"];
    let (first, rest) = text.split_once(' ')?;
    let plain = |it: &str| !CONDITIONS.contains(&it.to_lowercase().replace('’', "'").as_str());
    (first.eq_ignore_ascii_case("if") && !rest.contains(',') && rest.split(' ').all(plain))
        .then(|| format!("whether {rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jottings_are_made_fit_for_a_sentence() {
        for (typed, expected) in [
            (
                "caching, esp. invalidation",
                "caching, especially invalidation",
            ),
            (
                "I asked what the first weeks look like",
                "what the first weeks look like",
            ),
            ("She told me how the team is run", "how the team is run"),
            ("asked if they use Kafka", "whether they use Kafka"),
            ("If they use Rust", "whether they use Rust"),
            ("the roadmap (esp. Q3)", "the roadmap (especially Q3)"),
            ("i think i'm right", "I think I'm right"),
            ("On call rota", "on-call rota"),
            ("on call", "on-call"),
        ] {
            assert_eq!(read_out(typed), expected, "{typed}");
        }
    }

    #[test]
    fn what_is_sure_of_itself_is_left() {
        for typed in [
            "the roadmap",
            "moving to a new platform",
            "I asked about parental leave",
            "I asked for the plan",
            "she told me a story",
            "climbing",
            "if it works, they hire",
            "if they ask I would go",
            "on calling",
            "",
        ] {
            assert_eq!(read_out(typed), typed, "{typed}");
        }
    }
}

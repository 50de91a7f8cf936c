//! A line of notes without what only marks it as one: bullets, numbers, boxes, quotes, final
//! punctuation.

/// A line of what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// What it says.
    pub(super) text: String,
    /// It ended in a question mark.
    pub(super) asks: bool,
}

/// The lines that say something.
pub(super) fn lines(typed: &str) -> Vec<Line> {
    typed.split(['\n', '\r']).filter_map(line).collect()
}

fn line(typed: &str) -> Option<Line> {
    let bare = typed.trim_end_matches(|it: char| !it.is_alphanumeric() && it != '?');
    let asks = bare.ends_with('?');
    let mut text = tidy(without_marker(typed));
    // The opening marks of Spanish go with their partners.
    if text.starts_with(['¿', '¡']) && !text.contains(['?', '!']) {
        text = text.trim_start_matches(['¿', '¡']).trim().to_owned();
    }
    text.contains(char::is_alphanumeric)
        .then_some(Line { text, asks })
}

/// The text behind `-`, `3.`, `b)`, `[x]`.
fn without_marker(typed: &str) -> &str {
    let bullets = |it: &str| -> usize {
        let rest = it.trim_start_matches(['-', '*', '•', '–', '·', '>', '☐', '☑', ' ', '\t']);
        it.len() - rest.len()
    };
    let mut rest = typed.get(bullets(typed)..).unwrap_or_default();
    for box_ in ["[ ]", "[x]", "[X]", "[]"] {
        rest = rest.strip_prefix(box_).unwrap_or(rest).trim_start();
    }
    let Some((number, behind)) = rest.split_once([')', '.']) else {
        return rest;
    };
    let digits = number.len() <= 2 && number.chars().all(|it| it.is_ascii_digit());
    let letter = number.len() == 1 && number.chars().all(|it| it.is_ascii_lowercase());
    let closed = rest
        .get(number.len()..)
        .is_some_and(|it| it.starts_with(')'));
    if !number.is_empty() && (digits || letter && closed) && behind.starts_with([' ', '\t']) {
        return behind.trim_start();
    }
    rest
}

/// One line without surrounding blanks, quotes and final punctuation.
pub(in crate::domain::note) fn tidy(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = text.as_str();
    loop {
        let bare = rest
            .trim_matches(' ')
            .trim_end_matches(['.', '!', '?', ';', ',', ':', ' ', '…']);
        let bare = unquoted(bare);
        if bare == rest {
            return rest.to_owned();
        }
        rest = bare;
    }
}

/// The text within quotes around the whole of it.
fn unquoted(text: &str) -> &str {
    const PAIRS: [(char, char); 7] = [
        ('"', '"'),
        ('\'', '\''),
        ('“', '”'),
        ('„', '“'),
        ('‘', '’'),
        ('«', '»'),
        ('»', '«'),
    ];
    let inside = PAIRS.iter().find_map(|(open, close)| {
        let inside = text.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inside.contains([*open, *close])).then_some(inside)
    });
    inside.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &[&str]) {
        let found: Vec<String> = lines(typed).into_iter().map(|it| it.text).collect();
        assert_eq!(found, expected, "{typed}");
    }

    #[test]
    fn marks_of_a_list_go() {
        check("1. roadmap\n2) on-call", &["roadmap", "on-call"]);
        check(
            "- [ ] roadmap\n* [x] Kafka\n• b) Rust",
            &["roadmap", "Kafka", "Rust"],
        );
        check("\t– \"the roadmap.\"", &["the roadmap"]);
        check("„die Miete“!", &["die Miete"]);
        check("¿Hay teletrabajo?", &["Hay teletrabajo"]);
    }

    #[test]
    fn what_is_said_stays() {
        for typed in [
            "2026 plans",
            "3.5 days remote",
            "“ship it” culture",
            "e.g. Kafka",
            "a) b",
            "¿Hay teletrabajo? Sí",
            "C++ & \"templates\" (1998)",
        ] {
            let expected = if typed == "a) b" { "b" } else { typed };
            check(typed, &[expected]);
        }
        check("...\n- \n-\n(?)", &[]);
    }

    #[test]
    fn a_question_is_known_by_its_mark() {
        for (typed, asks) in [
            ("Kafka?", true),
            ("\"Is it remote?\"", true),
            ("is it remote?!", true),
            ("is it remote? yes", false),
            ("Kafka", false),
        ] {
            assert_eq!(
                lines(typed).first().map(|it| it.asks),
                Some(asks),
                "{typed}"
            );
        }
    }
}

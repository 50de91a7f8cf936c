//! Short enough to be read, long enough to say something.

use super::{Expectation, Finding, Severity, Text};

/// "Target 80-150 words; warn below 40 and above 200."
const TOO_SHORT: usize = 40;
const SHORT: usize = 50;
const LONG: usize = 150;
const TOO_LONG: usize = 200;

/// Counts the message alone; thanks to whoever only arranged it may be shorter.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let words = text.words();
    let allowed = if expectation.to_coordinator { 30 } else { 0 };
    let (code, severity) = match words + allowed {
        0..TOO_SHORT => ("too_short", Severity::Warning),
        TOO_SHORT..SHORT => ("short", Severity::Hint),
        _ if words <= LONG => return None,
        _ if words <= TOO_LONG => ("long", Severity::Hint),
        _ => ("too_long", Severity::Warning),
    };
    Some(Finding::new(code, severity, &[&words.to_string()]))
}

/// "Keep it to one or two paragraphs."
pub(super) fn paragraphs(text: &Text<'_>, _: &Expectation<'_>) -> Option<Finding> {
    // A line with nothing but blanks parts them as well.
    let blank: Vec<bool> = text
        .message
        .lines()
        .map(|it| it.trim().is_empty())
        .collect();
    let begins = |pair: &[bool]| matches!(pair, [true, false]);
    let paragraphs = 1 + blank.windows(2).filter(|it| begins(it)).count();
    let count = paragraphs.to_string();
    (paragraphs > 2).then(|| Finding::new("many_paragraphs", Severity::Hint, &[&count]))
}

#[cfg(test)]
mod tests {
    use super::super::review;
    use super::super::sample::{self, finds, fine};
    use super::*;

    #[test]
    fn length_counts_the_message_alone() {
        let filler = |count: usize| format!("downtime {}", "word word2 ".repeat(count));
        finds("downtime", &filler(50), "long", Severity::Hint, "");
        finds("downtime", &filler(90), "too_long", Severity::Warning, "");
        let findings = review(
            "s",
            "Hi Priya,\n\nThanks for the talk about billing at Kettlefish.\n\nBest,\nJordan Reyes\n+1 555 0100",
            &sample::expectation(),
        );
        let short = findings.iter().find(|it| it.code == "too_short").unwrap();
        assert_eq!(short.details, ["8"]);
    }

    #[test]
    fn thanks_for_arranging_it_may_be_shorter() {
        let mut expectation = sample::expectation();
        expectation.to_coordinator = true;
        let body = "Hi Priya,\n\nThank you for arranging the interview about billing. I enjoyed \
            every part of it, and I remain interested in the role.\n\nBest,\nJordan Reyes";
        assert_eq!(review("s", body, &expectation), []);
    }

    #[test]
    fn a_third_paragraph_is_one_too_many() {
        finds(
            " With five",
            "\n\nWith five",
            "many_paragraphs",
            Severity::Hint,
            "",
        );
        finds(
            " With five",
            "\n \nWith five",
            "many_paragraphs",
            Severity::Hint,
            "",
        );
        fine("Kettlefish. I keep", "Kettlefish.\nI keep");
    }
}

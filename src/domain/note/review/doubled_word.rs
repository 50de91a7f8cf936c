//! No word stands twice in a row.

use super::{Expectation, Finding, Fix, Severity, Text, search};

/// Looks within paragraphs: what ends one and begins the next is no slip. A name may say it twice.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let body = text.body;
    let mut last: Option<(usize, &str)> = None;
    for word in body.split_whitespace() {
        // The distance in memory of a part from its whole is its byte offset.
        let at = word.as_ptr() as usize - body.as_ptr() as usize;
        if let Some((before, previous)) = last {
            let letters = word.chars().all(char::is_alphabetic);
            let twice = letters && previous.to_lowercase() == word.to_lowercase();
            let between = body.get(before + previous.len()..at).unwrap_or_default();
            let range = before..at + word.len();
            if twice
                && between.matches('\n').count() < 2
                && !search::may_stand_twice(word, expectation.language)
                && !expectation.says(body.get(range.clone()).unwrap_or_default())
            {
                let mut finding = Finding::new("doubled_word", Severity::Warning, &[word]);
                finding.fix = Some(Fix::new(&range, previous));
                finding.at = Some(range);
                return Some(finding);
            }
        }
        last = Some((at, word));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, finds, fine};
    use super::*;

    #[test]
    fn a_doubled_word_can_be_put_right() {
        finds(
            "without downtime",
            "without without downtime",
            "doubled_word",
            Severity::Warning,
            "without without",
        );
        assert_eq!(
            sample::fixed("without downtime", "without without downtime"),
            sample::FINE
        );
    }

    #[test]
    fn what_may_stand_twice_is_fine() {
        fine("After our", "What I had had in mind. After our");
        fine(
            "it is exactly the kind of work I enjoy.\n\nAfter",
            "as do I\n\nI keep it. After",
        );
        let mut expectation = sample::expectation();
        expectation.employer = Some("Tata Tata");
        let found = sample::after("at Kettlefish", "at Tata Tata", &expectation);
        assert_eq!(found, []);
    }
}

//! Interviewers compare: no note may read like another one.

use super::{Expectation, Finding, Severity, message, similarity};

/// Similarity from which two notes read alike, and from which one is a copy.
const ALIKE: f64 = 0.42;
const COPY: f64 = 0.6;

/// The other note of the interview that this one is most like.
pub(super) fn siblings(mine: &str, expectation: &Expectation<'_>) -> Option<Finding> {
    expectation
        .other_notes
        .iter()
        .map(|(name, other)| (name, similarity(mine, message(other, expectation))))
        .filter(|(_, alike)| *alike >= ALIKE)
        .max_by(|one, other| one.1.total_cmp(&other.1))
        .map(|(name, alike)| {
            let severity = if alike >= COPY {
                Severity::Stop
            } else {
                Severity::Warning
            };
            Finding::new("same_as", severity, &[name])
        })
}

/// An earlier note to the same person, said again.
pub(super) fn earlier(mine: &str, expectation: &Expectation<'_>) -> Option<Finding> {
    let alike = expectation
        .earlier_notes
        .iter()
        .map(|it| similarity(mine, message(it, expectation)))
        .fold(0.0, f64::max);
    (alike >= ALIKE).then(|| Finding::new("same_as_before", Severity::Warning, &[]))
}

#[cfg(test)]
mod tests {
    use super::super::{review, sample};
    use super::*;

    const OTHER: &str =
        "Hi Tom,\n\nMy interest has only grown since we discussed incidents.\n\nBest,\nJordan";

    #[test]
    fn two_notes_that_read_alike_are_noticed() {
        let copy = [("Tom Kovač".to_owned(), sample::FINE.replace("Priya", "Tom"))];
        let mut expectation = sample::expectation();
        expectation.other_notes = &copy;
        let findings = review("s", sample::FINE, &expectation);
        assert_eq!(
            (findings[0].code, findings[0].severity),
            ("same_as", Severity::Stop)
        );
        assert_eq!(findings[0].details, ["Tom Kovač"]);
    }

    #[test]
    fn a_note_that_says_it_again_is_noticed() {
        let before = [sample::FINE.replace("today", "last week")];
        let mut expectation = sample::expectation();
        expectation.earlier_notes = &before;
        let findings = review("s", sample::FINE, &expectation);
        assert_eq!(findings[0].code, "same_as_before");
    }

    #[test]
    fn a_different_note_is_fine() {
        let other = [("Tom".to_owned(), OTHER.to_owned())];
        let before = [OTHER.to_owned()];
        let mut expectation = sample::expectation();
        expectation.other_notes = &other;
        expectation.earlier_notes = &before;
        assert_eq!(review("s", sample::FINE, &expectation), []);
    }
}

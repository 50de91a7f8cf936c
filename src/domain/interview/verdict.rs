//! Puts the clues together: probability, band and reasons.

use super::{Band, Direction, Reason, Verdict, direction::Side, signals};
use crate::domain::ordering::sort_by_number;

/// From here on Afternote prompts.
const PROMPT: f64 = 0.8;

/// From here on it asks once.
const ASK: f64 = 0.36;

/// No surer is a note that may be of either side: it asks.
const UNTOLD: f64 = 0.79;

/// From here on it asks where something speaks for the interviewer's side: to be asked whether to
/// thank the candidate that one has interviewed oneself is worse than not to be asked.
const ASK_IN_DOUBT: f64 = 0.5;

/// The judgement on one event: that it is an interview, and that the user is the candidate.
#[must_use]
pub(crate) fn conclude(clues: Vec<Reason>, side: &Side) -> Verdict {
    let sure = confidence(&clues, side);
    let confidence = if side.untold { sure.min(UNTOLD) } else { sure };
    let mut reasons = clues;
    reasons.extend(side.reasons.iter().cloned());
    // The bits of numbers that are not negative are in the order of the numbers.
    sort_by_number(&mut reasons, |it| -it.weight.abs().to_bits().cast_signed());
    Verdict {
        band: band(confidence, side),
        confidence,
        reasons,
    }
}

/// Probability that it is an interview in which the user is the candidate, 0 to 1.
#[must_use]
pub(crate) fn confidence(clues: &[Reason], side: &Side) -> f64 {
    let log_odds = signals::PRIOR + clues.iter().map(|it| it.weight).sum::<f64>();
    probability(log_odds) * probability(side.log_odds)
}

/// What nothing was found in.
#[must_use]
pub(crate) fn silent() -> Verdict {
    Verdict {
        band: Band::Silent,
        confidence: probability(signals::PRIOR) / 2.0,
        reasons: Vec::new(),
    }
}

/// The band of a probability; interviewer side is always silent.
#[must_use]
pub(crate) fn band(confidence: f64, side: &Side) -> Band {
    let ask = if side.is_doubtful() {
        ASK_IN_DOUBT
    } else {
        ASK
    };
    match side.direction() {
        Direction::Interviewer => Band::Silent,
        Direction::Candidate if confidence >= PROMPT => Band::Prompt,
        Direction::Candidate if confidence >= ask => Band::Ask,
        Direction::Candidate => Band::Silent,
    }
}

/// Log-odds as a probability.
fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// Sums of the clues' weights, for the neighbours' judgement.
#[must_use]
pub(crate) fn is_interview_like<'r>(reasons: impl IntoIterator<Item = &'r Reason>) -> bool {
    reasons.into_iter().any(|reason| {
        matches!(
            reason.code,
            "title_job_interview" | "title_interview" | "title_step" | "hiring_side" | "candidates"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_follow_the_limits() {
        let side = |log_odds| Side {
            log_odds,
            reasons: Vec::new(),
            untold: false,
        };
        for (confidence, expected) in [
            (0.95, Band::Prompt),
            (0.8, Band::Prompt),
            (0.79, Band::Ask),
            (0.36, Band::Ask),
            (0.35, Band::Silent),
            (0.0, Band::Silent),
        ] {
            assert_eq!(band(confidence, &side(2.6)), expected, "{confidence}");
            assert_eq!(band(confidence, &side(-1.0)), Band::Silent, "{confidence}");
        }
    }

    #[test]
    fn a_doubt_about_the_side_asks_for_more() {
        let doubtful = Side {
            log_odds: 1.0,
            reasons: Vec::new(),
            untold: false,
        };
        assert_eq!(band(0.45, &doubtful), Band::Silent);
        assert_eq!(band(0.55, &doubtful), Band::Ask);
    }

    #[test]
    fn log_odds_become_probabilities() {
        assert!((probability(0.0) - 0.5).abs() < 1e-9);
        assert!(probability(4.0) > 0.98 && probability(-4.0) < 0.02);
    }
}

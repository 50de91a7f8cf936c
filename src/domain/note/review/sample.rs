//! A fine note and what is expected of it, for the tests of the checks.

use super::{CODES, Expectation, Finding, Severity, review};

pub(super) const FINE: &str = "Hi Priya,

Thank you for making the time to talk with me today about the Senior Engineer role at Kettlefish. I keep thinking about how you moved billing to event sourcing without downtime; it is exactly the kind of work I enjoy.

After our conversation I am even more interested in joining you. With five years of payment systems behind me, I feel ready for the challenges that come with it. If there is anything else you would like to know, I am happy to help.

Best regards,
Jordan Reyes";

/// What the fine note is held against.
pub(super) fn expectation() -> Expectation<'static> {
    Expectation {
        recipient: Some("Priya Shah"),
        employer: Some("Kettlefish"),
        specific: "how they moved billing to event sourcing",
        sender: "Jordan Reyes",
        signature: "Jordan Reyes\n+1 555 0100",
        ..Expectation::default()
    }
}

/// What the review says after replacing a part of the fine note.
pub(super) fn after(part: &str, with: &str, expectation: &Expectation<'_>) -> Vec<Finding> {
    assert!(FINE.contains(part), "{part}");
    review("Thank you", &FINE.replacen(part, with, 1), expectation)
}

/// The change makes one finding, at the given words of the new text.
pub(super) fn finds(part: &str, with: &str, code: &str, severity: Severity, at: &str) {
    finds_for(&expectation(), part, with, code, severity, at);
}

/// The same with another expectation.
pub(super) fn finds_for(
    expectation: &Expectation<'_>,
    part: &str,
    with: &str,
    code: &str,
    severity: Severity,
    at: &str,
) {
    let findings = after(part, with, expectation);
    assert_eq!(findings.len(), 1, "{with}: {findings:?}");
    assert_eq!((findings[0].code, findings[0].severity), (code, severity));
    assert!(CODES.contains(&code));
    let body = FINE.replacen(part, with, 1);
    let place = findings[0]
        .at
        .clone()
        .map_or("", |it| body.get(it).unwrap());
    assert_eq!(place, at, "{with}");
}

/// The change makes no finding.
pub(super) fn fine(part: &str, with: &str) {
    assert_eq!(after(part, with, &expectation()), [], "{with}");
}

/// The body with the finding's fix.
pub(super) fn fixed(part: &str, with: &str) -> String {
    let mut body = FINE.replacen(part, with, 1);
    let finding = &after(part, with, &expectation())[0];
    let fix = finding.fix.as_ref().unwrap();
    body.replace_range(fix.from..fix.until, &fix.with);
    body
}

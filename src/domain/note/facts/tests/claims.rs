//! Who did it, whose it is, and claims that are made of words that claim nothing.

use super::*;

const DEED: &str = "Hi Priya,

Thank you for making the time to talk with me about the role at Kettlefish. I keep thinking about how you moved billing to event sourcing.

I led a team of four, and I would be glad to put that to use. I am even more interested in joining you. If there is anything else you would like to know, I am happy to help.

Best regards,
Jordan Reyes";

/// The verdict on a note with a deed, with one part of its message replaced.
fn after_deed(part: &str, with: &str) -> Result<String, Refusal> {
    let points = ["Led a team of four".to_owned()];
    let mut expectation = english();
    expectation.specific = "how they moved billing to event sourcing";
    expectation.selling_points = &points;
    let message = Parts::of(DEED, &expectation).message;
    assert!(message.contains(part), "{part}");
    check("", DEED, &message.replacen(part, with, 1), &expectation)
}

#[test]
fn err_a_selling_point_of_somebody_else_or_of_nobody() {
    for (with, code, detail) in [
        ("You led a team of four", "who", "led"),
        ("We led a team of four", "who", "led"),
        ("You have led a team of four", "who", "led"),
        ("For four people you led the team", "who", "led"),
        ("Of the four in the team I am glad", "left_out", "led"),
    ] {
        let found = after_deed("I led a team of four", with).expect_err(with);
        assert_eq!(
            (found.code, found.details.join(" ").as_str()),
            (code, detail),
            "{with}"
        );
    }
    for with in [
        "I have led a team of four",
        "Having led a team of four",
        "I once led a team of four",
    ] {
        let found = after_deed("I led a team of four", with);
        assert!(found.is_ok(), "{with}: {found:?}");
    }
}

#[test]
fn err_claims_made_of_words_that_claim_nothing() {
    let interest = "I am even more interested in joining you.";
    let moved = "I keep thinking about how you moved billing to event sourcing.";
    for (part, with) in [
        (interest, "I have a team in Kettlefish and I am part of it."),
        (
            interest,
            "I will take the job and can join you soon; I left my company.",
        ),
        (interest, "I want the position and I know that you want me."),
        (
            interest,
            "You told me that I am the best person for the job.",
        ),
        (interest, "I could start soon."),
        (interest, "My team was the best in the company."),
        (
            moved,
            "I keep thinking about how billing was moved to event sourcing by my team.",
        ),
        (
            moved,
            "I keep thinking about how I helped you moved billing to event sourcing.",
        ),
        (
            moved,
            "I know well how you moved billing to event sourcing.",
        ),
    ] {
        let found = after_deed(part, with).expect_err(with);
        assert_eq!(found.code, "word", "{with}: {found:?}");
    }
    for (part, with) in [
        (
            moved,
            "How you moved billing to event sourcing stays on my mind.",
        ),
        (
            moved,
            "How you moved billing to event sourcing keeps me thinking.",
        ),
        (interest, "I would love to join you even more now."),
        (
            interest,
            "I left the conversation even more interested in joining you.",
        ),
        ("making the time", "having taken the time"),
    ] {
        let found = after_deed(part, with);
        assert!(found.is_ok(), "{with}: {found:?}");
    }
}

#[test]
fn err_what_the_user_offers_is_said_of_the_reader() {
    let points = ["I speak four languages".to_owned()];
    let mut expectation = english();
    expectation.specific = "your on-call rotation";
    expectation.selling_points = &points;
    let body = DEED
        .replace(
            "how you moved billing to event sourcing",
            "your on-call rotation",
        )
        .replace("I led a team of four", "I speak four languages");
    let message = Parts::of(&body, &expectation).message;
    let verdict = |part: &str, with: &str| {
        assert!(message.contains(part), "{part}");
        check("", &body, &message.replacen(part, with, 1), &expectation)
    };
    for (part, with) in [
        ("I speak four languages", "You speak four languages"),
        ("I speak four languages", "Your people speak four languages"),
        ("I speak four languages", "We speak four languages here"),
        ("your on-call rotation", "my on-call rotation"),
        ("your on-call rotation", "our on-call rotation"),
    ] {
        let found = verdict(part, with).expect_err(with);
        assert_eq!(found.code, "who", "{with}: {found:?}");
    }
    for (part, with) in [
        ("I speak four languages", "I can offer you four languages"),
        (
            "I speak four languages",
            "Speaking four languages, I am ready",
        ),
        (
            "I speak four languages",
            "With my four languages I am ready",
        ),
        ("your on-call rotation", "the on-call rotation"),
    ] {
        let found = verdict(part, with);
        assert!(found.is_ok(), "{with}: {found:?}");
    }
}

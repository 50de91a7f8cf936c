//! Each finding, and the draft that is only nearly one.

use super::*;

const FINE: &str = "Hi Priya,

Thank you for making the time to talk with me today about the Senior Engineer role at Kettlefish. I keep thinking about how you moved billing to event sourcing without downtime; it is exactly the kind of work I enjoy.

After our conversation I am even more interested in joining you. With five years of payment systems behind me, I feel ready for the challenges that come with it. If there is anything else you would like to know, I am happy to help.

Best regards,
Jordan Reyes";

fn expectation<'a>(notes: &'a [(String, String)], names: &'a [String]) -> Expectation<'a> {
    Expectation {
        recipient: Some("Priya Shah"),
        employer: Some("Kettlefish"),
        specific: "how they moved billing to event sourcing",
        sender: "Jordan Reyes",
        signature: "Jordan Reyes\n+1 555 0100",
        other_names: names,
        other_notes: notes,
        edited: false,
    }
}

/// What the review says after replacing a part of the fine draft.
fn after(part: &str, with: &str) -> Vec<Finding> {
    assert!(FINE.contains(part), "{part}");
    let names = ["Tom Kovač".to_owned()];
    review(
        "Thank you",
        &FINE.replacen(part, with, 1),
        &expectation(&[], &names),
    )
}

fn check(part: &str, with: &str, code: &str, severity: Severity) {
    let findings = after(part, with);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!((findings[0].code, findings[0].severity), (code, severity));
    assert!(CODES.contains(&code));
}

fn check_fine(part: &str, with: &str) {
    assert_eq!(after(part, with), [], "{with}");
}

#[test]
fn a_fine_draft_has_no_findings() {
    check_fine("Priya", "Priya");
    check_fine("Hi Priya,", "Dear Priya Shah,");
    check_fine("Hi Priya,", "Dear Ms. Shah,");
    check_fine("Hi Priya,", "Hello priya!");
    check_fine("at Kettlefish", "at Kettlefish’s Berlin office");
}

#[test]
fn a_wrong_or_misspelt_name_is_noticed() {
    check("Hi Priya,", "Hi Tom,", "wrong_name", Severity::Stop);
    check("Hi Priya,", "Hi Pirya,", "misspelt_name", Severity::Warning);
    check("Hi Priya,", "Hi there,", "missing_name", Severity::Warning);
    check("Hi Priya,", "Hello,", "missing_name", Severity::Warning);
}

#[test]
fn a_misspelt_employer_is_noticed_and_can_be_put_right() {
    check(
        "at Kettlefish",
        "at Kettlefsh",
        "misspelt_employer",
        Severity::Warning,
    );
    let body = FINE.replace("Kettlefish", "Kettlefsh");
    let finding = &review("s", &body, &expectation(&[], &[]))[0];
    let fix = finding.fix.as_ref().unwrap();
    let mut fixed = body.clone();
    fixed.replace_range(fix.from..fix.until, &fix.with);
    assert_eq!(fixed, FINE);
    check("at Kettlefish", "here", "missing_employer", Severity::Hint);
}

#[test]
fn what_was_never_filled_in_is_noticed() {
    for hole in ["[Company]", "{{role}}", "<name>", "XXX", "TODO"] {
        check("downtime", hole, "placeholder", Severity::Stop);
    }
    check_fine(
        "downtime",
        "downtime (really) and <3 hours of work at most, I > you",
    );
    check_fine("downtime", "todos");
}

#[test]
fn a_note_without_a_specific_is_not_ready() {
    let mut expectation = expectation(&[], &[]);
    expectation.specific = "  ";
    let finding = &review("s", FINE, &expectation)[0];
    assert_eq!(
        (finding.code, finding.severity),
        ("missing_specific", Severity::Stop)
    );
    expectation.edited = true;
    assert_eq!(review("s", FINE, &expectation)[0].severity, Severity::Hint);
    expectation.specific = "the canteen";
    assert_eq!(review("s", FINE, &expectation)[0].code, "specific_left_out");
}

#[test]
fn length_counts_the_message_alone() {
    let filler = |count: usize| format!("downtime {}", "word word2 ".repeat(count));
    check("downtime", &filler(50), "long", Severity::Hint);
    check("downtime", &filler(90), "too_long", Severity::Warning);
    let findings = review(
        "s",
        "Hi Priya,\n\nThanks for the talk about billing at Kettlefish.\n\nBest,\nJordan Reyes\n+1 555 0100",
        &expectation(&[], &[]),
    );
    assert_eq!(findings[0].code, "too_short");
    assert_eq!(findings[0].details, ["8"]);
}

#[test]
fn two_notes_that_read_alike_are_noticed() {
    let copy = [("Tom Kovač".to_owned(), FINE.replace("Priya", "Tom"))];
    let findings = review("s", FINE, &expectation(&copy, &[]));
    assert_eq!(
        (findings[0].code, findings[0].severity),
        ("same_as", Severity::Stop)
    );
    assert_eq!(findings[0].details, ["Tom Kovač"]);
    let other = [(
        "Tom".to_owned(),
        "Hi Tom,\n\nMy interest has only grown since we discussed incidents.\n\nBest,\nJordan"
            .to_owned(),
    )];
    assert_eq!(review("s", FINE, &expectation(&other, &[])), []);
}

#[test]
fn slips_and_tone_are_noticed() {
    check(
        "without downtime",
        "without without downtime",
        "doubled_word",
        Severity::Warning,
    );
    check(
        "I am happy to help",
        "please answer as soon as possible",
        "pressure",
        Severity::Hint,
    );
    check(
        "After our",
        "Sorry for the delay. After our",
        "apology",
        Severity::Hint,
    );
    check(
        "joining you.",
        "joining you!!",
        "many_exclamations",
        Severity::Hint,
    );
    check_fine("joining you.", "joining you!");
}

#[test]
fn a_note_needs_a_subject_and_a_name_under_it() {
    let expectation = expectation(&[], &[]);
    assert_eq!(review(" ", FINE, &expectation)[0].code, "no_subject");
    let unsigned = FINE.replace("Jordan Reyes", "");
    assert_eq!(review("s", &unsigned, &expectation)[0].code, "no_signature");
}

//! Who is greeted rightly, and who is not.

use super::super::sample::{self, finds, finds_for, fine};
use super::*;
use crate::domain::note::language::Language;

#[test]
fn another_persons_name_stops_the_note() {
    let names = ["Tom Kovač".to_owned()];
    let mut expectation = sample::expectation();
    expectation.other_names = &names;
    finds_for(
        &expectation,
        "Hi Priya,",
        "Hi Tom,",
        "wrong_name",
        Severity::Stop,
        "Tom",
    );
    expectation.other_names = &[];
    expectation.names_elsewhere = &names;
    finds_for(
        &expectation,
        "Hi Priya,",
        "Hi Tom,",
        "other_recipient",
        Severity::Stop,
        "Tom",
    );
}

#[test]
fn a_slip_in_the_name_can_be_put_right() {
    finds(
        "Hi Priya,",
        "Hi Pirya,",
        "misspelt_name",
        Severity::Warning,
        "Pirya",
    );
    assert_eq!(sample::fixed("Hi Priya,", "Hi Pirya,"), sample::FINE);
}

#[test]
fn a_greeting_without_a_name_is_noticed() {
    finds(
        "Hi Priya,",
        "Hi there,",
        "missing_name",
        Severity::Warning,
        "Hi there,",
    );
    finds(
        "Hi Priya,",
        "Hello,",
        "missing_name",
        Severity::Warning,
        "Hello,",
    );
}

#[test]
fn every_usual_way_to_greet_is_fine() {
    for greeting in [
        "Dear Priya Shah,",
        "Dear Ms. Shah,",
        "Hello priya!",
        "Priya –",
    ] {
        fine("Hi Priya,", greeting);
    }
}

#[test]
fn a_greeting_in_the_line_of_the_message_is_read_as_well() {
    let part = "Hi Priya,\n\nThank";
    fine(part, "Hi Priya, thank");
    fine(part, "Hi Priya! Thank");
    let names = ["Tom Kovač".to_owned()];
    let mut expectation = sample::expectation();
    expectation.other_names = &names;
    let (code, severity) = ("wrong_name", Severity::Stop);
    finds_for(&expectation, part, "Hi Tom, thank", code, severity, "Tom");
    finds_for(
        &expectation,
        part,
        "Dear Mr Kovač, thank",
        code,
        severity,
        "Kovač",
    );
}

#[test]
fn a_surname_is_held_against_the_person_s_as_well() {
    let (part, severity) = ("Hi Priya,", Severity::Warning);
    finds(part, "Dear Priya Sahh,", "misspelt_name", severity, "Sahh");
    finds(
        part,
        "Dear Priya Miller,",
        "wrong_name",
        severity,
        "Priya Miller",
    );
    for greeting in [
        "Dear Priya Shah-Miller,",
        "Dear Priya S.,",
        "Hi Priya and team,",
        "Good morning Priya,",
    ] {
        fine(part, greeting);
    }
    let mut expectation = sample::expectation();
    expectation.recipient = Some("Priya");
    assert_eq!(sample::after(part, "Dear Priya Shah,", &expectation), []);
}

#[test]
fn the_other_form_of_address_is_noticed_where_the_invitation_tells_it() {
    let mut expectation = sample::expectation();
    expectation.recipient = Some("Ms. Priya Shah");
    let (part, code, severity) = ("Hi Priya,", "wrong_name", Severity::Warning);
    finds_for(
        &expectation,
        part,
        "Dear Mr. Shah,",
        code,
        severity,
        "Mr. Shah",
    );
    for greeting in ["Dear Ms Shah,", "Dear Mrs. Shah,", "Dear Dr. Shah,"] {
        assert_eq!(
            sample::after(part, greeting, &expectation),
            [],
            "{greeting}"
        );
    }
    fine(part, "Dear Mr. Shah,");
    expectation.language = Language::German;
    let found = "Herr Dr. Shah";
    finds_for(
        &expectation,
        part,
        "Lieber Herr Dr. Shah,",
        code,
        severity,
        found,
    );
}

#[test]
fn short_forms_and_names_without_blanks_are_fine() {
    for (recipient, greeting) in [
        ("Christopher Shah", "Hi Chris,"),
        ("田中 太郎", "Dear 田中様,"),
        ("田中 太郎", "田中様"),
    ] {
        let mut expectation = sample::expectation();
        expectation.recipient = Some(recipient);
        assert_eq!(
            sample::after("Hi Priya,", greeting, &expectation),
            [],
            "{greeting}"
        );
    }
}

#[test]
fn our_own_greeting_is_at_most_a_hint() {
    let mut expectation = sample::expectation();
    expectation.language = Language::German;
    for recipient in [
        "Lindner",
        "Herr Harr",
        "Frau Prof. Dr. Priya Müller",
        "priya.shah",
        "?!",
    ] {
        expectation.recipient = Some(recipient);
        let address = Address::Polite;
        let greeting = phrases::greeting(Language::German, Tone::Warm, address, Some(recipient));
        let found = sample::after("Hi Priya,", &greeting, &expectation);
        let found = found.iter().filter(|it| it.code.ends_with("name"));
        let worst = found.map(|it| it.severity).max();
        assert!(worst.is_none_or(|it| it == Severity::Hint), "{greeting}");
    }
}

//! Roles and ranks in titles, and what the description adds.

use super::{
    super::{
        super::{
            employer::employer,
            segments,
            signals::testing::{event, invited, user, who},
        },
        *,
    },
    check,
};

#[test]
fn a_date_in_the_title_leaves_the_role_to_the_description() {
    check(
        "Your interview with Corvane is scheduled for Feb 20",
        "Below is your schedule for the Claims Team Lead interview on Friday",
        Some("Claims Team Lead"),
    );
    check("Interview Corvane 8:30 pm", "", None);
    check("Corvane Auditors partner interview", "", None);
    check("Corvane: PM interview", "", Some("PM"));
}

#[test]
fn one_word_of_a_title_is_told_in_full_by_the_description() {
    check(
        "Corvane: Intern Interviews",
        "Thanks for your interest in the Data Science Intern role!",
        Some("Data Science Intern"),
    );
    check(
        "Corvane: Intern Interviews",
        "You will meet our Head of Data Science",
        Some("Intern"),
    );
}

fn invitation(title: &str) -> Option<String> {
    let event = invited(event(title), who("Bo Ek", "bo@corvane.example"), &[]);
    let user = user();
    let scene = Scene::new(&event, &user, &jiff::tz::TimeZone::UTC);
    let parts = segments::parts(&scene);
    let name = employer(&scene, &parts, &Surroundings::default());
    role(&scene, &parts, name.as_deref(), &Surroundings::default())
}

#[test]
fn invitations_say_for_what_between_marks() {
    for (title, role) in [
        (
            "Video interview - Director, Enterprise Accounts - Corvane",
            "Director, Enterprise Accounts",
        ),
        (
            "Kennismakingsgesprek Mira Lund – Head of Brand",
            "Head of Brand",
        ),
        ("Corvane: Interview, Head of Brand", "Head of Brand"),
        (
            "Panel interview - Director of Product & Propositions",
            "Director of Product & Propositions",
        ),
    ] {
        assert_eq!(invitation(title).as_deref(), Some(role), "{title}");
    }
}

#[test]
fn who_is_met_is_not_what_it_is_for() {
    for title in [
        "Second interview - Corvane, Managing Director",
        "Corvane - Final interview, Head of Brand",
        "Interview Corvane - both founders",
        "Mira Lund – CTO interview",
    ] {
        assert_eq!(invitation(title), None, "{title}");
    }
}

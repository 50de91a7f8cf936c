//! Itineraries, lists of interviewers and signatures as they are written.

use super::*;

#[track_caller]
fn check(text: &str, expected: &[(&str, Option<&str>)]) {
    let found = people(text);
    let found: Vec<_> = found
        .iter()
        .map(|named| (named.name.as_str(), named.title.as_deref()))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn titles_may_stand_below_the_names() {
    check(
        "Interview Panel:\nKingdon Trosvik\nVP, IT OPERATIONS\n2:30 - 3:00 p.m.\nZanthe Oduya\n\
         MD, DEPUTY HEAD OF IT\nAnna Berg\nHead of Product\n\nSee you",
        &[
            ("Kingdon Trosvik", Some("VP, IT OPERATIONS")),
            ("Zanthe Oduya", Some("MD, DEPUTY HEAD OF IT")),
            ("Anna Berg", Some("Head of Product")),
        ],
    );
    check(
        "Panel:\nAnna Berg, CTO\nBo Ek\nPlease bring your portfolio and a pen",
        &[("Anna Berg", Some("CTO")), ("Bo Ek", None)],
    );
}

#[test]
fn a_greeting_before_a_link_names_nobody() {
    let link = "\nhttps://meet.example/abc";
    let greeting = "Hola Rodrigo, último filtro con nuestro Director de Operaciones.";
    check(&format!("{greeting}{link}"), &[]);
    check(
        &format!("Ilva Lowe, Head of Planning{link}"),
        &[("Ilva Lowe", Some("Head of Planning"))],
    );
}

#[test]
fn itinerary_lines_name_people_and_titles() {
    check(
        "2:00 – 2:45 Priya Shah, Eng Manager\n2:45 – 3:30 Thandeka Mokoena (Staff Engineer)",
        &[
            ("Priya Shah", Some("Eng Manager")),
            ("Thandeka Mokoena", Some("Staff Engineer")),
        ],
    );
    check(
        "2:00PM (CEST) - 3:00PM (CEST): Ana Ruiz and Bo Ek Lund",
        &[("Ana Ruiz", None), ("Bo Ek Lund", None)],
    );
    check(
        "10.00–10.45 Uhr: System Design – Jonas Weber\n11:00 Lunch",
        &[("Jonas Weber", None)],
    );
    check("9:00am Coding with Dana Fox", &[("Dana Fox", None)]);
    check(
        "1:00 PM: Priya Shah (CTO)\n2:00 PM: Whiteboard with Zanthe Oduya",
        &[("Priya Shah", Some("CTO")), ("Zanthe Oduya", None)],
    );
    check(
        "Zanthe Oduya, Head of Planning\nZoom: https://acme.zoom.us/j/1",
        &[("Zanthe Oduya", Some("Head of Planning"))],
    );
    check(
        "Thursday 6 March 2031, 3:00 PM\nZanthe Oduya, Designer",
        &[("Zanthe Oduya", Some("Designer"))],
    );
    check("Wie: Zanthe Oduya (CPO)", &[("Zanthe Oduya", Some("CPO"))]);
    check("Zanthe Oduya, Recruiter\nAcme", &[]);
}

#[test]
fn lists_of_interviewers_are_read() {
    check(
        "You are scheduled to interview with the following:\nOlu Bakare - Plant Manager\nAnn Holm - HR Partner",
        &[
            ("Olu Bakare", Some("Plant Manager")),
            ("Ann Holm", Some("HR Partner")),
        ],
    );
    check(
        "Please bring all of the following:\npassport and a pen",
        &[],
    );
    check(
        "Interviewers: Olu Bakare (CTO), Xi Ming & Ann Holm",
        &[
            ("Olu Bakare", Some("CTO")),
            ("Xi Ming", None),
            ("Ann Holm", None),
        ],
    );
    check(
        "Interviewers:\n- Olu Bakare\n- Ann Holm, Designer\n\nBring coffee",
        &[("Olu Bakare", None), ("Ann Holm", Some("Designer"))],
    );
    check(
        "Ihre Gesprächspartner: Frau Dr. Jana Vogt und Herr Kurt Amsel",
        &[("Dr. Jana Vogt", None), ("Kurt Amsel", None)],
    );
    check(
        "You'll be meeting with Priya Shah (VP Product).",
        &[("Priya Shah", Some("VP Product"))],
    );
}

#[test]
fn signatures_name_the_writer() {
    let found = people("See you then!\n\nBest,\nNora Quist\nTalent Partner");
    assert_eq!(
        found,
        [Named {
            name: "Nora Quist".into(),
            title: Some("Talent Partner".into()),
            place: Place::Signature
        }]
    );
}

#[test]
fn other_lines_name_nobody() {
    check(
        "Please bring your portfolio\nBuilding 4, Mill Street\nAgenda:\n- Introductions\n- System Design\n12:00 Team Lunch",
        &[],
    );
    check(
        "________\nMicrosoft Teams meeting\nInterviewers: Ann Holm",
        &[],
    );
    check("https://meet.example/with/Ann", &[]);
}

#[test]
fn subjects_of_sessions_are_no_people() {
    check(
        "10:00 – 10:45 Product Sense - Zanthe Sale (Director)\n11:00 Brand Strategy, Caleb Warrick",
        &[("Zanthe Sale", Some("Director")), ("Caleb Warrick", None)],
    );
    check(
        "10.15 Teamet (Nils, Anna)\n12.15 Lunch",
        &[("Nils", None), ("Anna", None)],
    );
    check(
        "Interviewers: Vikram Sen (Director) will take it. See you",
        &[("Vikram Sen", Some("Director"))],
    );
}

#[test]
fn a_list_ends_with_its_sentence() {
    let names =
        |text: &str| -> Vec<String> { people(text).into_iter().map(|it| it.name).collect() };
    assert_eq!(
        names("Panel: Marta Quiroga, Esteban Pons. Please bring a pen"),
        ["Marta Quiroga", "Esteban Pons"]
    );
    assert_eq!(
        names("Interviewers: Dr. Jana Vogt, J. Holm and Bo Ek"),
        ["Dr. Jana Vogt", "J. Holm", "Bo Ek"]
    );
    assert_eq!(names("Interviewer: el C.P. Alfonso Paz"), ["Alfonso Paz"]);
}

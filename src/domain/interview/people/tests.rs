//! Tests of the people.

use jiff::tz::TimeZone;

use super::*;
use crate::domain::{
    calendar::event::{Event, Response},
    interview::{
        employer,
        scene::Surroundings,
        segments,
        signals::testing::{event, invited, user, who},
    },
};

fn found(event: &Event) -> (Vec<String>, Option<String>, Option<(String, &'static str)>) {
    let user = user();
    let scene = Scene::new(event, &user, &TimeZone::UTC);
    let employer = employer::employer(&scene, &segments::parts(&scene), &Surroundings::default());
    let people = people(&scene, &segments::parts(&scene), employer.as_deref());
    let label = |person: &Participant| {
        person
            .name
            .clone()
            .or_else(|| person.email.clone())
            .unwrap_or_default()
    };
    let of = |part| {
        people
            .iter()
            .filter(move |person| person.part == part)
            .map(label)
    };
    let main = people
        .iter()
        .find_map(|person| Some((label(person), person.main_contact?)));
    (
        of(Role::Interviewer).collect(),
        of(Role::Coordinator).next(),
        main,
    )
}

#[track_caller]
fn check(event: &Event, interviewers: &[&str], coordinator: Option<&str>) {
    let (got, coordinated, _) = found(event);
    assert_eq!(
        (
            got.iter()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .as_slice(),
            coordinated.as_deref()
        ),
        (interviewers, coordinator),
        "{}",
        event.summary
    );
}

#[test]
fn the_only_other_person_is_the_interviewer() {
    check(
        &invited(event("Interview"), who("Bo Ek", "bo@acme.example"), &[]),
        &["Bo Ek"],
        None,
    );
}

#[test]
fn the_organizer_coordinates_when_others_interview() {
    let others = [
        who("Ann Holm", "ann@acme.example"),
        who("Xi Ming", "xi@acme.example"),
    ];
    check(
        &invited(event("Panel"), who("Bo Ek", "bo@acme.example"), &others),
        &["Ann Holm", "Xi Ming"],
        Some("Bo Ek"),
    );
}

#[test]
fn an_organizer_named_as_interviewer_is_one() {
    check(
        &invited(
            event("Acme: Interview with Bo Ek (Talent)"),
            who("Bo Ek", "bo@acme.example"),
            &[],
        ),
        &["Bo Ek"],
        None,
    );
}

#[test]
fn rooms_bots_mailboxes_and_the_user_are_nobody() {
    let others = [
        who("Meeting Room 4", "r4@resource.calendar.google.com"),
        who("Otter Notetaker", "notes@otter.ai"),
        who("Ann Holm", "ann@acme.example"),
        who("", "noreply@acme.example"),
    ];
    check(
        &invited(
            event("Interview"),
            who("Acme", "no-reply@greenhouse.io"),
            &others,
        ),
        &["Ann Holm"],
        None,
    );
}

#[test]
fn those_who_declined_are_not_met() {
    let mut event = invited(
        event("Interview"),
        who("Bo Ek", "bo@acme.example"),
        &[
            who("Ann Holm", "ann@acme.example"),
            who("Xi Ming", "xi@acme.example"),
        ],
    );
    event.attendees[0].response = Response::Declined;
    check(&event, &["Xi Ming"], Some("Bo Ek"));
}

#[test]
fn people_of_the_text_are_joined_with_the_guests() {
    let mut event = invited(
        event("Acme onsite"),
        who("Bo Ek", "bo@acme.example"),
        &[who("", "ann.holm@acme.example")],
    );
    event.description =
        "9:00 – 9:45 Ann Holm, Eng Manager\n10:00 – 10:45 Jonas Weber (Designer)".into();
    check(&event, &["Ann Holm", "Jonas Weber"], Some("Bo Ek"));
    let user = user();
    let scene = Scene::new(&event, &user, &TimeZone::UTC);
    let people = people(&scene, &segments::parts(&scene), None);
    assert_eq!(people[0].title.as_deref(), Some("Eng Manager"));
    assert_eq!(people[0].email.as_deref(), Some("ann.holm@acme.example"));
}

#[test]
fn slots_of_a_loop_do_not_make_the_organizer_an_interviewer() {
    check(
        &invited(
            event("Acme on-site interviews (2/3)"),
            who("Bo Ek", "bo@acme.example"),
            &[],
        ),
        &[],
        Some("Bo Ek"),
    );
}

#[test]
fn titles_name_people() {
    check(&event("chat w/ Priya @ Acme"), &["Priya"], None);
    check(
        &event("Interview with Dr. Paula Renn + Yusuf Aydin"),
        &["Paula Renn", "Yusuf Aydin"],
        None,
    );
    check(&event("Interview with Acme"), &[], None);
    check(&event("Interview | Mira Lund"), &[], None);
}

#[test]
fn the_main_contact_has_a_reason() {
    let mut event = invited(
        event("Panel"),
        who("Bo Ek", "bo@acme.example"),
        &[who("Ann Holm", "ann@acme.example")],
    );
    assert_eq!(found(&event).2, Some(("Bo Ek".into(), "coordinator")));
    event.description = "Interviewers: Ann Holm (Hiring Manager)".into();
    assert_eq!(found(&event).2, Some(("Ann Holm".into(), "hiring_manager")));
}

#[test]
fn one_word_before_a_company_is_who_calls() {
    use crate::domain::interview::signals::testing::{event, user};
    let caller = |title: &str| {
        let (event, user) = (event(title), user());
        let scene = Scene::new(&event, &user, &jiff::tz::TimeZone::UTC);
        (0..scene.parts().len()).any(|at| is_caller(&scene, scene.parts(), at))
    };
    for title in ["call - Zanthe @ Acme", "Appel Zanthe (Acme)"] {
        assert!(caller(title), "{title}");
    }
    for title in [
        "Interview Zanthe (Acme)",
        "call Acme",
        "Zanthe @ Acme",
        "call ACME (Berlin)",
    ] {
        assert!(!caller(title), "{title}");
    }
}

#[test]
fn own_notes_name_people_by_rank_and_department() {
    for (title, name) in [
        ("Interview Elmfold, regional director Mr Hallam", "Hallam"),
        ("Interview Elmfold w/ Zanthe (home manager)", "Zanthe"),
        ("Interview Elmfold Grange, HR Serenia (zoom)", "Serenia"),
        ("Interview Autolinea (Zanthe + Cheryl)", "Zanthe"),
        ("辰野HR面 罗静", "罗静"),
        ("Interview Codemill, w/ Tess & Igor", "Tess"),
        ("NadiPay interview – Ritika ka call aayega", "Ritika"),
    ] {
        let (people, ..) = found(&event(title));
        assert_eq!(people.first().map(String::as_str), Some(name), "{title}");
    }
    for title in [
        "Interview Elmfold, Director Operations",
        "Interview Elmfold – Head of Design",
        "Interview perfil Gerente Jurídica",
        "Interview (Elmfold)",
        "Interview with Juniper & Oak",
        "Acme interview – Acme ka call aayega",
    ] {
        check(&event(title), &[], None);
    }
}

#[test]
fn who_arranges_an_interview_at_a_client_coordinates() {
    let mut event = invited(
        event("Interview at Tidewell Foods"),
        who("Bo Ek", "bo@kestrel.example"),
        &[],
    );
    event.location = "Tidewell Foods, Dock Road".into();
    check(&event, &[], Some("Bo Ek"));
    event.description = "You'll meet Jo Ferris (Ops Director). Good luck! Bo".into();
    check(&event, &["Jo Ferris"], Some("Bo Ek"));
    event.location = "Kestrel, Mill Street".into();
    event.description = String::new();
    check(&event, &["Bo Ek"], None);
}

#[test]
fn both_come_where_the_writer_says_so() {
    let mut event = invited(event("Interview"), who("Bo Ek", "bo@acme.example"), &[]);
    for both in [
        "Du møder afdelingschef Ole Kragh og undertegnede.",
        "Görüşmeye müdürümüz Ole Kragh ve ben katılacağız.",
        "Ze strony firmy będzie kierownik Ole Kragh oraz ja.",
    ] {
        event.description = both.into();
        check(&event, &["Bo Ek", "Ole Kragh"], None);
    }
    event.description = "Du møder afdelingschef Ole Kragh. Jeg deltager ikke.".into();
    check(&event, &["Ole Kragh"], Some("Bo Ek"));
}

#[test]
fn teams_and_systems_are_nobody_but_who_writes_through_them_is() {
    for (name, email) in [
        ("Equipe Talentos Mirante", "talentos@mirante.example"),
        ("Sklárny Olšava – nábor", "nabor@olsava.example"),
    ] {
        check(
            &invited(event("Interview"), who(name, email), &[]),
            &[],
            None,
        );
    }
    let through = who("Hanne Claes", "hanne@acme.recruitee.com");
    check(
        &invited(event("Interview"), through, &[]),
        &["Hanne Claes"],
        None,
    );
}

#[test]
fn titles_tell_callers_initials_and_ranks_without_spaces_from_others() {
    check(
        &event("Ger from Corvane ringing re data centre job"),
        &["Ger"],
        None,
    );
    check(&event("云杉科技 二面（负责人 周楠）"), &["周楠"], None);
    let mut told = event("Corvane Systems: Coding Interview - R. Osei");
    told.description = "Interview 1 of 4\nRachel Osei, Senior Engineer".into();
    check(&told, &["Rachel Osei"], None);
    // The place, a unit of the company and a field are nobody.
    let mut place = event("现场面试 禾木家居（徐汇）店铺运营");
    place.location = "上海市徐汇区漕溪北路88号".into();
    check(&place, &[], None);
    check(&event("Corvane HR calling"), &[], None);
    check(
        &event("Telefoninterview Corvane (Teamleiter Testing)"),
        &[],
        None,
    );
}

#[test]
fn who_is_named_beside_the_user_is_met() {
    let mut both = event("Corvane interview w/ Mira & Tess");
    check(&both, &["Tess"], None);
    both.summary = "Interview: Mira & Corvane".into();
    check(&both, &[], None);
}

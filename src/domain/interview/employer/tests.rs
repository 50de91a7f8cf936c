//! Tests of the employer.

use jiff::tz::TimeZone;

use super::*;
use crate::domain::{
    calendar::event::Event,
    interview::{
        segments,
        signals::testing::{event, invited, user, who},
    },
};

fn found(event: &Event) -> Option<String> {
    let user = user();
    let scene = Scene::new(event, &user, &TimeZone::UTC);
    employer(&scene, &segments::parts(&scene), &Surroundings::default())
}

#[track_caller]
fn check(title: &str, expected: Option<&str>) {
    assert_eq!(found(&event(title)).as_deref(), expected, "{title}");
}

#[test]
fn titles_of_many_forms_name_the_employer() {
    for (title, expected) in [
        ("Interview with Acme Corp", "Acme"),
        ("Interview - Data Analyst at Northwind", "Northwind"),
        ("Phone Screen — Acme, Inc. (Senior Engineer)", "Acme"),
        ("Ramp / Technical interview", "Ramp"),
        ("Yarn & Co interview", "Yarn & Co"),
        ("Celtic Re final interview, CFO office", "Celtic Re"),
        ("Live interview - Celtic Re", "Celtic Re"),
        ("Interview Acme Re: analyst", "Acme"),
        ("一面 · 青岚网络 · 【北斗】算法工程师", "青岚网络"),
        ("笔试 · 青岚网络 · 算法工程师【2027届云弧计划】", "青岚网络"),
        ("Recruiter screen — Ramp", "Ramp"),
        (
            "Vorstellungsgespräch: Koch (Gasthaus Adler)",
            "Gasthaus Adler",
        ),
        ("Bewerbungsgespräch Verlagshaus Ahorn", "Verlagshaus Ahorn"),
        ("Entretien chez Valmont", "Valmont"),
        ("Entrevista en Grupo Sol", "Grupo Sol"),
        ("Colloquio presso Officine Blu", "Officine Blu"),
        ("Sollicitatiegesprek bij Waterkant", "Waterkant"),
        ("オンライン面接【クジラ商事】経理職", "クジラ商事"),
        ("二次面接 株式会社ハナモリ", "ハナモリ"),
        ("1차 면접 - 해오름전자 (구매팀)", "해오름전자"),
        ("视频面试 - 青岚网络 - 产品经理", "青岚网络"),
        ("화상면접 온새미로 백엔드", "온새미로"),
        ("Mira / Clover Peak Interview", "Clover Peak"),
        (
            "Fleetfoot Couriers | Interview | Ops Manager | M. Lund",
            "Fleetfoot Couriers",
        ),
        ("in person interview winslow dx", "winslow dx"),
        ("Virtual interview - Alder & Finch (Zoom)", "Alder & Finch"),
        ("Entretien Forges du Morvan – DRH", "Forges du Morvan"),
        ("Entrevista El Fogón de Marisa", "El Fogón de Marisa"),
        ("WLBC care worker interview", "WLBC"),
        (
            "Interview 2. Runde Tidenwerft, Rundgang mit Zanthe",
            "Tidenwerft",
        ),
        ("Interview Brightfield c/ a Head (Lia)", "Brightfield"),
        ("Interview w/ Zanthe (Acme)", "Acme"),
        ("面接｜夕霧システムズ×Mira様", "夕霧システムズ"),
        ("푸른식품 홍보기획팀 면접", "푸른식품"),
    ] {
        check(title, Some(expected));
    }
}

#[test]
fn titles_without_an_employer_name_none() {
    for title in [
        "Interview",
        "Phone screen",
        "Interview with Priya Shah",
        "Final round",
        "Zoom interview",
        "Interview with hiring manager",
        "Final interview with Country Director",
        "Interview: Rundgang",
        "Vorstellungsgespräch",
    ] {
        check(title, None);
    }
}

#[test]
fn domains_help_and_infrastructure_does_not() {
    let invite = |title: &str, who| found(&invited(event(title), who, &[]));
    assert_eq!(
        invite("Interview", who("Bo Ek", "bo@fleetfoot.example")).as_deref(),
        Some("Fleetfoot")
    );
    assert_eq!(invite("Interview", who("Bo Ek", "bo@gmail.com")), None);
    assert_eq!(
        invite(
            "Interview",
            who("Greenhouse", "no-reply@us.greenhouse-mail.io")
        ),
        None
    );
    assert_eq!(
        invite(
            "Interview",
            who("Juniper & Oak Hiring Team", "no-reply@ashbyhq.com")
        )
        .as_deref(),
        Some("Juniper & Oak")
    );
    assert_eq!(
        invite(
            "Interview",
            who("", "no-reply@fatshark.teamtailor-mail.com")
        )
        .as_deref(),
        Some("Fatshark")
    );
    assert_eq!(
        invite("Interview Baker", who("Bo Ek", "bo@fleetfoot.example")).as_deref(),
        Some("Fleetfoot")
    );
}

#[test]
fn the_place_and_the_text_name_it_too() {
    let mut placed = invited(
        event("Vacante Jefe de Turno"),
        who("Bo Ek", "bek@ordunte.example"),
        &[],
    );
    placed.location = "Aceros Ordunte, Barakaldo".into();
    assert_eq!(found(&placed).as_deref(), Some("Aceros Ordunte"));
    let mut agency = invited(
        event("Interview"),
        who("Bo Ek", "bek@hirefast.example"),
        &[],
    );
    agency.description = "An interview with our client Brightdock Logistics.".into();
    assert_eq!(found(&agency).as_deref(), Some("Brightdock Logistics"));
}

#[test]
fn whoever_finds_people_for_others_is_not_the_employer() {
    let by = |title: &str, body: &str, place: &str, email: &str| {
        let mut event = invited(event(title), who("Bo Ek", email), &[]);
        event.description = body.into();
        event.location = place.into();
        found(&event)
    };
    let signed = "Interview with our client.\n\nBo Ek\nCadran Conseil";
    assert_eq!(
        by(
            "Entretien Forges du Morvan – DRH",
            signed,
            "Forges du Morvan, Lyon",
            "b@cadran-conseil.fr"
        )
        .as_deref(),
        Some("Forges du Morvan")
    );
    assert_eq!(
        by(
            "Face to face interview – Tansen Retail",
            signed,
            "",
            "b@cadran-conseil.fr"
        )
        .as_deref(),
        Some("Tansen Retail")
    );
    // Nobody else is named.
    assert_eq!(
        by(
            "Phone interview",
            "I have a client for you.",
            "",
            "b@cadran.example"
        )
        .as_deref(),
        Some("Cadran")
    );
    // Without a word of clients the sender's company is the employer.
    assert_eq!(
        by(
            "Interview",
            "Bo Ek\nCadran Conseil",
            "",
            "b@cadran-conseil.fr"
        )
        .as_deref(),
        Some("Cadran Conseil")
    );
}

#[test]
fn teams_systems_and_streets_are_no_part_of_it() {
    let sent = |title: &str, name: &str, email: &str, place: &str| {
        let mut event = invited(event(title), who(name, email), &[]);
        event.location = place.into();
        found(&event)
    };
    for (name, email, place, expected) in [
        (
            "Kudiwell Bank HCM",
            "careers@kudiwellbank.example",
            "",
            "Kudiwell Bank",
        ),
        (
            "Kinross Careers",
            "careers@kinross.icims.com",
            "",
            "Kinross",
        ),
        (
            "Welcome Kit – Atelier Lune",
            "no-reply@lune.welcomekit.example",
            "",
            "Atelier Lune",
        ),
        (
            "Bo Ek",
            "bo@gmail.com",
            "株式会社アカツメ電算 本社8F受付",
            "アカツメ電算",
        ),
    ] {
        assert_eq!(
            sent("Interview", name, email, place).as_deref(),
            Some(expected),
            "{name}"
        );
    }
    assert_eq!(
        sent(
            "Interview Acme Insurance, Kothrud",
            "Bo Ek",
            "bo@gmail.com",
            "Kothrud Road, Pune"
        )
        .as_deref(),
        Some("Acme Insurance")
    );
}

#[test]
fn words_at_the_end_belong_to_a_name_or_not() {
    for (title, expected) in [
        (
            "Interview Corvane Tool & Die, CFO",
            Some("Corvane Tool & Die"),
        ),
        ("Entrevista Hospital del Sur", Some("Hospital del Sur")),
        ("Entrevista Corvane BH", Some("Corvane")),
        ("가온페이 2차 면접", Some("가온페이")),
        ("HM interview, Northgate Cloud", Some("Northgate Cloud")),
        ("Corvane summer job interview", Some("Corvane")),
        ("2nd interview Corvane, owner Mrs Oduya", Some("Corvane")),
        ("Interview Corvane (Dundas location)", Some("Corvane")),
        ("Corvane interview (hotel Astoria)", Some("Corvane")),
    ] {
        check(title, expected);
    }
}

#[test]
fn names_with_small_words_stay_whole() {
    for (title, expected) in [
        ("Panel interview, Dept for Lakes", Some("Dept for Lakes")),
        (
            "Sollicitatiegesprek Van Corvane Logistiek",
            Some("Van Corvane Logistiek"),
        ),
        ("Interview The Silver Pan", Some("The Silver Pan")),
        ("Entretien - Corvane+Lune", Some("Corvane+Lune")),
        ("Hearing Stadt Corvane", Some("Stadt Corvane")),
        (
            "Vorstellungsgespräch Schreinerei Lind",
            Some("Schreinerei Lind"),
        ),
        ("Interview Corvane Lune Sp. z o.o.", Some("Corvane Lune")),
        ("Screening call ING Belgium", Some("ING Belgium")),
        ("Interview Dr. Corvane & Partner", Some("Corvane & Partner")),
    ] {
        check(title, expected);
    }
}

#[test]
fn who_a_job_is_for_may_be_a_client() {
    for (title, expected) in [
        (
            "Entretien téléphonique : Randstad pour Corvane (assistante)",
            Some("Corvane"),
        ),
        (
            "Baker interview, Corvane Orchards (ask for Jo)",
            Some("Corvane Orchards"),
        ),
        ("Interview Lune for Corvane", Some("Lune")),
    ] {
        check(title, expected);
    }
}

#[test]
fn what_qualifies_a_role_or_a_person_is_no_employer() {
    for (title, expected) in [
        ("Interview - Supplier Quality Engineer (SQE)", None),
        ("Interview - Quality Engineer (Corvane)", Some("Corvane")),
        ("Zoom interview w/ Ilva’s boss (Corvane)", Some("Corvane")),
        (
            "phone interview w Jools, Corvane hotels",
            Some("Corvane hotels"),
        ),
        ("Call with Anna (agency)", None),
        (
            "interview redovisningsekonom Corvane kommun",
            Some("Corvane kommun"),
        ),
    ] {
        check(title, expected);
    }
}

#[test]
fn the_system_that_sends_an_event_is_no_employer() {
    let sent = |title: &str| {
        let event = event(title);
        found(&invited(event, who("", "no-reply@m.personio.de"), &[]))
    };
    let found = sent("Personio: Kennenlernen – Corvane Park");
    assert_eq!(found.as_deref(), Some("Corvane Park"));
    let found = sent("Kestrel: Kennenlernen – Corvane Park");
    assert_ne!(found.as_deref(), Some("Corvane Park"));
}

#[test]
fn what_follows_for_is_no_part_of_a_company() {
    for (title, expected) in [
        (
            "Interview with Corvane Group for Product Manager",
            Some("Corvane Group"),
        ),
        (
            "Interview at Riverside School for Mira Lund",
            Some("Riverside School"),
        ),
        ("Panel interview, Dept for Lakes", Some("Dept for Lakes")),
    ] {
        check(title, expected);
    }
}

#[test]
fn an_agenda_below_a_name_is_no_company() {
    let mut event = invited(
        event("Onsite interview"),
        who("Ilva Marsh", "ilva@corvane.example"),
        &[],
    );
    event.description = "Ilva Marsh\nDistributed Systems Deep Dive".into();
    assert_eq!(found(&event).as_deref(), Some("Corvane"));
}

#[test]
fn a_domain_that_begins_with_the_letters_of_a_name_makes_it_the_company() {
    let from = |address: &str| {
        let title = event("Interview with Nine Mile");
        found(&invited(title, who("Robert Lind", address), &[])).unwrap_or_default()
    };
    assert_eq!(from("robert@nmtrading.example"), "Nine Mile");
    assert_ne!(from("robert@lumen.example"), "Nine Mile");
}

#[test]
fn a_team_is_no_part_of_a_name_unless_the_domain_has_it() {
    let labels = [String::from("corvanerh"), String::from("lune")];
    assert_eq!(without_team("Corvane RH", &labels), "Corvane RH");
    assert_eq!(without_team("Lune RH", &labels), "Lune");
}

//! What is taken for a role, and what is not.

use jiff::tz::TimeZone;

#[test]
fn months_people_and_numbers_are_no_roles() {
    assert!(is_month("Feb") && is_month("Mai") && !is_month("Mason"));
    assert!(is_person_of_rank("coordenadora Rosana"));
    assert!(!is_person_of_rank("Chef Manager") && !is_person_of_rank("nurse"));
    assert_eq!(tidy("Baker (Req 20418)"), "Baker");
    assert_eq!(tidy("Baker (m/w/d)"), "Baker (m/w/d)");
    assert_eq!(tidy("rol Legal Counsel"), "Legal Counsel");
    assert_eq!(tidy("Rolf Baker"), "Rolf Baker");
    assert!(is_torn("3 years)") && !is_torn("Baker (3 years)"));
    assert!(!is_more_than_a_small_word("decidir") && is_more_than_a_small_word("Baker"));
    assert_eq!(cut_out("Acme head chef", Some("Acme House")), "head chef");
    assert_eq!(
        cut_out("Chief Officer of Acme", Some("Acme")),
        "Chief Officer"
    );
}

#[test]
fn whoever_leads_a_field_has_a_role() {
    for text in [
        "cafeteria lead",
        "Digital Content Lead",
        "Platform lead",
        "QA lead",
        "sales lead",
    ] {
        assert!(ends_in_lead(text), "{text}");
    }
    for text in [
        "Ana will lead",
        "they can lead",
        "Ana Lind lead",
        "hot lead",
        "new lead",
        "my lead",
        "the team to lead",
    ] {
        assert!(!ends_in_lead(text), "{text}");
    }
}

use super::*;
use crate::domain::interview::{
    segments,
    signals::testing::{event, user},
};

#[track_caller]
fn check(title: &str, body: &str, expected: Option<&str>) {
    let mut event = event(title);
    event.description = body.to_owned();
    let user = user();
    let scene = Scene::new(&event, &user, &TimeZone::UTC);
    let parts = segments::parts(&scene);
    assert_eq!(
        role(&scene, &parts, None, &Surroundings::default()).as_deref(),
        expected,
        "{title} | {body}"
    );
}

#[test]
fn roles_are_read_from_titles() {
    check("Interview - Data Analyst at Acme", "", Some("Data Analyst"));
    check(
        "Entrevue - Analyste BI - Coopérative Lys",
        "",
        Some("Analyste BI"),
    );
    check("Interview: QC Tech II @ Fenn", "", Some("QC Tech II"));
    check("视频面试 - 青岚网络 - 产品经理", "", Some("产品经理"));
    check("화상면접 온새미로 백엔드", "", Some("백엔드"));
}

#[test]
fn roles_are_read_from_descriptions() {
    check("Acme interview", "Position: Head Baker", Some("Head Baker"));
    check(
        "Acme interview",
        "Thank you for applying for the Senior Data Engineer position at Acme.",
        Some("Senior Data Engineer"),
    );
    check(
        "Acme interview",
        "Operations Manager opening. See you!",
        Some("Operations Manager"),
    );
}

#[test]
fn ranks_of_interviewers_and_companies_are_no_roles() {
    check("Interview #3 Fleet (COO)", "", None);
    check("Interview with hiring manager", "", None);
    check("Interview Acme", "See you on Monday for a coffee", None);
}

#[test]
fn fields_belong_to_roles_and_places_do_not() {
    check(
        "Interview: Product Lead, Risk",
        "",
        Some("Product Lead, Risk"),
    );
    check("Interview: Product Lead, Zanthe", "", Some("Product Lead"));
    check(
        "Acme interview",
        "I look forward to speaking about the Senior Product Manager, Payments opening.",
        Some("Senior Product Manager, Payments"),
    );
    check(
        "Acme interview",
        "Position: Lead Backend Engineer (Pune / Hybrid)",
        Some("Lead Backend Engineer"),
    );
    check(
        "Acme interview",
        "Stillingen er som QC Manager hos os",
        Some("QC Manager"),
    );
    check("Acme interview (hemşire ilanı)", "", Some("hemşire"));
    check("Interview Acme - assistante RH", "", Some("assistante RH"));
    check(
        "Entrevista Acme - Infermiere/a di sala",
        "",
        Some("Infermiere/a di sala"),
    );
}

#[test]
fn notes_begin_with_the_role_and_titles_of_people_are_none() {
    check(
        "Acme interview",
        "critical care nurse. Fitness test at nine",
        Some("critical care nurse"),
    );
    check(
        "Acme interview",
        "cercano autista notturno",
        Some("autista notturno"),
    );
    check(
        "Acme interview",
        "bring the nurse badge. Fitness test",
        None,
    );
    check("Interview Zanthe Mokoena w/ Priya (home manager)", "", None);
    check(
        "Interview with Acme (Frontend Engineer)",
        "",
        Some("Frontend Engineer"),
    );
}

#[test]
fn what_a_sentence_calls_a_role_is_one_whatever_leads_to_it() {
    for (body, role) in [
        (
            "Thank you for your interest in the Assistant Controller position!",
            Some("Assistant Controller"),
        ),
        (
            "zur Ihre Bewerbung als Réceptionistin",
            Some("Réceptionistin"),
        ),
        (
            "pour le poste d'éditrice scolaire.",
            Some("éditrice scolaire"),
        ),
        ("We fill the position soon", None),
        ("so you are in a good position", None),
    ] {
        check("Acme interview", body, role);
    }
}

#[test]
fn what_is_left_of_an_invitation_beside_the_employer_is_the_role() {
    let invited = |title: &str| {
        let event = crate::domain::interview::signals::testing::invited(
            event(title),
            crate::domain::interview::signals::testing::who("Bo Ek", "bo@acme.example"),
            &[],
        );
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let parts = segments::parts(&scene);
        role(&scene, &parts, Some("Acme"), &Surroundings::default())
    };
    assert_eq!(
        invited("Interview, skogshuggare – Acme").as_deref(),
        Some("skogshuggare")
    );
    assert_eq!(invited("Interview – Skogshuggare – Acme"), None);
    assert_eq!(invited("Interview – Acme"), None);
    check("Interview, skogshuggare – Acme", "", None);
}

#[test]
fn forms_and_first_lines_name_a_role() {
    for (body, expected) in [
        (
            "Which role did you apply for?:\nAccount Manager",
            Some("Account Manager"),
        ),
        (
            "Service: School Nurse - first stage (30 min)",
            Some("School Nurse"),
        ),
        (
            "Senior Backend Engineer - Virtual Onsite",
            Some("Senior Backend Engineer"),
        ),
        (
            "your application for the post of Class Teacher the Selection Board would like to meet you",
            Some("Class Teacher"),
        ),
        ("Notice period:\n2 months", None),
        ("Tjänst: Videointervju 40 min", None),
        ("12:30 PM - Virtual Onsite", None),
        ("Where did you hear of the role?:\nLinkedIn", None),
    ] {
        check("Interview", body, expected);
    }
}

#[test]
fn labels_inside_a_line_name_roles() {
    for (body, expected) in [
        (
            "liked the test\nrole = platform lead",
            Some("platform lead"),
        ),
        (
            "firma: Corvane, stanowisko: specjalista ds. płac",
            Some("specjalista ds. płac"),
        ),
        (
            "Grüße, Stelle: Teamleiter Montage",
            Some("Teamleiter Montage"),
        ),
        ("JD: QA Engineer", Some("QA Engineer")),
        ("bring: laptop, time: 10", None),
        ("role: see https://corvane.example", None),
    ] {
        check("Call Corvane", body, expected);
    }
}

#[test]
fn a_sentence_tells_what_the_interview_is_for() {
    for (body, expected) in [
        (
            "Your interview for People Partner at Corvane is confirmed.",
            Some("People Partner"),
        ),
        (
            "Thank you for your application for Phase Leader.",
            Some("Phase Leader"),
        ),
        (
            "Your interview for Chef de Partie has been booked.",
            Some("Chef de Partie"),
        ),
        ("Your interview for Corvane is confirmed.", None),
    ] {
        check("Interview", body, expected);
    }
}

#[test]
fn the_preposition_of_a_phrase_about_jobs_leads_on() {
    let title = "Ilva from Lune - Territory Director role at Corvane";
    check(title, "", Some("Territory Director"));
    check("Call with the Territory Director of Corvane", "", None);
}

#[test]
fn who_leads_a_field_has_a_role() {
    for (text, yes) in [
        ("cafeteria lead", true),
        ("Digital Content Lead", true),
        ("who will lead", false),
        ("to lead", false),
        ("lead", false),
    ] {
        assert_eq!(ends_in_lead(text), yes, "{text}");
    }
}

#[test]
fn a_word_of_rounds_may_begin_a_role() {
    check(
        "Video interview: Corvane Ltd, Technical Designer",
        "",
        Some("Technical Designer"),
    );
    check(
        "Video interview: Corvane Ltd, Final Designer",
        "",
        Some("Designer"),
    );
}

#[test]
fn labels_inside_a_line_are_sure_or_lead_to_a_role() {
    for (body, role) in [
        ("ask for Bo, position: dog groomer", Some("dog groomer")),
        ("Kdy: pátek, místo: kuchař", Some("kuchař")),
        ("ID needed, opening: head baker", Some("head baker")),
        ("Kdy: pátek, místo: Vinohradská kavárna", None),
        ("Aika: klo 10, paikka: Kampin toimisto", None),
        ("Reception on the left, opening: Monday to Friday", None),
        ("ID needed, req: passport", None),
        ("Místo: Vinohradská kavárna", None),
        ("Paikka: kokki", Some("kokki")),
        ("Paikka: Kampin toimisto", None),
        ("Your job: dog groomer", Some("dog groomer")),
    ] {
        check("Acme interview", body, role);
    }
}

#[test]
fn an_interview_for_a_company_names_no_role() {
    for (body, role) in [
        (
            "Your interview for Area Baker at Corvane is confirmed.",
            Some("Area Baker"),
        ),
        (
            "Your interview for Payments Associate at Corvane is confirmed.",
            Some("Payments Associate"),
        ),
        ("Your interview for Blue Harbor at 10am is confirmed.", None),
        ("interview for Corvane Lune at 200 West Street", None),
        ("interview for Corvane Lune at the tower", None),
    ] {
        check("Acme interview", body, role);
    }
}

#[test]
fn a_role_behind_an_organisation_is_no_part_of_its_name() {
    for (title, role) in [
        (
            "Interview with Corvane Group for Product Manager",
            "Product Manager",
        ),
        (
            "Interview with Corvane Agency for Graphic Designer",
            "Graphic Designer",
        ),
        ("Colloquio segretaria – Studio Corvane", "segretaria"),
        ("Entrevista estagiária – Corvane", "estagiária"),
    ] {
        check(title, "", Some(role));
    }
}

//! Who running text tells of, and who not.

use super::*;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = told(&Reading::new(text), false);
    let found: Vec<&str> = found
        .iter()
        .filter(|it| it.sure)
        .map(|it| it.named.name.as_str())
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn people_of_running_text_are_found() {
    for (text, names) in [
        (
            "The panel will consist of Zanthe Hartnoll (Matron), Owen Tiller (Educator) and Ada Okoro-Finch (Ward Manager).",
            &["Zanthe Hartnoll", "Owen Tiller", "Ada Okoro-Finch"][..],
        ),
        (
            "Your final talk will be with our CTO, Rohan Deshpande.",
            &["Rohan Deshpande"],
        ),
        (
            "Vous serez reçue par Mme Zélie Lemercier, DRH, et M. Hugues Delorme, directeur juridique.",
            &["Zélie Lemercier", "Hugues Delorme"],
        ),
        (
            "Teil nehmen Pflegedirektor Enzio Hagedorn und die Stationsleitung Elif Demirel.",
            &["Enzio Hagedorn", "Elif Demirel"],
        ),
        (
            "På intervjun medverkar enhetschef Kerstin Falkhag.",
            &["Kerstin Falkhag"],
        ),
        (
            "Ti riceve il sig. Dario Mantelli, responsabile tecnico.",
            &["Dario Mantelli"],
        ),
        (
            "Přijme Vás jednatel pan Zdeněk Havránek.",
            &["Zdeněk Havránek"],
        ),
        (
            "Je spreekt met Wouter Hoekstra (teamleider) en Daan Veldman.",
            &["Wouter Hoekstra", "Daan Veldman"],
        ),
        ("Sie sprechen mit Herrn Odenthal.", &["Odenthal"]),
    ] {
        check(text, names);
    }
}

#[test]
fn others_are_not_met() {
    for text in [
        "If you have questions please contact Carol Benton (HR) on 0113 496 0144.",
        "Bei Fragen wenden Sie sich an Frau Vogt.",
        "You were referred by Anna Berg, Head of Design.",
        "Please come to Mill Street in New Town.",
        "Kind regards, Zanthe Mokoena, Recruiter",
        "Zanthe Mokoena\nTalent Partner, Acme",
        "System Design and Product Sense with Blue Harbor",
        "Position: Head Baker, Blue Harbor",
    ] {
        check(text, &[]);
    }
}

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
            "The panel will consist of Zanthe Tolliver (Matron), Gareth Ruddock (Educator) and Abi Nwosu-Pike (Ward Manager).",
            &["Zanthe Tolliver", "Gareth Ruddock", "Abi Nwosu-Pike"][..],
        ),
        (
            "Your final talk will be with our CTO, Ishaan Chitnavis.",
            &["Ishaan Chitnavis"],
        ),
        (
            "Vous serez reçue par Mme Zélie Chabrouty, DRH, et M. Thibault Rémusat, directeur juridique.",
            &["Zélie Chabrouty", "Thibault Rémusat"],
        ),
        (
            "Teil nehmen Pflegedirektor Enzio Brüggenkamp und die Stationsleitung Ayşe Tuncel.",
            &["Enzio Brüggenkamp", "Ayşe Tuncel"],
        ),
        (
            "På intervjun medverkar enhetschef Kerstin Wallgård.",
            &["Kerstin Wallgård"],
        ),
        (
            "Ti riceve il sig. Loris Gavioli, responsabile traffico.",
            &["Loris Gavioli"],
        ),
        (
            "Přijme Vás jednatel pan Zdeněk Bartoníček.",
            &["Zdeněk Bartoníček"],
        ),
        (
            "Je spreekt met Sietse Wagenaar (teamleider) en Okke Tichelaar.",
            &["Sietse Wagenaar", "Okke Tichelaar"],
        ),
        ("Sie sprechen mit Herrn Odenthal.", &["Odenthal"]),
    ] {
        check(text, names);
    }
}

#[test]
fn others_are_not_met() {
    for text in [
        "If you have questions please contact Kelly Marsden (HR) on 0113 496 0144.",
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

//! Roles in what booking pages and forms add to an invitation.

use crate::domain::interview::text::{lexicon::Concept, reading::Reading};

/// What a form asks for, lower case.
const ASKED: [&str; 24] = [
    "role",
    "position",
    "vacancy",
    "job",
    "post",
    "poste",
    "offre",
    "stelle",
    "puesto",
    "vacante",
    "vaga",
    "cargo",
    "posizione",
    "ruolo",
    "functie",
    "vacature",
    "stanowisko",
    "tjänst",
    "stilling",
    "pozice",
    "rolle",
    "вакансия",
    "должность",
    "pozisyon",
];

/// Labels of what was booked on a page, lower case.
const SERVICES: [&str; 12] = [
    "service",
    "dienst",
    "dienstleistung",
    "prestation",
    "servicio",
    "serviço",
    "servizio",
    "tjänst",
    "tjeneste",
    "usługa",
    "služba",
    "услуга",
];

/// `Which role did you apply for?:`, `Poste convoité :`: the answer below.
pub(super) fn answered<'l>(head: &str, labelled: bool, below: &'l str) -> Option<&'l str> {
    const LONGEST: usize = 7;
    const LONGEST_QUESTION: usize = 80;
    let asked = head
        .split(|c: char| !c.is_alphabetic())
        .any(|word| ASKED.contains(&word));
    let reading = Reading::new(below);
    let role = [Concept::RoleWord, Concept::Leader];
    ((asked && head.len() < LONGEST_QUESTION || labelled)
        && reading.meanings().any(&role)
        && (1..=LONGEST).contains(&reading.tokens.len())
        && !below.contains([':', '@'])
        && !below.ends_with(['.', '?', '!'])
        && !names_session(below))
    .then_some(below)
}

/// Whether it is a sort of meeting that is named.
pub(super) fn names_session(text: &str) -> bool {
    Reading::new(text).meanings().any(&[
        Concept::Interview,
        Concept::JobInterview,
        Concept::Step,
        Concept::Talk,
    ])
}

/// `Service:`, `Tjänst:`: what was booked on a page.
pub(super) fn is_booked(head: &str) -> bool {
    SERVICES.contains(&head)
}

/// `School Nurse` of `School Nurse - first stage (30 min)`.
pub(super) fn beside_session(booked: &str) -> Option<&str> {
    booked
        .split(" - ")
        .flat_map(|it| it.split(" – "))
        .map(str::trim)
        .find(|it| {
            it.starts_with(char::is_alphabetic)
                && Reading::new(it).has(Concept::RoleWord)
                && !names_session(it)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forms_answer_is_a_role() {
        for (head, below) in [
            (
                "which role did you apply for?",
                "Enterprise Account Manager",
            ),
            ("poste convoité", "infirmière scolaire"),
            ("stelle", "Bäcker oder Assistent"),
        ] {
            assert_eq!(answered(head, false, below), Some(below), "{head}");
        }
        for (head, below) in [
            ("where did you hear of the role?", "LinkedIn"),
            ("notice period", "Account Manager"),
            ("role", "Phone interview Account Manager"),
            ("role", "Duration: 30"),
        ] {
            assert_eq!(answered(head, false, below), None, "{head}");
        }
    }

    #[test]
    fn what_is_booked_may_name_a_role() {
        for (booked, role) in [
            ("School Nurse - first stage (30 min)", Some("School Nurse")),
            ("Phone interview – Account Manager", Some("Account Manager")),
            ("Videointervju 40 min", None),
            ("Intro call", None),
            ("12:30 PM - 1:15 PM", None),
        ] {
            assert_eq!(beside_session(booked), role, "{booked}");
        }
    }
}

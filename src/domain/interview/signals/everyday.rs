//! Look-alikes of everyday work and life: regular meetings, reviews, sales, fairs, training, family.

use super::lookalike::{Lookalike, Position};
use crate::domain::interview::text::lexicon::Concept;

const fn kind(
    concept: Concept,
    code: &'static str,
    alone: f64,
    beside: f64,
    body: f64,
) -> Lookalike {
    Lookalike {
        concept,
        code,
        alone,
        beside,
        body,
        soft: true,
        position: Position::Anywhere,
    }
}

/// The kinds of this family.
pub(crate) const KINDS: &[Lookalike] = &[
    kind(Concept::Training, "training", -3.0, -3.2, -0.5),
    kind(Concept::Appraisal, "appraisal", -3.5, -2.5, -0.8),
    kind(Concept::Commerce, "commerce", -3.0, -1.8, -0.4),
    kind(Concept::Fair, "fair", -3.2, -2.6, 0.0),
    kind(Concept::Networking, "networking", -2.6, -2.4, -0.6),
    Lookalike {
        soft: false,
        ..kind(Concept::Acquaintance, "networking", -3.2, -1.2, 0.0)
    },
    kind(Concept::Routine, "routine", -2.8, -1.4, 0.0),
    kind(Concept::Ceremony, "ceremony", -3.5, -2.6, 0.0),
];

#[cfg(test)]
mod tests {
    use super::super::lookalike::tests::check;

    #[test]
    fn everyday_meetings_are_known() {
        for (title, code) in [
            ("Interviewer training", "training"),
            ("Performance review", "appraisal"),
            ("Zielgespräch Chef", "appraisal"),
            ("Entretien annuel", "appraisal"),
            ("評価面談", "appraisal"),
            ("Sales call Acme", "commerce"),
            ("Career fair", "fair"),
            ("会社説明会", "fair"),
            ("Informational interview", "networking"),
            ("Weekly standup", "routine"),
            ("Temple recommend interview", "ceremony"),
            ("Medarbetarsamtal", "appraisal"),
            ("Entretien de retour après arrêt", "appraisal"),
            ("Entretien pelouse", "commerce"),
            ("Schnuppertraining Judo", "ceremony"),
            ("Finale WK", "ceremony"),
            ("Entrevista matrimonial", "ceremony"),
            ("rozmowa po L4", "appraisal"),
            ("godišnji razgovor sa šefom", "appraisal"),
            ("復職面談", "appraisal"),
            ("výběrové řízení na dodavatele oken", "commerce"),
            ("sajam poslova", "fair"),
            ("rozmowa z proboszczem", "ceremony"),
            ("Bier mit Timo, Ex-Kollege", "networking"),
            ("Café avec Lou, ancienne de Valmont", "networking"),
            ("kaffe Ida (jobbar på Lumen)", "networking"),
            ("caña con Ana, trabaja en Solaria", "networking"),
        ] {
            check(title, code);
        }
    }

    #[test]
    fn roles_and_companies_that_share_those_words_are_spared() {
        for title in [
            "Interview: Sales Manager",
            "Interview - Project Manager at Acme",
            "Interview Deutsche Bank",
            "Vorstellungsgespräch Kundenberater",
            "Interview with the founder of Exa",
            "Interview at Friendly Works",
            "Telefon Koç Grubu",
        ] {
            check(title, "");
        }
    }
}

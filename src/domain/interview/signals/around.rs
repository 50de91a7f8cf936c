//! Look-alikes around a real job interview: preparing, practising, discussing, arranging, finishing.

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
        soft: false,
        position: Position::Anywhere,
    }
}

const fn edge(concept: Concept, code: &'static str, alone: f64, beside: f64) -> Lookalike {
    Lookalike {
        concept,
        code,
        alone,
        beside,
        body: 0.0,
        soft: false,
        position: Position::Edge,
    }
}

/// The kinds of this family.
pub(crate) const KINDS: &[Lookalike] = &[
    kind(Concept::Mock, "mock_interview", -4.0, -5.5, -2.0),
    kind(Concept::Prep, "preparation", -3.5, -5.0, 0.0),
    kind(Concept::Debrief, "debrief", -3.5, -5.0, -1.2),
    kind(Concept::Deadline, "deadline", -3.0, -4.0, 0.0),
    kind(Concept::Availability, "availability", -3.0, -4.2, 0.0),
    kind(Concept::Hold, "hold", -2.6, -3.2, 0.0),
    kind(Concept::Reference, "reference", -3.5, -4.5, -0.5),
    kind(Concept::Offer, "offer", -3.5, -4.5, -0.5),
    kind(Concept::Onboarding, "onboarding", -3.5, -4.5, -0.8),
    kind(Concept::Exit, "exit", -3.5, -5.0, -1.5),
    edge(Concept::Chore, "chore", -3.0, -4.5),
    edge(Concept::Errand, "errand", -3.0, -4.5),
];

#[cfg(test)]
mod tests {
    use super::super::lookalike::tests::check;

    #[test]
    fn work_around_an_interview_is_known() {
        for (title, code) in [
            ("Mock interview with Jo", "mock_interview"),
            ("Simulation entretien", "mock_interview"),
            ("模拟面试", "mock_interview"),
            ("Interview prep", "preparation"),
            ("Vorbereitung Vorstellungsgespräch", "preparation"),
            ("면접 준비", "preparation"),
            ("Debrief: backend interviews", "debrief"),
            ("Take-home due", "deadline"),
            ("Send interview availability", "availability"),
            ("Reference call for Bo", "reference"),
            ("Offer call", "offer"),
            ("Onboarding", "onboarding"),
            ("Exit interview", "exit"),
            ("Austrittsgespräch", "exit"),
            ("Buy suit for interview", "errand"),
            ("Zug nach Ulm (Vorstellungsgespräch)", "errand"),
            ("면접 옷 쇼핑", "errand"),
            ("Apply to Acme", "chore"),
            ("Mappe drucken für Vorstellungsgespräch", "chore"),
            ("Chemise à repasser, entretien", "errand"),
            ("Overhemd kopen sollicitatie", "errand"),
            ("Köpa skjorta intervju", "errand"),
            ("Studiare per concorso", "preparation"),
            ("Straffeattest", "onboarding"),
            ("koupit sako na pohovor", "errand"),
            ("костюм на собес", "errand"),
            ("cumpărat cămașă pt interviu", "errand"),
            ("priprema za razgovor za posao", "preparation"),
            ("chuẩn bị phỏng vấn", "preparation"),
            ("persiapan interview", "preparation"),
            ("luyện phỏng vấn", "mock_interview"),
            ("เตรียมสัมภาษณ์งาน", "preparation"),
            ("výstupný pohovor Zuzka", "exit"),
            ("izlazni intervju Marko", "exit"),
            ("ראיון פרידה דנה", "exit"),
            ("výpis z rejstříku trestů", "onboarding"),
            ("справка о несудимости", "onboarding"),
            ("erkölcsi bizonyítvány", "onboarding"),
            ("poslati životopis", "chore"),
        ] {
            check(title, code);
        }
    }

    #[test]
    fn interviews_that_mention_such_words_in_passing_are_spared() {
        for title in [
            "Interview Acme (bring portfolio)",
            "Interview at Stakeholder Labs",
            "Interview with Text Systems",
            "Interview Trainline",
        ] {
            check(title, "");
        }
    }
}

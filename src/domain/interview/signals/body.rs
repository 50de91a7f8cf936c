//! What the description says.

use super::{Reason, reason, standing};
use crate::domain::interview::{
    caller::is_recruiter_calling,
    scene::{Scene, Surroundings},
    text::lexicon::Concept,
    words::Families,
};

/// The description speaks of an interview or a step of a selection.
pub(super) fn body_interview(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let body = &scene.body;
    // A short letter of another company says what it asks the user to.
    let host = scene.organizer();
    let letter = host.is_some_and(|it| it.is_outside(&around.own)) && body.tokens.len() <= LETTER;
    let said = |own: f64, letters: f64, other: f64| match (is_own_remark(scene), letter) {
        (true, _) => own,
        (false, true) => letters,
        (false, false) => other,
    };
    let (hit, weight) = if let Some(hit) = body.hit(Concept::JobInterview) {
        (hit, said(4.0, 2.6, 2.0))
    } else if let Some(hit) = body.hit(Concept::Step) {
        (hit, said(3.4, 2.4, 1.5))
    } else {
        // "geriatrics, meet the manager", and below: "2nd interview".
        let remark = is_own_remark(scene) && around.is_time_of_search(scene.event);
        (
            body.hit(Concept::Interview)?,
            if remark { 3.2 } else { 1.4 },
        )
    };
    let weight = if scene.title_names_interview() {
        weight / 2.0
    } else {
        weight
    };
    reason("body_interview", body.written(hit), weight)
}

/// So many words has a short letter at most.
const LETTER: usize = 60;

/// A few words that the user wrote below an own entry: they say what it is.
fn is_own_remark(scene: &Scene<'_>) -> bool {
    const FEW: usize = 24;
    let alone = scene.is_own_note();
    alone && scene.body.tokens.len() <= FEW
}

/// The description (or the title) speaks to a candidate: "your application", "we'd love to meet you".
pub(super) fn speaks_to_candidate(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    if scene.is_letter_of_user() {
        return None;
    }
    let body = &scene.body;
    let count = body.count(Concept::ToCandidate) + scene.title.count(Concept::ToCandidate);
    let weight = match count {
        0 => return None,
        1 => 2.0,
        2 => 3.0,
        _ => 3.6,
    };
    // Whoever offers a job or prepares for a day of interviews writes to a candidate, too.
    let weight = if standing::names_something_else(scene) {
        weight / 3.0
    } else {
        weight
    };
    let detail = body.hit(Concept::ToCandidate).map(|hit| body.written(hit));
    let title = scene
        .title
        .hit(Concept::ToCandidate)
        .map(|hit| scene.title.written(hit));
    reason(
        "speaks_to_candidate",
        detail.or(title).unwrap_or_default(),
        weight,
    )
}

/// The description speaks of a vacancy, a recruiter, a role; more when another company asks the user
/// in, or where it is the user's own remark.
pub(super) fn body_hiring(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let body = &scene.body;
    let hit = body
        .hits
        .iter()
        .find(|hit| hit.concepts.has(Concept::Hiring) && !standing::is_foreign(scene, body, hit))?;
    let invited = scene
        .organizer()
        .is_some_and(|guest| guest.is_outside(&around.own));
    let named = scene.title_names_interview();
    let role = if body.has(Concept::RoleWord) {
        0.7
    } else {
        0.0
    };
    let talk = scene.title.has(Concept::Talk) || scene.title_pairs_user();
    let weight = if named || recruits(around) {
        OF_RECRUITER
    } else if invited {
        2.1 + role + if talk { 0.5 } else { 0.0 }
    } else if is_own_remark(scene) && around.is_time_of_search(scene.event) {
        // `Call Ms Fox, Acme`, and below: the job.
        let told = scene.title.has(Concept::Talk) && scene.minutes.is_some();
        // `job`, `hiring` and `application` are of anything in English.
        let clear = !hit.families.meets(Families::ENGLISH);
        role + if told && clear { 4.4 } else { 3.6 }
    } else if is_own_remark(scene) && is_recruiter_calling(body) {
        4.2
    } else if is_own_remark(scene) {
        1.8 + role
    } else {
        0.7
    };
    reason("body_hiring", body.written(hit), weight)
}

/// What a word of the job market says at least.
pub(super) const OF_RECRUITER: f64 = 0.7;

/// Whether the user recruits for a living, and gets such mail every day.
pub(super) fn recruits(around: &Surroundings) -> bool {
    around.interviewer_share > 0.5
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::signals::testing::{event, fired};

    fn weight(signal: super::super::Signal, body: &str) -> f64 {
        let mut event = event("Acme");
        event.description = body.to_owned();
        fired(signal, &event).map_or(0.0, |reason| reason.weight)
    }

    #[test]
    fn letters_to_candidates_are_known() {
        for body in [
            "Thank you for your application.",
            "en relación con tu candidatura, te esperamos",
            "wir freuen uns, Sie kennenzulernen",
            "Suite à votre candidature",
            "<p>We&#39;d love to meet you</p>",
        ] {
            assert!(weight(speaks_to_candidate, body) > 1.9, "{body}");
        }
        for body in [
            "See you on Monday",
            "Bitte bringt Kuchen mit",
            "https://jobs.example/your-application",
            "",
        ] {
            assert!(weight(speaks_to_candidate, body) < 0.1, "{body}");
        }
    }

    #[test]
    fn thanks_for_an_application_are_known_in_many_languages() {
        for body in [
            "Thanks for applying! You'll chat with Ola.",
            "danke für deine Bewerbung",
            "Merci pour ta candidature",
            "bedankt voor je sollicitatie",
            "tak for din ansøgning",
            "dziękujemy za aplikację",
            "спасибо за отклик",
            "başvurunuz için teşekkürler",
            "köszönjük jelentkezését",
            "תודה על הגשת המועמדות",
            "شكرا على تقديمك",
            "感谢投递",
        ] {
            assert!(weight(speaks_to_candidate, body) > 1.9, "{body}");
        }
        for body in ["Thanks for the cake", "danke für das Buch", "спасибо"] {
            assert!(weight(speaks_to_candidate, body) < 0.1, "{body}");
        }
    }

    #[test]
    fn letters_about_something_else_say_less() {
        let mut prep = event("Prep call before your onsite");
        prep.description = "Your interview on Thursday: who you'll meet".into();
        let said = fired(speaks_to_candidate, &prep);
        assert!(said.is_some_and(|it| it.weight < 1.3));
    }

    #[test]
    fn interviews_in_the_text_count_less_than_in_the_title() {
        assert!(weight(body_interview, "Your phone screen with Bo") > 1.0);
        assert!(weight(body_interview, "Team lunch") < 0.1);
    }

    #[test]
    fn vacancies_are_known() {
        assert!(weight(body_hiring, "Requisition 12: Baker") > 0.5);
        assert!(weight(body_hiring, "Bring bread") < 0.1);
    }
}

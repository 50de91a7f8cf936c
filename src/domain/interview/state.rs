//! Whether an event is off: cancelled, declined by the user, or crossed out in its title.

use super::{guests::GuestKind, scene::Scene, text::lexicon::Concept};
use crate::domain::calendar::event::EventStatus;

/// Whether the event does not take place for the user.
#[must_use]
pub(crate) fn is_called_off(scene: &Scene<'_>) -> bool {
    scene.event.status == EventStatus::Cancelled
        || scene.event.method_cancel
        || scene
            .guests
            .iter()
            .any(|guest| guest.kind == GuestKind::User && guest.declined)
        || title_says_so(scene)
}

/// Mail programs and people put it first ("Canceled: …", "abgesagt - …"), some in brackets last.
fn title_says_so(scene: &Scene<'_>) -> bool {
    let title = &scene.title;
    title
        .hits
        .iter()
        .filter(|hit| hit.concepts.has(Concept::CalledOff))
        .any(|hit| hit.first <= 1 || hit.first + hit.len >= title.tokens.len())
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::{
        calendar::event::{Event, Response},
        interview::signals::testing::{event, invited, user, who},
    };

    fn off(event: &Event) -> bool {
        let user = user();
        is_called_off(&Scene::new(event, &user, &TimeZone::UTC))
    }

    #[test]
    fn titles_say_it_in_many_languages() {
        for title in [
            "Canceled: Interview Acme",
            "Abgesagt: Gespräch",
            "Annulé : entretien",
            "Cancelado - entrevista",
            "Interview Acme (cancelled)",
            "【中止】面接",
            "ODWOŁANE rozmowa",
            "verschoben/abgesagt - Vorstellung",
            "취소 면접",
        ] {
            assert!(off(&event(title)), "{title}");
        }
        for title in [
            "Interview Acme",
            "Call off-site team",
            "Interview about cancelled projects at Acme",
        ] {
            assert!(!off(&event(title)), "{title}");
        }
    }

    #[test]
    fn status_method_and_own_answer_count() {
        let mut cancelled = event("Interview");
        cancelled.status = EventStatus::Cancelled;
        assert!(off(&cancelled));
        let mut method = event("Interview");
        method.method_cancel = true;
        assert!(off(&method));
        let mut declined = invited(event("Interview"), who("Bo", "bo@acme.example"), &[]);
        assert!(!off(&declined));
        declined.attendees[0].response = Response::Declined;
        assert!(off(&declined));
    }

    #[test]
    fn anothers_refusal_does_not_call_it_off() {
        let mut other = invited(
            event("Interview"),
            who("Bo", "bo@acme.example"),
            &[who("Ann", "ann@acme.example")],
        );
        other.attendees[0].response = Response::Declined;
        assert!(!off(&other));
    }
}

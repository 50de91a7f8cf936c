//! The user said so: about this event, its series, or whoever arranges it.

use super::{Reason, reason};
use crate::domain::interview::{
    correction::{self, About},
    scene::{Scene, Surroundings},
};

/// The closest of the user's corrections. About the event or its series it outweighs everything
/// else; about an organizer it is a strong clue, since the same people also arrange other things.
pub(super) fn correction(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let said = correction::closest(&scene.user.corrections, scene.event)?;
    let (code, weight) = match (&said.about, said.is_interview) {
        (About::Event(_), true) => ("you_said_interview", 25.0),
        (About::Event(_), false) => ("you_said_none", -25.0),
        (About::Series(_), true) => ("you_said_interview_series", 25.0),
        (About::Series(_), false) => ("you_said_none_series", -25.0),
        (About::Organizer(_), true) => ("you_said_interview_organizer", 5.0),
        (About::Organizer(_), false) => ("you_said_none_organizer", -8.0),
    };
    reason(code, "", weight)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::{
        calendar::event::Event,
        interview::{
            Band, EventKey, User, assess,
            correction::Correction,
            signals::testing::{event, invited, user, who},
        },
    };

    fn interview() -> Event {
        let recruiter = who("Dana Wolff", "dana@brightdock.example");
        invited(event("Interview: Mira Lund / Brightdock"), recruiter, &[])
    }

    fn dinner() -> Event {
        invited(event("Dinner"), who("Ada", "ada@friends.example"), &[])
    }

    /// One of a series.
    fn occurrence(mut event: Event, start: &str) -> Event {
        event.recurring = true;
        event.recurrence_id = Some(start.parse().unwrap());
        event
    }

    fn key(event: &Event) -> EventKey {
        EventKey {
            uid: event.uid.clone(),
            recurrence_id: event.recurrence_id,
        }
    }

    fn band(event: &Event, said: &[(About, bool)]) -> Band {
        let user = User {
            corrections: said
                .iter()
                .map(|(about, is_interview)| Correction {
                    about: about.clone(),
                    is_interview: *is_interview,
                })
                .collect(),
            ..user()
        };
        let events = std::slice::from_ref(event);
        assess(events, &user, &TimeZone::UTC)[0].verdict.band
    }

    #[test]
    fn what_was_said_of_an_event_is_believed() {
        assert_eq!(band(&interview(), &[]), Band::Prompt);
        assert_eq!(band(&dinner(), &[]), Band::Silent);
        let about = |it: &Event| About::Event(key(it));
        assert_eq!(
            band(&interview(), &[(about(&interview()), false)]),
            Band::Silent
        );
        assert_eq!(band(&dinner(), &[(about(&dinner()), true)]), Band::Prompt);
    }

    #[test]
    fn what_was_said_of_another_event_is_not() {
        let about = |it: &Event| About::Event(key(it));
        assert_eq!(
            band(&interview(), &[(about(&dinner()), false)]),
            Band::Prompt
        );
        assert_eq!(
            band(&dinner(), &[(about(&interview()), true)]),
            Band::Silent
        );
        let one = occurrence(dinner(), "2031-03-04T10:00:00Z");
        let other = occurrence(dinner(), "2031-03-11T10:00:00Z");
        assert_eq!(band(&other, &[(about(&one), true)]), Band::Silent);
        let nameless = Event {
            uid: String::new(),
            ..dinner()
        };
        assert_eq!(band(&nameless, &[(about(&nameless), true)]), Band::Silent);
        assert_eq!(
            band(&nameless, &[(About::Series(String::new()), true)]),
            Band::Silent
        );
    }

    #[test]
    fn a_series_is_meant_as_a_whole_and_one_event_may_differ() {
        let one = occurrence(dinner(), "2031-03-04T10:00:00Z");
        let other = occurrence(dinner(), "2031-03-11T10:00:00Z");
        let series = (About::Series(one.uid.clone()), true);
        assert_eq!(band(&other, std::slice::from_ref(&series)), Band::Prompt);
        let but = [series, (About::Event(key(&one)), false)];
        assert_eq!(band(&one, &but), Band::Silent);
        assert_eq!(band(&other, &but), Band::Prompt);
    }

    #[test]
    fn an_organizer_weighs_without_deciding_alone() {
        let dana = About::Organizer("dana@brightdock.example".into());
        assert_eq!(band(&interview(), &[(dana.clone(), false)]), Band::Silent);
        assert_eq!(band(&dinner(), &[(dana.clone(), true)]), Band::Silent);
        let mut chat = interview();
        chat.summary = "Chat".into();
        chat.uid = "chat".into();
        assert_eq!(band(&chat, &[]), Band::Silent);
        assert_ne!(band(&chat, &[(dana, true)]), Band::Silent);
    }

    #[test]
    fn an_interview_that_the_user_gives_is_theirs_when_they_say_so() {
        let mut given = interview();
        given.description = "Interview kit: https://app.greenhouse.io/guides/1".into();
        assert_eq!(band(&given, &[]), Band::Silent);
        assert_eq!(
            band(&given, &[(About::Event(key(&given)), true)]),
            Band::Prompt
        );
    }
}

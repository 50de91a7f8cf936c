//! How the interview is held, and the address of a video meeting.
//!
//! A meeting link makes it video even with a room; an address makes it on-site even with a stray
//! link.

mod signs;

use self::signs::{names_room, says_call, shows_by_video};
use super::{
    Format,
    domains::{self, Kind},
    scene::Scene,
    text::{lexicon::Concept, links},
};

/// How it is held; `None` when nothing says.
#[must_use]
pub(crate) fn format(scene: &Scene<'_>) -> Option<Format> {
    let place = classify_place(scene);
    let link = meeting_link(scene).is_some();
    let onsite_title = scene.title.has(Concept::Onsite) && !scene.title.has(Concept::Video);
    match place {
        Place::Address => return Some(Format::Onsite),
        Place::Phone if !link => return Some(Format::Phone),
        Place::Video => return Some(Format::Video),
        _ => {}
    }
    if onsite_title && !matches!(place, Place::Link) {
        return Some(Format::Onsite);
    }
    if link || shows_by_video(scene) {
        return Some(Format::Video);
    }
    if place == Place::Somewhere || names_room(scene) {
        return Some(Format::Onsite);
    }
    if scene.title.has(Concept::Video) {
        return Some(Format::Video);
    }
    if scene.title.has(Concept::Phone) {
        return Some(Format::Phone);
    }
    from_body(scene).or_else(|| says_call(scene).then_some(Format::Phone))
}

/// The address of the video meeting.
#[must_use]
pub(crate) fn meeting_link(scene: &Scene<'_>) -> Option<String> {
    let is_meeting = |link: &&String| {
        let host = links::host(link);
        domains::kind_of(host) == Some(Kind::Meeting) && links_to_room(link, host)
    };
    scene
        .event
        .conference
        .clone()
        .filter(|link| !link.is_empty())
        .or_else(|| scene.links.iter().find(is_meeting).cloned())
        .or_else(|| {
            // Schedulers pass on to the meeting: `calendly.com/events/<id>/google_meet`.
            scene
                .links
                .iter()
                .find(|link| {
                    link.contains("calendly.com/events/") || link.contains("app.cal.com/video")
                })
                .cloned()
        })
}

/// Help and dial-in pages of the hosts are no meeting.
fn links_to_room(link: &str, host: &str) -> bool {
    let path = link
        .split_once(host)
        .map_or("", |(_, path)| path)
        .trim_matches('/');
    !path.is_empty()
        && ![
            "u/",
            "support",
            "help",
            "options",
            "meetingOptions",
            "zoomconference",
            "download",
            "test",
            "pin",
        ]
        .iter()
        .any(|start| path.starts_with(start))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Nothing,
    Link,
    Video,
    Phone,
    Room,
    Address,
    Somewhere,
}

fn classify_place(scene: &Scene<'_>) -> Place {
    let text = scene.event.location.trim();
    if text.is_empty() {
        return Place::Nothing;
    }
    let place = &scene.place;
    let has_link = links::links(text).next().is_some();
    let words = place.tokens.len();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let street = place
        .hits
        .iter()
        .any(|hit| hit.concepts.has(Concept::Street));
    let number = (0..words).any(|at| {
        place
            .word(at)
            .chars()
            .next()
            .is_some_and(|c| c.is_ascii_digit())
    });
    let phone = place.has(Concept::Phone) || is_phone_number(text);
    if phone && !street {
        return Place::Phone;
    }
    let video = place.has(Concept::Video);
    if has_link && words < 3 {
        return Place::Link;
    }
    if street && number && digits <= 24 && !video {
        return Place::Address;
    }
    if video {
        return if has_link { Place::Link } else { Place::Video };
    }
    if place.has(Concept::Room) && !text.contains(',') {
        return Place::Room;
    }
    if (street || text.contains(',')) && !has_link {
        return Place::Address;
    }
    if words == 0
        || ["tbd", "tba", "tbc", "remote", "n/a", "none"]
            .contains(&text.to_ascii_lowercase().as_str())
    {
        return if text.eq_ignore_ascii_case("remote") {
            Place::Video
        } else {
            Place::Nothing
        };
    }
    if has_link {
        Place::Link
    } else if place.has(Concept::Room) {
        Place::Room
    } else {
        Place::Somewhere
    }
}

/// At least seven digits and little else.
fn is_phone_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    digits >= 7 && letters <= 4 && !text.contains("://") && !text.contains(',')
}

fn from_body(scene: &Scene<'_>) -> Option<Format> {
    let body = &scene.body;
    let first = |concept| body.hit(concept).map(|hit| hit.first);
    let found = [
        (Concept::Onsite, Format::Onsite),
        (Concept::Video, Format::Video),
        (Concept::Phone, Format::Phone),
    ];
    if classify_place(scene) == Place::Room {
        return Some(Format::Onsite);
    }
    found
        .into_iter()
        .filter_map(|(concept, format)| Some((first(concept)?, format)))
        .min_by_key(|(at, _)| *at)
        .map(|(_, format)| format)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, user};

    #[track_caller]
    fn check(title: &str, location: &str, body: &str, expected: Option<Format>) {
        let mut event = event(title);
        event.location = location.to_owned();
        event.description = body.to_owned();
        let user = user();
        assert_eq!(
            format(&Scene::new(&event, &user, &TimeZone::UTC)),
            expected,
            "{title} | {location} | {body}"
        );
    }

    #[test]
    fn links_make_it_video_even_with_a_room() {
        check(
            "Interview",
            "https://acme.zoom.us/j/1?pwd=2",
            "",
            Some(Format::Video),
        );
        check(
            "Interview",
            "Room 4",
            "https://meet.google.com/abc-defg-hij",
            Some(Format::Video),
        );
        check(
            "Phone screen",
            "",
            "https://teams.microsoft.com/l/meetup-join/1",
            Some(Format::Video),
        );
        check(
            "Live interview",
            "",
            "Join: https://acme.hirevue.com/live/7",
            Some(Format::Video),
        );
        check(
            "Interview",
            "Microsoft Teams Meeting",
            "",
            Some(Format::Video),
        );
    }

    #[test]
    fn addresses_make_it_onsite_even_with_a_link() {
        check(
            "Interview",
            "12 Mill Street, Leeds",
            "https://meet.google.com/abc-defg-hij",
            Some(Format::Onsite),
        );
        check(
            "Interview",
            "Große Bleichen 9, Hamburg",
            "",
            Some(Format::Onsite),
        );
        check("Interview", "Lévis", "", Some(Format::Onsite));
        check("In person interview Acme", "", "", Some(Format::Onsite));
        check("Interview Acme bldg 3 rm 210", "", "", Some(Format::Onsite));
        check("임원면접 새론 18층", "", "", Some(Format::Onsite));
        check("Probearbeiten Acme", "", "", Some(Format::Onsite));
        check("Acme demo lesson yr 7", "", "", Some(Format::Onsite));
    }

    #[test]
    fn calls_are_by_phone() {
        check("Phone screen", "", "", Some(Format::Phone));
        check("Interview", "+44 20 7946 0000", "", Some(Format::Phone));
        check(
            "Interview",
            "Bo will dial (555) 010-7712",
            "",
            Some(Format::Phone),
        );
        check("Screening call Acme", "", "", Some(Format::Phone));
        check("Interview", "", "I'll call you", Some(Format::Phone));
        check("Ilva from Acme ringing", "", "", Some(Format::Phone));
        check("Entretien tél. Acme", "", "", Some(Format::Phone));
    }

    #[test]
    fn nothing_said_is_nothing_known() {
        check("Interview Acme", "", "", None);
        check("2nd interview Callum's, Ringaskiddy", "", "", None);
        check("Acme digital marketing interview", "", "", None);
        check("Interview floor manager 3pm", "", "", None);
        check("Interview Acme", "tbd", "https://acme.example/about", None);
        check("Interview Acme", "", "https://support.zoom.us/help", None);
    }
}

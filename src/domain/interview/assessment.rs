//! Judges a whole calendar in two passes: each event alone, then with what its neighbours tell.

use jiff::tz::TimeZone;

use super::{
    Assessment, Direction, User, direction, employer, format, grouping,
    neighbours::{self, Finding},
    people, role,
    scene::{Scene, Surroundings},
    segments, signals, state, verdict,
};
use crate::domain::calendar::event::Event;

/// Judges `events` together.
pub(crate) fn assess(events: &[Event], user: &User, home: &TimeZone) -> Vec<Assessment> {
    let own = neighbours::own_domains(events, user);
    let first = Surroundings {
        own: own.clone(),
        ..Surroundings::default()
    };
    let scenes: Vec<Scene<'_>> = events
        .iter()
        .map(|event| Scene::new(event, user, home))
        .collect();
    let findings: Vec<Option<Finding>> =
        scenes.iter().map(|scene| finding(scene, &first)).collect();
    let around = neighbours::surroundings(own, &findings);
    let mut assessments: Vec<Assessment> = scenes.iter().map(|scene| one(scene, &around)).collect();
    grouping::number(events, &mut assessments, home);
    assessments
}

fn finding(scene: &Scene<'_>, around: &Surroundings) -> Option<Finding> {
    if !scene.is_worth_judging() {
        return None;
    }
    let side = direction::judge(scene, around);
    let verdict = verdict::judge(scene, around, &side);
    let like = verdict::is_interview_like(&verdict.reasons);
    let parts = segments::parts(scene);
    Some(Finding {
        confidence: verdict.confidence,
        direction: side.direction(),
        interview_like: like,
        employer: if verdict.confidence >= 0.5 {
            employer::employer(scene, &parts, around)
        } else {
            None
        },
        companies: neighbours::companies(&scene.guests),
    })
}

fn one(scene: &Scene<'_>, around: &Surroundings) -> Assessment {
    let known = signals::concerns_known_employer(scene, around);
    if !scene.is_worth_judging() && !known {
        return nothing();
    }
    let side = direction::judge(scene, around);
    let verdict = verdict::judge(scene, around, &side);
    if verdict.confidence < 0.2 {
        return Assessment {
            verdict,
            direction: side.direction(),
            called_off: state::is_called_off(scene),
            ..nothing()
        };
    }
    let parts = segments::parts(scene);
    let employer = employer::employer(scene, &parts, around);
    let role = role::role(scene, &parts, employer.as_deref());
    let people = people::people(scene, &parts, employer.as_deref());
    Assessment {
        verdict,
        direction: side.direction(),
        called_off: state::is_called_off(scene),
        role,
        format: format::format(scene),
        meeting_link: format::meeting_link(scene),
        people,
        employer,
        group: None,
    }
}

fn nothing() -> Assessment {
    Assessment {
        verdict: verdict::silent(),
        direction: Direction::Candidate,
        called_off: false,
        employer: None,
        role: None,
        format: None,
        meeting_link: None,
        people: Vec::new(),
        group: None,
    }
}

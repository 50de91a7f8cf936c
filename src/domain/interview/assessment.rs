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

/// So often events are judged anew with what the judgements showed.
const PASSES: usize = 2;

/// Judges `events` together.
pub(crate) fn assess(events: &[Event], user: &User, home: &TimeZone) -> Vec<Assessment> {
    let own = neighbours::own_domains(events, user);
    let first = Surroundings {
        own: own.clone(),
        ..Surroundings::default()
    };
    // Most events have nothing to do with a job. Of those only title and people are kept for the
    // second pass: the texts of a big calendar, split into words, would fill the memory.
    let mut scenes: Vec<(Scene<'_>, bool)> = Vec::with_capacity(events.len());
    let mut findings: Vec<Option<Finding>> = Vec::with_capacity(events.len());
    for event in events {
        let mut scene = Scene::new(event, user, home);
        let found = finding(&scene, &first);
        let worth = found.is_some();
        if !worth {
            scene.forget_body();
        }
        scenes.push((scene, worth));
        findings.push(found);
    }
    let mut around = neighbours::surroundings(own, events, &findings);
    let judge = |(scene, worth): &(Scene<'_>, bool), around: &Surroundings| {
        if *worth {
            one(scene, around)
        } else if signals::concerns_known_employer(scene, around) {
            one(&Scene::new(scene.event, user, home), around)
        } else {
            nothing()
        }
    };
    let mut assessments: Vec<Assessment> = Vec::new();
    for _ in 0..PASSES {
        neighbours::drop_everyday_names(&mut around, &scenes);
        assessments = scenes.iter().map(|it| judge(it, &around)).collect();
        // An interview that only its neighbours showed may show others in turn.
        if !neighbours::learn(&mut around, events, &assessments) {
            break;
        }
    }
    grouping::number(events, &mut assessments, home);
    assessments
}

fn finding(scene: &Scene<'_>, around: &Surroundings) -> Option<Finding> {
    if !scene.is_worth_judging() {
        return None;
    }
    let side = direction::judge(scene, around);
    let verdict = verdict::judge(scene, around, &side);
    let speaks_for_itself = neighbours::speaks_for_itself(&verdict.reasons);
    let like = verdict::is_interview_like(&verdict.reasons);
    let parts = segments::parts(scene);
    Some(Finding {
        confidence: verdict.confidence,
        direction: side.direction(),
        interview_like: like,
        speaks_for_itself,
        employer: if verdict.confidence >= 0.5 {
            employer::employer(scene, &parts, around)
        } else {
            None
        },
        companies: neighbours::companies(&scene.guests),
    })
}

fn one(scene: &Scene<'_>, around: &Surroundings) -> Assessment {
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

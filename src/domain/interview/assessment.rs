//! Judges a whole calendar in two passes: each event alone, then with what its neighbours tell.

use jiff::tz::TimeZone;

use super::{
    Assessment, Direction, Participant, Reason, User, Verdict, correction,
    direction::{self, Side},
    domains,
    employer::{self, Spellings},
    format,
    glance::Glances,
    grouping,
    leaning::{self, Bearing, Shown},
    neighbours::{self, Finding, Gathered},
    own_employer::{self, Companies},
    people, role,
    scene::{Scene, Surroundings},
    signals, state,
    text::lexicon::Concepts,
    verdict,
};
use crate::domain::calendar::event::Event;

/// So often events are judged anew with what the judgements showed.
const PASSES: usize = 2;

/// Below this confidence nothing is drawn from an event.
const UNLIKELY: f64 = 0.2;

/// What the first pass left of an event.
enum Judged<'a> {
    /// Nothing speaks of a job.
    Nothing,
    /// Hardly an interview, whatever it is about: only its neighbours could still change that.
    Unlikely(Box<Unlikely>),
    /// To be judged with its neighbours.
    Open(Box<Scene<'a>>),
}

/// An event that is hardly an interview; its text is let go of.
struct Unlikely {
    clues: Vec<Reason>,
    side: Side,
    /// How much the rest of the calendar bears on it.
    bearing: Bearing,
    called_off: bool,
    /// What it says in a time of search, if that is more.
    in_search: Option<Vec<Reason>>,
    own_note: bool,
    /// What its title and its description speak of.
    meanings: Concepts,
}

impl Unlikely {
    /// What the rest of the calendar says.
    fn lean(&self, event: &Event, around: &Surroundings) -> Option<Reason> {
        around.leaning.reason(event, self.bearing, &self.side)
    }

    fn conclude(self, event: &Event, around: &Surroundings) -> Assessment {
        let lean = self.lean(event, around);
        let mut side = self.side;
        side.add(lean);
        unlikely(verdict::conclude(self.clues, &side), &side, self.called_off)
    }

    /// The judgement in a time of search, which is known without another look at the text: none
    /// where more may have changed than that, or where the event may be an interview now.
    fn conclude_in_search(&self, event: &Event, around: &Surroundings) -> Option<Assessment> {
        let clues = self.in_search.as_ref()?;
        let changed = self.own_note && !around.people.is_empty()
            || signals::may_be_of_field(self.meanings, event, around)
            || signals::says_less_to_recruiter(clues, around);
        let mut side = self.side.clone();
        side.add(self.lean(event, around));
        (!changed && verdict::confidence(clues, &side) < UNLIKELY).then(|| {
            let verdict = verdict::conclude(clues.clone(), &side);
            unlikely(verdict, &side, self.called_off)
        })
    }
}

/// Judges `events` together.
pub(crate) fn assess(events: &[Event], user: &User, home: &TimeZone) -> Vec<Assessment> {
    let glances = Glances::of(events, user);
    let Companies { own, regular } = own_employer::companies_of(events, &glances, user);
    let first = Surroundings {
        own,
        regular,
        ..Surroundings::default()
    };
    let in_search = Surroundings {
        always_searching: true,
        ..first.clone()
    };
    // Most events have nothing to do with a job, and of most others little is kept: the texts of a
    // big calendar, split into words, would fill the memory.
    let mut gathered = Gathered::new(&first);
    let mut judged: Vec<Judged<'_>> = Vec::with_capacity(events.len());
    for (event, glance) in events.iter().zip(glances.all()) {
        judged.push(if glance.may_be_worth {
            let scene = Scene::new(event, user, home);
            alone(scene, &first, &in_search, |finding| {
                gathered.add(event, finding);
            })
        } else {
            Judged::Nothing
        });
    }
    let mut around = gathered.surroundings(events, &glances);
    let mut assessed: Vec<Option<Assessment>> = Vec::new();
    for _ in 0..PASSES {
        neighbours::drop_everyday_names(&mut around, events, &glances, user);
        let near = concerned(events, &glances, &around);
        assessed = events
            .iter()
            .zip(judged.iter().zip(near))
            .map(|(event, (judged, near))| match judged {
                Judged::Open(scene) => Some(one(scene, &around)),
                Judged::Unlikely(it)
                    if it.in_search.is_some() && around.is_time_of_search(event) =>
                {
                    let known = if near {
                        None
                    } else {
                        it.conclude_in_search(event, &around)
                    };
                    known.or_else(|| Some(one(&Scene::new(event, user, home), &around)))
                }
                _ if !near => None,
                judged => {
                    let scene = Scene::new(event, user, home);
                    let told = matches!(judged, Judged::Unlikely(_))
                        || around.loop_of(event).is_some()
                        || signals::concerns_known_employer(&scene, &around)
                        || signals::concerns_known_person(&scene, &around);
                    told.then(|| one(&scene, &around))
                }
            })
            .collect();
        // An interview that only its neighbours showed may show others in turn.
        if !neighbours::learn(&mut around, events, &assessed, user) {
            break;
        }
    }
    let spellings = extract(events, &judged, &mut assessed, &around, user, home);
    let rest = events.iter().zip(judged.into_iter().zip(assessed));
    let mut assessments: Vec<Assessment> = rest
        .map(|(event, (judged, assessed))| match (assessed, judged) {
            (Some(assessed), _) => assessed,
            (None, Judged::Unlikely(it)) => it.conclude(event, &around),
            _ => nothing(),
        })
        .collect();
    spellings.settle(&mut assessments);
    role::settle(events, &mut assessments);
    grouping::number(events, &mut assessments, home);
    assessments
}

/// The first pass over one event; `in_search` is what is around it in a time of search.
fn alone<'a>(
    scene: Scene<'a>,
    around: &Surroundings,
    in_search: &Surroundings,
    tell: impl FnOnce(&Finding),
) -> Judged<'a> {
    if !scene.is_worth_judging() {
        return Judged::Nothing;
    }
    let side = direction::judge(&scene, around);
    let clues = signals::reasons(&scene, around);
    let confidence = verdict::confidence(&clues, &side);
    let employer = (confidence >= 0.5)
        .then(|| employer::employer(&scene, scene.parts(), around))
        .flatten();
    let shared = signals::without_shared(&clues);
    tell(&Finding {
        confidence,
        at_such_employers: shared.map_or(confidence, |it| verdict::confidence(&it, &side)),
        direction: side.direction(),
        interview_like: verdict::is_interview_like(clues.iter().chain(&side.reasons)),
        speaks_for_itself: neighbours::speaks_for_itself(&clues),
        employer,
        companies: neighbours::companies(&scene.guests),
        people: neighbours::people(&scene.guests),
        about: scene.title.meanings(),
        asked_by: asked_by(&scene, around),
        shown: Shown::of(&scene, around, &clues, &side),
    });
    // What the user said may outweigh everything else in the next pass.
    let said = correction::closest(&scene.user.corrections, scene.event).is_some();
    if confidence >= UNLIKELY || said {
        return Judged::Open(Box::new(scene));
    }
    Judged::Unlikely(Box::new(Unlikely {
        bearing: leaning::bearing(&scene, around),
        called_off: state::is_called_off(&scene),
        in_search: signals::says_more_in_search(&clues)
            .then(|| signals::reasons(&scene, in_search)),
        own_note: scene.is_own_note(),
        meanings: scene.title.meanings().with(scene.body.meanings()),
        clues,
        side,
    }))
}

/// The domain of the other company that asks the user, by name in the title, to a talk.
fn asked_by(scene: &Scene<'_>, around: &Surroundings) -> Option<String> {
    let host = scene.organizer().filter(|it| it.is_outside(&around.own))?;
    let once = !scene.event.recurring && scene.minutes.is_some();
    (once && scene.title_names_user() && !state::is_called_off(scene))
        .then(|| host.company.clone())
        .flatten()
}

/// For each event, whether it may concern an employer that interviews the user elsewhere.
fn concerned(events: &[Event], glances: &Glances, around: &Surroundings) -> Vec<bool> {
    let mut near = vec![false; events.len()];
    let employers = glances.naming(&around.employers).into_iter();
    for at in employers.chain(glances.naming(&around.people)) {
        if let Some(it) = near.get_mut(at) {
            *it = true;
        }
    }
    if !around.loops.is_empty() {
        for (event, near) in events.iter().zip(&mut near) {
            *near = *near || around.loop_of(event).is_some();
        }
    }
    if !around.hiring_domains.is_empty() {
        for (event, near) in events.iter().zip(&mut near) {
            *near = *near || is_with(event, around);
        }
    }
    near
}

/// Whether somebody of a company that hires the user is on an event.
fn is_with(event: &Event, around: &Surroundings) -> bool {
    let people = event.organizer.iter().chain(&event.attendees);
    let mut domains = people
        .filter_map(|it| it.email.as_deref())
        .filter_map(domains::of_address);
    domains.any(|domain| {
        let hiring = &around.hiring_domains;
        hiring.iter().any(|it| domain.ends_with(it.name.as_str()))
    })
}

/// Reads from the events that may be interviews what for, with whom and how, once all is known.
fn extract(
    events: &[Event],
    judged: &[Judged<'_>],
    assessed: &mut [Option<Assessment>],
    around: &Surroundings,
    user: &User,
    home: &TimeZone,
) -> Spellings {
    let mut spellings = Spellings::default();
    for (at, ((event, judged), one)) in events.iter().zip(judged).zip(assessed).enumerate() {
        let Some(one) = one.as_mut().filter(|it| it.verdict.confidence >= UNLIKELY) else {
            continue;
        };
        let read;
        let scene: &Scene<'_> = if let Judged::Open(scene) = judged {
            scene
        } else {
            read = Scene::new(event, user, home);
            &read
        };
        let employer = one.employer.as_deref();
        one.role = role::role(scene, scene.parts(), employer, around);
        one.people = people::people(scene, scene.parts(), employer);
        // What somebody met is, and not what the user shall be.
        let theirs = |role: &String| {
            let title = |it: &Participant| it.title.as_deref() == Some(role);
            let said = scene.title.original().contains(role.as_str());
            let once = scene
                .body
                .original()
                .matches(role.as_str())
                .nth(1)
                .is_none();
            !said && once && one.people.iter().any(title)
        };
        one.role = one.role.take_if(|it| !theirs(it));
        one.format = format::format(scene);
        one.meeting_link = format::meeting_link(scene);
        if let Some(employer) = employer {
            spellings.add(at, scene, around, employer);
        }
    }
    spellings
}

/// The judgement and the employer, which tell of other events; nothing else is read yet.
fn one(scene: &Scene<'_>, around: &Surroundings) -> Assessment {
    let side = direction::judge(scene, around);
    let verdict = verdict::conclude(signals::reasons(scene, around), &side);
    if verdict.confidence < UNLIKELY {
        return unlikely(verdict, &side, state::is_called_off(scene));
    }
    Assessment {
        verdict,
        direction: side.direction(),
        called_off: state::is_called_off(scene),
        employer: employer::employer(scene, scene.parts(), around),
        ..nothing()
    }
}

fn unlikely(verdict: Verdict, side: &Side, called_off: bool) -> Assessment {
    Assessment {
        verdict,
        direction: side.direction(),
        called_off,
        ..nothing()
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

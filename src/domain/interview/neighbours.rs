//! What the events of a calendar tell about each other: the user's own employer, the employers
//! that interview the user, and how often the user interviews others.

use std::collections::HashMap;

use jiff::tz::TimeZone;

use super::{
    Assessment, Direction, Reason, User,
    domains::{self, Kind},
    guests::{self, GuestKind},
    scene::{Known, Scene, Surroundings},
    signals,
    text::{lexicon::Concept, reading::Reading},
};
use crate::domain::{calendar::event::Event, ordering::sort_by};

/// So much do a company's meetings have to look like work that it is the user's own employer.
const OWN_FROM: usize = 5;

/// So many events do not name one employer that interviews the user, if they are a fifth of all.
const MANY: usize = 10;
/// From this confidence on an interview tells of others with its employer.
const SURE: f64 = 0.6;

/// What one event showed in the first pass.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    /// Confidence of the first pass.
    pub(crate) confidence: f64,
    /// Side of the first pass.
    pub(crate) direction: Direction,
    /// It looked like an interview, whoever's.
    pub(crate) interview_like: bool,
    /// Its own words say that it is an interview.
    pub(crate) speaks_for_itself: bool,
    /// Employer of the first pass.
    pub(crate) employer: Option<String>,
    /// Domains of the other people on it.
    pub(crate) companies: Vec<String>,
}

/// The user's own employer: the domain of the user's work address, and a company that holds
/// repeating meetings with the user or meets often without anything about interviews.
#[must_use]
pub(crate) fn own_domains(events: &[Event], user: &User) -> Vec<String> {
    let mut own: Vec<String> = user
        .emails
        .iter()
        .filter_map(|email| domains::of_address(email))
        .filter(|domain| domains::kind_of(domain).is_none())
        .map(|domain| domains::site(domain).to_owned())
        .filter(|site| is_shared_domain(site, user))
        .collect();
    let mut companies: HashMap<&str, Company> = HashMap::new();
    for event in events {
        if let Some(site) = caller(event) {
            companies.entry(site).or_default().count(event, user);
        }
    }
    for (site, company) in companies {
        // Whoever writes to a candidate may meet the user for other things, too.
        let often = || company.is_met_often() && !writes_to_candidate(events, site);
        if (company.repeats || often()) && !own.iter().any(|it| it == site) {
            own.push(site.to_owned());
        }
    }
    sort_by(&mut own, String::cmp);
    own
}

/// The company of whoever calls a meeting.
fn caller(event: &Event) -> Option<&str> {
    let email = event.organizer.as_ref()?.email.as_deref()?;
    let domain = domains::of_address(email)?;
    domains::kind_of(domain)
        .is_none()
        .then(|| domains::site(domain))
}

/// What meetings a company calls.
#[derive(Default)]
struct Company {
    /// One of them repeats.
    repeats: bool,
    /// How much they look like work.
    weight: usize,
    /// The days of those without a word about interviews.
    days: Vec<i64>,
}

impl Company {
    fn count(&mut self, event: &Event, user: &User) {
        self.repeats |= event.recurring;
        // Who is at work with somebody does not name them in a title.
        let first = user.name.split_whitespace().next().unwrap_or_default();
        let named = first.chars().count() > 2 && event.summary.contains(first);
        let weight = if named { 0 } else { likeness_to_work(event) };
        if weight > 0 {
            self.weight += weight;
            let start = event.when.start(&TimeZone::UTC);
            let day = start.as_second().div_euclid(86_400);
            if !self.days.contains(&day) {
                self.days.push(day);
            }
        }
    }

    /// The slots of one day may be those of an interview.
    const fn is_met_often(&self) -> bool {
        self.weight >= OWN_FROM && self.days.len() > 1
    }
}

/// How much a meeting's title looks like one at the user's own work; 0 if it may be an interview.
fn likeness_to_work(event: &Event) -> usize {
    let title = Reading::new(&event.summary);
    // Reviews and leaving talks are held with one's own people only.
    let has = |concepts: &[Concept]| concepts.iter().any(|it| title.has(*it));
    if has(&[Concept::Exit, Concept::Appraisal]) {
        return 4;
    }
    if has(&[
        Concept::JobInterview,
        Concept::Interview,
        Concept::Interviews,
        Concept::Step,
        Concept::WeakStep,
        Concept::Hiring,
        Concept::Onsite,
        Concept::Offer,
        Concept::Onboarding,
    ]) {
        return 0;
    }
    if has(&[Concept::Routine, Concept::Training, Concept::Commerce]) {
        return 4;
    }
    // Chats and calls come before an interview and after it, too.
    if title.has(Concept::Talk) { 1 } else { 2 }
}

fn writes_to_candidate(events: &[Event], site: &str) -> bool {
    events
        .iter()
        .filter(|event| caller(event) == Some(site))
        .any(|event| {
            let body = Reading::new(&event.description);
            body.has(Concept::ToCandidate)
                || body.has(Concept::Applicant)
                || body.has(Concept::Hiring)
        })
}

/// A domain that is the user's own name (`mira@miralund.example`) is no employer.
fn is_shared_domain(site: &str, user: &User) -> bool {
    let label = super::text::fold::squash(domains::label(site));
    let name = super::text::fold::squash(&user.name);
    let last = user
        .name
        .split_whitespace()
        .last()
        .map(super::text::fold::squash)
        .unwrap_or_default();
    name.is_empty()
        || !(label == name || label == last || (last.len() > 3 && label.contains(&last)))
}

/// What the first pass over all events shows to the second.
#[must_use]
pub(crate) fn surroundings(
    own: Vec<String>,
    events: &[Event],
    findings: &[Option<Finding>],
) -> Surroundings {
    let mut around = Surroundings {
        own,
        ..Surroundings::default()
    };
    let mut like = 0_u32;
    let mut hiring = 0_u32;
    for (event, finding) in events.iter().zip(findings) {
        let Some(finding) = finding else {
            continue;
        };
        if finding.interview_like {
            like += 1;
            hiring += u32::from(finding.direction == Direction::Interviewer);
        }
        if finding.direction == Direction::Candidate
            && finding.confidence >= SURE
            && finding.speaks_for_itself
        {
            for company in &finding.companies {
                if !around.own.contains(company) {
                    Known::tell(&mut around.hiring_domains, company, &event.uid);
                }
            }
            if let Some(employer) = &finding.employer {
                Known::tell(&mut around.employers, employer, &event.uid);
            }
        }
    }
    if like >= 3 {
        around.interviewer_share = f64::from(hiring) / f64::from(like);
    }
    around
}

/// Adds the employers of interviews that the last judgement found; whether there were any.
pub(crate) fn learn(
    around: &mut Surroundings,
    events: &[Event],
    assessments: &[Assessment],
) -> bool {
    let mut learned = false;
    for (event, one) in events.iter().zip(assessments) {
        // Hearsay does not spread: the event itself has to say that it is an interview.
        let sure = one.direction == Direction::Candidate
            && one.verdict.confidence >= SURE
            && speaks_for_itself(&one.verdict.reasons);
        if let Some(employer) = one.employer.as_ref().filter(|_| sure) {
            learned |= Known::tell(&mut around.employers, employer, &event.uid);
        }
    }
    learned
}

/// Whether an event shows by its own words that it is an interview.
#[must_use]
pub(crate) fn speaks_for_itself(reasons: &[Reason]) -> bool {
    const WORDS: [&str; 7] = [
        "title_job_interview",
        "title_interview",
        "title_step",
        "title_hiring",
        "speaks_to_candidate",
        "hiring_system",
        "body_interview",
    ];
    reasons.iter().any(|it| WORDS.contains(&it.code))
}

/// Takes out what is named all over the calendar: the subject of a conference, a present employer.
pub(crate) fn drop_everyday_names(around: &mut Surroundings, scenes: &[(Scene<'_>, bool)]) {
    around.employers.retain(|employer| {
        let named = scenes
            .iter()
            .filter(|(scene, _)| signals::mentions(&scene.title, &employer.name));
        let named = named.count();
        named < MANY || named * 5 < scenes.len()
    });
}

/// Domains of the people on an event, without the user's and infrastructure.
#[must_use]
pub(crate) fn companies(guests: &[guests::Guest]) -> Vec<String> {
    guests
        .iter()
        .filter(|guest| {
            guest.kind != GuestKind::User && guest.infrastructure != Some(Kind::FreeMail)
        })
        .filter_map(|guest| guest.company.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::signals::testing::{event, invited, user, who};

    #[test]
    fn repeating_meetings_show_the_own_employer() {
        let mut weekly = invited(event("Weekly"), who("Bo", "bo@work.example"), &[]);
        weekly.recurring = true;
        let once = invited(event("Interview"), who("Ann", "ann@acme.example"), &[]);
        assert_eq!(own_domains(&[weekly, once], &user()), ["work.example"]);
    }

    #[test]
    fn a_few_meetings_that_can_only_be_work_show_it_too() {
        let called = |title: &str, day: i64| {
            let mut it = invited(event(title), who("Bo", "bo@work.example"), &[]);
            it.when = crate::domain::calendar::event::When::Timed {
                start: jiff::Timestamp::from_second(1_790_000_000 + day * 86_400).unwrap(),
                end: jiff::Timestamp::from_second(1_790_003_600 + day * 86_400).unwrap(),
                zone: None,
            };
            it
        };
        let work = [called("Client call", 0), called("Stock list", 3)];
        assert_eq!(own_domains(&work, &user()), ["work.example"]);
        let slots = [called("Values", 0), called("Code", 0), called("Lunch", 0)];
        assert!(own_domains(&slots, &user()).is_empty());
        let talks = [called("Chat Mira", 0), called("Call Mira", 5)];
        assert!(own_domains(&talks, &user()).is_empty());
        let mut written = [called("Client call", 0), called("Stock list", 3)];
        written[1].description = "Thank you for your application".into();
        assert!(own_domains(&written, &user()).is_empty());
    }

    #[test]
    fn several_interviews_do_not_make_an_employer() {
        let events: Vec<_> = (0..6)
            .map(|_| {
                invited(
                    event("Onsite interview"),
                    who("Ann", "ann@acme.example"),
                    &[],
                )
            })
            .collect();
        assert!(own_domains(&events, &user()).is_empty());
    }

    #[test]
    fn work_addresses_count_and_private_ones_do_not() {
        let mut me = user();
        assert!(own_domains(&[], &me).is_empty());
        me.emails.push("mira@lund.example".into());
        assert!(own_domains(&[], &me).is_empty());
        me.emails.push("mlund@work.example".into());
        assert_eq!(own_domains(&[], &me), ["work.example"]);
    }
}

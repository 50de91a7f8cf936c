//! What the events of a calendar tell about each other: the user's own employer, the employers
//! that interview the user, and how often the user interviews others.

use std::collections::HashMap;

use super::{
    Direction, User,
    domains::{self, Kind},
    guests::{self, GuestKind},
    scene::Surroundings,
};
use crate::domain::{calendar::event::Event, ordering::sort_by};

/// Meetings of one company from which on it is taken for the user's own employer.
const OWN_FROM: usize = 4;

/// What one event showed in the first pass.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    /// Confidence of the first pass.
    pub(crate) confidence: f64,
    /// Side of the first pass.
    pub(crate) direction: Direction,
    /// It looked like an interview, whoever's.
    pub(crate) interview_like: bool,
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
    let mut counts: HashMap<String, usize> = HashMap::new();
    for event in events {
        let Some(organizer) = &event.organizer else {
            continue;
        };
        let Some(domain) = organizer.email.as_deref().and_then(domains::of_address) else {
            continue;
        };
        if domains::kind_of(domain).is_some() {
            continue;
        }
        let weight = if event.recurring {
            OWN_FROM
        } else {
            usize::from(!speaks_of_interviews(event))
        };
        *counts.entry(domains::site(domain).to_owned()).or_default() += weight;
    }
    for (site, count) in counts {
        if count >= OWN_FROM && !own.contains(&site) {
            own.push(site);
        }
    }
    sort_by(&mut own, String::cmp);
    own
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

fn speaks_of_interviews(event: &Event) -> bool {
    use super::text::{lexicon::Concept, reading::Reading};
    let title = Reading::new(&event.summary);
    [
        Concept::JobInterview,
        Concept::Interview,
        Concept::Interviews,
        Concept::Step,
        Concept::WeakStep,
        Concept::Hiring,
        Concept::Onsite,
    ]
    .iter()
    .any(|concept| title.has(*concept))
}

/// What the first pass over all events shows to the second.
#[must_use]
pub(crate) fn surroundings(own: Vec<String>, findings: &[Option<Finding>]) -> Surroundings {
    let mut around = Surroundings {
        own,
        ..Surroundings::default()
    };
    let mut like = 0_u32;
    let mut hiring = 0_u32;
    for finding in findings.iter().flatten() {
        if finding.interview_like {
            like += 1;
            hiring += u32::from(finding.direction == Direction::Interviewer);
        }
        if finding.direction == Direction::Candidate && finding.confidence >= 0.65 {
            for company in &finding.companies {
                if !around.own.contains(company) && !around.hiring_domains.contains(company) {
                    around.hiring_domains.push(company.clone());
                }
            }
            if let Some(employer) = &finding.employer
                && !around.employers.contains(employer)
            {
                around.employers.push(employer.clone());
            }
        }
    }
    if like >= 3 {
        around.interviewer_share = f64::from(hiring) / f64::from(like);
    }
    around
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

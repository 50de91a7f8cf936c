//! The user's own employer, as the calendar shows it, and who else calls something again and again.

use std::collections::HashMap;

use super::{
    User, domains,
    glance::{Glance, Glances},
    scene::day_of,
    text::{
        fold::squash,
        lexicon::{Concept, Concepts},
        reading::Reading,
    },
};
use crate::domain::{
    calendar::event::Event,
    ordering::{sort_by, sort_numbers},
};

/// So much do a company's meetings have to look like work that it is the user's own employer.
const OWN_FROM: usize = 5;

/// Who calls something on so many days is a club, a school or a shop to the user, and no company
/// that thinks about taking the user on.
const REGULAR_FROM: usize = 20;

/// The companies that a calendar has much of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Companies {
    /// Domains of the user's own employer.
    pub(crate) own: Vec<String>,
    /// Domains of those that call something again and again.
    pub(crate) regular: Vec<String>,
}

/// The user's own employer: the domain of the user's work address, and a company that holds
/// repeating meetings with the user or meets often without anything about interviews.
#[must_use]
pub(crate) fn companies_of(events: &[Event], glances: &Glances, user: &User) -> Companies {
    let mut own: Vec<String> = user
        .emails
        .iter()
        .filter_map(|email| domains::of_address(email))
        .filter(|domain| domains::kind_of(domain).is_none())
        .map(|domain| domains::site(domain).to_owned())
        .filter(|site| is_shared_domain(site, user))
        .collect();
    let has_work_address = !own.is_empty();
    let mut companies: HashMap<&str, Company> = HashMap::new();
    for (event, glance) in events.iter().zip(glances.all()) {
        if let Some(site) = calling_domain(event).and_then(company_of) {
            companies
                .entry(site)
                .or_default()
                .count(event, glance, user, has_work_address);
        }
    }
    let mut regular = Vec::new();
    for (site, company) in companies {
        if company.is_regular() {
            regular.push(site.to_owned());
        }
        // Whoever writes to a candidate may meet the user for other things, too.
        let often = || company.is_met_often() && !writes_to_candidate(events, site);
        if (company.repeats || often()) && !own.iter().any(|it| it == site) {
            own.push(site.to_owned());
        }
    }
    sort_by(&mut own, String::cmp);
    Companies { own, regular }
}

/// The domain of whoever calls a meeting.
fn calling_domain(event: &Event) -> Option<&str> {
    domains::of_address(event.organizer.as_ref()?.email.as_deref()?)
}

/// The company that a domain belongs to.
fn company_of(domain: &str) -> Option<&str> {
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
    /// The first day of those that look like work.
    day: Option<i64>,
    /// They are on several days.
    on_days: bool,
    /// The days of those without a word about interviews.
    days: Vec<i64>,
}

impl Company {
    fn count(&mut self, event: &Event, glance: &Glance, user: &User, has_work_address: bool) {
        self.repeats |= event.recurring;
        // Who is at work with somebody does not name them in a title.
        let first = user.name.split_whitespace().next().unwrap_or_default();
        let named = first.chars().count() > 2 && event.summary.contains(first);
        let work = likeness_to_work(glance.title);
        // Interviews make nobody a club.
        if work > 0 && !named {
            self.days.push(day_of(event));
        }
        let weight = match work {
            _ if named => 0,
            // An employer writes to its people at their addresses there.
            1..=2 if has_work_address && is_sent_elsewhere(event, user) => 0,
            weight => weight,
        };
        if weight > 0 {
            self.weight += weight;
            let day = day_of(event);
            self.on_days |= *self.day.get_or_insert(day) != day;
        }
    }

    fn is_regular(&self) -> bool {
        let mut days = self.days.clone();
        sort_numbers(&mut days);
        days.dedup();
        days.len() >= REGULAR_FROM
    }

    /// The slots of one day may be those of an interview.
    const fn is_met_often(&self) -> bool {
        self.weight >= OWN_FROM && self.on_days
    }
}

/// Whether the user is invited at an address of another company than the one that calls.
fn is_sent_elsewhere(event: &Event, user: &User) -> bool {
    let host = calling_domain(event).map(domains::site);
    let mut invited = event.attendees.iter().filter_map(|it| it.email.as_deref());
    invited.any(|email| {
        user.emails
            .iter()
            .any(|own| own.eq_ignore_ascii_case(email))
            && domains::of_address(email).map(domains::site) != host
    })
}

/// How much a meeting's title looks like one at the user's own work; 0 if it may be an interview.
fn likeness_to_work(title: Concepts) -> usize {
    // Reviews and leaving talks are held with one's own people only.
    if title.any(&[Concept::Exit, Concept::Appraisal]) {
        return 4;
    }
    if title.any(&[
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
    if title.any(&[Concept::Routine, Concept::Training, Concept::Commerce]) {
        return 4;
    }
    // Chats and calls come before an interview and after it, too.
    if title.has(Concept::Talk) { 1 } else { 2 }
}

fn writes_to_candidate(events: &[Event], site: &str) -> bool {
    let mut called = events
        .iter()
        .filter(|event| calling_domain(event).and_then(company_of) == Some(site));
    called.any(|event| {
        Reading::new(&event.description).meanings().any(&[
            Concept::ToCandidate,
            Concept::Applicant,
            Concept::Hiring,
        ])
    })
}

/// A domain that is the user's own name (`mira@miralund.example`) is no employer.
fn is_shared_domain(site: &str, user: &User) -> bool {
    let label = squash(domains::label(site));
    let name = squash(&user.name);
    let last = user
        .name
        .split_whitespace()
        .last()
        .map(squash)
        .unwrap_or_default();
    name.is_empty()
        || !(label == name || label == last || (last.len() > 3 && label.contains(&last)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::signals::testing::{event, invited, user, who};

    fn own_domains(events: &[Event], user: &User) -> Vec<String> {
        companies_of(events, &Glances::of(events, user), user).own
    }

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

    #[test]
    fn who_writes_to_a_private_address_is_no_employer_where_the_own_is_known() {
        let called = |title: &str, day: i64| {
            let mut it = invited(event(title), who("Bo", "bo@search.example"), &[]);
            it.when = crate::domain::calendar::event::When::Timed {
                start: jiff::Timestamp::from_second(1_790_000_000 + day * 86_400).unwrap(),
                end: jiff::Timestamp::from_second(1_790_003_600 + day * 86_400).unwrap(),
                zone: None,
            };
            it
        };
        let met = [
            called("Acme day", 0),
            called("Acme board", 3),
            called("Acme tour", 5),
        ];
        assert_eq!(own_domains(&met, &user()), ["search.example"]);
        let employed = User {
            emails: vec!["mira.lund@gmail.com".into(), "mira@work.example".into()],
            ..user()
        };
        assert_eq!(own_domains(&met, &employed), ["work.example"]);
    }

    #[test]
    fn who_calls_something_on_many_days_is_regular() {
        let evening = |day: i64| {
            let mut it = invited(
                event("Windows of tomorrow"),
                who("", "hi@club.example"),
                &[],
            );
            it.uid = day.to_string();
            it.when = crate::domain::calendar::event::When::Timed {
                start: jiff::Timestamp::from_second(1_790_000_000 + day * 86_400).unwrap(),
                end: jiff::Timestamp::from_second(1_790_003_600 + day * 86_400).unwrap(),
                zone: None,
            };
            it
        };
        let regular = |events: &[Event]| {
            let user = user();
            companies_of(events, &Glances::of(events, &user), &user).regular
        };
        let evenings: Vec<Event> = (0..20).map(|it| evening(it * 30)).collect();
        assert_eq!(regular(&evenings), ["club.example"]);
        assert!(regular(&evenings[1..]).is_empty());
        // The slots of one day are one day.
        let slots: Vec<Event> = (0..40).map(|it| evening(it % 5)).collect();
        assert!(regular(&slots).is_empty());
    }
}

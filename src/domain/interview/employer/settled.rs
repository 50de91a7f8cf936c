//! One name for one company in a calendar: what an event knows by a domain alone, as another writes it.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::{
    super::{
        Assessment, User, domains,
        scene::{Scene, Surroundings},
    },
    labels,
};
use crate::domain::calendar::event::Event;

/// How often a company of a domain is written by each name.
type Written = BTreeMap<String, BTreeMap<String, usize>>;

/// Gives employers that are known by their domain alone (`Kestrelharbour`) the name by which other
/// events with the same domain write them (`Kestrel Harbour Bank`).
pub(crate) fn settle(
    events: &[Event],
    assessments: &mut [Assessment],
    around: &Surroundings,
    user: &User,
    home: &TimeZone,
) {
    let mut written = Written::new();
    let mut unwritten: Vec<(usize, Vec<String>)> = Vec::new();
    for (at, (event, one)) in events.iter().zip(assessments.iter()).enumerate() {
        let Some(employer) = &one.employer else {
            continue;
        };
        let scene = Scene::new(event, user, home);
        let mut labels = labels(&scene, around);
        labels.retain(|label| domains::label_fits(employer, label));
        if labels.is_empty() {
            continue;
        }
        let texts = [&scene.title, &scene.place, &scene.body];
        if texts
            .iter()
            .any(|it| it.original().contains(employer.as_str()))
        {
            for label in labels {
                let names = written.entry(label).or_default();
                *names.entry(employer.clone()).or_default() += 1;
            }
        } else {
            unwritten.push((at, labels));
        }
    }
    for (at, labels) in unwritten {
        let names = labels.iter().find_map(|label| written.get(label));
        let best = names.and_then(|names| {
            names
                .iter()
                .max_by_key(|(name, count)| (**count, name.len()))
        });
        if let (Some((name, _)), Some(one)) = (best, assessments.get_mut(at)) {
            one.employer = Some(name.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::{
        assessment::assess,
        signals::testing::{event, invited, user, who},
    };

    fn from(title: &str, body: &str, email: &str) -> Event {
        let mut event = invited(event(title), who("", email), &[]);
        event.description = body.to_owned();
        event
    }

    fn employers(events: &[Event]) -> Vec<Option<String>> {
        let all = assess(events, &user(), &TimeZone::UTC);
        all.into_iter().map(|it| it.employer).collect()
    }

    #[test]
    fn a_company_has_the_name_that_the_calendar_writes() {
        let events = [
            from("Interview with the CTO", "", "ann@kestrelharbour.example"),
            from(
                "Interview with Kestrel Harbour Bank",
                "",
                "bob@kestrelharbour.example",
            ),
            from("Final interview", "", "cy@orchidwharf.example"),
        ];
        let found = employers(&events);
        assert_eq!(found[0].as_deref(), Some("Kestrel Harbour Bank"));
        assert_eq!(found[1].as_deref(), Some("Kestrel Harbour Bank"));
        assert_eq!(found[2].as_deref(), Some("Orchidwharf"));
    }

    #[test]
    fn a_name_that_the_event_writes_itself_stays() {
        let events = [
            from("Interview at Kestrel", "", "ann@kestrel.example"),
            from("Interview at Kestrel Foods", "", "bob@kestrel.example"),
        ];
        let found = employers(&events);
        assert_eq!(found[0].as_deref(), Some("Kestrel"));
        assert_eq!(found[1].as_deref(), Some("Kestrel Foods"));
    }
}

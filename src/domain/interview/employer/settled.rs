//! One name for one company in a calendar: what an event knows by a domain alone, as another writes it.

use std::collections::BTreeMap;

use super::{
    super::{
        Assessment, domains,
        scene::{Scene, Surroundings},
    },
    labels,
};

/// How often a company of a domain is written by each name.
type Written = BTreeMap<String, BTreeMap<String, usize>>;

/// The names of companies, as the events of a calendar write them.
#[derive(Debug, Default)]
pub(crate) struct Spellings {
    written: Written,
    /// The same by names in a script that domains are not written in.
    in_own_script: Written,
    unwritten: Vec<(usize, Vec<String>)>,
}

impl Spellings {
    /// Notes how event number `at` writes its `employer`.
    pub(crate) fn add(
        &mut self,
        at: usize,
        scene: &Scene<'_>,
        around: &Surroundings,
        employer: &str,
    ) {
        let mut labels = labels(scene, around);
        let texts = [&scene.title, &scene.place, &scene.body];
        let is_written = texts.iter().any(|it| it.original().contains(employer));
        let latin = employer.chars().any(|it| it.is_ascii_alphabetic());
        if let ([label], false, true) = (labels.as_slice(), latin, is_written) {
            let names = self.in_own_script.entry(label.clone()).or_default();
            *names.entry(employer.to_owned()).or_default() += 1;
            return;
        }
        labels.retain(|label| domains::label_fits(employer, label));
        if labels.is_empty() {
            return;
        }
        if is_written {
            for label in labels {
                let names = self.written.entry(label).or_default();
                *names.entry(employer.to_owned()).or_default() += 1;
            }
        } else {
            self.unwritten.push((at, labels));
        }
    }

    /// Gives employers that are known by their domain alone (`Kestrelharbour`) the name by which
    /// other events with the same domain write them (`Kestrel Harbour Bank`, `港設計室`).
    pub(crate) fn settle(self, assessments: &mut [Assessment]) {
        for (at, labels) in self.unwritten {
            let names = labels.iter().find_map(|label| self.written.get(label));
            let often = |it: &(&String, &usize)| (*it.1, it.0.len());
            // An agency has several clients; a company, one name.
            let own = || {
                let mut names = labels.iter().filter_map(|it| self.in_own_script.get(it));
                names.find(|it| it.len() == 1)
            };
            let names = names.or_else(own);
            let best = names.and_then(|names| names.iter().max_by_key(often));
            if let (Some((name, _)), Some(one)) = (best, assessments.get_mut(at)) {
                one.employer = Some(name.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use crate::domain::{
        calendar::event::Event,
        interview::{
            assessment::assess,
            signals::testing::{event, invited, user, who},
        },
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
    fn a_company_has_the_name_of_its_own_script() {
        let events = [
            from("一次面接のご案内", "", "ann@minatosekkei.example"),
            from("二次面接（ミナト工務店）", "", "ann@minatosekkei.example"),
            from("面接のご案内", "", "bo@kagayaki-jinzai.example"),
            from("面接（ミドリ商事）", "", "bo@kagayaki-jinzai.example"),
            from("面接（すみれ工業）", "", "bo@kagayaki-jinzai.example"),
        ];
        let found = employers(&events);
        assert_eq!(found[0].as_deref(), Some("ミナト工務店"));
        assert_eq!(found[1].as_deref(), Some("ミナト工務店"));
        assert_eq!(found[2].as_deref(), Some("Kagayaki Jinzai"));
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

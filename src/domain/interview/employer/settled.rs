//! One name for one company in a calendar: what an event knows by a domain alone, as another writes it.

use std::collections::BTreeMap;

use super::{
    super::{
        Assessment, domains,
        names::{self, Likeness},
        scene::{Scene, Surroundings},
        text::{lexicon::Concept, reading::Reading},
    },
    labels,
    spelled::is_agency,
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
        let sender = scene.event.organizer.as_ref();
        let sender = sender.and_then(|it| it.name.as_deref());
        let is_written = texts.iter().any(|it| it.original().contains(employer))
            || employer.contains(' ') && sender.is_some_and(|it| it.contains(employer));
        if let ([label], true) = (labels.as_slice(), is_written)
            && is_in_other_script(employer)
            && !is_agency(label)
        {
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
            // Who arranges for others has several clients; a company, one name.
            let own = || {
                let mut names = labels.iter().filter_map(|it| self.in_own_script.get(it));
                let is_sure =
                    |(name, times): (&String, &usize)| *times > 1 || is_organisation(name);
                names.find(|it| it.len() == 1 && it.iter().all(is_sure))
            };
            let names = names.or_else(own);
            let best = names.and_then(|names| names.iter().max_by_key(often));
            if let (Some((name, _)), Some(one)) = (best, assessments.get_mut(at)) {
                one.employer = Some(name.clone());
            }
        }
    }
}

/// Whether a name is written in letters that domains do not have, and is nobody's own.
fn is_in_other_script(name: &str) -> bool {
    let other = |c: char| c > '\u{036F}';
    name.chars().filter(|c| c.is_alphabetic()).all(other)
        && (is_organisation(name) || names::likeness(name) == Likeness::No)
}

fn is_organisation(name: &str) -> bool {
    let org = [Concept::OrgWord, Concept::LegalForm];
    Reading::new(name).meanings().any(&org)
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
            from("面接（ミドリ工務店）", "", "bo@kagayaki-jinzai.example"),
            from("面接のご案内", "", "cy@lumenworks.example"),
            from("面接 田中", "", "cy@lumenworks.example"),
        ];
        let found = employers(&events);
        assert_eq!(found[0].as_deref(), Some("ミナト工務店"));
        assert_eq!(found[1].as_deref(), Some("ミナト工務店"));
        assert_eq!(found[2].as_deref(), Some("Kagayaki Jinzai"));
        assert_eq!(found[4].as_deref(), Some("Lumenworks"));
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

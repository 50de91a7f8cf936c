//! A first look at every event: enough to tell most of them from anything about a job, and cheap.
//!
//! It keeps no text: the words of a big calendar would fill the memory. Where it is in doubt it
//! says that an event may be worth reading.

use super::{
    User, correction,
    domains::{self, Kind},
    scene::{self, Known, TITLE_CONCEPTS},
    signals,
    text::{
        lexicon::{Concept, Concepts, hash::number},
        links,
        reading::Reading,
    },
};
use crate::domain::{calendar::event::Event, ordering::sort_numbers};

/// What was seen of one event.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glance {
    /// Meanings of SUMMARY.
    pub(crate) title: Concepts,
    /// Whether something may speak of an interview or a job.
    pub(crate) may_be_worth: bool,
    /// Whether the title may be longer than SUMMARY, by what a scheduler wrote below.
    longer_title: bool,
    /// Where the words of its title end in [`Glances::words`].
    end: usize,
}

/// What was seen of all events.
#[derive(Debug, Default)]
pub(crate) struct Glances {
    list: Vec<Glance>,
    /// The words of all titles, as numbers; two words may have the same.
    words: Vec<u32>,
}

impl Glances {
    /// Looks at all events.
    #[must_use]
    pub(crate) fn of(events: &[Event], user: &User) -> Self {
        let mut all = Self::default();
        let (mut title, mut body) = (Reading::default(), Reading::default());
        for event in events {
            title.read(&event.summary);
            let words = 0..title.tokens.len();
            all.words
                .extend(words.map(|at| number(title.word(at).as_bytes())));
            let longer_title = scene::may_name_meeting(event);
            all.list.push(Glance {
                title: title.meanings(),
                may_be_worth: longer_title
                    || may_be_worth(event, title.meanings(), user)
                    || body.speaks_of_job(&event.description),
                longer_title,
                end: all.words.len(),
            });
        }
        all
    }

    /// One for each event, in their order.
    #[must_use]
    pub(crate) fn all(&self) -> &[Glance] {
        &self.list
    }

    /// For each event, in their order, the meanings of its title and its words as numbers.
    pub(crate) fn titles(&self) -> impl Iterator<Item = (Concepts, &[u32])> {
        let mut start = 0;
        self.list.iter().map(move |glance| {
            let words = self.words.get(start..glance.end).unwrap_or_default();
            start = glance.end;
            (glance.title, words)
        })
    }

    /// The events whose titles may name one of `employers`, by their places in order.
    #[must_use]
    pub(crate) fn naming(&self, employers: &[Known]) -> Vec<usize> {
        let mut telling: Vec<i64> = employers
            .iter()
            .flat_map(|it| signals::telling_words(&it.name))
            .map(|it| i64::from(number(it.as_bytes())))
            .collect();
        if telling.is_empty() {
            return Vec::new();
        }
        sort_numbers(&mut telling);
        let tells = |it: &u32| telling.binary_search(&i64::from(*it)).is_ok();
        let mut start = 0;
        let mut naming = Vec::new();
        for (at, glance) in self.list.iter().enumerate() {
            let words = self.words.get(start..glance.end).unwrap_or_default();
            if glance.longer_title || words.iter().any(tells) {
                naming.push(at);
            }
            start = glance.end;
        }
        naming
    }
}

/// No for an event of which [`scene::Scene::is_worth_judging`] says no; it may say yes in vain.
fn may_be_worth(event: &Event, title: Concepts, user: &User) -> bool {
    title.any(&TITLE_CONCEPTS)
        || title.has(Concept::Talk) && event.summary.contains('@')
        || event.attendees.len() < 2 && scene::may_be_talk_about_role(title)
        || scene::may_be_private_invitation(event, user)
        || scene::has_pair_mark(&event.summary)
        || sent_by_job_market(event)
        || links_to_job_market(event)
        || correction::closest(&user.corrections, event).is_some()
}

fn is_job_market(domain: &str) -> bool {
    matches!(
        domains::kind_of(domain),
        Some(Kind::HiringSystem | Kind::JobBoard)
    )
}

fn sent_by_job_market(event: &Event) -> bool {
    let organizer = event.organizer.as_ref();
    let email = organizer.and_then(|it| it.email.as_deref());
    email
        .and_then(domains::of_address)
        .is_some_and(is_job_market)
}

fn links_to_job_market(event: &Event) -> bool {
    scene::links_of(event).any(|link| is_job_market(links::host(link)))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::{calendar::ics::Reader, interview::scene::Scene};

    /// The project's labelled calendars: their events, and the employers that the labels name.
    fn calendars() -> Vec<(Vec<Event>, Vec<String>)> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/interviews");
        let files = std::fs::read_dir(folder)
            .unwrap()
            .map(|it| it.unwrap().path());
        files
            .filter(|it| it.extension().is_some_and(|it| it == "ics"))
            .map(|path| {
                let mut reader = Reader::new(TimeZone::UTC);
                reader.push(&std::fs::read(&path).unwrap());
                let labels = std::fs::read_to_string(path.with_extension("labels.json")).unwrap();
                let named = labels
                    .lines()
                    .filter_map(|it| it.trim().strip_prefix("\"company\": \""))
                    .filter_map(|it| it.split('"').next().map(str::to_owned))
                    .collect();
                (reader.finish().components(), named)
            })
            .collect()
    }

    #[test]
    fn nothing_worth_judging_is_passed_over() {
        let user = User::default();
        let mut passed_over = 0;
        for (events, _) in calendars() {
            let glances = Glances::of(&events, &user);
            for (event, glance) in events.iter().zip(glances.all()) {
                let worth = Scene::new(event, &user, &TimeZone::UTC).is_worth_judging();
                assert!(glance.may_be_worth || !worth, "{}", event.summary);
                passed_over += usize::from(!glance.may_be_worth);
            }
        }
        assert!(
            passed_over > 300,
            "{passed_over}: it looks at everything twice"
        );
    }

    #[test]
    fn odd_texts_are_not_passed_over() {
        let user = User::default();
        let mut worth = 0;
        let (calendars, beside) = (
            calendars(),
            ["", "é@ü ", "\u{301} ", "ｘ", "ana@acme.example, "],
        );
        for event in calendars.iter().flat_map(|it| &it.0).step_by(7) {
            let mut event = event.clone();
            // What its title says stands somewhere in its description.
            let title = std::mem::take(&mut event.summary);
            for before in beside {
                event.description = format!("{before}{title} {}", event.location);
                let glances = Glances::of(std::slice::from_ref(&event), &user);
                let scene = Scene::new(&event, &user, &TimeZone::UTC);
                let may_be_worth = glances.all()[0].may_be_worth;
                assert!(
                    may_be_worth || !scene.is_worth_judging(),
                    "{}",
                    event.description
                );
                worth += usize::from(may_be_worth);
            }
        }
        assert!(worth > 300, "{worth}");
    }

    #[test]
    fn titles_that_name_an_employer_are_found() {
        let user = User::default();
        let mut found = 0;
        for (events, employers) in calendars() {
            let glances = Glances::of(&events, &user);
            for name in employers {
                let known = Known::new(&name, 0, "another");
                let naming = glances.naming(std::slice::from_ref(&known));
                for (at, event) in events.iter().enumerate() {
                    let scene = Scene::new(event, &user, &TimeZone::UTC);
                    if signals::mentions(&scene.title, &known.name) {
                        assert!(naming.contains(&at), "{} in {}", known.name, event.summary);
                        found += 1;
                    }
                }
            }
        }
        assert!(found > 300, "{found}");
    }
}

//! The texts of many occurrences: decoded once, and held once.

use std::collections::HashMap;

use super::Calendar;
use crate::domain::{
    calendar::{event::Event, ics::occurrences::Occurrence},
    ordering::sort_by_number,
};

impl Calendar {
    /// The events that take place, in the order given.
    #[must_use]
    pub fn events(&self, occurrences: &[Occurrence]) -> Vec<Event> {
        // The occurrences of a series share their text, which is decoded once.
        let mut decoded: HashMap<usize, Event> = HashMap::new();
        let event = |occurrence: &Occurrence| {
            if !occurrence.recurring() {
                return self.event(occurrence);
            }
            let known = decoded.entry(occurrence.component());
            let mut event = known.or_insert_with(|| self.event(occurrence)).clone();
            self.place(&mut event, occurrence);
            event
        };
        occurrences.iter().map(event).collect()
    }

    /// Like [`Calendar::events`], and lets go of each text when it is decoded: afterwards the
    /// calendar knows of times alone. So a big calendar does not lie in memory twice.
    #[must_use]
    pub fn take_events(&mut self, occurrences: &[Occurrence]) -> Vec<Event> {
        let mut in_file: Vec<(usize, &Occurrence)> = occurrences.iter().enumerate().collect();
        sort_by_number(&mut in_file, |(_, it)| i64::from(it.number()));
        let mut events: Vec<(usize, Event)> = Vec::with_capacity(occurrences.len());
        let mut before = None;
        for (place, occurrence) in in_file {
            let again = events
                .last()
                .filter(|_| before == Some(occurrence.component()));
            let event = match again {
                Some((_, event)) => {
                    let mut event = event.clone();
                    self.place(&mut event, occurrence);
                    event
                }
                None => self.event(occurrence),
            };
            events.push((place, event));
            before = Some(occurrence.component());
            if let Some(component) = self.components.get(occurrence.component()) {
                self.store.free_before(component.text.block);
            }
        }
        self.store.free_before(u32::MAX);
        sort_by_number(&mut events, |(place, _)| {
            i64::try_from(*place).unwrap_or(i64::MAX)
        });
        events.into_iter().map(|(_, event)| event).collect()
    }

    /// The events at `occurrences`, with the texts of `known`, which are those at `known_at`: for
    /// more occurrences of the same events, when the calendar's own texts were taken.
    #[must_use]
    pub fn events_like(
        &self,
        known: Vec<Event>,
        known_at: &[Occurrence],
        occurrences: &[Occurrence],
    ) -> Vec<Event> {
        let of = known_at.iter().map(Occurrence::component);
        let mut texts: HashMap<usize, Event> = of.zip(known).collect();
        let mut placed: HashMap<usize, usize> = HashMap::new();
        let mut events: Vec<Event> = Vec::with_capacity(occurrences.len());
        for occurrence in occurrences {
            let component = occurrence.component();
            let known = texts.remove(&component).or_else(|| {
                let first = placed.get(&component)?;
                events.get(*first).cloned()
            });
            let Some(mut event) = known else {
                continue;
            };
            self.place(&mut event, occurrence);
            placed.entry(component).or_insert(events.len());
            events.push(event);
        }
        events
    }
}

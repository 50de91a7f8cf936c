//! Reading and judging a calendar in separate steps, for `build.sh bench` only.

use jiff::{SignedDuration, tz::TimeZone};

pub use crate::domain::calendar::ics::Window;
use crate::domain::{
    calendar::{
        event::Event,
        ics::{Calendar, Reader},
    },
    interview::{self, User},
};

/// A calendar being read, then asked.
#[derive(Debug)]
pub struct Measured {
    zone: TimeZone,
    reader: Option<Reader>,
    calendar: Option<Calendar>,
    events: Vec<Event>,
}

impl Measured {
    /// Keeps the text of two years before the window and of one after, as a scan does.
    #[must_use]
    pub fn new(zone: TimeZone, window: Window) -> Self {
        let year = SignedDuration::from_hours(366 * 24);
        let keep = Window {
            from: window.from.saturating_sub(year * 2).unwrap_or(window.from),
            until: window.from.saturating_add(year).unwrap_or(window.until),
        };
        Self {
            reader: Some(Reader::within(zone.clone(), keep)),
            zone,
            calendar: None,
            events: Vec::new(),
        }
    }

    /// Keeps the text of every event: for judging them all.
    #[must_use]
    pub fn whole(zone: TimeZone) -> Self {
        Self {
            reader: Some(Reader::new(zone.clone())),
            zone,
            calendar: None,
            events: Vec::new(),
        }
    }

    /// Takes the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        if let Some(reader) = &mut self.reader {
            reader.push(bytes);
        }
    }

    /// Ends the file.
    pub fn finish(&mut self) {
        self.calendar = self.reader.take().map(Reader::finish);
    }

    /// How many occurrences a window has.
    #[must_use]
    pub fn occurrences(&self, window: Window) -> usize {
        self.calendar.as_ref().map_or(0, |it| {
            let (found, _) = it.occurrences_in(window);
            // As the peers count: without those that began before.
            found.iter().filter(|it| it.start() >= window.from).count()
        })
    }

    /// Decodes every event; how many.
    pub fn decode(&mut self) -> usize {
        self.events = self
            .calendar
            .as_ref()
            .map(Calendar::components)
            .unwrap_or_default();
        self.events.len()
    }

    /// Judges every decoded event; how many.
    #[must_use]
    pub fn judge(&self) -> usize {
        let user = User {
            name: String::from("Jordan Reyes"),
            emails: vec![String::from("jordan@example.org")],
            ..User::default()
        };
        interview::assess(&self.events, &user, &self.zone).len()
    }
}

//! Zones of one file: the TZIDs that its times use and the VTIMEZONEs it brings along.

use std::{collections::HashMap, sync::Arc};

use jiff::tz::TimeZone;

use crate::domain::calendar::zone::{
    Zone,
    observed::{Observance, Observed},
};

use super::{
    component::ZoneRef,
    problem::{ProblemKind, Problems},
};

/// A VTIMEZONE as read.
#[derive(Debug, Default)]
pub(super) struct Definition {
    pub(super) line: u32,
    pub(super) name: Vec<u8>,
    /// X-LIC-LOCATION or X-MICROSOFT-CDO-TZID: another name for the same zone.
    pub(super) alias: Option<String>,
    pub(super) observances: Vec<Observance>,
}

/// One TZID used by a time.
#[derive(Debug)]
struct Used {
    object: u32,
    name: Vec<u8>,
    line: u32,
}

/// What one VCALENDAR says about all its events.
#[derive(Debug, Default)]
pub(super) struct Object {
    /// X-WR-TIMEZONE and its line.
    pub(super) floating: Option<(u32, Vec<u8>)>,
    pub(super) cancels: bool,
}

/// Names and definitions while reading.
#[derive(Debug, Default)]
pub(super) struct Names {
    used: Vec<Used>,
    /// Index into `used` by name, for the present VCALENDAR.
    known: HashMap<Vec<u8>, u32>,
    last: Option<u32>,
    pub(super) definitions: Vec<(u32, Definition)>,
}

impl Names {
    pub(super) fn next_object(&mut self) {
        self.known.clear();
        self.last = None;
    }

    pub(super) fn reference(&mut self, object: u32, line: u32, name: &[u8]) -> ZoneRef {
        let name = name.trim_ascii();
        let matches = |index: &u32| {
            self.used
                .get(*index as usize)
                .is_some_and(|used| used.name == name)
        };
        if let Some(index) = self.last.filter(matches) {
            return ZoneRef(index);
        }
        if name.is_empty() {
            return ZoneRef::FLOATING;
        }
        let index = self.known.get(name).copied().unwrap_or_else(|| {
            let index = u32::try_from(self.used.len()).unwrap_or(0);
            self.used.push(Used {
                object,
                name: name.to_vec(),
                line,
            });
            self.known.insert(name.to_vec(), index);
            index
        });
        self.last = Some(index);
        ZoneRef(index)
    }

    /// Resolves every name that was used; what is unknown becomes `home` and a problem.
    pub(super) fn resolve(
        self,
        objects: &[Object],
        home: &TimeZone,
        problems: &mut Problems,
    ) -> Zones {
        let home = Zone::Named(home.clone(), None).indexed();
        let floating = objects
            .iter()
            .enumerate()
            .map(|(object, said)| {
                let Some((line, name)) = &said.floating else {
                    return home.clone();
                };
                let found = self.find(object, name, *line, problems);
                found.map_or_else(|| home.clone(), Zone::indexed)
            })
            .collect();
        let named = self
            .used
            .iter()
            .map(|used| {
                let found = self.find(used.object as usize, &used.name, used.line, problems);
                found.map_or_else(|| home.clone(), Zone::indexed)
            })
            .collect();
        Zones {
            named,
            floating,
            home,
            utc: Zone::Fixed(0),
        }
    }

    /// An IANA name is believed before the file's own definition, which may be cut down to one year;
    /// any other name means what the file defines.
    fn find(&self, object: usize, name: &[u8], line: u32, problems: &mut Problems) -> Option<Zone> {
        let text = String::from_utf8_lossy(name);
        let by_name = Zone::by_name(&text);
        let iana = by_name.as_ref().and_then(Zone::iana);
        if iana.is_some_and(|iana| text.eq_ignore_ascii_case(iana)) {
            return by_name;
        }
        let definition = self.definition(object, name);
        let alias = definition
            .and_then(|definition| definition.alias.as_deref())
            .and_then(Zone::by_name);
        if let Some(definition) = definition {
            if let Some(observed) = Observed::new(&definition.observances) {
                let label = iana.or_else(|| alias.as_ref().and_then(Zone::iana));
                return Some(Zone::Observed(Arc::new(observed), label.map(str::to_owned)));
            }
            problems.add(definition.line, ProblemKind::BadZone, name);
        }
        let found = by_name.or(alias);
        if found.is_none() {
            problems.add(line, ProblemKind::UnknownZone, name);
        }
        found
    }

    /// The definition in the same VCALENDAR, else in any (merged files keep only the first).
    fn definition(&self, object: usize, name: &[u8]) -> Option<&Definition> {
        let named = || {
            self.definitions
                .iter()
                .filter(|(_, definition)| definition.name == name)
        };
        named()
            .find(|(at, _)| *at as usize == object)
            .or_else(|| named().next())
            .map(|(_, definition)| definition)
    }
}

/// The zones of a file, resolved.
#[derive(Debug)]
pub(super) struct Zones {
    named: Vec<Zone>,
    floating: Vec<Zone>,
    home: Zone,
    utc: Zone,
}

impl Zones {
    pub(super) fn get(&self, zone: ZoneRef, object: u32) -> &Zone {
        match zone {
            ZoneRef::UTC => &self.utc,
            ZoneRef::FLOATING => self.floating(object),
            ZoneRef(index) => self.named.get(index as usize).unwrap_or(&self.home),
        }
    }

    /// The zone of times without one: X-WR-TIMEZONE, else the user's.
    pub(super) fn floating(&self, object: u32) -> &Zone {
        self.floating.get(object as usize).unwrap_or(&self.home)
    }

    /// The user's zone.
    pub(super) const fn home(&self) -> &Zone {
        &self.home
    }
}

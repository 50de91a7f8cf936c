//! Zones of one file: the TZIDs that its times use and the VTIMEZONEs it brings along.

use std::{cell::Cell, collections::HashMap, rc::Rc};

use jiff::tz::TimeZone;

use crate::domain::calendar::zone::{
    Zone,
    observed::{self, Observed},
};

use super::{
    component::ZoneRef,
    definitions::Definition,
    problem::{ProblemKind, Problems},
};

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
    /// The parameters that named a zone last, and that zone: the next time mostly has the same.
    params: Option<(Vec<u8>, ZoneRef)>,
    /// By name, each with the VCALENDAR it is in, in file order.
    definitions: HashMap<Vec<u8>, Vec<(u32, Definition)>>,
}

impl Names {
    pub(super) fn next_object(&mut self) {
        self.known.clear();
        self.last = None;
        self.params = None;
    }

    /// The zone of a local time with these parameters, if they are the ones kept.
    pub(super) fn of_params(&self, params: &[u8]) -> Option<ZoneRef> {
        let kept = self.params.as_ref().filter(|(kept, _)| kept == params);
        kept.map(|(_, zone)| *zone)
    }

    /// Keeps what a local time's parameters said.
    pub(super) fn keep_params(&mut self, params: &[u8], zone: ZoneRef) {
        let (kept, of) = self.params.get_or_insert_with(|| (Vec::new(), zone));
        kept.clear();
        kept.extend_from_slice(params);
        *of = zone;
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

    /// Adds a definition, unless the last of that name says the same: merged files repeat it for
    /// every event.
    pub(super) fn define(&mut self, object: u32, definition: Definition) {
        let same = self.definitions.entry(definition.name.clone()).or_default();
        if same
            .last()
            .is_none_or(|(_, last)| !last.says_the_same(&definition))
        {
            same.push((object, definition));
        }
    }

    /// Resolves every name that was used; what is unknown becomes `home` and a problem.
    pub(super) fn resolve(
        &self,
        objects: &[Object],
        home: &TimeZone,
        problems: &mut Problems,
    ) -> Zones {
        let home = Zone::Named(home.clone(), None).indexed();
        let mut known: HashMap<(&[u8], usize), Option<Zone>> = HashMap::new();
        let effort = Cell::new(observed::EFFORT);
        let mut resolve = |object: u32, name, line| -> Option<Zone> {
            let position = self.position(object, name);
            let find = || {
                let found = self.find((position, name), line, &effort, problems);
                found.map(Zone::indexed)
            };
            known.entry((name, position)).or_insert_with(find).clone()
        };
        let floating = (0_u32..)
            .zip(objects)
            .map(|(object, said)| match &said.floating {
                Some((line, name)) => resolve(object, name.as_slice(), *line),
                None => Some(home.clone()),
            })
            .collect();
        let named = self
            .used
            .iter()
            .map(|used| resolve(used.object, &used.name, used.line))
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
    fn find(
        &self,
        (position, name): (usize, &[u8]),
        line: u32,
        effort: &Cell<i64>,
        problems: &mut Problems,
    ) -> Option<Zone> {
        let text = String::from_utf8_lossy(name);
        let by_name = Zone::by_name(&text);
        let iana = by_name.as_ref().and_then(Zone::iana);
        if iana.is_some_and(|iana| text.eq_ignore_ascii_case(iana)) {
            return by_name;
        }
        let definition = self.definition(position, name);
        let alias = definition
            .and_then(|definition| definition.alias.as_deref())
            .and_then(Zone::by_name);
        if let Some(definition) = definition {
            if let Some(observed) = Observed::new(&definition.observances, effort) {
                let label = iana.or_else(|| alias.as_ref().and_then(Zone::iana));
                return Some(Zone::Observed(Rc::new(observed), label.map(str::to_owned)));
            }
            problems.add(definition.line, ProblemKind::BadZone, name);
        }
        let found = by_name.or(alias);
        if found.is_none() {
            problems.add(line, ProblemKind::UnknownZone, name);
        }
        found
    }

    /// Which definition a VCALENDAR means: the last at or before it, else the first of all.
    fn position(&self, object: u32, name: &[u8]) -> usize {
        let same = self
            .definitions
            .get(name)
            .map(Vec::as_slice)
            .unwrap_or_default();
        same.partition_point(|(at, _)| *at <= object)
            .saturating_sub(1)
    }

    fn definition(&self, position: usize, name: &[u8]) -> Option<&Definition> {
        let same = self.definitions.get(name)?;
        same.get(position).map(|(_, definition)| definition)
    }
}

/// The zones of a file, resolved; `None` is unknown, and read as the user's.
#[derive(Debug)]
pub(super) struct Zones {
    named: Vec<Option<Zone>>,
    floating: Vec<Option<Zone>>,
    home: Zone,
    utc: Zone,
}

impl Zones {
    pub(super) fn get(&self, zone: ZoneRef, object: u32) -> &Zone {
        match zone {
            ZoneRef::UTC => &self.utc,
            ZoneRef::FLOATING => self.floating(object),
            ZoneRef(index) => self
                .named
                .get(index as usize)
                .and_then(Option::as_ref)
                .unwrap_or(&self.home),
        }
    }

    /// Whether a time was read in the user's zone for want of a better one.
    pub(super) fn is_assumed(&self, zone: ZoneRef, object: u32) -> bool {
        let found = match zone {
            ZoneRef::UTC => return false,
            ZoneRef::FLOATING => self.floating.get(object as usize),
            ZoneRef(index) => self.named.get(index as usize),
        };
        found.is_some_and(Option::is_none)
    }

    /// The zone of times without one: X-WR-TIMEZONE, else the user's.
    pub(super) fn floating(&self, object: u32) -> &Zone {
        self.floating
            .get(object as usize)
            .and_then(Option::as_ref)
            .unwrap_or(&self.home)
    }

    /// The user's zone.
    pub(super) const fn home(&self) -> &Zone {
        &self.home
    }
}

//! Time and zone of the browser as the [`Clock`].

use std::cell::RefCell;

use jiff::{
    Timestamp,
    tz::{Offset, TimeZone},
};
use js_sys::{Array, Date, Intl::DateTimeFormat, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::{app::ports::Clock, domain::calendar::zone_database};

/// The clock of this device, in the zone that the browser shows times in.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Timestamp {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a JavaScript date is within 8.64e15 ms of 1970, always a whole number"
        )]
        let milliseconds = Date::now() as i64;
        Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    fn zone(&self) -> TimeZone {
        zone_name()
            .and_then(|name| zone_named(&name))
            .unwrap_or_else(current_offset)
    }
}

/// For how long the browser's word on its zone holds, in milliseconds: it takes half of one to ask,
/// and a list of dates asks for each.
const ZONE_HOLDS_MS: f64 = 1_000.0;

/// IANA name of the user's zone, when the browser tells one; as it was a second ago at most.
#[must_use]
pub fn zone_name() -> Option<String> {
    thread_local! {
        static TOLD: RefCell<(f64, Option<String>)> = const { RefCell::new((f64::NEG_INFINITY, None)) };
    }
    let now = Date::now();
    TOLD.with_borrow_mut(|(at, told)| {
        // A clock that was set back is no reason to believe it for longer.
        if !(0.0..ZONE_HOLDS_MS).contains(&(now - *at)) {
            (*at, *told) = (now, told_zone_name());
        }
        told.clone()
    })
}

fn told_zone_name() -> Option<String> {
    let options = DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &JsValue::from_str("timeZone"))
        .ok()?
        .as_string()
        .filter(|name| !name.is_empty())
}

/// The zone of an IANA name.
#[must_use]
pub fn zone_named(name: &str) -> Option<TimeZone> {
    zone_database::get(name)
}

/// For a zone newer than our data, or a browser that hides it: right today, wrong across a change of
/// summer time.
fn current_offset() -> TimeZone {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "an offset is less than a day, in whole minutes"
    )]
    let minutes_behind = Date::new_0().get_timezone_offset() as i32;
    Offset::from_seconds(-minutes_behind * 60).map_or(TimeZone::UTC, TimeZone::fixed)
}

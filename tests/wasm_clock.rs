//! Time and zone of a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a browser that says no fails the test")]

use afternote::{
    app::ports::Clock,
    browser::clock::{BrowserClock, zone_name},
};
use jiff::{Timestamp, tz::TimeZone};
use js_sys::Date;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn now_is_the_now_of_the_browser() {
    let before = Date::now();
    let now = BrowserClock.now().as_millisecond() as f64;
    let after = Date::now();
    assert!(
        (before..=after).contains(&now),
        "{before} <= {now} <= {after}"
    );
}

#[wasm_bindgen_test]
fn the_zone_agrees_with_the_browser_all_year() {
    let zone = BrowserClock.zone();
    for month in 1..=12 {
        let instant: Timestamp = format!("2026-{month:02}-15T12:00:00Z").parse().unwrap();
        let date = Date::new(&JsValue::from_f64(instant.as_millisecond() as f64));
        let browser_seconds = -(date.get_timezone_offset() as i32) * 60;
        assert_eq!(
            zone.to_offset(instant).seconds(),
            browser_seconds,
            "{instant}"
        );
    }
}

#[wasm_bindgen_test]
fn the_name_of_the_zone_is_one_that_the_calendar_rules_know() {
    let name = zone_name().unwrap();
    assert!(TimeZone::get(&name).is_ok(), "{name}");
}

#[wasm_bindgen_test]
fn zones_with_summer_time_are_known_without_any_help_from_the_system() {
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let hours = |text: &str| berlin.to_offset(text.parse().unwrap()).seconds() / 3600;
    assert_eq!(hours("2026-01-15T12:00:00Z"), 1);
    assert_eq!(hours("2026-07-15T12:00:00Z"), 2);
}

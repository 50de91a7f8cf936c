//! Texts of `_locales` and dates of `Intl`, in the language of the browser.

use crate::domain::calendar::zone_database;
use jiff::{Timestamp, tz::TimeZone};
use js_sys::{Array, Date, Intl::RelativeTimeFormat, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::{api::i18n, clock, convert};

/// The text of this name with its placeholders filled; the name itself when there is none, so that
/// a missing text is seen.
#[must_use]
pub fn text(name: &str, details: &[&str]) -> String {
    let details = convert::to_js(details).unwrap_or(JsValue::UNDEFINED);
    i18n::get_message(name, details)
        .ok()
        .filter(|it| !it.is_empty())
        .unwrap_or_else(|| name.to_owned())
}

/// The same, with the sentence of another name behind it.
#[must_use]
pub fn texts(name: &str, more: Option<&str>, detail: &str) -> String {
    let first = text(name, &[detail]);
    more.map_or(first.clone(), |it| format!("{first} {}", text(it, &[])))
}

/// The browser's language, for `Intl`; English when it tells none.
#[must_use]
pub fn language() -> String {
    i18n::get_ui_language()
        .ok()
        .filter(|it| !it.is_empty())
        .unwrap_or_else(|| "en".to_owned())
}

/// Fills the texts of everything below `root` that asks for one: `data-i18n` as content,
/// `data-i18n-label` as accessible name, `data-i18n-placeholder` in an empty field.
pub fn localize(root: &Element) {
    each(root, "data-i18n", |it, text| {
        it.set_text_content(Some(text))
    });
    each(root, "data-i18n-label", |it, text| {
        let _ = it.set_attribute("aria-label", text);
        let _ = it.set_attribute("title", text);
    });
    each(root, "data-i18n-placeholder", |it, text| {
        let _ = it.set_attribute("placeholder", text);
    });
}

fn each(root: &Element, attribute: &str, set: impl Fn(&Element, &str)) {
    let Ok(found) = root.query_selector_all(&format!("[{attribute}]")) else {
        return;
    };
    for index in 0..found.length() {
        use wasm_bindgen::JsCast;
        let element = found
            .get(index)
            .and_then(|it| it.dyn_into::<Element>().ok());
        if let Some(element) = element {
            let name = element.get_attribute(attribute).unwrap_or_default();
            set(&element, &text(&name, &[]));
        }
    }
}

/// Sets language and direction of the page: those of its texts, which need not be the browser's.
pub fn set_page_language() {
    if let Some(root) = super::dom::document().and_then(|it| it.document_element()) {
        let _ = root.set_attribute("lang", &text("page_language", &[]));
        let _ = root.set_attribute("dir", &text("page_direction", &[]));
    }
}

/// Day and time of an interview in the user's zone, and in its own where the clock differs there:
/// "Thu, Nov 26, 10:00 AM (4:00 PM, Berlin)".
#[must_use]
pub fn day_and_time(at: Timestamp, zone: Option<&str>, home: &TimeZone) -> String {
    let here = format(at, None, &["weekday", "month", "day", "hour", "minute"]);
    let elsewhere = zone.and_then(|name| {
        let zone = zone_database::get(name)?;
        (zone.to_offset(at) != home.to_offset(at)).then_some(name)
    });
    match elsewhere {
        Some(name) => {
            let there = format(at, Some(name), &["hour", "minute"]);
            let city = name.rsplit('/').next().unwrap_or(name).replace('_', " ");
            text("time_elsewhere", &[&here, &there, &city])
        }
        None => here,
    }
}

/// Time of day in the user's zone.
#[must_use]
pub fn time(at: Timestamp) -> String {
    format(at, None, &["hour", "minute"])
}

/// Day in the user's zone.
#[must_use]
pub fn day(at: Timestamp) -> String {
    format(at, None, &["weekday", "month", "day"])
}

/// What went wrong while nobody was looking: since when, and what to do.
#[must_use]
pub fn trouble(code: &str, since: Timestamp) -> String {
    let what = text(&format!("error_{code}"), &[]);
    text(
        "trouble_since",
        &[&day_and_time(since, None, &TimeZone::UTC), &what],
    )
}

/// Day and year in the user's zone.
#[must_use]
pub fn date(at: Timestamp) -> String {
    format(at, None, &["year", "month", "day"])
}

/// How far away an instant is: "in 2 days", "yesterday", "in 3 hours".
#[must_use]
pub fn distance(at: Timestamp, now: Timestamp, home: &TimeZone) -> String {
    let date = |it: Timestamp| home.to_datetime(it).date();
    let hours = date(at).duration_since(date(now)).as_hours();
    let minutes = at.duration_since(now).as_mins();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a double counts the days and minutes between any two dates exactly"
    )]
    let (value, unit) = if hours != 0 {
        ((hours / 24) as f64, "day")
    } else if minutes.abs() >= 60 {
        ((minutes / 60) as f64, "hour")
    } else {
        (minutes as f64, "minute")
    };
    let options = Object::new();
    set(&options, "numeric", "auto");
    let locales = Array::of1(&JsValue::from_str(&language()));
    String::from(RelativeTimeFormat::new(&locales, &options).format(value, unit))
}

fn format(at: Timestamp, zone: Option<&str>, parts: &[&str]) -> String {
    let options = Object::new();
    for part in parts {
        let style = match *part {
            "weekday" | "month" => "short",
            "minute" => "2-digit",
            _ => "numeric",
        };
        set(&options, part, style);
    }
    if let Some(zone) = zone {
        set(&options, "timeZone", zone);
    } else if let Some(name) = clock::zone_name() {
        set(&options, "timeZone", &name);
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds of a date fit into a double"
    )]
    let date = Date::new(&JsValue::from_f64(at.as_millisecond() as f64));
    String::from(date.to_locale_string(&language(), &options))
}

fn set(options: &Object, name: &str, value: &str) {
    let _ = Reflect::set(options, &JsValue::from_str(name), &JsValue::from_str(value));
}

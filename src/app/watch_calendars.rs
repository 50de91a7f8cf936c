//! The calendar pages that are looked at by themselves: which ones the user switched on, and who may
//! tell what such a page shows.

use serde_json::{Map, Value};

use super::{
    error::AppError,
    ports::KeyValueStore,
    protocol::sender::{Sender, is_own_script_at},
    site_switch::{self, SiteSwitch},
    store::{Store, keys},
};
use crate::domain::calendar::page::{Site, links};

/// A calendar page that can be watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct CalendarSite {
    /// Stable code; the text is `watch_<code>`.
    code: &'static str,
    origins: &'static [&'static str],
    site: Site,
}

/// All of them. Their origins are in the manifest's optional ones.
const SITES: [CalendarSite; 2] = [
    CalendarSite {
        code: "google",
        origins: &["https://calendar.google.com/*"],
        site: Site::Google,
    },
    CalendarSite {
        code: "outlook",
        origins: &[
            "https://outlook.live.com/*",
            "https://outlook.office.com/*",
            "https://outlook.office365.com/*",
            "https://outlook.cloud.microsoft/*",
        ],
        site: Site::Outlook,
    },
];

/// The sites as switches.
#[must_use]
pub fn switches() -> Vec<SiteSwitch> {
    let all = SITES.iter();
    all.map(|it| SiteSwitch {
        code: it.code,
        origins: it.origins.iter().map(|&it| it.to_owned()).collect(),
    })
    .collect()
}

/// The sites that the user switched on.
#[must_use]
pub fn watched(stored: &Map<String, Value>) -> Vec<SiteSwitch> {
    site_switch::on(switches(), stored, keys::CALENDAR_PAGES)
}

/// Replaces the sites that are switched on.
///
/// # Errors
/// The storage's.
pub async fn save<K: KeyValueStore>(
    store: &Store<'_, K>,
    sites: &[String],
) -> Result<(), AppError> {
    let known = SITES.map(|it| it.code);
    site_switch::save(store, keys::CALENDAR_PAGES, &known, sites).await
}

/// Accepts a message only from our own script on a calendar page that is switched on.
///
/// # Errors
/// [`AppError::NotAllowed`] for everybody else.
pub fn require_watched(
    sender: &Sender,
    own_id: &str,
    stored: &Map<String, Value>,
) -> Result<(), AppError> {
    let origin = sender.url.as_deref().and_then(links::origin);
    let site = origin.as_deref().and_then(Site::of);
    let code = |site| SITES.iter().find(|it| it.site == site).map(|it| it.code);
    let code = site.and_then(code);
    let on = watched(stored).iter().any(|it| Some(it.code) == code);
    match origin {
        Some(origin) if on && is_own_script_at(sender, own_id, &origin) => Ok(()),
        _ => Err(AppError::NotAllowed),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(id: &str, url: &str, allowed: bool) {
        let mut stored = Map::new();
        stored.insert(keys::CALENDAR_PAGES.to_owned(), json!(["google", "other"]));
        let sender = Sender {
            extension_id: Some(id.to_owned()),
            url: Some(url.to_owned()),
        };
        let answer = require_watched(&sender, "own", &stored);
        assert_eq!(answer.is_ok(), allowed, "{id} {url}");
    }

    #[test]
    fn only_our_script_on_a_page_that_is_switched_on_may_tell() {
        check("own", "https://calendar.google.com/calendar/u/0/r", true);
        check("other", "https://calendar.google.com/calendar/u/0/r", false);
        check("own", "https://outlook.office.com/calendar/", false);
        check("own", "http://calendar.google.com/", false);
        check("own", "https://calendar.google.com.evil.example/", false);
        check("own", "https://calendar.google.com@evil.example/", false);
        check("own", "chrome-extension://own/popup.html", false);
        check("own", "", false);
    }

    #[test]
    fn nothing_is_watched_by_itself_or_by_a_damaged_record() {
        let mut stored = Map::new();
        assert!(watched(&stored).is_empty());
        stored.insert(keys::CALENDAR_PAGES.to_owned(), json!({"google": true}));
        assert!(watched(&stored).is_empty());
    }

    #[test]
    fn every_site_has_only_origins_of_the_manifest() {
        let manifest = include_str!("../../extension/manifest.json");
        for origin in SITES.iter().flat_map(|it| it.origins) {
            assert!(manifest.contains(&format!("\"{origin}\"")), "{origin}");
        }
    }
}

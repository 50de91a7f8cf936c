//! Switches for the calendar pages that are looked at by themselves.

use std::rc::Rc;

use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        protocol::Request,
        refresh_feeds::views,
        watch_calendars::{self, CalendarSite, SITES},
    },
    browser::{calendar_pages, dom::Part, extension_storage::ExtensionStorage, localize::text},
    surfaces::client,
};

use super::{error_text, say};

/// Shows what is switched on, and listens.
pub(super) fn connect(stored: &Map<String, Value>) {
    let Some(section) = Part::by_id("calendar-pages") else {
        return;
    };
    let section = Rc::new(section);
    let on = watch_calendars::watched(stored);
    for site in SITES {
        let shown = section.clone();
        spawn_local(async move {
            // The permission may be gone.
            let is_on = on_and_granted(site).await;
            shown.set_checked(site.code, is_on);
        });
        section.set_checked(site.code, on.contains(&site));
        let changed = section.clone();
        section.on(site.code, "change", move |_| {
            if changed.is_checked(site.code) {
                switch_on(&changed, site);
            } else {
                switch_off(&changed, site);
            }
        });
    }
    // The page lives as long as its listeners.
    std::mem::forget(section);
}

async fn on_and_granted(site: CalendarSite) -> bool {
    let stored = stored().await;
    watch_calendars::watched(&stored).contains(&site) && calendar_pages::is_granted(site).await
}

async fn stored() -> Map<String, Value> {
    use crate::app::ports::KeyValueStore;
    ExtensionStorage.get_all().await.unwrap_or_default()
}

/// Runs in the click: the browser lets only that ask for a permission.
fn switch_on(section: &Rc<Part>, site: CalendarSite) {
    let asked = calendar_pages::ask(site);
    let section = section.clone();
    spawn_local(async move {
        if !asked.granted().await {
            section.set_checked(site.code, false);
            return tell(&section, &text("watch_denied", &[]));
        }
        store(&section, site, true).await;
    });
}

fn switch_off(section: &Rc<Part>, site: CalendarSite) {
    let section = section.clone();
    spawn_local(async move {
        store(&section, site, false).await;
        // An address of a calendar may need the same site.
        let feeds = views::of(&stored().await);
        let needed: Vec<String> = feeds
            .into_iter()
            .filter_map(|it| it.permission.map(|it| it.permission()))
            .collect();
        let unneeded = site.origins.iter().copied();
        let unneeded: Vec<&str> = unneeded
            .filter(|it| !needed.iter().any(|one| one == it))
            .collect();
        calendar_pages::give_back(&unneeded).await;
    });
}

async fn store(section: &Part, site: CalendarSite, on: bool) {
    let mut sites = watch_calendars::watched(&stored().await);
    sites.retain(|it| *it != site);
    if on {
        sites.push(site);
    }
    let sites = sites.into_iter().map(|it| it.code.to_owned()).collect();
    match client::send(Request::WatchCalendars { sites }).await {
        Ok(_) => tell(section, &text("said_saved", &[])),
        Err(error) => tell(section, &error_text(&error)),
    }
}

fn tell(section: &Part, message: &str) {
    section.show("said", true);
    section.text("said", message);
    say(message);
}

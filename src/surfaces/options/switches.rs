//! Switches for sites: calendar pages that are looked at by themselves, webmails that the companion
//! stays in. Each asks for its site when it is switched on and gives it back when it is switched off.

use std::rc::Rc;

use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        companion, ports::KeyValueStore, protocol::Request, refresh_feeds::views,
        site_switch::SiteSwitch, watch_calendars,
    },
    browser::{dom::Part, extension_storage::ExtensionStorage, localize::text, site_scripts},
    surfaces::client,
};

use super::{error_text, say};

/// One section of switches.
#[derive(Clone, Copy)]
struct Group {
    section: &'static str,
    /// What the switch of a site is called.
    name: fn(&SiteSwitch) -> String,
    all: fn(&Map<String, Value>) -> Vec<SiteSwitch>,
    on: fn(&Map<String, Value>) -> Vec<SiteSwitch>,
    request: fn(Vec<String>) -> Request,
}

const GROUPS: [Group; 2] = [
    Group {
        section: "calendar-pages",
        name: |site| text(&format!("watch_{}", site.code), &[]),
        all: |_| watch_calendars::switches(),
        on: watch_calendars::watched,
        request: |sites| Request::WatchCalendars { sites },
    },
    Group {
        section: "companion",
        name: webmail,
        all: companion::switches,
        on: companion::switched_on,
        request: |sites| Request::Accompany { sites },
    },
];

/// Shows what is switched on, and listens.
pub(super) fn connect(stored: &Map<String, Value>) {
    for group in GROUPS {
        let Some(section) = Part::by_id(group.section) else {
            continue;
        };
        let section = Rc::new(section);
        let (all, on) = ((group.all)(stored), (group.on)(stored));
        section.clear("sites");
        for site in all {
            let code = site.code;
            let Some(row) = Part::from_template("site-switch") else {
                continue;
            };
            row.text("name", &(group.name)(&site));
            row.attribute("switch", "data-slot", code);
            section.append("sites", &row);
            section.set_checked(code, on.contains(&site));
            let (shown, granted) = (section.clone(), site.clone());
            spawn_local(async move {
                // The permission may be gone.
                if !site_scripts::is_granted(&granted).await {
                    shown.set_checked(code, false);
                }
            });
            let changed = section.clone();
            section.on(code, "change", move |_| {
                if changed.is_checked(code) {
                    switch_on(&changed, group, &site);
                } else {
                    switch_off(&changed, group, &site);
                }
            });
        }
        // The page lives as long as its listeners.
        std::mem::forget(section);
    }
}

fn webmail(site: &SiteSwitch) -> String {
    if site.code == companion::OWN {
        let host = site.origins.first();
        let host = host.map_or("", |it| it.trim_end_matches("/*"));
        return text("companion_own", &[host]);
    }
    // One switch for the work accounts, too.
    if site.code == "outlook" {
        return text("companion_outlook", &[]);
    }
    text(&format!("provider_{}", site.code), &[])
}

async fn stored() -> Map<String, Value> {
    ExtensionStorage.get_all().await.unwrap_or_default()
}

/// Runs in the click: the browser lets only that ask for a permission.
fn switch_on(section: &Rc<Part>, group: Group, site: &SiteSwitch) {
    let asked = site_scripts::ask(site);
    let (section, site) = (section.clone(), site.clone());
    spawn_local(async move {
        if !asked.granted().await {
            section.set_checked(site.code, false);
            return tell(&section, &text("watch_denied", &[]));
        }
        store(&section, group, &site, true).await;
    });
}

fn switch_off(section: &Rc<Part>, group: Group, site: &SiteSwitch) {
    let (section, site) = (section.clone(), site.clone());
    spawn_local(async move {
        store(&section, group, &site, false).await;
        let needed = needed(&stored().await);
        let origins = site.origins.into_iter();
        let unneeded: Vec<String> = origins.filter(|it| !needed.contains(it)).collect();
        site_scripts::give_back(&unneeded).await;
    });
}

/// Origins that an address of a calendar, or another switch, still needs.
fn needed(stored: &Map<String, Value>) -> Vec<String> {
    let feeds = views::of(stored).into_iter();
    let feeds = feeds.filter_map(|it| it.permission.map(|it| it.permission()));
    let switches = GROUPS.iter().flat_map(|it| (it.on)(stored));
    feeds.chain(switches.flat_map(|it| it.origins)).collect()
}

async fn store(section: &Part, group: Group, site: &SiteSwitch, on: bool) {
    let mut sites = (group.on)(&stored().await);
    sites.retain(|it| it != site);
    if on {
        sites.push(site.clone());
    }
    let sites = sites.into_iter().map(|it| it.code.to_owned()).collect();
    match client::send((group.request)(sites)).await {
        Ok(_) => tell(section, &text("said_saved", &[])),
        Err(error) => tell(section, &error_text(&error)),
    }
}

fn tell(section: &Part, message: &str) {
    section.show("said", true);
    section.text("said", message);
    say(message);
}

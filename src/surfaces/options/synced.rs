//! Telling the user's other devices who has been thanked: the switch, how it goes, and the offer to
//! remove what was told when it is switched off.

use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        ports::KeyValueStore,
        protocol::Request,
        store::{keys, record::instant},
        sync::views::{self, SyncView},
    },
    browser::{
        dom::Part,
        extension_storage::ExtensionStorage,
        localize::{self, text},
        page,
    },
    surfaces::client,
};

use super::{error_text, say};

/// Shows how it goes, and listens.
pub(super) fn connect(stored: &Map<String, Value>) {
    let Some(section) = Part::by_id("synced") else {
        return;
    };
    draw(&section, &views::of(stored));
    let changed = section.clone();
    section.on("on", "change", move |_| {
        let on = changed.is_checked("on");
        changed.show("offer", !on);
        let request = Request::ShareStatus { on };
        send(
            &changed,
            request,
            if on { "sync_said_on" } else { "sync_said_off" },
        );
        if !on {
            changed.focus("forget");
        }
    });
    let part = section.clone();
    section.on_click("keep", move || {
        part.show("offer", false);
        part.focus("on");
    });
    let part = section.clone();
    section.on_click("forget", move || {
        part.show("offer", false);
        part.focus("on");
        send(&part, Request::ForgetShared, "sync_said_forgotten");
    });
    let part = section.clone();
    // Without news the page shows what it showed at first.
    let _ = page::on_stored(move || {
        let part = part.clone();
        spawn_local(async move {
            if let Ok(stored) = ExtensionStorage.get(&[keys::SYNC]).await {
                draw(&part, &views::of(&stored));
            }
        });
    });
    // The page lives as long as its listeners.
    std::mem::forget(section);
}

fn send(section: &Part, request: Request, done: &'static str) {
    let section = section.clone();
    spawn_local(async move {
        let outcome = client::send(request).await;
        section.show("error", outcome.is_err());
        let message = match outcome {
            Ok(_) => text(done, &[]),
            Err(error) => error_text(&error),
        };
        section.text("error", &message);
        say(&message);
    });
}

fn draw(section: &Part, view: &SyncView) {
    section.set_checked("on", view.on);
    section.show("state", view.on);
    section.text("state", &state(view));
    let trouble = view.trouble.as_ref().filter(|_| view.on);
    section.show("trouble", trouble.is_some());
    if let Some(it) = trouble {
        section.text("trouble", &text(&format!("sync_trouble_{it}"), &[]));
    }
    for (slot, name, count) in [
        ("damaged", "sync_damaged", view.damaged),
        ("newer", "sync_newer", view.newer),
    ] {
        section.show(slot, view.on && count > 0);
        section.text(slot, &text(name, &[&count.to_string()]));
    }
}

fn state(view: &SyncView) -> String {
    match view.wrote_ms.map(instant) {
        Some(at) => {
            let when = format!("{} {}", localize::day(at), localize::time(at));
            text("sync_state_told", &[&when])
        }
        None => text("sync_state_nothing", &[]),
    }
}

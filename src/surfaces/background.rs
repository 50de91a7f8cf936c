//! The background: the only context that writes to the extension's storage.
//!
//! Keeps no state of its own: it may be stopped at any `await`, and everything that must last is in
//! the storage by then. `extension/background.js` registers the listeners that call it.

mod calendar_pages;
mod companion;
#[cfg(feature = "services")]
mod services;
mod synced;

use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        companion as app_companion,
        dispatch::{Dispatcher, Look},
        error::AppError,
        ports::KeyValueStore,
        protocol::{Command, Reply, Request},
        remind,
        store::{index, keys},
        watch_calendars,
    },
    browser::{
        badge::ToolbarBadge, clock::BrowserClock, convert, extension_storage::ExtensionStorage,
        feed_reader::BrowserFeeds, notifier::Notifications, pages, scheduler::Alarms, sender,
        site_scripts, time_limit,
    },
};

static DISPATCHER: Dispatcher<ExtensionStorage, BrowserClock, Alarms, ToolbarBadge, Notifications> =
    Dispatcher::new(
        ExtensionStorage,
        BrowserClock,
        Alarms,
        ToolbarBadge,
        Notifications,
    );

/// How long prompts wait for the calendars that are asked first, in milliseconds. A worker is stopped
/// after half a minute without an event.
const FEED_PATIENCE_MS: i32 = 10_000;

/// A message from a page: a command. Always answers with a reply.
#[wasm_bindgen(js_name = backgroundMessage)]
pub async fn background_message(message: JsValue, sender: JsValue) -> JsValue {
    if let Some(answer) = calendar_pages::answer(&message, &sender).await {
        return answer;
    }
    if let Some(answer) = companion::answer(&message, &sender).await {
        return answer;
    }
    let reply = match understand(message, &sender) {
        Ok(command) if command.request == Request::ForgetShared => synced::forget().await,
        Ok(command) => {
            let ends_all = synced::ends_all(&command.request);
            let about_pages = matches!(
                command.request,
                Request::WatchCalendars { .. }
                    | Request::Accompany { .. }
                    | Request::SaveProfile { .. }
                    | Request::Delete { interview: None }
            );
            let about_feeds = matches!(
                command.request,
                Request::AddFeed { .. } | Request::RefreshFeed { .. }
            );
            #[cfg(feature = "services")]
            let about_feeds = about_feeds || matches!(command.request, Request::Connect { .. });
            let reply = DISPATCHER.handle(command).await;
            if about_feeds {
                // Takes longer than a page waits for an answer; the storage tells it.
                spawn_local(async {
                    let patience = time_limit::pause(FEED_PATIENCE_MS);
                    let _ = DISPATCHER.wake(&BrowserFeeds, Look::Open, patience).await;
                });
            }
            if about_pages {
                let _ = look_after_scripts().await;
            }
            if ends_all && reply == Reply::Done {
                // The data here is gone all the same.
                let _ = synced::forget().await;
            }
            synced::after_command();
            reply
        }
        Err(error) => Reply::from(&error),
    };
    convert::to_js(&reply).unwrap_or(JsValue::UNDEFINED)
}

/// Registers the scripts for pages where they are wanted, and takes them back elsewhere.
///
/// One look after the other: an update wakes the background twice at once, and the browser refuses to
/// register a script that is there.
async fn look_after_scripts() -> Result<(), AppError> {
    DISPATCHER.one_at_a_time(align_scripts()).await
}

async fn align_scripts() -> Result<(), AppError> {
    let names = [
        keys::CALENDAR_PAGES,
        keys::COMPANION,
        keys::PROFILE,
        keys::SCHEMA,
    ];
    let stored = ExtensionStorage.get(&names).await?;
    let calendars = watch_calendars::watched(&stored);
    let webmails = app_companion::switched_on(&stored);
    site_scripts::align(&[
        ("calendar", site_scripts::CALENDAR, calendars),
        ("companion", site_scripts::COMPANION, webmails),
    ])
    .await
}

fn understand(message: JsValue, sender: &JsValue) -> Result<Command, AppError> {
    sender::require_own(sender)?;
    convert::from_js(message).map_err(|_| AppError::UnknownRequest)
}

/// The background was woken: the stored times are compared with the clock. A fresh installation
/// (`reason` is `install`) is greeted.
///
/// # Errors
/// The code of what went wrong; the next wake tries again.
#[wasm_bindgen(js_name = backgroundWake)]
pub async fn background_wake(reason: String) -> Result<(), JsError> {
    if reason == "install" {
        pages::open_welcome().await.map_err(coded)?;
    }
    pages::repair_popup().await;
    // Whoever was thanked on another device is not prompted for here.
    let heard = synced::now().await;
    if reason == "sync" {
        return heard.map_err(coded);
    }
    let scripts = look_after_scripts().await;
    if reason == "permissions" {
        return scripts.map_err(coded);
    }
    // When the browser or the extension begins anew there is time for a look at everything.
    let look = match reason.as_str() {
        "start" | "alarm" => Look::Open,
        _ => Look::Everything,
    };
    let patience = time_limit::pause(FEED_PATIENCE_MS);
    let woken = DISPATCHER.wake(&BrowserFeeds, look, patience).await;
    #[cfg(feature = "services")]
    services::renew_quietly().await;
    let cleared = DISPATCHER.clear_away().await;
    woken.and(cleared).and(scripts).map_err(coded)
}

/// The user clicked a notification: what it was about is shown.
///
/// # Errors
/// The code of what went wrong.
#[wasm_bindgen(js_name = backgroundNotice)]
pub async fn background_notice(id: String) -> Result<(), JsError> {
    let stored = index::load(&ExtensionStorage).await.map_err(coded)?;
    pages::close_notice(&id).await;
    pages::open_popup(&remind::target(&stored, &id))
        .await
        .map_err(coded)
}

/// The user pressed a button of a notification: the first is a click on the whole, the second puts
/// it off for an hour.
///
/// # Errors
/// The code of what went wrong.
#[wasm_bindgen(js_name = backgroundNoticeButton)]
pub async fn background_notice_button(id: String, button: u32) -> Result<(), JsError> {
    if button == 0 {
        return background_notice(id).await;
    }
    pages::close_notice(&id).await;
    DISPATCHER.put_off(&id).await.map_err(coded)
}

fn coded(error: AppError) -> JsError {
    JsError::new(&error.to_string())
}

//! When the background compares notes with the user's other devices: at every wake, when the browser
//! brings something from them, and soon after each command.

use std::sync::atomic::{AtomicBool, Ordering};

use wasm_bindgen_futures::spawn_local;

use super::DISPATCHER;
use crate::{
    app::{
        error::AppError,
        protocol::{Reply, Request},
    },
    browser::{pages, synced_storage::SyncedStorage, time_limit},
};

/// What a user does in a row is told at once.
const TOGETHER_MS: i32 = 2_000;
/// A comparison has been set for soon. Should this life end before, the next wake compares.
static SET: AtomicBool = AtomicBool::new(false);

/// Compares now; notifications about people who have been thanked elsewhere go away.
///
/// # Errors
/// The local storage's; the next wake tries again.
pub(super) async fn now() -> Result<(), AppError> {
    let outcome = DISPATCHER.sync(&SyncedStorage).await?;
    for id in &outcome.settled {
        pages::close_notice(id).await;
    }
    if let Some(wait) = outcome.again_in_ms {
        soon(i32::try_from(wait).unwrap_or(TOGETHER_MS));
    }
    Ok(())
}

/// Compares after a command, together with those that follow it.
pub(super) fn after_command() {
    soon(TOGETHER_MS);
}

/// Removes what devices told each other.
pub(super) async fn forget() -> Reply {
    match DISPATCHER.forget_synced(&SyncedStorage).await {
        Ok(()) => Reply::Done,
        Err(error) => Reply::from(&error),
    }
}

/// Whether a command leaves nothing to be told by this device.
pub(super) fn ends_all(request: &Request) -> bool {
    matches!(request, Request::Delete { interview: None })
}

fn soon(wait_ms: i32) {
    if SET.swap(true, Ordering::Relaxed) {
        return;
    }
    spawn_local(async move {
        time_limit::pause(wait_ms).await;
        SET.store(false, Ordering::Relaxed);
        // The next wake tries again.
        let _ = now().await;
    });
}

//! `storage.sync` as the [`SyncStore`]. The browser carries what lies there to the user's other
//! devices if it is signed in, and says nothing of whether it is.

use js_sys::Promise;
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

use super::{api::synced, convert, js_error::sync_error, time_limit};
use crate::app::ports::{SyncStore, SyncTrouble};

/// How long the browser may take, in milliseconds: commands wait meanwhile.
const PATIENCE_MS: i32 = 5_000;

/// The extension's part of what the browser keeps in the user's account with its vendor.
#[derive(Clone, Copy, Debug, Default)]
pub struct SyncedStorage;

impl SyncStore for SyncedStorage {
    async fn get_all(&self) -> Result<Map<String, Value>, SyncTrouble> {
        let found = settled(synced::get(JsValue::NULL)).await?;
        convert::from_js(found).map_err(unfit)
    }

    async fn set(&self, entries: Map<String, Value>) -> Result<(), SyncTrouble> {
        let entries = convert::to_js(&entries).map_err(unfit)?;
        settled(synced::set(entries)).await.map(drop)
    }

    async fn remove(&self, keys: &[&str]) -> Result<(), SyncTrouble> {
        let keys = convert::to_js(keys).map_err(unfit)?;
        settled(synced::remove(keys)).await.map(drop)
    }
}

async fn settled(begun: Result<Promise, JsValue>) -> Result<JsValue, SyncTrouble> {
    let begun = begun.map_err(|it| sync_error(&it))?;
    match time_limit::within(&begun, PATIENCE_MS).await {
        Some(settled) => settled.map_err(|it| sync_error(&it)),
        // A write that comes through all the same is found there next time.
        None => Err(SyncTrouble::Refused),
    }
}

fn unfit(_: convert::ConvertError) -> SyncTrouble {
    SyncTrouble::Refused
}

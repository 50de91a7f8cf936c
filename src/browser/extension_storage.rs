//! `storage.local` as the [`KeyValueStore`]. Works in the background and in pages; by agreement only
//! the background writes.

use serde_json::{Map, Value};

use super::{api::storage, convert, js_error::storage_error};
use crate::app::{error::AppError, ports::KeyValueStore};

/// The extension's own storage on this device.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExtensionStorage;

impl KeyValueStore for ExtensionStorage {
    async fn get(&self, keys: &[&str]) -> Result<Map<String, Value>, AppError> {
        let keys = convert::to_js(keys).map_err(unfit)?;
        let found = storage::get(keys).await.map_err(|it| storage_error(&it))?;
        convert::from_js(found).map_err(unfit)
    }

    async fn get_all(&self) -> Result<Map<String, Value>, AppError> {
        let found = storage::get(wasm_bindgen::JsValue::NULL)
            .await
            .map_err(|it| storage_error(&it))?;
        convert::from_js(found).map_err(unfit)
    }

    async fn set(&self, entries: Map<String, Value>) -> Result<(), AppError> {
        let entries = convert::to_js(&entries).map_err(unfit)?;
        storage::set(entries)
            .await
            .map(drop)
            .map_err(|it| storage_error(&it))
    }

    async fn remove(&self, keys: &[&str]) -> Result<(), AppError> {
        let keys = convert::to_js(keys).map_err(unfit)?;
        storage::remove(keys)
            .await
            .map(drop)
            .map_err(|it| storage_error(&it))
    }
}

fn unfit(_: convert::ConvertError) -> AppError {
    AppError::StorageFailed
}

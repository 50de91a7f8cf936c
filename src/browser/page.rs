//! What a page may do besides showing itself: open a tab, fill the clipboard, save a file, be
//! told that the storage has changed.

use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DragEvent, Event, HtmlAnchorElement, Url};

use super::{
    api::{runtime, storage, tabs},
    convert,
};
use crate::app::error::AppError;

#[derive(Serialize)]
struct NewTab<'a> {
    url: &'a str,
}

/// Opens an address in a new tab.
///
/// # Errors
/// When the browser refuses.
pub async fn open_tab(url: &str) -> Result<(), AppError> {
    let refused = || AppError::Browser("tabs");
    let properties = convert::to_js(&NewTab { url }).map_err(|_| refused())?;
    tabs::create(properties)
        .await
        .map(drop)
        .map_err(|_| refused())
}

/// Opens the options page, or shows it where it is open already.
///
/// # Errors
/// When the browser refuses.
pub async fn open_options() -> Result<(), AppError> {
    runtime::open_options_page()
        .await
        .map(drop)
        .map_err(|_| AppError::Browser("options"))
}

/// Puts a text on the clipboard. Must follow from a click.
///
/// # Errors
/// When the browser refuses.
pub async fn copy(text: &str) -> Result<(), AppError> {
    let refused = || AppError::Browser("clipboard");
    let window = web_sys::window().ok_or_else(refused)?;
    let promise = window.navigator().clipboard().write_text(text);
    JsFuture::from(promise)
        .await
        .map(drop)
        .map_err(|_| refused())
}

/// Offers a text to the user as a file to be saved. Must follow from a click.
///
/// # Errors
/// When the browser refuses.
pub fn save_file(name: &str, kind: &str, content: &str) -> Result<(), AppError> {
    let refused = |_| AppError::Browser("downloads");
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&content.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).map_err(refused)?;
    let url = Url::create_object_url_with_blob(&blob).map_err(refused)?;
    let document = web_sys::window().and_then(|it| it.document());
    let link = document
        .and_then(|it| it.create_element("a").ok())
        .and_then(|it| it.dyn_into::<HtmlAnchorElement>().ok())
        .ok_or(AppError::Browser("downloads"))?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url).map_err(refused)
}

/// Calls back after every change of the stored records, for as long as the page lives.
///
/// # Errors
/// When the browser refuses.
pub fn on_stored(mut callback: impl FnMut() + 'static) -> Result<(), AppError> {
    let listener = Closure::<dyn FnMut(JsValue)>::new(move |_| callback());
    storage::on_changed(&listener).map_err(|_| AppError::Browser("storage"))?;
    // The page has it until it is closed.
    listener.forget();
    Ok(())
}

/// Calls back whenever the page goes out of sight: another tab, a closed tab, a closed popup.
pub fn on_hidden(mut callback: impl FnMut() + 'static) {
    let Some(document) = web_sys::window().and_then(|it| it.document()) else {
        return;
    };
    let watched = document.clone();
    let listener = Closure::<dyn FnMut()>::new(move || {
        if watched.hidden() {
            callback();
        }
    });
    let _ = document
        .add_event_listener_with_callback("visibilitychange", listener.as_ref().unchecked_ref());
    // The page has it until it is closed.
    listener.forget();
}

/// Whether files are being dragged, and not text.
#[must_use]
pub fn holds_files(event: &Event) -> bool {
    let transfer = event
        .dyn_ref::<DragEvent>()
        .and_then(DragEvent::data_transfer);
    transfer.is_some_and(|it| it.types().includes(&JsValue::from_str("Files"), 0))
}

/// The part of the page's address after `#`, decoded.
#[must_use]
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|it| it.location().hash().ok());
    let hash = hash.unwrap_or_default();
    let encoded = hash.trim_start_matches('#');
    js_sys::decode_uri_component(encoded).map_or_else(|_| String::new(), String::from)
}

//! The ports of [`crate::app`] in a real browser, and the only home of `JsValue`.
//!
//! Knows no page and no use case beyond the ports. Everything here compiles for wasm32 only.

pub mod api;
pub mod archive;
pub mod badge;
pub mod calendar_reader;
pub mod clock;
pub mod convert;
pub mod dom;
pub mod extension_storage;
pub mod feed_reader;
pub mod file_slices;
pub mod js_error;
pub mod language_model;
pub mod localize;
pub mod messenger;
pub mod notifier;
pub mod page;
pub mod page_tab;
pub mod pages;
pub mod proofreader;
pub mod scheduler;
pub mod sender;
pub mod site_scripts;
pub mod synced_storage;
pub mod time_limit;
#[cfg(feature = "services")]
pub mod web_auth;
pub mod web_storage;

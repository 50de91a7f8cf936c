//! The browser's extension API as it is: raw imports, one file per namespace, no decisions.
//!
//! Only `chrome.*` is named. Chromium has nothing else, and in Manifest V3 extensions Firefox gives
//! promises under this name too:
//! <https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Browser_support_for_JavaScript_APIs>.
//! Where the two differ (buttons of notifications, promises returned by message listeners), the
//! adapters keep to what both have.

pub mod action;
pub mod alarms;
pub mod decompression;
pub mod i18n;
#[cfg(feature = "services")]
pub mod identity;
pub mod language_model;
pub mod notifications;
pub mod permissions;
pub mod registered_scripts;
pub mod runtime;
pub mod scripting;
pub mod storage;
pub mod synced;
pub mod tabs;

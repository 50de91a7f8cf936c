//! The use cases and the ports they need. Knows the domain, no browser.
//!
//! No use case calls another; what several need lives in [`store`] or in the domain.

pub mod add_interview;
pub mod archive;
pub mod backup;
pub mod capture;
pub mod check_in;
pub mod codes;
pub mod companion;
pub mod corrections;
pub mod delete;
pub mod dispatch;
#[cfg(test)]
mod doubles;
pub mod draft_desk;
pub mod error;
pub mod feed_address;
pub mod insert_in_page;
pub mod judge;
pub mod list_follow_ups;
#[cfg(feature = "bench")]
pub mod measure;
pub mod measure_review;
pub mod notice;
pub mod open_in_webmail;
pub mod overview;
pub mod people;
pub mod plain;
pub mod ports;
pub mod prepare_note;
pub mod protocol;
pub mod record_status;
pub mod refresh_feeds;
pub mod remind;
pub mod repair;
pub mod scan_calendar;
pub mod settings;
pub mod site_switch;
pub mod snooze;
pub mod store;
pub mod sync;
pub mod teach;
pub mod watch_calendars;

//! The keys of everything that is stored, in one place.

/// Version of all stored shapes.
pub const SCHEMA: &str = "schema";
/// The user's profile.
pub const PROFILE: &str = "profile";
/// Reminders and quiet hours.
pub const SETTINGS: &str = "settings";
/// Which interviews are open and which were finished last.
pub const INDEX: &str = "index";
/// Codes of the calendar pages that are looked at by themselves.
pub const CALENDAR_PAGES: &str = "calendar_pages";
/// When old interviews were last cleared away, and how many so far.
pub const CLEARED: &str = "cleared";
/// Codes of the webmails that the companion is switched on for.
pub const COMPANION: &str = "companion";
/// What went wrong when nobody was looking.
pub const TROUBLE: &str = "trouble";
/// Names of the addresses of calendars that need the user, by id, so that the popup need not read the
/// addresses.
pub const TROUBLED: &str = "troubled_feeds";
/// How telling other devices goes.
pub const SYNC: &str = "sync";
/// Keys of addresses that calendars come from begin like this.
pub const SOURCE: &str = "source:";
const INTERVIEW: &str = "interview:";
const CORRECTION: &str = "correction:";
#[cfg(feature = "services")]
const GRANT: &str = "grant:";
const DELETED: &str = "deleted:";
const QUARANTINE: &str = "quarantine:";

/// What the key of every interview begins with: enough to tell the shape of its record.
pub const ANY_INTERVIEW: &str = INTERVIEW;

/// Whether a key holds which sites are switched on.
#[must_use]
pub fn is_switches(key: &str) -> bool {
    key == CALENDAR_PAGES || key == COMPANION
}

/// Key of an interview.
#[must_use]
pub fn interview(id: &str) -> String {
    format!("{INTERVIEW}{id}")
}

/// Whether a key holds an interview.
#[must_use]
pub fn is_interview(key: &str) -> bool {
    key.starts_with(INTERVIEW)
}

/// Key of an address that a calendar comes from.
#[must_use]
pub fn source(id: &str) -> String {
    format!("{SOURCE}{id}")
}

/// Whether a key holds such an address.
#[must_use]
pub fn is_source(key: &str) -> bool {
    key.starts_with(SOURCE)
}

/// Key of what a service granted to an account.
#[cfg(feature = "services")]
#[must_use]
pub fn grant(id: &str) -> String {
    format!("{GRANT}{id}")
}

/// Key of what the user said about events.
#[must_use]
pub fn correction(id: &str) -> String {
    format!("{CORRECTION}{id}")
}

/// Whether a key holds what the user said about events.
#[must_use]
pub fn is_correction(key: &str) -> bool {
    key.starts_with(CORRECTION)
}

/// Key of what is left of an interview that was deleted.
#[must_use]
pub fn deleted(id: &str) -> String {
    format!("{DELETED}{id}")
}

/// Whether a key holds what is left of an interview that was deleted.
#[must_use]
pub fn is_deleted(key: &str) -> bool {
    key.starts_with(DELETED)
}

/// Where a record that cannot be read is set aside.
#[must_use]
pub fn quarantine(key: &str) -> String {
    format!("{QUARANTINE}{key}")
}

/// Where the second, third … one of the same key is set aside.
#[must_use]
pub fn further_quarantine(key: &str, number: u32) -> String {
    format!("{QUARANTINE}{number}:{key}")
}

/// Whether a key holds a record that was set aside.
#[must_use]
pub fn is_quarantine(key: &str) -> bool {
    key.starts_with(QUARANTINE)
}

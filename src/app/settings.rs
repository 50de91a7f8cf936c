//! The user's profile and reminder settings: read by the pages, written by the background.

use serde_json::{Map, Value};

use super::{
    error::{AppError, Field},
    ports::KeyValueStore,
    protocol::{Profile, Settings},
    store::{
        Store, migrate,
        v1::{ProfileV1, SettingsV1},
    },
};
use crate::domain::form_time;

/// The profile among the stored records, for a page.
#[must_use]
pub fn profile(stored: &Map<String, Value>) -> Profile {
    let it = migrate::read_all(stored).profile;
    Profile {
        name: it.name,
        emails: it.emails,
        selling_points: it.selling_points,
        signature: it.signature,
        tone: it.tone,
        language: it.language,
        address: it.address,
        provider: it.provider,
        place: it.place,
        dictionary: it.dictionary,
        no_proofreading: it.no_proofreading,
        open_empty: it.open_empty,
        rephrasing: it.rephrasing,
    }
}

/// The settings among the stored records, for a page.
#[must_use]
pub fn settings(stored: &Map<String, Value>) -> Settings {
    let it = migrate::read_all(stored).settings;
    Settings {
        prompts: it.prompts,
        discreet: it.discreet,
        quiet_from: it.quiet_from,
        quiet_until: it.quiet_until,
        quiet_weekends: it.quiet_weekends,
        keep_months: it.keep_months,
        clear_sent: it.clear_sent,
    }
}

/// Replaces the settings.
///
/// # Errors
/// [`AppError::InvalidInput`] for a time that is none; the storage's.
pub async fn save_settings<K: KeyValueStore>(
    store: &Store<'_, K>,
    input: &Settings,
) -> Result<(), AppError> {
    for time in [&input.quiet_from, &input.quiet_until] {
        if form_time::time(time).is_none() {
            return Err(AppError::InvalidInput(Field::QuietHours));
        }
    }
    let old = store.records().await?;
    if old.newer {
        return Err(AppError::NewerData);
    }
    store
        .save_settings(SettingsV1 {
            rev: old.settings.rev,
            prompts: input.prompts,
            discreet: input.discreet,
            quiet_from: input.quiet_from.clone(),
            quiet_until: input.quiet_until.clone(),
            quiet_weekends: input.quiet_weekends,
            keep_months: input.keep_months,
            clear_sent: input.clear_sent,
        })
        .await
}

/// Replaces the profile. Blank rows are dropped, addresses are kept in lower case.
///
/// # Errors
/// [`AppError::InvalidInput`] for an address without `@`; the storage's.
pub async fn save_profile<K: KeyValueStore>(
    store: &Store<'_, K>,
    input: &Profile,
) -> Result<(), AppError> {
    let emails: Vec<String> = rows(&input.emails).map(|it| it.to_lowercase()).collect();
    if emails.iter().any(|it| !looks_like_an_address(it)) {
        return Err(AppError::InvalidInput(Field::Emails));
    }
    let old = store.profile().await?;
    let new = ProfileV1 {
        rev: old.rev,
        name: input.name.trim().to_owned(),
        emails,
        selling_points: rows(&input.selling_points).collect(),
        signature: input.signature.trim_end().to_owned(),
        tone: input.tone.clone(),
        language: input.language.clone(),
        address: input.address.clone(),
        provider: input.provider.clone(),
        place: input.place.trim().to_owned(),
        dictionary: rows(&input.dictionary).collect(),
        no_proofreading: input.no_proofreading,
        open_empty: input.open_empty,
        learned: old.learned.clone(),
        rephrasing: input.rephrasing,
    };
    if new == old {
        return Ok(());
    }
    store.save_profile(new).await
}

/// Adds a word to the dictionary; one that is there already is no second one.
///
/// # Errors
/// The storage's.
pub async fn learn_word<K: KeyValueStore>(
    store: &Store<'_, K>,
    word: &str,
) -> Result<(), AppError> {
    let mut profile = store.profile().await?;
    let word = word.trim();
    if word.is_empty() || profile.dictionary.iter().any(|it| it == word) {
        return Ok(());
    }
    profile.dictionary.push(word.to_owned());
    store.save_profile(profile).await
}

fn rows(input: &[String]) -> impl Iterator<Item = String> {
    input
        .iter()
        .map(|it| it.trim().to_owned())
        .filter(|it| !it.is_empty())
}

/// Something before and after one `@`, no blanks: enough to catch a slip, as strict as is safe.
fn looks_like_an_address(text: &str) -> bool {
    let mut parts = text.split('@');
    let (local, domain) = (parts.next(), parts.next());
    let filled = |part: Option<&str>| part.is_some_and(|it| !it.is_empty());
    filled(local) && filled(domain) && parts.next().is_none() && !text.contains(char::is_whitespace)
}

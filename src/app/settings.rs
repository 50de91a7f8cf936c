//! The user's profile: read by the pages, written by the background.

use serde_json::{Map, Value};

use super::{
    error::{AppError, Field},
    ports::KeyValueStore,
    protocol::Profile,
    store::{Store, migrate, v1::ProfileV1},
};

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
        provider: it.provider,
    }
}

/// Replaces the profile. Blank rows are dropped, addresses are kept in lower case.
///
/// # Errors
/// [`AppError::InvalidInput`] for an address without `@`; the storage's.
pub async fn save_profile<K: KeyValueStore>(
    store: &Store<'_, K>,
    input: &Profile,
) -> Result<(), AppError> {
    let emails: Vec<String> = rows(&input.emails)
        .map(|it| it.to_lowercase())
        .collect();
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
        provider: input.provider.clone(),
    };
    if new == old {
        return Ok(());
    }
    store.save_profile(new).await
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

//! What is being typed about one person, kept in `localStorage` until the background has it: a popup
//! is closed without warning as soon as it loses the focus.
//!
//! For pages only: workers have no `localStorage`. Holds nothing else; all else is the extension's
//! own storage.

use gloo_storage::{LocalStorage, Storage};
use js_sys::JSON;
use serde::{Deserialize, Serialize};

use super::convert;

/// Keys of edits begin like this.
const EDIT: &str = "edit:";

/// The fields of a form that differ from what is stored; `None` for those left alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct UnsavedEdit {
    /// What was talked about.
    pub specific: Option<String>,
    /// Chosen selling points.
    pub selling_points: Option<Vec<String>>,
    /// Subject line of the note.
    pub subject: Option<String>,
    /// Text of the note.
    pub body: Option<String>,
}

/// Keeps an edit, instead of an earlier one for the same person. Returns whether it is kept:
/// storage may be full or switched off, and typing must go on all the same.
pub fn keep(interview: &str, person: &str, edit: &UnsavedEdit) -> bool {
    available()
        && convert::to_js(edit)
            .ok()
            .and_then(|edit| JSON::stringify(&edit).ok())
            .is_some_and(|text| {
                let storage = LocalStorage::raw();
                storage
                    .set_item(&key(interview, person), &String::from(text))
                    .is_ok()
            })
}

/// The edit kept for a person; `None` also when it cannot be read.
#[must_use]
pub fn kept(interview: &str, person: &str) -> Option<UnsavedEdit> {
    if !available() {
        return None;
    }
    let text = LocalStorage::raw()
        .get_item(&key(interview, person))
        .ok()??;
    convert::from_js(JSON::parse(&text).ok()?).ok()
}

/// Whether any edit is kept.
#[must_use]
pub fn is_any_kept() -> bool {
    !names_where(EDIT).is_empty()
}

/// Forgets the edit for a person, once it is stored or thrown away.
pub fn forget(interview: &str, person: &str) {
    if available() {
        LocalStorage::delete(key(interview, person));
    }
}

/// Forgets every edit of an interview that is gone.
pub fn forget_interview(interview: &str) {
    forget_where(&format!("{EDIT}{interview}/"));
}

/// Forgets every edit.
pub fn forget_all() {
    forget_where(EDIT);
}

fn forget_where(beginning: &str) {
    for name in names_where(beginning) {
        LocalStorage::delete(name);
    }
}

fn names_where(beginning: &str) -> Vec<String> {
    if !available() {
        return Vec::new();
    }
    let storage = LocalStorage::raw();
    let names = (0..LocalStorage::length()).filter_map(|at| storage.key(at).ok().flatten());
    names.filter(|it| it.starts_with(beginning)).collect()
}

fn key(interview: &str, person: &str) -> String {
    format!("{EDIT}{interview}/{person}")
}

/// gloo-storage panics where the browser gives no `localStorage`: in workers, and when the user
/// blocks all cookies.
fn available() -> bool {
    web_sys::window().is_some_and(|it| matches!(it.local_storage(), Ok(Some(_))))
}

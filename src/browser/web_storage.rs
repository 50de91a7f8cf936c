//! What is being typed about one person, or into the form for a new interview, kept in `localStorage`
//! until the background has it: a popup is closed without warning as soon as it loses the focus.
//!
//! For pages only: workers have no `localStorage`. Holds nothing else; all else is the extension's
//! own storage.

use gloo_storage::{LocalStorage, Storage};
use js_sys::JSON;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::convert;

/// Keys of edits begin like this.
const EDIT: &str = "edit:";
/// Key of the interview that is being entered.
const ENTERED: &str = "entered";

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

/// The form for an interview that is in no calendar, as it is being filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct UnsavedInterview {
    /// When the line was typed, milliseconds since 1970 UTC: by that it says "yesterday".
    pub at_ms: i64,
    /// The user went elsewhere in the popup.
    pub left: bool,
    /// The line that fills the form.
    pub line: String,
    /// All fields: slot, value, and whether the user filled it in.
    pub fields: Vec<(String, String, bool)>,
    /// Names and addresses.
    pub people: Vec<(String, String)>,
    /// The user filled those in.
    pub people_touched: bool,
}

impl UnsavedInterview {
    /// Whether the user has entered nothing, or nothing any longer.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        let blank = |it: &str| it.trim().is_empty();
        blank(&self.line)
            && (self.fields.iter()).all(|(_, it, touched)| !touched || blank(it))
            && (!self.people_touched || self.people.is_empty())
    }
}

/// Keeps an edit, instead of an earlier one for the same person. Returns whether it is kept:
/// storage may be full or switched off, and typing must go on all the same.
pub fn keep(interview: &str, person: &str, edit: &UnsavedEdit) -> bool {
    put(&key(interview, person), edit)
}

/// Keeps what is entered of a new interview, like [`keep`].
pub fn keep_entered(entered: &UnsavedInterview) -> bool {
    put(ENTERED, entered)
}

/// What was entered of a new interview; `None` also when it cannot be read.
#[must_use]
pub fn kept_entered() -> Option<UnsavedInterview> {
    read(ENTERED)
}

/// Forgets what was entered of a new interview.
pub fn forget_entered() {
    forget_where(ENTERED);
}

fn put(key: &str, what: &impl Serialize) -> bool {
    available()
        && convert::to_js(what)
            .ok()
            .and_then(|it| JSON::stringify(&it).ok())
            .is_some_and(|text| {
                let storage = LocalStorage::raw();
                storage.set_item(key, &String::from(text)).is_ok()
            })
}

fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    if !available() {
        return None;
    }
    let text = LocalStorage::raw().get_item(key).ok()??;
    convert::from_js(JSON::parse(&text).ok()?).ok()
}

/// The edit kept for a person; `None` also when it cannot be read.
#[must_use]
pub fn kept(interview: &str, person: &str) -> Option<UnsavedEdit> {
    read(&key(interview, person))
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

/// Forgets all that is kept.
pub fn forget_all() {
    forget_where(EDIT);
    forget_entered();
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

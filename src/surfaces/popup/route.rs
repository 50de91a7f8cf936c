//! Which view is shown, and with which one the popup begins.

use crate::browser::{page, web_storage};

use super::Popup;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    List,
    Interview(String),
    /// One person of an interview: the question, the draft, or what comes after.
    Person(String, String, Step),
    /// Everybody of an interview at once.
    Panel(String),
    /// Where people and meeting are put right.
    People(String),
    /// For what "not an interview" is remembered.
    Remember(String),
    Add,
    /// What the page behind the popup says.
    Scan,
}

/// Which page of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Whichever the status asks for.
    Next,
    Question,
    Draft,
}

/// What the page's address names: what a notification or a row of the overview is about.
pub(super) fn named() -> Option<Route> {
    let fragment = page::fragment();
    let id = fragment.strip_prefix("interview:")?;
    Some(match id.split_once('/') {
        Some((id, person)) => Route::Person(id.to_owned(), person.to_owned(), Step::Next),
        None => Route::Interview(id.to_owned()),
    })
}

/// Where to begin otherwise: at the form that was being filled in, at a text that was cut off, to
/// somebody who is owed one, or at the list.
pub(super) fn first(popup: &Popup) -> Route {
    if web_storage::kept_entered().is_some_and(|it| !it.left) {
        return Route::Add;
    }
    if !web_storage::is_any_kept() {
        return Route::List;
    }
    let lists = popup.lists();
    let cut_off = lists.due.iter().chain(&lists.done).find_map(|card| {
        let person = card.people.iter().find_map(|it| {
            let edit = web_storage::kept(&card.id, &it.id)?;
            let typed = edit.specific.is_some_and(|it| !it.trim().is_empty());
            let step = if edit.body.is_some() || edit.subject.is_some() {
                Step::Draft
            } else {
                Step::Question
            };
            (it.owed && (typed || step == Step::Draft)).then(|| (it.id.clone(), step))
        })?;
        Some(Route::Person(card.id.clone(), person.0, person.1))
    });
    cut_off.unwrap_or(Route::List)
}

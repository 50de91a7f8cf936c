//! The edit that survives the popup being closed, in a real browser's `localStorage`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a browser that says no fails the test")]

use afternote::browser::web_storage::{UnsavedEdit, forget, keep, kept};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn edit(body: &str) -> UnsavedEdit {
    UnsavedEdit {
        body: Some(body.to_owned()),
        ..UnsavedEdit::default()
    }
}

fn local_storage() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

#[wasm_bindgen_test]
fn an_edit_is_found_again_as_it_was_typed() {
    let typed = UnsavedEdit {
        specific: Some("their on-call rotation\n  “fair”".to_owned()),
        selling_points: Some(vec!["Rust in production".to_owned()]),
        subject: Some(String::new()),
        body: Some("Hi Priya,\n\nThank".to_owned()),
    };
    assert!(keep("typed", "p1", &typed));
    assert_eq!(kept("typed", "p1"), Some(typed));
}

#[wasm_bindgen_test]
fn the_last_edit_counts() {
    assert!(keep("last", "p1", &edit("one")));
    assert!(keep("last", "p1", &edit("two")));
    assert_eq!(kept("last", "p1"), Some(edit("two")));
}

#[wasm_bindgen_test]
fn edits_for_two_people_are_not_mixed_up() {
    assert!(keep("mixed", "p1", &edit("one")));
    assert!(keep("mixed", "p2", &edit("two")));
    assert_eq!(kept("mixed", "p1"), Some(edit("one")));
    assert_eq!(kept("other", "p1"), None);
}

#[wasm_bindgen_test]
fn a_forgotten_edit_is_gone_and_may_be_forgotten_twice() {
    assert!(keep("gone", "p1", &edit("one")));
    forget("gone", "p1");
    forget("gone", "p1");
    assert_eq!(kept("gone", "p1"), None);
}

#[wasm_bindgen_test]
fn what_cannot_be_read_is_no_edit() {
    local_storage()
        .set_item("edit:damaged/p1", "{\"body\":")
        .unwrap();
    assert_eq!(kept("damaged", "p1"), None);
}

#[wasm_bindgen_test]
fn an_edit_that_does_not_fit_is_not_kept_and_nothing_breaks() {
    assert!(keep("big", "p1", &edit("small")));
    let ten_megabytes = "x".repeat(10 << 20);
    assert!(!keep("big", "p1", &edit(&ten_megabytes)));
    assert_eq!(kept("big", "p1"), Some(edit("small")));
}

//! Rendering in a real browser: templates are filled as text, listeners live as long as their part.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a browser that says no fails the test")]

use std::{cell::Cell, rc::Rc};

use afternote::browser::dom::{Part, document};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Event, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// Puts a template into the page: elements as `(name, slot)` pairs.
fn template(id: &str, content: &[(&str, &str)]) {
    let document = document().unwrap();
    let template = document.create_element("template").unwrap();
    template.set_id(id);
    let fragment = template
        .dyn_ref::<web_sys::HtmlTemplateElement>()
        .unwrap()
        .content();
    for (name, slot) in content {
        let element = document.create_element(name).unwrap();
        element.set_attribute("data-slot", slot).unwrap();
        fragment.append_child(&element).unwrap();
    }
    document.body().unwrap().append_child(&template).unwrap();
}

fn click(part: &Part, slot: &str) {
    part.slot(slot)
        .unwrap()
        .unchecked_into::<HtmlElement>()
        .click();
}

#[wasm_bindgen_test]
fn what_a_calendar_says_never_becomes_markup() {
    template("hostile", &[("p", "title"), ("button", "open")]);
    let part = Part::from_template("hostile").unwrap();
    for hostile in [
        "<img src=x onerror=alert(1)>",
        "</p><script>alert(1)</script>",
        "&lt;b&gt; & \u{202e}gnp.exe",
    ] {
        part.text("title", hostile);
        let title = part.slot("title").unwrap();
        assert_eq!(title.child_element_count(), 0);
        assert_eq!(title.text_content().unwrap(), hostile);
        part.attribute("open", "aria-label", hostile);
        let label = part.slot("open").unwrap().get_attribute("aria-label");
        assert_eq!(label.unwrap(), hostile);
    }
}

#[wasm_bindgen_test]
fn each_copy_of_a_template_is_its_own() {
    template("copies", &[("p", "text")]);
    let (one, other) = (
        Part::from_template("copies").unwrap(),
        Part::from_template("copies").unwrap(),
    );
    one.text("text", "one");
    other.text("text", "other");
    assert_eq!(one.slot("text").unwrap().text_content().unwrap(), "one");
    assert_eq!(other.slot("text").unwrap().text_content().unwrap(), "other");
    assert!(Part::from_template("no such template").is_none());
}

#[wasm_bindgen_test]
fn listeners_end_with_what_they_belong_to() {
    template("holder", &[("div", "inside")]);
    template("listening", &[("div", "room"), ("button", "act")]);
    let holder = Part::from_template("holder").unwrap();
    let first = Part::from_template("listening").unwrap();
    let clicks = Rc::new(Cell::new(0));
    let counted = clicks.clone();
    first.on_click("act", move || counted.set(counted.get() + 1));
    let button = first.slot("act").unwrap();
    holder.replace_content(&first);
    drop(first);
    let press = || {
        button
            .dispatch_event(&Event::new("click").unwrap())
            .unwrap()
    };
    press();
    assert_eq!(clicks.get(), 1, "the page holds what it shows");
    holder.replace_content(&Part::from_template("listening").unwrap());
    press();
    assert_eq!(clicks.get(), 1, "what is shown no more is not listened to");
}

#[wasm_bindgen_test]
fn fields_are_read_as_they_are_filled() {
    template(
        "fields",
        &[("input", "name"), ("textarea", "body"), ("p", "hint")],
    );
    let part = Part::from_template("fields").unwrap();
    part.set_value("name", "Zoë");
    part.set_value("body", "Two\nlines");
    assert_eq!(part.value("name"), "Zoë");
    assert_eq!(part.value("body"), "Two\nlines");
    assert_eq!(part.value("hint"), "");
    part.show("hint", false);
    assert!(part.slot("hint").unwrap().has_attribute("hidden"));
    // A slot that is not there is no reason to stop.
    part.text("absent", "x");
    part.on_click("absent", || {});
    template("one-button", &[("button", "act")]);
    let button = Part::from_template("one-button").unwrap();
    let clicked = Rc::new(Cell::new(false));
    let seen = clicked.clone();
    button.on_click("act", move || seen.set(true));
    click(&button, "act");
    assert!(clicked.get());
}

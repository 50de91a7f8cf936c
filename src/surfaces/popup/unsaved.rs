//! What is typed into the small forms of a page and not saved yet: it is there again once the page is
//! drawn anew, as when another one of its forms was saved, or something was taken back.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, NodeList};

use crate::browser::dom::{self, Part};

/// On a form: what it is about, the same in every drawing of the page.
const FORM: &str = "data-form";
/// On a field that something was typed into.
const TYPED: &str = "data-typed";

/// Keeps what is typed into the form in a slot; `name` says what it is about.
pub(super) fn watch(part: &Part, slot: &str, name: &str) {
    part.attribute(slot, FORM, name);
    part.on(slot, "input", |event| {
        let field = event.target();
        if let Some(field) = field.and_then(|it| it.dyn_into::<Element>().ok()) {
            let _ = field.set_attribute(TYPED, "");
        }
    });
}

/// What was typed into a form is saved: there is nothing to keep.
pub(super) fn saved(name: &str) {
    for field in all(&format!("{} [{TYPED}]", of_form(name))) {
        let _ = field.remove_attribute(TYPED);
    }
}

/// The fields that were typed into.
pub(super) struct Unsaved(Vec<Field>);

struct Field {
    form: String,
    slot: String,
    value: String,
}

impl Unsaved {
    /// As the page is now.
    pub(super) fn gather() -> Self {
        let fields = all(&format!("main form[{FORM}] [{TYPED}]"));
        Self(fields.into_iter().filter_map(field).collect())
    }

    /// Into the same forms of the page as it is now.
    pub(super) fn put_back(self) {
        for Field { form, slot, value } in self.0 {
            let form = of_form(&form);
            let Some(field) = find(&format!("{form} [data-slot=\"{slot}\"]")) else {
                continue;
            };
            dom::set_value_of(&field, &value);
            let _ = field.set_attribute(TYPED, "");
            if let Some(form) = find(&form) {
                // What is said of the fields is said again.
                let _ = Event::new("change").and_then(|it| form.dispatch_event(&it));
                if let Ok(Some(fold)) = form.closest("details") {
                    let _ = fold.set_attribute("open", "");
                }
            }
        }
    }
}

fn all(selector: &str) -> Vec<Element> {
    let found = dom::document().and_then(|it| it.query_selector_all(selector).ok());
    let elements = |it: &NodeList| {
        let at = 0..it.length();
        at.filter_map(|at| it.get(at)?.dyn_into().ok()).collect()
    };
    found.as_ref().map(elements).unwrap_or_default()
}

fn field(field: Element) -> Option<Field> {
    Some(Field {
        form: field.closest("form").ok()??.get_attribute(FORM)?,
        slot: field.get_attribute("data-slot")?,
        value: dom::value_of(&field),
    })
}

fn of_form(name: &str) -> String {
    format!("main form[{FORM}=\"{name}\"]")
}

fn find(selector: &str) -> Option<Element> {
    dom::document()?.query_selector(selector).ok()?
}

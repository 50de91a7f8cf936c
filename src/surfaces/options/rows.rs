//! A list of short texts, one field each: added, removed, moved up.

use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::browser::{
    dom::{self, Part},
    localize,
};

/// A list in a slot of a section.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    section: Part,
    slot: &'static str,
    kind: &'static str,
    label: &'static str,
}

impl Rows {
    /// The list in `slot`; each field has the input type `kind` and the accessible name `label`.
    pub(super) const fn new(
        section: Part,
        slot: &'static str,
        kind: &'static str,
        label: &'static str,
    ) -> Self {
        Self {
            section,
            slot,
            kind,
            label,
        }
    }

    /// Shows these values in place of others, and one empty field when there are none.
    pub(super) fn fill(&self, values: &[String], changed: &(impl Fn() + Clone + 'static)) {
        self.section.clear(self.slot);
        for value in values {
            self.add(value, changed.clone());
        }
        if values.is_empty() {
            self.add("", changed.clone());
        }
    }

    /// Adds a field, and gives it back.
    pub(super) fn add(&self, value: &str, changed: impl Fn() + Clone + 'static) -> Option<Part> {
        let row = Part::from_template("row")?;
        localize::localize(row.element());
        row.set_value("value", value);
        row.attribute("value", "type", self.kind);
        row.attribute("value", "aria-label", &localize::text(self.label, &[]));
        let element = row.element().clone();
        let after = changed.clone();
        row.on_click("remove", move || {
            element.remove();
            after();
        });
        let element = row.element().clone();
        let after = changed.clone();
        row.on_click("up", move || {
            if let Some(before) = element.previous_element_sibling() {
                let _ = before.before_with_node_1(&element);
                after();
            }
        });
        row.on("value", "change", move |_| changed());
        self.section.append(self.slot, &row);
        Some(row)
    }

    /// The values, in order, without blank ones.
    pub(super) fn values(&self) -> Vec<String> {
        let Some(list) = self.section.slot(self.slot) else {
            return Vec::new();
        };
        let rows = list.children();
        (0..rows.length())
            .filter_map(|index| rows.item(index))
            .filter_map(|row| row.query_selector("input").ok().flatten())
            .map(|it: Element| dom::value_of(&it.unchecked_into()))
            .filter(|it| !it.trim().is_empty())
            .collect()
    }
}

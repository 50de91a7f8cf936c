//! A thin layer over the DOM: parts of a page made from its `<template>`s, filled by slot.
//!
//! Text is only ever set as text. A listener lives as long as the part it belongs to.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    Document, DocumentFragment, Element, Event, EventTarget, HtmlElement, HtmlInputElement,
    HtmlSelectElement, HtmlTemplateElement, HtmlTextAreaElement,
};

/// A listener that is removed when it is dropped.
#[derive(Debug)]
struct Listener {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback(self.event, callback);
    }
}

/// The document of this page; `None` in a worker.
#[must_use]
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// An element with named slots (`data-slot`) and the listeners on them.
#[derive(Clone, Debug)]
pub struct Part {
    element: Element,
    listeners: Rc<RefCell<Vec<Listener>>>,
}

impl Part {
    /// The element with this id, as a part.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Self> {
        document()?.get_element_by_id(id).map(Self::of)
    }

    /// The body of the page.
    #[must_use]
    pub fn body() -> Option<Self> {
        Some(Self::of(document()?.body()?.into()))
    }

    fn of(element: Element) -> Self {
        Self {
            element,
            listeners: Rc::default(),
        }
    }

    /// A copy of a template's content, inside a new element when it has several.
    #[must_use]
    pub fn from_template(id: &str) -> Option<Self> {
        let template: HtmlTemplateElement = document()?.get_element_by_id(id)?.dyn_into().ok()?;
        let content: DocumentFragment = template
            .content()
            .clone_node_with_deep(true)
            .ok()?
            .dyn_into()
            .ok()?;
        let only = (content.child_element_count() == 1)
            .then(|| content.first_element_child())
            .flatten();
        let element = match only {
            Some(element) => element,
            None => {
                let holder = document()?.create_element("div").ok()?;
                holder.append_child(&content).ok()?;
                holder
            }
        };
        Some(Self::of(element))
    }

    /// The element itself.
    #[must_use]
    pub const fn element(&self) -> &Element {
        &self.element
    }

    /// The element of a slot: the part itself or one inside it.
    #[must_use]
    pub fn slot(&self, name: &str) -> Option<Element> {
        if self.element.get_attribute("data-slot").as_deref() == Some(name) {
            return Some(self.element.clone());
        }
        let selector = format!("[data-slot=\"{name}\"]");
        self.element.query_selector(&selector).ok()?
    }

    /// Sets the text of a slot.
    pub fn text(&self, slot: &str, text: &str) {
        if let Some(it) = self.slot(slot) {
            it.set_text_content(Some(text));
        }
    }

    /// Sets an attribute of a slot.
    pub fn attribute(&self, slot: &str, name: &str, value: &str) {
        if let Some(it) = self.slot(slot) {
            let _ = it.set_attribute(name, value);
        }
    }

    /// Shows or hides a slot.
    pub fn show(&self, slot: &str, shown: bool) {
        if let Some(it) = self
            .slot(slot)
            .and_then(|it| it.dyn_into::<HtmlElement>().ok())
        {
            it.set_hidden(!shown);
        }
    }

    /// Adds or removes a class of a slot.
    pub fn class(&self, slot: &str, name: &str, on: bool) {
        if let Some(it) = self.slot(slot) {
            let _ = it.class_list().toggle_with_force(name, on);
        }
    }

    /// Adds a part at the end of a slot; its listeners now live with this one.
    pub fn append(&self, slot: &str, child: &Self) {
        if let Some(it) = self.slot(slot) {
            let _ = it.append_child(&child.element);
            self.adopt(child);
        }
    }

    /// Replaces everything inside by a part; the listeners of what was inside are gone.
    pub fn replace_content(&self, child: &Self) {
        self.listeners.borrow_mut().clear();
        self.element.set_text_content(None);
        let _ = self.element.append_child(&child.element);
        self.adopt(child);
    }

    /// Empties a slot.
    pub fn clear(&self, slot: &str) {
        self.text(slot, "");
    }

    /// Keeps the listeners of another part as long as this one lives.
    pub fn keep(&self, other: &Self) {
        self.adopt(other);
    }

    fn adopt(&self, child: &Self) {
        let mut theirs = child.listeners.borrow_mut();
        self.listeners.borrow_mut().append(&mut theirs);
    }

    /// Listens to an event of a slot.
    pub fn on(&self, slot: &str, event: &'static str, callback: impl FnMut(Event) + 'static) {
        if let Some(it) = self.slot(slot) {
            self.listen(it.into(), event, callback);
        }
    }

    /// Listens to a click on a slot.
    pub fn on_click(&self, slot: &str, mut callback: impl FnMut() + 'static) {
        self.on(slot, "click", move |_| callback());
    }

    /// Listens to an event of the part itself.
    pub fn on_self(&self, event: &'static str, callback: impl FnMut(Event) + 'static) {
        self.listen(self.element.clone().into(), event, callback);
    }

    fn listen(
        &self,
        target: EventTarget,
        event: &'static str,
        callback: impl FnMut(Event) + 'static,
    ) {
        let callback = Closure::<dyn FnMut(Event)>::new(callback);
        let function = callback.as_ref().unchecked_ref();
        if target
            .add_event_listener_with_callback(event, function)
            .is_ok()
        {
            self.listeners.borrow_mut().push(Listener {
                target,
                event,
                callback,
            });
        }
    }

    /// The value of a field in a slot.
    #[must_use]
    pub fn value(&self, slot: &str) -> String {
        self.slot(slot).map(|it| value_of(&it)).unwrap_or_default()
    }

    /// Sets the value of a field in a slot.
    pub fn set_value(&self, slot: &str, value: &str) {
        if let Some(it) = self.slot(slot) {
            set_value_of(&it, value);
        }
    }

    /// Whether a checkbox in a slot is ticked.
    #[must_use]
    pub fn is_checked(&self, slot: &str) -> bool {
        self.slot(slot)
            .and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
            .is_some_and(|it| it.checked())
    }

    /// Ticks a checkbox in a slot, or not.
    pub fn set_checked(&self, slot: &str, checked: bool) {
        if let Some(it) = self
            .slot(slot)
            .and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
        {
            it.set_checked(checked);
        }
    }

    /// Enables or disables a control in a slot.
    pub fn enable(&self, slot: &str, enabled: bool) {
        if let Some(it) = self.slot(slot) {
            let _ = it.toggle_attribute_with_force("disabled", !enabled);
        }
    }

    /// Adds text at the end of a slot; with a class it is marked (`<mark>`).
    pub fn append_text(&self, slot: &str, text: &str, mark: Option<&str>) {
        let (Some(it), Some(document)) = (self.slot(slot), document()) else {
            return;
        };
        let name = if mark.is_some() { "mark" } else { "span" };
        if let Ok(marked) = document.create_element(name) {
            marked.set_class_name(mark.unwrap_or_default());
            marked.set_text_content(Some(text));
            let _ = it.append_child(&marked);
        }
    }

    /// Selects a part of the text in a slot's field, in UTF-16 units, and puts the focus there.
    pub fn select_text(&self, slot: &str, from: u32, until: u32) {
        if let Some(it) = self
            .slot(slot)
            .and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok())
        {
            let _ = it.focus();
            let _ = it.set_selection_range(from, until);
        }
    }

    /// Replaces a part of the text in a slot's field, in UTF-16 units.
    pub fn replace_text(&self, slot: &str, from: u32, until: u32, with: &str) {
        if let Some(it) = self
            .slot(slot)
            .and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok())
        {
            let _ = it.set_range_text_with_start_and_end(with, from, until);
            let _ = it.focus();
        }
    }

    /// Scrolls one slot to where another one is.
    pub fn scroll_like(&self, slot: &str, other: &str) {
        if let (Some(it), Some(other)) = (self.slot(slot), self.slot(other)) {
            it.set_scroll_top(other.scroll_top());
        }
    }

    /// Puts the focus on a slot.
    pub fn focus(&self, slot: &str) {
        if let Some(it) = self
            .slot(slot)
            .and_then(|it| it.dyn_into::<HtmlElement>().ok())
        {
            let _ = it.focus();
        }
    }
}

/// Puts the focus on the first element that a selector finds; whether there is one.
pub fn focus(selector: &str) -> bool {
    let found = document().and_then(|it| it.query_selector(selector).ok().flatten());
    let found = found.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|it| it.focus().is_ok())
}

/// Whether a field has the focus.
#[must_use]
pub fn is_typing() -> bool {
    document()
        .and_then(|it| it.active_element())
        .is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// The value of a field.
#[must_use]
pub fn value_of(field: &Element) -> String {
    if let Some(it) = field.dyn_ref::<HtmlInputElement>() {
        it.value()
    } else if let Some(it) = field.dyn_ref::<HtmlTextAreaElement>() {
        it.value()
    } else if let Some(it) = field.dyn_ref::<HtmlSelectElement>() {
        it.value()
    } else {
        String::new()
    }
}

/// Sets the value of a field.
pub fn set_value_of(field: &Element, value: &str) {
    if let Some(it) = field.dyn_ref::<HtmlInputElement>() {
        it.set_value(value);
    } else if let Some(it) = field.dyn_ref::<HtmlTextAreaElement>() {
        it.set_value(value);
    } else if let Some(it) = field.dyn_ref::<HtmlSelectElement>() {
        it.set_value(value);
    }
}

/// Adds a choice to a select in a slot of `part`.
pub fn add_choice(part: &Part, slot: &str, value: &str, text: &str) {
    let option = document().and_then(|it| it.create_element("option").ok());
    if let (Some(select), Some(option)) = (part.slot(slot), option) {
        let _ = option.set_attribute("value", value);
        option.set_text_content(Some(text));
        let _ = select.append_child(&option);
    }
}

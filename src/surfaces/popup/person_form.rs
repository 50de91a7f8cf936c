//! The small form for a person: name, address, job title.

use crate::{app::protocol::views::PersonCard, browser::dom::Part};

/// Fills the form of `part` and hands over what was entered when it is submitted.
pub(super) fn connect(
    part: &Part,
    person: Option<&PersonCard>,
    mut submit: impl FnMut(String, String, String) + 'static,
) {
    if let Some(person) = person {
        part.set_value("name", &person.name);
        part.set_value("email", &person.own_address);
        part.set_value("title", person.title.as_deref().unwrap_or_default());
    }
    let form = part.clone();
    part.on("person-form", "submit", move |event| {
        event.prevent_default();
        submit(form.value("name"), form.value("email"), form.value("title"));
    });
}

//! The small form for a person: name, address, job title.

use crate::{
    app::{people, protocol::views::PersonCard},
    browser::dom::Part,
};

/// What was entered.
#[derive(Debug)]
pub(super) struct Entered {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) title: String,
    /// Empty where the form does not ask.
    pub(super) call: String,
}

/// Fills the form of `part` and hands over what was entered when it is submitted. Says at once of an
/// address that nothing will be sent to it.
pub(super) fn connect(
    part: &Part,
    person: Option<&PersonCard>,
    mut submit: impl FnMut(Entered) + 'static,
) {
    if let Some(person) = person {
        part.set_value("name", &person.name);
        part.set_value("email", &person.own_address);
        part.set_value("title", person.title.as_deref().unwrap_or_default());
        part.set_value("call", &person.call);
    }
    let form = part.clone();
    let warn = move || {
        let shared = people::is_no_persons(&form.value("email"), &form.value("name"));
        form.show("shared", shared);
    };
    warn();
    part.on("person-form", "change", move |_| warn());
    let form = part.clone();
    part.on("person-form", "submit", move |event| {
        event.prevent_default();
        submit(Entered {
            name: form.value("name"),
            email: form.value("email"),
            title: form.value("title"),
            call: form.value("call"),
        });
    });
}

//! The user's profile. Stored whenever a field or the page is left, and after a pause in typing.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        error::AppError,
        open_in_webmail,
        ports::KeyValueStore,
        protocol::{self, Profile, Request, views::Address},
        settings,
        store::keys,
    },
    browser::{
        dom::{self, Part},
        extension_storage::ExtensionStorage,
        language_model::{self, Availability},
        localize::text,
        page, time_limit,
    },
    surfaces::client,
};

use super::{rows::Rows, show_outcome};

/// Pause in typing after which the profile is stored, in milliseconds.
const PAUSE_MS: i32 = 700;

const TONES: [&str; 3] = ["warm", "formal", "plain"];
const LANGUAGES: [&str; 4] = ["en", "de", "fr", "es"];

/// Fills the section and listens to it.
pub(super) fn connect(stored: &Map<String, Value>) {
    let Some(section) = Part::by_id("profile") else {
        return;
    };
    for code in open_in_webmail::providers() {
        dom::add_choice(
            &section,
            "provider",
            code,
            &text(&format!("provider_{code}"), &[]),
        );
    }
    for code in TONES {
        dom::add_choice(&section, "tone", code, &text(&format!("tone_{code}"), &[]));
    }
    for code in LANGUAGES {
        let name = text(&format!("language_{code}"), &[]);
        dom::add_choice(&section, "language", code, &name);
    }
    for address in Address::ALL {
        let code = address.code();
        let name = text(&format!("address_{code}"), &[]);
        dom::add_choice(&section, "address", code, &name);
    }
    let form = Form {
        emails: Rows::new(section.clone(), "emails", "email", "options_email"),
        points: Rows::new(section.clone(), "points", "text", "options_point"),
        dictionary: Rows::new(section.clone(), "dictionary", "text", "options_word"),
        section: section.clone(),
        changes: Rc::default(),
        stored: Rc::default(),
        shown: Rc::default(),
    };
    form.fill(settings::profile(stored));
    let saving = form.clone();
    let changed = move || saving.save_if_changed();
    for (slot, rows) in [
        ("add-email", form.emails.clone()),
        ("add-point", form.points.clone()),
        ("add-word", form.dictionary.clone()),
    ] {
        let changed = changed.clone();
        section.on_click(slot, move || {
            if let Some(row) = rows.add("", changed.clone()) {
                row.focus("value");
            }
        });
    }
    for slot in ["rephrasing", "language"] {
        let choosing = section.clone();
        section.on(slot, "change", move |_| show_model(&choosing));
    }
    let choosing = section.clone();
    section.on("provider", "change", move |_| {
        // The account of another service means nothing to this one.
        choosing.set_value("place", "");
        show_place(&choosing);
    });
    for slot in [
        "name",
        "provider",
        "place",
        "open-empty",
        "signature",
        "tone",
        "language",
        "address",
        "proofreading",
        "rephrasing",
    ] {
        let changed = changed.clone();
        section.on(slot, "change", move |_| changed());
    }
    let typing = form.clone();
    section.on_self("input", move |_| typing.save_after_pause());
    let typed = form.clone();
    page::on_hidden(move || typed.save_if_changed());
    let following = form.clone();
    // Without news the form is as it was, and saving looks at what is stored anyway.
    let _ = page::on_stored(move || following.follow());
    // The page lives as long as its listeners.
    std::mem::forget(section);
}

/// Asks for the account or the server where the chosen service has several.
fn show_place(section: &Part) {
    let place = open_in_webmail::place_of(&section.value("provider"));
    section.show("place-field", place.is_some());
    if let Some(place) = place {
        section.text("place-name", &text(&format!("options_place_{place}"), &[]));
        let example = text(&format!("options_place_{place}_example"), &[]);
        section.attribute("place", "placeholder", &example);
    }
}

/// Says whether the browser has a model, and, once the user wants it, whether it works. The choice is
/// kept where it does not: in another browser it may.
fn show_model(section: &Part) {
    let exists = language_model::exists();
    section.show("rephrasing-line", exists);
    section.show("rephrasing-none", !exists);
    section.show("rephrasing-unavailable", false);
    if !exists || !section.is_checked("rephrasing") {
        return;
    }
    let section = section.clone();
    spawn_local(async move {
        let availability = language_model::availability(&section.value("language")).await;
        let in_vain = availability == Availability::Unavailable;
        section.show(
            "rephrasing-unavailable",
            in_vain && section.is_checked("rephrasing"),
        );
    });
}

/// The fields of the profile.
#[derive(Clone, Debug)]
struct Form {
    section: Part,
    emails: Rows,
    points: Rows,
    dictionary: Rows,
    changes: Rc<Cell<u32>>,
    /// What was stored when the form was filled or saved last, and what the form said then.
    stored: Rc<RefCell<Profile>>,
    shown: Rc<RefCell<Profile>>,
}

impl Form {
    fn fill(&self, profile: Profile) {
        let section = &self.section;
        section.set_value("name", &profile.name);
        section.set_value("signature", &profile.signature);
        for (slot, value, first) in [
            (
                "provider",
                &profile.provider,
                open_in_webmail::providers().first().copied(),
            ),
            ("tone", &profile.tone, TONES.first().copied()),
            ("language", &profile.language, LANGUAGES.first().copied()),
            (
                "address",
                &profile.address,
                Address::ALL.first().map(|it| it.code()),
            ),
        ] {
            let chosen = Some(value.as_str()).filter(|it| !it.is_empty());
            section.set_value(slot, chosen.or(first).unwrap_or_default());
        }
        let saving = self.clone();
        let changed = move || saving.save_if_changed();
        self.emails.fill(&profile.emails, &changed);
        self.points.fill(&profile.selling_points, &changed);
        self.dictionary.fill(&profile.dictionary, &changed);
        section.set_value("place", &profile.place);
        section.set_checked("proofreading", !profile.no_proofreading);
        section.set_checked("open-empty", profile.open_empty);
        section.set_checked("rephrasing", profile.rephrasing);
        show_model(section);
        show_place(section);
        *self.stored.borrow_mut() = profile;
        *self.shown.borrow_mut() = self.profile();
    }

    /// Shows what was stored elsewhere (deleted, brought back, a word learned), unless somebody is
    /// typing here.
    fn follow(&self) {
        let form = self.clone();
        spawn_local(async move {
            let Ok(stored) = ExtensionStorage.get(&[keys::PROFILE]).await else {
                return;
            };
            let profile = settings::profile(&stored);
            if *form.stored.borrow() != profile && !form.is_changed() && !dom::is_typing() {
                form.fill(profile);
            }
        });
    }

    fn profile(&self) -> Profile {
        Profile {
            name: self.section.value("name"),
            emails: self.emails.values(),
            selling_points: self.points.values(),
            signature: self.section.value("signature"),
            tone: self.section.value("tone"),
            language: self.section.value("language"),
            address: self.section.value("address"),
            provider: self.section.value("provider"),
            place: self.section.value("place"),
            dictionary: self.dictionary.values(),
            no_proofreading: !self.section.is_checked("proofreading"),
            open_empty: self.section.is_checked("open-empty"),
            rephrasing: self.section.is_checked("rephrasing"),
        }
    }

    fn is_changed(&self) -> bool {
        *self.shown.borrow() != self.profile()
    }

    fn save_after_pause(&self) {
        let form = self.clone();
        let number = form.changes.get().wrapping_add(1);
        form.changes.set(number);
        spawn_local(async move {
            time_limit::pause(PAUSE_MS).await;
            if form.changes.get() == number {
                form.save_if_changed();
            }
        });
    }

    fn save_if_changed(&self) {
        if self.is_changed() {
            self.save();
        }
    }

    fn save(&self) {
        let form = self.clone();
        let said = form.profile();
        let began = form.shown.replace(said.clone());
        spawn_local(async move {
            let outcome = form.send(&began, &said).await;
            show_outcome(&form.section, &outcome);
        });
    }

    /// Stores what the form says now and did not when it `began`.
    async fn send(&self, began: &Profile, said: &Profile) -> Result<(), AppError> {
        let stored = ExtensionStorage.get(&[keys::PROFILE]).await?;
        let stored = settings::profile(&stored);
        let mut profile = protocol::over(&stored, began, said).unwrap_or_else(|| said.clone());
        // What was never chosen is what the page shows as chosen.
        for (field, shown) in [
            (&mut profile.provider, &said.provider),
            (&mut profile.tone, &said.tone),
            (&mut profile.language, &said.language),
            (&mut profile.address, &said.address),
        ] {
            if field.is_empty() {
                field.clone_from(shown);
            }
        }
        *self.stored.borrow_mut() = profile.clone();
        client::send(Request::SaveProfile { profile })
            .await
            .map(drop)
    }
}

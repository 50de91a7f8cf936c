//! What the user's edits have taught: listed, and taken out, with a way back.

use std::{cell::RefCell, rc::Rc};

use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        ports::KeyValueStore,
        protocol::{Lesson, Request},
        teach::{self, Row},
    },
    browser::{
        dom::Part,
        extension_storage::ExtensionStorage,
        localize::{self, text},
        page,
    },
    surfaces::client,
};

use super::show_outcome;

struct Lessons {
    section: Part,
    list: Part,
    shown: RefCell<Option<Vec<Row>>>,
    /// What was taken out last.
    removed: RefCell<Option<Lesson>>,
}

/// Fills the section, and follows what is stored.
pub(super) fn connect(stored: &Map<String, Value>) {
    let (Some(section), Some(list)) = (Part::by_id("lessons"), Part::by_id("lesson-list")) else {
        return;
    };
    let it = Rc::new(Lessons {
        section,
        list,
        shown: RefCell::default(),
        removed: RefCell::default(),
    });
    it.fill(stored);
    let one = it.clone();
    it.section.on_click("bring-back", move || one.bring_back());
    let _ = page::on_stored(move || {
        let it = it.clone();
        spawn_local(async move {
            if let Ok(stored) = ExtensionStorage.get_all().await {
                it.fill(&stored);
            }
        });
    });
}

impl Lessons {
    fn fill(self: &Rc<Self>, stored: &Map<String, Value>) {
        let rows = teach::list(stored);
        if self.shown.borrow().as_ref() == Some(&rows) {
            return;
        }
        self.section.show("none", rows.is_empty());
        if let Some(all) = Part::from_template("lesson-rows") {
            for row in &rows {
                if let Some(row) = self.row(row) {
                    all.append("rows", &row);
                }
            }
            self.list.replace_content(&all);
        }
        *self.shown.borrow_mut() = Some(rows);
    }

    fn row(self: &Rc<Self>, it: &Row) -> Option<Part> {
        let row = Part::from_template("lesson-row")?;
        localize::localize(row.element());
        row.text("words", &it.shown);
        row.text("about", &about(it));
        let label = text("lesson_remove_label", &[&it.shown]);
        row.attribute("remove", "aria-label", &label);
        let (one, lesson) = (self.clone(), it.lesson.clone());
        row.on_click("remove", move || one.remove(&lesson));
        Some(row)
    }

    fn remove(self: &Rc<Self>, lesson: &Lesson) {
        let (it, lesson) = (self.clone(), lesson.clone());
        spawn_local(async move {
            let request = Request::Unteach {
                lesson: lesson.clone(),
            };
            let outcome = client::send(request).await.map(drop);
            show_outcome(&it.section, &outcome);
            if outcome.is_ok() {
                *it.removed.borrow_mut() = Some(lesson);
                it.section.show("removed", true);
                // The button that was pressed is gone.
                it.section.focus("bring-back");
            }
        });
    }

    fn bring_back(self: &Rc<Self>) {
        let Some(lesson) = self.removed.borrow_mut().take() else {
            return;
        };
        let it = self.clone();
        spawn_local(async move {
            let request = Request::Teach {
                lesson: lesson.clone(),
            };
            let outcome = client::send(request).await.map(drop);
            show_outcome(&it.section, &outcome);
            it.section.show("removed", outcome.is_err());
            if outcome.is_err() {
                *it.removed.borrow_mut() = Some(lesson);
            }
        });
    }
}

/// What it is, in which language, and for which form of address where there are two.
fn about(it: &Row) -> String {
    let language = text(&format!("lesson_language_{}", it.lesson.language), &[]);
    let what = text(&format!("lesson_{}", it.lesson.habit), &[&language]);
    if !it.one_form {
        return what;
    }
    let form = text(&format!("address_{}", it.lesson.address), &[]);
    text("lesson_with_form", &[&what, &form])
}

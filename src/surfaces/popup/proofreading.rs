//! Remarks of the proofreader under the letter: take one, leave it, or teach the word.
//!
//! Nothing is loaded before the text is edited for the first time.

use std::{
    cell::{Cell, RefCell},
    collections::HashSet,
    rc::Rc,
};

use super::draft::Draft;
use crate::{
    app::protocol::Request,
    browser::{
        dom::Part,
        localize::text,
        proofreader::{Proofreader, Remark},
        time_limit,
    },
};

/// Pause in typing after which the text is read, in milliseconds.
const PAUSE_MS: i32 = 600;

/// What is known of the text of one draft.
#[derive(Debug, Default)]
pub(super) struct Proofreading {
    reader: RefCell<Option<Proofreader>>,
    asked: Cell<u32>,
    ignored: RefCell<HashSet<String>>,
}

/// Reads the text after a pause, where the note is in English and the user wants it.
pub(super) fn read_soon(draft: &Rc<Draft>) {
    let state = &draft.proofreading;
    let wanted = draft.desk.as_ref().is_some_and(|it| it.is_proofread());
    if !wanted {
        return;
    }
    let number = state.asked.get().wrapping_add(1);
    state.asked.set(number);
    draft.part.clear("remarks");
    let draft = draft.clone();
    draft.popup.clone().attempt(move |_| async move {
        time_limit::pause(PAUSE_MS).await;
        if draft.proofreading.asked.get() == number {
            read(&draft, number);
        }
        Ok(())
    });
}

fn read(draft: &Rc<Draft>, number: u32) {
    let mut reader = draft.proofreading.reader.borrow_mut();
    if reader.is_none() {
        let telling = Rc::downgrade(draft);
        let started = Proofreader::start(move |id, remarks| {
            if let Some(draft) = telling.upgrade()
                && draft.proofreading.asked.get() == id
            {
                show(&draft, &remarks);
            }
        });
        *reader = started.ok();
    }
    let known = draft.desk.as_ref().map(|it| it.known_words());
    if let (Some(reader), Some(known)) = (&*reader, known) {
        reader.read(number, &draft.body(), &known);
    }
}

fn show(draft: &Rc<Draft>, remarks: &[Remark]) {
    draft.part.clear("remarks");
    let ignored = draft.proofreading.ignored.borrow();
    let left = remarks
        .iter()
        .filter(|it| !ignored.contains(&it.words.to_lowercase()));
    for remark in left {
        if let Some(line) = line(draft, remark) {
            draft.part.append("remarks", &line);
        }
    }
    draft.part.attribute("remarks", "data-read", "true");
}

fn line(draft: &Rc<Draft>, remark: &Remark) -> Option<Part> {
    let part = Part::from_template("remark")?;
    let _ = part.element().set_attribute("data-words", &remark.words);
    part.text("kind", &text(&format!("remark_{}", remark.kind), &[]));
    part.text(
        "text",
        &text("remark_text", &[&remark.words, &remark.message]),
    );
    for suggestion in &remark.suggestions {
        let Some(button) = Part::from_template("pick-word") else {
            continue;
        };
        let label = if suggestion.is_empty() {
            text("remark_remove", &[])
        } else {
            suggestion.clone()
        };
        button.text("text", &label);
        let (draft, remark, with) = (draft.clone(), remark.clone(), suggestion.clone());
        button.on_click("text", move || {
            draft
                .part
                .replace_text("body", remark.from, remark.until, &with);
            draft.typed();
        });
        part.append("suggestions", &button);
    }
    part.text("place", &text("popup_finding_show", &[]));
    let (showing, at) = (draft.clone(), (remark.from, remark.until));
    part.on_click("place", move || {
        showing.part.select_text("body", at.0, at.1)
    });
    part.text("ignore", &text("remark_ignore", &[]));
    let (ignoring, words) = (draft.clone(), remark.words.to_lowercase());
    part.on_click("ignore", move || {
        let mut ignored = ignoring.proofreading.ignored.borrow_mut();
        ignored.insert(words.clone());
        drop(ignored);
        read_soon(&ignoring);
    });
    part.show("learn", remark.kind == "spelling");
    part.text("learn", &text("remark_learn", &[]));
    let (learning, word) = (draft.clone(), remark.words.clone());
    part.on_click("learn", move || {
        let lower = word.to_lowercase();
        learning.proofreading.ignored.borrow_mut().insert(lower);
        let word = word.clone();
        learning.popup.attempt(move |popup| async move {
            popup
                .send(Request::LearnWord { word: word.clone() })
                .await?;
            popup.say(&text("said_learnt", &[&word]));
            Ok(())
        });
        read_soon(&learning);
    });
    Some(part)
}

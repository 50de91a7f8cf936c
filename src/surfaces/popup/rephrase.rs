//! *Rephrase*: the message in other words, by the browser's own model, on a click; shown as a
//! difference, and taken only on another click. Offered where the user has switched it on and the
//! browser has a model; nothing of it is asked for before a draft is shown.

use std::{cell::RefCell, rc::Rc};

use super::{draft::Draft, teach};
use crate::{
    app::draft_desk::rephrasing::{Piece, Rephrased},
    browser::{
        dom::Part,
        language_model::{self, Availability, NoAnswer, Question},
        localize::{self, text},
    },
};

/// What is going on about the words of one draft.
#[derive(Debug, Default)]
pub(super) struct Rephrasing {
    question: RefCell<Option<Rc<Question>>>,
    /// Body before and after, while one of them is offered or was taken.
    change: RefCell<Option<(String, String)>>,
}

impl Drop for Rephrasing {
    /// Whoever leaves the page waits for nothing.
    fn drop(&mut self) {
        if let Some(question) = self.question.borrow_mut().take() {
            question.cancel();
        }
    }
}

/// Shows the button once it is known that there is a model.
pub(super) fn offer(draft: &Rc<Draft>) {
    let wanted = draft.desk.as_ref().filter(|it| it.wants_rephrasing());
    let Some(language) = wanted.map(|it| it.language()) else {
        return;
    };
    if !language_model::exists() {
        return;
    }
    let draft = Rc::downgrade(draft);
    wasm_bindgen_futures::spawn_local(async move {
        let availability = language_model::availability(language).await;
        if let Some(draft) = draft.upgrade() {
            connect(&draft, availability, language);
        }
    });
}

fn connect(draft: &Rc<Draft>, availability: Availability, language: &str) {
    let part = &draft.part;
    if availability == Availability::Unavailable {
        let name = text(&format!("language_{language}"), &[]);
        say(draft, &text("rephrase_unavailable", &[&name]));
        return;
    }
    let is_there = availability == Availability::Available;
    part.show("rephrase", true);
    part.show("rephrase-download", !is_there);
    on_click(draft, "rephrase", move |draft| ask(draft, is_there));
    on_click(draft, "rephrase-cancel", |draft| {
        if let Some(question) = draft.rephrasing.question.borrow().as_ref() {
            question.cancel();
        }
    });
    on_click(draft, "rephrase-take", take);
    on_click(draft, "rephrase-leave", |draft| {
        say(draft, &text("rephrase_left", &[]));
        draft.part.focus("rephrase");
    });
    on_click(draft, "rephrase-undo", undo);
    // What was offered was for the text as it stood.
    let typing = Rc::downgrade(draft);
    part.on("body", "input", move |_| {
        if let Some(draft) = typing.upgrade()
            && draft.rephrasing.change.borrow_mut().take().is_some()
        {
            say(&draft, "");
        }
    });
}

fn on_click(draft: &Rc<Draft>, slot: &str, action: impl Fn(&Rc<Draft>) + 'static) {
    // The part owns its listeners, and the draft the part.
    let weak = Rc::downgrade(draft);
    draft.part.on_click(slot, move || {
        if let Some(draft) = weak.upgrade() {
            action(&draft);
        }
    });
}

/// Runs in the click: only that may begin a download.
fn ask(draft: &Rc<Draft>, is_there: bool) {
    let before = (draft.subject(), draft.body());
    let prompt = draft.desk.as_ref().and_then(|it| it.prompt(&before.1));
    let Some(prompt) = prompt else {
        return say(draft, &text("refused_empty", &[]));
    };
    let Some(question) = Question::new().map(Rc::new) else {
        return say(draft, &text("rephrase_failed", &[]));
    };
    let telling = Rc::downgrade(draft);
    let answer = question.ask(&prompt, is_there, move |percent| {
        if let Some(draft) = telling.upgrade() {
            let percent = percent.to_string();
            draft.part.attribute("rephrase-progress", "value", &percent);
            draft
                .part
                .text("rephrase-state", &text("rephrase_loading", &[&percent]));
        }
    });
    *draft.rephrasing.question.borrow_mut() = Some(question.clone());
    working(draft, is_there);
    let waiting = Rc::downgrade(draft);
    // Nobody but the draft holds the question, so leaving the page ends it.
    drop(question);
    wasm_bindgen_futures::spawn_local(async move {
        let answer = answer.await;
        if let Some(draft) = waiting.upgrade() {
            draft.rephrasing.question.borrow_mut().take();
            answered(&draft, &before, answer);
        }
    });
}

/// Shows that something is going on, and how to end it.
fn working(draft: &Draft, is_there: bool) {
    say(draft, "");
    let part = &draft.part;
    part.show("rephrasing", true);
    part.show("rephrase-working", true);
    part.show("rephrase-progress", !is_there);
    part.enable("rephrase", false);
    let state = if is_there {
        text("rephrase_working", &[])
    } else {
        text("rephrase_loading", &["0"])
    };
    part.text("rephrase-state", &state);
    draft.popup.announce(&state);
    part.focus("rephrase-cancel");
}

fn answered(draft: &Draft, before: &(String, String), answer: Result<String, NoAnswer>) {
    let (subject, body) = before;
    let focused = draft
        .part
        .slot("rephrase-cancel")
        .is_some_and(|it| has_focus(&it));
    let shown = match answer {
        Err(NoAnswer::Cancelled) => Err(text("rephrase_cancelled", &[])),
        Err(NoAnswer::TooSlow) => Err(text("rephrase_slow", &[])),
        Err(NoAnswer::Failed) => Err(text("rephrase_failed", &[])),
        Ok(_) if draft.body() != *body => Err(text("rephrase_stale", &[])),
        Ok(answer) => judged(draft, subject, body, &answer),
    };
    draft.part.enable("rephrase", true);
    match shown {
        Ok(()) => {
            draft.part.show("rephrase-download", false);
            if focused {
                draft.part.focus("rephrase-take");
            }
        }
        Err(message) => {
            say(draft, &message);
            if focused {
                draft.part.focus("rephrase");
            }
        }
    }
}

/// Offers an answer that passes, and says what was wrong with one that does not.
fn judged(draft: &Draft, subject: &str, body: &str, answer: &str) -> Result<(), String> {
    let judged = draft
        .desk
        .as_ref()
        .map(|it| it.judge_answer(subject, body, answer));
    match judged {
        Some(Rephrased::Offered {
            body: reworded,
            difference,
        }) => {
            say(draft, "");
            show_difference(draft, &difference);
            *draft.rephrasing.change.borrow_mut() = Some((body.to_owned(), reworded));
            Ok(())
        }
        Some(Rephrased::Refused(refusal)) => {
            let details = refusal.details.join(", ");
            Err(text(&format!("refused_{}", refusal.code), &[&details]))
        }
        Some(Rephrased::Worse(finding)) => {
            let details: Vec<&str> = finding.details.iter().map(String::as_str).collect();
            let found = text(&format!("finding_{}", finding.code), &details);
            Err(text("refused_review", &[&found]))
        }
        None => Err(text("rephrase_failed", &[])),
    }
}

/// Old and new words, marked for eyes (`<del>`, `<ins>`) and in words for those who listen.
fn show_difference(draft: &Draft, difference: &[Piece]) {
    let part = &draft.part;
    part.show("rephrasing", true);
    part.show("rephrase-offer", true);
    part.clear("rephrase-words");
    let mut changes = 0_u32;
    for piece in difference {
        let (template, words) = match piece {
            Piece::Kept(words) => ("words-kept", words),
            Piece::Removed(words) => ("words-removed", words),
            Piece::Added(words) => ("words-added", words),
        };
        if !matches!(piece, Piece::Kept(_)) {
            changes += 1;
        }
        if let Some(it) = Part::from_template(template) {
            localize::localize(it.element());
            it.text("text", words);
            part.append("rephrase-words", &it);
        }
    }
    draft
        .popup
        .announce(&text("rephrase_offered", &[&changes.to_string()]));
}

/// The new words take the place of the old ones, like an edit by hand.
fn take(draft: &Rc<Draft>) {
    put(draft, false);
}

fn undo(draft: &Rc<Draft>) {
    put(draft, true);
}

fn put(draft: &Rc<Draft>, back: bool) {
    let change = draft.rephrasing.change.borrow_mut().take();
    let Some((old, new)) = change else { return };
    let (from, to) = if back { (&new, &old) } else { (&old, &new) };
    if draft.body() != *from {
        return say(draft, &text("rephrase_stale", &[]));
    }
    draft.part.set_value("body", to);
    draft.typed();
    teach::not_own(draft);
    let said = if back {
        "rephrase_undone"
    } else {
        "rephrase_taken"
    };
    say(draft, &text(said, &[]));
    if back {
        draft.part.focus("rephrase");
        return;
    }
    *draft.rephrasing.change.borrow_mut() = Some((old, new));
    draft.part.show("rephrase-undo", true);
    draft.part.focus("rephrase-undo");
}

/// Takes away what is shown, and says something instead; with nothing to say, the section goes.
fn say(draft: &Draft, message: &str) {
    let part = &draft.part;
    for slot in ["rephrase-working", "rephrase-offer", "rephrase-undo"] {
        part.show(slot, false);
    }
    part.clear("rephrase-words");
    part.show("rephrasing", !message.is_empty());
    part.show("rephrase-said", !message.is_empty());
    part.text("rephrase-said", message);
    if !message.is_empty() {
        draft.popup.announce(message);
    }
}

fn has_focus(element: &web_sys::Element) -> bool {
    let active = crate::browser::dom::document().and_then(|it| it.active_element());
    active.as_ref() == Some(element)
}

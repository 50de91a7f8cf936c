//! The draft: a letter to be edited, what is wrong with it, and the ways out.

use std::{cell::Cell, rc::Rc};

use crate::{
    app::{
        draft_desk::DraftDesk,
        error::AppError,
        open_in_webmail,
        protocol::{
            Request,
            views::{InterviewCard, NoteCard, PersonCard},
        },
    },
    browser::{
        dom::{self, Part},
        localize::text,
        page, time_limit,
        web_storage::{self, UnsavedEdit},
    },
};

use super::{
    Popup, Route, Step, findings, history, insert,
    proofreading::{self, Proofreading},
    question, reasons,
    rephrase::{self, Rephrasing},
    teach,
    teach::Teaching,
};

/// Pause in typing after which the background gets the text, in milliseconds.
const PAUSE_MS: i32 = 700;

/// The page of a draft.
pub(super) fn view(
    popup: &Popup,
    card: &InterviewCard,
    person: &PersonCard,
    note: &NoteCard,
) -> Option<Part> {
    let part = Part::from_template("draft")?;
    part.attribute("steps", "aria-label", &text("popup_step", &["2"]));
    let to = match (person.address.as_str(), person.own_address.as_str()) {
        ("", "") => text("popup_no_address", &[]),
        ("", shared) => text("popup_shared_address", &[shared]),
        (address, _) => text("popup_address", &[address]),
    };
    part.text("to", &to);
    let kept = web_storage::kept(&card.id, &person.id);
    let kept_subject = kept.as_ref().and_then(|it| it.subject.clone());
    let kept_body = kept.as_ref().and_then(|it| it.body.clone());
    let cut_off = kept_subject.is_some() || kept_body.is_some();
    part.set_value("subject", kept_subject.as_deref().unwrap_or(&note.subject));
    part.set_value("body", kept_body.as_deref().unwrap_or(&note.body));
    let desk = DraftDesk::new(&popup.0.stored.borrow(), &card.id, &person.id, Popup::now());
    let cover = desk.as_ref().and_then(DraftDesk::cover).unwrap_or_default();
    part.show("cover", !cover.is_empty());
    part.text("cover-text", cover.trim_end());
    speak(&part, desk.as_ref());
    reasons::fill(&part, card, person);
    history::fill(popup, &part, card, person);
    let draft = Rc::new(Draft {
        popup: popup.clone(),
        part: part.clone(),
        interview: card.id.clone(),
        person: person.clone(),
        note: note.clone(),
        desk,
        proofreading: Proofreading::default(),
        rephrasing: Rephrasing::default(),
        teaching: Teaching::default(),
        cover,
        changes: Cell::new(0),
        saved: Cell::new(!cut_off),
    });
    draft.show_findings();
    teach::connect(&draft);
    if cut_off {
        draft.commit_soon(0);
    }
    for slot in ["subject", "body"] {
        let typing = draft.clone();
        part.on(slot, "input", move |_| typing.typed());
        let leaving = draft.clone();
        part.on(slot, "change", move |_| leaving.commit_soon(0));
    }
    let scrolled = part.clone();
    part.on("body", "scroll", move |_| {
        scrolled.scroll_like("marks", "body")
    });
    providers(popup, &part);
    draft.name_provider();
    let choosing = draft.clone();
    part.on("provider", "change", move |_| choosing.name_provider());
    let opening = draft.clone();
    part.on_click("open", move || opening.open());
    insert::offer(&draft);
    rephrase::offer(&draft);
    let copying = draft.clone();
    part.on_click("copy", move || copying.copy());
    let sending = draft.clone();
    part.on_click("sent", move || sending.sent());
    let changing = draft.clone();
    part.on_click("again", move || changing.another());
    let skipping = draft.clone();
    part.on_click("skip", move || {
        question::skip(&skipping.popup, &skipping.interview, &skipping.person);
    });
    part.on_click("question", move || {
        let route = Route::Person(
            draft.interview.clone(),
            draft.person.id.clone(),
            Step::Question,
        );
        draft.popup.show(route);
    });
    Some(part)
}

/// A draft being edited.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) popup: Popup,
    pub(super) part: Part,
    interview: String,
    pub(super) person: PersonCard,
    note: NoteCard,
    pub(super) desk: Option<DraftDesk>,
    pub(super) proofreading: Proofreading,
    pub(super) rephrasing: Rephrasing,
    pub(super) teaching: Teaching,
    /// What goes above the text when somebody else hands it on.
    cover: String,
    changes: Cell<u32>,
    saved: Cell<bool>,
}

impl Draft {
    pub(super) fn interview(&self) -> &str {
        &self.interview
    }

    pub(super) fn subject(&self) -> String {
        self.part.value("subject")
    }

    pub(super) fn body(&self) -> String {
        self.part.value("body")
    }

    /// The text that leaves: with the request above it where the coordinator hands it on.
    pub(super) fn outgoing(&self) -> String {
        format!("{}{}", self.cover, self.body())
    }

    /// Keeps the text at once, in the page; the background gets it after a pause.
    pub(super) fn typed(self: &Rc<Self>) {
        self.saved.set(false);
        let edit = UnsavedEdit {
            subject: Some(self.subject()),
            body: Some(self.body()),
            ..UnsavedEdit::default()
        };
        web_storage::keep(&self.interview, &self.person.id, &edit);
        self.show_findings();
        proofreading::read_soon(self);
        self.commit_soon(PAUSE_MS);
    }

    fn commit_soon(self: &Rc<Self>, pause: i32) {
        let number = self.changes.get().wrapping_add(1);
        self.changes.set(number);
        let draft = self.clone();
        self.popup.attempt(move |_| async move {
            time_limit::pause(pause).await;
            if draft.changes.get() == number {
                draft.commit().await?;
                teach::ask(&draft);
            }
            Ok(())
        });
    }

    /// Gives the text to the background, unless it has it.
    pub(super) async fn commit(&self) -> Result<(), AppError> {
        if self.saved.get() {
            return Ok(());
        }
        let number = self.changes.get();
        self.popup
            .send(Request::SaveNote {
                interview: self.interview.clone(),
                person: self.person.id.clone(),
                subject: self.subject(),
                body: self.body(),
            })
            .await?;
        if self.changes.get() == number {
            self.saved.set(true);
            web_storage::forget(&self.interview, &self.person.id);
        }
        Ok(())
    }

    fn show_findings(self: &Rc<Self>) {
        let Some(desk) = &self.desk else {
            return;
        };
        let reviewed = desk.review(&self.subject(), &self.body());
        self.part.clear("findings");
        for finding in &reviewed.findings {
            if let Some(line) = findings::line(self, finding) {
                self.part.append("findings", &line);
            }
        }
        findings::mark(&self.part, &self.body(), &reviewed.findings);
        let words = reviewed.words.to_string();
        let ready = reviewed.is_ready();
        let summary = match (ready, reviewed.findings.is_empty()) {
            (true, true) => "popup_words_fine",
            (true, false) => "popup_words_ready",
            (false, _) => "popup_words_unready",
        };
        self.part.text("words", &text(summary, &[&words]));
        self.part.class("words", "ready", ready);
        // Whoever wants to send it all the same can: the ways out only stand back.
        for way in ["open", "insert"] {
            self.part.class(way, "main", ready);
            self.part.class(way, "second", !ready);
        }
    }

    pub(super) fn provider(&self) -> String {
        self.part.value("provider")
    }

    fn name_provider(&self) {
        let name = text(&format!("provider_{}", self.provider()), &[]);
        self.part.text("open", &text("popup_open_in", &[&name]));
    }

    fn copy(self: &Rc<Self>) {
        let draft = self.clone();
        self.popup.attempt(move |popup| async move {
            page::copy(&draft.outgoing()).await?;
            popup.say(&text("said_copied", &[]));
            draft.commit().await?;
            draft.mark_opened("clipboard").await
        });
    }

    pub(super) async fn mark_opened(&self, provider: &str) -> Result<(), AppError> {
        self.popup
            .send(Request::MarkOpened {
                interview: self.interview.clone(),
                person: self.person.id.clone(),
                provider: provider.to_owned(),
            })
            .await
            .map(drop)
    }

    fn sent(self: &Rc<Self>) {
        let (draft, here) = (self.clone(), self.popup.here());
        self.popup.attempt(move |popup| async move {
            draft.commit().await?;
            let (interview, person) = (draft.interview.clone(), draft.person.id.clone());
            popup
                .send(Request::MarkSent {
                    interview: interview.clone(),
                    person: person.clone(),
                })
                .await?;
            popup.go_on(&here, Route::Person(interview, person, Step::Next));
            Ok(())
        });
    }

    /// Another version; the user's own wording can be had back.
    fn another(self: &Rc<Self>) {
        let (draft, here) = (self.clone(), self.popup.here());
        self.popup.attempt(move |popup| async move {
            draft.commit().await?;
            let mine = (draft.subject(), draft.body());
            let edited = mine != (draft.note.subject.clone(), draft.note.body.clone());
            let (interview, person) = (draft.interview.clone(), draft.person.id.clone());
            let next = draft.note.variant.wrapping_add(1);
            question::compose(&popup, &interview, &person, next).await?;
            let drafted = Route::Person(interview.clone(), person.clone(), Step::Draft);
            popup.go_on(&here, drafted);
            if edited || draft.note.edited {
                let back = Request::SaveNote {
                    interview,
                    person,
                    subject: mine.0,
                    body: mine.1,
                };
                popup.say_with_undo(&text("said_another", &[]), back);
            }
            Ok(())
        });
    }
}

/// The points of a call and the words for a voicemail, where a call is worth considering.
fn speak(part: &Part, desk: Option<&DraftDesk>) {
    let script = desk.and_then(DraftDesk::script);
    part.show("speak", script.is_some());
    let Some(script) = script else { return };
    for point in &script.call {
        if let Some(line) = Part::from_template("point") {
            line.text("text", point);
            part.append("call", &line);
        }
    }
    part.text("voicemail", &script.voicemail);
}

fn providers(popup: &Popup, part: &Part) {
    for code in open_in_webmail::providers() {
        let name = text(&format!("provider_{code}"), &[]);
        dom::add_choice(part, "provider", code, &name);
    }
    let preferred = popup.profile().provider;
    if !preferred.is_empty() {
        part.set_value("provider", &preferred);
    }
}

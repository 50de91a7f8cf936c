//! The one question: what did you talk about?

use std::rc::Rc;

use crate::{
    app::{
        capture,
        protocol::{
            Reply, Request,
            views::{InterviewCard, PersonCard, Status},
        },
    },
    browser::{
        dom::Part,
        localize::text,
        time_limit,
        web_storage::{self, UnsavedEdit},
    },
};

use super::{Popup, Route, Step, cards, history, interview, person_form};

/// Pause in typing after which the background gets the text, in milliseconds.
const PAUSE_MS: i32 = 700;

/// The page that asks about one person.
pub(super) fn view(popup: &Popup, card: &InterviewCard, person: &PersonCard) -> Option<Part> {
    let part = Part::from_template("question")?;
    part.attribute("steps", "aria-label", &text("popup_step", &["1"]));
    let name = person
        .first_name
        .clone()
        .unwrap_or_else(|| cards::name(person));
    part.text("question", &text("popup_question", &[&name]));
    let kept = web_storage::kept(&card.id, &person.id);
    let typed = kept.as_ref().and_then(|it| it.specific.clone());
    part.set_value("specific", typed.as_deref().unwrap_or(&person.specific));
    chips(popup, &part, person, kept.as_ref());
    let picks = capture::quick_picks(&popup.profile(), card, person);
    let asked = Rc::new(Asked {
        popup: popup.clone(),
        part: part.clone(),
        interview: card.id.clone(),
        person: person.clone(),
        changes: std::cell::Cell::new(0),
        answered: std::cell::Cell::default(),
    });
    asked.offer(&picks);
    let typing = asked.clone();
    part.on("specific", "input", move |_| typing.typed());
    let typing = asked.clone();
    part.on("chips", "change", move |_| typing.typed());
    let leaving = asked.clone();
    part.on("specific", "change", move |_| leaving.commit_soon(0));
    if kept.is_some_and(|it| it.specific.is_some()) {
        // An edit that the closing popup cut off.
        asked.commit_soon(0);
    }
    let going = asked.clone();
    part.on_click("draft", move || going.see_draft());
    let of_later = (popup.clone(), interview::route(card));
    let later = asked.clone();
    part.on_click("later", move || {
        later.commit_soon(0);
        of_later.0.show(of_later.1.clone());
    });
    let skipping = asked.clone();
    part.on_click("skip", move || {
        skip(&skipping.popup, &skipping.interview, &skipping.person)
    });
    part.show("skip", person.owed);
    history::fill(popup, &part, card, person);
    let leaving = asked.clone();
    part.on_click("remove", move || {
        remove(&leaving.popup, &leaving.interview, &leaving.person);
    });
    let editing = asked;
    person_form::connect(&part, Some(person), move |entered| {
        let request = Request::EditPerson {
            interview: editing.interview.clone(),
            person: editing.person.id.clone(),
            name: entered.name,
            email: entered.email,
            title: entered.title,
            call: entered.call,
            role: None,
            address: None,
        };
        let back = Request::TakeBack {
            interview: editing.interview.clone(),
        };
        editing.popup.attempt(|popup| async move {
            let reply = popup.send(request).await?;
            popup.draw();
            popup.say_saved(&text("said_saved", &[]), &reply, back);
            Ok(())
        });
    });
    Some(part)
}

/// A question being answered.
#[derive(Debug)]
struct Asked {
    popup: Popup,
    part: Part,
    interview: String,
    person: PersonCard,
    changes: std::cell::Cell<u32>,
    /// Whether an answer was sent since the question was shown.
    answered: std::cell::Cell<bool>,
}

impl Asked {
    /// Topics to pick: each goes to the end of what is typed.
    fn offer(self: &Rc<Self>, picks: &[String]) {
        self.part.show("picks-field", !picks.is_empty());
        for pick in picks {
            let Some(button) = Part::from_template("pick") else {
                continue;
            };
            button.text("text", pick);
            let (asked, pick) = (self.clone(), pick.clone());
            button.on_click("text", move || {
                let typed = asked.part.value("specific");
                let all = match typed.trim_end() {
                    "" => pick.clone(),
                    before => format!("{before}\n{pick}"),
                };
                asked.part.set_value("specific", &all);
                asked.part.focus("specific");
                asked.typed();
            });
            self.part.append("picks", &button);
        }
    }

    fn request(&self) -> Request {
        Request::Answer {
            interview: self.interview.clone(),
            person: self.person.id.clone(),
            specific: self.part.value("specific"),
            selling_points: chosen(&self.part),
        }
    }

    /// What the fields would say as the question was shown.
    fn as_stored(&self) -> UnsavedEdit {
        UnsavedEdit {
            specific: Some(self.person.specific.clone()),
            selling_points: Some(self.person.selling_points.clone()),
            ..UnsavedEdit::default()
        }
    }

    /// Keeps the text at once, in the page; the background gets it after a pause.
    fn typed(self: &Rc<Self>) {
        let edit = UnsavedEdit {
            specific: Some(self.part.value("specific")),
            selling_points: Some(chosen(&self.part)),
            ..UnsavedEdit::default()
        };
        if edit == self.as_stored() {
            web_storage::forget(&self.interview, &self.person.id);
        } else {
            web_storage::keep(&self.interview, &self.person.id, &edit);
        }
        self.commit_soon(PAUSE_MS);
    }

    fn commit_soon(self: &Rc<Self>, pause: i32) {
        let number = self.changes.get().wrapping_add(1);
        self.changes.set(number);
        let asked = self.clone();
        self.popup.attempt(move |popup| async move {
            time_limit::pause(pause).await;
            let nothing = asked.part.value("specific").trim().is_empty();
            let stored = asked.answered.get() || !asked.person.specific.is_empty();
            if asked.changes.get() != number || (nothing && !stored) {
                return Ok(());
            }
            asked.answered.set(true);
            popup.send(asked.request()).await?;
            if asked.changes.get() == number {
                web_storage::forget(&asked.interview, &asked.person.id);
            }
            Ok(())
        });
    }

    /// Stores the answer, composes unless the draft is the user's own wording, and shows it.
    fn see_draft(self: &Rc<Self>) {
        self.changes.set(self.changes.get().wrapping_add(1));
        let (request, interview, person) =
            (self.request(), self.interview.clone(), self.person.clone());
        let here = self.popup.here();
        self.popup.attempt(move |popup| async move {
            popup.send(request).await?;
            web_storage::forget(&interview, &person.id);
            // As it is by now: a draft may have been edited since the question was shown.
            let person = popup
                .person(&interview, &person.id)
                .map_or(person, |(_, it)| it);
            let forwarder = person.in_note_to.as_deref();
            let forwarder = forwarder.and_then(|it| popup.person(&interview, it));
            // What was said with them goes into the one note for all.
            let person = forwarder.map_or(person, |(_, it)| it);
            // The note that is there was sent: a second one to the same person is another one.
            let second = person.thanked_at.is_some()
                && person
                    .history()
                    .take_while(|it| it.to != Status::Sent)
                    .all(|it| it.to == Status::ToWrite);
            let own_words = person.note.as_ref().is_some_and(|it| it.edited);
            if own_words && !second {
                popup.say(&text("said_own_words", &[]));
            } else {
                let next = u32::from(second);
                let variant = person
                    .note
                    .as_ref()
                    .map_or(0, |it| it.variant.saturating_add(next));
                compose(&popup, &interview, &person.id, variant).await?;
            }
            popup.go_on(&here, Route::Person(interview, person.id, Step::Draft));
            Ok(())
        });
    }
}

/// Has a version composed.
pub(super) async fn compose(
    popup: &Popup,
    interview: &str,
    person: &str,
    variant: u32,
) -> Result<Reply, crate::app::error::AppError> {
    popup
        .send(Request::PrepareNote {
            interview: interview.to_owned(),
            person: person.to_owned(),
            variant,
        })
        .await
}

/// Skips a person, with a way back.
pub(super) fn skip(popup: &Popup, interview: &str, person: &PersonCard) {
    let (interview, person, name) = (interview.to_owned(), person.id.clone(), cards::name(person));
    let here = popup.here();
    popup.attempt(move |popup| async move {
        let (id, who) = (interview.clone(), person.clone());
        web_storage::forget(&interview, &person);
        popup
            .send(Request::Skip {
                interview: id,
                person: who,
            })
            .await?;
        popup.go_on(&here, Route::List);
        popup.say_with_undo(
            &text("said_skipped", &[&name]),
            Request::Undo { interview, person },
        );
        Ok(())
    });
}

/// Takes a person out of the interview, with a way back.
fn remove(popup: &Popup, interview: &str, person: &PersonCard) {
    let (interview, person, name) = (interview.to_owned(), person.id.clone(), cards::name(person));
    let here = popup.here();
    popup.attempt(move |popup| async move {
        let (id, who) = (interview.clone(), person.clone());
        popup
            .send(Request::RemovePerson {
                interview: id,
                person: who,
            })
            .await?;
        popup.go_on(&here, Route::Interview(interview.clone()));
        popup.say_with_undo(
            &text("said_removed", &[&name]),
            Request::RestorePerson { interview, person },
        );
        Ok(())
    });
}

fn chips(popup: &Popup, part: &Part, person: &PersonCard, kept: Option<&UnsavedEdit>) {
    let points = popup.profile().selling_points;
    part.show("points", !points.is_empty());
    let chosen = kept
        .and_then(|it| it.selling_points.as_ref())
        .unwrap_or(&person.selling_points);
    let profile = popup.profile();
    let suggested = capture::suggested_point(&profile, person);
    for point in &points {
        if let Some(chip) = Part::from_template("chip") {
            chip.text("text", point);
            // The one that suits the person is taken where nothing was chosen yet.
            let untouched =
                person.status == Status::ToAsk && chosen.is_empty() && suggested == Some(point);
            chip.set_checked("box", chosen.contains(point) || untouched);
            chip.attribute("box", "value", point);
            part.append("chips", &chip);
        }
    }
}

fn chosen(part: &Part) -> Vec<String> {
    let Some(boxes) = part
        .slot("chips")
        .and_then(|it| it.query_selector_all("input:checked").ok())
    else {
        return Vec::new();
    };
    (0..boxes.length())
        .filter_map(|index| {
            use wasm_bindgen::JsCast;
            let element = boxes.get(index)?.dyn_into::<web_sys::Element>().ok()?;
            element.get_attribute("value")
        })
        .collect()
}

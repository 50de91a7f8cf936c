//! One interview: when and where, who was met, why it was taken for one, and what became of it.

use serde_json::Value;

use crate::{
    app::{
        judge,
        protocol::{
            HandPerson, Request,
            views::{InterviewCard, PersonCard, Stage},
        },
        snooze,
        store::keys,
    },
    browser::{
        dom::{self, Part},
        localize::{self, text},
        web_storage,
    },
};

use super::{Popup, Route, Step, cards, history, list, panel, person_form};

/// The page of an interview.
pub(super) fn view(popup: &Popup, card: &InterviewCard) -> Option<Part> {
    let part = Part::from_template("interview")?;
    part.text("sub", &cards::about_interview(card, &cards::when(card)));
    part.text("place", &card.location);
    part.show("nobody", card.people.is_empty());
    for person in &card.people {
        if let Some(row) = list::person_row(popup, card, person) {
            part.append("people", &row);
        }
    }
    let several = panel::open_people(card).len() > 1;
    part.show("panel", several && card.stage > Stage::Coming);
    let (of_panel, id) = (popup.clone(), card.id.clone());
    part.on_click("panel", move || of_panel.show(Route::Panel(id.clone())));
    let (of_people, id) = (popup.clone(), card.id.clone());
    part.on_click("put-right", move || {
        of_people.show(Route::People(id.clone()))
    });
    relay(popup, &part, card);
    if card.people.is_empty() {
        part.attribute("add-person", "open", "");
    }
    let (of_form, id) = (popup.clone(), card.id.clone());
    person_form::connect(&part, None, move |entered| {
        let request = Request::AddPerson {
            interview: id.clone(),
            person: HandPerson {
                name: entered.name,
                email: entered.email,
                title: entered.title,
            },
        };
        let here = of_form.here();
        of_form.attempt(|popup| async move {
            popup.send(request).await?;
            popup.go_on(&here, here.clone());
            popup.say(&text("said_person_added", &[]));
            Ok(())
        });
    });
    part.show("why", !card.reasons.is_empty());
    cards::fill_reasons(&part, card);
    put_off(popup, &part, card);
    outcome(popup, &part, card);
    leave(popup, &part, card);
    Some(part)
}

/// Whether one note goes to everybody through the coordinator, where nobody's address is known.
fn relay(popup: &Popup, part: &Part, card: &InterviewCard) {
    let arranged = |it: &&PersonCard| it.part == "coordinator" && !it.own_address.is_empty();
    let Some((one_note, coordinator)) = card.one_note.zip(card.people.iter().find(arranged)) else {
        return;
    };
    part.show("one-note-line", true);
    let name = cards::name(coordinator);
    part.text("one-note-text", &text("popup_one_note", &[&name]));
    part.set_checked("one-note", one_note);
    let (popup, id) = (popup.clone(), card.id.clone());
    part.on("one-note", "change", move |_| {
        let request = Request::SetRelay {
            interview: id.clone(),
            one_note: !one_note,
        };
        let interview = id.clone();
        let said = text("said_saved", &[]);
        tell(
            &popup,
            request,
            Some((said, Request::TakeBack { interview })),
        );
    });
}

/// To when the next reminder may be put off.
fn put_off(popup: &Popup, part: &Part, card: &InterviewCard) {
    let over = matches!(card.stage, Stage::JustOver | Stage::Due | Stage::Overdue);
    let choices = if over {
        let stored = popup.0.stored.borrow();
        snooze::choices(&stored, &card.id, Popup::now(), &Popup::zone())
    } else {
        Vec::new()
    };
    part.show("snooze", !choices.is_empty());
    part.show("snoozed", card.snoozed_until.is_some());
    if let Some(until) = card.snoozed_until {
        let until = localize::day_and_time(until, None, &Popup::zone());
        part.text("snoozed", &text("snoozed_until", &[&until]));
    }
    for (code, at) in choices {
        let Some(choice) = Part::from_template("snooze-choice") else {
            continue;
        };
        let time = localize::time(at);
        choice.text("at", &text(&format!("snooze_{code}"), &[&time]));
        let request = Request::Snooze {
            interview: card.id.clone(),
            until_ms: Some(at.as_millisecond()),
        };
        let back = Request::Snooze {
            interview: card.id.clone(),
            until_ms: card.put_off_until.map(|it| it.as_millisecond()),
        };
        let popup = popup.clone();
        choice.on_click("at", move || {
            let said = text("said_saved", &[]);
            tell(&popup, request.clone(), Some((said, back.clone())));
        });
        part.append("snooze-choices", &choice);
    }
}

/// The choice of how the employer answered, and the note that a rejection still allows.
fn outcome(popup: &Popup, part: &Part, card: &InterviewCard) {
    for code in judge::OUTCOMES {
        dom::add_choice(
            part,
            "outcome",
            code,
            &text(&format!("outcome_{code}"), &[]),
        );
    }
    part.set_value("outcome", card.outcome.as_deref().unwrap_or_default());
    let not_held = card.outcome.as_deref() == Some(judge::NOT_HELD);
    part.show("outcome-line", !not_held && card.stage > Stage::Coming);
    part.show("off", not_held);
    let of_held = popup.clone();
    let (held, before) = (
        set_outcome(card, None),
        set_outcome(card, card.outcome.as_deref()),
    );
    let back = before.clone();
    part.on_click("held", move || {
        let said = text("said_saved", &[]);
        tell(&of_held, held.clone(), Some((said, back.clone())));
    });
    let (of_outcome, id, chosen) = (popup.clone(), card.id.clone(), part.clone());
    part.on("outcome", "change", move |_| {
        let value = chosen.value("outcome");
        let request = Request::SetOutcome {
            interview: id.clone(),
            outcome: (!value.is_empty()).then_some(value),
        };
        let said = text("said_saved", &[]);
        tell(&of_outcome, request, Some((said, before.clone())));
    });
    part.show("outcomes", !card.outcomes.is_empty());
    for (at, code) in &card.outcomes {
        let when = localize::day_and_time(*at, None, &Popup::zone());
        let what = text(&format!("outcome_{code}"), &[]);
        let known = text("history_user", &[]);
        let line = text("history_line", &[&when, &what, &known]);
        history::add_line(part, "outcome-lines", &line);
    }
    let rejected = card.outcome.as_deref() == Some("rejection");
    let unthanked = card.people.iter().filter(|it| it.thanked_at.is_none());
    let offered: Vec<_> = unthanked.filter(|_| rejected).collect();
    part.show("rejected", !offered.is_empty());
    for person in offered {
        let Some(choice) = Part::from_template("optional-note") else {
            continue;
        };
        choice.text("to", &text("rejected_write", &[&cards::name(person)]));
        let route = Route::Person(card.id.clone(), person.id.clone(), Step::Question);
        let popup = popup.clone();
        choice.on_click("to", move || popup.show(route.clone()));
        part.append("optional-notes", &choice);
    }
}

fn set_outcome(card: &InterviewCard, outcome: Option<&str>) -> Request {
    Request::SetOutcome {
        interview: card.id.clone(),
        outcome: outcome.map(str::to_owned),
    }
}

/// The ways to have nothing more to do with it, each with a way back.
fn leave(popup: &Popup, part: &Part, card: &InterviewCard) {
    part.show(
        "skip-all",
        card.outcome.is_none() && card.people.iter().filter(|it| it.owed).count() > 1,
    );
    let (of_skip, id) = (popup.clone(), card.id.clone());
    part.on_click("skip-all", move || {
        let (skip, back) = (id.clone(), id.clone());
        let undo = Request::UndoSkipAll { interview: back };
        let said = text("said_skipped_all", &[]);
        tell(
            &of_skip,
            Request::SkipAll { interview: skip },
            Some((said, undo)),
        );
    });
    let not_held = card.outcome.as_deref() == Some(judge::NOT_HELD);
    part.show("not-held", card.stage > Stage::Coming && !not_held);
    let of_off = popup.clone();
    let off = set_outcome(card, Some(judge::NOT_HELD));
    let back = set_outcome(card, card.outcome.as_deref());
    part.on_click("not-held", move || {
        let said = text("said_not_held", &[]);
        tell(&of_off, off.clone(), Some((said, back.clone())));
    });
    let (of_dismiss, it) = (popup.clone(), card.clone());
    part.on_click("dismiss", move || list::judge(&of_dismiss, &it, false));
    let (of_delete, it) = (popup.clone(), card.clone());
    part.on_click("delete", move || delete(&of_delete, &it));
}

/// Deletes the interview; while the notice stands it can be brought back as it was.
fn delete(popup: &Popup, card: &InterviewCard) {
    let (id, heading) = (card.id.clone(), card.heading.clone());
    let record = popup.0.stored.borrow().get(&keys::interview(&id)).cloned();
    let here = popup.here();
    popup.attempt(move |popup| async move {
        let interview = Some(id.clone());
        popup.send(Request::Delete { interview }).await?;
        web_storage::forget_interview(&id);
        popup.go_on(&here, Route::List);
        let undo = Request::BringBack {
            record: record.unwrap_or(Value::Null),
        };
        popup.say_with_undo(&text("said_deleted", &[&heading]), undo);
        Ok(())
    });
}

/// Sends a request, shows the page anew and says so, with a way back where there is one.
fn tell(popup: &Popup, request: Request, undo: Option<(String, Request)>) {
    let here = popup.here();
    popup.attempt(|popup| async move {
        popup.send(request).await?;
        popup.go_on(&here, here.clone());
        match undo {
            Some((said, undo)) => popup.say_with_undo(&said, undo),
            None => popup.say(&text("said_saved", &[])),
        }
        Ok(())
    });
}

/// Back to the page of an interview.
pub(super) fn route(card: &InterviewCard) -> Route {
    Route::Interview(card.id.clone())
}

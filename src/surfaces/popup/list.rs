//! What is due, what is asked, what is coming, what is done.

use crate::{
    app::{
        protocol::{
            Request,
            views::{InterviewCard, PersonCard, Stage, Status},
        },
        refresh_feeds::views,
    },
    browser::{
        dom::Part,
        localize::{self, text},
    },
};

use super::{Popup, Route, Step, cards, remember};

/// Done interviews shown; older ones are in the options page's records.
const DONE_SHOWN: usize = 30;

/// Cards of a section that the popup opens with: more than it has room for.
pub(super) const AT_ONCE: usize = 12;

/// The whole list, or its beginning.
pub(super) fn view(popup: &Popup) -> Option<Part> {
    let lists = popup.lists();
    let part = Part::from_template("list")?;
    part.show("trouble", lists.trouble.is_some());
    if let Some((code, since)) = &lists.trouble {
        part.text("trouble-text", &localize::trouble(code, *since));
    }
    let unread = lists.unreadable;
    part.show("unreadable", unread > 0);
    part.text(
        "unreadable-text",
        &text("popup_unreadable", &[&unread.to_string()]),
    );
    let troubled = views::needing_you(&popup.0.stored.borrow());
    part.show("feeds", !troubled.is_empty());
    part.text(
        "feeds-text",
        &text("popup_feeds_need_you", &[&troubled.join(", ")]),
    );
    let to_feeds = popup.clone();
    part.on_click("to-feeds", move || to_feeds.open_options());
    let known = !(lists.due.is_empty() && lists.coming.is_empty() && lists.done.is_empty());
    let asked = !lists.ask.is_empty();
    part.show("welcome", !known && !asked);
    part.show("calm", known && lists.due.is_empty() && !asked);
    let calm_title = match lists.done.first() {
        Some(card) if all_thanked(card) => text("popup_calm_thanked", &[&card.heading]),
        _ => text("popup_calm_title", &[]),
    };
    if let Some(it) = part.slot("calm-title") {
        let _ = it.remove_attribute("data-i18n");
    }
    part.text("calm-title", &calm_title);
    let to_options = popup.clone();
    part.on_click("to-import", move || to_options.open_options());
    let to_add = popup.clone();
    part.on_click("to-add", move || to_add.show(Route::Add));

    popup.0.left_out.set(false);
    let section =
        |name: &str, cards: &[InterviewCard], card: &dyn Fn(&InterviewCard) -> Option<Part>| {
            let shown = cards.iter().take(popup.0.most.get());
            popup
                .0
                .left_out
                .set(popup.0.left_out.get() || shown.len() < cards.len());
            section(&part, name, shown, card);
        };
    section("due", &lists.due, &|it| due_card(popup, it));
    section("ask", &lists.ask, &|it| ask_card(popup, it));
    section("coming", &lists.coming, &|it| {
        small_card(popup, it, &cards::when(it))
    });
    let done: Vec<InterviewCard> = lists.done.iter().take(DONE_SHOWN).cloned().collect();
    section("done", &done, &|it| {
        small_card(popup, it, &localize::day(it.end))
    });
    section("dismissed", &lists.dismissed, &|it| {
        dismissed_card(popup, it)
    });
    let count = |it: &[InterviewCard]| it.len().to_string();
    part.text("done-summary", &text("popup_done", &[&count(&lists.done)]));
    part.text(
        "dismissed-summary",
        &text("popup_dismissed", &[&count(&lists.dismissed)]),
    );
    Some(part)
}

fn section<'a>(
    part: &Part,
    name: &str,
    cards: impl ExactSizeIterator<Item = &'a InterviewCard>,
    card: &dyn Fn(&InterviewCard) -> Option<Part>,
) {
    part.show(name, cards.len() > 0);
    for it in cards {
        if let Some(card) = card(it) {
            let _ = card.element().set_attribute("data-interview", &it.id);
            localize::localize(card.element());
            part.append(&format!("{name}-cards"), &card);
        }
    }
}

fn all_thanked(card: &InterviewCard) -> bool {
    !card.people.is_empty() && card.people.iter().all(|it| it.status == Status::Sent)
}

fn due_card(popup: &Popup, card: &InterviewCard) -> Option<Part> {
    let part = Part::from_template("due-card")?;
    part.text("open", &card.heading);
    let ended = text(
        "popup_ended",
        &[&localize::distance(card.end, Popup::now(), &Popup::zone())],
    );
    part.text("sub", &cards::about_interview(card, &ended));
    ring(&part, card);
    open_interview(popup, &part, card);
    for person in &card.people {
        if let Some(row) = person_row(popup, card, person) {
            part.append("people", &row);
        }
    }
    if card.people.is_empty()
        && let Some(row) = nobody_row(popup, card)
    {
        part.append("people", &row);
    }
    Some(part)
}

/// The time that is left, as a ring that empties.
fn ring(part: &Part, card: &InterviewCard) {
    let left = card.hours_left.min(24);
    part.attribute(
        "ring-left",
        "stroke-dasharray",
        &format!("{} 100", left * 100 / 24),
    );
    let late = card.stage > Stage::Due;
    part.class("ring", "late", late);
    let (short, long) = if late {
        (text("ring_late", &[]), text("ring_late_label", &[]))
    } else {
        let hours = left.to_string();
        (
            text("ring_hours", &[&hours]),
            text("ring_hours_label", &[&hours]),
        )
    };
    part.text("ring-text", &short);
    part.attribute("ring", "aria-label", &long);
}

/// A person with what is to be done for them.
pub(super) fn person_row(popup: &Popup, card: &InterviewCard, person: &PersonCard) -> Option<Part> {
    let part = Part::from_template("person-row")?;
    let name = cards::name(person);
    part.text("initials", &cards::initials(&name));
    part.text("name", &name);
    part.text("sub", &cards::about_person(person));
    let status = cards::status(person);
    part.show("status", status.is_some());
    part.text("status", &status.unwrap_or_default());
    part.class("status", "quiet", !person.owed);
    let action = match person.status {
        Status::Sent => "popup_view",
        Status::Skipped | Status::Lapsed => "popup_take_up",
        Status::Drafted | Status::Opened => "popup_continue",
        Status::ToAsk | Status::ToWrite => "popup_write",
    };
    let word = text(action, &[]);
    part.text("act", &word);
    part.attribute("act", "aria-label", &format!("{word}: {name}"));
    part.class(
        "act",
        "second",
        !person.owed || person.status != Status::ToAsk,
    );
    let route = Route::Person(card.id.clone(), person.id.clone(), Step::Next);
    let popup = popup.clone();
    part.on_click("act", move || popup.show(route.clone()));
    let _ = part.element().set_attribute("data-person", &person.id);
    Some(part)
}

fn nobody_row(popup: &Popup, card: &InterviewCard) -> Option<Part> {
    let part = Part::from_template("person-row")?;
    part.text("initials", "?");
    part.text("name", &text("popup_nobody_short", &[]));
    part.text("act", &text("popup_person_add", &[]));
    part.class("act", "second", true);
    let (popup, route) = (popup.clone(), Route::Interview(card.id.clone()));
    part.on_click("act", move || popup.show(route.clone()));
    Some(part)
}

fn ask_card(popup: &Popup, card: &InterviewCard) -> Option<Part> {
    let part = Part::from_template("ask-card")?;
    part.text(
        "sub",
        &cards::joined(&[
            Some(text("popup_ask_text", &[&card.title, &cards::when(card)])),
            cards::doubt(card),
        ]),
    );
    cards::fill_reasons(&part, card);
    for (slot, answer) in [("yes", true), ("no", false)] {
        let (popup, card) = (popup.clone(), card.clone());
        part.on_click(slot, move || judge(&popup, &card, answer));
    }
    Some(part)
}

/// Records whether it was an interview, with a way back; asks for what "no" is remembered where there
/// is a choice.
pub(super) fn judge(popup: &Popup, card: &InterviewCard, answer: bool) {
    let asks = !answer && remember::has_choice(card);
    let id = card.id.clone();
    let request = |is_interview| Request::Judge {
        interview: id.clone(),
        is_interview,
    };
    let (record, back) = (request(Some(answer)), request(None));
    let here = popup.here();
    popup.attempt(move |popup| async move {
        popup.send(record).await?;
        if asks && popup.here() == here {
            popup.show(Route::Remember(id));
            return Ok(());
        }
        popup.go_on(&here, Route::List);
        let said = if answer {
            "said_interview"
        } else {
            "said_no_interview"
        };
        popup.say_with_undo(&text(said, &[]), back);
        Ok(())
    });
}

fn small_card(popup: &Popup, card: &InterviewCard, time: &str) -> Option<Part> {
    let part = Part::from_template("small-card")?;
    part.text("open", &card.heading);
    part.text("sub", &cards::about_interview(card, time));
    let tag = if card.outcome.as_deref() == Some(crate::app::judge::NOT_HELD) {
        Some(text("status_not_held", &[]))
    } else if card.stage == Stage::Coming {
        Some(localize::distance(card.start, Popup::now(), &Popup::zone()))
    } else {
        let thanked = card
            .people
            .iter()
            .filter(|it| it.thanked_at.is_some())
            .count();
        (thanked > 0).then(|| text("popup_thanked_count", &[&thanked.to_string()]))
    };
    part.show("tag", tag.is_some());
    part.text("tag", &tag.unwrap_or_default());
    open_interview(popup, &part, card);
    Some(part)
}

fn dismissed_card(popup: &Popup, card: &InterviewCard) -> Option<Part> {
    let part = Part::from_template("small-card")?;
    part.text("open", &card.title);
    part.text("sub", &localize::day(card.end));
    part.show("undo", true);
    let request = Request::Judge {
        interview: card.id.clone(),
        is_interview: None,
    };
    let popup_of_undo = popup.clone();
    part.on_click("undo", move || {
        let (request, here) = (request.clone(), popup_of_undo.here());
        popup_of_undo.attempt(|popup| async move {
            popup.send(request).await?;
            popup.go_on(&here, Route::List);
            Ok(())
        });
    });
    open_interview(popup, &part, card);
    Some(part)
}

fn open_interview(popup: &Popup, part: &Part, card: &InterviewCard) {
    let (popup, id) = (popup.clone(), card.id.clone());
    part.on_click("open", move || popup.show(Route::Interview(id.clone())));
}

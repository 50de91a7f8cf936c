//! The question beside a draft whether an edit is to count from now on. Asks one thing at a time, and
//! learns nothing unless the user says so.

use std::{cell::RefCell, rc::Rc};

use crate::{
    app::{
        draft_desk::{DraftDesk, Offer},
        error::AppError,
        protocol::Request,
        teach,
    },
    browser::localize::text,
};

use super::{Popup, draft::Draft};

/// What is being asked beside one draft.
#[derive(Debug, Default)]
pub(super) struct Teaching(RefCell<Option<Offer>>);

/// Makes the buttons answer, and asks about what was edited before.
pub(super) fn connect(draft: &Rc<Draft>) {
    let accepting = Rc::downgrade(draft);
    draft.part.on_click("teach", move || {
        if let Some(draft) = accepting.upgrade() {
            accept(&draft);
        }
    });
    let declining = Rc::downgrade(draft);
    draft.part.on_click("no-teach", move || {
        if let Some(draft) = declining.upgrade() {
            decline(&draft);
        }
    });
    draft.part.text("no-teach", &text("teach_no", &[]));
    ask(draft);
}

/// Asks about the text as it is now, or about nothing.
pub(super) fn ask(draft: &Draft) {
    // What was learned since the page was opened counts.
    let stored = draft.popup.0.stored.borrow();
    let desk = DraftDesk::new(&stored, draft.interview(), &draft.person.id, Popup::now());
    let offer = desk.and_then(|it| it.offer(&draft.body()));
    let shown = &draft.teaching.0;
    if *shown.borrow() == offer {
        return;
    }
    draft.part.show("lesson", offer.is_some());
    if let Some(it) = &offer {
        let habit = &it.lesson.habit;
        let question = text(&format!("teach_{habit}"), &[&it.here, &it.anywhere]);
        draft.part.text("lesson-text", &question);
        let yes = text(&format!("teach_{habit}_yes"), &[]);
        draft.part.text("teach", &yes);
        draft.popup.announce(&question);
    }
    *shown.borrow_mut() = offer;
}

fn accept(draft: &Rc<Draft>) {
    let Some(offer) = draft.teaching.0.borrow().clone() else {
        return;
    };
    let draft = draft.clone();
    draft.popup.clone().attempt(move |popup| async move {
        let lesson = offer.lesson;
        let before = teach::replaced_by(&popup.0.stored.borrow(), &lesson);
        let request = Request::Teach {
            lesson: lesson.clone(),
        };
        popup.send(request).await?;
        let undo = match before {
            Some(lesson) => Request::Teach { lesson },
            None => Request::Unteach { lesson },
        };
        go_on(&draft);
        popup.say_with_undo(&text("said_taught", &[&offer.anywhere]), undo);
        Ok(())
    });
}

fn decline(draft: &Rc<Draft>) {
    let draft = draft.clone();
    draft.popup.clone().attempt(|_| async move {
        pass_over(&draft).await?;
        go_on(&draft);
        Ok(())
    });
}

/// Words that are not the user's own teach nothing.
pub(super) fn not_own(draft: &Rc<Draft>) {
    let draft = draft.clone();
    draft.popup.clone().attempt(|_| async move {
        pass_over(&draft).await?;
        ask(&draft);
        Ok(())
    });
}

/// Nothing is learned from the text as it is seen.
async fn pass_over(draft: &Draft) -> Result<(), AppError> {
    draft.commit().await?;
    let request = Request::NotThisTime {
        interview: draft.interview().to_owned(),
        person: draft.person.id.clone(),
    };
    draft.popup.send(request).await.map(drop)
}

/// To the next question, or back to the letter: the button that was pressed may be gone.
fn go_on(draft: &Draft) {
    ask(draft);
    let more = draft.teaching.0.borrow().is_some();
    draft.part.focus(if more { "teach" } else { "body" });
}

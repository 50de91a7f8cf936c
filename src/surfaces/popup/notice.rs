//! The line at the bottom that says what was done or went wrong, and offers to take it back.

use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        error::AppError,
        protocol::{Reply, Request},
    },
    browser::{dom::Part, localize::text, time_limit},
};

use super::Popup;

/// How long a passing notice stays, in milliseconds.
const NOTICE_MS: i32 = 8_000;

/// The words on the button of a notice, and what it does.
type Action = (String, Box<dyn FnMut()>);

/// How long a notice stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stay {
    Passing,
    Error,
    Asking,
}

/// The notice that was shown last.
#[derive(Debug, Default)]
pub(super) struct Shown {
    number: u32,
    button: Option<Part>,
    asks: bool,
}

impl Popup {
    pub(super) fn complain(&self, error: &AppError) {
        self.notice(
            &text(&format!("error_{}", error.code()), &[]),
            Stay::Error,
            None,
        );
    }

    /// Tells a screen reader what changed in the page.
    #[expect(
        clippy::unused_self,
        reason = "said like everything else the popup says"
    )]
    pub(super) fn announce(&self, message: &str) {
        if let Some(live) = Part::by_id("live") {
            live.element().set_text_content(Some(message));
        }
    }

    pub(super) fn say(&self, message: &str) {
        self.notice(message, Stay::Passing, None);
    }

    /// Says what was done, with a way to take it back.
    pub(super) fn say_with_undo(&self, message: &str, undo: Request) {
        let popup = self.clone();
        let action = move || {
            // At once: a second press would take back the step before, too.
            popup.hide_notice();
            let undo = undo.clone();
            let here = popup.here();
            popup.attempt(|popup| async move {
                popup.send(undo).await?;
                popup.go_on(&here, here.clone());
                popup.announce(&text("said_taken_back", &[]));
                Ok(())
            });
        };
        let action = (
            text("popup_undo", &[]),
            Box::new(action) as Box<dyn FnMut()>,
        );
        self.notice(message, Stay::Passing, Some(action));
    }

    /// Says that something is saved, with a way to take it back where it changed anything.
    pub(super) fn say_saved(&self, message: &str, reply: &Reply, undo: Request) {
        if *reply == Reply::Unchanged {
            self.say(message);
        } else {
            self.say_with_undo(message, undo);
        }
    }

    /// Asks something; nothing happens unless the button is pressed.
    pub(super) fn ask(&self, message: &str, yes: &str, mut action: impl FnMut() + 'static) {
        let popup = self.clone();
        let action = move || {
            popup.hide_notice();
            action();
        };
        self.notice(
            message,
            Stay::Asking,
            Some((yes.to_owned(), Box::new(action))),
        );
    }

    fn notice(&self, message: &str, stay: Stay, action: Option<Action>) {
        let number = self.0.notice.borrow().number.wrapping_add(1);
        let parts = (
            Part::by_id("notice"),
            Part::by_id("notice-text"),
            Part::by_id("notice-action"),
            Part::by_id("live"),
        );
        let (Some(notice), Some(line), Some(button), Some(live)) = parts else {
            return;
        };
        line.element().set_text_content(Some(message));
        live.element().set_text_content(Some(message));
        let _ = notice
            .element()
            .class_list()
            .toggle_with_force("stop", stay == Stay::Error);
        let _ = notice
            .element()
            .toggle_attribute_with_force("hidden", false);
        let _ = button
            .element()
            .toggle_attribute_with_force("hidden", action.is_none());
        if let Some((label, mut action)) = action {
            button.element().set_text_content(Some(&label));
            button.on_self("click", move |_| action());
        }
        // With the button of the notice before this one goes what it did; not at once, for it may
        // be what is being done.
        let button = Some(button);
        let shown = Shown {
            number,
            button,
            asks: stay == Stay::Asking,
        };
        let before = self.0.notice.replace(shown).button;
        spawn_local(async move { drop(before) });
        if stay != Stay::Passing {
            return;
        }
        let popup = self.clone();
        spawn_local(async move {
            time_limit::pause(NOTICE_MS).await;
            if popup.0.notice.borrow().number == number {
                popup.hide_notice();
            }
        });
    }

    /// What was asked about one view is not answered in another.
    pub(super) fn leave_question(&self) {
        if self.0.notice.borrow().asks {
            self.hide_notice();
        }
    }

    pub(super) fn hide_notice(&self) {
        if let Some(notice) = Part::by_id("notice") {
            let _ = notice.element().toggle_attribute_with_force("hidden", true);
        }
    }
}

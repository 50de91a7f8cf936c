//! The line at the bottom that says what was done or went wrong, and offers to take it back.

use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{error::AppError, protocol::Request},
    browser::{dom::Part, localize::text, time_limit},
};

use super::Popup;

/// How long a passing notice stays, in milliseconds.
const NOTICE_MS: i32 = 8_000;

impl Popup {
    pub(super) fn complain(&self, error: &AppError) {
        self.notice(&text(&format!("error_{}", error.code()), &[]), true, None);
    }

    pub(super) fn say(&self, message: &str) {
        self.notice(message, false, None);
    }

    /// Says what was done, with a way to take it back.
    pub(super) fn say_with_undo(&self, message: &str, undo: Request) {
        self.notice(message, false, Some(undo));
    }

    fn notice(&self, message: &str, is_error: bool, undo: Option<Request>) {
        let number = self.0.notices.get().wrapping_add(1);
        self.0.notices.set(number);
        let parts = (
            Part::by_id("notice"),
            Part::by_id("notice-text"),
            Part::by_id("notice-action"),
            Part::by_id("live"),
        );
        let (Some(notice), Some(line), Some(action), Some(live)) = parts else {
            return;
        };
        line.element().set_text_content(Some(message));
        live.element().set_text_content(Some(message));
        let _ = notice
            .element()
            .class_list()
            .toggle_with_force("stop", is_error);
        let _ = notice
            .element()
            .toggle_attribute_with_force("hidden", false);
        let _ = action
            .element()
            .toggle_attribute_with_force("hidden", undo.is_none());
        if let Some(request) = undo {
            action
                .element()
                .set_text_content(Some(&text("popup_undo", &[])));
            let popup = self.clone();
            action.on_self("click", move |_| {
                let request = request.clone();
                popup.attempt(|popup| async move {
                    popup.send(request).await?;
                    popup.hide_notice();
                    popup.draw();
                    Ok(())
                });
            });
        }
        let popup = self.clone();
        spawn_local(async move {
            time_limit::pause(NOTICE_MS).await;
            // Errors stay until something else is said. The action lives as long as this waits.
            if popup.0.notices.get() == number && !is_error {
                popup.hide_notice();
            }
            drop(action);
        });
    }

    pub(super) fn hide_notice(&self) {
        if let Some(notice) = Part::by_id("notice") {
            let _ = notice.element().toggle_attribute_with_force("hidden", true);
        }
    }
}

//! *Insert here*: the draft into the compose window in the page behind the popup.
//!
//! Offered where the extension may enter the page. On a page of no known mail service the user is
//! asked first. What could not be put in goes on the clipboard.

use std::rc::Rc;

use crate::{
    app::{
        error::AppError,
        insert_in_page::{self, Outcome, Plan},
    },
    browser::{
        localize::{text, texts},
        page,
        page_tab::{self, PageTab},
    },
};

use super::draft::Draft;

/// Shows the button once it is known that there is a page to insert into.
pub(super) fn offer(draft: &Rc<Draft>) {
    let draft = draft.clone();
    let popup = draft.popup.clone();
    popup.attempt(|_| async move {
        let Some(tab) = page_tab::current().await else {
            return Ok(());
        };
        let Some(plan) = draft.plan(&tab) else {
            return Ok(());
        };
        let label = text("popup_insert", &[plan.host()]);
        draft.part.text("insert", &label);
        draft.part.show("insert-line", true);
        // The draft owns its part: a strong one would keep it when the page is left.
        let inserting = Rc::downgrade(&draft);
        draft.part.on_click("insert", move || {
            if let Some(draft) = inserting.upgrade() {
                draft.insert(&tab);
            }
        });
        Ok(())
    });
}

impl Draft {
    fn plan(&self, tab: &PageTab) -> Option<Plan> {
        let plan = insert_in_page::plan(
            &self.popup.profile(),
            &tab.url,
            &self.person.address,
            &self.subject(),
            &self.outgoing(),
        )?;
        // To whom hands it on, the person's own name says nothing.
        let is_own = self.person.address == self.person.own_address;
        Some(plan.named(if is_own { &self.person.name } else { "" }))
    }

    fn insert(self: &Rc<Self>, tab: &PageTab) {
        let Some(plan) = self.plan(tab) else { return };
        if plan.is_known() {
            self.carry_out(tab, plan);
        } else {
            let question = text("ask_insert_unknown", &[plan.host()]);
            self.ask(&question, tab, |plan| plan);
        }
    }

    /// Asks, and on *yes* inserts the draft as it is by then.
    fn ask(self: &Rc<Self>, question: &str, tab: &PageTab, how: fn(Plan) -> Plan) {
        let (draft, tab) = (self.clone(), tab.clone());
        let yes = text("ask_insert_yes", &[]);
        self.popup.ask(question, &yes, move || {
            if let Some(plan) = draft.plan(&tab) {
                draft.carry_out(&tab, how(plan));
            }
        });
    }

    fn carry_out(self: &Rc<Self>, tab: &PageTab, plan: Plan) {
        let (draft, tab) = (self.clone(), tab.clone());
        self.popup.attempt(|popup| async move {
            draft.commit().await?;
            let outcome = page_tab::fill(&tab, &plan)
                .await
                .map_or(Outcome::Failed("said_insert_refused"), |report| {
                    insert_in_page::outcome(&report)
                });
            match outcome {
                Outcome::Inserted(said, more) => {
                    draft.mark_opened(plan.place()).await?;
                    popup.say(&texts(said, more, draft.addressed_as()));
                }
                Outcome::Ask(asked) => draft.ask(&text(asked, &[]), &tab, Plan::anyway),
                Outcome::Failed(said) => draft.fall_back(said).await?,
            }
            Ok(())
        });
    }

    async fn fall_back(&self, said: &str) -> Result<(), AppError> {
        page::copy(&self.outgoing()).await?;
        self.popup.say(&text(said, &[]));
        Ok(())
    }
}

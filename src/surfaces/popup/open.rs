//! *Open in …*: the user's webmail, with the draft in the link or on the clipboard.

use std::rc::Rc;

use crate::{
    app::{
        error::{AppError, Field},
        open_in_webmail::{self, Carries, ComposeLink},
        protocol::views::PersonCard,
    },
    browser::{localize::text, page},
};

use super::draft::Draft;

/// Their address, or what they are called without one.
pub(super) fn addressed_as(person: &PersonCard) -> &str {
    if person.address.is_empty() {
        &person.display_name
    } else {
        &person.address
    }
}

/// What has to be known before going to a webmail that does not get everything with the link, and the
/// words of the button that goes there. `to` is the address and what the recipient is called.
pub(super) fn beforehand(
    link: &ComposeLink,
    provider: &str,
    (address, called): (&str, &str),
    subject: &str,
) -> Option<(String, String)> {
    let mut said = Vec::new();
    if link.unaddressed {
        said.push(text("ask_open_unaddressed", &[address]));
    }
    match link.carries {
        Carries::Everything => {}
        Carries::Head => said.push(text("ask_open_long", &[])),
        Carries::Nothing => said.push(text("ask_open_empty", &[])),
        Carries::Mailbox => said.push(text("ask_open_mailbox", &[called, subject])),
    }
    let yes = if link.unaddressed {
        text("ask_open_yes", &[])
    } else {
        let name = text(&format!("provider_{provider}"), &[]);
        text("popup_open_in", &[&name])
    };
    (!said.is_empty()).then(|| (said.join(" "), yes))
}

impl Draft {
    /// Opens the webmail with the draft in it. Going there closes this page, so what has to be known there
    /// is said first: that the text is on the clipboard, that there is no recipient.
    pub(super) fn open(self: &Rc<Self>) {
        let draft = self.clone();
        self.popup.attempt(move |popup| async move {
            let provider = draft.provider();
            let link = draft.link(&provider)?;
            draft.take_along(&link).await?;
            let to = (draft.person.address.as_str(), draft.addressed_as());
            match beforehand(&link, &provider, to, &draft.subject()) {
                None => draft.leave(&provider),
                Some((said, yes)) => {
                    let draft = draft.clone();
                    popup.ask(&said, &yes, move || draft.leave(&provider));
                }
            }
            Ok(())
        });
    }

    /// The link with the draft as it is now.
    fn link(&self, provider: &str) -> Result<ComposeLink, AppError> {
        let link = open_in_webmail::open_in_webmail(
            &self.popup.profile(),
            provider,
            &self.person.address,
            &self.subject(),
            &self.outgoing(),
        );
        link.ok_or(AppError::InvalidInput(Field::Server))
    }

    /// What a link does not carry goes on the clipboard.
    async fn take_along(&self, link: &ComposeLink) -> Result<(), AppError> {
        match link.carries {
            Carries::Everything => Ok(()),
            _ => page::copy(&self.outgoing()).await,
        }
    }

    /// Who the message is to go to, as the user is told.
    pub(super) fn addressed_as(&self) -> &str {
        addressed_as(&self.person)
    }

    /// Goes to the webmail, with what was changed since it was asked about.
    fn leave(self: &Rc<Self>, provider: &str) {
        let (draft, provider) = (self.clone(), provider.to_owned());
        self.popup.attempt(move |_| async move {
            let link = draft.link(&provider)?;
            draft.take_along(&link).await?;
            draft.commit().await?;
            draft.mark_opened(&provider).await?;
            page::open_tab(&link.url).await
        });
    }
}

//! Consent that ran out by the rules of a service is asked for again where that takes no window.

use crate::{
    app::{
        ports::{Clock, KeyValueStore},
        protocol::{Command, Request, service::Connection},
        refresh_feeds::services::{consent, kept, service::Service},
    },
    browser::{
        clock::BrowserClock, extension_storage::ExtensionStorage, feed_reader::BrowserFeeds,
        messenger, time_limit, web_auth::BrowserWebAuth,
    },
};

use super::{DISPATCHER, FEED_PATIENCE_MS, Look};

/// Tries it for every account whose calendars could not be read for want of consent. Whatever fails
/// leaves them as they are: the user is asked in the options.
pub(super) async fn renew_quietly() {
    let Ok(stored) = ExtensionStorage.get_all().await else {
        return;
    };
    let mut renewed = false;
    for grant in kept::to_renew_quietly(&stored, BrowserClock.now()) {
        let service = Service::from_code(&grant.service);
        let Some((service, client)) = service.and_then(|it| Some((it, it.client()?))) else {
            continue;
        };
        let (now, of) = (BrowserClock.now(), (service, client));
        let tokens = consent::again(&BrowserWebAuth, &BrowserFeeds, of, &grant.account, now).await;
        let Ok(tokens) = tokens else { continue };
        let connection = Connection {
            service: grant.service,
            account: grant.account,
            client: client.id.to_owned(),
            access: tokens.access,
            until_ms: tokens.until.as_millisecond(),
            refresh: tokens.refresh,
            calendars: Vec::new(),
        };
        let command = Command {
            id: messenger::new_command_id(),
            request: Request::Connect { connection },
        };
        DISPATCHER.handle(command).await;
        renewed = true;
    }
    if renewed {
        let patience = time_limit::pause(FEED_PATIENCE_MS);
        let _ = DISPATCHER.wake(&BrowserFeeds, Look::Open, patience).await;
    }
}

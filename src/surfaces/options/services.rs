//! Google Calendar and Outlook with the user's own account: asks for consent on the service's page and
//! adds the calendars that are chosen. The tokens go to the background, and are shown nowhere.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        ports::Clock,
        protocol::{
            Request,
            service::{ChosenCalendar, Connection},
        },
        refresh_feeds::services::{
            catalogue::{Catalogue, Offered},
            consent::{self, Refusal, Tokens},
            service::{Client, Service},
        },
    },
    browser::{
        clock::BrowserClock,
        dom::Part,
        feed_reader::{self, BrowserFeeds},
        localize::text,
        web_auth::BrowserWebAuth,
    },
    surfaces::client,
};

use super::{error_text, say};

struct Services {
    section: Part,
    offer: RefCell<Option<Offer>>,
}

/// An account that was connected, while its calendars are being chosen.
struct Offer {
    service: Service,
    client: Client,
    account: String,
    tokens: Tokens,
    calendars: Vec<(Offered, Part)>,
}

/// Shows the services of this build, and listens.
pub(super) fn connect() {
    let Some(section) = Part::by_id("services") else {
        return;
    };
    let services = Rc::new(Services {
        section: section.clone(),
        offer: RefCell::default(),
    });
    for service in Service::ALL {
        let Some(client) = service.client() else {
            continue;
        };
        let asking = services.clone();
        section.on_click(service.code(), move || asking.clone().ask(service, client));
        section.show(service.code(), true);
        let _ = section.element().remove_attribute("hidden");
    }
    section.on_click("add", move || services.clone().add());
    // The page lives as long as its listeners.
    std::mem::forget(section);
}

impl Services {
    /// Runs in the click: the browser lets only that ask for a permission.
    fn ask(self: Rc<Self>, service: Service, client: Client) {
        let asked = feed_reader::ask_permissions(&service.permissions());
        for slot in ["error", "calendars"] {
            self.section.show(slot, false);
        }
        say(&text("services_waiting", &[service.name()]));
        self.enable(false);
        spawn_local(async move {
            let connected = if asked.granted().await {
                let (of, now) = ((service, client), BrowserClock.now());
                let connected = consent::connect(&BrowserWebAuth, &BrowserFeeds, of, now).await;
                connected.map_err(|it| said(&it, service))
            } else {
                Err(text("feeds_denied", &[service.name()]))
            };
            self.enable(true);
            match connected {
                Ok((tokens, catalogue)) => self.offer(service, client, tokens, catalogue),
                Err(message) => self.fail(&message),
            }
        });
    }

    fn enable(&self, enabled: bool) {
        for service in Service::ALL {
            self.section.enable(service.code(), enabled);
        }
    }

    fn offer(&self, service: Service, client: Client, tokens: Tokens, catalogue: Catalogue) {
        self.section.clear("list");
        let mut calendars = Vec::new();
        for it in catalogue.calendars {
            if let Some(row) = Part::from_template("account-calendar") {
                row.text("name", &it.name);
                row.set_checked("chosen", it.main);
                self.section.append("list", &row);
                calendars.push((it, row));
            }
        }
        let count = calendars.len().to_string();
        *self.offer.borrow_mut() = Some(Offer {
            service,
            client,
            account: catalogue.account,
            tokens,
            calendars,
        });
        self.section.show("calendars", true);
        self.section.focus("add");
        say(&text("caldav_found", &[&count]));
    }

    fn add(self: Rc<Self>) {
        let Some(offer) = self.offer.take() else {
            return;
        };
        let request = Request::Connect {
            connection: offer.chosen(),
        };
        spawn_local(async move {
            match client::send(request).await {
                Ok(_) => {
                    self.section.show("calendars", false);
                    say(&text("feed_state_waiting", &[]));
                }
                Err(error) => {
                    self.offer.replace(Some(offer));
                    self.fail(&error_text(&error));
                }
            }
        });
    }

    fn fail(&self, message: &str) {
        self.section.show("error", true);
        self.section.text("error", message);
        say(message);
    }
}

impl Offer {
    fn chosen(&self) -> Connection {
        let chosen = self
            .calendars
            .iter()
            .filter(|(_, row)| row.is_checked("chosen"));
        Connection {
            service: self.service.code().to_owned(),
            account: self.account.clone(),
            client: self.client.id.to_owned(),
            access: self.tokens.access.clone(),
            until_ms: self.tokens.until.as_millisecond(),
            refresh: self.tokens.refresh.clone(),
            calendars: chosen
                .map(|(it, _)| ChosenCalendar {
                    address: it.address.stored(),
                    name: it.name.clone(),
                })
                .collect(),
        }
    }
}

fn said(refusal: &Refusal, service: Service) -> String {
    match refusal {
        Refusal::Closed => text("services_closed", &[service.name()]),
        Refusal::NotOurs => text("services_not_ours", &[]),
        Refusal::Client(code) => text("services_client", &[service.name(), code]),
        Refusal::Trouble(trouble) => {
            let what = text(&format!("feed_trouble_{}", trouble.code()), &[]);
            if trouble.needs_user() {
                text("feed_state_needs_you", &[&what])
            } else {
                text("feed_state_unanswered", &[&what])
            }
        }
    }
}

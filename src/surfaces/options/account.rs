//! A calendar account (CalDAV): finds its calendars and adds those that are chosen. The name and the
//! password go to the server and to the background, and are shown nowhere.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        feed_address::FeedAddress,
        ports::FeedTrouble,
        protocol::Request,
        refresh_feeds::caldav::discovery::{self, Found, NotFound},
    },
    browser::{
        dom::Part,
        feed_reader::{self, BrowserFeeds, PermissionAsked},
        localize::text,
    },
    surfaces::client,
};

use super::{error_text, say};

struct Account {
    section: Part,
    /// Where the search begins, and the host that has to be allowed for it to go on.
    server: RefCell<Option<(FeedAddress, FeedAddress)>>,
    offered: RefCell<Vec<(Found, Part)>>,
}

/// Listens.
pub(super) fn connect() {
    let Some(section) = Part::by_id("account") else {
        return;
    };
    let account = Rc::new(Account {
        section: section.clone(),
        server: RefCell::default(),
        offered: RefCell::default(),
    });
    let finding = account.clone();
    section.on("form", "submit", move |event| {
        event.prevent_default();
        finding.clone().find();
    });
    let allowing = account.clone();
    section.on_click("allow", move || allowing.clone().go_on());
    section.on_click("add", move || account.clone().add());
    // The page lives as long as its listeners.
    std::mem::forget(section);
}

impl Account {
    /// Runs in the click: the browser lets only that ask for a permission.
    fn find(self: Rc<Self>) {
        let field = |name| self.section.value(name);
        let server = discovery::server(&field("server"), &field("user"), &field("password"));
        let Some(server) = server else {
            return self.fail(&text("caldav_no_server", &[]));
        };
        let asked = feed_reader::ask_permission(&server);
        self.search(server.clone(), server, asked);
    }

    /// The same with the other host, which the user allows by this click.
    fn go_on(self: Rc<Self>) {
        let waiting = self.server.borrow().clone();
        if let Some((server, host)) = waiting {
            let asked = feed_reader::ask_permission(&host);
            self.search(server, host, asked);
        }
    }

    fn search(self: Rc<Self>, server: FeedAddress, host: FeedAddress, asked: PermissionAsked) {
        for slot in ["error", "host", "calendars"] {
            self.section.show(slot, false);
        }
        say(&text("caldav_looking", &[]));
        self.section.enable("find", false);
        spawn_local(async move {
            let found = if asked.granted().await {
                discovery::calendars(&BrowserFeeds, &server).await
            } else {
                Err(NotFound::Trouble(FeedTrouble::NotAllowed))
            };
            self.section.enable("find", true);
            match found {
                Ok(found) => self.offer(found),
                Err(NotFound::OtherHost(other)) => {
                    let message = text("caldav_other_host", &[other.shown()]);
                    *self.server.borrow_mut() = Some((server, other));
                    self.section.show("host", true);
                    self.section.text("host-text", &message);
                    self.section.focus("allow");
                    say(&message);
                }
                Err(NotFound::Trouble(FeedTrouble::NotAllowed)) => {
                    self.fail(&text("feeds_denied", &[host.shown()]));
                }
                Err(NotFound::Trouble(trouble)) => self.fail(&said(trouble)),
            }
        });
    }

    fn offer(&self, found: Vec<Found>) {
        self.section.clear("list");
        let mut offered = Vec::new();
        for it in found {
            if let Some(row) = Part::from_template("account-calendar") {
                row.text("name", &it.name);
                self.section.append("list", &row);
                offered.push((it, row));
            }
        }
        let count = offered.len().to_string();
        *self.offered.borrow_mut() = offered;
        self.section.show("calendars", true);
        self.section.focus("add");
        say(&text("caldav_found", &[&count]));
    }

    fn add(self: Rc<Self>) {
        spawn_local(async move {
            let chosen: Vec<Found> = self
                .offered
                .borrow()
                .iter()
                .filter(|(_, row)| row.is_checked("chosen"))
                .map(|(it, _)| it.clone())
                .collect();
            for it in chosen {
                let request = Request::AddFeed {
                    address: it.address.stored(),
                    label: it.name,
                    caldav: true,
                };
                if let Err(error) = client::send(request).await {
                    return self.fail(&error_text(&error));
                }
            }
            for slot in ["server", "user", "password"] {
                self.section.set_value(slot, "");
            }
            self.offered.borrow_mut().clear();
            self.section.show("calendars", false);
            *self.server.borrow_mut() = None;
            say(&text("feed_state_waiting", &[]));
        });
    }

    fn fail(&self, message: &str) {
        self.section.show("error", true);
        self.section.text("error", message);
        say(message);
    }
}

fn said(trouble: FeedTrouble) -> String {
    if matches!(trouble, FeedTrouble::Gone | FeedTrouble::NotACalendar) {
        return text("caldav_not_found", &[]);
    }
    let what = text(&format!("feed_trouble_{}", trouble.code()), &[]);
    if trouble.needs_user() {
        text("feed_state_needs_you", &[&what])
    } else {
        text("feed_state_unanswered", &[&what])
    }
}

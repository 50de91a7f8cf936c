//! Calendar addresses: added, asked again, removed. Shows of an address nothing but its host.

use std::{cell::RefCell, rc::Rc};

use serde_json::{Map, Value};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::{
    app::{
        error::{AppError, Field},
        feed_address::FeedAddress,
        ports::KeyValueStore,
        protocol::Request,
        refresh_feeds::views::{self, FeedView, State},
    },
    browser::{
        dom::Part,
        extension_storage::ExtensionStorage,
        feed_reader::{self, PermissionAsked},
        localize::{self, text},
        time_limit,
    },
    surfaces::client,
};

use super::{error_text, feed_row, say};

/// How often the page looks whether an address has answered.
const LOOK_EVERY_MS: i32 = 1_000;

struct Feeds {
    section: Part,
    list: Part,
    shown: RefCell<Option<Vec<FeedView>>>,
    rows: RefCell<Vec<Row>>,
}

struct Row {
    of: RowOf,
    part: Part,
}

/// What a row's buttons know; another one needs another row.
#[derive(PartialEq)]
struct RowOf {
    id: String,
    permission: Option<FeedAddress>,
}

impl RowOf {
    fn new(feed: &FeedView) -> Self {
        Self {
            id: feed.id.clone(),
            permission: feed.permission.clone(),
        }
    }
}

/// Shows what is stored, listens, and keeps looking.
pub(super) fn connect(stored: &Map<String, Value>) {
    let (Some(section), Some(list)) = (Part::by_id("feeds"), Part::by_id("feed-list")) else {
        return;
    };
    let feeds = Rc::new(Feeds {
        section,
        list,
        shown: RefCell::default(),
        rows: RefCell::default(),
    });
    feeds.draw(views::of(stored));
    let adding = feeds.clone();
    feeds.section.on("form", "submit", move |event| {
        event.prevent_default();
        adding.clone().add();
    });
    spawn_local(async move {
        // The page lives as long as this.
        loop {
            time_limit::pause(LOOK_EVERY_MS).await;
            if let Ok(stored) = ExtensionStorage.get_all().await {
                feeds.draw(views::of(&stored));
            }
        }
    });
}

impl Feeds {
    /// Runs in the click: the browser lets only that ask for a permission.
    fn add(self: Rc<Self>) {
        let Some(address) = FeedAddress::parse(&self.section.value("address")) else {
            return self.fail(&error_text(&AppError::InvalidInput(Field::FeedAddress)));
        };
        self.section.show("error", false);
        let asked = feed_reader::ask_permission(&address);
        spawn_local(async move {
            if !asked.granted().await {
                return self.fail(&text("feeds_denied", &[address.shown()]));
            }
            let request = Request::AddFeed {
                address: address.stored(),
                label: String::new(),
                caldav: false,
            };
            match client::send(request).await {
                Ok(_) => {
                    self.section.set_value("address", "");
                    say(&text("feed_state_waiting", &[]));
                }
                Err(error) => self.fail(&error_text(&error)),
            }
        });
    }

    fn fail(&self, message: &str) {
        self.section.show("error", true);
        self.section.text("error", message);
        say(message);
    }

    fn draw(self: &Rc<Self>, feeds: Vec<FeedView>) {
        if self.shown.borrow().as_ref() == Some(&feeds) {
            return;
        }
        let of: Vec<RowOf> = feeds.iter().map(RowOf::new).collect();
        let same = self.rows.borrow().iter().map(|it| &it.of).eq(&of);
        // A name that is being typed is not drawn over.
        if !same && (self.is_being_edited() || !self.draw_rows(&feeds)) {
            return;
        }
        for (row, feed) in self.rows.borrow().iter().zip(&feeds) {
            fill(&row.part, feed);
        }
        *self.shown.borrow_mut() = Some(feeds);
    }

    /// Rows of addresses that stay are kept as they are: open folds, texts half typed.
    fn draw_rows(self: &Rc<Self>, feeds: &[FeedView]) -> bool {
        let list = Part::from_template("feed-rows");
        let Some((list, rows)) = list.and_then(|it| Some((it.clone(), it.slot("rows")?))) else {
            return false;
        };
        let mut kept = self.rows.take();
        // Whoever is at a button by keyboard stays there.
        let place = self.place_of_focus();
        for feed in feeds {
            let of = RowOf::new(feed);
            let part = match kept.iter().position(|it| it.of == of) {
                Some(at) => Some(kept.swap_remove(at).part),
                None => self.row(feed),
            };
            let Some(part) = part else { continue };
            // Its listeners stay with the row, which may be listed again.
            let _ = rows.append_child(part.element());
            self.rows.borrow_mut().push(Row { of, part });
        }
        self.list.replace_content(&list);
        if let Some(place) = place {
            self.focus_at(place);
        }
        true
    }

    /// Which of the list's buttons has the focus.
    fn place_of_focus(&self) -> Option<u32> {
        let list = self.list.element();
        let focused = list.query_selector("button:focus").ok().flatten()?;
        let buttons = list.query_selector_all("button").ok()?;
        (0..buttons.length()).find(|at| buttons.item(*at).is_some_and(|it| *it == **focused))
    }

    fn focus_at(&self, place: u32) {
        let buttons = self.list.element().query_selector_all("button");
        let button = buttons.ok().and_then(|it| it.item(place));
        if let Some(button) = button.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            let _ = button.focus();
        }
    }

    /// Whether one of the list's fields has the focus.
    fn is_being_edited(&self) -> bool {
        let focused = self
            .list
            .element()
            .query_selector("input:focus, select:focus");
        focused.is_ok_and(|it| it.is_some())
    }

    fn row(self: &Rc<Self>, feed: &FeedView) -> Option<Part> {
        let row = Part::from_template("feed")?;
        localize::localize(row.element());
        let editing = self.clone();
        feed_row::edit(&row, feed, move |request| editing.clone().send(request));
        let (one, other) = (self.clone(), self.clone());
        let (address, id) = (feed.permission.clone(), feed.id.clone());
        row.on_click("refresh", move || {
            let asked = address.as_ref().map(feed_reader::ask_permission);
            one.clone().refresh(id.clone(), asked);
        });
        let id = feed.id.clone();
        row.on_click("remove", move || {
            let request = Request::RemoveFeed { feed: id.clone() };
            other.clone().send(request);
        });
        Some(row)
    }

    fn refresh(self: Rc<Self>, feed: String, asked: Option<PermissionAsked>) {
        spawn_local(async move {
            if let Some(asked) = asked {
                // Denied, the address is asked all the same, and says what it lacks.
                let _ = asked.granted().await;
            }
            self.send(Request::RefreshFeed { feed });
        });
    }

    fn send(self: Rc<Self>, request: Request) {
        spawn_local(async move {
            if let Err(error) = client::send(request).await {
                self.fail(&error_text(&error));
            }
        });
    }
}

/// Says in its row what is known of an address now.
fn fill(row: &Part, feed: &FeedView) {
    row.text("host", &feed.host);
    row.show("label", !feed.label.is_empty());
    row.text("label", &feed.label);
    feed_row::problems(row, feed);
    feed_row::values(row, feed);
    row.attribute("feed", "data-state", feed.state.code());
    row.text("state", &said(feed));
}

fn said(feed: &FeedView) -> String {
    let since = feed.since.map_or_else(String::new, |at| {
        format!("{} {}", localize::day(at), localize::time(at))
    });
    let trouble = feed.trouble.as_ref();
    let trouble = trouble.map_or_else(String::new, |it| text(&format!("feed_trouble_{it}"), &[]));
    let (events, interviews) = (feed.events.to_string(), feed.interviews.to_string());
    match feed.state {
        State::Waiting => text("feed_state_waiting", &[]),
        State::Fresh => text("feed_state_fresh", &[&events, &interviews, &since]),
        State::Stale => text("feed_state_stale", &[&since, &trouble]),
        State::Unanswered => text("feed_state_unanswered", &[&trouble]),
        State::NeedsYou => text("feed_state_needs_you", &[&trouble]),
    }
}

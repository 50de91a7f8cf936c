//! The toolbar popup: reads storage directly and shows it; everything that changes something is a
//! command to the background.

mod add;
mod cards;
mod check_in;
mod draft;
mod dropped;
mod findings;
mod history;
mod insert;
mod interview;
mod list;
mod notice;
mod open;
mod panel;
mod people;
mod person_form;
mod proofreading;
mod question;
mod reasons;
mod remember;
mod rephrase;
mod route;
mod scan;
mod teach;
mod thanked;
mod unsaved;

use std::{
    cell::{Cell, RefCell},
    future::Future,
    rc::Rc,
};

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Map, Value};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use wasm_bindgen_futures::spawn_local;

use self::{
    route::{Route, Step},
    unsaved::Unsaved,
};
use super::client;
use crate::{
    app::{
        error::AppError,
        list_follow_ups,
        ports::{Clock, KeyValueStore},
        protocol::{
            Profile, Reply, Request,
            views::{FollowUps, InterviewCard, PersonCard},
        },
        settings,
        store::{index, keys},
    },
    browser::{
        clock::BrowserClock,
        dom::{self, Part},
        extension_storage::ExtensionStorage,
        localize::{self, text},
        page, time_limit,
    },
};

/// By then the browser has shown what was drawn.
const UNTIL_SHOWN_MS: i32 = 30;

/// The popup; copies are the same one.
#[derive(Clone, Debug)]
struct Popup(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    view: Part,
    frame: Part,
    stored: RefCell<Map<String, Value>>,
    route: RefCell<Route>,
    notice: RefCell<notice::Shown>,
    /// Most cards in each section of the list, and whether that left any out.
    most: Cell<usize>,
    left_out: Cell<bool>,
}

/// Starts the popup in its page.
#[wasm_bindgen(js_name = startPopup)]
pub async fn start_popup() {
    let (Some(view), Some(frame)) = (Part::by_id("view"), Part::body()) else {
        return;
    };
    localize::set_page_language();
    localize::localize(frame.element());
    let popup = Popup(Rc::new(Inner {
        view,
        frame,
        stored: RefCell::default(),
        route: RefCell::new(Route::List),
        notice: RefCell::default(),
        most: Cell::new(list::AT_ONCE),
        left_out: Cell::default(),
    }));
    popup.connect();
    let named = route::named();
    if let Some(route) = &named {
        *popup.0.route.borrow_mut() = route.clone();
    }
    popup.reload().await;
    let route = named.unwrap_or_else(|| route::first(&popup));
    popup.show(route);
    let _ = popup.frame().element().set_attribute("data-ready", "true");
    popup.complete_list();
    // Brings records, badge and alarms in line; the first paint did not wait for it.
    popup.attempt(|popup| async move { popup.send(Request::Reconcile).await.map(drop) });
}

impl Popup {
    fn frame(&self) -> &Part {
        &self.0.frame
    }

    pub(super) fn now() -> Timestamp {
        BrowserClock.now()
    }

    fn zone() -> TimeZone {
        BrowserClock.zone()
    }

    fn lists(&self) -> FollowUps {
        list_follow_ups::list(&self.0.stored.borrow(), Self::now())
    }

    fn profile(&self) -> Profile {
        settings::profile(&self.0.stored.borrow())
    }

    fn interview(&self, id: &str) -> Option<InterviewCard> {
        let FollowUps {
            due,
            ask,
            coming,
            done,
            dismissed,
            ..
        } = self.lists();
        [due, ask, coming, done, dismissed]
            .into_iter()
            .flatten()
            .find(|it| it.id == id)
    }

    fn person(&self, interview: &str, person: &str) -> Option<(InterviewCard, PersonCard)> {
        let card = self.interview(interview)?;
        let person = card.people.iter().find(|it| it.id == person)?.clone();
        Some((card, person))
    }

    /// The rest of a long list, after the browser has shown its beginning.
    fn complete_list(&self) {
        self.0.most.set(usize::MAX);
        if !self.0.left_out.get() {
            return;
        }
        let popup = self.clone();
        spawn_local(async move {
            time_limit::pause(UNTIL_SHOWN_MS).await;
            let still = popup.0.left_out.get() && *popup.0.route.borrow() == Route::List;
            if still && !dom::is_typing() {
                popup.draw();
            }
        });
    }

    fn connect(&self) {
        for (id, route) in [
            ("back", None),
            ("add", Some(Route::Add)),
            ("scan", Some(Route::Scan)),
        ] {
            let popup = self.clone();
            self.on_frame(id, move || match &route {
                Some(route) => popup.show(route.clone()),
                None => popup.back(),
            });
        }
        let popup = self.clone();
        self.on_frame("options", move || popup.open_options());
        dropped::connect(self);
        let popup = self.clone();
        self.frame().on_self("keydown", move |event| {
            let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else {
                return;
            };
            // Escape closes a popup; inside a view it goes one step back first.
            if event.key() == "Escape" && *popup.0.route.borrow() != Route::List {
                event.prevent_default();
                popup.back();
            }
        });
        let popup = self.clone();
        let _ = page::on_stored(move || {
            let popup = popup.clone();
            spawn_local(async move {
                popup.reload().await;
                if popup.is_quiet() && !dom::is_typing() {
                    popup.draw();
                }
            });
        });
    }

    fn on_frame(&self, id: &str, mut callback: impl FnMut() + 'static) {
        if let Some(part) = Part::by_id(id) {
            part.on_self("click", move |_| callback());
            // Lives as long as the page: kept by the frame.
            self.frame().keep(&part);
        }
    }

    async fn reload(&self) {
        match self.load().await {
            Ok(stored) => *self.0.stored.borrow_mut() = stored,
            Err(error) => self.complain(&error),
        }
    }

    /// What the list shows, and the interview that is looked at, however old.
    async fn load(&self) -> Result<Map<String, Value>, AppError> {
        let mut stored = index::load(&ExtensionStorage).await?;
        let shown = match &*self.0.route.borrow() {
            Route::Interview(id) | Route::Person(id, ..) | Route::Panel(id) | Route::People(id) => {
                Some(keys::interview(id))
            }
            _ => None,
        };
        if let Some(key) = shown.filter(|it| !stored.contains_key(it)) {
            stored.extend(ExtensionStorage.get(&[&key]).await?);
        }
        Ok(stored)
    }

    fn back(&self) {
        let route = self.here();
        self.show(match route {
            Route::Person(interview, person, Step::Draft) => {
                Route::Person(interview, person, Step::Question)
            }
            Route::Person(interview, ..) | Route::Panel(interview) | Route::People(interview) => {
                Route::Interview(interview)
            }
            _ => Route::List,
        });
    }

    /// The view that is shown: what an action that takes time compares with when it is done.
    fn here(&self) -> Route {
        self.0.route.borrow().clone()
    }

    /// Whether nothing can be lost by drawing the view anew; a page that is being typed into is left alone.
    fn is_quiet(&self) -> bool {
        matches!(*self.0.route.borrow(), Route::List | Route::Interview(_))
    }

    /// Goes to where an action leads, if the user is still where it began: who went elsewhere while it
    /// was carried out stays there, with what is typed there.
    fn go_on(&self, from: &Route, to: Route) {
        if self.here() == *from {
            self.show(to);
        }
    }

    /// Goes to a view and puts the focus on its heading.
    fn show(&self, route: Route) {
        self.leave_question();
        if self.here() == Route::Add && route != Route::Add {
            add::leave();
        }
        *self.0.route.borrow_mut() = route;
        self.draw();
        if let Some(heading) = Part::by_id("heading")
            && let Some(it) = heading.element().dyn_ref::<web_sys::HtmlElement>()
        {
            let _ = it.focus();
        }
    }

    fn draw(&self) {
        let route = self.here();
        let (heading, part) = match &route {
            Route::List => ("Afternote".to_owned(), list::view(self)),
            Route::Add => (text("add_title", &[]), add::view(self)),
            Route::Scan => (text("scan_title", &[]), scan::view(self)),
            Route::Interview(id) => match self.interview(id) {
                Some(card) => (card.heading.clone(), interview::view(self, &card)),
                None => return self.show(Route::List),
            },
            Route::Remember(id) => match self.interview(id) {
                Some(card) => (text("remember_title", &[]), remember::view(self, &card)),
                None => return self.show(Route::List),
            },
            Route::Panel(id) => match self.interview(id) {
                Some(card) => (card.heading.clone(), panel::view(self, &card)),
                None => return self.show(Route::List),
            },
            Route::People(id) => match self.interview(id) {
                Some(card) => (text("people_title", &[]), people::view(self, &card)),
                None => return self.show(Route::List),
            },
            Route::Person(id, person, step) => match self.person(id, person) {
                Some((card, person)) => self.person_view(&card, &person, *step),
                None => return self.show(Route::List),
            },
        };
        if let Some(title) = Part::by_id("heading") {
            title.element().set_text_content(Some(&heading));
        }
        let at_list = route == Route::List;
        for (id, shown) in [
            ("back", !at_list),
            ("scan", at_list),
            ("add", at_list),
            ("options", at_list),
        ] {
            if let Some(it) = Part::by_id(id) {
                let _ = it.element().toggle_attribute_with_force("hidden", !shown);
            }
        }
        if let Some(part) = part {
            localize::localize(part.element());
            let unsaved = Unsaved::gather();
            self.0.view.replace_content(&part);
            unsaved.put_back();
        }
    }

    fn person_view(
        &self,
        card: &InterviewCard,
        person: &PersonCard,
        step: Step,
    ) -> (String, Option<Part>) {
        use crate::app::protocol::views::Status;
        let name = cards::name(person);
        let step = match (step, person.status) {
            (_, Status::Sent) => {
                return (name, thanked::view(self, card, person));
            }
            (Step::Next, Status::Drafted | Status::Opened) if person.note.is_some() => Step::Draft,
            (Step::Next, _) => Step::Question,
            (step, _) => step,
        };
        match (step, &person.note) {
            (Step::Draft, Some(note)) => (
                text("popup_to", &[&name]),
                draft::view(self, card, person, note),
            ),
            _ => (
                format!("{name}, {}", card.heading),
                question::view(self, card, person),
            ),
        }
    }

    /// Sends a request to the background.
    async fn send(&self, request: Request) -> Result<Reply, AppError> {
        let reply = client::send(request).await?;
        self.reload().await;
        Ok(reply)
    }

    /// Runs something that may fail; says so when it does.
    fn attempt<F, R>(&self, action: F)
    where
        F: FnOnce(Self) -> R + 'static,
        R: Future<Output = Result<(), AppError>>,
    {
        let popup = self.clone();
        spawn_local(async move {
            if let Err(error) = action(popup.clone()).await {
                popup.complain(&error);
            }
        });
    }

    fn open_options(&self) {
        self.attempt(|_| page::open_options());
    }
}

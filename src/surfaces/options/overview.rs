//! The overview: a table of everybody, with search, filter and order, and how prompt the notes were.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        overview::{self, Month, Order, Promptness, Row, Wanted},
        ports::{Clock, KeyValueStore},
        protocol::Request,
        store::keys,
    },
    browser::{
        clock::BrowserClock,
        dom::{self, Part},
        extension_storage::ExtensionStorage,
        localize::{self, text},
        page, web_storage,
    },
    surfaces::client,
};

use super::{error_text, say};

/// Rows that are shown at first; a button shows the rest.
const SHOWN: usize = 100;
/// Height of the chart, in units of its drawing; what is counted has one of them at least, so that the
/// highest month leaves room for three more.
const CHART_HEIGHT: u32 = 100;
const HIGHEST: u32 = CHART_HEIGHT - 3;
const ORDERS: [(&str, Order); 4] = [
    ("by-date", Order::Date),
    ("by-employer", Order::Employer),
    ("by-person", Order::Person),
    ("by-status", Order::Status),
];

#[derive(Debug)]
struct Overview {
    section: Part,
    /// The rows on show, and their listeners.
    body: RefCell<Part>,
    table: RefCell<Vec<Row>>,
    order: Cell<Order>,
    descending: Cell<bool>,
    all: Cell<bool>,
    /// What was deleted last, as it was stored.
    deleted: RefCell<Option<Value>>,
}

/// Fills the section, listens to it, and follows what is stored.
pub(super) fn connect(stored: &Map<String, Value>) {
    let (Some(section), Some(body)) = (Part::by_id("overview"), Part::by_id("overview-rows"))
    else {
        return;
    };
    for code in overview::STATUSES {
        let name = text(&format!("status_{code}"), &[]);
        dom::add_choice(&section, "status", code, &name);
    }
    let overview = Rc::new(Overview {
        section,
        body: RefCell::new(body),
        table: RefCell::new(overview::table(stored, BrowserClock.now())),
        order: Cell::new(Order::Date),
        descending: Cell::new(true),
        all: Cell::new(false),
        deleted: RefCell::default(),
    });
    for (slot, event) in [("search", "input"), ("status", "change")] {
        let it = overview.clone();
        overview.section.on(slot, event, move |_| it.show());
    }
    for (slot, order) in ORDERS {
        let it = overview.clone();
        overview.section.on_click(slot, move || {
            // Once more turns it round.
            let turned = it.order.get() == order && !it.descending.get();
            let newly = it.order.get() != order && order == Order::Date;
            it.descending.set(turned || newly);
            it.order.set(order);
            it.show();
        });
    }
    let it = overview.clone();
    overview.section.on_click("more", move || {
        it.all.set(true);
        it.show();
    });
    let it = overview.clone();
    overview.section.on_click("csv", move || {
        let table = it.table.borrow();
        let text = overview::csv(&overview::select(&table, &it.wanted()));
        // A browser that refuses leaves the table to be copied.
        let _ = page::save_file("afternote.csv", "text/csv", &text);
    });
    let it = overview.clone();
    overview
        .section
        .on_click("bring-back", move || it.clone().bring_back());
    overview.show();
    let it = overview.clone();
    let _ = page::on_stored(move || {
        let it = it.clone();
        spawn_local(async move {
            if let Ok(stored) = ExtensionStorage.get_all().await {
                let table = overview::table(&stored, BrowserClock.now());
                if *it.table.borrow() != table {
                    it.table.replace(table);
                    it.show();
                }
            }
        });
    });
}

impl Overview {
    fn wanted(&self) -> Wanted {
        Wanted {
            search: self.section.value("search"),
            status: self.section.value("status"),
            order: self.order.get(),
            descending: self.descending.get(),
        }
    }

    fn show(self: &Rc<Self>) {
        let table = self.table.borrow();
        let rows = overview::select(&table, &self.wanted());
        let searching =
            !self.section.value("search").is_empty() || !self.section.value("status").is_empty();
        self.section.show("table", !rows.is_empty());
        self.section.show("csv", !rows.is_empty());
        self.section.show("empty", rows.is_empty());
        let empty = if searching {
            "overview_nothing"
        } else {
            "overview_empty"
        };
        self.section.text("empty", &text(empty, &[]));
        for (slot, order) in ORDERS {
            let sorted = match (self.order.get() == order, self.descending.get()) {
                (false, _) => "none",
                (true, true) => "descending",
                (true, false) => "ascending",
            };
            let head = self.section.slot(slot).and_then(|it| it.parent_element());
            let _ = head.map(|it| it.set_attribute("aria-sort", sorted));
        }
        let limit = if self.all.get() { rows.len() } else { SHOWN };
        if let Some(all) = Part::by_id("overview-rows") {
            all.element().set_text_content(None);
            for row in rows.iter().take(limit) {
                if let Some(line) = self.line(row) {
                    let _ = all.element().append_child(line.element());
                    all.keep(&line);
                }
            }
            // The listeners of the rows before are gone with them.
            self.body.replace(all);
        }
        let rest = rows.len().saturating_sub(limit);
        self.section.show("more", rest > 0);
        self.section
            .text("more", &text("overview_more", &[&rest.to_string()]));
        self.chart(&overview::months(&rows, &BrowserClock.zone()));
    }

    fn line(self: &Rc<Self>, row: &Row) -> Option<Part> {
        let line = Part::from_template("overview-row")?;
        localize::localize(line.element());
        line.text("ended", &localize::date(row.end));
        line.text("employer", &row.employer);
        let address = format!("popup.html#interview:{}", row.interview);
        line.attribute("employer", "href", &address);
        line.text("role", &row.role);
        line.text("person", &row.person);
        line.text("status", &text(&format!("status_{}", row.status), &[]));
        let thanked = row.thanked_at.map(localize::date).unwrap_or_default();
        line.text("thanked", &thanked);
        let label = text("overview_delete_label", &[&row.employer]);
        line.attribute("delete", "aria-label", &label);
        let (it, id, employer) = (self.clone(), row.interview.clone(), row.employer.clone());
        line.on_click("delete", move || {
            it.clone().delete(id.clone(), employer.clone());
        });
        Some(line)
    }

    /// Deletes an interview, with a way back.
    fn delete(self: Rc<Self>, id: String, employer: String) {
        spawn_local(async move {
            let key = keys::interview(&id);
            let stored = ExtensionStorage.get(&[&key]).await.unwrap_or_default();
            let interview = Some(id.clone());
            match client::send(Request::Delete { interview }).await {
                Ok(_) => {
                    web_storage::forget_interview(&id);
                    self.deleted.replace(stored.get(&key).cloned());
                    self.tell(&text("said_deleted", &[&employer]), true);
                    self.section.focus("bring-back");
                }
                Err(error) => self.tell(&error_text(&error), false),
            }
        });
    }

    fn bring_back(self: Rc<Self>) {
        let Some(record) = self.deleted.take() else {
            return;
        };
        spawn_local(async move {
            match client::send(Request::BringBack { record }).await {
                Ok(_) => self.tell(&text("said_taken_back", &[]), false),
                Err(error) => self.tell(&error_text(&error), false),
            }
            self.section.focus("search");
        });
    }

    fn tell(&self, message: &str, undo: bool) {
        self.section.show("deleted", true);
        self.section.text("deleted-text", message);
        self.section.show("bring-back", undo);
        say(message);
    }

    fn chart(&self, months: &[Month]) {
        self.section.show("chart", !months.is_empty());
        self.section.clear("bars");
        self.section.clear("figures");
        let sum = |month: &Month| month.counts.iter().sum::<u32>();
        let highest = months.iter().map(sum).max().unwrap_or(0).max(1);
        for month in months {
            let name = format!("{}-{:02}", month.year, month.month);
            if let Some(bar) = Part::from_template("month") {
                draw(&bar, month, highest);
                let [day, two_days, late, missed] = month.counts.map(|it| it.to_string());
                let counts = [name.as_str(), &day, &two_days, &late, &missed];
                bar.text("label", &text("overview_month_label", &counts));
                bar.text("name", &name);
                self.section.append("bars", &bar);
            }
            if let Some(line) = Part::from_template("figures-row") {
                line.text("month", &name);
                for (promptness, count) in Promptness::COUNTED.iter().zip(month.counts) {
                    line.text(promptness.code(), &count.to_string());
                }
                self.section.append("figures", &line);
            }
        }
    }
}

/// Stacks the counts of a month, the best at the bottom.
fn draw(bar: &Part, month: &Month, highest: u32) {
    let mut top = CHART_HEIGHT;
    for (promptness, count) in Promptness::COUNTED.iter().zip(month.counts) {
        let height = (count * HIGHEST).div_ceil(highest);
        top = top.saturating_sub(height);
        bar.attribute(promptness.code(), "y", &top.to_string());
        bar.attribute(promptness.code(), "height", &height.to_string());
    }
}

//! The overview: a table of everybody, with search, filter and order, and how prompt the notes were.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use serde_json::{Map, Value};
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::{
        overview::{self, Month, Order, Promptness, Row},
        ports::{Clock, KeyValueStore},
    },
    browser::{
        clock::BrowserClock,
        dom::{self, Part},
        extension_storage::ExtensionStorage,
        localize::{self, text},
        page,
    },
};

/// Rows that are shown at first; a button shows the rest.
const SHOWN: usize = 100;
/// Height of the bars of the chart, in units of its drawing.
const CHART_HEIGHT: u32 = 100;
const STATUSES: [&str; 9] = [
    "to_ask",
    "to_write",
    "drafted",
    "opened",
    "sent",
    "skipped",
    "lapsed",
    "off",
    "dismissed",
];
const ORDERS: [(&str, Order); 4] = [
    ("by-date", Order::Date),
    ("by-employer", Order::Employer),
    ("by-person", Order::Person),
    ("by-status", Order::Status),
];

#[derive(Debug)]
struct Overview {
    section: Part,
    stored: RefCell<Map<String, Value>>,
    order: Cell<Order>,
    all: Cell<bool>,
}

/// Fills the section, listens to it, and follows what is stored.
pub(super) fn connect(stored: &Map<String, Value>) {
    let Some(section) = Part::by_id("overview") else {
        return;
    };
    for code in STATUSES {
        let name = text(&format!("status_{code}"), &[]);
        dom::add_choice(&section, "status", code, &name);
    }
    let overview = Rc::new(Overview {
        section,
        stored: RefCell::new(stored.clone()),
        order: Cell::new(Order::Date),
        all: Cell::new(false),
    });
    for (slot, event) in [("search", "input"), ("status", "change")] {
        let it = overview.clone();
        overview.section.on(slot, event, move |_| it.show());
    }
    for (slot, order) in ORDERS {
        let it = overview.clone();
        overview.section.on_click(slot, move || {
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
        let text = overview::csv(&it.rows());
        // A browser that refuses leaves the table to be copied.
        let _ = page::save_file("afternote.csv", "text/csv", &text);
    });
    overview.show();
    let it = overview.clone();
    let _ = page::on_stored(move || {
        let it = it.clone();
        spawn_local(async move {
            if let Ok(stored) = ExtensionStorage.get_all().await {
                it.stored.replace(stored);
                it.show();
            }
        });
    });
}

impl Overview {
    fn rows(&self) -> Vec<Row> {
        overview::rows(
            &self.stored.borrow(),
            BrowserClock.now(),
            &self.section.value("search"),
            &self.section.value("status"),
            self.order.get(),
        )
    }

    fn show(&self) {
        let rows = self.rows();
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
            let sorted = match (self.order.get() == order, order) {
                (false, _) => "none",
                (true, Order::Date) => "descending",
                (true, _) => "ascending",
            };
            let head = self.section.slot(slot).and_then(|it| it.parent_element());
            let _ = head.map(|it| it.set_attribute("aria-sort", sorted));
        }
        self.section.clear("rows");
        let limit = if self.all.get() { rows.len() } else { SHOWN };
        for row in rows.iter().take(limit) {
            if let Some(line) = line(row) {
                self.section.append("rows", &line);
            }
        }
        let rest = rows.len().saturating_sub(limit);
        self.section.show("more", rest > 0);
        self.section
            .text("more", &text("overview_more", &[&rest.to_string()]));
        self.chart(&overview::months(&rows, &BrowserClock.zone()));
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
        let height = count * CHART_HEIGHT / highest;
        top = top.saturating_sub(height);
        bar.attribute(promptness.code(), "y", &top.to_string());
        bar.attribute(promptness.code(), "height", &height.to_string());
    }
}

fn line(row: &Row) -> Option<Part> {
    let line = Part::from_template("overview-row")?;
    line.text("ended", &localize::day(row.end));
    line.text("employer", &row.employer);
    line.text("role", &row.role);
    line.text("person", &row.person);
    line.text("status", &text(&format!("status_{}", row.status), &[]));
    let thanked = row.thanked_at.map(localize::day).unwrap_or_default();
    line.text("thanked", &thanked);
    Some(line)
}

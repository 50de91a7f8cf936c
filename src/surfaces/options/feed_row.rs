//! Of one calendar address: what could not be read in it, its name, and how often it is asked.

use crate::{
    app::{
        protocol::Request,
        refresh_feeds::{timing, views::FeedView},
    },
    browser::{
        dom::{self, Part, document},
        localize::text,
    },
};

/// Lists the problems.
pub(super) fn problems(row: &Part, feed: &FeedView) {
    let listed = u32::try_from(feed.problems.len()).unwrap_or(u32::MAX);
    let all = listed.saturating_add(feed.more_problems);
    row.show("problems", all > 0);
    row.clear("problem-list");
    let summary = text("import_problems", &[&all.to_string()]);
    row.text("problems-summary", &summary);
    for (at, code, detail) in &feed.problems {
        let what = text(&format!("problem_{code}"), &[detail]);
        let said = if *at == 0 {
            what
        } else {
            text("import_problem_line", &[&at.to_string(), &what])
        };
        line(row, &said);
    }
    if feed.more_problems > 0 {
        let rest = feed.more_problems.to_string();
        line(row, &text("import_more_problems", &[&rest]));
    }
}

/// Puts the name and the interval into their fields, but into none that the user is in.
pub(super) fn values(row: &Part, feed: &FeedView) {
    let values = [
        ("name", feed.label.clone()),
        ("every", feed.every_minutes.to_string()),
    ];
    for (slot, value) in values {
        let entered = row
            .slot(slot)
            .is_some_and(|it| it.matches(":focus").unwrap_or(false));
        if !entered {
            row.set_value(slot, &value);
        }
    }
}

/// Lets the user change name and interval; `send` gets what changes.
pub(super) fn edit(row: &Part, feed: &FeedView, send: impl Fn(Request) + Clone + 'static) {
    for minutes in timing::CHOICES {
        let name = text(&format!("feeds_every_{minutes}"), &[]);
        dom::add_choice(row, "every", &minutes.to_string(), &name);
    }
    for slot in ["name", "every"] {
        let (fields, id, send) = (row.clone(), feed.id.clone(), send.clone());
        row.on(slot, "change", move |_| {
            send(Request::EditFeed {
                feed: id.clone(),
                label: fields.value("name"),
                every_minutes: fields.value("every").parse().unwrap_or_default(),
            });
        });
    }
}

fn line(row: &Part, message: &str) {
    let item = document().and_then(|it| it.create_element("li").ok());
    if let (Some(list), Some(item)) = (row.slot("problem-list"), item) {
        item.set_text_content(Some(message));
        let _ = list.append_child(&item);
    }
}

//! *Scan this page*: shows what the page behind the popup says about interviews, and keeps what the
//! user chooses. Nothing is stored before that.

use std::{cell::RefCell, rc::Rc};

use jiff::Timestamp;

use crate::{
    app::{
        corrections,
        error::AppError,
        ports::KeyValueStore,
        protocol::{FoundInterview, FoundPerson, Reply, Request},
        scan_calendar::page::{self, PageReport, PageScan},
    },
    browser::{
        dom::{self, Part},
        extension_storage::ExtensionStorage,
        localize::{self, text},
        page_tab,
    },
};

use super::{Popup, Route};

/// Events that do not look like interviews, shown in case that they are.
const OTHERS_SHOWN: usize = 20;

/// Something read, and the box that says whether it is kept.
type Choice = (FoundInterview, Part);

/// Begins to read, and is filled when that is done.
pub(super) fn view(popup: &Popup) -> Option<Part> {
    let part = Part::from_template("scan-page")?;
    let leave = popup.clone();
    part.on_click("cancel", move || leave.show(Route::List));
    let filled = part.clone();
    popup.attempt(|popup| async move {
        match read(&popup).await {
            Ok(report) => {
                fill(&popup, &filled, report);
                // What was added now lives as long as what was there before.
                popup.0.view.keep(&filled);
            }
            Err(_) => tell(&popup, &filled, "scan_refused", &[]),
        }
        Ok(())
    });
    Some(part)
}

async fn read(popup: &Popup) -> Result<PageReport, AppError> {
    let refused = AppError::Browser("page");
    let tab = page_tab::current().await.ok_or(refused.clone())?;
    let plan = page::plan(&tab.url).ok_or(refused)?;
    let snapshot = page_tab::look(&tab, &plan).await?;
    let mut scan = PageScan::new(&snapshot, &popup.profile(), Popup::now(), Popup::zone());
    let stored = ExtensionStorage.get_all().await?;
    scan.take_into_account(corrections::said(&stored));
    for address in scan.calendars() {
        if let Some(calendar) = page_tab::calendar(&tab, &address).await {
            scan.add_calendar(&calendar);
        }
    }
    Ok(scan.finish())
}

fn tell(popup: &Popup, part: &Part, message: &str, details: &[&str]) {
    let said = text(message, details);
    part.text("state", &said);
    popup.announce(&said);
}

fn fill(popup: &Popup, part: &Part, report: PageReport) {
    let (events, found) = (report.events.to_string(), report.found.len().to_string());
    match (report.events, report.found.len()) {
        (0, _) => tell(popup, part, "scan_nothing", &[&report.host]),
        (_, 0) => tell(popup, part, "scan_no_interview", &[&report.host, &events]),
        _ => tell(popup, part, "scan_found", &[&report.host, &events, &found]),
    }
    let mut choices: Vec<Choice> = Vec::new();
    for it in report.found {
        choices.extend(row(part, "found", it, true));
    }
    part.show("others", !report.others.is_empty());
    for it in report.others.into_iter().take(OTHERS_SHOWN) {
        choices.extend(row(part, "other-rows", it, false));
    }
    if choices.is_empty() {
        return;
    }
    part.show("keep", true);
    let choices = Rc::new(RefCell::new(choices));
    let (popup, host) = (popup.clone(), report.host);
    part.on_click("keep", move || keep(&popup, &host, &choices.borrow()));
}

fn row(part: &Part, slot: &str, it: FoundInterview, chosen: bool) -> Option<Choice> {
    let row = Part::from_template("scan-row")?;
    let start = Timestamp::from_millisecond(it.start_ms).unwrap_or_default();
    row.text("title", &it.title);
    let zone = it.zone.as_deref();
    row.text("when", &localize::day_and_time(start, zone, &Popup::zone()));
    let about = [it.employer.as_deref(), it.role.as_deref()];
    let place = Some(it.location.as_str()).filter(|it| !it.is_empty());
    let called_off = it.called_off.then(|| text("scan_called_off", &[]));
    let about: Vec<&str> = about
        .into_iter()
        .chain([place, called_off.as_deref()])
        .flatten()
        .collect();
    row.text("about", &about.join(" · "));
    for person in &it.people {
        let item = dom::document()?.create_element("li").ok()?;
        item.set_text_content(Some(&who(person)));
        let _ = row.slot("people")?.append_child(&item);
    }
    row.set_checked("chosen", chosen && !it.called_off);
    part.append(slot, &row);
    Some((it, row))
}

fn who(person: &FoundPerson) -> String {
    let known = [&person.name, &person.title, &person.email];
    let known: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
    known.join(", ")
}

fn keep(popup: &Popup, host: &str, choices: &[Choice]) {
    let chosen = choices.iter().filter(|(_, row)| row.is_checked("chosen"));
    let found: Vec<FoundInterview> = chosen.map(|(it, _)| it.clone()).collect();
    if found.is_empty() {
        popup.say(&text("scan_none_chosen", &[]));
        return;
    }
    let (host, here) = (host.to_owned(), popup.here());
    popup.attempt(|popup| async move {
        let reply = popup
            .send(Request::RecordPage {
                host,
                found,
                confirmed: true,
            })
            .await?;
        popup.go_on(&here, Route::List);
        if let Reply::Recorded {
            added,
            updated,
            unchanged,
        } = reply
        {
            let [added, updated, unchanged] = [added, updated, unchanged].map(|it| it.to_string());
            popup.say(&text("scan_kept", &[&added, &updated, &unchanged]));
        }
        Ok(())
    });
}

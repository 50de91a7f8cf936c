//! Calendar files: picked or dropped, read in a worker, their interviews handed to the background.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

use crate::{
    app::{
        corrections,
        ports::{Clock, KeyValueStore},
        protocol::{Reply, Request},
        scan_calendar::ScanReport,
        settings,
    },
    browser::{
        calendar_reader::{CalendarReader, ReadingJob, ReadingNews},
        clock::{self, BrowserClock},
        dom::{Part, document},
        extension_storage::ExtensionStorage,
        localize::{self, text},
        page,
    },
    surfaces::client,
};

use super::{error_text, others, say};

/// Problems of one file that are shown.
const PROBLEMS_SHOWN: usize = 50;

/// Listens to the picker and to files dropped anywhere on the page.
pub(super) fn connect() {
    let (Some(section), Some(body)) = (Part::by_id("import"), Part::body()) else {
        return;
    };
    let import = Rc::new(Import {
        section: section.clone(),
        reader: RefCell::default(),
    });
    let picked = import.clone();
    section.on("files", "change", move |event| {
        let input = event
            .target()
            .and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            picked.clone().start(files(input.files()));
            // The same file may be picked again.
            input.set_value("");
        }
    });
    for event in ["dragover", "dragleave"] {
        let over = import.clone();
        body.on_self(event, move |it| {
            // Text may be dragged into a field.
            if !page::holds_files(&it) {
                return;
            }
            it.prevent_default();
            over.section.class("drop", "over", event == "dragover");
        });
    }
    let dropped = import.clone();
    body.on_self("drop", move |event: Event| {
        if !page::holds_files(&event) {
            return;
        }
        event.prevent_default();
        dropped.section.class("drop", "over", false);
        let transfer = event
            .dyn_into::<DragEvent>()
            .ok()
            .and_then(|it| it.data_transfer());
        if let Some(transfer) = transfer {
            dropped.clone().start(files(transfer.files()));
        }
    });
    let cancelled = import;
    section.on_click("cancel", move || cancelled.cancel());
    // The page lives as long as its listeners.
    std::mem::forget((section, body));
}

fn files(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|it| list.get(it)).collect()
}

/// Files being read.
#[derive(Debug)]
struct Import {
    section: Part,
    reader: RefCell<Option<CalendarReader>>,
}

impl Import {
    fn start(self: Rc<Self>, files: Vec<File>) {
        if files.is_empty() {
            return;
        }
        spawn_local(async move {
            let stored = ExtensionStorage.get_all().await.unwrap_or_default();
            let profile = settings::profile(&stored);
            self.section.show("no-email", profile.emails.is_empty());
            let results: Rc<[Option<Part>]> =
                files.iter().map(|it| self.result(&it.name())).collect();
            let names: Rc<[String]> = files.iter().map(File::name).collect();
            let job = ReadingJob {
                profile,
                corrections: corrections::to_worker(&corrections::said(&stored)),
                now_ms: BrowserClock.now().as_millisecond(),
                zone: clock::zone_name(),
            };
            let import = self.clone();
            let tell = move |news| import.told(news, &results, &names);
            match CalendarReader::start(&files, &job, tell) {
                Ok(reader) => {
                    *self.reader.borrow_mut() = Some(reader);
                    self.section.show("cancel", true);
                }
                Err(error) => say(&error_text(&error)),
            }
        });
    }

    fn cancel(&self) {
        // Dropping the reader ends its worker.
        *self.reader.borrow_mut() = None;
        self.section.show("cancel", false);
        if let Some(results) = self.section.slot("results")
            && let Ok(bars) = results.query_selector_all("progress:not([hidden])")
        {
            for index in 0..bars.length() {
                if let Some(bar) = bars.get(index).and_then(|it| it.parent_element()) {
                    bar.remove();
                }
            }
        }
        say(&text("import_cancelled", &[]));
    }

    /// An entry for a file, above those of earlier ones.
    fn result(&self, name: &str) -> Option<Part> {
        let part = Part::from_template("result")?;
        localize::localize(part.element());
        part.text("name", name);
        part.text("state", &text("import_reading", &[]));
        part.attribute("progress", "aria-label", name);
        self.section.append("results", &part);
        Some(part)
    }

    fn told(self: &Rc<Self>, news: ReadingNews, results: &[Option<Part>], names: &[String]) {
        let entry = |file: u32| {
            let index = usize::try_from(file).ok()?;
            Some((results.get(index)?.clone()?, names.get(index)?.clone()))
        };
        match news {
            ReadingNews::Progress { file, read, total } => {
                if let Some((part, _)) = entry(file) {
                    let percent = if total > 0.0 {
                        read * 100.0 / total
                    } else {
                        100.0
                    };
                    part.attribute("progress", "value", &format!("{percent:.0}"));
                    part.text(
                        "state",
                        &text("import_percent", &[&format!("{percent:.0}")]),
                    );
                }
            }
            ReadingNews::Report { file, report } => {
                if let Some((part, name)) = entry(file) {
                    spawn_local(async move { store(&part, &name, report).await });
                }
            }
            ReadingNews::Unreadable { file } => {
                if let Some((part, _)) = entry(file) {
                    finish(&part, &text("import_unreadable", &[]));
                }
            }
            ReadingNews::Finished { complete } => {
                self.section.show("cancel", false);
                if !complete {
                    say(&text("import_broken", &[]));
                    for part in results.iter().flatten() {
                        if part
                            .slot("progress")
                            .is_some_and(|it| !it.has_attribute("hidden"))
                        {
                            finish(part, &text("import_broken", &[]));
                        }
                    }
                }
            }
        }
    }
}

/// Hands what was found to the background and says what became of it.
async fn store(part: &Part, name: &str, report: ScanReport) {
    let request = Request::RecordScan {
        source: name.to_owned(),
        found: report.found.clone(),
    };
    let message = match client::send(request).await {
        Ok(Reply::Recorded {
            added,
            updated,
            unchanged,
        }) => text(
            "import_summary",
            &[
                &report.events.to_string(),
                &(added + updated + unchanged).to_string(),
                &added.to_string(),
                &updated.to_string(),
                &unchanged.to_string(),
            ],
        ),
        Ok(_) => text("error_unknown_request", &[]),
        Err(error) => error_text(&error),
    };
    finish(part, &message);
    list_found(part, &report);
    list_problems(part, &report);
    others::list(part, name, &report.others);
    // The rows live as long as the page: their listeners, too.
    std::mem::forget(part.clone());
}

fn finish(part: &Part, message: &str) {
    part.show("progress", false);
    part.text("state", &text("import_done", &[]));
    part.show("summary", true);
    part.text("summary", message);
    say(message);
}

/// The interviews that are not long past, so that the user sees what was understood.
fn list_found(part: &Part, report: &ScanReport) {
    part.show("found", !report.found.is_empty());
    for it in report.found.iter().rev().take(8).rev() {
        let start = jiff::Timestamp::from_millisecond(it.start_ms).unwrap_or_default();
        let who = it.employer.as_ref().unwrap_or(&it.title);
        line(
            part,
            "found",
            &format!("{} – {}", localize::day(start), who),
        );
    }
}

fn list_problems(part: &Part, report: &ScanReport) {
    let all = report.problems.len() + usize::try_from(report.more_problems).unwrap_or(0);
    part.show("problems", all > 0);
    part.text(
        "problems-summary",
        &text("import_problems", &[&all.to_string()]),
    );
    for it in report.problems.iter().take(PROBLEMS_SHOWN) {
        let what = text(&format!("problem_{}", it.code), &[&it.detail]);
        let line_of = it.line.to_string();
        let said = match (it.line, it.calendar.as_str()) {
            (0, _) => what,
            (_, "") => text("import_problem_line", &[&line_of, &what]),
            (_, name) => text("import_problem_line_in", &[&line_of, &what, name]),
        };
        line(part, "problem-list", &said);
    }
    if all > PROBLEMS_SHOWN {
        let rest = (all - PROBLEMS_SHOWN).to_string();
        line(
            part,
            "problem-list",
            &text("import_more_problems", &[&rest]),
        );
    }
}

fn line(part: &Part, slot: &str, message: &str) {
    let item = document().and_then(|it| it.create_element("li").ok());
    if let (Some(list), Some(item)) = (part.slot(slot), item) {
        item.set_text_content(Some(message));
        let _ = list.append_child(&item);
    }
}

//! Calendar files dropped onto the popup: read in a worker like those of the options page, and said in
//! one line. A popup that closes meanwhile has stored what was read until then.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, File};

use crate::{
    app::{
        corrections,
        ports::{Clock, KeyValueStore},
        protocol::{FoundCorrection, Reply, Request},
        scan_calendar::ScanReport,
    },
    browser::{
        calendar_reader::{CalendarReader, ReadingJob, ReadingNews},
        clock::{self, BrowserClock},
        extension_storage::ExtensionStorage,
        localize::text,
        page,
    },
};

use super::{Popup, Route};

/// What has become of the files so far.
#[derive(Debug, Default)]
struct Tally {
    files: u32,
    interviews: u32,
    added: u32,
    unreadable: u32,
}

/// Listens to files dropped anywhere on the popup.
pub(super) fn connect(popup: &Popup) {
    popup.frame().on_self("dragover", |event| {
        if page::holds_files(&event) {
            event.prevent_default();
        }
    });
    let dropped = popup.clone();
    popup.frame().on_self("drop", move |event| {
        // Text goes into the field that it is dropped on.
        if !page::holds_files(&event) {
            return;
        }
        event.prevent_default();
        let transfer = event.dyn_into::<DragEvent>().ok();
        let files = transfer
            .and_then(|it| it.data_transfer())
            .and_then(|it| it.files());
        let Some(files) = files else { return };
        let files: Vec<File> = (0..files.length()).filter_map(|it| files.get(it)).collect();
        if !files.is_empty() {
            dropped.attempt(|popup| async move {
                let corrections = corrections::said(&ExtensionStorage.get_all().await?);
                let corrections = corrections::to_worker(&corrections);
                read(&popup, &files, corrections);
                Ok(())
            });
        }
    });
}

fn read(popup: &Popup, files: &[File], corrections: Vec<FoundCorrection>) {
    let job = ReadingJob {
        profile: popup.profile(),
        corrections,
        now_ms: BrowserClock.now().as_millisecond(),
        zone: clock::zone_name(),
    };
    let names: Vec<String> = files.iter().map(File::name).collect();
    let (popup, tally) = (popup.clone(), Rc::new(RefCell::new(Tally::default())));
    popup.announce(&text("import_reading", &[]));
    // Kept until the last file is done: dropping it ends the worker.
    let kept: Rc<RefCell<Option<CalendarReader>>> = Rc::default();
    let (told, held) = (popup.clone(), kept.clone());
    let tell = move |news| match news {
        ReadingNews::Report { file, report } => {
            let name = usize::try_from(file).ok();
            let name = name.and_then(|it| names.get(it)).cloned();
            store(&told, &tally, name.unwrap_or_default(), report);
        }
        ReadingNews::Unreadable { .. } => {
            tally.borrow_mut().unreadable += 1;
            say(&told, &tally.borrow());
        }
        ReadingNews::Finished { complete } => {
            if !complete {
                told.say(&text("import_broken", &[]));
            }
            // Not from inside its own callback.
            let held = held.clone();
            spawn_local(async move { drop(held.borrow_mut().take()) });
        }
        ReadingNews::Progress { .. } => {}
    };
    match CalendarReader::start(files, &job, tell) {
        Ok(reader) => *kept.borrow_mut() = Some(reader),
        Err(error) => popup.complain(&error),
    }
}

/// Hands what was found to the background and says what became of it.
fn store(popup: &Popup, tally: &Rc<RefCell<Tally>>, source: String, report: ScanReport) {
    if !report.is_calendar {
        tally.borrow_mut().unreadable += 1;
        return say(popup, &tally.borrow());
    }
    let (tally, here) = (tally.clone(), popup.here());
    popup.attempt(move |popup| async move {
        let found = report.found;
        let request = Request::RecordScan { source, found };
        if let Reply::Recorded {
            added,
            updated,
            unchanged,
        } = popup.send(request).await?
        {
            let mut tally = tally.borrow_mut();
            tally.files += 1;
            tally.interviews += added + updated + unchanged;
            tally.added += added;
        }
        if popup.is_quiet() {
            popup.go_on(&here, Route::List);
        }
        say(&popup, &tally.borrow());
        Ok(())
    });
}

fn say(popup: &Popup, tally: &Tally) {
    let counts = [tally.files, tally.interviews, tally.added].map(|it| it.to_string());
    let [files, interviews, added] = &counts;
    let mut said = text("popup_dropped", &[files, interviews, added]);
    if tally.unreadable > 0 {
        let unreadable = tally.unreadable.to_string();
        said = format!(
            "{said} {}",
            text("popup_dropped_unreadable", &[&unreadable])
        );
    }
    popup.say(&said);
}

//! The worker that reads calendar files, slice by slice, and tells its page what they hold.
//!
//! Has no access to the storage. Nothing of a file outlives its report.

use jiff::Timestamp;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::{
    app::{corrections, ports::Clock, scan_calendar::Scan},
    browser::{
        archive,
        calendar_reader::{ReadingJob, ReadingNews, posted, tell},
        clock::{self, BrowserClock},
        file_slices,
    },
};

/// Reads the files that a page posted; `message` is the data of the message event.
#[wasm_bindgen(js_name = calendarWorkerRead)]
pub async fn calendar_worker_read(message: JsValue) {
    let Some((job, files)) = posted(&message) else {
        return tell(&ReadingNews::Finished { complete: false });
    };
    for (number, file) in (0..).zip(&files) {
        let mut scan = begin(&job);
        if archive::is_archive(file).await {
            let read = archive::read(file, |bytes| scan.push(bytes)).await;
            let mut report = scan.finish();
            if let Err(trouble) = read {
                report.trouble(trouble.code());
            }
            tell(&ReadingNews::Report {
                file: number,
                report,
            });
            continue;
        }
        let total = file.size();
        let taken = file_slices::read(file, |bytes, read| {
            scan.push(bytes);
            tell(&ReadingNews::Progress {
                file: number,
                read,
                total,
            });
        });
        let read = taken.await;
        tell(&match read {
            Ok(()) => ReadingNews::Report {
                file: number,
                report: scan.finish(),
            },
            Err(_) => ReadingNews::Unreadable { file: number },
        });
    }
    tell(&ReadingNews::Finished { complete: true });
}

fn begin(job: &ReadingJob) -> Scan {
    let now = Timestamp::from_millisecond(job.now_ms).unwrap_or_else(|_| BrowserClock.now());
    let zone = job
        .zone
        .as_deref()
        .and_then(clock::zone_named)
        .unwrap_or_else(|| BrowserClock.zone());
    let mut scan = Scan::new(&job.profile, now, zone);
    scan.take_into_account(corrections::in_worker(job.corrections.clone()));
    scan
}

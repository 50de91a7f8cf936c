//! The worker that reads calendar files, slice by slice, and tells its page what they hold.
//!
//! Has no access to the storage. Nothing of a file outlives its report.

use jiff::Timestamp;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::File;

use crate::{
    app::{
        corrections,
        ports::Clock,
        scan_calendar::{Scan, ScanReport},
    },
    browser::{
        archive::{self, Piece},
        calendar_reader::{ReadingJob, ReadingNews, posted, tell},
        clock::{self, BrowserClock},
        file_slices,
    },
};

/// An archive's progress is told again after so many bytes.
const NEWS_BYTES: f64 = 1024.0 * 1024.0;

/// Reads the files that a page posted; `message` is the data of the message event.
#[wasm_bindgen(js_name = calendarWorkerRead)]
pub async fn calendar_worker_read(message: JsValue) {
    let Some((job, files)) = posted(&message) else {
        return tell(&ReadingNews::Finished { complete: false });
    };
    for (number, file) in (0..).zip(&files) {
        let mut scan = begin(&job);
        if archive::is_archive(file).await {
            let report = read_archive(file, number, scan).await;
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

/// Reads every calendar of an archive as one that stands by itself. Of an archive that could not even
/// be begun, nothing is said but that.
async fn read_archive(file: &File, number: u32, mut scan: Scan) -> ScanReport {
    let mut told = 0.0;
    let read = archive::read(file, |piece| match piece {
        Piece::Begin(name) => scan.next_calendar(name),
        Piece::Bytes { bytes, read, total } => {
            scan.push(bytes);
            // The browser gives small pieces: not each is news.
            if read - told >= NEWS_BYTES || read >= total {
                told = read;
                tell(&ReadingNews::Progress {
                    file: number,
                    read,
                    total,
                });
            }
        }
    });
    let trouble = read.await.err();
    let mut report = if trouble.is_some() && !scan.has_begun() {
        ScanReport::default()
    } else {
        scan.finish()
    };
    if let Some(trouble) = trouble {
        report.trouble(trouble.code());
    }
    report
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

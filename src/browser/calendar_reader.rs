//! Calendar files handed from a page to its worker, and what the worker says about them: the page
//! stays responsive however big the files are.
//!
//! Both ends of the conversation, nothing else; the reading is done by `surfaces::calendar_worker`.

use js_sys::{Array, global};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::convert;
use crate::app::{
    error::AppError,
    protocol::{FoundCorrection, Profile},
    scan_calendar::ScanReport,
};

const WORKER: &str = "calendar_worker.js";
const REFUSED: AppError = AppError::Browser("worker");

/// For whom, when and where files are read.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadingJob {
    /// The owner of the calendars.
    pub profile: Profile,
    /// What the owner said about events before.
    pub corrections: Vec<FoundCorrection>,
    /// Now, milliseconds since 1970 UTC.
    pub now_ms: i64,
    /// IANA name of the owner's zone; `None` when the browser hides it.
    pub zone: Option<String>,
}

/// What the worker tells. `file` counts from 0, in the order given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ReadingNews {
    /// Another part of a file was read; after the last part its events are judged.
    Progress {
        /// Which file.
        file: u32,
        /// Bytes read so far.
        read: f64,
        /// Bytes in all.
        total: f64,
    },
    /// A file is done.
    Report {
        /// Which file.
        file: u32,
        /// What it holds.
        report: ScanReport,
    },
    /// A file cannot be read: it was moved or removed, or may not be opened.
    Unreadable {
        /// Which file.
        file: u32,
    },
    /// All files are done, or the worker broke down before.
    Finished {
        /// Whether every file was reported as done or unreadable.
        complete: bool,
    },
}

/// Files being read. Dropping it stops the reading at once.
#[derive(Debug)]
pub struct CalendarReader {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(JsValue)>,
}

impl CalendarReader {
    /// Begins to read. `tell` is called from the page's event loop; the last news is
    /// [`ReadingNews::Finished`].
    ///
    /// # Errors
    /// When the browser gives no worker.
    pub fn start(
        files: &[File],
        job: &ReadingJob,
        tell: impl FnMut(ReadingNews) + Clone + 'static,
    ) -> Result<Self, AppError> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(WORKER, &options).map_err(|_| REFUSED)?;

        let mut on_news = tell.clone();
        let on_message = Closure::new(move |event: MessageEvent| {
            let broken = ReadingNews::Finished { complete: false };
            on_news(convert::from_js(event.data()).unwrap_or(broken));
        });
        let mut on_failure = tell;
        let on_error = Closure::new(move |_: JsValue| {
            on_failure(ReadingNews::Finished { complete: false });
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));

        let message = Array::of2(
            &convert::to_js(job).map_err(|_| REFUSED)?,
            &files.iter().collect::<Array>(),
        );
        worker.post_message(&message).map_err(|_| REFUSED)?;
        Ok(Self {
            worker,
            _on_message: on_message,
            _on_error: on_error,
        })
    }
}

impl Drop for CalendarReader {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// In the worker: the job and the files of a posted message; `None` when it is no such message.
#[must_use]
pub fn posted(message: &JsValue) -> Option<(ReadingJob, Vec<File>)> {
    let message = message.dyn_ref::<Array>()?;
    let job = convert::from_js(message.get(0)).ok()?;
    let files = message
        .get(1)
        .dyn_into::<Array>()
        .ok()?
        .iter()
        .filter_map(|it| it.dyn_into::<File>().ok())
        .collect();
    Some((job, files))
}

/// In the worker: tells the page. News that cannot be sent are lost, as for a page that is gone.
pub fn tell(news: &ReadingNews) {
    if let (Ok(scope), Ok(news)) = (
        global().dyn_into::<DedicatedWorkerGlobalScope>(),
        convert::to_js(news),
    ) {
        let _ = scope.post_message(&news);
    }
}

//! The proofreader: a worker of its own, started with the first text.

use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::convert;
use crate::app::error::AppError;

const WORKER: &str = "proofread_worker.js";
const REFUSED: AppError = AppError::Browser("worker");

/// Something that the engine would write differently; places in UTF-16 units.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Remark {
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub until: u32,
    /// `spelling` or `grammar`.
    pub kind: String,
    /// The words that it is about.
    pub words: String,
    /// What the engine says.
    pub message: String,
    /// What could stand there instead.
    pub suggestions: Vec<String>,
}

#[derive(Serialize)]
struct Question<'a> {
    id: u32,
    text: &'a str,
    known: &'a [String],
}

#[derive(Deserialize)]
struct Answer {
    id: u32,
    findings: Option<String>,
}

/// A worker that reads texts. Dropping it stops it.
#[derive(Debug)]
pub struct Proofreader {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

impl Proofreader {
    /// Starts the worker; `tell` gets the number of a text and the remarks on it.
    ///
    /// # Errors
    /// When the browser gives no worker.
    pub fn start(mut tell: impl FnMut(u32, Vec<Remark>) + 'static) -> Result<Self, AppError> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(WORKER, &options).map_err(|_| REFUSED)?;
        let on_message = Closure::new(move |event: MessageEvent| {
            if let Ok(Answer { id, findings }) = convert::from_js::<Answer>(event.data()) {
                let findings = findings.unwrap_or_default();
                tell(id, serde_json::from_str(&findings).unwrap_or_default());
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            _on_message: on_message,
        })
    }

    /// Hands over a text.
    pub fn read(&self, id: u32, text: &str, known: &[String]) {
        let question = convert::to_js(&Question { id, text, known });
        let _ = self.worker.post_message(&question.unwrap_or(JsValue::NULL));
    }
}

impl Drop for Proofreader {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

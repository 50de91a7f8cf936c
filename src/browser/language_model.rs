//! The browser's own language model: whether it is there, and one answer to one prompt. What is asked,
//! and what becomes of the answer, is decided elsewhere.
//!
//! It may do anything: refuse, throw, hang, or answer with something else than a text. Nothing here
//! waits longer than its limit, and everything can be cancelled, even where the model does not listen.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, AbortSignal, EventTarget};

use super::{api::language_model::LanguageModel, time_limit};
use crate::app::draft_desk::rephrasing::Prompt;

const NAME: &str = "LanguageModel";
/// How long the browser may take to say whether it has the model.
const AVAILABILITY_MS: i32 = 10_000;
/// How long a model that is there may take to start and answer. A note of 150 words takes a slow
/// machine some ten seconds; nobody looks on for longer than a minute.
const ANSWER_MS: i32 = 60_000;

/// Whether the model can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// Not on this machine, or not in this language.
    Unavailable,
    /// Only after the browser has loaded it down.
    Downloadable,
    /// At once.
    Available,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// The user did not want to wait.
    Cancelled,
    /// It took longer than the limit.
    TooSlow,
    /// The browser or the model refused, or answered with no text.
    Failed,
}

/// Whether this browser has the interface at all.
#[must_use]
pub fn exists() -> bool {
    let global = js_sys::global();
    Reflect::get(&global, &NAME.into()).is_ok_and(|it| it.is_function() || it.is_object())
}

/// Whether the model can be asked in a language (ISO 639-1).
pub async fn availability(language: &str) -> Availability {
    if !exists() {
        return Availability::Unavailable;
    }
    let Ok(asked) = LanguageModel::availability(&options(language)) else {
        return Availability::Unavailable;
    };
    let answer = time_limit::within(&asked, AVAILABILITY_MS).await;
    let state = answer.and_then(Result::ok).and_then(|it| it.as_string());
    match state.as_deref() {
        Some("available") => Availability::Available,
        Some("downloadable" | "downloading") => Availability::Downloadable,
        _ => Availability::Unavailable,
    }
}

/// One question to the model, which can be cancelled. Dropping it cancels it.
#[derive(Debug)]
pub struct Question(AbortController);

impl Question {
    /// A question that is not asked yet; `None` where the browser gives no signal.
    #[must_use]
    pub fn new() -> Option<Self> {
        AbortController::new().ok().map(Self)
    }

    /// Ends it, and the waiting for it, at once. A download that the browser has begun goes on: it is
    /// not to be told from outside whether a model is there.
    pub fn cancel(&self) {
        self.0.abort();
    }

    /// Asks. To be called in the click where the model is to be loaded down: the browser allows it
    /// only there. `progress` gets the hundredths of the download.
    pub fn ask<P: FnMut(u32) + 'static>(
        &self,
        prompt: &Prompt,
        is_there: bool,
        progress: P,
    ) -> impl Future<Output = Result<String, NoAnswer>> + use<P> {
        let signal = self.0.signal();
        let progress = Closure::new(monitor(progress));
        let options = options(prompt.language);
        let system = Object::new();
        set(&system, "role", &"system".into());
        set(&system, "content", &prompt.task.as_str().into());
        set(&options, "initialPrompts", &Array::of1(&system));
        set(&options, "signal", &signal);
        set(&options, "monitor", progress.as_ref());
        let created = LanguageModel::create(&options);
        let message = prompt.message.clone();
        async move {
            let created = created.map_err(|_| NoAnswer::Failed)?;
            let limit = is_there.then_some(ANSWER_MS);
            let session = match settled(&created, &signal, limit).await {
                Ok(session) => session.unchecked_into::<LanguageModel>(),
                Err(none) => {
                    destroy_late(created);
                    return Err(none);
                }
            };
            drop(progress);
            let answer = answer(&session, &message, &signal).await;
            let _ = session.destroy();
            answer
        }
    }
}

impl Drop for Question {
    fn drop(&mut self) {
        self.cancel();
    }
}

async fn answer(
    session: &LanguageModel,
    message: &str,
    signal: &AbortSignal,
) -> Result<String, NoAnswer> {
    let options = Object::new();
    set(&options, "signal", signal);
    let asked = session.prompt(message, &options);
    let asked = asked.map_err(|_| NoAnswer::Failed)?;
    let answer = settled(&asked, signal, Some(ANSWER_MS)).await?;
    answer.as_string().ok_or(NoAnswer::Failed)
}

/// What becomes of a promise before the signal or the limit.
async fn settled(
    promise: &Promise,
    signal: &AbortSignal,
    limit: Option<i32>,
) -> Result<JsValue, NoAnswer> {
    let cancelled = JsValue::from(Object::new());
    let (mark, target) = (cancelled.clone(), signal.clone());
    let stopped = Promise::new(&mut |resolve, _| {
        if target.aborted() {
            let _ = resolve.call1(&JsValue::UNDEFINED, &mark);
            return;
        }
        let mark = mark.clone();
        let listener = Closure::once_into_js(move || {
            let _ = resolve.call1(&JsValue::UNDEFINED, &mark);
        });
        let _ = target.add_event_listener_with_callback("abort", listener.unchecked_ref());
    });
    let first = Promise::race(&Array::of2(promise, &stopped));
    let first = match limit {
        Some(limit) => time_limit::within(&first, limit).await,
        None => Some(JsFuture::from(first).await),
    };
    match first {
        None => Err(NoAnswer::TooSlow),
        Some(Ok(value)) if value == cancelled => Err(NoAnswer::Cancelled),
        Some(Ok(value)) => Ok(value),
        Some(Err(_)) if signal.aborted() => Err(NoAnswer::Cancelled),
        Some(Err(_)) => Err(NoAnswer::Failed),
    }
}

/// A session that comes when nobody waits for it any more holds the model in memory.
fn destroy_late(created: Promise) {
    spawn_local(async move {
        if let Ok(session) = JsFuture::from(created).await {
            let _ = session.unchecked_into::<LanguageModel>().destroy();
        }
    });
}

/// Listens to the download that `create` begins.
fn monitor(progress: impl FnMut(u32) + 'static) -> impl FnMut(JsValue) {
    let mut progress = Some(progress);
    move |monitor: JsValue| {
        let (Some(mut progress), Ok(monitor)) =
            (progress.take(), monitor.dyn_into::<EventTarget>())
        else {
            return;
        };
        let listener = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let number = |name: &str| Reflect::get(&event, &name.into()).ok()?.as_f64();
            // By the standard `total` is 1.
            let share = number("loaded").unwrap_or(0.0) / number("total").unwrap_or(1.0);
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between 0 and 100; what is no number becomes 0"
            )]
            progress((share * 100.0).clamp(0.0, 100.0) as u32);
        });
        let listener = listener.into_js_value();
        let listener = listener.unchecked_ref();
        let _ = monitor.add_event_listener_with_callback("downloadprogress", listener);
    }
}

/// The same for `availability` and `create`, or the answer of one says nothing about the other. The
/// task is in English.
fn options(language: &str) -> Object {
    let text = |languages: Array| {
        let it = Object::new();
        set(&it, "type", &"text".into());
        set(&it, "languages", &languages);
        Array::of1(&it)
    };
    let input = match language {
        "en" => Array::of1(&"en".into()),
        other => Array::of2(&"en".into(), &other.into()),
    };
    let options = Object::new();
    set(&options, "expectedInputs", &text(input));
    set(
        &options,
        "expectedOutputs",
        &text(Array::of1(&language.into())),
    );
    options
}

/// On an object of our own it cannot fail.
fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

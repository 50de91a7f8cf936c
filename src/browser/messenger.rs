//! One question from a page to the background, and its answer.
//!
//! Asks once; whether to ask again is the caller's decision.

use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::wasm_bindgen;

use super::{api::runtime, convert, js_error::message_error, time_limit};
use crate::app::error::AppError;

/// Far longer than any command takes, and shorter than the 30 s after which browsers stop an idle
/// background.
const ANSWER_WITHIN_MS: i32 = 20_000;

/// Sends a message to the background.
///
/// # Errors
/// [`AppError::BackgroundUnavailable`] when no readable answer came: the background was stopped on
/// the way, could not start, or took longer than 20 s. The command may or may not have been carried
/// out.
pub async fn ask<M: Serialize, A: DeserializeOwned>(message: &M) -> Result<A, AppError> {
    let message = convert::to_js(message).map_err(|_| AppError::UnknownRequest)?;
    let answer = runtime::send_message(message).map_err(|it| message_error(&it))?;
    let answer = time_limit::within(&answer, ANSWER_WITHIN_MS)
        .await
        .ok_or(AppError::BackgroundUnavailable)?
        .map_err(|it| message_error(&it))?;
    // Firefox resolves with undefined when the background goes away before it answers.
    convert::from_js(answer).map_err(|_| AppError::BackgroundUnavailable)
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = randomUUID)]
    fn random_uuid() -> String;
}

/// A new id for a command.
#[must_use]
pub fn new_command_id() -> String {
    random_uuid()
}

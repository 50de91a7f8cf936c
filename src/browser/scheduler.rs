//! Alarms of the browser as the [`Scheduler`].
//!
//! An alarm that exists and is right is left alone: creating it anew at every wake would push a
//! periodic one further and further away
//! (<https://github.com/duckduckgo/duckduckgo-privacy-extension/pull/1241>).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::{api::alarms, convert};
use crate::app::{error::AppError, ports::Scheduler};

/// The alarm for the next due time.
const NEXT: &str = "next";
/// The alarm that makes up for lost ones.
const SAFETY: &str = "safety";
/// As often as an address may be asked; reminders are about hours, and a wake costs little.
const SAFETY_MINUTES: f64 = 15.0;
/// Browsers may round the time of an alarm.
const SAME_MS: f64 = 1_000.0;

/// The alarms of this extension.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alarms;

#[derive(Serialize)]
struct Once {
    when: f64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Again {
    delay_in_minutes: f64,
    period_in_minutes: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Alarm {
    scheduled_time: f64,
}

impl Scheduler for Alarms {
    async fn wake_at(&self, when: Option<Timestamp>) -> Result<(), AppError> {
        let Some(when) = when else {
            return alarms::clear(NEXT).await.map(drop).map_err(refused);
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "milliseconds of any year we meet are far below 2^53"
        )]
        let when = when.as_millisecond() as f64;
        match existing(NEXT).await? {
            Some(alarm) if (alarm.scheduled_time - when).abs() < SAME_MS => Ok(()),
            _ => create(NEXT, &Once { when }).await,
        }
    }

    async fn keep_safety_alarm(&self) -> Result<(), AppError> {
        // One that a clock which was ahead has set would come in years.
        let latest = js_sys::Date::now() + SAFETY_MINUTES * 60_000.0 + SAME_MS;
        if existing(SAFETY)
            .await?
            .is_some_and(|it| it.scheduled_time <= latest)
        {
            return Ok(());
        }
        let again = Again {
            delay_in_minutes: SAFETY_MINUTES,
            period_in_minutes: SAFETY_MINUTES,
        };
        create(SAFETY, &again).await
    }
}

async fn existing(name: &str) -> Result<Option<Alarm>, AppError> {
    let found = alarms::get(name).await.map_err(refused)?;
    convert::from_js(found).map_err(|_| AppError::Browser("alarms"))
}

async fn create(name: &str, info: &impl Serialize) -> Result<(), AppError> {
    let info = convert::to_js(info).map_err(|_| AppError::Browser("alarms"))?;
    alarms::create(name, info).await.map(drop).map_err(refused)
}

fn refused(_: JsValue) -> AppError {
    AppError::Browser("alarms")
}

//! The number on the toolbar button as the [`Badge`].

use serde::Serialize;

use super::{api::action, convert};
use crate::app::{error::AppError, ports::Badge};

/// The accent of `www/common.css`, in which white text has a contrast of 6.3.
const ACCENT: &str = "#0f6b63";
const ON_ACCENT: &str = "#ffffff";
/// Four characters fit.
const MOST: u32 = 99;

/// The badge of this extension's toolbar button.
#[derive(Clone, Copy, Debug, Default)]
pub struct ToolbarBadge;

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Color {
    color: &'static str,
}

impl Badge for ToolbarBadge {
    async fn show_due(&self, count: u32) -> Result<(), AppError> {
        let text = match count {
            0 => String::new(),
            1..=MOST => count.to_string(),
            _ => format!("{MOST}+"),
        };
        show(text).await
    }

    async fn show_full(&self) -> Result<(), AppError> {
        show("!".to_owned()).await
    }
}

async fn show(text: String) -> Result<(), AppError> {
    let refused = |_| AppError::Browser("action");
    let unfit = |_| AppError::Browser("action");
    let background = convert::to_js(&Color { color: ACCENT }).map_err(unfit)?;
    let foreground = convert::to_js(&Color { color: ON_ACCENT }).map_err(unfit)?;
    let text = convert::to_js(&Text { text }).map_err(unfit)?;
    action::set_badge_background_color(background)
        .await
        .map_err(refused)?;
    action::set_badge_text_color(foreground)
        .await
        .map_err(refused)?;
    action::set_badge_text(text)
        .await
        .map(drop)
        .map_err(refused)
}

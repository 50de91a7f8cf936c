//! The entry points: what the browser calls, one module per context. Each puts ports and use cases
//! together and decides nothing.
//!
//! Surfaces never import each other, except [`client`], the way from a page to the background.

pub mod background;
#[cfg(feature = "bench")]
pub mod bench;
pub mod calendar_worker;
pub mod client;
pub mod options;
pub mod popup;
pub mod welcome;

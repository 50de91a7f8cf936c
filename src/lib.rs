//! Afternote notices job interviews in a calendar, asks what was talked about, drafts a short and
//! different thank-you note for each person met, and remembers who has been thanked.
//!
//! Four layers, each knowing only the ones before it: [`domain`] (pure rules), [`app`] (use cases
//! and ports), `browser` (the ports in a real browser) and `surfaces` (entry points). The last two
//! exist only under wasm32. `ARCHITECTURE.md` tells why.

pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod domain;
#[cfg(target_arch = "wasm32")]
pub mod surfaces;

//! The use cases and the ports they need. Knows the domain, no browser.
//!
//! No use case calls another; what several need lives in [`store`] or in the domain.

pub mod error;
pub mod ports;
pub mod protocol;
pub mod store;

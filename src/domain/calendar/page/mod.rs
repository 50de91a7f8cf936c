//! What web pages say about events: structured data, links to calendar files, calendar pages.
//!
//! A script takes a plain snapshot of what a [`Plan`] names; everything it means is decided here. A
//! page is a stranger: what does not fit is left out, nothing is guessed, and no reader fails.

pub mod links;
mod moment;
pub mod node;
pub mod plan;
pub mod structured;

pub use node::Node;
pub use plan::{Field, Part, Plan, plan};

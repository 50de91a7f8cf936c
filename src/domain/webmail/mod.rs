//! Where the user writes mail: the services and how a draft gets into them.

pub mod compose_link;
pub mod fill_plan;
pub mod provider;
pub mod sending;
pub mod sites;

mod encode;

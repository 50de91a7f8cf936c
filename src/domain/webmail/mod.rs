//! Where the user writes mail: the services and how a draft gets into them.

pub mod compose_link;
pub mod provider;

mod encode;

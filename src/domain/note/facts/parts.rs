//! A draft in its parts: what is reworded, and what stays around it.

use crate::domain::note::review::{self, Expectation};

/// A draft in its parts, of which only the message is reworded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// Greeting, and what stands above it.
    pub before: &'a str,
    /// What is said.
    pub message: &'a str,
    /// Closing and signature.
    pub after: &'a str,
}

impl<'a> Parts<'a> {
    /// The parts of a body.
    #[must_use]
    pub fn of(body: &'a str, expectation: &Expectation<'_>) -> Self {
        let message = review::message(body, expectation);
        // It is a part of the body.
        let from = message.as_ptr() as usize - body.as_ptr() as usize;
        Self {
            before: body.get(..from).unwrap_or_default(),
            message,
            after: body.get(from + message.len()..).unwrap_or_default(),
        }
    }

    /// The body with another message.
    pub(super) fn with(&self, message: &str) -> String {
        [self.before, message, self.after].concat()
    }

    /// A new message without greeting and closing, where it repeats them word for word.
    pub(super) fn bare<'p>(&self, proposal: &'p str) -> &'p str {
        let mut message = proposal.trim();
        let greeting = self.before.trim().lines().last().unwrap_or_default();
        if !greeting.is_empty() {
            message = message.strip_prefix(greeting).unwrap_or(message).trim();
        }
        let closing = self.after.trim();
        if !closing.is_empty() {
            message = message.strip_suffix(closing).unwrap_or(message).trim();
        }
        message
    }
}

//! The stored shape of an address that calendars come from, version 1. Frozen like `v1.rs`.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::record::instant;

/// Value of `source:<id>`.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceV1 {
    /// Id, also part of the key.
    pub id: String,
    /// The whole address: a credential.
    pub address: String,
    /// The only part of it that may be shown.
    pub host: String,
    /// What the user calls it; empty without a name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// A calendar of an account, asked by CalDAV; otherwise the address gives the calendar itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub caldav: bool,
    /// A calendar of a service, asked with what was granted under this id.
    #[cfg(feature = "services")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<String>,
    /// Minutes after which it is asked again; 0 is the usual half hour.
    #[serde(default)]
    pub every_minutes: u32,
    /// ETag of the last answer.
    #[serde(default)]
    pub etag: Option<String>,
    /// Last-Modified of the last answer.
    #[serde(default)]
    pub last_modified: Option<String>,
    /// Hash of the last content.
    #[serde(default)]
    pub hash: Option<String>,
    /// How many times the three above were forgotten, because what they stood for is to be judged anew.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub forgotten: u32,
    /// When it was last asked, milliseconds since 1970 UTC.
    #[serde(default)]
    pub tried_ms: Option<i64>,
    /// When it last answered with a calendar, or that nothing had changed.
    #[serde(default)]
    pub fresh_ms: Option<i64>,
    /// When it is to be asked again.
    pub next_ms: i64,
    /// Failures in a row.
    #[serde(default)]
    pub failures: u32,
    /// What is wrong, as a code of `feed_trouble_<code>`; `None` when it answered.
    #[serde(default)]
    pub trouble: Option<String>,
    /// Whether only the user can do something about it.
    #[serde(default)]
    pub needs_user: bool,
    /// Events in the last calendar.
    #[serde(default)]
    pub events: u32,
    /// Interviews found in it.
    #[serde(default)]
    pub interviews: u32,
    /// What could not be read in it, as far as it is kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<SourceProblemV1>,
    /// Problems beyond those.
    #[serde(default)]
    pub more_problems: u32,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks with a reference"
)]
const fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// Something that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceProblemV1 {
    /// Line in the calendar, from 1; 0 for the calendar as a whole.
    pub line: u32,
    /// `problem_<code>` in `_locales`.
    pub code: String,
    /// The offending zone, rule or name of a property, shortened.
    pub detail: String,
}

/// No wait for an address is longer than this.
pub const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(24);
/// Alarms are rounded; what is due within this time is due.
const SLACK: SignedDuration = SignedDuration::from_mins(1);

impl SourceV1 {
    /// Whether it is time to ask it. What is further ahead than any wait was set by a clock that was
    /// wrong.
    #[must_use]
    pub fn is_due(&self, now: Timestamp) -> bool {
        let ahead = instant(self.next_ms).duration_since(now);
        ahead <= SLACK || ahead > LONGEST_WAIT.saturating_add(SLACK)
    }

    /// What the user calls it, else the host.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.label.is_empty() {
            &self.host
        } else {
            &self.label
        }
    }
}

impl std::fmt::Debug for SourceV1 {
    /// Without the address.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("SourceV1")
            .field("id", &self.id)
            .field("trouble", &self.trouble)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_is_what_is_due_within_a_minute_or_further_ahead_than_any_wait() {
        let now = Timestamp::from_second(1_000).unwrap();
        for (second, due) in [
            (0, true),
            (1_000, true),
            (1_060, true),
            (1_061, false),
            (1_000 + 24 * 3_600, false),
            (1_000 + 25 * 3_600, true),
        ] {
            let source = SourceV1 {
                next_ms: second * 1_000,
                ..SourceV1::default()
            };
            assert_eq!(source.is_due(now), due, "{second}");
        }
    }
}

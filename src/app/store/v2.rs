//! The stored shapes that version 2 brought. Frozen like `v1.rs`; what is not here is as it was.

use serde::{Deserialize, Serialize};

/// Value of `calendar_pages` and of `companion`. In version 1 it was the bare list, without a tag:
/// an older version of the extension could not see that a newer one had written it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SwitchesV2 {
    /// Codes of what is switched on.
    pub codes: Vec<String>,
}

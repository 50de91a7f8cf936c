//! Yahoo Mail: attributes made for its own tests are the hooks.

use super::{Layout, Way};

pub(super) const LAYOUTS: [Layout; 1] = [Layout {
    name: "yahoo 2020",
    frame: &[],
    body: &[
        r#"[data-test-id="rte"][contenteditable="true"]"#,
        r#"[data-test-id="rte"] [contenteditable="true"]"#,
    ],
    below: &[
        r#"[class*="signature" i]"#,
        "blockquote",
        r#"[class*="yahoo_quoted"]"#,
    ],
    subject: &[r#"input[data-test-id="compose-subject"]"#],
    recipient: &["input#message-to-field"],
    recipients: &[
        r#"[data-test-id="y-pill"] [title]"#,
        r#"[data-test-id="pill"]"#,
    ],
    ways: &[Way::Type, Way::Paste],
    needs_subject: false,
}];

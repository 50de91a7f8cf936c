//! Any page: an editable with a subject-like field near it.

use super::{
    super::sending::{ANNOUNCED, DISCARD_BY_LABEL, SEND_BY_LABEL, Sending},
    Layout, Way,
};

const SUBJECT: &[&str] = &[
    r#"input[name="subject" i]"#,
    r#"input[name*="subject" i]"#,
    r#"input[id*="subject" i]"#,
    r#"input[aria-label="{subject}" i]"#,
    r#"input[placeholder*="{subject}" i]"#,
];
const RECIPIENT: &[&str] = &[
    r#"input[name="to" i]"#,
    r#"textarea[name="to" i]"#,
    r#"input[id="to" i]"#,
    r#"input[aria-label="{to}" i]"#,
    r#"input[type="email"]"#,
];
const BELOW: &[&str] = &[
    "blockquote",
    "[class*=\"signature\" i]",
    "[id*=\"signature\" i]",
];
const EDITABLE: &[&str] = &[
    r#"[contenteditable=""]"#,
    r#"[contenteditable="true"]"#,
    r#"[contenteditable="plaintext-only"]"#,
];

pub(super) const LAYOUTS: [Layout; 3] = [
    Layout {
        name: "generic editor",
        frame: &[],
        body: EDITABLE,
        below: BELOW,
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: &[],
        ways: &[Way::Paste, Way::Announce, Way::Type],
        needs_subject: true,
    },
    Layout {
        name: "generic frame",
        frame: &["iframe"],
        body: EDITABLE,
        below: BELOW,
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: &[],
        ways: &[Way::Paste, Way::Announce, Way::Type],
        needs_subject: true,
    },
    Layout {
        name: "generic field",
        frame: &[],
        body: &["textarea"],
        below: &[],
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: &[],
        ways: &[Way::Type],
        needs_subject: true,
    },
];

pub(super) const SENDING: Sending = Sending {
    send: SEND_BY_LABEL,
    discard: DISCARD_BY_LABEL,
    save: &[],
    sign: ANNOUNCED,
    sign_has_words: true,
    undo: &[],
};

//! Outlook on the web, work and personal. The editor is RoosterJS, which deletes what it did not put
//! in itself.

use super::{
    super::sending::{ANNOUNCED, DISCARD_BY_LABEL, Sending},
    Layout, Way,
};

const SUBJECT: &[&str] = &[
    r#"input[aria-label="{subject}"]"#,
    r#"input[placeholder*="{subject}" i]"#,
    r#"input[maxlength="255"]"#,
];
const BELOW: &[&str] = &[
    "#Signature",
    "#divRplyFwdMsg",
    "#appendonsend",
    "blockquote",
];
const RECIPIENT: &[&str] = &[
    r#"[contenteditable="true"][aria-label="{to}"]"#,
    r#"input[aria-label="{to}"]"#,
];
const RECIPIENTS: &[&str] = &[r#"[class*="_EType_RECIPIENT_ENTITY"]"#];

pub(super) const LAYOUTS: [Layout; 2] = [
    Layout {
        name: "outlook 2024",
        frame: &[],
        body: &[
            r#".owaMailComposeEditorScrollContainer [contenteditable="true"][role="textbox"]"#,
            r#"[contenteditable="true"][role="textbox"][aria-multiline="true"]"#,
        ],
        below: BELOW,
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: RECIPIENTS,
        ways: &[Way::Paste, Way::Type],
        needs_subject: false,
    },
    Layout {
        name: "outlook 2019",
        frame: &[],
        body: &[r#"[contenteditable="true"][role="textbox"][aria-label^="{body}" i]"#],
        below: BELOW,
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: RECIPIENTS,
        ways: &[Way::Paste, Way::Type],
        needs_subject: false,
    },
];

/// There is no sign that all of its versions share.
pub(super) const SENDING: Sending = Sending {
    send: &[
        r#"[data-testid="ComposeSendButton"] button"#,
        r#"button[data-testid="ComposeSendButton"]"#,
        r#"button[aria-label="{send}" i]"#,
        r#"button[title^="{send} (" i]"#,
    ],
    discard: DISCARD_BY_LABEL,
    sign: ANNOUNCED,
    sign_has_words: true,
    undo: &[],
};

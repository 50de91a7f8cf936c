//! Fastmail: the editor is Squire.

use super::{
    super::{provider::Place, sending::Sending},
    Layout, Link, Service, USUAL, Way,
};

pub(super) static SERVICE: Service = Service {
    code: "fastmail",
    place: Place::None,
    hosts: &["app.fastmail.com"],
    switch: Some("fastmail"),
    link: Link::Parameters("https://app.fastmail.com/mail/compose", USUAL),
    layouts: &LAYOUTS,
    sending: SENDING,
};

const SUBJECT: &[&str] = &[
    r#"input[name="subject"]"#,
    r#"input[id$="-subject-input"]"#,
    r#"input[aria-label="{subject}"]"#,
    r#"input[placeholder="{subject}"]"#,
];
const RECIPIENT: &[&str] = &[".v-EmailInput-input"];
const RECIPIENTS: &[&str] = &[".v-EmailInput-token", ".v-EmailInput [title*=\"@\"]"];

const LAYOUTS: [Layout; 2] = [
    Layout {
        name: "fastmail 2020",
        frame: &[],
        body: &[
            r#".v-Compose div.v-RichText-input[role="textbox"]"#,
            r#"div.v-RichText-input[contenteditable="true"]"#,
        ],
        below: &[
            r#"[id="defaultSignature"]"#,
            "[class*=\"signature\" i]",
            "blockquote",
        ],
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: RECIPIENTS,
        ways: &[Way::Paste, Way::Type],
        needs_subject: false,
    },
    Layout {
        name: "fastmail plain text",
        frame: &[],
        body: &[".v-Compose textarea:not(.v-EmailInput-input)"],
        below: &[],
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: RECIPIENTS,
        ways: &[Way::Type],
        needs_subject: false,
    },
];

/// It announces what it did, in the user's language. A message that was taken back is known by its
/// window being there again.
const SENDING: Sending = Sending {
    send: &[".v-Button.s-send"],
    discard: &[".v-Button.s-discard", r#"button[aria-label="{discard}" i]"#],
    save: &[],
    sign: &[".v-Notification", r#"[role="status"]"#, r#"[role="alert"]"#],
    sign_has_words: true,
    undo: &[],
};

//! Yahoo Mail: attributes made for its own tests are the hooks.

use super::{
    super::{
        provider::Place,
        sending::{ANNOUNCED, Sending},
    },
    Layout, Link, Service, USUAL, Way,
};

pub(super) static SERVICE: Service = Service {
    code: "yahoo",
    place: Place::None,
    hosts: &["mail.yahoo.com", "compose.mail.yahoo.com"],
    switch: Some("yahoo"),
    link: Link::Parameters("https://compose.mail.yahoo.com/", USUAL),
    layouts: &LAYOUTS,
    sending: SENDING,
};

const SUBJECT: &[&str] = &[
    "input#compose-subject-input",
    r#"input[data-test-id^="compose-subject"]"#,
];
const RECIPIENT: &[&str] = &[
    "input#message-to-field",
    r#"[data-test-id="compose-to"] input"#,
    r#"input[data-test-id="compose-to"]"#,
];
const RECIPIENTS: &[&str] = &[
    r#"[data-test-id="y-pill"] [title]"#,
    r#"[data-test-id="pill"]"#,
    r#"[data-test-id="email-pill"]"#,
    r#"[data-test-id="ymail-chip"] [data-test-id="email-address"]"#,
];
const BELOW: &[&str] = &[
    r#"[class*="signature" i]"#,
    "blockquote",
    r#"[class*="yahoo_quoted"]"#,
];

const LAYOUTS: [Layout; 3] = [
    Layout {
        name: "yahoo 2024",
        frame: &[],
        body: &[
            r#"#editor-container [contenteditable="true"]"#,
            r#"[data-test-id="compose-editor-container"] [contenteditable="true"]"#,
            r#"[data-test-id="compose-editor"] [contenteditable="true"]"#,
            r#"[data-test-id="compose-editor"][contenteditable="true"]"#,
        ],
        below: BELOW,
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: RECIPIENTS,
        ways: &[Way::Type, Way::Paste],
        needs_subject: false,
    },
    Layout {
        name: "yahoo 2020",
        frame: &[],
        body: &[
            r#"[data-test-id="rte"][contenteditable="true"]"#,
            r#"[data-test-id="rte"] [contenteditable="true"]"#,
        ],
        below: BELOW,
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: RECIPIENTS,
        ways: &[Way::Type, Way::Paste],
        needs_subject: false,
    },
    Layout {
        name: "yahoo plain text",
        frame: &[],
        body: &["textarea#editorPlainText"],
        below: &[],
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: RECIPIENTS,
        ways: &[Way::Type],
        needs_subject: false,
    },
];

/// It announces what it did, in the user's language.
const SENDING: Sending = Sending {
    send: &[r#"button[data-test-id="compose-send-button"]"#],
    discard: &[
        r#"[data-test-id="icon-btn-trash"]"#,
        r#"[data-test-id="delete-compose"]"#,
        r#"button[title="{discard}" i]"#,
    ],
    save: &[],
    sign: ANNOUNCED,
    sign_has_words: true,
    undo: &[],
};

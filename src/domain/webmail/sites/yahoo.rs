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

const LAYOUTS: [Layout; 1] = [Layout {
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

/// It announces what it did, in the user's language.
const SENDING: Sending = Sending {
    send: &[r#"button[data-test-id="compose-send-button"]"#],
    discard: &[
        r#"[data-test-id="icon-btn-trash"]"#,
        r#"[data-test-id="delete-compose"]"#,
    ],
    save: &[],
    sign: ANNOUNCED,
    sign_has_words: true,
    undo: &[],
};

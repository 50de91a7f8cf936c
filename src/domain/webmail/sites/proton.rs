//! Proton Mail: RoosterJS in a frame of the same origin, or a field for plain text.

use super::{
    super::{provider::Place, sending::Sending},
    Empty, Layout, Link, Service, Way,
};

pub(super) static SERVICE: Service = Service {
    code: "proton",
    place: Place::None,
    hosts: &["mail.proton.me"],
    switch: Some("proton"),
    // In the fragment: it reaches neither Proton's server nor its logs.
    link: Link::Wrapped(
        "https://mail.proton.me/u/0/inbox#mailto=",
        Empty::Mailbox("https://mail.proton.me/u/0/inbox"),
    ),
    layouts: &LAYOUTS,
    sending: SENDING,
};

const SUBJECT: &[&str] = &[r#"[data-testid="composer:subject"]"#];
const RECIPIENT: &[&str] = &[
    r#"input[data-testid="composer:to"]"#,
    r#"[data-testid="composer:to"] input"#,
];
const RECIPIENTS: &[&str] = &[
    r#"[data-testid="composer-addresses-item"]"#,
    ".composer-addresses-item",
];

const LAYOUTS: [Layout; 2] = [
    Layout {
        name: "proton 2022",
        frame: &[r#"iframe[data-testid="rooster-iframe"]"#],
        body: &[r#"#rooster-editor"#, r#"[contenteditable="true"]"#],
        below: &[
            ".protonmail_signature_block",
            ".protonmail_quote",
            "blockquote",
        ],
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: RECIPIENTS,
        ways: &[Way::Paste, Way::Type],
        needs_subject: false,
    },
    Layout {
        name: "proton plain text",
        frame: &[],
        body: &[r#"textarea[data-testid="editor-textarea"]"#],
        below: &[],
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: RECIPIENTS,
        ways: &[Way::Type],
        needs_subject: false,
    },
];

/// A notification says so, in the user's language. Its *Undo* has no name of its own: a message that
/// was taken back is known by its window being there again.
const SENDING: Sending = Sending {
    send: &[r#"[data-testid="composer:send-button"]"#],
    discard: &[r#"[data-testid="composer:delete-draft-button"]"#],
    save: &[r#"[data-testid="composer:close-button"]"#],
    sign: &[".notifications-container > *", r#"[role="alert"]"#],
    sign_has_words: true,
    undo: &[r#"[data-testid="notification:undo-button"]"#],
};

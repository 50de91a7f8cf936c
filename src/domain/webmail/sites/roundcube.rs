//! Roundcube, by the names that its fields have in every skin: TinyMCE in a frame, or a plain field.

use super::{super::sending::Sending, Layout, Way};

const SUBJECT: &[&str] = &[r#"input[name="_subject"]"#];
const RECIPIENT: &[&str] = &[
    "#compose_to ul.recipient-input input",
    r#"textarea[name="_to"]"#,
];
const RECIPIENTS: &[&str] = &[
    "#compose_to ul.recipient-input .email",
    r#"textarea[name="_to"]"#,
];

pub(super) const LAYOUTS: [Layout; 2] = [
    Layout {
        name: "roundcube html",
        frame: &["iframe#composebody_ifr"],
        body: &["body#tinymce"],
        below: &["#_rc_sig", "blockquote", "#reply-intro"],
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: RECIPIENTS,
        ways: &[Way::Paste, Way::Type],
        needs_subject: true,
    },
    Layout {
        name: "roundcube plain text",
        frame: &[],
        body: &[r#"textarea#composebody"#, r#"textarea[name="_message"]"#],
        below: &[],
        subject: SUBJECT,
        recipient: RECIPIENT,
        recipients: RECIPIENTS,
        ways: &[Way::Type],
        needs_subject: true,
    },
];

/// A message of success, upon which it leaves the page. (It shows the same kind of message for a
/// draft that was saved, and stays.)
pub(super) const SENDING: Sending = Sending {
    send: &["a.send", "button.send", "input.send"],
    discard: &[],
    sign: &[
        "#messagestack .confirmation",
        "#messagestack .alert-success",
        "#message .confirmation",
    ],
    sign_has_words: false,
    undo: &[],
};

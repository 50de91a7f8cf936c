//! Roundcube, by the names that its fields have in every skin: TinyMCE in a frame, or a plain field.

use super::{
    super::{provider::Place, sending::Sending},
    Layout, Link, Service, Way,
};

pub(super) static SERVICE: Service = Service {
    code: "roundcube",
    place: Place::Server,
    hosts: &[],
    switch: None,
    link: Link::Parameters(
        "{server}?_task=mail&_action=compose",
        ["_to", "_subject", "_body"],
    ),
    layouts: &LAYOUTS,
    sending: SENDING,
};

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

/// A message of success, upon which it leaves the page. It shows the same kind of message for a draft
/// that was saved; which of the two it was doing stands in a field of its form (`submit_messageform`
/// in its `program/js/app.js`).
const SENDING: Sending = Sending {
    send: &["a.send", "button.send", "input.send"],
    discard: &[],
    save: &["a.save", "a.savedraft", "button.save", "input.save"],
    sign: &[
        r#"body:has(input[name="_draft"][value=""]) #messagestack .confirmation"#,
        r#"body:has(input[name="_draft"][value=""]) #messagestack .alert-success"#,
        r#"body:has(input[name="_draft"][value=""]) #message .confirmation"#,
    ],
    sign_has_words: false,
    undo: &[],
};

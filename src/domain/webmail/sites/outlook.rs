//! Outlook on the web, work and personal. The editor is RoosterJS, which deletes what it did not put
//! in itself.

use super::{
    super::{
        provider::Place,
        sending::{ANNOUNCED, DISCARD_BY_LABEL, Sending},
    },
    Empty, Layout, Link, Service, USUAL, Way,
};

pub(super) static PERSONAL: Service = Service {
    code: "outlook",
    place: Place::None,
    hosts: &["outlook.live.com"],
    switch: Some("outlook"),
    link: Link::Parameters("https://outlook.live.com/mail/0/deeplink/compose", USUAL),
    layouts: &LAYOUTS,
    sending: SENDING,
};

pub(super) static WORK: Service = Service {
    code: "outlook_work",
    place: Place::None,
    hosts: &[
        "outlook.office.com",
        "outlook.office365.com",
        "outlook.cloud.microsoft",
    ],
    switch: Some("outlook"),
    // Plain parameters are lost in a redirect of work accounts; `mailtouri` is not.
    link: Link::Wrapped(
        "https://outlook.cloud.microsoft/mail/deeplink/compose?mailtouri=",
        Empty::Window("https://outlook.cloud.microsoft/mail/deeplink/compose"),
    ),
    layouts: &LAYOUTS,
    sending: SENDING,
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

const LAYOUTS: [Layout; 2] = [
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
const SENDING: Sending = Sending {
    send: &[
        r#"[data-testid="ComposeSendButton"] button"#,
        r#"button[data-testid="ComposeSendButton"]"#,
        r#"button[aria-label="{send}" i]"#,
        r#"button[title^="{send} (" i]"#,
    ],
    discard: DISCARD_BY_LABEL,
    save: &[],
    sign: ANNOUNCED,
    sign_has_words: true,
    undo: &[],
};

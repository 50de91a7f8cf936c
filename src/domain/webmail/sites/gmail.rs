//! Gmail. The names of classes are renamed now and then, attributes less often.

use super::{
    super::{provider::Place, sending::Sending},
    Layout, Link, Service, Way,
};

pub(super) static SERVICE: Service = Service {
    code: "gmail",
    place: Place::Account,
    hosts: &["mail.google.com"],
    switch: Some("gmail"),
    link: Link::Parameters(
        "https://mail.google.com/mail/{account}?view=cm&fs=1",
        ["to", "su", "body"],
    ),
    layouts: &LAYOUTS,
    sending: SENDING,
};

const SUBJECT: &[&str] = &[r#"input[name="subjectbox"]"#, r#"input[name="subject"]"#];
/// Those of all its layouts: an editor is found by the hook of another one, too.
const RECIPIENTS: &[&str] = &[
    r#"div[name="to"] [role="option"][data-hovercard-id]"#,
    ".az9 span[email][data-hovercard-id]",
    r#"input[type="hidden"][name="to"]"#,
    ".vR [email]",
];
const BELOW: &[&str] = &[
    ".gmail_signature",
    ".gmail_signature_prefix",
    ".gmail_quote",
    ".gmail_quote_container",
    "blockquote",
];

const LAYOUTS: [Layout; 2] = [
    Layout {
        name: "gmail 2022",
        frame: &[],
        body: &[
            r#"div[role="textbox"][g_editable="true"][contenteditable="true"]"#,
            r#"div[g_editable="true"][contenteditable="true"]"#,
            r#".Am.Al.editable[contenteditable="true"]"#,
        ],
        below: BELOW,
        subject: SUBJECT,
        recipient: &[
            r#"div[name="to"] input[role="combobox"]"#,
            r#"textarea[name="to"]"#,
        ],
        recipients: RECIPIENTS,
        ways: &[Way::Type, Way::Paste],
        needs_subject: false,
    },
    Layout {
        name: "gmail 2013",
        frame: &[],
        body: &[
            r#".Ap [g_editable="true"]"#,
            r#"div.editable[contenteditable="true"]"#,
        ],
        below: BELOW,
        subject: SUBJECT,
        recipient: &[r#"textarea[name="to"]"#],
        recipients: RECIPIENTS,
        ways: &[Way::Type, Way::Paste],
        needs_subject: false,
    },
];

/// After sending a line says so and links to the message and to *Undo*; its text is in the user's
/// language, its ids are not. Other lines have an *Undo* as well, and none leads to a message.
const SENDING: Sending = Sending {
    send: &[
        r#".IZ .Up div > div[role="button"]:not(.Uo):not([aria-haspopup="true"])"#,
        r#"div.T-I.T-I-atl:not([aria-haspopup="true"])"#,
    ],
    discard: &[r#"[role="button"].og"#, r#".oh [role="button"]"#],
    save: &[r#"[selector="scheduledSend"]"#],
    sign: &["#link_vsm"],
    sign_has_words: false,
    undo: &[".vh:has(#link_vsm) #link_undo"],
};

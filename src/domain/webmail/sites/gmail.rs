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
        recipients: &[
            r#"div[name="to"] [role="option"][data-hovercard-id]"#,
            "[email][data-hovercard-id]",
        ],
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
        recipients: &[r#"input[type="hidden"][name="to"]"#, ".vR [email]"],
        ways: &[Way::Type, Way::Paste],
        needs_subject: false,
    },
];

/// After sending a line says so and links to the message and to *Undo*; its text is in the user's
/// language, its ids are not.
const SENDING: Sending = Sending {
    send: &[
        r#".IZ .Up div > div[role="button"]:not(.Uo):not([aria-haspopup="true"])"#,
        "div.T-I.T-I-atl",
    ],
    discard: &[r#"[role="button"].og"#, r#".oh [role="button"]"#],
    save: &[],
    sign: &["#link_vsm"],
    sign_has_words: false,
    undo: &["#link_undo"],
};

//! Putting a draft into the compose window that the user is in: the plan for the script in the page,
//! and what its report means.
//!
//! Whatever is not plainly "it is in" counts as "it is not": then the note goes on the clipboard.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::protocol::Profile;
pub use super::protocol::companion::Report;
use crate::domain::webmail::{
    fill_plan::{FillPlan, fill_plan, selectors},
    provider::{Place, Provider},
    sending::sent_words,
    sites,
};

/// A plan as the script takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    origin: String,
    layouts: Vec<Layout>,
    to: String,
    name: String,
    subject: String,
    body: String,
    anyway: bool,
    #[serde(skip)]
    host: String,
    #[serde(skip)]
    provider: Option<Provider>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Layout {
    name: &'static str,
    frame: Vec<String>,
    body: Vec<String>,
    below: Vec<String>,
    subject: Vec<String>,
    recipient: Vec<String>,
    recipients: Vec<String>,
    ways: Vec<&'static str>,
    needs_subject: bool,
}

impl From<sites::Layout> for Layout {
    fn from(it: sites::Layout) -> Self {
        Self {
            name: it.name,
            frame: selectors(it.frame),
            body: selectors(it.body),
            below: selectors(it.below),
            subject: selectors(it.subject),
            recipient: selectors(it.recipient),
            recipients: selectors(it.recipients),
            ways: it.ways.iter().map(|it| it.code()).collect(),
            needs_subject: it.needs_subject,
        }
    }
}

impl Plan {
    /// Host of the page, to be shown.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether the page is one of a mail service that is known. Elsewhere the user is asked first.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        self.provider.is_some()
    }

    /// How it is told later where the note went: a provider code, or `page`.
    #[must_use]
    pub const fn place(&self) -> &'static str {
        match self.provider {
            Some(it) => it.code(),
            None => "page",
        }
    }

    /// The same for somebody whom a service may show by this name and without an address.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    /// The same, to be carried out although there is text or another recipient already.
    #[must_use]
    pub fn anyway(self) -> Self {
        Self {
            anyway: true,
            ..self
        }
    }
}

/// The plan for a draft and a page; `None` when that is no web page.
#[must_use]
pub fn plan(profile: &Profile, url: &str, to: &str, subject: &str, body: &str) -> Option<Plan> {
    let has_server =
        Provider::from_code(&profile.provider).is_some_and(|it| it.place() == Place::Server);
    let own_server = if has_server { &profile.place } else { "" };
    let FillPlan {
        provider,
        origin,
        host,
        layouts,
        to,
        subject,
        body,
    } = fill_plan(url, own_server, to, subject, body)?;
    Some(Plan {
        origin,
        layouts: layouts.into_iter().map(Layout::from).collect(),
        to,
        name: String::new(),
        subject,
        body,
        anyway: false,
        host,
        provider,
    })
}

/// What the script that stays in a webmail needs: where messages are written, and how the service
/// shows that one has left. No text of the user's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WatchPlan {
    origin: String,
    layouts: Vec<Layout>,
    send: Vec<String>,
    /// Buttons after which a message is not on its way.
    stay: Vec<String>,
    sign: Vec<String>,
    words: Vec<&'static str>,
    undo: Vec<String>,
}

/// The plan for staying in a webmail; `None` when the address is that of no web page. The generic
/// layouts are left out: what is no compose window for sure is not watched.
#[must_use]
pub fn watch(profile: &Profile, url: &str, provider: Provider) -> Option<WatchPlan> {
    let plan = plan(profile, url, "", "", "")?;
    let sending = provider.sending();
    let mut layouts = plan.layouts;
    layouts.retain(|it| !it.name.starts_with("generic"));
    Some(WatchPlan {
        origin: plan.origin,
        layouts,
        send: selectors(sending.send),
        stay: [selectors(sending.discard), selectors(sending.save)].concat(),
        sign: selectors(sending.sign),
        words: if sending.sign_has_words {
            sent_words()
        } else {
            Vec::new()
        },
        undo: selectors(sending.undo),
    })
}

/// A frame that the script was run in, and how deep the user is in it: one more than the frames around
/// it when the field that the user is in lies there, 0 when it does not.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Frame {
    /// The browser's number, in Firefox a large one; 0 is the page itself.
    pub frame_id: i64,
    /// How deep; missing where the script could not tell.
    #[serde(default)]
    pub result: Option<u32>,
}

/// The frames in the order in which they are asked: where the user is, then outwards, then the rest.
#[must_use]
pub fn in_order(mut frames: Vec<Frame>) -> Vec<i64> {
    frames.sort_by_key(|it| (Reverse(it.result.unwrap_or_default()), it.frame_id));
    frames.into_iter().map(|it| it.frame_id).collect()
}

/// Whether there was no place for the note in a frame, so that the next one is asked.
#[must_use]
pub fn looks_further(report: &Report) -> bool {
    matches!(report.outcome.as_str(), "none" | "elsewhere")
}

/// What to do about a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The note is in; the text to say, and one more about the subject where that is not the note's.
    Inserted(&'static str, Option<&'static str>),
    /// To be asked, with this text; on *yes* the plan is carried out [`Plan::anyway`].
    Ask(&'static str),
    /// It is not in: clipboard, with this text.
    Failed(&'static str),
}

/// What a report means.
#[must_use]
pub fn outcome(report: &Report) -> Outcome {
    match report.outcome.as_str() {
        "inserted" => Outcome::Inserted(
            match report.recipient.as_str() {
                "set" | "kept" => "said_inserted",
                "other" => "said_inserted_other",
                "unsure" => "said_inserted_unsure",
                _ => "said_inserted_no_recipient",
            },
            match report.subject.as_str() {
                "set" => None,
                "kept" => Some("said_subject_kept"),
                _ => Some("said_subject_none"),
            },
        ),
        "already" => Outcome::Inserted("said_inserted_already", None),
        "text" => Outcome::Ask("ask_insert_text"),
        "other" => Outcome::Ask("ask_insert_other"),
        "several" => Outcome::Failed("said_insert_several"),
        "none" | "elsewhere" => Outcome::Failed("said_insert_none"),
        "garbled" => Outcome::Failed("said_insert_garbled"),
        _ => Outcome::Failed("said_insert_refused"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(outcome: &str, recipient: &str) -> Report {
        Report {
            outcome: outcome.to_owned(),
            recipient: recipient.to_owned(),
            subject: String::new(),
        }
    }

    #[test]
    fn only_a_plain_yes_counts_as_inserted() {
        for said in ["inserted", "already"] {
            assert!(matches!(
                outcome(&report(said, "set")),
                Outcome::Inserted(..)
            ));
        }
        for said in [
            "", "INSERTED", "sent", "none", "several", "moved", "refused", "garbled",
        ] {
            assert!(
                matches!(outcome(&report(said, "set")), Outcome::Failed(_)),
                "{said}"
            );
        }
        for said in ["text", "other"] {
            assert!(
                matches!(outcome(&report(said, "set")), Outcome::Ask(_)),
                "{said}"
            );
        }
    }

    #[test]
    fn the_frame_that_the_user_is_in_is_asked_first_then_the_ones_around_it() {
        let frame = |frame_id, result| Frame { frame_id, result };
        let frames = vec![
            frame(0, Some(1)),
            frame(3, Some(0)),
            frame(7, Some(2)),
            frame(5, None),
            frame(9, Some(3)),
        ];
        assert_eq!(in_order(frames), [9, 7, 0, 3, 5]);
        assert_eq!(in_order(Vec::new()), Vec::<i64>::new());
    }

    #[test]
    fn the_next_frame_is_asked_only_where_nothing_was_touched() {
        for said in ["none", "elsewhere"] {
            assert!(looks_further(&report(said, "")), "{said}");
        }
        for said in [
            "inserted", "text", "other", "several", "moved", "refused", "garbled", "",
        ] {
            assert!(!looks_further(&report(said, "")), "{said}");
        }
    }

    #[test]
    fn a_missing_or_different_recipient_or_subject_is_said() {
        for (recipient, subject, expected, more) in [
            ("set", "set", "said_inserted", None),
            ("kept", "kept", "said_inserted", Some("said_subject_kept")),
            ("none", "set", "said_inserted_no_recipient", None),
            (
                "other",
                "none",
                "said_inserted_other",
                Some("said_subject_none"),
            ),
            (
                "unsure",
                "",
                "said_inserted_unsure",
                Some("said_subject_none"),
            ),
            ("", "set", "said_inserted_no_recipient", None),
        ] {
            let report = Report {
                subject: subject.to_owned(),
                ..report("inserted", recipient)
            };
            assert_eq!(outcome(&report), Outcome::Inserted(expected, more));
        }
    }

    #[test]
    fn the_own_server_is_known_only_to_those_who_have_one() {
        let url = "https://mail.example.org/rc/?_task=mail";
        let mut profile = Profile {
            provider: "roundcube".to_owned(),
            place: "mail.example.org/rc".to_owned(),
            ..Profile::default()
        };
        let known = plan(&profile, url, "", "s", "b").unwrap();
        assert_eq!((known.is_known(), known.place()), (true, "roundcube"));
        profile.provider = "gmail".to_owned();
        let unknown = plan(&profile, url, "", "s", "b").unwrap();
        assert_eq!((unknown.is_known(), unknown.place()), (false, "page"));
    }

    #[test]
    fn the_wire_shape_has_what_the_script_reads_and_no_more() {
        let plan = plan(
            &Profile::default(),
            "https://mail.google.com/",
            "",
            "s",
            "b",
        )
        .unwrap();
        let json = serde_json::to_value(plan.named("Ann Lee").anyway()).unwrap();
        let mut names: Vec<&String> = json.as_object().unwrap().keys().collect();
        names.sort();
        assert_eq!(
            names,
            [
                "anyway", "body", "layouts", "name", "origin", "subject", "to"
            ]
        );
        assert_eq!(
            (&json["anyway"], &json["name"]),
            (&true.into(), &"Ann Lee".into())
        );
        assert!(json["layouts"][0]["needsSubject"].is_boolean());
    }
}

//! What the script in a webmail tells, and what it is given to show.

use serde::{Deserialize, Serialize};

/// A message that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Seen {
    /// What stands where the recipients are: addresses, or names.
    pub recipients: Vec<String>,
    /// Subject line.
    pub subject: String,
    /// The text, where the note stands in it.
    pub text: Option<String>,
}

/// What the script did or wants to be done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Told {
    /// Id of the interview.
    pub interview: String,
    /// Id of the person.
    pub person: String,
    /// What it is about.
    pub action: String,
    /// Id of the command; empty where it does not matter.
    pub id: String,
    /// The message.
    pub seen: Seen,
    /// How filling went.
    pub report: Report,
}

/// What the box in the webmail shows, in words.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// Id of the interview.
    pub interview: String,
    /// Id of the person.
    pub person: String,
    /// `write`, `ready`, `fine`, `stop` or `thanked`.
    pub state: &'static str,
    /// What to call the person.
    pub name: String,
    /// The first line.
    pub title: String,
    /// What follows.
    pub lines: Vec<String>,
    /// Buttons.
    pub actions: Vec<Action>,
    /// Name of the button that closes it.
    pub close: String,
    /// The note stands in this message as far as is known: it was put into webmail under this
    /// subject.
    pub ours: bool,
}

/// A button.
#[derive(Debug, Serialize)]
pub struct Action {
    /// What the script tells when it is pressed.
    pub code: &'static str,
    /// Its name.
    pub label: String,
}

/// What the script that fills says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Report {
    /// What came of it, as a code.
    pub outcome: String,
    /// What became of the recipient.
    pub recipient: String,
    /// What became of the subject.
    pub subject: String,
}

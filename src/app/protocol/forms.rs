//! What pages fill in: profile, settings, an interview by hand; and what edits of a draft taught.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::app::plain;

/// The user's profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// Full name.
    pub name: String,
    /// Own addresses.
    pub emails: Vec<String>,
    /// Short phrases, best first.
    pub selling_points: Vec<String>,
    /// Lines under the closing; empty means the name.
    pub signature: String,
    /// `warm`, `formal` or `plain`.
    pub tone: String,
    /// ISO 639-1 code of the language of notes; empty is English.
    #[serde(default)]
    pub language: String,
    /// `polite` or `familiar`; empty is polite.
    #[serde(default)]
    pub address: String,
    /// Provider code.
    pub provider: String,
    /// Account or server of that provider; may be empty.
    #[serde(default)]
    pub place: String,
    /// Words that the proofreader takes for right.
    #[serde(default)]
    pub dictionary: Vec<String>,
    /// Notes are not proofread.
    #[serde(default)]
    pub no_proofreading: bool,
    /// Compose windows are opened empty, so that no draft stands in the browser's history.
    #[serde(default)]
    pub open_empty: bool,
    /// Notes may be rephrased by the browser's own language model.
    #[serde(default)]
    pub rephrasing: bool,
}

/// Reminders and quiet hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Notifications are shown at all.
    pub prompts: bool,
    /// Notifications name neither employer nor people.
    pub discreet: bool,
    /// First quiet minute of the evening, `HH:MM`.
    pub quiet_from: String,
    /// First loud minute of the morning, `HH:MM`.
    pub quiet_until: String,
    /// Weekends are quiet.
    pub quiet_weekends: bool,
    /// Months after which an interview is cleared away; 0 keeps them for ever.
    #[serde(default = "keep_months")]
    pub keep_months: u32,
    /// Interviews with somebody who was thanked are cleared away as well.
    #[serde(default)]
    pub clear_sent: bool,
}

/// What a form that does not ask leaves as it is at first.
const fn keep_months() -> u32 {
    18
}

/// An interview entered by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HandInterview {
    /// Employer; must not be empty.
    pub employer: String,
    /// Role; may be empty.
    pub role: String,
    /// Start, milliseconds since 1970 UTC.
    pub start_ms: i64,
    /// End; not before the start.
    pub end_ms: i64,
    /// IANA zone of the user when entering it.
    pub zone: String,
    /// People met; at least one.
    pub people: Vec<HandPerson>,
}

/// A person entered by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HandPerson {
    /// Name; must not be empty.
    pub name: String,
    /// Address; may be empty.
    pub email: String,
    /// Job title; may be empty.
    pub title: String,
}

/// What an edit of a draft taught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Lesson {
    /// ISO 639-1 code of the language of the notes.
    pub language: String,
    /// `polite` or `familiar`.
    pub address: String,
    /// `greeting`, `sign_off` or `leave_out`.
    pub habit: String,
    /// The greeting with a slot for the name, the sign-off, or the line of the tables of phrases.
    pub text: String,
    /// `woman` or `man`, where a greeting fits one of them alone.
    #[serde(default)]
    pub gender: Option<String>,
}

/// What a form says over what is stored by now, which may have changed while it was open: `stored`, with
/// those fields of `form` that are no longer as the form `began`. `None` for shapes
/// that are no objects.
#[must_use]
pub fn over<T: Serialize + DeserializeOwned>(stored: &T, began: &T, form: &T) -> Option<T> {
    let [mut whole, began, form] = [stored, began, form].map(|it| plain::to_value(it).ok());
    let (Some(Value::Object(fields)), Some(began), Some(Value::Object(form))) =
        (&mut whole, began, form)
    else {
        return None;
    };
    for (name, value) in form {
        if began.get(&name) != Some(&value) {
            fields.insert(name, value);
        }
    }
    plain::from_value(&whole?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Profile, over};

    fn named(name: &str, words: &[&str]) -> Profile {
        Profile {
            name: name.to_owned(),
            dictionary: words.iter().map(|&it| it.to_owned()).collect(),
            ..Profile::default()
        }
    }

    #[test]
    fn only_what_was_changed_in_the_form_counts() {
        let stored = named("Jordan", &["Kubernetes"]);
        let began = named("Jordan", &[]);
        let form = named("Jordan Avery", &[]);
        let whole = named("Jordan Avery", &["Kubernetes"]);
        assert_eq!(over(&stored, &began, &form), Some(whole));
    }

    #[test]
    fn a_form_that_was_left_alone_brings_nothing_back() {
        let (stored, began) = (Profile::default(), named("Jordan", &["Kubernetes"]));
        assert_eq!(over(&stored, &began, &began), Some(stored));
    }

    #[test]
    fn a_field_that_was_emptied_is_empty() {
        let began = named("Jordan", &["Kubernetes"]);
        let form = named("", &[]);
        assert_eq!(over(&began, &began, &form), Some(form));
    }

    #[test]
    fn what_is_no_object_has_no_fields() {
        assert_eq!(over(&1_u32, &1, &2), None);
    }
}

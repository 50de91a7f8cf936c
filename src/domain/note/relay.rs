//! A note that the coordinator is asked to hand on, because the person's own address is unknown.

use super::{
    compose::{Draft, Tone},
    language::Language,
    phrases::{self, fill, section},
};

/// Puts a greeting and a request above the note: the text that goes to the coordinator.
///
/// The note itself stays as it is, greeting and all, so that it can be forwarded.
#[must_use]
pub fn relayed(
    draft: &Draft,
    recipient: Option<&str>,
    coordinator: Option<&str>,
    tone: Tone,
    language: Language,
) -> Draft {
    let phrases = phrases::of(language);
    let Some(recipient) = recipient.filter(|it| !it.trim().is_empty()) else {
        return draft.clone();
    };
    let values = vec![("recipient", recipient.trim().to_owned())];
    let greeting = phrases::greeting(language, tone, coordinator);
    let request = fill(phrases.one(section::COVER), &values);
    Draft {
        subject: draft.subject.clone(),
        body: format!("{greeting}\n\n{request}\n\n———\n\n{}", draft.body),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_coordinator_is_asked_and_the_note_stays_whole() {
        let draft = Draft {
            subject: "Thank you".to_owned(),
            body: "Hi Priya,\n\nThank you.\n\nBest,\nJordan".to_owned(),
        };
        let sent = relayed(
            &draft,
            Some("Priya Shah"),
            Some("Ana Lima"),
            Tone::Warm,
            Language::English,
        );
        assert_eq!(sent.subject, draft.subject);
        assert!(sent.body.starts_with("Hi Ana,\n\nCould I ask you to pass"));
        assert!(sent.body.contains("on to Priya Shah?"));
        assert!(sent.body.ends_with(&draft.body));
    }

    #[test]
    fn without_a_name_there_is_nobody_to_hand_it_to() {
        let draft = Draft {
            subject: String::new(),
            body: "Hello,".to_owned(),
        };
        let same = relayed(&draft, None, None, Tone::Warm, Language::German);
        assert_eq!(same, draft);
    }
}

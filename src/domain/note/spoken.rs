//! What to say when the user would rather call the main contact, or reaches a voicemail.
//!
//! At most five points and a minute, or twenty seconds on a voicemail; made of the same facts as
//! the note, and never a question about the decision.

use super::{
    compose::{Brief, Facts},
    kind::Kind,
    phrases::section,
    selling_point::{self, SellingPoint},
    specific::{self, Shape},
};

/// What to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// Points of a call, at most five, in order.
    pub call: Vec<String>,
    /// A message on a voicemail.
    pub voicemail: String,
}

/// The script for the recipient of the brief. Points without a fact are left out.
#[must_use]
pub fn script(brief: &Brief<'_>) -> Script {
    let facts = Facts::new(brief);
    let specific = specific::shape(
        brief.specific,
        brief.language,
        brief.address,
        brief.recipient,
    );
    let specific = specific.map(Shape::into_text);
    let strength = match selling_point::for_brief(brief) {
        Some(SellingPoint::Thing(text)) => Some(text),
        Some(SellingPoint::Deed(_)) | None => None,
    };
    let no_offer = brief.rejected || brief.kind == Kind::Informational;
    let hello = hello(&facts, brief.sender);
    let call = facts
        .phrases
        .list(section::CALL)
        .iter()
        .filter_map(|line| {
            let (hole, value) = if line.contains("{specific}") {
                ("specific", specific.clone()?)
            } else if line.contains("{strength}") {
                match &strength {
                    _ if no_offer => return None,
                    Some(text) => ("strength", text.clone()),
                    None => return Some(facts.phrases.one(section::CALL_INTEREST).to_owned()),
                }
            } else {
                ("hello", hello.clone())
            };
            Some(facts.around(line, hole, value))
        })
        .collect();
    let voicemail = facts.phrases.list(section::VOICEMAIL);
    let voicemail = voicemail.get(usize::from(no_offer)).copied();
    Script {
        call,
        voicemail: facts.around(voicemail.unwrap_or_default(), "hello", hello),
    }
}

/// Who is calling, where the user has said so.
fn hello(facts: &Facts<'_>, sender: &str) -> String {
    let lines = facts.phrases.list(section::HELLO);
    let nameless = usize::from(sender.trim().is_empty());
    let line = lines.get(nameless).copied().unwrap_or_default();
    facts.around(line, "", String::new())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::note::{compose::sample, language::Language};

    /// Words that are said in a minute by somebody in no hurry.
    const A_MINUTE: usize = 130;
    const TWENTY_SECONDS: usize = 50;

    fn words(text: &str) -> usize {
        text.split_whitespace().count()
    }

    #[test]
    fn a_call_takes_a_minute_and_a_voicemail_twenty_seconds() {
        let points = ["five years of payment systems".to_owned()];
        for language in Language::ALL {
            let mut brief = sample::brief("the roadmap", &points);
            brief.language = language;
            let script = script(&brief);
            assert_eq!(script.call.len(), 5);
            assert!(words(&script.call.join(" ")) < A_MINUTE);
            assert!(words(&script.voicemail) < TWENTY_SECONDS, "{script:?}");
            for line in script.call.iter().chain([&script.voicemail]) {
                assert!(!line.contains(['{', '}']) && !line.contains("  "), "{line}");
            }
            assert!(script.call.iter().any(|it| it.contains("the roadmap")));
            assert!(script.voicemail.contains("Jordan Reyes"));
        }
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        let brief = sample::brief("", &[]);
        let script = script(&brief);
        assert_eq!(script.call.len(), 4);
        assert!(!script.call.join(" ").contains("stayed with me"));
        assert!(!script.call.join(" ").contains("bring"));
    }

    #[test]
    fn without_a_name_nobody_is_introduced_and_without_a_position_nobody_is_interested() {
        for language in Language::ALL {
            let mut brief = sample::brief("the roadmap", &[]);
            brief.language = language;
            brief.sender = " ";
            brief.rejected = true;
            let script = script(&brief);
            assert_eq!(script.call.len(), 4);
            let all = format!("{} {}", script.call.join(" "), script.voicemail);
            for wrong in [" .", " ,", "  ", "nterest", "intér", "interés", "Interesse"] {
                assert!(!all.contains(wrong), "{all}");
            }
        }
    }
}

//! What to say when the user would rather call the main contact, or reaches a voicemail.
//!
//! At most five points and a minute, or twenty seconds on a voicemail; made of the same facts as
//! the note, and never a question about the decision.

use super::{
    compose::{Brief, Facts},
    kind::Kind,
    phrases::section,
    selling_point::{self, SellingPoint},
    specific,
};

/// What to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// Points of a call, at most five, in order.
    pub call: Vec<String>,
    /// A message on a voicemail.
    pub voicemail: String,
}

/// Words of a call, at most: said in a minute by somebody in no hurry.
const A_MINUTE: usize = 130;

/// The script for the recipient of the brief. Points without a fact are left out, and so are those
/// that would take too long: nobody listens to a whole page.
#[must_use]
pub fn script(brief: &Brief<'_>) -> Script {
    let facts = Facts::new(brief);
    let no_offer = brief.rejected || brief.kind == Kind::Informational;
    let hello = hello(&facts, brief.sender);
    let strength = selling_point::for_brief(brief).into_iter().next();
    let call = |specific: Option<&str>, strength: Option<&SellingPoint>| -> Vec<String> {
        let lines = facts.phrases.list(section::CALL).iter();
        lines
            .filter_map(|line| {
                if line.contains("{specific}") {
                    Some(facts.around(line, "specific", specific?.to_owned()))
                } else if line.contains("{strength}") {
                    (!no_offer).then(|| interest(&facts, line, strength))
                } else {
                    Some(facts.around(line, "hello", hello.clone()))
                }
            })
            .collect()
    };
    let whole = said(brief, brief.specific);
    let first = said(brief, first_of(brief.specific));
    let attempts = [
        call(whole.as_deref(), strength.as_ref()),
        call(first.as_deref(), strength.as_ref()),
        call(None, strength.as_ref()),
        call(None, None),
    ];
    let words =
        |it: &Vec<String>| -> usize { it.iter().map(|it| it.split_whitespace().count()).sum() };
    let fits = |it: &&Vec<String>| words(it) < A_MINUTE;
    let call = attempts.iter().find(fits).or(attempts.last());
    let voicemail = facts.phrases.list(section::VOICEMAIL);
    let voicemail = voicemail.get(usize::from(no_offer)).copied();
    Script {
        call: call.cloned().unwrap_or_default(),
        voicemail: facts.around(voicemail.unwrap_or_default(), "hello", hello),
    }
}

/// Interest, and what the user would bring.
fn interest(facts: &Facts<'_>, line: &str, strength: Option<&SellingPoint>) -> String {
    let (line, text) = match strength {
        None => return facts.phrases.one(section::CALL_INTEREST).to_owned(),
        Some(SellingPoint::Thing(text)) => (facts.phrases.one(section::CALL_STRENGTH), text),
        Some(SellingPoint::Deed(text)) => (facts.phrases.one(section::CALL_DEED), text),
        Some(SellingPoint::Other(text)) => (line, text),
    };
    facts.around(line, "strength", text.clone())
}

/// What was talked about, as it stands after a colon.
fn said(brief: &Brief<'_>, specific: &str) -> Option<String> {
    let shape = specific::shape(specific, brief.language, brief.address, brief.recipient)?;
    Some(shape.into_text())
}

/// The first line, or the first sentence of it.
fn first_of(specific: &str) -> &str {
    let line = specific
        .split(['\n', '\r', ';'])
        .find(|it| it.contains(char::is_alphanumeric))
        .unwrap_or_default();
    line.split(". ").next().unwrap_or_default()
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
    fn a_long_story_is_told_in_part_or_not_at_all() {
        let long = "how you moved billing to event sourcing, ".repeat(30);
        let several = format!("the roadmap. {long}");
        let lines = format!("the roadmap\n{long}");
        let points = [
            format!("Led a team and {long}"),
            "Led a team of four".to_owned(),
        ];
        for language in Language::ALL {
            for (specific, said) in [(&long, false), (&several, true), (&lines, true)] {
                for points in [&points[..1], &points[1..]] {
                    let mut brief = sample::brief(specific, points);
                    brief.language = language;
                    let call = script(&brief).call.join(" ");
                    assert!(words(&call) < A_MINUTE, "{call}");
                    if points[0].len() < 20 {
                        assert_eq!(call.contains("roadmap"), said, "{call}");
                        assert!(call.to_lowercase().contains("led a team of four"), "{call}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_the_user_offers_is_said_in_its_form() {
        for (point, expected) in [
            (
                "Led a team of four",
                "interested, and I led a team of four.",
            ),
            (
                "Five years of Rust",
                "interested, and I would bring five years of Rust.",
            ),
            (
                "Rust in production",
                "this may be useful to know: Rust in production.",
            ),
        ] {
            let points = [point.to_owned()];
            let script = script(&sample::brief("", &points));
            assert!(script.call.join(" ").contains(expected), "{script:?}");
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

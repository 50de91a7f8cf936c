//! The subject line: what the person did in it, and what it came to, count.

use super::{
    super::{
        kind::Kind,
        phrases::{fill, section},
    },
    Facts,
};
use crate::domain::interview::Part;

impl Facts<'_> {
    /// The subject for this person and version.
    pub(super) fn subject(&self) -> String {
        let brief = self.brief;
        let section = match brief.part {
            // What is forwarded to everybody thanks nobody for arranging it.
            Part::Coordinator if !brief.readers.is_empty() => {
                return fill(self.phrases.one(section::SUBJECTS), &self.values);
            }
            Part::Coordinator => section::ARRANGED_SUBJECTS,
            Part::Interviewer if brief.rejected => section::REJECTION_SUBJECTS,
            Part::Interviewer if brief.kind == Kind::Informational => {
                section::INFORMATIONAL_SUBJECTS
            }
            Part::Interviewer => section::SUBJECTS,
        };
        // Without a name the subjects that need one are left out.
        let nameless = brief.sender.trim().is_empty();
        let list = self.phrases.list(section).iter().copied();
        let all: Vec<&'static str> = list
            .filter(|it| !nameless || !it.contains("{name}"))
            .collect();
        fill(self.choice.of(&all, None), &self.values)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Brief, compose, sample};
    use super::*;
    use crate::domain::note::language::Language;

    fn subjects(change: impl Fn(&mut Brief<'_>)) -> Vec<String> {
        Language::ALL
            .into_iter()
            .flat_map(|language| (0..8).map(move |position| (language, position)))
            .map(|(language, position)| {
                let mut brief = sample::brief("", &[]);
                brief.language = language;
                brief.position = position;
                change(&mut brief);
                compose(&brief).subject
            })
            .collect()
    }

    #[test]
    fn everybody_of_a_panel_gets_another_one() {
        for sender in ["Jordan Reyes", ""] {
            for all in subjects(|it| it.sender = sender).chunks(8) {
                let each: std::collections::HashSet<&String> = all.iter().collect();
                assert_eq!(each.len(), 8, "{all:?}");
            }
        }
    }

    #[test]
    fn who_only_arranged_it_did_not_speak_with_the_user() {
        for subject in subjects(|it| it.part = Part::Coordinator) {
            for wrong in [
                "peaking",
                "alk",
                "das gute Gespräch",
                "Austausch",
                "échange",
                "hablar",
                "charla",
            ] {
                assert!(!subject.contains(wrong), "{subject}");
            }
        }
    }

    #[test]
    fn a_talk_about_advice_was_no_interview_and_neither_is_one_spoken_of_after_a_rejection() {
        let advice = subjects(|it| it.kind = Kind::Informational);
        let rejected = subjects(|it| it.rejected = true);
        for subject in advice.iter().chain(&rejected) {
            for wrong in [
                "nterview",
                "ngeni",
                "Engineer",
                "Stelle",
                "entretien",
                "entrevista",
            ] {
                assert!(!subject.contains(wrong), "{subject}");
            }
            assert!(!subject.trim().is_empty());
        }
    }
}

//! The sentence about what was talked about.

use super::{
    super::{
        kind::Kind,
        phrases::section,
        specific::{self, Shape},
    },
    Brief, Facts,
};

/// How what was typed is told; `None` where nothing was said.
pub(super) fn shape(brief: &Brief<'_>) -> Option<Shape> {
    let typed = if brief.shared {
        specific::part(brief.specific, brief.position)
    } else {
        brief.specific.to_owned()
    };
    specific::shape(&typed, brief.language, brief.address, brief.recipient)
}

impl Facts<'_> {
    /// What was talked about, in the sentence that fits its shape; `None` where nothing was said.
    pub(super) fn specific(&self) -> Option<String> {
        let shape = self.told?;
        let section = match shape {
            Shape::Topic(_) => section::TOPIC,
            Shape::Inside(_) => section::TOPIC_INSIDE,
            Shape::Clause(_) => section::CLAUSE,
            Shape::Mine(text) if self.is_open(text) => return Some(specific::as_sentence(text)),
            Shape::Mine(_) | Shape::Sentence(_) => section::SENTENCE,
            Shape::Question(_) => section::QUESTION,
        };
        Some(self.pick_around(section, None, "specific", shape.clone().into_text()))
    }

    /// Whether something that the user says of themselves may stand by itself: once, in one version,
    /// and not where the rest is so short that each word counts.
    fn is_open(&self, text: &str) -> bool {
        let brief = self.brief;
        let offers = !brief.rejected && brief.kind != Kind::Informational;
        offers && brief.variant == 0 && !brief.beside.iter().any(|it| it.contains(text))
    }
}

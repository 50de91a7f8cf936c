//! The notes of one interview, written and rewritten one after the other as the popup does.

use afternote::domain::note::{
    compose::{Draft, Tone, compose},
    review::similarity,
};

use super::{
    inputs::{Change, Inputs, brief as brief_of},
    text,
};

/// The notes to the people of one interview, who have one specific in common.
pub(crate) struct Panel<'a> {
    inputs: &'a Inputs,
    change: Change,
    tone: Tone,
    specific: &'a str,
    points: Vec<String>,
    /// Where its notes enter the lists of sentences.
    start: u32,
    notes: Vec<(u32, Draft)>,
    /// What the next one was told earlier.
    pub(crate) earlier: Vec<String>,
}

impl<'a> Panel<'a> {
    pub(crate) fn new(inputs: &'a Inputs, change: Change, tone: Tone, specific: &'a str) -> Self {
        Self {
            inputs,
            change,
            tone,
            specific,
            points: inputs.points.iter().map(|it| (*it).to_owned()).collect(),
            start: 0,
            notes: Vec::new(),
            earlier: Vec::new(),
        }
    }

    /// So many people, written to one after the other.
    pub(crate) fn composed(
        inputs: &'a Inputs,
        change: Change,
        tone: Tone,
        specific: &'a str,
        people: u32,
    ) -> Self {
        Self::composed_from(0, inputs, change, tone, specific, people)
    }

    /// The same, for an interview that enters the lists of sentences elsewhere.
    pub(crate) fn composed_from(
        start: u32,
        inputs: &'a Inputs,
        change: Change,
        tone: Tone,
        specific: &'a str,
        people: u32,
    ) -> Self {
        let mut panel = Self::new(inputs, change, tone, specific);
        panel.start = start;
        for position in 0..people {
            panel.add(position);
        }
        panel
    }

    pub(crate) fn write(&mut self, position: u32, variant: u32) {
        let others = self.notes.iter().filter(|(it, _)| *it != position);
        let beside: Vec<String> = others
            .map(|(_, draft)| draft.body.clone())
            .chain(self.earlier.iter().cloned())
            .collect();
        let mut brief = brief_of(self.inputs, self.specific, &self.points);
        brief.tone = self.tone;
        brief.position = position;
        brief.start = self.start;
        brief.variant = variant;
        brief.beside = &beside;
        let before = self.notes.iter().find(|(it, _)| *it == position);
        let before = before.map_or(String::new(), |(_, draft)| draft.body.clone());
        brief.instead_of = &before;
        (self.change)(&mut brief);
        let draft = compose(&brief);
        self.remove(position);
        self.notes.push((position, draft));
    }

    pub(crate) fn add(&mut self, position: u32) {
        self.write(position, 0);
    }

    pub(crate) fn remove(&mut self, position: u32) {
        self.notes.retain(|(it, _)| *it != position);
    }

    /// Another version must be another text, wherever the lists leave a choice.
    pub(crate) fn rewrite(&mut self, position: u32, variant: u32) {
        let before = self.message(position);
        self.write(position, variant);
        assert_ne!(self.message(position), before);
    }

    pub(crate) fn body(&self, position: u32) -> String {
        let found = self.notes.iter().find(|(it, _)| *it == position);
        found.unwrap().1.body.clone()
    }

    pub(crate) fn message(&self, position: u32) -> String {
        let found = self.notes.iter().find(|(it, _)| *it == position);
        text::message(&found.unwrap().1)
    }

    /// How alike each two notes are.
    pub(crate) fn pairs(&self) -> Vec<f64> {
        let messages: Vec<String> = self.notes.iter().map(|it| text::message(&it.1)).collect();
        let mut alike = Vec::new();
        for (index, one) in messages.iter().enumerate() {
            for other in &messages[index + 1..] {
                alike.push(compared(self.inputs, one, other));
            }
        }
        alike
    }

    /// The two notes that are most alike, for the message of a test.
    pub(crate) fn closest(&self) -> String {
        let messages: Vec<String> = self.notes.iter().map(|it| text::message(&it.1)).collect();
        let pairs = messages.iter().enumerate().flat_map(|(index, one)| {
            let others = messages[index + 1..].iter();
            others.map(move |other| (compared(self.inputs, one, other), one, other))
        });
        let closest = pairs.max_by(|a, b| a.0.total_cmp(&b.0));
        closest.map_or_else(String::new, |(_, one, other)| format!("{one}\n\n{other}"))
    }
}

/// How alike two messages are, names aside; they may not share a sentence.
pub(crate) fn compared(inputs: &Inputs, one: &str, other: &str) -> f64 {
    let shared: Vec<String> = text::sentences(one)
        .intersection(&text::sentences(other))
        .cloned()
        .collect();
    assert_eq!(shared, Vec::<String>::new(), "{one}\n\n{other}");
    similarity(
        &text::without_names(one, inputs),
        &text::without_names(other, inputs),
    )
}

//! The one note to the coordinator that can be forwarded to everybody without an address.

use super::{
    super::{
        language::{Address, Language},
        phrases::section,
        relay, specific,
    },
    Facts, joined,
};

impl Facts<'_> {
    /// A request to the coordinator, and below it what is for everybody: it can be forwarded as it
    /// is.
    pub(super) fn to_everybody(&self) -> String {
        let readers = self.brief.readers;
        let all = |called: fn(&str, Language) -> String| {
            let names = readers
                .iter()
                .map(|it| called(&it.name, self.brief.language));
            relay::enumerated(&names.collect::<Vec<_>>(), self.phrases)
        };
        let names = all(|it, _| it.to_owned());
        let one = |section, name, value| self.pick_around(section, None, name, value);
        let arranged = self.pick(section::ARRANGED, None);
        let request = self.around(
            self.phrases.one(section::FORWARD),
            "recipients",
            all(relay::handed_to),
        );
        let greeting = one(section::FORWARD_GREETING, "recipients", names);
        let talked = readers.iter().filter_map(|it| {
            let language = self.brief.language;
            let shape = specific::shape(&it.specific, language, Address::Polite, Some(&it.name))?;
            Some(format!("{} – {}", it.name, shape.into_text()))
        });
        let talked: Vec<String> = talked.collect();
        let thanks = self.pick(section::FORWARD_THANKS, Some(0));
        let specifics = (!talked.is_empty())
            .then(|| one(section::FORWARD_SPECIFICS, "specifics", talked.join("; ")));
        let first = joined(&[Some(thanks), specifics]);
        let end = self.pick(section::FORWARD_END, Some(1));
        let rule = relay::RULE;
        format!("{arranged} {request}\n\n{rule}\n\n{greeting}\n\n{first}\n\n{end}")
    }
}

//! A note that the coordinator is asked to hand on, because the person's own address is unknown.

use super::{
    compose::Tone,
    language::{Address, Language},
    names,
    phrases::{self, Phrases, fill, section},
};

/// What stands between the request and the note, which stays whole: it can be forwarded.
pub(super) const RULE: &str = "———";

/// A greeting and a request, to be put above the note; `None` without a name to hand it to.
#[must_use]
pub fn cover(
    recipient: Option<&str>,
    coordinator: Option<&str>,
    tone: Tone,
    language: Language,
    address: Address,
) -> Option<String> {
    let recipient = names::listed_name(recipient?);
    if recipient.is_empty() {
        return None;
    }
    let phrases = phrases::addressed(language, address);
    let greeting = phrases::greeting(language, tone, address, coordinator);
    let values = vec![("recipient", handed_to(&recipient, language))];
    let request = fill(phrases.one(section::COVER), &values);
    Some(format!("{greeting}\n\n{request}\n\n{RULE}\n\n"))
}

/// The name of somebody to whom something is handed: German says `Herrn` there.
pub(super) fn handed_to(name: &str, language: Language) -> String {
    match name.strip_prefix("Herr ") {
        Some(rest) if language == Language::German => format!("Herrn {rest}"),
        _ => name.to_owned(),
    }
}

/// `Priya, Tom and Ana`, with the word that the language puts before the last.
pub(super) fn enumerated(names: &[String], phrases: &Phrases) -> String {
    match names.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, before)) => {
            format!("{} {} {last}", before.join(", "), phrases.and(last))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_coordinator_is_asked_to_hand_it_on() {
        let cover = cover(
            Some(" Priya Shah"),
            Some("Ana Lima"),
            Tone::Warm,
            Language::English,
            Address::Polite,
        );
        let cover = cover.unwrap();
        assert!(cover.starts_with("Hi Ana,\n\nCould I ask you to pass"));
        assert!(cover.contains("on to Priya Shah?"));
        assert!(cover.ends_with("———\n\n"));
    }

    #[test]
    fn it_is_handed_to_people_as_they_are_called() {
        for (name, language, expected) in [
            (
                "Herr Kessler",
                Language::German,
                "an Herrn Kessler weiterzuleiten",
            ),
            (
                "Frau Kessler",
                Language::German,
                "an Frau Kessler weiterzuleiten",
            ),
            (
                "Herr Tom Weber",
                Language::German,
                "an Tom Weber weiterzuleiten",
            ),
            ("Mr. Smith", Language::English, "on to Mr. Smith?"),
            ("Shah, Priya, CPA", Language::English, "on to Priya Shah?"),
        ] {
            let cover = cover(Some(name), None, Tone::Warm, language, Address::Polite);
            assert!(cover.unwrap().contains(expected), "{name}");
        }
    }

    #[test]
    fn a_list_of_names_has_the_word_that_its_last_needs() {
        let names = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        for (language, all, expected) in [
            (
                Language::English,
                &["Priya", "Tom", "Ivy"][..],
                "Priya, Tom and Ivy",
            ),
            (Language::Spanish, &["Ana", "Ignacio"], "Ana e Ignacio"),
            (Language::Spanish, &["Ana", "Íñigo"], "Ana e Íñigo"),
            (Language::Spanish, &["Ana", "Hilario"], "Ana e Hilario"),
            (Language::Spanish, &["Ana", "Hierro"], "Ana y Hierro"),
            (Language::Spanish, &["Ana", "Yolanda"], "Ana y Yolanda"),
            (Language::Spanish, &["Ana"], "Ana"),
        ] {
            assert_eq!(enumerated(&names(all), phrases::of(language)), expected);
        }
    }

    #[test]
    fn without_a_name_there_is_nobody_to_hand_it_to() {
        assert_eq!(
            cover(None, None, Tone::Warm, Language::German, Address::Polite),
            None
        );
        assert_eq!(
            cover(
                Some(" "),
                None,
                Tone::Plain,
                Language::French,
                Address::Polite
            ),
            None
        );
    }
}

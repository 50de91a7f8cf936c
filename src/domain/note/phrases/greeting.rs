//! The first line, with the form of address that each language expects of a stranger.
//!
//! Outside English "Mr" or "Ms" stands in every formal greeting. Where the name does not tell
//! which, the whole name does: never a guess from a first name.

use crate::domain::note::{
    compose::Tone,
    language::{Address, Language},
    names::{self, Gender},
};

/// The greeting for a full name as the calendar has it; empty or `None` when unknown.
pub(in crate::domain::note) fn greeting(
    language: Language,
    tone: Tone,
    address: Address,
    recipient: Option<&str>,
) -> String {
    let name = recipient.unwrap_or_default();
    let whole = names::plain_name(name);
    let first = names::first_name(name);
    let last = whole.split_whitespace().next_back().unwrap_or_default();
    let gender = names::gender(name);
    if let (Address::Familiar, Some(first)) = (address, &first) {
        return greeting_by(language, tone, address, first);
    }
    let woman = gender == Some(Gender::Woman);
    match language {
        Language::English => match (tone, first) {
            _ if whole.is_empty() => "Hello,".to_owned(),
            (Tone::Formal, _) | (_, None) => format!("Dear {whole},"),
            (Tone::Warm, Some(first)) => format!("Hi {first},"),
            (Tone::Plain, Some(first)) => format!("Hello {first},"),
        },
        Language::German => match (gender, tone) {
            _ if whole.is_empty() => "Guten Tag,".to_owned(),
            (None, _) => format!("Guten Tag {whole},"),
            (Some(_), Tone::Warm) if woman => format!("Liebe Frau {last},"),
            (Some(_), Tone::Warm) => format!("Lieber Herr {last},"),
            (Some(_), _) if woman => format!("Sehr geehrte Frau {last},"),
            (Some(_), _) => format!("Sehr geehrter Herr {last},"),
        },
        Language::French => match gender {
            _ if whole.is_empty() => "Bonjour,".to_owned(),
            None => format!("Bonjour {whole},"),
            Some(Gender::Woman) => format!("Bonjour Madame {last},"),
            Some(Gender::Man) => format!("Bonjour Monsieur {last},"),
        },
        Language::Spanish => match gender {
            _ if whole.is_empty() => "Buenos días:".to_owned(),
            None => format!("Buenos días, {whole}:"),
            Some(Gender::Woman) => format!("Estimada Sra. {last}:"),
            Some(Gender::Man) => format!("Estimado Sr. {last}:"),
        },
    }
}

/// The greeting by what the user calls the person: a nickname, or "Ms. Shah".
pub(in crate::domain::note) fn greeting_by(
    language: Language,
    tone: Tone,
    address: Address,
    call: &str,
) -> String {
    match (language, tone) {
        (Language::German, Tone::Warm | Tone::Plain) if address == Address::Familiar => {
            format!("Hallo {call},")
        }
        (Language::Spanish, _) if address == Address::Familiar => format!("Hola, {call}:"),
        (Language::English, Tone::Warm) => format!("Hi {call},"),
        (Language::English, Tone::Plain) => format!("Hello {call},"),
        (Language::English, Tone::Formal) => format!("Dear {call},"),
        (Language::German, Tone::Warm) => format!("Hallo {call},"),
        (Language::German, _) => format!("Guten Tag {call},"),
        (Language::French, _) => format!("Bonjour {call},"),
        (Language::Spanish, _) => format!("Buenos días, {call}:"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, tone: Tone, name: &str, expected: &str) {
        assert_eq!(
            greeting(language, tone, Address::Polite, Some(name)),
            expected
        );
    }

    #[test]
    fn each_language_greets_as_it_does() {
        check(Language::English, Tone::Warm, "Shah, Priya", "Hi Priya,");
        check(
            Language::English,
            Tone::Formal,
            "Priya Shah",
            "Dear Priya Shah,",
        );
        check(Language::English, Tone::Plain, "J. Smith", "Dear J. Smith,");
        check(
            Language::German,
            Tone::Warm,
            "Priya Shah",
            "Guten Tag Priya Shah,",
        );
        check(
            Language::German,
            Tone::Formal,
            "Frau Priya Shah",
            "Sehr geehrte Frau Shah,",
        );
        check(
            Language::German,
            Tone::Warm,
            "Herr Tom Kovač",
            "Lieber Herr Kovač,",
        );
        check(
            Language::French,
            Tone::Warm,
            "Mme Claire Petit",
            "Bonjour Madame Petit,",
        );
        check(
            Language::French,
            Tone::Formal,
            "Claire Petit",
            "Bonjour Claire Petit,",
        );
        check(
            Language::Spanish,
            Tone::Warm,
            "Sr. Juan Pérez",
            "Estimado Sr. Pérez:",
        );
        check(
            Language::Spanish,
            Tone::Plain,
            "Ana Ruiz",
            "Buenos días, Ana Ruiz:",
        );
    }

    #[test]
    fn what_the_user_calls_somebody_is_used_as_it_is() {
        for (language, tone, expected) in [
            (Language::English, Tone::Warm, "Hi Pri,"),
            (Language::English, Tone::Formal, "Dear Pri,"),
            (Language::German, Tone::Formal, "Guten Tag Pri,"),
            (Language::Spanish, Tone::Warm, "Buenos días, Pri:"),
        ] {
            assert_eq!(
                greeting_by(language, tone, Address::Polite, "Pri"),
                expected
            );
        }
    }

    #[test]
    fn the_familiar_form_goes_with_the_first_name() {
        for (language, name, expected) in [
            (Language::English, "Priya Shah", "Hi Priya,"),
            (Language::German, "Frau Priya Shah", "Hallo Priya,"),
            (Language::French, "Mme Claire Petit", "Bonjour Claire,"),
            (Language::Spanish, "Sr. Juan Pérez", "Hola, Juan:"),
            (Language::German, "J. Smith", "Guten Tag J. Smith,"),
        ] {
            let found = greeting(language, Tone::Warm, Address::Familiar, Some(name));
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn nobody_is_greeted_without_a_name() {
        for (language, expected) in [
            (Language::English, "Hello,"),
            (Language::German, "Guten Tag,"),
            (Language::French, "Bonjour,"),
            (Language::Spanish, "Buenos días:"),
        ] {
            for address in Address::ALL {
                assert_eq!(greeting(language, Tone::Warm, address, None), expected);
                assert_eq!(
                    greeting(language, Tone::Formal, address, Some(" ")),
                    expected
                );
            }
        }
    }
}

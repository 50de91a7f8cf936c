//! The first line, with the form of address that each language expects of a stranger.
//!
//! Outside English "Mr" or "Ms" stands in every formal greeting. Where the name does not tell
//! which, the whole name does: never a guess from a first name. Where not even a whole name is known,
//! nobody is named.

use crate::domain::note::{
    compose::Tone,
    language::{Address, Language},
    names::{Gender, Name},
};

/// The greeting for a full name as the calendar has it; empty or `None` when unknown.
///
/// A title is used with the family name, where the tone is formal or the name tells no other; nobody
/// is greeted by a family name alone, and no department by name.
pub(in crate::domain::note) fn greeting(
    language: Language,
    tone: Tone,
    address: Address,
    recipient: Option<&str>,
) -> String {
    let full = recipient.unwrap_or_default();
    let name = match language {
        Language::French => Name::in_french(full),
        _ => Name::of(full),
    };
    if let (Address::Familiar, Some(first)) = (address, name.given()) {
        return greeting_by(language, tone, address, first);
    }
    let whole = name.whole();
    let unsure = match language {
        // A name alone is the given one in English, as a rule.
        Language::English => name.is_unsure() && name.given().is_none(),
        _ => name.is_unsure(),
    };
    let function = name.is_function() && !is_greeted_group(language, &whole);
    if whole.is_empty() || function || (unsure && !name.is_titled()) {
        return nameless(language).to_owned();
    }
    match language {
        Language::English => english(tone, &name, &whole),
        Language::German => german(tone, &name, &whole),
        Language::French => french(&name, &whole),
        Language::Spanish => spanish(&name, &whole),
    }
}

/// The greeting of somebody whose name is not known, or tells nothing to greet by.
const fn nameless(language: Language) -> &'static str {
    match language {
        Language::English => "Hello,",
        Language::German => "Guten Tag,",
        Language::French => "Bonjour,",
        Language::Spanish => "Buenos días:",
    }
}

/// Whether the polite greeting in a language names nobody, though something of a name is known.
pub(in crate::domain::note) fn is_left_nameless(language: Language, recipient: &str) -> bool {
    let polite = greeting(language, Tone::Warm, Address::Polite, Some(recipient));
    polite == nameless(language) && !Name::of(recipient).whole().is_empty()
}

/// `Dear Hiring Team,` is how English greets a group.
fn is_greeted_group(language: Language, whole: &str) -> bool {
    let last = whole.rsplit(' ').next().unwrap_or_default().to_lowercase();
    language == Language::English && ["team", "committee", "panel"].contains(&last.as_str())
}

fn english(tone: Tone, name: &Name, whole: &str) -> String {
    if let (Tone::Warm | Tone::Plain, Some(first)) = (tone, name.given()) {
        return greeting_by(Language::English, tone, Address::Polite, first);
    }
    let own = ["mr", "mrs", "ms", "miss", "mx"];
    let written = name.honorific.as_deref();
    let written =
        written.filter(|it| own.contains(&it.trim_end_matches('.').to_lowercase().as_str()));
    let by_gender = match name.gender {
        _ if name.is_don() => None,
        Some(Gender::Woman) => Some("Ms."),
        Some(Gender::Man) => Some("Mr."),
        None => None,
    };
    let family = name.family().unwrap_or_else(|| whole.to_owned());
    match highest(&name.degrees).or(written).or(by_gender) {
        Some(title) => format!("Dear {title} {family},"),
        None => format!("Dear {whole},"),
    }
}

fn german(tone: Tone, name: &Name, whole: &str) -> String {
    // The degree belongs to the name: `Herr Dr. Müller`, and of two the higher one.
    let degree = highest(&name.degrees).map_or_else(String::new, |it| format!("{it} "));
    let family = name.family().unwrap_or_else(|| whole.to_owned());
    let dear = match (name.gender, tone) {
        _ if name.is_don() => "Guten Tag",
        (Some(Gender::Woman), Tone::Warm) => "Liebe Frau",
        (Some(Gender::Man), Tone::Warm) => "Lieber Herr",
        (Some(Gender::Woman), _) => "Sehr geehrte Frau",
        (Some(Gender::Man), _) => "Sehr geehrter Herr",
        (None, _) => return format!("Guten Tag {degree}{whole},"),
    };
    format!("{dear} {degree}{family},")
}

fn french(name: &Name, whole: &str) -> String {
    let family = name.family().unwrap_or_else(|| whole.to_owned());
    match (name.gender, highest(&name.degrees)) {
        (Some(Gender::Woman), _) if !name.is_don() => format!("Bonjour Madame {family},"),
        (Some(Gender::Man), _) if !name.is_don() => format!("Bonjour Monsieur {family},"),
        // No full stop behind `Dr`, which ends in the last letter of its word.
        (_, Some(degree)) => format!("Bonjour {} {whole},", degree.trim_end_matches('.')),
        _ => format!("Bonjour {whole},"),
    }
}

fn spanish(name: &Name, whole: &str) -> String {
    let is_doctor = |it: &String| matches!(it.trim_end_matches('.'), "Dr" | "Dra");
    let doctor = name.degrees.iter().any(is_doctor);
    let dear = match (name.gender, doctor) {
        (Some(Gender::Woman), _) if name.is_don() => "Estimada doña",
        (Some(Gender::Man), _) if name.is_don() => "Estimado don",
        (Some(Gender::Woman), true) => "Estimada Dra.",
        (Some(Gender::Woman), false) => "Estimada Sra.",
        (Some(Gender::Man), true) => "Estimado Dr.",
        (Some(Gender::Man), false) => "Estimado Sr.",
        (None, _) => {
            let degree = highest(&name.degrees).map_or_else(String::new, |it| format!("{it} "));
            return format!("Buenos días, {degree}{whole}:");
        }
    };
    // Without the given name the particle has a capital: `Sra. De la Cruz`.
    let family = name.family().map(|it| capital(&it));
    format!("{dear} {}:", family.unwrap_or_else(|| whole.to_owned()))
}

/// `Prof.` of `Prof. Dr.`, as written.
fn highest(degrees: &[String]) -> Option<&str> {
    let professor = |it: &&String| it.to_lowercase().starts_with("prof");
    let found = degrees.iter().find(professor).or_else(|| degrees.first());
    found.map(String::as_str)
}

/// With a capital at the beginning.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
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
    fn names_of_calendars_are_greeted_as_people_would() {
        // The name; English warm and formal, German warm, French, Spanish; empty for the greeting that
        // names nobody.
        for (name, warm, formal, german, french, spanish) in [
            (
                "Frau Kessler",
                "Dear Ms. Kessler,",
                "Dear Ms. Kessler,",
                "Liebe Frau Kessler,",
                "Bonjour Madame Kessler,",
                "Estimada Sra. Kessler:",
            ),
            (
                "Mr. Smith",
                "Dear Mr. Smith,",
                "Dear Mr. Smith,",
                "Lieber Herr Smith,",
                "Bonjour Monsieur Smith,",
                "Estimado Sr. Smith:",
            ),
            (
                "Ms Priya Shah",
                "Hi Priya,",
                "Dear Ms Shah,",
                "Liebe Frau Shah,",
                "Bonjour Madame Shah,",
                "Estimada Sra. Shah:",
            ),
            (
                "Dr. Lee",
                "Dear Dr. Lee,",
                "Dear Dr. Lee,",
                "Guten Tag Dr. Lee,",
                "Bonjour Dr Lee,",
                "Buenos días, Dr. Lee:",
            ),
            (
                "Dr. Holger Fink",
                "Hi Holger,",
                "Dear Dr. Fink,",
                "Guten Tag Dr. Holger Fink,",
                "Bonjour Dr Holger Fink,",
                "Buenos días, Dr. Holger Fink:",
            ),
            (
                "Herr Prof. Dr. Müller",
                "Dear Prof. Müller,",
                "Dear Prof. Müller,",
                "Lieber Herr Prof. Müller,",
                "Bonjour Monsieur Müller,",
                "Estimado Dr. Müller:",
            ),
            (
                "Frau Dr. Müller",
                "Dear Dr. Müller,",
                "Dear Dr. Müller,",
                "Liebe Frau Dr. Müller,",
                "Bonjour Madame Müller,",
                "Estimada Dra. Müller:",
            ),
            (
                "Mme Hénaff",
                "Dear Ms. Hénaff,",
                "Dear Ms. Hénaff,",
                "Liebe Frau Hénaff,",
                "Bonjour Madame Hénaff,",
                "Estimada Sra. Hénaff:",
            ),
            (
                "Mlle Petit",
                "Dear Ms. Petit,",
                "Dear Ms. Petit,",
                "Liebe Frau Petit,",
                "Bonjour Madame Petit,",
                "Estimada Sra. Petit:",
            ),
            (
                "M. Joncour",
                "Dear M. Joncour,",
                "Dear M. Joncour,",
                "Guten Tag M. Joncour,",
                "Bonjour Monsieur Joncour,",
                "Buenos días, M. Joncour:",
            ),
            (
                "Señor Ruiz",
                "Dear Mr. Ruiz,",
                "Dear Mr. Ruiz,",
                "Lieber Herr Ruiz,",
                "Bonjour Monsieur Ruiz,",
                "Estimado Sr. Ruiz:",
            ),
            (
                "Don Juan Pérez",
                "Hi Juan,",
                "Dear Mr. Pérez,",
                "Lieber Herr Pérez,",
                "Bonjour Monsieur Pérez,",
                "Estimado Sr. Pérez:",
            ),
            (
                "doña María",
                "Hi María,",
                "Dear María,",
                "Guten Tag María,",
                "Bonjour María,",
                "Estimada doña María:",
            ),
            (
                "Sra. Pérez Gómez",
                "Dear Ms. Pérez Gómez,",
                "Dear Ms. Pérez Gómez,",
                "Liebe Frau Pérez Gómez,",
                "Bonjour Madame Pérez Gómez,",
                "Estimada Sra. Pérez Gómez:",
            ),
            (
                "Sra. Ana de la Cruz",
                "Hi Ana,",
                "Dear Ms. de la Cruz,",
                "Liebe Frau de la Cruz,",
                "Bonjour Madame de la Cruz,",
                "Estimada Sra. De la Cruz:",
            ),
            (
                "Herr von Bülow",
                "Dear Mr. von Bülow,",
                "Dear Mr. von Bülow,",
                "Lieber Herr von Bülow,",
                "Bonjour Monsieur von Bülow,",
                "Estimado Sr. Von Bülow:",
            ),
            (
                "Mr. De Niro",
                "Dear Mr. De Niro,",
                "Dear Mr. De Niro,",
                "Lieber Herr De Niro,",
                "Bonjour Monsieur De Niro,",
                "Estimado Sr. De Niro:",
            ),
            (
                "Mr. Gabriel García Márquez",
                "Hi Gabriel,",
                "Dear Mr. Gabriel García Márquez,",
                "Lieber Herr Gabriel García Márquez,",
                "Bonjour Monsieur Gabriel García Márquez,",
                "Estimado Sr. Gabriel García Márquez:",
            ),
            (
                "AMSELLEM Clotilde",
                "Hi Clotilde,",
                "Dear Clotilde Amsellem,",
                "Guten Tag Clotilde Amsellem,",
                "Bonjour Clotilde Amsellem,",
                "Buenos días, Clotilde Amsellem:",
            ),
            (
                "Priya Shah, CPA, MBA",
                "Hi Priya,",
                "Dear Priya Shah,",
                "Guten Tag Priya Shah,",
                "Bonjour Priya Shah,",
                "Buenos días, Priya Shah:",
            ),
            (
                "el C.P. Alfonso Ruiz",
                "Hi Alfonso,",
                "Dear Alfonso Ruiz,",
                "Guten Tag Alfonso Ruiz,",
                "Bonjour Alfonso Ruiz,",
                "Buenos días, Alfonso Ruiz:",
            ),
            (
                "Hiring Team",
                "Dear Hiring Team,",
                "Dear Hiring Team,",
                "",
                "",
                "",
            ),
            ("Talent Acquisition", "", "", "", "", ""),
            ("Chefredaktion", "", "", "", "", ""),
            ("da Silva", "", "", "", "", ""),
            // A name alone is the given one in English; elsewhere, where it is known for one.
            ("Lindner", "Hi Lindner,", "Dear Lindner,", "", "", ""),
            (
                "Dana",
                "Hi Dana,",
                "Dear Dana,",
                "Guten Tag Dana,",
                "Bonjour Dana,",
                "Buenos días, Dana:",
            ),
        ] {
            let or_nobody = |language, greeting: &'static str| match greeting {
                "" => nameless(language),
                greeting => greeting,
            };
            for (language, tone, expected) in [
                (Language::English, Tone::Warm, warm),
                (Language::English, Tone::Formal, formal),
                (Language::German, Tone::Warm, german),
                (Language::French, Tone::Warm, french),
                (Language::Spanish, Tone::Warm, spanish),
            ] {
                check(language, tone, name, or_nobody(language, expected));
            }
        }
        let formal = Tone::Formal;
        check(
            Language::German,
            formal,
            "Herr Prof. Dr. Müller",
            "Sehr geehrter Herr Prof. Müller,",
        );
        check(
            Language::German,
            formal,
            "Frau Mag. Huber",
            "Sehr geehrte Frau Huber,",
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

//! The first line, with the form of address that each language expects of a stranger.
//!
//! Outside English "Mr" or "Ms" stands in every formal greeting. Where the name does not tell
//! which, the whole name does: never a guess from a first name. Where not even a whole name is known,
//! nobody is named.

use crate::domain::note::{
    compose::Tone,
    language::{Address, Language},
    names::{Gender, Name, capital},
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

/// `Ms. Shah`: nobody says "hi" to a title.
fn is_titled(call: &str) -> bool {
    let name = Name::of(call);
    name.is_titled() && name.given().is_none()
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
        (Language::English, _) if is_titled(call) => format!("Dear {call},"),
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
mod tests;

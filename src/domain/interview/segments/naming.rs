//! Small words and marks inside the names of organisations.

use crate::domain::interview::{
    given_names::is_given_name,
    names,
    text::{
        lexicon::Concept,
        reading::{Hit, Reading},
    },
    words::Families,
};

/// What is an organisation, of whatever kind.
const ORGANISATIONS: [Concept; 3] = [Concept::OrgWord, Concept::Authority, Concept::School];

/// `Hearing Stadt Corvane`: a phrase for a step whose last word, written large, begins the name of who
/// holds it.
pub(super) fn ends_in_organisation(reading: &Reading, at: usize, length: usize) -> bool {
    let last = at + length - 1;
    length > 1
        && reading.is_large(last)
        && reading.between(last) == " "
        && Reading::new(reading.word(last))
            .meanings()
            .any(&ORGANISATIONS)
}

/// `Dept for Lakes`, `Landesanstalt für Seen`, `Ministry for Lakes and Rivers`: what
/// an authority or institute is *for*.
pub(super) fn goes_on_with_field(reading: &Reading, from: usize, at: usize) -> bool {
    const FOR: [&str; 9] = [
        "for", "fur", "voor", "pour", "para", "per", "pro", "dla", "zur",
    ];
    const AND: [&str; 7] = ["and", "und", "et", "en", "og", "och", "y"];
    const STEMS: [&str; 18] = [
        "anstalt",
        "amt",
        "institut",
        "institute",
        "zentrum",
        "centre",
        "center",
        "centrum",
        "department",
        "dept",
        "agency",
        "agentur",
        "ministry",
        "ministerium",
        "stiftung",
        "society",
        "college",
        "school",
    ];
    let organisation = |index: usize| {
        let word = reading.word(index);
        reading.is_large(index)
            && (reading.meaning(index).any(&ORGANISATIONS)
                || STEMS.iter().any(|it| word.ends_with(it)))
    };
    let other = [Concept::RoleWord, Concept::Leader, Concept::Interview];
    let next = at + 1;
    let joined = at > from
        && next < reading.tokens.len()
        && reading.is_large(next)
        && reading.is_large(at - 1)
        && !reading.is_large(at)
        && reading.between(at) == " "
        && reading.between(next) == " "
        && !reading.meaning(next).any(&other);
    let leads = |index: usize| FOR.contains(&reading.word(index)) && organisation(index - 1);
    joined && (leads(at) || AND.contains(&reading.word(at)) && (from + 1..at).any(leads))
}

/// `Corvane+Lune`: a plus without spaces between two names, that are not those of two people.
pub(super) fn is_joined_by_plus(reading: &Reading, at: usize) -> bool {
    let name = |index: usize| {
        let word = reading.span(index, index + 1);
        reading.is_large(index)
            && word.chars().any(char::is_lowercase)
            && reading.meaning(index).is_empty()
    };
    at > 0
        && reading.between(at) == "+"
        && name(at)
        && name(at - 1)
        && !(is_given_name(reading.word(at)) && is_given_name(reading.word(at - 1)))
}

/// Whether a word is of another language than the words known beside it in the same title.
pub(super) fn is_foreign(reading: &Reading, at: usize) -> bool {
    // Most languages borrow *interview*.
    let others = |hit: &&Hit| hit.first != at && reading.word(hit.first) != "interview";
    let word = reading.hits.iter().find(|hit| hit.first == at);
    let mut phrases = reading.hits.iter().filter(others).peekable();
    word.is_some_and(|word| {
        phrases.peek().is_some() && phrases.all(|it| !it.families.meets(word.families))
    })
}

/// Whether the words known beside this one may all be English, and one of them is no other language's.
pub(super) fn is_english(reading: &Reading, at: usize) -> bool {
    let others = reading.hits.iter().filter(|hit| {
        hit.first != at && hit.families != Families::ALL && reading.word(hit.first) != "interview"
    });
    let mut others = others.peekable();
    others.peek().is_some() && others.all(|it| it.families.meets(Families::ENGLISH))
}

/// `Van Lune`, `Silver Pan`: a small word written large inside a title, beside another word written
/// large, that begins a name or is none in the title's language.
pub(super) fn is_small_word_of_name(reading: &Reading, at: usize) -> bool {
    let kinds = [
        Concept::WeakStep,
        Concept::Round,
        Concept::Talk,
        Concept::Hiring,
        Concept::ToCandidate,
        Concept::Phone,
        Concept::Video,
        Concept::Onsite,
        Concept::Department,
        Concept::CalledOff,
        Concept::Hold,
    ];
    let meaning = reading.meaning(at);
    let name = |index: usize| {
        let word = reading.span(index, index + 1);
        reading.is_large(index) && word.chars().any(char::is_lowercase)
    };
    if at == 0 || !name(at) || meaning.is_empty() || meaning.any(&kinds) {
        return false;
    }
    let next = reading.between(at + 1) == " " && name(at + 1);
    let before = reading.between(at) == " " && name(at - 1) && reading.meaning(at - 1).is_empty();
    next && names::is_particle(reading.word(at)) && !before
        || before && at + 1 == reading.tokens.len() && is_foreign(reading, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(reading: &Reading, word: &str) -> usize {
        (0..reading.tokens.len())
            .find(|it| reading.span(*it, *it + 1) == word)
            .unwrap()
    }

    #[test]
    fn what_an_authority_is_for_belongs_to_its_name() {
        for (title, word, yes) in [
            ("Panel Dept for Lakes", "for", true),
            ("Dept for Lakes and Rivers", "and", true),
            ("Landesanstalt für Seen", "für", true),
            ("Institute for Analyst", "for", false),
            ("Interview Corvane for Lune", "for", false),
            ("Corvane and Lune", "and", false),
            ("Dept for lakes", "for", false),
        ] {
            let reading = Reading::new(title);
            let at = at(&reading, word);
            assert_eq!(goes_on_with_field(&reading, 0, at), yes, "{title}");
        }
    }

    #[test]
    fn a_plus_joins_names_of_companies() {
        for (title, word, yes) in [
            ("Corvane+Lune", "Lune", true),
            ("Corvane + Lune", "Lune", false),
            ("HR+Corvane", "Corvane", false),
            ("Anna+Peter", "Peter", false),
        ] {
            let reading = Reading::new(title);
            let at = at(&reading, word);
            assert_eq!(is_joined_by_plus(&reading, at), yes, "{title}");
        }
    }

    #[test]
    fn small_words_written_large_may_be_names() {
        for (title, word, yes) in [
            ("Sollicitatiegesprek Van Corvane", "Van", true),
            ("Sollicitatiegesprek van Corvane", "van", false),
            ("Trial shift Silver Pan", "Pan", true),
            ("Interview The Silver Pan", "Pan", true),
            ("Rozmowa rekrutacyjna Corvane Pan", "Pan", false),
            ("Interview Corvane Zoom", "Zoom", false),
        ] {
            let reading = Reading::new(title);
            let at = at(&reading, word);
            assert_eq!(is_small_word_of_name(&reading, at), yes, "{title}");
        }
    }

    #[test]
    fn titles_in_english_are_told() {
        for (title, yes) in [
            ("phone interview w Bo", true),
            ("interview w Bo", false),
            ("Rozmowa rekrutacyjna w Corvane", false),
        ] {
            let reading = Reading::new(title);
            let at = at(&reading, "w");
            assert_eq!(is_english(&reading, at), yes, "{title}");
        }
    }

    #[test]
    fn a_step_may_end_where_an_organisation_begins() {
        for (title, length, yes) in [
            ("Hearing Stadt Corvane", 2, true),
            ("Hearing stadt Corvane", 2, false),
            ("Assessment Day Corvane", 2, false),
            ("Interview Graz", 1, false),
        ] {
            let reading = Reading::new(title);
            assert_eq!(ends_in_organisation(&reading, 0, length), yes, "{title}");
        }
    }
}

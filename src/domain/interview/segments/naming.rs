//! Small words and marks inside the names of organisations.

use crate::domain::interview::{
    given_names::is_given_name,
    names,
    scene::Scene,
    text::{
        fold::is_unspaced,
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
/// an authority or institute is *for*, which is no role and nobody.
pub(super) fn goes_on_with_field(scene: &Scene<'_>, from: usize, at: usize) -> bool {
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
    let reading = &scene.title;
    let organisation = |index: usize| {
        let word = reading.word(index);
        reading.is_large(index)
            && (reading.meaning(index).has(Concept::Authority)
                || STEMS.iter().any(|it| word.ends_with(it)))
    };
    let next = at + 1;
    let joined = at > from
        && next < reading.tokens.len()
        && reading.is_large(next)
        && reading.is_large(at - 1)
        && !reading.is_large(at)
        && reading.between(at) == " "
        && reading.between(next) == " ";
    let leads = |index: usize| FOR.contains(&reading.word(index)) && organisation(index - 1);
    joined
        && (leads(at) || AND.contains(&reading.word(at)) && (from + 1..at).any(leads))
        && is_field(scene, next)
}

/// Whether the words from `from` to the next mark are a field: no role, and nobody's name.
fn is_field(scene: &Scene<'_>, from: usize) -> bool {
    let reading = &scene.title;
    let role = [Concept::RoleWord, Concept::Leader];
    let step = [Concept::Interview, Concept::JobInterview, Concept::Step];
    let mut words = (from..reading.tokens.len())
        .take_while(|at| *at == from || reading.between(*at) == " ")
        .take_while(|at| *at == from || !reading.meaning(*at).any(&step));
    !reading.meaning(from).any(&step)
        && words.all(|at| {
            !reading.meaning(at).any(&role)
                && !is_given_name(reading.word(at))
                && !scene.is_user_name(reading.span(at, at + 1))
        })
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

/// `リンクメカ 岡部様`: behind a space, the user as letters of these scripts call them.
pub(super) fn is_called_user(scene: &Scene<'_>, at: usize) -> bool {
    const LONGEST: usize = 6;
    let reading = &scene.title;
    if !reading.between(at).ends_with([' ', '　']) || !reading.word(at).chars().all(is_unspaced) {
        return false;
    }
    let end = (at + 1..reading.tokens.len())
        .take(LONGEST)
        .find(|it| !reading.between(*it).is_empty())
        .unwrap_or_else(|| reading.tokens.len().min(at + LONGEST));
    (at + 1..=end).any(|until| {
        let name = reading.span(at, until);
        ["様", "さん"]
            .iter()
            .filter_map(|it| name.strip_suffix(it))
            .any(|it| it.chars().count() > 1 && scene.is_user_name(it))
    })
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
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, user};

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
            (
                "Interview with Corvane Group for Product Manager",
                "for",
                false,
            ),
            ("Corvane Agency for Graphic Designer", "for", false),
            ("Corvane Bank for Lakes", "for", false),
            ("Interview at Riverside School for Mira Lund", "for", false),
            ("Interview at Riverside School for Anna", "for", false),
            ("Institute for Lakes interview Analyst", "for", true),
        ] {
            let (event, user) = (event(title), user());
            let scene = Scene::new(&event, &user, &TimeZone::UTC);
            let at = at(&scene.title, word);
            assert_eq!(goes_on_with_field(&scene, 0, at), yes, "{title}");
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

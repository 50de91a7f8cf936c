//! What is taken off both ends of a part, and what is left of it.

use super::{
    Lead, Part,
    belonging::{
        belongs_to_role, is_article_of_name, is_grade, is_hyphened, is_in_word,
        is_joined_by_stroke, is_letter_of_pair, is_of_name, is_paired, is_possessive, is_reinsurer,
    },
    naming::is_small_word_of_name,
};
use crate::domain::interview::{
    given_names::is_given_name,
    names::{self, Likeness},
    scene::Scene,
    text::{
        fold::fold,
        lexicon::{Concept, Concepts},
        reading::Reading,
    },
};

/// Words that are taken off both ends of a part.
const TRIMMED: [Concept; 15] = [
    Concept::WeakStep,
    Concept::Round,
    Concept::Talk,
    Concept::Hiring,
    Concept::ToCandidate,
    Concept::Phone,
    Concept::Video,
    Concept::Onsite,
    Concept::Filler,
    Concept::Department,
    Concept::At,
    Concept::With,
    Concept::For,
    Concept::CalledOff,
    Concept::Hold,
];

/// Forms of address: what follows is a person.
const HONORIFICS: [&str; 32] = [
    "mr",
    "mrs",
    "ms",
    "mx",
    "dr",
    "prof",
    "frau",
    "herr",
    "herrn",
    "mme",
    "mlle",
    "monsieur",
    "madame",
    "mademoiselle",
    "sr",
    "sra",
    "srta",
    "senor",
    "senora",
    "sig",
    "signor",
    "signora",
    "dott",
    "dottoressa",
    "mevrouw",
    "meneer",
    "dhr",
    "mevr",
    "pani",
    "pan",
    "fru",
    "senhora",
];

/// Prepositions that lead to employers in some languages, and to towns in all.
const INSIDE: [&str; 14] = [
    "in", "im", "i", "w", "we", "en", "a", "na", "no", "em", "v", "ve", "в", "во",
];

/// Words that make a name of what stands around them, so they are kept.
const KEPT: [Concept; 3] = [Concept::RoleWord, Concept::OrgWord, Concept::Leader];

/// Short forms of address, which written otherwise are a department and a language.
const ADDRESSES: [&str; 2] = ["Hr", "Fr"];

/// Steps of a selection in letters, as Central Europe writes them: an assessment centre, a
/// `Vorstellungsgespräch`.
const STEPS: [&str; 3] = ["AC", "VG", "VSG"];

/// `Angela upstairs`, `Rupert again`: a given name, and one small word behind it.
fn before_small_word(text: &str) -> Option<&str> {
    const SHORTEST: usize = 4;
    let (name, word) = text.split_once(' ')?;
    let small = word.chars().all(char::is_lowercase) && word.chars().count() >= SHORTEST;
    let large = name.chars().next().is_some_and(char::is_uppercase);
    (small && large && is_given_name(&name.to_lowercase())).then_some(name)
}

/// `Technical Designer` behind a mark: a round's word written large right before a role's.
fn begins_role(reading: &Reading, at: usize, lead: Lead) -> bool {
    let meaning = reading.meaning(at);
    let next = at + 1;
    matches!(lead, Lead::Mark | Lead::List | Lead::At | Lead::For)
        && meaning.has(Concept::Round)
        && reading.is_large(at)
        && next < reading.tokens.len()
        && reading.is_large(next)
        && reading.between(next) == " "
        && reading.meaning(next).has(Concept::RoleWord)
        && reading.span(at, next).chars().all(char::is_alphabetic)
        && !is_ordinal(reading.word(at))
}

/// Whether a word of rounds, folded, tells their number, which says nothing of a role.
fn is_ordinal(word: &str) -> bool {
    const ENDING: &str = "ieme";
    const STEMS: [&str; 34] = [
        "first", "second", "third", "fourth", "fifth", "final", "last", "erst", "zweit", "dritt",
        "viert", "letzt", "eerst", "tweed", "derd", "vierd", "laatst", "premier", "derni", "prim",
        "segund", "tercer", "ultim", "terz", "terceir", "pierwsz", "drug", "druh", "trzec",
        "forst", "andr", "tredj", "sist", "sidst",
    ];
    word.ends_with(ENDING) || STEMS.iter().any(|it| word.starts_with(it))
}

/// `Lind & Partner`, `Lind & Co. KG`, of which a form of address may be part.
fn is_firm(text: &str) -> bool {
    const OTHERS: [&str; 13] = [
        "partner",
        "partners",
        "co",
        "cie",
        "sons",
        "sohne",
        "fils",
        "associates",
        "zonen",
        "kollegen",
        "colleagues",
        "associes",
        "socios",
    ];
    text.split_once(" & ").is_some_and(|(_, rest)| {
        let word = fold(rest.split([' ', ',']).next().unwrap_or_default());
        OTHERS.contains(&word.trim_end_matches('.'))
    })
}

/// Adds what is left of the words from `from` to `until` to `parts`.
pub(super) fn push(
    scene: &Scene<'_>,
    from: usize,
    until: usize,
    lead: Lead,
    quoted: bool,
    parts: &mut Vec<Part>,
) {
    let reading = &scene.title;
    let trimmed = |index: usize| {
        let meaning = reading.meaning(index);
        let word = reading.word(index);
        let digits = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = digits.len() < word.len()
            && ["", "am", "pm", "h", "uhr", "st", "nd", "rd", "th"].contains(&digits);
        let kept = is_joined_by_stroke(scene, index)
            || is_in_word(scene, index)
            || is_possessive(scene, index)
            || is_hyphened(scene, index)
            || is_letter_of_pair(reading, index)
            || is_reinsurer(scene, index)
            || is_small_word_of_name(reading, index)
            || begins_role(reading, index, lead)
            || index > from && (is_paired(scene, index) || is_of_name(scene, index))
            || index > from && is_grade(scene, index);
        let written = reading.span(index, index + 1);
        let step = STEPS.contains(&written) || ADDRESSES.contains(&written);
        !kept && (number || step || meaning.any(&TRIMMED) && !meaning.any(&KEPT))
    };
    // `Recruiting Manager`: what is managed belongs to the rank.
    let of_rank = |index: usize| {
        let next = index + 1;
        let word = reading.word(index);
        next < until
            && reading.meaning(index).has(Concept::Hiring)
            && reading.is_joined(next)
            && reading
                .meaning(next)
                .any(&[Concept::RoleWord, Concept::Leader])
            && ["recruiting", "recruitment", "talent", "hr"].contains(&word)
    };
    let (mut first, mut last) = (from, until);
    while first < last
        && trimmed(first)
        && !of_rank(first)
        && !is_article_of_name(scene, first, last, lead)
    {
        first += 1;
    }
    // `Hr. Dobler`, which is no department.
    let addressed = (from..first).any(|index| {
        let written = reading.span(index, index + 1);
        HONORIFICS.contains(&reading.word(index)) || ADDRESSES.contains(&written)
    });
    while last > first && trimmed(last - 1) && !belongs_to_role(scene, first, last) {
        last -= 1;
    }
    if first >= last {
        return;
    }
    let concepts = (first..last).fold(Concepts::NONE, |all, index| {
        all.with(reading.meaning(index))
    });
    let mut text = reading.span(first, last).trim().to_owned();
    // `Acme, Inc.`: the full stop belongs to the legal form.
    if concepts.has(Concept::LegalForm)
        && reading
            .original()
            .get(reading.tokens.get(last - 1).map_or(0, |t| t.end)..)
            .is_some_and(|rest| rest.starts_with('.'))
    {
        text.push('.');
    }
    if lead == Lead::With
        && let Some(person) = before_small_word(&text)
    {
        text.truncate(person.len());
    }
    parts.push(Part {
        is_user: scene.is_user_name(&text),
        person: if addressed && !is_firm(&text) {
            Likeness::Known
        } else {
            names::likeness(&text)
        },
        text,
        lead,
        concepts,
        inside: lead == Lead::At
            && from
                .checked_sub(1)
                .is_some_and(|it| INSIDE.contains(&reading.word(it))),
        led_by: (from..first).fold(Concepts::NONE, |all, it| all.with(reading.meaning(it))),
        trailed_by: (last..until).fold(Concepts::NONE, |all, it| all.with(reading.meaning(it))),
        quoted,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn firms_of_partners_are_nobody() {
        for text in [
            "Dr. Corvane & Partner",
            "Dr. Corvane & Partner mbB",
            "Dr. Corvane & Co. KG",
            "Dr. Corvane & Kollegen",
        ] {
            assert!(is_firm(text), "{text}");
        }
        for text in ["Dr. Corvane & Ilva", "Dr. Corvane", "Dr. Corvane Partner"] {
            assert!(!is_firm(text), "{text}");
        }
    }

    #[test]
    fn ordinals_are_told_in_all_their_forms() {
        for word in [
            "troisieme",
            "zweites",
            "tweede",
            "tercera",
            "terza",
            "final",
        ] {
            assert!(is_ordinal(word), "{word}");
        }
        for word in ["technical", "behavioral", "culture"] {
            assert!(!is_ordinal(word), "{word}");
        }
    }
}

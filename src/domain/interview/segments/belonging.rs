//! Words at the edge of a part that belong to what they stand beside.

use super::Lead;
use crate::domain::interview::{
    given_names::is_given_name,
    names::{self, Likeness},
    scene::Scene,
    text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
};

/// `Leiter:in`, `Coordenador(a) de`, `chargé(e) de`: both forms of one word.
pub(super) fn is_gendered_ending(scene: &Scene<'_>, at: usize) -> bool {
    const ENDINGS: [&str; 14] = [
        "in", "innen", "r", "a", "as", "o", "e", "es", "ne", "rice", "trice", "euse", "ra", "fem",
    ];
    let ending = |at: usize| {
        let gap = scene.title.between(at);
        ENDINGS.contains(&scene.title.word(at))
            && matches!(gap, ":" | "*" | "(" | "/" | "·" | "_" | "/-")
    };
    let closes = scene.title.between(at).starts_with(')') && at > 0 && ending(at - 1);
    ending(at) || (closes && scene.title.between(at).trim() == ")")
}

/// `w/ Anusha`, `c/ a Lia`, `m/ Bo`: the stroke belongs to the preposition.
pub(super) fn is_with_stroke(scene: &Scene<'_>, at: usize) -> bool {
    let short = |it: usize| ["w", "c", "m"].contains(&scene.title.word(it));
    at < scene.title.tokens.len()
        && at.checked_sub(1).is_some_and(short)
        && scene.title.between(at).starts_with('/')
}

/// `QC Tech II` and `Redakteurin Online (m/w/d)`: the last word is part of the role.
pub(super) fn belongs_to_role(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let reading = &scene.title;
    let role =
        (first..last.saturating_sub(1)).any(|index| reading.meaning(index).has(Concept::RoleWord));
    let grade = ["i", "ii", "iii", "iv", "1", "2", "3"].contains(&reading.word(last - 1));
    let after_role = last >= 2 && reading.meaning(last - 2).has(Concept::RoleWord);
    let rest = reading
        .tokens
        .get(last - 1)
        .and_then(|token| reading.original().get(token.end..))
        .unwrap_or_default();
    let sexes = [
        "(m/w", "(w/m", "(m/f", "(f/m", "(h/f", "(f/h", "(d/m", "(m|w", "(x/", "m/w/d", "(all g",
        "(gn)",
    ];
    // `assistante RH`, `Recruiter HR`
    let unit = after_role
        && reading.meaning(last - 1).has(Concept::Department)
        && scene.title.between(last - 1).trim().is_empty();
    role && ((grade && after_role)
        || unit
        || sexes
            .iter()
            .any(|sex| rest.trim_start().to_lowercase().starts_with(sex)))
}

/// `Le Vieux Four`, `The Anchor`: an article written large before a word written large, not at the
/// start of the title.
pub(super) fn is_article_of_name(scene: &Scene<'_>, at: usize, last: usize, lead: Lead) -> bool {
    const ARTICLES: [&str; 16] = [
        "the", "le", "la", "les", "el", "los", "las", "il", "lo", "gli", "der", "die", "das", "de",
        "het", "o",
    ];
    let large = |at: usize| scene.title.is_large(at);
    (lead != Lead::Start || at > 0)
        && at + 1 < last
        && ARTICLES.contains(&scene.title.word(at))
        && large(at)
        && large(at + 1)
        && !scene.title.meaning(at + 1).has(Concept::RoleWord)
}

/// `Forges du Morvan`, `Câmara Municipal de Loures`: *of* between words written large, behind
/// something that is neither a person nor a role.
pub(super) fn goes_on_with_name(scene: &Scene<'_>, from: usize, at: usize, length: usize) -> bool {
    const OF: [&str; 16] = [
        "de", "du", "des", "d", "do", "da", "dos", "das", "del", "della", "dei", "di", "of", "van",
        "von", "y",
    ];
    let reading = &scene.title;
    let large = |at: usize| reading.is_large(at);
    // `de la`, `de l'`
    let next = (at + length..reading.tokens.len())
        .find(|it| !["la", "le", "les", "l", "los", "las", "the"].contains(&reading.word(*it)));
    let before = reading.span(from, at);
    let other = [
        Concept::RoleWord,
        Concept::Leader,
        Concept::Department,
        Concept::Hiring,
    ];
    if at > from && is_of_person(scene, at) {
        return true;
    }
    length == 1
        && at > from
        && OF.contains(&reading.word(at))
        // `mairie de Villeurbanne`
        && (large(at - 1) || reading.meaning(at - 1).has(Concept::OrgWord))
        && next.is_some_and(|it| large(it) && matches!(scene.title.between(it).trim(), "" | "'" | "’"))
        && !(from..at).any(|it| reading.meaning(it).any(&other))
        && names::likeness(before) != Likeness::Known
        && !scene.is_user_name(before)
}

/// `Sam de Vries`, `María de la Cruz`: inside a name, behind a given name.
fn is_of_person(scene: &Scene<'_>, at: usize) -> bool {
    const PARTICLES: [&str; 7] = ["de", "da", "do", "dos", "das", "del", "di"];
    let reading = &scene.title;
    let word = |at: usize| reading.word(at);
    // The article of `de la` leads to places, too.
    let article = at
        .checked_sub(1)
        .filter(|it| PARTICLES.contains(&word(*it)));
    let particle = article.unwrap_or(at);
    let given = particle.checked_sub(1).map(word);
    PARTICLES.contains(&word(particle))
        && given.is_some_and(is_given_name)
        && names::is_family_name_behind_particle((particle + 1..reading.tokens.len()).map(word))
}

/// `法人営業職/株式会社トキワ`: marks between characters without spaces.
pub(super) fn is_between_unspaced(scene: &Scene<'_>, at: usize) -> bool {
    let unspaced = |index: usize| {
        let word = scene.title.span(index, index + 1);
        word.chars().all(is_unspaced) && !word.is_empty()
    };
    at > 0 && unspaced(at) && unspaced(at - 1)
}

/// `St Crispin's`: the letter behind the apostrophe, which is a preposition elsewhere.
pub(super) fn is_possessive(scene: &Scene<'_>, at: usize) -> bool {
    scene.title.word(at) == "s" && at > 0 && matches!(scene.title.between(at), "'" | "’")
}

/// `Med/Surg`, `On/Off`: a small word written large that a stroke without spaces joins to a word
/// written large.
pub(super) fn is_joined_by_stroke(scene: &Scene<'_>, at: usize) -> bool {
    let reading = &scene.title;
    let large = |index: usize| {
        reading.span(index, index + 1).chars().count() > 1 && reading.is_large(index)
    };
    let small = [Concept::With, Concept::At, Concept::For, Concept::Filler];
    let joined = |at: usize| at < reading.tokens.len() && at > 0 && scene.title.between(at) == "/";
    reading.meaning(at).any(&small)
        && large(at)
        && (joined(at + 1) && large(at + 1) || joined(at) && large(at - 1))
}

/// `in-house`, `on-call`: a preposition that a hyphen joins to the word behind it.
pub(super) fn is_hyphened(scene: &Scene<'_>, at: usize) -> bool {
    let small = [Concept::With, Concept::At, Concept::For];
    let reading = &scene.title;
    reading.meaning(at).any(&small)
        && at + 1 < reading.tokens.len()
        && scene.title.between(at + 1) == "-"
        && !reading
            .meaning(at + 1)
            .any(&[Concept::Interview, Concept::JobInterview, Concept::Step])
}

/// `Hospital del Sur`: written large behind *of* inside a name, what is a small word elsewhere.
pub(super) fn is_of_name(scene: &Scene<'_>, at: usize) -> bool {
    const OF: [&str; 9] = ["de", "del", "du", "da", "do", "della", "des", "of", "dei"];
    let reading = &scene.title;
    let large = |at: usize| reading.is_large(at);
    at > 1
        && large(at)
        && large(at - 2)
        && OF.contains(&reading.span(at - 1, at))
        && scene.title.between(at).trim().is_empty()
        && scene.title.between(at - 1).trim().is_empty()
}

/// `Swiss Re final interview`: the end of a reinsurer's name, and no word for what it is about.
pub(super) fn is_reinsurer(scene: &Scene<'_>, at: usize) -> bool {
    let reading = &scene.title;
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let next = at + 1;
    let ends = next == reading.tokens.len()
        || !reading.is_joined(next)
        || reading.meaning(next).any(&[
            Concept::JobInterview,
            Concept::Interview,
            Concept::Step,
            Concept::WeakStep,
            Concept::Round,
        ]);
    reading.span(at, next) == "Re"
        && reading.is_large(before)
        && reading.between(at) == " "
        && !reading.between(next).contains(':')
        && ends
}

/// `Tool & Die`: a word written large that belongs to the one before *and*.
pub(super) fn is_paired(scene: &Scene<'_>, at: usize) -> bool {
    let reading = &scene.title;
    let large = |index: usize| {
        let word = reading.span(index, index + 1);
        reading.is_large(index) && word.chars().any(char::is_lowercase)
    };
    at > 0 && large(at) && large(at - 1) && scene.title.between(at).trim() == "&"
}

/// Whether three letters are a name, as `H&D`, and no department, field or talk.
pub(crate) fn is_pair_of_letters(text: &str) -> bool {
    const OTHERS: [&str; 10] = [
        "R&D", "M&A", "L&D", "Q&A", "P&C", "D&I", "A&R", "F&B", "P&L", "C&B",
    ];
    let letters = matches!(text.as_bytes(), [b'A'..=b'Z', b'&', b'A'..=b'Z']);
    letters && !OTHERS.contains(&text)
}

/// `Q&V` at the beginning of a title: two letters that are a name.
pub(super) fn is_letter_of_pair(reading: &Reading, at: usize) -> bool {
    at < 2 && reading.tokens.len() > 1 && is_pair_of_letters(reading.span(0, 2))
}

/// `페이`, `기아차`: a syllable that is a particle of Korean elsewhere. What a particle is depends on
/// whether the syllable before it ends in a consonant; a counter follows a number.
fn is_syllable_of_name(word: &str, before: &str) -> bool {
    const FINALS: u32 = 28;
    const FIRST: u32 = 0xAC00;
    const LAST: u32 = 0xD7A3;
    let Some(last) = before.chars().next_back().map(u32::from) else {
        return false;
    };
    if !(FIRST..=LAST).contains(&last) {
        return false;
    }
    let closed = !(last - FIRST).is_multiple_of(FINALS);
    match word {
        "이" | "은" | "을" | "과" => !closed,
        "가" | "는" | "를" | "와" => closed,
        "차" | "시" => true,
        _ => false,
    }
}

/// `日東`, `次世代`, `综合岗`: a character that is a small word of its own begins or ends another
/// word. After a number it counts something.
pub(super) fn is_in_word(scene: &Scene<'_>, at: usize) -> bool {
    const BEGIN: [&str; 12] = [
        "日", "次", "時", "分", "部", "回", "名", "가", "이", "은", "과", "의",
    ];
    const END: [&str; 1] = ["岗"];
    let reading = &scene.title;
    let plain = |index: usize| {
        let word = reading.span(index, index + 1);
        word.chars().all(is_unspaced) && !word.is_empty()
    };
    let word = reading.word(at);
    let begins = BEGIN.contains(&word)
        && plain(at + 1)
        && scene.title.between(at + 1).is_empty()
        && reading.meaning(at + 1).is_empty()
        && !(at > 0 && scene.title.between(at).is_empty());
    let ends = END.contains(&word) && at > 0 && plain(at - 1) && scene.title.between(at).is_empty();
    let syllable = at > 0
        && scene.title.between(at).is_empty()
        && is_syllable_of_name(word, reading.span(at - 1, at));
    begins || ends || syllable
}

/// `Band 6`, `Grade 1`: the number belongs to the word before it.
pub(super) fn is_grade(scene: &Scene<'_>, at: usize) -> bool {
    const GRADES: [&str; 8] = [
        "band",
        "grade",
        "gr",
        "level",
        "schaal",
        "entgeltgruppe",
        "nivel",
        "niveau",
    ];
    let number = scene.title.word(at);
    !number.is_empty()
        && number.chars().all(|c| c.is_ascii_digit())
        && at
            .checked_sub(1)
            .is_some_and(|it| GRADES.contains(&scene.title.word(it)))
        && scene.title.between(at).trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::is_syllable_of_name;

    #[test]
    fn syllables_of_names_are_no_particles() {
        for (word, before) in [
            ("이", "페"),
            ("가", "옥"),
            ("차", "아"),
            ("시", "다"),
            ("은", "하"),
        ] {
            assert!(is_syllable_of_name(word, before), "{before}{word}");
        }
        for (word, before) in [
            ("이", "옥"),
            ("가", "아"),
            ("차", "2"),
            ("는", "하"),
            ("님", "훈"),
        ] {
            assert!(!is_syllable_of_name(word, before), "{before}{word}");
        }
    }
}

//! Selling points in German, French and Spanish: as they stand after a colon.

use super::uncapitalized;
use crate::domain::note::{
    language::Language,
    phrases::{self, Phrases, section},
};

/// The point as it goes on after a colon: with the subject that its verb needs, and small where the
/// language wants that.
pub(super) fn after_colon(point: &str, language: Language) -> String {
    let phrases = phrases::of(language);
    let with_subject = match language {
        Language::German => with_ich(point, phrases),
        Language::French => with_je(point, phrases),
        Language::English | Language::Spanish => None,
    };
    if let Some(sentence) = with_subject {
        return sentence;
    }
    let is_small = |it: &str| {
        phrases.has_word(section::SMALL, it) || phrases.has_word(section::POINT_STARTS, it)
    };
    uncapitalized(point, is_small)
}

/// "Spreche vier Sprachen" without its "ich"; a whole sentence has a capital.
fn with_ich(point: &str, phrases: &Phrases) -> Option<String> {
    let (first, rest) = point.split_once(' ')?;
    let lower = first.to_lowercase();
    if lower == "ich" {
        return Some(format!("Ich {rest}"));
    }
    phrases
        .has_word(section::FIRST_PERSON, &lower)
        .then(|| format!("Ich {lower} {rest}"))
}

/// "A dirigé une équipe", "Dirigé une équipe", "Parle quatre langues".
fn with_je(point: &str, phrases: &Phrases) -> Option<String> {
    let (first, rest) = point.split_once(' ')?;
    let lower = first.to_lowercase();
    let next = rest.split(' ').next().unwrap_or_default().to_lowercase();
    let with_avoir = |it: &str| !phrases.has_word(section::WITH_ETRE, it);
    let participle = |it: &str| {
        ["é", "i", "u", "it", "is"]
            .iter()
            .any(|end| it.ends_with(end))
    };
    if lower == "a" && participle(&next) && with_avoir(&next) {
        return Some(format!("j’ai {rest}"));
    }
    let determined = phrases.has_word(section::SMALL, &next)
        && !["de", "du", "et", "sur"].contains(&next.as_str())
        || next.starts_with(|it: char| it.is_ascii_digit());
    if determined && lower.ends_with('é') && with_avoir(&lower) {
        return Some(format!("j’ai {lower} {rest}"));
    }
    phrases.has_word(section::FIRST_PERSON, &lower).then(|| {
        let je = if lower.starts_with(['a', 'e']) {
            "j’"
        } else {
            "je "
        };
        format!("{je}{lower} {rest}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, cases: &[(&str, &str)]) {
        for (point, expected) in cases {
            assert_eq!(after_colon(point, language), *expected);
        }
    }

    #[test]
    fn a_noun_goes_on_small_where_it_is_no_name() {
        check(
            Language::German,
            &[
                ("Fünf Jahre Erfahrung", "fünf Jahre Erfahrung"),
                ("Fließend Englisch", "fließend Englisch"),
                ("Leitung eines Teams", "Leitung eines Teams"),
                ("Rust im Betrieb", "Rust im Betrieb"),
            ],
        );
        check(
            Language::French,
            &[
                ("Cinq ans d’expérience", "cinq ans d’expérience"),
                ("Expérience en gestion", "expérience en gestion"),
                ("Maîtrise de Python", "maîtrise de Python"),
                ("Rust en production", "Rust en production"),
                ("SQL", "SQL"),
            ],
        );
        check(
            Language::Spanish,
            &[
                ("Cinco años de sistemas", "cinco años de sistemas"),
                ("Dirigí un equipo", "dirigí un equipo"),
                ("Inglés fluido", "inglés fluido"),
                ("Python y SQL", "Python y SQL"),
            ],
        );
    }

    #[test]
    fn a_verb_has_its_subject() {
        check(
            Language::German,
            &[
                ("Spreche vier Sprachen", "Ich spreche vier Sprachen"),
                ("ich spreche vier Sprachen", "Ich spreche vier Sprachen"),
                ("Habe ein Team geleitet", "Ich habe ein Team geleitet"),
                ("Leitete ein Team", "Ich leitete ein Team"),
            ],
        );
        check(
            Language::French,
            &[
                ("A dirigé une équipe", "j’ai dirigé une équipe"),
                ("A été chef de rang", "j’ai été chef de rang"),
                ("A construit un entrepôt", "j’ai construit un entrepôt"),
                (
                    "Dirigé une équipe de quatre",
                    "j’ai dirigé une équipe de quatre",
                ),
                ("Ai dirigé une équipe", "j’ai dirigé une équipe"),
                ("Enseigne le piano", "j’enseigne le piano"),
                ("Parle quatre langues", "je parle quatre langues"),
                ("J’ai dirigé une équipe", "j’ai dirigé une équipe"),
            ],
        );
    }

    #[test]
    fn what_only_looks_like_a_verb_stays_as_it_is() {
        check(
            Language::French,
            &[
                ("Qualité de service", "Qualité de service"),
                ("Né à Lyon", "Né à Lyon"),
                ("Resté dix ans", "Resté dix ans"),
                ("A la fibre commerciale", "A la fibre commerciale"),
                ("A resté dix ans", "A resté dix ans"),
            ],
        );
        check(
            Language::German,
            &[("Führungserfahrung", "Führungserfahrung")],
        );
    }
}

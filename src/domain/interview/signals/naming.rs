//! Whether a title names an employer, however a hasty note cuts its name.

use super::cities::is_city;
use crate::domain::interview::text::{
    fold::{fold, is_unspaced},
    lexicon::Concept,
    reading::Reading,
};

/// So many letters of a domain's label a word of a title has to begin with.
const MIN_BEGINNING: usize = 6;

/// Whether a title names `employer`.
#[must_use]
pub(crate) fn mentions(title: &Reading, employer: &str) -> bool {
    if fold(employer).chars().any(is_unspaced) {
        return employer.chars().count() >= 2 && title.original().contains(employer)
            || begins_unspaced(title.original(), employer);
    }
    let name = Reading::new(employer);
    has_telling_word(title, &name)
        || has_unknown_word(title, &name)
        || begins_label(title, employer)
        || abbreviates(title, &name)
        || ends_with_name(title, &name)
}

/// The first telling word of the name: of `Leeds Housing Partnership` not the city, which is in many
/// names.
fn has_telling_word(title: &Reading, name: &Reading) -> bool {
    let telling = |at: &usize| {
        let known = [
            Concept::OrgWord,
            Concept::LegalForm,
            Concept::Filler,
            Concept::Round,
        ];
        letters(name, *at) >= 4 && !name.meaning(*at).any(&known)
    };
    let all = || (0..name.tokens.len()).filter(telling);
    let city = |at: &usize| is_city(name.word(*at));
    let Some(first) = all().find(|at| !city(at)).or_else(|| all().next()) else {
        return false;
    };
    // `water plants` has nothing to do with Bristol Water.
    let large_alone = (0..first).any(|at| city(&at));
    let mut words = 0..title.tokens.len();
    words.any(|index| is_same(title, index, name, first) && (!large_alone || title.is_large(index)))
}

/// `oficinas Almanzor` for Tejidos Almanzor: a word that no table knows, written large, unless the
/// title has no large letters at all.
fn has_unknown_word(title: &Reading, name: &Reading) -> bool {
    let unknown = |at: &usize| {
        letters(name, *at) >= 5 && name.meaning(*at).is_empty() && !is_city(name.word(*at))
    };
    let small = !title.original().chars().any(char::is_uppercase);
    let written =
        |index: usize| title.is_large(index) || small && letters(title, index) >= MIN_BEGINNING;
    let mut words = (0..name.tokens.len()).filter(unknown);
    words.any(|at| {
        (0..title.tokens.len()).any(|index| written(index) && is_same(title, index, name, at))
    })
}

/// `Neelkanth` for neelkanthlabs, which a domain tells without a space.
fn begins_label(title: &Reading, employer: &str) -> bool {
    let label = fold(employer);
    let starts = |index: usize| {
        let word = title.word(index);
        letters(title, index) >= MIN_BEGINNING
            && !is_city(word)
            && title.meaning(index).is_empty()
            && label.starts_with(word)
    };
    (0..title.tokens.len()).any(|index| title.is_large(index) && starts(index))
}

/// The same word; `St Aldhelms` for St Aldhelm's: the apostrophe is often left out.
fn is_same(title: &Reading, index: usize, name: &Reading, at: usize) -> bool {
    let (word, known) = (title.word(index), name.word(at));
    let owned = name.word(at + 1) == "s" && letters(name, at) >= 4;
    word == known || owned && word.strip_suffix('s') == Some(known)
}

fn letters(reading: &Reading, at: usize) -> usize {
    reading.word(at).chars().count()
}

/// `De Lek meerijden` for Hijsbedrijf De Lek: all of the name but its first word, written large.
fn ends_with_name(title: &Reading, name: &Reading) -> bool {
    let rest = name.tokens.len().saturating_sub(1);
    let unknown = |at: usize| name.meaning(at).is_empty();
    rest > 1
        && (1..=rest).any(unknown)
        && (0..title.tokens.len()).any(|start| {
            (0..rest).all(|step| {
                let at = start + step;
                title.word(at) == name.word(step + 1)
                    && title.is_large(at)
                    && (step == 0 || title.is_joined(at))
            })
        })
}

/// `Toprak Hol.` for Toprak Holding, `Kant. Labor` for Kantonales Labor: one word of the name, and in its
/// place beside it the beginning of another.
fn abbreviates(title: &Reading, name: &Reading) -> bool {
    const LEAST: usize = 3;
    let cut = |index: usize, at: usize| {
        let (word, whole) = (title.word(index), name.word(at));
        let stop = title.between(index + 1).starts_with('.')
            || index + 1 == title.tokens.len() && title.original().trim_end().ends_with('.');
        stop && word.chars().count() >= LEAST && word.len() < whole.len() && whole.starts_with(word)
    };
    let same = |index: usize, at: usize| {
        let word = title.word(index);
        word == name.word(at) && word.chars().count() >= LEAST && title.is_large(index)
    };
    (1..name.tokens.len()).any(|at| {
        (1..title.tokens.len()).any(|index| {
            same(index - 1, at - 1) && cut(index, at) || cut(index - 1, at - 1) && same(index, at)
        })
    })
}

/// `布拉萨 午餐` for 布拉萨食品: the beginning of a name, set off from the rest; two letters only at
/// the start of the title.
fn begins_unspaced(title: &str, employer: &str) -> bool {
    let mut runs = title.split(|c: char| !is_unspaced(c)).enumerate();
    runs.any(|(at, run)| {
        let letters = run.chars().count();
        letters >= if at == 0 { 2 } else { 3 } && employer.starts_with(run)
    })
}

/// Words, folded, without any of which a title does not name `employer`.
#[must_use]
pub(crate) fn telling_words(employer: &str) -> Vec<String> {
    let name = Reading::new(employer);
    let label = fold(employer);
    if let Some(letter) = label.chars().find(|it| is_unspaced(*it)) {
        return vec![letter.to_string()];
    }
    let words = (0..name.tokens.len()).flat_map(|at| {
        let word = name.word(at);
        let owned = (name.word(at + 1) == "s").then(|| format!("{word}s"));
        std::iter::once(word.to_owned()).chain(owned)
    });
    // As a title may begin the label of a domain.
    let beginnings = label
        .char_indices()
        .skip(MIN_BEGINNING - 1)
        .filter_map(|(at, c)| label.get(..at + c.len_utf8()).map(str::to_owned));
    words.chain(beginnings).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_when_they_are_cut() {
        let names = |title: &str, employer: &str| mentions(&Reading::new(title), employer);
        for (title, employer) in [
            ("Toprak Hol. ile tanışma", "Toprak Holding"),
            ("Kant. Labor Aarau, vor Ort", "Kantonales Labor Aargau"),
            ("De Lek meerijden m Kees", "Hijsbedrijf De Lek"),
            ("clarivista presencial con gerente", "Óptica Clarivista"),
            ("visit Corvane", "Leeds Corvane Partnership"),
        ] {
            assert!(names(title, employer), "{title}");
        }
        for (title, employer) in [
            ("Labor Day", "Kantonales Labor Aargau"),
            ("de lek repareren", "Hijsbedrijf De Lek"),
            ("Leeds Gophers meetup", "Leeds Housing Partnership"),
            ("Boston University tour", "bostonu"),
        ] {
            assert!(!names(title, employer), "{title}");
        }
    }

    #[test]
    fn names_without_spaces_may_be_shortened_where_they_stand_alone() {
        for title in ["青岚 午餐", "周二（青岚科）"] {
            assert!(mentions(&Reading::new(title), "青岚科技"), "{title}");
        }
        for title in ["青年 午餐", "午餐 青岚", "青岚之家"] {
            assert!(!mentions(&Reading::new(title), "青岚科技"), "{title}");
        }
    }

    #[test]
    fn employers_are_recognised_by_their_telling_word() {
        for (title, employer) in [
            ("coffee with the Juniper team", "Juniper & Oak"),
            ("青岚 终面", "青岚"),
            ("Lunch at BRIGHTDOCK", "Brightdock Group"),
        ] {
            assert!(mentions(&Reading::new(title), employer), "{title}");
        }
        for (title, employer) in [
            ("Health check", "Midi Health"),
            ("Group lunch", "Brightdock Group"),
            ("Targeting", "Target"),
            ("", "Acme"),
        ] {
            assert!(!mentions(&Reading::new(title), employer), "{title}");
        }
    }
}

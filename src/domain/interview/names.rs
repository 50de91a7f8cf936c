//! Names as people write them, and what a text or an address tells about them.

mod behind;
mod cases;
mod cyrillic;
mod japanese;
mod titles;
mod unspaced;

pub(crate) use self::behind::is_family_name_behind_particle;
pub(crate) use self::cases::{is_with, nominative};
use self::cyrillic::is_cyrillic_name;
pub(crate) use self::cyrillic::is_name_of_forms;
pub(crate) use self::japanese::is_family_name_of;
use self::titles::{begins_in_letters, is_degree_in_letters};
pub(crate) use self::titles::{
    has_unspaced_family_name, is_article, is_honorific, is_particle, strip_cjk_title,
    without_address, without_lead,
};
pub(crate) use self::unspaced::is_full as is_unspaced_full;
use super::{
    given_names::is_given_name,
    text::{
        fold::{fold, is_unspaced, squash},
        lexicon::Concept,
        reading::Reading,
    },
};

/// How sure it is that some words are a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// They are something else.
    No,
    /// They have the shape of a name.
    Shape,
    /// They have the shape of a name and start with a known given name.
    Known,
}

/// Words that belong to other things than people, whatever their shape.
pub(crate) const NOT_IN_NAMES: [Concept; 24] = [
    Concept::ToCandidate,
    Concept::OrgWord,
    Concept::LegalForm,
    Concept::RoleWord,
    Concept::Leader,
    Concept::Department,
    Concept::Interview,
    Concept::JobInterview,
    Concept::Interviews,
    Concept::Step,
    Concept::WeakStep,
    Concept::Hiring,
    Concept::Video,
    Concept::Phone,
    Concept::Onsite,
    Concept::Room,
    Concept::Street,
    Concept::Talk,
    Concept::Prep,
    Concept::Routine,
    Concept::Commerce,
    Concept::Applicant,
    Concept::HiringSide,
    Concept::Topic,
];

/// A name as people write it, from a calendar's CN: `Shah, Priya (Acme)` -> `Priya Shah`.
/// `None` when nothing of a name is left.
#[must_use]
pub(crate) fn clean(raw: &str) -> Option<String> {
    let mut text = raw.trim().trim_matches(['"', '\'', '<', '>', ' ']);
    if text.contains('@') || text.is_empty() {
        return None;
    }
    if let Some(at) = text
        .find(['(', '[', '|', '/', '（', '【'])
        .filter(|at| *at > 0)
    {
        text = text.get(..at).unwrap_or(text).trim();
    }
    text = unspaced::behind_department(text);
    // Each has two spaces, and most names have one.
    if text.bytes().filter(|it| *it == b' ').count() > 1 {
        for separator in [" - ", " – ", " — ", " via ", " at ", " @ "] {
            if let Some((name, _)) = text.split_once(separator) {
                text = name.trim();
            }
        }
    }
    let turned = match text.split_once(',') {
        Some((last, first)) if !first.trim().is_empty() && !first.contains(',') => {
            let suffix = [
                "phd", "md", "jr", "sr", "mba", "msc", "esq", "ii", "iii", "cpa",
            ];
            if suffix.contains(&squash(first).as_str()) {
                last.trim().to_owned()
            } else {
                format!("{} {}", first.trim(), last.trim())
            }
        }
        Some((name, _)) => name.trim().to_owned(),
        None => text.to_owned(),
    };
    let name = turned.split_whitespace().collect::<Vec<_>>().join(" ");
    name.chars().any(char::is_alphabetic).then(|| recase(&name))
}

/// `PRIYA SHAH` and `priya shah` as `Priya Shah`; anything else as it is.
fn recase(name: &str) -> String {
    let upper = name.chars().filter(|c| c.is_uppercase()).count();
    let whispering = upper == 0 && name.chars().any(char::is_lowercase);
    let shouting = upper > 3 && !name.chars().any(char::is_lowercase);
    if !shouting && !whispering {
        return name.to_owned();
    }
    let mut start = true;
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if start {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        start = !c.is_alphabetic();
    }
    out
}

/// The name an address tells: `priya.shah@acme.example` -> `Priya Shah`, `dana@` -> `Dana`.
/// `None` for `pshah@`, numbers and functions.
#[must_use]
pub(crate) fn from_address(address: &str) -> Option<String> {
    let local = address.split('@').next()?.split('+').next()?;
    // `kenta.nishimura94@`
    let local = local.trim_end_matches(|c: char| c.is_ascii_digit());
    let words: Vec<&str> = local
        .split(['.', '_', '-'])
        .filter(|word| !word.is_empty())
        .collect();
    let plain = words
        .iter()
        .all(|word| word.chars().all(char::is_alphabetic));
    let name = match words.as_slice() {
        [one] if plain && is_given_name(one) => (*one).to_owned(),
        [first, .., last] if plain && words.len() <= 4 && last.len() > 1 && (first.len() > 1) => {
            words.join(" ")
        }
        _ => return None,
    };
    Some(recase(&name))
}

/// Whether `text` is a person's name by its looks.
#[must_use]
pub(crate) fn likeness(text: &str) -> Likeness {
    let text = text.trim();
    if text.is_empty()
        || text.chars().any(|c| {
            matches!(
                c,
                '0'..='9' | '@' | ':' | '/' | '&' | '|' | '?' | '!' | '#' | '*' | '"'
            )
        })
    {
        return Likeness::No;
    }
    if text.chars().any(is_unspaced) {
        return unspaced::likeness(text);
    }
    let all: Vec<&str> = text.split_whitespace().collect();
    let words: Vec<&str> = all
        .iter()
        .copied()
        .filter(|word| !is_honorific(word) || is_degree_in_letters(word))
        .collect();
    if begins_in_letters(&words) {
        return Likeness::No;
    }
    let ends = || [all.first(), all.last()].into_iter().flatten();
    // `The Silver Pan`: behind an article is a thing.
    let article = all.len() > 2 && all.first().is_some_and(|it| is_article(it));
    let titled = words.len() < all.len() && ends().any(|word| is_honorific(word)) && !article;
    if words.is_empty() || words.len() > 5 {
        return Likeness::No;
    }
    let capital =
        |word: &&str| word.chars().next().is_some_and(char::is_uppercase) || is_particle(word);
    if !words.iter().all(capital)
        || words.iter().any(|word| {
            word.chars().count() > 3 && word.chars().all(char::is_uppercase) && words.len() == 1
        })
    {
        return Likeness::No;
    }
    let first = words.first().map(|word| fold(word)).unwrap_or_default();
    let head = first.split(['-', '.', '\'']).next().unwrap_or_default();
    let known = is_given_name(head) || is_cyrillic_name(&words);
    // One strange word is no name, nor are five, whatever the tables know of them.
    if !known && !titled && !(2..=4).contains(&words.len()) {
        return Likeness::No;
    }
    let meanings = Reading::new(text).meanings();
    let foreign = meanings.any(&NOT_IN_NAMES);
    match (known || titled, foreign) {
        (true, false) => Likeness::Known,
        // "Will Smith", "Rose Lane": a given name first outweighs an everyday word after it, but
        // not a word of companies ("Grace Hospital").
        (true, true)
            if words.len() == 2
                && known
                && !meanings.any(&[
                    Concept::OrgWord,
                    Concept::LegalForm,
                    Concept::RoleWord,
                    Concept::Interview,
                    Concept::JobInterview,
                ]) =>
        {
            Likeness::Known
        }
        (false, false) => Likeness::Shape,
        _ => Likeness::No,
    }
}

/// Whether two names may be one person: equal, or one is the other's first or last name, or its
/// initials (`R. Stone`, `Noemi C.`).
#[must_use]
pub(crate) fn same_person(one: &str, other: &str) -> bool {
    Compared::new(one).may_be(&Compared::new(other))
}

/// A name made ready to be compared with others.
#[derive(Clone, Debug)]
pub(crate) struct Compared {
    whole: String,
    words: Vec<String>,
}

impl Compared {
    /// Makes `name` ready.
    #[must_use]
    pub(crate) fn new(name: &str) -> Self {
        let words = name
            .split(|c: char| c.is_whitespace() || c == '.')
            // Of `J.-P.`, the second.
            .filter(|word| !word.is_empty() && !word.starts_with('-') && !is_honorific(word))
            .map(squash)
            .filter(|word| !word.is_empty())
            .collect();
        Self {
            whole: squash(name),
            words,
        }
    }

    /// Whether both may be one person, as [`same_person`] says.
    #[must_use]
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        !self.words.is_empty()
            && !other.words.is_empty()
            && (self.whole == other.whole || share_words(&self.words, &other.words))
    }
}

fn share_words(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let full = short
        .iter()
        .any(|word| word.chars().count() > 1 && long.contains(word));
    full && short.iter().all(|word| {
        long.iter()
            .any(|l| l == word || (word.chars().count() == 1 && l.starts_with(word.as_str())))
    }) || (short.len() == long.len()
        && full
        && short.iter().zip(long).all(|(s, l)| {
            s == l
                || (s.chars().count() == 1 && l.starts_with(s.as_str()))
                || (l.chars().count() == 1 && s.starts_with(l.as_str()))
        }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendar_names_are_turned_and_cleaned() {
        for (raw, expected) in [
            ("Shah, Priya", Some("Priya Shah")),
            ("SHAH, PRIYA (Acme)", Some("Priya Shah")),
            ("van der Berg, Anke", Some("Anke van der Berg")),
            ("\"Jo Lund\"", Some("Jo Lund")),
            ("Kim Ode - Acme", Some("Kim Ode")),
            ("Kim Ode, PhD", Some("Kim Ode")),
            ("kim@acme.example", None),
            ("  ", None),
            ("田中 様", Some("田中 様")),
            ("人事 高瀬", Some("高瀬")),
            ("青鳥會館 人資 Amber", Some("Amber")),
            ("한결유통 인사팀", Some("한결유통 인사팀")),
        ] {
            assert_eq!(clean(raw).as_deref(), expected, "{raw}");
        }
    }

    #[test]
    fn addresses_tell_names_only_when_they_do() {
        for (address, expected) in [
            ("priya.shah@acme.example", Some("Priya Shah")),
            ("dana@acme.example", Some("Dana")),
            ("kenta.lund94@acme.example", Some("Kenta Lund")),
            (
                "anne-marie.le.goff@acme.example",
                Some("Anne Marie Le Goff"),
            ),
            ("pshah@acme.example", None),
            ("p.shah@acme.example", None),
            ("x7@acme.example", None),
        ] {
            assert_eq!(from_address(address).as_deref(), expected, "{address}");
        }
    }

    #[test]
    fn people_look_like_people() {
        for name in [
            "Priya Shah",
            "Dr. Paula Renn",
            "Anke van der Berg",
            "José",
            "田中様",
            "김민수님",
            "Will Smith",
        ] {
            assert_eq!(likeness(name), Likeness::Known, "{name}");
        }
        assert_eq!(likeness("Zanthe Mokoena"), Likeness::Shape);
    }

    #[test]
    fn companies_roles_and_phrases_do_not_look_like_people() {
        for name in [
            "Acme",
            "Acme GmbH",
            "Ihre Gesprächspartnerin",
            "Grace Hospital",
            "System Design",
            "phone screen",
            "Senior Engineer",
            "ACME",
            "Room 4",
            "株式会社ハナモリ",
            "",
        ] {
            assert_eq!(likeness(name), Likeness::No, "{name}");
        }
    }

    #[test]
    fn short_forms_are_the_same_person() {
        for (one, other) in [
            ("R. Stone", "Rebekah Stone"),
            ("J.-P. Stone", "Jean-Philippe Stone"),
            ("Noemi C.", "Noemi Castellane"),
            ("Priya", "Priya Shah"),
            ("Dr. Paula Renn", "Paula Renn"),
        ] {
            assert!(same_person(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("Petra Haas", "Aldo Pires"),
            ("P. S.", "Priya Shah"),
            ("Ana Lund", "Ana Berg"),
            ("", "Ana"),
        ] {
            assert!(!same_person(one, other), "{one} {other}");
        }
    }
}

//! German: `wie sie das Team aufgebaut hat` becomes `wie Sie das Team aufgebaut haben`, or `wie du
//! das Team aufgebaut hast`.

use crate::domain::note::language::Address;

/// The note about the reader as words to the reader, where the verb is sure to follow.
pub(in super::super) fn address_in_german(text: &str, address: Address) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let word = |at: usize| {
        words
            .get(at)
            .map_or_else(String::new, |it| it.to_lowercase())
    };
    let is_reader = |at: usize| matches!(word(at).as_str(), "sie" | "er");
    if let Some(owned) = possessive(&word(0), address)
        && words.len() > 1
        && words.get(1..).is_some_and(names_something)
    {
        return joined(&owned, words.get(1..).unwrap_or_default());
    }
    let asks = matches!(
        word(0).as_str(),
        "wie" | "warum" | "weshalb" | "wieso" | "was" | "wo" | "wann" | "ob" | "dass"
    );
    let (subject, verb) = if asks && is_reader(1) {
        // The verb ends the clause.
        let end = words.iter().position(|it| it.ends_with(','));
        (1, end.unwrap_or(words.len().saturating_sub(1)))
    } else if is_reader(0) {
        (0, 1)
    } else if is_reader(1) {
        (1, 0)
    } else {
        return text.to_owned();
    };
    let Some(turned) = words
        .get(verb)
        .and_then(|it| verb_to(it, &word(subject), address, verb == 0))
    else {
        return text.to_owned();
    };
    let several = word(subject) == "sie" && is_plural(&bare(&word(verb)));
    let reader = match address {
        Address::Polite => "Sie",
        Address::Familiar if several => "ihr",
        Address::Familiar => "du",
    };
    let out = words.iter().enumerate().map(|(at, it)| {
        if at == subject {
            reader.to_owned()
        } else if at == verb {
            turned.clone()
        } else {
            let owned = if address == Address::Familiar && several {
                of_all(it)
            } else {
                possessive(it, address)
            };
            owned.unwrap_or_else(|| (*it).to_owned())
        }
    });
    out.collect::<Vec<_>>().join(" ")
}

/// Whether a noun follows, before which a possessive stands: "ihr Team", but not "ihr zieht um".
fn names_something(words: &[&str]) -> bool {
    words
        .iter()
        .take(3)
        .any(|it| it.starts_with(char::is_uppercase))
}

fn joined(first: &str, rest: &[&str]) -> String {
    format!("{first} {}", rest.join(" "))
}

/// `ihre`, `seine` as it is said to the reader. To one who is `du`, `ihre` may be the team's, and so
/// it stays.
fn possessive(word: &str, address: Address) -> Option<String> {
    let ending = |of: &str| {
        let it = word.strip_prefix(of)?;
        ["", "e", "em", "en", "er", "es"]
            .contains(&it)
            .then_some(it)
    };
    match address {
        Address::Polite => Some(format!("Ihr{}", ending("ihr").or_else(|| ending("sein"))?)),
        Address::Familiar => Some(format!("dein{}", ending("sein")?)),
    }
    .filter(|_| word != "sein")
}

/// `ihre` of several, as it is said to them.
fn of_all(word: &str) -> Option<String> {
    match word.strip_prefix("ihr")? {
        "" => Some("euer".to_owned()),
        it @ ("e" | "em" | "en" | "er" | "es") => Some(format!("eur{it}")),
        _ => None,
    }
}

fn bare(word: &str) -> String {
    word.trim_end_matches([',', ';', ':', ')']).to_owned()
}

fn is_plural(verb: &str) -> bool {
    verb == "sind" || verb.ends_with("en") || verb.ends_with("ern") || verb.ends_with("eln")
}

/// The verb as it follows the reader, with the mark and the capital that it had.
fn verb_to(verb: &str, subject: &str, address: Address, first: bool) -> Option<String> {
    let stem = bare(verb);
    let mark = verb.get(stem.len()..)?;
    let lower = stem.to_lowercase();
    if !first && lower != stem {
        return None;
    }
    let turned = match (subject == "sie" && is_plural(&lower), address) {
        (true, Address::Polite) => lower,
        (true, Address::Familiar) => of_several(&lower),
        (false, Address::Polite) => polite(&lower)?,
        (false, Address::Familiar) => familiar(&lower)?,
    };
    Some(format!("{turned}{mark}"))
}

/// Verbs whose forms do not follow from each other: of one person, polite, familiar.
const IRREGULAR: [(&str, &str, &str); 12] = [
    ("hat", "haben", "hast"),
    ("ist", "sind", "bist"),
    ("war", "waren", "warst"),
    ("wird", "werden", "wirst"),
    ("kann", "können", "kannst"),
    ("will", "wollen", "willst"),
    ("muss", "müssen", "musst"),
    ("soll", "sollen", "sollst"),
    ("darf", "dürfen", "darfst"),
    ("mag", "mögen", "magst"),
    ("weiß", "wissen", "weißt"),
    ("tut", "tun", "tust"),
];

/// The same for verbs that may have a prefix: `verhält`, `anfängt`.
const VOWELS: [(&str, &str, &str); 21] = [
    ("gibt", "geben", "gibst"),
    ("sieht", "sehen", "siehst"),
    ("nimmt", "nehmen", "nimmst"),
    ("spricht", "sprechen", "sprichst"),
    ("hilft", "helfen", "hilfst"),
    ("läuft", "laufen", "läufst"),
    ("trägt", "tragen", "trägst"),
    ("schlägt", "schlagen", "schlägst"),
    ("hält", "halten", "hältst"),
    ("fährt", "fahren", "fährst"),
    ("lässt", "lassen", "lässt"),
    ("liest", "lesen", "liest"),
    ("trifft", "treffen", "triffst"),
    ("wächst", "wachsen", "wächst"),
    ("fängt", "fangen", "fängst"),
    ("empfiehlt", "empfehlen", "empfiehlst"),
    ("tritt", "treten", "trittst"),
    ("wirbt", "werben", "wirbst"),
    ("hielt", "hielten", "hieltest"),
    ("trat", "traten", "tratst"),
    ("bat", "baten", "batst"),
];

fn irregular(verb: &str, polite: bool) -> Option<String> {
    let form = |it: &(&str, &'static str, &'static str)| if polite { it.1 } else { it.2 };
    if let Some(whole) = IRREGULAR.iter().find(|it| it.0 == verb) {
        return Some(form(whole).to_owned());
    }
    let (prefix, entry) = VOWELS
        .iter()
        .find_map(|it| Some((verb.strip_suffix(it.0)?, it)))?;
    let known = [
        "", "be", "ver", "er", "ent", "an", "ab", "auf", "aus", "ein", "mit", "vor", "über",
        "unter", "um", "zu", "durch", "nach", "ge",
    ];
    known
        .contains(&prefix)
        .then(|| format!("{prefix}{}", form(entry)))
}

/// A form in -t with "ge" in it is not the verb: "aufgebaut".
fn is_participle(verb: &str) -> bool {
    let behind = |prefix: &&str| {
        verb.strip_prefix(*prefix)
            .is_some_and(|it| it.starts_with("ge"))
    };
    [
        "an", "ab", "auf", "aus", "ein", "mit", "vor", "um", "zu", "zusammen", "weiter",
    ]
    .iter()
    .any(behind)
}

/// `baut` becomes `bauen`, `baute` `bauten`, `kam` `kamen`.
fn polite(verb: &str) -> Option<String> {
    if let Some(form) = irregular(verb, true) {
        return Some(form);
    }
    if is_participle(verb) {
        return None;
    }
    if verb.ends_with('e') {
        return Some(format!("{verb}n"));
    }
    let Some(stem) = verb.strip_suffix('t') else {
        return verb
            .ends_with(|it: char| !"aeiouäöü".contains(it))
            .then(|| format!("{verb}en"));
    };
    let drops = (stem.ends_with("el") && !stem.ends_with("iel"))
        || (stem.ends_with("er") && !stem.ends_with("ier"));
    Some(if drops || stem.ends_with('e') {
        format!("{stem}n")
    } else {
        format!("{stem}en")
    })
}

/// `baut` becomes `baust`, `baute` `bautest`, `kam` `kamst`.
fn familiar(verb: &str) -> Option<String> {
    if let Some(form) = irregular(verb, false) {
        return Some(form);
    }
    if is_participle(verb) {
        return None;
    }
    if verb.ends_with('e') {
        return Some(format!("{verb}st"));
    }
    let stem = verb.strip_suffix('t').unwrap_or(verb);
    Some(if stem.ends_with(['s', 'ß', 'z']) {
        format!("{stem}t")
    } else {
        format!("{stem}st")
    })
}

/// `bauen` becomes `baut`, `arbeiten` `arbeitet`.
fn of_several(verb: &str) -> String {
    for (plural, form) in [("sind", "seid"), ("haben", "habt"), ("waren", "wart")] {
        if verb == plural {
            return form.to_owned();
        }
    }
    let stem = verb
        .strip_suffix("en")
        .or_else(|| verb.strip_suffix('n'))
        .unwrap_or(verb);
    if stem.ends_with(['t', 'd']) {
        format!("{stem}et")
    } else {
        format!("{stem}t")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_read_to_is_spoken_to() {
        for (typed, polite, familiar) in [
            (
                "wie sie das Team aufgebaut hat",
                "wie Sie das Team aufgebaut haben",
                "wie du das Team aufgebaut hast",
            ),
            (
                "wie er zur Firma kam",
                "wie Sie zur Firma kamen",
                "wie du zur Firma kamst",
            ),
            (
                "wie sie ihre Abrechnung umgestellt haben",
                "wie Sie Ihre Abrechnung umgestellt haben",
                "wie ihr eure Abrechnung umgestellt habt",
            ),
            (
                "sie zieht nach Köln",
                "Sie ziehen nach Köln",
                "du ziehst nach Köln",
            ),
            (
                "Sie hat drei Kinder",
                "Sie haben drei Kinder",
                "du hast drei Kinder",
            ),
            (
                "sie bauen ein Lager",
                "Sie bauen ein Lager",
                "ihr baut ein Lager",
            ),
            (
                "er arbeitet remote",
                "Sie arbeiten remote",
                "du arbeitest remote",
            ),
            ("er spielt Cello", "Sie spielen Cello", "du spielst Cello"),
            (
                "er verbessert Pläne",
                "Sie verbessern Pläne",
                "du verbesserst Pläne",
            ),
            ("nutzen sie Kafka", "nutzen Sie Kafka", "nutzt ihr Kafka"),
            ("hat sie Kinder", "haben Sie Kinder", "hast du Kinder"),
            (
                "seine Zeit bei Siemens",
                "Ihre Zeit bei Siemens",
                "deine Zeit bei Siemens",
            ),
            (
                "ihre Rufbereitschaft",
                "Ihre Rufbereitschaft",
                "ihre Rufbereitschaft",
            ),
            (
                "wie er anfängt, sagte er",
                "wie Sie anfangen, sagte er",
                "wie du anfängst, sagte er",
            ),
        ] {
            assert_eq!(address_in_german(typed, Address::Polite), polite);
            assert_eq!(address_in_german(typed, Address::Familiar), familiar);
        }
    }

    #[test]
    fn others_are_left_alone() {
        for typed in [
            "wie das Team arbeitet",
            "die Firma, sie wächst",
            "sein",
            "ihr seid toll",
            "wie sie arbeitet im Team",
            "wie er das Team aufgebaut",
            "",
        ] {
            for address in Address::ALL {
                assert_eq!(address_in_german(typed, address), typed);
            }
        }
    }
}

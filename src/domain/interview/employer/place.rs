//! Employers that the place of an event names.

use super::{
    super::{
        domains,
        scene::Scene,
        text::{
            fold::{fold, is_unspaced},
            lexicon::Concept,
            reading::Reading,
        },
    },
    Candidate,
};

/// `Aceros Ordunte, Barakaldo`: the first piece of a place that is no street.
pub(super) fn from_place(scene: &Scene<'_>, labels: &[String]) -> Option<Candidate> {
    let location = scene.event.location.trim();
    if location.is_empty() || location.contains("://") {
        return None;
    }
    let first = location
        .split([',', '\n', ';', '(', '|', '、', '，', '（'])
        .next()?
        .trim();
    let first = first.split(" - ").next()?.trim();
    if let Some(name) = from_unspaced_place(first) {
        return Some(Candidate {
            name: name.to_owned(),
            score: 1.9,
        });
    }
    let reading = Reading::new(first);
    if first.chars().any(|c| c.is_ascii_digit())
        || reading.tokens.len() > 5
        || reading.tokens.is_empty()
    {
        return None;
    }
    // `Clover Peak HQ`, `Oficinas Sol`: the building's word is no part of the name.
    let (mut from, mut until) = (0, reading.tokens.len());
    let extra = |at: usize| {
        reading
            .meaning(at)
            .any(&[Concept::Street, Concept::Room, Concept::Filler])
            && !reading.meaning(at).has(Concept::OrgWord)
            // `St Agnes Hospice`
            && reading.word(at) != "st"
    };
    while from < until && extra(from) {
        from += 1;
    }
    while until > from && extra(until - 1) {
        until -= 1;
    }
    let name = reading.span(from, until);
    let fits = labels.iter().any(|label| domains::label_fits(name, label));
    let company = reading.has(Concept::OrgWord) || reading.has(Concept::LegalForm);
    let trimmed = until - from < reading.tokens.len();
    // `Council Offices`: anybody's.
    let told = (from..until).any(|at| !reading.meaning(at).has(Concept::OrgWord));
    let score = if fits {
        1.2
    } else if company && told {
        1.9
    } else if trimmed {
        1.5
    } else {
        return None;
    };
    (!name.is_empty() && !reading.has(Concept::Video) && !reading.has(Concept::Phone)).then(|| {
        Candidate {
            name: name.to_owned(),
            score,
        }
    })
}

/// `Dundas location`, `Standort Nord`: which of its places.
pub(super) fn is_site(text: &str) -> bool {
    const SITES: [&str; 22] = [
        "location",
        "branch",
        "site",
        "campus",
        "store",
        "standort",
        "filiale",
        "sede",
        "sucursal",
        "tienda",
        "loja",
        "unidade",
        "oddzial",
        "vestiging",
        "locatie",
        "avdelning",
        "agence",
        "pobocka",
        "sube",
        "subesi",
        "филиал",
        "офис",
    ];
    let reading = Reading::new(text);
    let ends = [0, reading.tokens.len().saturating_sub(1)];
    reading.tokens.len() == 2 && ends.iter().any(|at| SITES.contains(&reading.word(*at)))
}

/// `hotel Astoria`, `bureau Kompas`: written small, a house that is let or a firm that tests.
pub(super) fn begins_with_venue(text: &str) -> bool {
    const VENUES: [&str; 14] = [
        "hotel",
        "hôtel",
        "hostal",
        "bureau",
        "büro",
        "kantoor",
        "agence",
        "agencia",
        "agenzia",
        "agentur",
        "biuro",
        "restaurant",
        "café",
        "cafe",
    ];
    text.split_once(' ')
        .is_some_and(|(first, name)| VENUES.contains(&first) && name.len() > 2)
}

/// `Pacific Legal Aid Office`, `Bluebell Court`: written large throughout, the last word that of a
/// building makes a name of what stands before it.
pub(super) fn is_name_ending(text: &str) -> bool {
    const HOUSES: [&str; 10] = [
        "court", "office", "hall", "house", "lodge", "gate", "place", "yard", "mill", "studio",
    ];
    let large = text
        .split(' ')
        .all(|word| word.chars().next().is_some_and(char::is_uppercase));
    let Some((before, last)) = text.rsplit_once(' ') else {
        return false;
    };
    let reading = Reading::new(before);
    let others = [Concept::Room, Concept::Street, Concept::Authority];
    let several = before.contains(' ') || last != "Office";
    large && several && HOUSES.contains(&fold(last).as_str()) && !reading.meanings().any(&others)
}

/// `Northgate Cloud`, `Ridgeway Foods`: what ends like a street, and more of a name behind it.
pub(super) fn begins_with_grown_street(text: &str) -> bool {
    const SHORTEST: usize = 7;
    let Some((street, rest)) = text.split_once(' ') else {
        return false;
    };
    let large = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let building = [Concept::Street, Concept::Room];
    street.chars().count() >= SHORTEST
        && large(street)
        && rest.split(' ').all(large)
        && Reading::new(street).has(Concept::Street)
        && !Reading::new(rest).meanings().any(&building)
}

/// `Corvane BH`, `Corvane NYC`: without the letters of the town behind the name.
pub(super) fn without_town(text: &str) -> &str {
    const TOWNS: [&str; 22] = [
        "BH", "RJ", "POA", "BSB", "CDMX", "GDL", "MTY", "BCN", "MAD", "NYC", "LA", "DC", "SF",
        "BLR", "HYD", "KL", "FFM", "MUC", "AMS", "CPH", "STHLM", "BXL",
    ];
    match text.rsplit_once(' ') {
        Some((name, town)) if TOWNS.contains(&town) && name.chars().any(char::is_lowercase) => name,
        _ => text,
    }
}

/// `株式会社アカツメ電算 本社8F受付`: the word of it that has the form or kind of a company.
fn from_unspaced_place(place: &str) -> Option<&str> {
    place.split([' ', '\u{3000}']).find(|word| {
        let reading = Reading::new(word);
        let building = reading.meanings().any(&[Concept::Street, Concept::Room]);
        word.chars().any(is_unspaced)
            && !building
            && reading
                .meanings()
                .any(&[Concept::OrgWord, Concept::LegalForm])
    })
}

/// Whether the first piece of a place (folded) is the company of this name, and no street.
pub(super) fn is_at_place(name: &str, place: &str) -> bool {
    let name = fold(name);
    let rest = place.trim().strip_prefix(name.as_str());
    name.chars().count() > 2
        && rest.is_some_and(|rest| {
            rest.trim().is_empty()
                || name.contains(' ')
                || name.chars().any(is_unspaced)
                || Reading::new(rest).has(Concept::LegalForm)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_company_is_at_the_place_but_no_street() {
        for (name, place) in [
            ("Acme", "acme"),
            ("Forges du Morvan", "forges du morvan"),
            ("Acme Foods", "acme foods hq"),
            ("Acme", "acme gmbh"),
        ] {
            assert!(is_at_place(name, place), "{name} {place}");
        }
        for (name, place) in [
            ("Kothrud", "kothrud road"),
            ("Acme", "12 mill street"),
            ("", "acme"),
        ] {
            assert!(!is_at_place(name, place), "{name} {place}");
        }
    }

    #[test]
    fn words_of_places_without_spaces_are_told_apart() {
        for (place, name) in [
            (
                "株式会社アカツメ電算 本社8F受付",
                Some("株式会社アカツメ電算"),
            ),
            ("햇살복지센터 2층 상담실", Some("햇살복지센터")),
            ("本社3階", None),
            ("Mill Street", None),
        ] {
            assert_eq!(from_unspaced_place(place), name, "{place}");
        }
    }

    #[test]
    fn names_end_before_towns_and_with_houses() {
        assert_eq!(without_town("Corvane BH"), "Corvane");
        assert_eq!(without_town("CORVANE LA"), "CORVANE LA");
        assert_eq!(without_town("Corvane HR"), "Corvane HR");
        for (text, yes) in [
            ("Bluebell Court", true),
            ("Corvane Legal Office", true),
            ("Corvane Office", false),
            ("the Court", false),
            ("Conference Room House", false),
        ] {
            assert_eq!(is_name_ending(text), yes, "{text}");
        }
    }

    #[test]
    fn sites_and_venues_are_seen() {
        for (text, site, venue) in [
            ("Dundas location", true, false),
            ("Standort Nord", true, false),
            ("hotel Astoria", false, true),
            ("bureau Vijf", false, true),
            ("Hotel Astoria", false, false),
            ("Corvane Works", false, false),
        ] {
            assert_eq!(
                (is_site(text), begins_with_venue(text)),
                (site, venue),
                "{text}"
            );
        }
    }

    #[test]
    fn a_name_may_begin_like_a_street() {
        for (text, yes) in [
            ("Northgate Cloud", true),
            ("Northgate 12", false),
            ("Northgate Room", false),
            ("Gate Cloud", false),
            ("Northgate", false),
        ] {
            assert_eq!(begins_with_grown_street(text), yes, "{text}");
        }
    }
}

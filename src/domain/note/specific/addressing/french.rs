//! French: `comment ils organisent les astreintes` becomes `comment vous organisez les astreintes`,
//! `sa passion` `votre passion`.

use crate::domain::note::language::Address;

/// The note about the reader as words to the reader. A team is `vous` in both forms; what belongs to
/// one who is `tu` is turned where it cannot be the team's.
pub(in super::super) fn address_in_french(text: &str, address: Address) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let word = |at: usize| {
        words
            .get(at)
            .map_or_else(String::new, |it| it.to_lowercase())
    };
    if words.len() > 1
        && let Some(owned) = possessive(&word(0), address)
    {
        return format!("{owned} {}", words.get(1..).unwrap_or_default().join(" "));
    }
    let asks = matches!(word(0).as_str(), "comment" | "pourquoi");
    let at = usize::from(asks);
    let several = matches!(word(at).as_str(), "ils" | "elles");
    let one = matches!(word(at).as_str(), "il" | "elle");
    let verb = words.get(at + 1).copied().unwrap_or_default();
    let turned = match address {
        Address::Polite if several => of_several(verb),
        Address::Polite if one => of_one(verb),
        _ => None,
    };
    let Some(turned) = turned else {
        return text.to_owned();
    };
    let out = words.iter().enumerate().map(|(place, it)| {
        if place == at {
            "vous".to_owned()
        } else if place == at + 1 {
            turned.clone()
        } else {
            let own = |it: &str| !one || !matches!(it, "leur" | "leurs");
            possessive(it, address)
                .filter(|_| own(it))
                .unwrap_or(it)
                .to_owned()
        }
    });
    out.collect::<Vec<_>>().join(" ")
}

/// `leur`, `sa` as it is said to the reader. `leur` is the team's: one of them alone, addressed as
/// `tu`, does not own it.
fn possessive(word: &str, address: Address) -> Option<&'static str> {
    Some(match (word, address) {
        ("leur" | "son" | "sa", Address::Polite) => "votre",
        ("leurs" | "ses", Address::Polite) => "vos",
        ("son", Address::Familiar) => "ton",
        ("sa", Address::Familiar) => "ta",
        ("ses", Address::Familiar) => "tes",
        _ => return None,
    })
}

/// Forms that do not follow from each other: of one, of several, behind `vous`.
const IRREGULAR: [(&str, &str, &str); 15] = [
    ("a", "ont", "avez"),
    ("est", "sont", "êtes"),
    ("va", "vont", "allez"),
    ("fait", "font", "faites"),
    ("dit", "disent", "dites"),
    ("peut", "peuvent", "pouvez"),
    ("veut", "veulent", "voulez"),
    ("doit", "doivent", "devez"),
    ("vient", "viennent", "venez"),
    ("tient", "tiennent", "tenez"),
    ("prend", "prennent", "prenez"),
    ("apprend", "apprennent", "apprenez"),
    ("gère", "gèrent", "gérez"),
    ("sait", "savent", "savez"),
    ("voit", "voient", "voyez"),
];

fn of_several(verb: &str) -> Option<String> {
    if let Some(known) = IRREGULAR.iter().find(|it| it.1 == verb) {
        return Some(known.2.to_owned());
    }
    let stem = verb.strip_suffix("ent").filter(|it| it.len() > 2)?;
    if let Some(stem) = stem.strip_suffix("ai") {
        return Some(format!("{stem}iez"));
    }
    is_regular(stem).then(|| format!("{stem}ez"))
}

fn of_one(verb: &str) -> Option<String> {
    if let Some(known) = IRREGULAR.iter().find(|it| it.0 == verb) {
        return Some(known.2.to_owned());
    }
    if let Some(stem) = verb.strip_suffix("ait") {
        return Some(format!("{stem}iez"));
    }
    let stem = verb.strip_suffix('e').filter(|it| it.len() > 2)?;
    is_regular(stem).then(|| format!("{stem}ez"))
}

/// Not where the stem itself changes, as in `achète`, `appelle`, `emploie`; nor is a pronoun a verb.
fn is_regular(stem: &str) -> bool {
    let changes = ["ll", "tt", "i"].iter().any(|it| stem.ends_with(it)) || stem.contains('è');
    !changes && !stem.contains(['\'', '’']) && stem != "l"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_read_to_is_spoken_to() {
        for (typed, expected) in [
            (
                "comment ils organisent leurs astreintes",
                "comment vous organisez vos astreintes",
            ),
            (
                "pourquoi elle a quitté Paris",
                "pourquoi vous avez quitté Paris",
            ),
            (
                "comment elle a monté son équipe",
                "comment vous avez monté votre équipe",
            ),
            (
                "sa passion pour l’escalade",
                "votre passion pour l’escalade",
            ),
            ("leurs projets", "vos projets"),
            ("ils ouvrent un entrepôt", "vous ouvrez un entrepôt"),
            ("elle travaillait à Lyon", "vous travailliez à Lyon"),
        ] {
            assert_eq!(address_in_french(typed, Address::Polite), expected);
        }
        for (typed, expected) in [
            ("sa passion", "ta passion"),
            ("leur passion", "leur passion"),
            ("comment ils font", "comment ils font"),
        ] {
            assert_eq!(address_in_french(typed, Address::Familiar), expected);
        }
    }

    #[test]
    fn others_are_left_alone() {
        for typed in [
            "comment l’équipe s’organise",
            "comment ils l’ont fait",
            "elle achète en gros",
            "sa",
            "la passion de son frère",
            "",
        ] {
            assert_eq!(address_in_french(typed, Address::Polite), typed);
        }
    }
}

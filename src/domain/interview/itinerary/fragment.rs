//! Names and job titles in a piece of a line.

use super::{
    super::{
        given_names::is_given_name,
        names::{self, Likeness},
        text::{fold::fold, lexicon::Concept, reading::Reading},
    },
    Named, Place, unspaced,
};

/// The people in a piece of a line: `Priya Shah (CTO), Bo Ek & Ann Holm – Design`.
/// Without `sure`, a name needs a known given name, or a job title beside it.
pub(super) fn fragment(text: &str, sure: bool) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let pieces = split_people(first_sentence(text));
    // `Priya Shah and Lise Bonnefoy`: beside a sure name, what has the shape of one is one.
    let sure = sure
        || pieces.len() > 1
            && pieces.iter().any(|piece| {
                let (outer, _) = brackets(piece);
                let bits = split_bits(&outer);
                bits.iter().any(|bit| {
                    let bit = after_with(bit.trim());
                    bit.contains(' ') && names::likeness(bit) == Likeness::Known
                })
            });
    for (at, piece) in pieces.iter().enumerate() {
        // `Ada Quine, Associate`: the title stands behind the comma.
        let titled = pieces
            .get(at + 1)
            .is_some_and(|next| is_title(next) && names::likeness(next.trim()) == Likeness::No);
        let (outer, inner) = brackets(piece);
        let mut name = None;
        let mut title = inner.filter(|inner| is_title(inner)).map(str::to_owned);
        for bit in split_bits(&outer) {
            let bit = after_with(bit.trim().trim_matches(['.', ',', ';', '*']));
            if unspaced::is(bit) {
                if let Some((found, rank)) = unspaced::name(bit).filter(|_| name.is_none()) {
                    let likeness = names::likeness(bit).max(Likeness::Shape);
                    name = Some((found, likeness));
                    title = title.or(rank);
                }
                continue;
            }
            let (rank, bit) = behind_rank(bit).map_or((None, bit), |it| (Some(it.0), it.1));
            // `FO Tom Ruiz`: a rank in letters.
            let bare = names::without_address(bit);
            let letters = bit.split(' ').next().unwrap_or_default();
            let lettered = letters.len() > 1 && letters.bytes().all(|it| it.is_ascii_uppercase());
            let whole = bare.contains(' ') && names::likeness(bare) == Likeness::Known;
            let bit = if lettered && whole { bare } else { bit };
            let likeness = names::likeness(bit);
            // `Ada Quine, directrice Affaires Corvane`: her title, and nobody else.
            let of_last = rank.is_some_and(|it| it.starts_with(char::is_lowercase))
                && likeness == Likeness::Shape
                && is_unit_of_rank(bit)
                && text.contains(&format!(", {}", piece.trim()))
                && found.last().is_some_and(|it| it.title.is_none());
            if of_last {
                title = Some(piece.trim().to_owned());
                continue;
            }
            // `Systems Talk - Zanthe Oduya (Director)`: of two shapes the one at the title.
            let closer = |known: &(String, Likeness)| {
                likeness > known.1
                    || likeness == Likeness::Shape && known.1 == likeness && inner.is_some()
            };
            if likeness > Likeness::No && name.as_ref().is_none_or(closer) {
                name = Some((bit.to_owned(), likeness));
                title = title.or(rank.map(str::to_owned));
            } else if title.is_none() && is_title(bit) {
                title = Some(bit.to_owned());
            }
        }
        // `Ada Quine, Manager, Business Analysis`: of what.
        let field = at == 2
            && pieces.len() == 3
            && found.len() == 1
            && found.iter().all(|it| it.title.is_some())
            && pieces.get(1).is_some_and(|it| is_title(it))
            && is_field(piece);
        match name {
            Some((_, Likeness::Shape)) if field && title.is_none() => {}
            Some((name, likeness))
                if likeness == Likeness::Known || sure || titled || title.is_some() =>
            {
                let name = names::clean(&name).unwrap_or(name);
                let name = names::without_lead(&name);
                // `Frau Dorn` is called so; `Frau Ilva Dorn` by her name.
                let bare = names::without_address(name);
                let whole = bare.contains(' ') && !bare.starts_with(char::is_lowercase);
                let name = if whole { bare } else { name };
                found.push(Named {
                    name: name.to_owned(),
                    title,
                    place: Place::Listed,
                });
            }
            // `Teamet (Nils, Roya)`: a session, and who is there.
            None if inner
                .is_some_and(|it| title.is_none() && !it.is_empty() && !it.contains('(')) =>
            {
                found.extend(fragment(inner.unwrap_or_default(), sure));
            }
            // `Priya Shah, Eng Manager` was cut at the comma: the title belongs to the one before.
            None => {
                if let Some(last) = found.last_mut().filter(|last| last.title.is_none()) {
                    last.title = title;
                }
            }
            Some(_) => {}
        }
    }
    found
}

/// `Affaires Réglementaires`, `Recursos Humanos`: what somebody leads, in Romance languages.
fn is_unit_of_rank(text: &str) -> bool {
    const UNITS: [&str; 16] = [
        "affaires",
        "ressources",
        "relations",
        "operations",
        "ventes",
        "achats",
        "etudes",
        "travaux",
        "soins",
        "projets",
        "recursos",
        "relaciones",
        "operaciones",
        "ventas",
        "risorse",
        "relazioni",
    ];
    let first = text.split(' ').next().unwrap_or_default();
    UNITS.contains(&fold(first).as_str())
}

/// `Business Analysis`, `Platform Tools`: what somebody works on.
fn is_field(text: &str) -> bool {
    const FIELDS: [&str; 24] = [
        "analysis",
        "analytics",
        "business",
        "commerce",
        "data",
        "delivery",
        "design",
        "development",
        "engineering",
        "finance",
        "growth",
        "innovation",
        "marketing",
        "operations",
        "partnerships",
        "platform",
        "product",
        "products",
        "sales",
        "services",
        "solutions",
        "strategy",
        "systems",
        "technology",
    ];
    let mut words = text.split_whitespace();
    words.any(|it| FIELDS.contains(&fold(it).as_str()))
}

/// `Marta Quiroga, Esteban Pons. Please bring`: a list ends with its sentence, not after `Dr.` or `B.`
fn first_sentence(text: &str) -> &str {
    let end = text.match_indices(". ").find(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        let word = before.rsplit([' ', '(', ',']).next().unwrap_or_default();
        let open = before.matches('(').count() > before.matches(')').count();
        let after = text.get(at + 2..).unwrap_or_default().trim_start();
        word.chars().count() > 3
            && !names::is_honorific(word)
            && !open
            && after.starts_with(char::is_uppercase)
    });
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// `Lunch with Bo` -> `Bo`.
fn after_with(bit: &str) -> &str {
    [
        " with ", " w/ ", " mit ", " avec ", " con ", " com ", " met ", " med ", "with ", "w/ ",
        "mit ", "avec ", "con ", "met ",
    ]
    .iter()
    .find_map(|with| {
        let at = bit.find(with)?;
        (at == 0 || with.starts_with(' '))
            .then(|| bit.get(at + with.len()..))
            .flatten()
    })
    .unwrap_or(bit)
    .trim()
}

/// `Matron Judith Firth`, `deputy head Lola Benn`: the rank, and who has it.
fn behind_rank(bit: &str) -> Option<(&str, &str)> {
    let ranks = [Concept::Leader, Concept::RoleWord];
    let reading = Reading::new(bit);
    let count = reading.tokens.len();
    let until = (0..count)
        .take_while(|at| reading.meaning(*at).any(&ranks) && !is_given_name(reading.word(*at)))
        .count();
    let (rank, name) = bit.split_at_checked(reading.tokens.get(until)?.start)?;
    // `Deputy Head of IT`
    let small = [Concept::Filler, Concept::At, Concept::With, Concept::For];
    let whole = until > 0
        && name.split(' ').count() == 2
        && names::likeness(name) > Likeness::No
        && !reading.meaning(until).any(&small);
    whole.then(|| (rank.trim_end(), name))
}

/// `VP, Operations Service`, `Head of Product`: a line that is the title of who stands above it.
pub(super) fn is_title_line(line: &str) -> bool {
    let first = line
        .split([',', '(', '|'])
        .next()
        .unwrap_or_default()
        .trim();
    is_title(line)
        && is_title(first)
        && names::likeness(first) == Likeness::No
        && behind_rank(first).is_none()
}

fn is_title(text: &str) -> bool {
    let reading = Reading::new(text);
    text.len() < 70
        && [
            Concept::RoleWord,
            Concept::Leader,
            Concept::Department,
            Concept::Hiring,
        ]
        .iter()
        .any(|concept| reading.has(*concept))
        && reading.tokens.len() <= 7
}

fn split_people(text: &str) -> Vec<String> {
    let mut text = text.to_owned();
    for joint in [
        " and ",
        " und ",
        " et ",
        " y ",
        " e ",
        " en ",
        " i ",
        " och ",
        " og ",
        " & ",
        " + ",
        "、",
        "，",
        ";",
        " ja ",
        " и ",
        " 및 ",
        "および",
        "及び",
        "팀장과 ",
        "님과 ",
    ] {
        text = text.replace(joint, ",");
    }
    let mut pieces = Vec::new();
    let mut depth = 0_i32;
    let mut piece = String::new();
    for c in text.chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth <= 0 {
            pieces.push(std::mem::take(&mut piece));
        } else {
            piece.push(c);
        }
    }
    pieces.push(piece);
    pieces
}

fn brackets(piece: &str) -> (String, Option<&str>) {
    let Some(open) = piece.find(['(', '（', '<', '[']) else {
        return (piece.to_owned(), None);
    };
    let (outer, rest) = piece.split_at(open);
    let inner = rest.trim_matches(['(', ')', '（', '）', '<', '>', '[', ']', ' ', '.', ',']);
    let after = rest
        .find([')', '）', '>', ']'])
        .and_then(|at| rest.get(at..))
        .unwrap_or_default();
    let after = after.trim_start_matches([')', '）', '>', ']']);
    // `Bo Ek (CTO) will join you.`, `Bo Ek (CTO). See you`: the sentence goes on.
    let goes_on = after.starts_with('.')
        || names::likeness(outer) > Likeness::No
            && after.trim_start().starts_with(char::is_lowercase);
    let after = if goes_on { "" } else { after };
    (
        format!("{outer} {after}"),
        Some(inner.split([')', '）']).next().unwrap_or(inner).trim()),
    )
}

fn split_bits(outer: &str) -> Vec<&str> {
    let mut bits = vec![outer];
    for separator in [" - ", " – ", " — ", " | ", ": ", "：", " / ", " @ ", " at "] {
        bits = bits
            .into_iter()
            .flat_map(|bit| bit.split(separator))
            .collect();
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_lead_to_names() {
        for (bit, rank, name) in [
            ("Matron Zanthe Firth", "Matron", "Zanthe Firth"),
            ("deputy head Ilva Benn", "deputy head", "Ilva Benn"),
            ("Senior Engineer Bo Ek", "Senior Engineer", "Bo Ek"),
        ] {
            assert_eq!(behind_rank(bit), Some((rank, name)), "{bit}");
        }
        for bit in [
            "Zanthe Firth",
            "Senior Engineer",
            "Matron",
            "Head of Design",
            "Deputy Head of IT",
            "Dean Winter",
        ] {
            assert_eq!(behind_rank(bit), None, "{bit}");
        }
    }

    #[test]
    fn what_somebody_manages_is_nobody() {
        let names = |text: &str| -> Vec<String> {
            fragment(text, true).into_iter().map(|it| it.name).collect()
        };
        assert_eq!(
            names("Capt. Joyce Arndt, FO Tom Ruiz, Anna Berg (HR)"),
            ["Capt. Joyce Arndt", "Tom Ruiz", "Anna Berg"]
        );
        assert_eq!(
            names("Zanthe Quine, Manager, Business Analysis"),
            ["Zanthe Quine"]
        );
        assert_eq!(
            names("Zanthe Quine, directrice Affaires Corvane, Bo Ek"),
            ["Zanthe Quine", "Bo Ek"]
        );
        assert_eq!(
            names("Zanthe Quine, Anna Berg, Bo Ek"),
            ["Zanthe Quine", "Anna Berg", "Bo Ek"]
        );
    }
}

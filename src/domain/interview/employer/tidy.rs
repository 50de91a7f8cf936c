//! What is written around a company's name and is no part of it: who is met there, a team, a place.

use super::super::{
    domains,
    given_names::is_given_name,
    names,
    text::{
        fold::{fold, squash},
        lexicon::Concept,
        reading::Reading,
    },
};

/// Between somebody and their company, folded.
const FROM: [&str; 4] = ["de", "del", "from", "z"];

/// In front of a town or a road.
const NEAR: [&str; 2] = ["ab", "nahe"];

/// Where a company is led from, behind its name.
const SEATS: [&str; 4] = ["HQ", "Zentrale", "Hauptsitz", "Headquarters"];

/// Who sits there, in front of the name of what they sit for; folded.
const COMMITTEES: [&str; 4] = ["kommission", "commissie", "jury", "panel"];

/// Who hires there, in a hasty note; written large, it may be a name.
const HIRERS: [&str; 5] = ["drh", "rh", "rrhh", "hr", "kadry"];

/// What a company calls those who hire, in front of its name; folded.
const TEAMS: [&str; 4] = ["people", "talent", "dotation", "bemanning"];

/// `Lic. Paty de Transmex`, `Mariana reclutadora Jetsur`: a given name and what leads to where its owner
/// is from.
pub(super) fn behind_person(text: &str) -> &str {
    let reading = Reading::new(text);
    let words = reading.tokens.len();
    let large = |at: usize| reading.is_large(at);
    let addressed = text.split(' ').next().is_some_and(names::is_honorific);
    let given = usize::from(addressed);
    let after = given + 1;
    let known = addressed || is_given_name(reading.word(given));
    if !large(given) || !known || after + 1 >= words {
        return text;
    }
    let led = addressed && FROM.contains(&reading.word(after));
    let recruits = !large(after) && reading.meaning(after).has(Concept::Hiring);
    let company = reading.tokens.get(after + 1);
    let company = company.filter(|_| (led || recruits) && large(after + 1));
    company.and_then(|it| text.get(it.start..)).unwrap_or(text)
}

/// `Saale-Cargo ab Engelsdorf`: without where it is.
pub(super) fn before_place(text: &str) -> &str {
    let words: Vec<&str> = text.split(' ').collect();
    let near = words
        .iter()
        .zip(words.iter().skip(1))
        .position(|(it, next)| NEAR.contains(it) && next.starts_with(char::is_uppercase));
    let seat = words.iter().position(|it| SEATS.contains(it));
    let seat = seat.filter(|at| *at > 1 || *at == 1 && words.len() == 2);
    let Some(at) = near.or(seat).filter(|at| *at > 0) else {
        return text;
    };
    let length: usize = words.iter().take(at).map(|it| it.len() + 1).sum();
    text.get(..length).map_or(text, str::trim_end)
}

/// `Kommission FH Isartal`, `drh Corvane`: without who sits or hires there.
pub(super) fn behind_committee(text: &str) -> &str {
    match text.split_once(' ') {
        Some((board, name))
            if (COMMITTEES.contains(&fold(board).as_str()) || HIRERS.contains(&board))
                && name.starts_with(char::is_uppercase) =>
        {
            name
        }
        _ => text,
    }
}

/// `People Corvane`, `Corvane A.Ş. İnsan Kaynakları`: without those who hire there, where a domain tells
/// the rest.
pub(super) fn without_those_who_hire<'n>(name: &'n str, labels: &[String]) -> &'n str {
    let fits = |it: &str| labels.iter().any(|label| domains::label_fits(it, label));
    let reading = Reading::new(name);
    let words = reading.tokens.len();
    let of_team = |at: usize| {
        reading
            .meaning(at)
            .any(&[Concept::Hiring, Concept::Department])
    };
    let ahead = (0..words)
        .take_while(|at| of_team(*at) || *at == 0 && TEAMS.contains(&reading.word(*at)))
        .count();
    let behind = (ahead..words).rev().take_while(|at| of_team(*at)).count();
    let first = reading.tokens.get(ahead).map_or(0, |it| it.start);
    let last = (words - behind)
        .checked_sub(1)
        .and_then(|it| reading.tokens.get(it));
    let rest = last
        .and_then(|it| name.get(first..it.end))
        .unwrap_or_default();
    // `Corvane Staffing` of corvanestaffing.example: all of it is its name.
    let whole = labels.iter().any(|it| squash(it) == squash(name));
    if ahead + behind > 0 && !rest.is_empty() && !whole && fits(rest) {
        rest
    } else {
        name
    }
}

/// `Ihrem Profil`, `votre profil`: what is the user's or the writer's.
pub(super) fn is_of_somebody(text: &str) -> bool {
    const WHOSE: [&str; 20] = [
        "your", "our", "my", "ihr", "ihre", "ihrem", "ihrer", "ihren", "unser", "unsere",
        "unserem", "unserer", "dein", "deine", "deinem", "deiner", "votre", "vos", "notre", "nos",
    ];
    const THINGS: [&str; 14] = [
        "profil",
        "profile",
        "bewerbung",
        "bewerbungen",
        "lebenslauf",
        "unterlagen",
        "werdegang",
        "karriere",
        "application",
        "candidature",
        "parcours",
        "projet",
        "cv",
        "stelle",
    ];
    let folded = fold(text);
    let mut words = folded.split(' ');
    let whose = words.next().is_some_and(|it| WHOSE.contains(&it));
    whose && words.next().is_some_and(|it| THINGS.contains(&it))
}

/// `M. Tardivel`, `Mme Oger`: somebody, addressed.
pub(super) fn is_addressed(text: &str) -> bool {
    const ADDRESSES: [&str; 12] = [
        "M.", "Mr", "Mr.", "Mrs", "Ms", "Mme", "Mlle", "Sr.", "Sra.", "Dhr.", "Mevr.", "Sig.",
    ];
    let mut words = text.split(' ');
    let address = words.next().is_some_and(|it| ADDRESSES.contains(&it));
    let rest = words.count();
    address && (1..=2).contains(&rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_met_is_no_part_of_a_name() {
        for (text, name) in [
            ("Lic. Paty de Corvane", "Corvane"),
            ("Mariana reclutadora Corvane", "Corvane"),
            ("Mariana Corvane", "Mariana Corvane"),
            ("Martin de Luca", "Martin de Luca"),
            ("Corvane de Sur", "Corvane de Sur"),
        ] {
            assert_eq!(behind_person(text), name, "{text}");
        }
        assert_eq!(behind_committee("Kommission FH Isartal"), "FH Isartal");
        assert_eq!(behind_committee("Jury final"), "Jury final");
        assert_eq!(behind_committee("drh Corvane"), "Corvane");
        assert_eq!(behind_committee("HR Corvane"), "HR Corvane");
        assert!(is_addressed("M. Tardivel") && is_addressed("Mme Oger"));
        assert!(!is_addressed("M. Corvane et Fils SA") && !is_addressed("Mr"));
    }

    #[test]
    fn where_it_is_is_no_part_of_a_name() {
        for (text, name) in [
            ("Saale-Cargo ab Engelsdorf", "Saale-Cargo"),
            ("Corvane nahe Leith", "Corvane"),
            ("Corvane near Leith", "Corvane near Leith"),
            ("Corvane HQ Leith", "Corvane HQ Leith"),
            ("Corvane Express HQ Leith", "Corvane Express"),
            ("HQ Trust", "HQ Trust"),
            ("Corvane Zentrale", "Corvane"),
            ("Zentrale Corvane", "Zentrale Corvane"),
            ("Near East Foods", "Near East Foods"),
            ("Corvane ab morgen", "Corvane ab morgen"),
        ] {
            assert_eq!(before_place(text), name, "{text}");
        }
    }

    #[test]
    fn those_who_hire_are_no_part_of_a_name_that_a_domain_tells() {
        let labels = [String::from("corvane"), String::from("odilestaffing")];
        for (text, name) in [
            ("People Corvane", "Corvane"),
            ("Recruitment Corvane Logistics", "Corvane Logistics"),
            ("Corvane İnsan Kaynakları", "Corvane"),
            ("People Lysander", "People Lysander"),
            ("Odile Staffing", "Odile Staffing"),
            ("Recruitment", "Recruitment"),
        ] {
            assert_eq!(without_those_who_hire(text, &labels), name, "{text}");
        }
    }
}

//! What is no role, and what is no part of one.

use crate::domain::interview::{
    given_names::is_given_name,
    scene::Scene,
    text::{fold::fold, lexicon::Concept, reading::Reading},
};

/// `antes de decidir`: one small word that no table knows is anything but a role.
pub(super) fn is_more_than_a_small_word(text: &str) -> bool {
    let small = text.chars().next().is_some_and(char::is_lowercase);
    !small || text.contains(' ')
}

/// `scheduled for Feb 20`: a month is no role.
pub(super) fn is_month(role: &str) -> bool {
    const MONTHS: [&str; 48] = [
        "jan",
        "january",
        "januar",
        "janvier",
        "feb",
        "february",
        "februar",
        "fev",
        "fevrier",
        "mar",
        "march",
        "marz",
        "mars",
        "marzo",
        "apr",
        "april",
        "avril",
        "abr",
        "abril",
        "may",
        "mai",
        "mayo",
        "maggio",
        "jun",
        "june",
        "juni",
        "juin",
        "jul",
        "july",
        "juli",
        "juillet",
        "aug",
        "august",
        "agosto",
        "aout",
        "sep",
        "sept",
        "september",
        "oct",
        "october",
        "okt",
        "oktober",
        "nov",
        "november",
        "dec",
        "december",
        "dez",
        "dezember",
    ];
    MONTHS.contains(&fold(role).trim_end_matches('.'))
}

/// Whether somebody with this trade or rank has others under him or her: `receptionist Sirmione` is
/// one in a town.
fn leads(rank: &str) -> bool {
    const LEADING: [&str; 9] = [
        "coord", "koord", "super", "manag", "lead", "chef", "respons", "encarg", "kierow",
    ];
    Reading::new(rank).has(Concept::Leader)
        || LEADING.iter().any(|it| fold(rank).starts_with(it))
        || fold(rank).ends_with("leiter")
        || fold(rank).ends_with("leiterin")
}

/// `coordenadora Rosana`: who it is with, not what for.
pub(super) fn is_person_of_rank(role: &str) -> bool {
    let Some((rank, name)) = role.rsplit_once(' ') else {
        return false;
    };
    // `tech lead Igor`
    let several = rank.contains(' ');
    let small = rank.chars().all(|c| c.is_lowercase() || c == ' ');
    rank.chars().next().is_some_and(char::is_lowercase)
        && (!several || small && is_given_name(&fold(name)))
        && name.chars().next().is_some_and(char::is_uppercase)
        && name.chars().skip(1).all(char::is_lowercase)
        && (is_given_name(&fold(name)) || name.chars().count() > 3 && leads(rank))
        && Reading::new(name).hits.is_empty()
}

/// `rol Legal Counsel`, `er som QC Manager`: what leads to a role is no part of it.
pub(super) fn without_leading_word(role: &str) -> &str {
    const LEADING: &str = "|pos|rol|rolle|rollen|rola|role|ruolo|roll|tjansten|the|di|uppdrag|posto|poste|puesto|vaga|\
        stelle|stilling|tjanst|posizione|mandat|opportunite|opportunity|oportunidad|oportunidade|\
        oferta|offre|offerta|vacante|vacature|annonce|annuncio|anzeige|inzerat|ogloszenie|wg|ws|re|betr|\
        ang|er|som|is|est|als|as|jako|for|para|pour|per|fur|voor|un|une|una|uma|um|een|ein|eine|einen|\
        einer|en|ett|et|a|an|le|la|el|il|ny|neue|neuer|nouveau|nouvelle|cercano|cerca|cercasi|\
        buscan|busca|gesucht|sucht|gezocht|soker|soges|szukaja|hledaji|ищут|";
    let mut rest = role;
    while let Some((first, after)) = rest.split_once(' ') {
        let word = fold(first.trim_end_matches(['.', ':']));
        let leads = LEADING.match_indices(word.as_str()).any(|(at, it)| {
            let bar = |at: usize| LEADING.as_bytes().get(at) == Some(&b'|');
            !it.is_empty() && at > 0 && bar(at - 1) && bar(at + it.len())
        });
        if !leads || after.trim().is_empty() {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

/// `hemşire ilanı`, `Controller-Stelle`: the word for a vacancy behind a role is no part of it.
fn without_closing_word(role: &str) -> &str {
    const CLOSING: [&str; 26] = [
        "ilani",
        "pozisyonu",
        "pozisyon",
        "stelle",
        "job",
        "position",
        "role",
        "vacancy",
        "opening",
        "jobb",
        "jobbet",
        "stilling",
        "stillingen",
        "tjanst",
        "vaga",
        "poste",
        "puesto",
        "岗位",
        "职位",
        "포지션",
        "직무",
        "pozice",
        "stanowisko",
        "vacature",
        "post",
        "ポジション",
    ];
    match role.rsplit_once([' ', '-']) {
        Some((before, last))
            if CLOSING.contains(&fold(last).as_str())
                && Reading::new(before).has(Concept::RoleWord) =>
        {
            before.trim_end()
        }
        _ => role,
    }
}

/// `avdelingslederstillingen`, `Teamleiterstelle`: the word for a vacancy is grown together with the
/// role.
pub(super) fn before_grown_word(word: &str) -> Option<&str> {
    const GROWN: [&str; 14] = [
        "stillingen",
        "stilling",
        "tjänsten",
        "tjänst",
        "rollen",
        "jobbet",
        "jobben",
        "jobb",
        "posten",
        "stelle",
        "position",
        "rolle",
        "functie",
        "vacature",
    ];
    const SHORTEST: usize = 5;
    GROWN.iter().find_map(|it| {
        let head = word.strip_suffix(it)?.trim_end_matches('-');
        let reading = Reading::new(head);
        let role = reading.tokens.len() == 1
            && reading
                .meaning(0)
                .any(&[Concept::RoleWord, Concept::Leader]);
        (role && head.chars().count() >= SHORTEST).then_some(head)
    })
}

/// `3 years)`: cut out of the middle of a bracket.
pub(super) fn is_torn(role: &str) -> bool {
    let count = |marks: [char; 2]| role.chars().filter(|it| marks.contains(it)).count();
    count([')', '）']) > count(['(', '（'])
}

/// Without what brackets say of it, a number or a place: `Baker (Req 20418)`, `Baker (Pune)`. Forms
/// of both sexes stay, and what belongs to the word.
fn without_reference(role: &str) -> &str {
    let Some((name, rest)) = role.rsplit_once(['(', '[']) else {
        return role;
    };
    let spaced = name.ends_with(' ') && rest.trim_end().ends_with([')', ']']);
    let sexes = rest.chars().filter(|c| c.is_alphabetic()).count() < 4 && rest.contains(['/', '|']);
    let name = name.trim();
    if spaced && !sexes && !name.is_empty() && Reading::new(name).has(Concept::RoleWord) {
        name
    } else {
        role
    }
}

/// `SDE3`, unlike `JR-20418`: one word of the tables, numbers included.
fn is_whole_role(word: &str) -> bool {
    let reading = Reading::new(word);
    reading
        .hits
        .first()
        .is_some_and(|it| it.len == reading.tokens.len() && it.concepts.has(Concept::RoleWord))
}

/// `Trainee Engenharia Vale` before `do Couro`: without the first word of the employer.
pub(super) fn without_start_of(role: String, employer: Option<&str>, scene: &Scene<'_>) -> String {
    let employer = employer.unwrap_or_default();
    let rest = employer.split_once(' ').and_then(|(first, behind)| {
        let begun = format!("{role} {behind}");
        let rest = role.strip_suffix(first)?;
        (rest.ends_with(' ') && scene.title.original().contains(&begun)).then_some(rest)
    });
    rest.map_or_else(|| role.clone(), |it| it.trim_end().to_owned())
}

/// Requisition numbers and stray marks are no part of a role.
pub(super) fn tidy(role: &str) -> String {
    let role = without_closing_word(without_leading_word(without_reference(role).trim()));
    let role = role
        .trim()
        .trim_matches(['-', '–', '|', ':', ',', '"', '“', '”', '*', '#'])
        .trim();
    // `메뉴개발팀`
    let team = role.strip_suffix('팀');
    let role = team.filter(|it| it.chars().count() > 3).unwrap_or(role);
    let words: Vec<&str> = role
        .split_whitespace()
        .filter(|word| {
            !(word.chars().any(|c| c.is_ascii_digit())
                && word.len() > 3
                && !is_whole_role(word)
                && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
        })
        .collect();
    match words.as_slice() {
        [one] => before_grown_word(one).unwrap_or(one).to_owned(),
        _ => words.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, user};

    #[test]
    fn the_first_word_of_the_employer_is_no_part_of_a_role() {
        let cut = |title: &str, employer: &str| {
            let (event, user) = (event(title), user());
            let scene = Scene::new(&event, &user, &TimeZone::UTC);
            without_start_of("Trainee Vale".to_owned(), Some(employer), &scene)
        };
        assert_eq!(cut("Trainee Vale do Lune", "Vale do Lune"), "Trainee");
        assert_eq!(cut("Trainee Vale, Lune", "Vale do Lune"), "Trainee Vale");
        assert_eq!(cut("Trainee Vale", "Vale"), "Trainee Vale");
    }

    #[test]
    fn words_for_a_vacancy_grow_together_with_roles() {
        for (word, role) in [
            ("avdelingslederstillingen", Some("avdelingsleder")),
            ("Teamleiterstelle", Some("Teamleiter")),
            ("projektleder-stilling", Some("projektleder")),
            ("kontrollen", None),
            ("Baustelle", None),
            ("stilling", None),
            ("projektleder", None),
        ] {
            assert_eq!(before_grown_word(word), role, "{word}");
        }
    }

    #[test]
    fn numbers_stay_with_what_they_grade_alone() {
        for (role, tidied) in [
            ("SDE3", "SDE3"),
            ("JR-20418 Senior Baker", "Senior Baker"),
            ("Senior Baker R-10442", "Senior Baker"),
        ] {
            assert_eq!(tidy(role), tidied, "{role}");
        }
    }

    #[test]
    fn a_given_name_behind_ranks_is_who_has_them() {
        for role in ["tech lead Igor", "coordenadora Rosana", "manager Corvane"] {
            assert!(is_person_of_rank(role), "{role}");
        }
        for role in [
            "tech lead Android",
            "Tech Lead Igor",
            "receptionist Corvane",
        ] {
            assert!(!is_person_of_rank(role), "{role}");
        }
    }
}

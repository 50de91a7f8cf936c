//! What a title calls a role, whatever its words: `(PgM role)`, `posto magazzino`.

use super::super::{
    names::Likeness,
    scene::Scene,
    segments::{Lead, Part},
    text::{fold::fold, lexicon::Concept, reading::Reading},
};

/// Behind a role; folded.
const BEHIND: [&str; 14] = [
    "role",
    "position",
    "job",
    "vacancy",
    "opening",
    "post",
    "rolle",
    "stelle",
    "jobb",
    "jobbet",
    "stilling",
    "tjanst",
    "stillingen",
    "pozisyonu",
];

/// Before a role; folded.
const BEFORE: [&str; 17] = [
    "posto",
    "poste",
    "puesto",
    "vaga",
    "vacante",
    "plaza",
    "cargo",
    "mandat",
    "stelle",
    "functie",
    "vacature",
    "stanowisko",
    "tjanst",
    "stilling",
    "cdd",
    "cdi",
    "pozice",
];

/// The words of a part that stand right before or behind a word for a vacancy, if the employer is
/// another.
pub(super) fn called_so(
    scene: &Scene<'_>,
    parts: &[Part],
    employer: Option<&str>,
) -> Option<String> {
    const LONGEST: usize = 3;
    const OTHERS: [&str; 9] = [
        "new", "the", "same", "this", "other", "dream", "old", "summer", "first",
    ];
    let employer = fold(employer.filter(|it| !it.is_empty())?);
    let title = scene.title.original();
    let part = parts.iter().find(|part| {
        let text = fold(&part.text);
        let same = employer.contains(&text) || text.contains(&employer);
        let company = [Concept::OrgWord, Concept::LegalForm, Concept::Authority];
        let adjacent = || {
            title
                .split_once(part.text.as_str())
                .is_some_and(|(before, behind)| {
                    let next = behind.strip_prefix([' ', '-']).unwrap_or_default();
                    let next = next.split(|c: char| !c.is_alphanumeric()).next();
                    let last = before.strip_suffix(' ').unwrap_or_default();
                    let last = last.rsplit(|c: char| !c.is_alphanumeric()).next();
                    // `job interview`, `role-play`
                    let other = |it: &str| {
                        let rest = behind.get(1 + it.len()..).unwrap_or_default();
                        rest.starts_with('-')
                            || Reading::new(rest).meaning(0).has(Concept::Interview)
                    };
                    next.is_some_and(|it| BEHIND.contains(&fold(it).as_str()) && !other(it))
                        || last.is_some_and(|it| BEFORE.contains(&fold(it).as_str()))
                })
        };
        !same
            && !part.is_user
            && part.person != Likeness::Known
            && !matches!(part.lead, Lead::With | Lead::At)
            && !part.concepts.any(&company)
            && part.text.split(' ').count() <= LONGEST
            && !OTHERS.contains(&text.as_str())
            && part.text.chars().any(char::is_alphabetic)
            && adjacent()
    })?;
    Some(part.text.clone())
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::{
        segments,
        signals::testing::{event, user},
    };

    fn called(title: &str) -> Option<String> {
        let event = event(title);
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        called_so(&scene, &segments::parts(&scene), Some("Corvane"))
    }

    #[test]
    fn a_word_for_a_vacancy_calls_its_neighbour_a_role() {
        for (title, role) in [
            ("call Corvane (PgM role)", "PgM"),
            ("call Corvane (EM role)", "EM"),
            ("Chat w/ Bo @ Corvane - millwork job", "millwork"),
            ("Corvane entretien (CDD paie)", "paie"),
        ] {
            assert_eq!(called(title).as_deref(), Some(role), "{title}");
        }
    }

    #[test]
    fn companies_and_people_are_not_called_so() {
        for title in [
            "Chat about the Corvane role",
            "Interview Corvane, new role",
            "Interview Corvane with Anna Lind",
            "Job interview Corvane",
            "Corvane - Lune Foods job",
            "Corvane, GP surgery job interview",
            "Corvane - Incident role-play",
        ] {
            assert_eq!(called(title), None, "{title}");
        }
    }
}

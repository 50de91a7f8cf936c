//! Words of a title that look like the role and are not, as the rest of the event tells.

use crate::domain::interview::{
    scene::Scene,
    text::{fold::fold, lexicon::Concept, reading::Reading},
};

/// `Rencontre consultant`: of those who find people for others, so perhaps who is met.
pub(super) fn is_of_agents(role: &str) -> bool {
    const AGENTS: [&str; 8] = [
        "consultant",
        "consultante",
        "recruteur",
        "recruteuse",
        "recruiter",
        "consulente",
        "beraterin",
        "berater",
    ];
    AGENTS.contains(&role)
}

/// Whether a letter names another role, of a trade or rank written large.
pub(super) fn is_other(named: Option<String>, role: &str) -> bool {
    named.is_some_and(|it| {
        it.starts_with(char::is_uppercase)
            && Reading::new(&it).has(Concept::RoleWord)
            && !fold(&it).contains(&fold(role))
    })
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

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, user};

    #[test]
    fn a_letter_names_another_role() {
        let other = |named: &str, role: &str| is_other(Some(named.to_owned()), role);
        assert!(is_of_agents("consultant") && !is_of_agents("chef"));
        assert!(other("Quality Engineer", "consultant"));
        assert!(!other("Senior Consultant", "consultant"));
        assert!(!other("quality engineer", "consultant"));
        assert!(!is_other(None, "consultant"));
    }

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
}

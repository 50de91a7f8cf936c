//! Words for those who find people for others, which look like the role in a title.

use crate::domain::interview::text::{fold::fold, lexicon::Concept, reading::Reading};

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_names_another_role() {
        let other = |named: &str, role: &str| is_other(Some(named.to_owned()), role);
        assert!(is_of_agents("consultant") && !is_of_agents("chef"));
        assert!(other("Quality Engineer", "consultant"));
        assert!(!other("Senior Consultant", "consultant"));
        assert!(!other("quality engineer", "consultant"));
        assert!(!is_other(None, "consultant"));
    }
}

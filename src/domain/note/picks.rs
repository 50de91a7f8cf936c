//! What can be picked instead of typed when the user is asked what was talked about: only what the
//! invitation says.

use super::{
    kind::Title,
    language::Language,
    phrases::{self, fill, section},
};

/// Topics that the session's name, the person's title and the role suggest, in this order.
#[must_use]
pub fn picks(
    session: &str,
    person_title: Option<&str>,
    role: Option<&str>,
    language: Language,
) -> Vec<String> {
    let phrases = phrases::of(language);
    // A medical coding specialist is not asked to code.
    let session = Title::of(session, role);
    let known = |it: Option<&str>| {
        it.map(str::trim)
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
    };
    let named = |key: &str, title: Option<String>| {
        let values = vec![("title", title?)];
        let pick = fill(phrases.value(section::PICKS, key), &values);
        (!pick.is_empty()).then_some(pick)
    };
    let mut picks: Vec<String> = phrases
        .list(section::PICKS)
        .iter()
        .filter_map(|it| it.split_once(" = "))
        .filter(|(key, _)| !matches!(*key, "title" | "role") && session.names(key))
        .map(|(_, pick)| pick.to_owned())
        .collect();
    picks.extend(named("title", known(person_title)));
    picks.extend(named("role", known(role)));
    picks.dedup();
    picks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_invitation_says_can_be_picked() {
        assert_eq!(
            picks(
                "Acme – System Design with Priya",
                Some("Staff Engineer"),
                Some("Data Lead"),
                Language::English
            ),
            [
                "the system design exercise",
                "their work as Staff Engineer",
                "what the Data Lead will work on first",
            ]
        );
        assert_eq!(
            picks("Interview", None, Some(" "), Language::German),
            Vec::<String>::new()
        );
        for (session, role) in [
            (
                "Medical Coding Specialist Interview",
                Some("Medical Coding Specialist"),
            ),
            ("Medical Coding Specialist Interview", None),
        ] {
            let picks = picks(session, None, role, Language::English);
            assert!(!picks.join(" ").contains("exercise"), "{picks:?}");
        }
        assert_eq!(
            picks("Coding interview", None, None, Language::English),
            ["the coding exercise"]
        );
        assert_eq!(
            picks("Encoding talk", None, None, Language::English),
            Vec::<String>::new()
        );
    }
}

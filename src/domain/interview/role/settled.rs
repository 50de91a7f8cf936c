//! The role that the events of one employer share: what one of them calls the role is that, too, in
//! the title of another, even where it could be somebody's rank.

use std::collections::BTreeMap;

use super::super::{Assessment, text::fold::fold};
use crate::domain::calendar::event::Event;

/// Gives events without a role the one that another event of the same employer has, if their titles
/// name it in the same words.
pub(crate) fn settle(events: &[Event], assessments: &mut [Assessment]) {
    // By employer, the roles as they are compared and as they are written.
    let mut known: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for it in assessments.iter() {
        if let (Some(employer), Some(role)) = (&it.employer, &it.role)
            && role.contains(' ')
        {
            let roles = known.entry(fold(employer)).or_default();
            roles.entry(fold(role)).or_insert_with(|| role.clone());
        }
    }
    for (event, one) in events.iter().zip(assessments) {
        let Some(employer) = one.employer.as_deref().filter(|_| one.role.is_none()) else {
            continue;
        };
        let title = fold(&event.summary);
        let roles = known.get(&fold(employer)).into_iter().flatten();
        one.role = roles
            .filter(|(folded, _)| holds_words(&title, folded))
            .max_by_key(|(_, role)| role.len())
            .map(|(_, role)| role.clone());
    }
}

/// Whether `words` stand in `text` as words, written alike.
pub(super) fn holds_words(text: &str, words: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text
            .get(at + words.len()..)
            .and_then(|it| it.chars().next());
        edge(before) && edge(after)
    })
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use crate::domain::interview::{
        assessment::assess,
        signals::testing::{event, invited, user, who},
    };

    fn roles(titles: &[&str]) -> Vec<Option<String>> {
        let events: Vec<_> = titles
            .iter()
            .map(|title| {
                let mut event = invited(event(title), who("Bo Ek", "bo@corvane.example"), &[]);
                event.description = "Your interview with Corvane Foods".to_owned();
                event
            })
            .collect();
        let all = assess(&events, &user(), &TimeZone::UTC);
        all.into_iter().map(|it| it.role).collect()
    }

    #[test]
    fn a_role_is_known_from_another_event_of_the_employer() {
        let found = roles(&[
            "Interview - VP Finance - Corvane Foods",
            "Corvane Foods: VP Finance final round interviews",
            "Corvane Foods: final interview with the CEO",
        ]);
        assert_eq!(found[0].as_deref(), Some("VP Finance"));
        assert_eq!(found[1].as_deref(), Some("VP Finance"));
        assert_eq!(found[2], None);
    }
}

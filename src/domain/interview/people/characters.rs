//! Names and ranks in titles of scripts without spaces.

use crate::domain::interview::{
    names,
    scene::Scene,
    segments::Part,
    text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
};

/// `（徐汇）` in Shanghai's Xuhui: a part that the place of the event names, in a script whose names of
/// people look like those of districts.
pub(super) fn is_in_place(scene: &Scene<'_>, text: &str) -> bool {
    text.chars().all(is_unspaced) && scene.event.location.contains(text)
}

/// `部门负责人 周楠`: a rank and, behind a space, a name that begins as family names do.
pub(super) fn behind_unspaced_rank(part: &Part) -> Option<(String, String)> {
    let (rank, name) = part.text.split_once([' ', '\u{3000}'])?;
    let reading = Reading::new(rank);
    let ranks = [Concept::Leader, Concept::Department];
    let all = (0..reading.tokens.len()).all(|at| !reading.meaning(at).is_empty());
    let name_reading = Reading::new(name);
    let plain = (0..name_reading.tokens.len()).any(|at| name_reading.meaning(at).is_empty());
    (all && reading.meanings().any(&ranks)
        && rank.chars().any(is_unspaced)
        && plain
        && names::has_unspaced_family_name(name))
    .then(|| (rank.to_owned(), names::strip_cjk_title(name).to_owned()))
}

/// `（部门主管）`: nothing but a rank.
pub(super) fn is_rank_alone(part: &Part) -> bool {
    if !part.concepts.has(Concept::Leader) || !part.text.chars().any(is_unspaced) {
        return false;
    }
    let reading = Reading::new(&part.text);
    (0..reading.tokens.len()).all(|at| !reading.meaning(at).is_empty())
}

/// `辰野HR面 罗静`: in an own note, behind the employer, a name that begins as family names do.
pub(super) fn is_unspaced_name(
    scene: &Scene<'_>,
    parts: &[Part],
    at: usize,
    employer: Option<&str>,
) -> bool {
    let Some(part) = parts.get(at).filter(|_| at > 0 && scene.is_own_note()) else {
        return false;
    };
    part.concepts.is_empty()
        && names::has_unspaced_family_name(&part.text)
        && employer.is_some_and(|it| !it.contains(&part.text))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::{
        segments,
        signals::testing::{event, user},
    };

    #[test]
    fn a_rank_stands_before_a_family_name() {
        let read = |title: &str| {
            let (event, user) = (event(title), user());
            let scene = Scene::new(&event, &user, &TimeZone::UTC);
            let parts = segments::parts(&scene);
            parts.iter().find_map(behind_unspaced_rank)
        };
        let found = read("云杉 面试（总监 周楠）");
        assert_eq!(found.map(|it| it.1).as_deref(), Some("周楠"));
        assert_eq!(read("云杉 面试（总监）"), None);
        assert_eq!(read("Interview (CTO Bo)"), None);
    }
}

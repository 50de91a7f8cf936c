//! Look-alikes known by where they come from, whatever they say: platforms of research and practice,
//! courses of a university.

use super::{Reason, reason};
use crate::domain::interview::{domains::Kind, scene::Scene};

/// What the origin of an event says.
pub(super) fn reasons(scene: &Scene<'_>) -> impl Iterator<Item = Reason> {
    platforms(scene).into_iter().chain(course(scene))
}

/// Links of platforms that recruit for studies or for practice.
fn platforms(scene: &Scene<'_>) -> Option<Reason> {
    if scene.links_to(Kind::Research) || scene.sender_kind() == Some(Kind::Research) {
        return reason("user_research", "", -4.5);
    }
    (scene.links_to(Kind::Practice) || scene.sender_kind() == Some(Kind::Practice))
        .then(|| reason("mock_interview", "", -4.5))
        .flatten()
}

/// `MATH 2940 Prelim`, `POL126: Case study`: a university numbers its courses so.
fn course(scene: &Scene<'_>) -> Option<Reason> {
    const WEIGHT: f64 = -2.5;
    let title = scene.title.original().trim_start();
    let letters = title.chars().take_while(char::is_ascii_uppercase).count();
    let rest = title.get(letters..)?;
    let rest = rest.strip_prefix([' ', '-']).unwrap_or(rest);
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    let numbered = (2..=5).contains(&letters) && (3..=4).contains(&digits);
    let number = rest.get(..digits)?;
    // `UBS 2026 panel`, `IBM 1430 round 2`
    let value: u32 = number.parse().ok()?;
    let clock = (700..2000).contains(&value) && [0, 15, 30, 45].contains(&(value % 100));
    let time = digits == 4 && (clock || (1900..2100).contains(&value));
    let code = title.get(..title.len() - rest.len() + digits)?;
    (numbered && !time && !scene.title_names_interview() && scene.is_own_note())
        .then(|| reason("school", code, WEIGHT))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::lookalike::tests::check;

    #[test]
    fn courses_have_numbers() {
        for title in [
            "MATH 2940 Prelim",
            "ECE 2300 panel",
            "POL126F24: Case study: Ethiopia",
            "CS-101 presentation",
        ] {
            check(title, "school");
        }
        for title in [
            "JSR 17 panel",
            "Acme 2940 case study",
            "UBS 2026 panel",
            "IBM 1430 round 2",
            "MATH 2940 interview",
        ] {
            check(title, "");
        }
    }
}

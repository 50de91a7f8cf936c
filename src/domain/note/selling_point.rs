//! What the user has to offer, in the form that a sentence needs.
//!
//! A line of a resume becomes part of a sentence only where its form is certain; everything else
//! stands after a colon, which is right for every form.

mod elsewhere;
mod english;

use super::{
    compose::Brief,
    function,
    language::Language,
    phrases::{self, section},
    specific::tidy,
};

/// How a selling point fits into a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SellingPoint {
    /// `five years of payment systems`, for "I would bring".
    Thing(String),
    /// `led a team of four`, `am a registered nurse`, after "I".
    Deed(String),
    /// Whatever it is, after a colon.
    Other(String),
}

/// What is said for the user in the note of the brief: one point that fits what the recipient
/// does, another one for each person while there are enough; two when the user chose them, as one
/// where they have the same form.
pub(super) fn for_brief(brief: &Brief<'_>) -> Vec<SellingPoint> {
    let points: Vec<String> = brief
        .selling_points
        .iter()
        .map(|it| tidy(it))
        .filter(|it| !it.is_empty())
        .collect();
    if brief.points_chosen {
        return chosen(&points, brief.language);
    }
    let place = suggested(&points, brief.title.unwrap_or_default(), brief.position);
    let point = place.and_then(|it| points.get(it));
    let worded = point.map(|it| worded(it, brief.language));
    worded.into_iter().collect()
}

/// Index of the point that fits what somebody with this title does; another one for each place
/// among the people while there are enough.
#[must_use]
pub fn suggested(points: &[String], title: &str, position: u32) -> Option<usize> {
    let fitting: Vec<usize> = points
        .iter()
        .enumerate()
        .filter(|(_, it)| function::fits(it, title))
        .map(|(index, _)| index)
        .collect();
    let place = usize::try_from(position).unwrap_or(0);
    match fitting.as_slice() {
        [] => (!points.is_empty()).then(|| place % points.len()),
        several => several.get(place % several.len()).copied(),
    }
}

/// The first two points, joined where they have the same form.
fn chosen(points: &[String], language: Language) -> Vec<SellingPoint> {
    let mut worded = points.iter().take(2).map(|it| worded(it, language));
    let both = (worded.next(), worded.next());
    let join = |one: &str, other: &str| joined(one, other, language);
    match both {
        (Some(SellingPoint::Thing(one)), Some(SellingPoint::Thing(other))) => {
            vec![SellingPoint::Thing(join(&one, &other))]
        }
        (Some(SellingPoint::Deed(one)), Some(SellingPoint::Deed(other))) => {
            vec![SellingPoint::Deed(join(&one, &other))]
        }
        (Some(SellingPoint::Other(one)), Some(SellingPoint::Other(other))) => {
            vec![SellingPoint::Other(join(&one, &other))]
        }
        (first, second) => first.into_iter().chain(second).collect(),
    }
}

/// Two points as one; what has parts of its own is kept apart by a mark.
fn joined(one: &str, other: &str, language: Language) -> String {
    let phrases = phrases::of(language);
    let and = phrases.and(other);
    let inner = format!(" {} ", phrases.one(section::AND));
    let has_parts = |it: &str| it.contains(&inner) || it.contains(',');
    let is_sentence = |it: &str| {
        let first = it.split(' ').next().unwrap_or_default().to_lowercase();
        phrases
            .words(section::SENTENCE_STARTS)
            .any(|it| it == first)
    };
    if is_sentence(one) || is_sentence(other) {
        format!("{one}; {other}")
    } else if has_parts(one) || has_parts(other) {
        format!("{one}, {and} {other}")
    } else {
        format!("{one} {and} {other}")
    }
}

fn worded(point: &str, language: Language) -> SellingPoint {
    match language {
        Language::English => english::worded(point),
        _ => SellingPoint::Other(elsewhere::after_colon(point, language)),
    }
}

/// The point with a small beginning, where that word is known to be no name.
fn uncapitalized(point: &str, is_small: impl Fn(&str) -> bool) -> String {
    let first = point.split(' ').next().unwrap_or_default();
    let lower = first.to_lowercase();
    let rest = point.get(first.len()..).unwrap_or_default();
    let shouted = first.chars().skip(1).any(char::is_uppercase);
    if shouted || !is_small(lower.trim_end_matches([',', ':'])) {
        return point.to_owned();
    }
    format!("{lower}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_suggested_for_each_person() {
        let points = ["Rust in production", "coached a team", "fluent Spanish"].map(str::to_owned);
        assert_eq!(suggested(&points, "Staff Engineer", 1), Some(0));
        assert_eq!(suggested(&points, "Recruiter", 0), Some(1));
        assert_eq!(suggested(&points, "", 2), Some(2));
        assert_eq!(suggested(&points, "", 3), Some(0));
        assert_eq!(suggested(&[], "Recruiter", 0), None);
    }

    fn both(points: &[&str], language: Language) -> Vec<SellingPoint> {
        let points: Vec<String> = points.iter().map(|it| (*it).to_owned()).collect();
        chosen(&points, language)
    }

    #[test]
    fn two_of_one_form_go_together() {
        let thing = |it: &str| vec![SellingPoint::Thing(it.to_owned())];
        let deed = |it: &str| vec![SellingPoint::Deed(it.to_owned())];
        let other = |it: &str| vec![SellingPoint::Other(it.to_owned())];
        for (points, expected) in [
            (
                ["Five years of sales", "fluent Spanish"],
                thing("five years of sales and fluent Spanish"),
            ),
            (
                ["Five years of sales and support", "fluent Spanish"],
                thing("five years of sales and support, and fluent Spanish"),
            ),
            (
                ["Led a team", "Fluent in Dutch"],
                deed("led a team and am fluent in Dutch"),
            ),
            (["Kubernetes", "SQL"], other("Kubernetes and SQL")),
            (
                ["we grew revenue 3x", "SQL"],
                other("we grew revenue 3x; SQL"),
            ),
        ] {
            assert_eq!(both(&points, Language::English), expected);
        }
        for (language, points, expected) in [
            (
                Language::Spanish,
                ["SQL", "Inglés fluido"],
                "SQL e inglés fluido",
            ),
            (Language::Spanish, ["Inglés", "SQL"], "inglés y SQL"),
            (
                Language::German,
                ["Spreche vier Sprachen", "SQL"],
                "Ich spreche vier Sprachen; SQL",
            ),
        ] {
            assert_eq!(both(&points, language), other(expected));
        }
    }

    #[test]
    fn two_of_different_forms_are_both_said() {
        assert_eq!(
            both(
                &["Led a team", "five years of Rust", "SQL"],
                Language::English
            ),
            [
                SellingPoint::Deed("led a team".to_owned()),
                SellingPoint::Thing("five years of Rust".to_owned()),
            ]
        );
        assert_eq!(both(&[], Language::English), []);
    }
}

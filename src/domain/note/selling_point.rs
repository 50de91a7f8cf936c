//! What the user has to offer, in the form that a sentence needs.

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
    /// `five years of payment systems`.
    Thing(String),
    /// `led a team of four`, after "I".
    Deed(String),
}

/// What is said for the user in the note of the brief: one point that fits what the recipient
/// does, another one for each person while there are enough; two when the user chose them.
pub(super) fn for_brief(brief: &Brief<'_>) -> Option<SellingPoint> {
    let points: Vec<String> = brief
        .selling_points
        .iter()
        .map(|it| tidy(it))
        .filter(|it| !it.is_empty())
        .collect();
    if brief.points_chosen {
        return chosen(&points, brief.language);
    }
    let place = suggested(&points, brief.title.unwrap_or_default(), brief.position)?;
    Some(worded(points.get(place)?, brief.language))
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

/// The first point and, where it has the same form, the second one.
fn chosen(points: &[String], language: Language) -> Option<SellingPoint> {
    let first = worded(points.first()?, language);
    let second = points.get(1).map(|it| worded(it, language));
    let and = phrases::of(language).one(section::AND);
    Some(match (first, second) {
        (SellingPoint::Thing(one), Some(SellingPoint::Thing(other))) => {
            SellingPoint::Thing(format!("{one} {and} {other}"))
        }
        (SellingPoint::Deed(one), Some(SellingPoint::Deed(other))) => {
            SellingPoint::Deed(format!("{one} {and} {other}"))
        }
        (first, _) => first,
    })
}

/// A deed only in English: elsewhere every point is a thing after a colon.
fn worded(point: &str, language: Language) -> SellingPoint {
    if language != Language::English {
        return SellingPoint::Thing(point.to_owned());
    }
    match deed(point) {
        Some(deed) => SellingPoint::Deed(deed),
        None => SellingPoint::Thing(experience(point).unwrap_or_else(|| uncapitalized(point))),
    }
}

/// A selling point told as a deed, in the form that follows "I": "Led a team" gives "led a team",
/// "Fluent in Dutch" gives "am fluent in Dutch".
fn deed(point: &str) -> Option<String> {
    let (first, rest) = point.split_once(' ')?;
    let (lower, rest) = (first.to_lowercase().replace('’', "'"), rest.trim());
    let after_i = [
        ("i", ""),
        ("i'm", "am "),
        ("i've", "have "),
        ("i'd", "would "),
        ("i'll", "will "),
    ];
    if let Some((_, verb)) = after_i.iter().find(|(it, _)| *it == lower) {
        return Some(format!("{verb}{rest}"));
    }
    let next = rest.split(' ').next().unwrap_or_default();
    if QUALITIES.contains(&lower.as_str()) && AFTER_QUALITY.contains(&next) {
        return Some(format!("am {lower} {rest}"));
    }
    let past = (lower.len() > 4 && lower.ends_with("ed") && !lower.ends_with("eed"))
        || IRREGULAR_PAST.contains(&lower.as_str());
    (past || HABITS.contains(&lower.as_str())).then(|| format!("{lower} {rest}"))
}

/// "Managing a team" is the experience of doing so; "Engineering degree" is a thing already.
fn experience(point: &str) -> Option<String> {
    const AFTER: [&str; 10] = [
        "a", "an", "the", "my", "our", "and", "up", "both", "more", "complex",
    ];
    let (first, rest) = point.split_once(' ')?;
    let next = rest.split(' ').next().unwrap_or_default();
    let counted = next.starts_with(|it: char| it.is_ascii_digit());
    let lower = first.to_lowercase();
    (lower.ends_with("ing") && lower.len() > 5 && (counted || AFTER.contains(&next)))
        .then(|| format!("experience {lower} {rest}"))
}

/// Words that tell what somebody is like, before one of [`AFTER_QUALITY`].
const QUALITIES: [&str; 26] = [
    "able",
    "calm",
    "careful",
    "certified",
    "comfortable",
    "confident",
    "experienced",
    "familiar",
    "fast",
    "fluent",
    "good",
    "great",
    "happy",
    "keen",
    "licensed",
    "open",
    "passionate",
    "patient",
    "qualified",
    "quick",
    "ready",
    "registered",
    "skilled",
    "strong",
    "trained",
    "used",
];

/// What follows a quality that is told of somebody: "fluent in Dutch", but not "fluent Dutch".
const AFTER_QUALITY: [&str; 10] = [
    "about", "as", "at", "by", "for", "in", "on", "to", "under", "with",
];

/// Verbs of what somebody does again and again.
const HABITS: [&str; 9] = [
    "can",
    "enjoy",
    "have",
    "know",
    "like",
    "love",
    "speak",
    "teach",
    "understand",
];

/// Past forms that people begin a line of their resume with.
const IRREGULAR_PAST: [&str; 18] = [
    "led", "built", "ran", "wrote", "grew", "won", "made", "taught", "sold", "began", "cut",
    "drove", "brought", "gave", "kept", "set", "took", "oversaw",
];

/// "Five years of …" inside a sentence; a name or an abbreviation keeps its capital.
fn uncapitalized(point: &str) -> String {
    let first = point.split(' ').next().unwrap_or_default();
    let lower = first.to_lowercase();
    if SMALL.contains(&lower.as_str()) && first.chars().skip(1).all(char::is_lowercase) {
        let rest = point.get(first.len()..).unwrap_or_default();
        return format!("{lower}{rest}");
    }
    point.to_owned()
}

/// Words that begin selling points and are no names.
const SMALL: [&str; 30] = [
    "a",
    "an",
    "the",
    "my",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "over",
    "more",
    "many",
    "several",
    "years",
    "experience",
    "strong",
    "deep",
    "hands-on",
    "solid",
    "knowledge",
    "fluent",
    "working",
    "proven",
    "good",
    "excellent",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(point: &str, expected: SellingPoint) {
        assert_eq!(worded(point, Language::English), expected);
    }

    #[test]
    fn a_deed_is_told_in_the_first_person() {
        for (point, expected) in [
            ("Led a team of four", "led a team of four"),
            ("I speak four languages", "speak four languages"),
            ("Migrated billing to Kafka", "migrated billing to Kafka"),
            ("Fluent in Dutch", "am fluent in Dutch"),
            (
                "calm with anxious patients",
                "am calm with anxious patients",
            ),
            ("Experienced in audits", "am experienced in audits"),
            ("I'm good at listening", "am good at listening"),
            ("I’ve led two hospitals", "have led two hospitals"),
            ("Speak four languages", "speak four languages"),
        ] {
            check(point, SellingPoint::Deed(expected.to_owned()));
        }
    }

    #[test]
    fn a_point_is_suggested_for_each_person() {
        let points = ["Rust in production", "coached a team", "fluent Spanish"].map(str::to_owned);
        assert_eq!(suggested(&points, "Staff Engineer", 1), Some(0));
        assert_eq!(suggested(&points, "Recruiter", 0), Some(1));
        assert_eq!(suggested(&points, "", 2), Some(2));
        assert_eq!(suggested(&points, "", 3), Some(0));
        assert_eq!(suggested(&[], "Recruiter", 0), None);
    }

    #[test]
    fn two_that_were_chosen_go_together() {
        let points = |it: &[&str]| it.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            chosen(
                &points(&["Five years of sales", "fluent Spanish"]),
                Language::English
            ),
            Some(SellingPoint::Thing(
                "five years of sales and fluent Spanish".to_owned()
            ))
        );
        assert_eq!(
            chosen(
                &points(&["Led a team", "fluent Spanish"]),
                Language::English
            ),
            Some(SellingPoint::Deed("led a team".to_owned()))
        );
        assert_eq!(chosen(&[], Language::English), None);
    }

    #[test]
    fn a_thing_loses_its_capital_unless_it_is_a_name() {
        for (point, expected) in [
            (
                "Five years of payment systems",
                "five years of payment systems",
            ),
            ("Rust in production", "Rust in production"),
            ("Speed", "Speed"),
            ("Fluent Dutch", "fluent Dutch"),
            ("Managing a team of 12", "experience managing a team of 12"),
            ("Working knowledge of SQL", "working knowledge of SQL"),
            ("Nursing degree", "Nursing degree"),
        ] {
            check(point, SellingPoint::Thing(expected.to_owned()));
        }
        let german = worded("Fünf Jahre Erfahrung", Language::German);
        assert_eq!(
            german,
            SellingPoint::Thing("Fünf Jahre Erfahrung".to_owned())
        );
    }
}

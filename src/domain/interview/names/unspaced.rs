//! Names in Chinese, Japanese and Korean characters, which have no spaces.

use super::{Likeness, NOT_IN_NAMES, has_unspaced_family_name, strip_cjk_title};
use crate::domain::interview::text::{fold::is_unspaced, lexicon::Concept, reading::Reading};

/// `人事 高瀬`, `青鳥會館 人資 Amber`: who writes for a department.
pub(super) fn behind_department(text: &str) -> &str {
    const LONGEST: usize = 4;
    const FUNCTIONS: [&str; 5] = ["窓口", "受付", "事務局", "係", "担当"];
    if !text.chars().any(is_unspaced) {
        return text;
    }
    let gap = [' ', '\u{3000}'];
    let Some((head, name)) = text.rsplit_once(gap) else {
        return text;
    };
    let unit = Reading::new(head.rsplit(gap).next().unwrap_or_default());
    let units = [Concept::Department, Concept::Hiring];
    let of_unit =
        !unit.tokens.is_empty() && (0..unit.tokens.len()).all(|at| unit.meaning(at).any(&units));
    let latin = name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase);
    // Behind a company's name and a department `東京` would be a town.
    let short = name.chars().count() <= LONGEST
        && name.chars().all(is_unspaced)
        && !head.contains(gap)
        && !FUNCTIONS.contains(&name);
    let plain = !Reading::new(name).meanings().any(&NOT_IN_NAMES);
    if of_unit && plain && (latin || short) {
        name
    } else {
        text
    }
}

/// `이지원`: three characters, of which the first is a common family name; the others may mean something
/// else alone.
#[must_use]
pub(crate) fn is_full(text: &str) -> bool {
    const LENGTH: usize = 3;
    text.chars().count() == LENGTH
        && has_unspaced_family_name(text)
        && Reading::new(text).hits.iter().all(|it| it.first > 0)
}

/// Chinese, Japanese and Korean names are short; what follows them (`様`, `님`) tells most.
pub(super) fn likeness(text: &str) -> Likeness {
    let bare = strip_cjk_title(text);
    let count = bare.chars().filter(|c| !c.is_whitespace()).count();
    let reading = Reading::new(bare);
    let foreign = !is_full(bare)
        && reading
            .hits
            .iter()
            .any(|hit| hit.concepts.any(&NOT_IN_NAMES));
    if bare.len() < text.len() && (1..=6).contains(&count) && !foreign {
        return Likeness::Known;
    }
    if (2..=5).contains(&count) && !foreign {
        Likeness::Shape
    } else {
        Likeness::No
    }
}

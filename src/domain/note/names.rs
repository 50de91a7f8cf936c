//! What to call somebody: the name to greet by, and the name to be formal with.
//!
//! Refuses to guess: a name whose parts cannot be told apart is used whole.

/// Titles that stand before a name, without dots, in lower case.
const TITLES: [&str; 18] = [
    "dr",
    "prof",
    "professor",
    "mr",
    "mrs",
    "ms",
    "mx",
    "miss",
    "herr",
    "frau",
    "hr",
    "fr",
    "mme",
    "sr",
    "sra",
    "dott",
    "ing",
    "sir",
];
/// What may follow a name after a comma without being a first name.
const SUFFIXES: [&str; 14] = [
    "jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "cpa", "pmp", "msc", "bsc", "phr",
];

/// The name as people write it: `Shah, Priya` becomes `Priya Shah`, `PRIYA SHAH` and `priya shah`
/// become `Priya Shah`, titles and suffixes go, so does what stands in brackets.
#[must_use]
pub fn plain_name(full: &str) -> String {
    let full = full.split(['(', '[', '<', '|']).next().unwrap_or_default();
    let ordered = match full.split_once(',') {
        Some((last, first)) if is_suffix(first) => last.to_owned(),
        Some((last, first)) => {
            let first = first.split(',').next().unwrap_or_default();
            format!("{} {}", first.trim(), last.trim())
        }
        None => full.to_owned(),
    };
    let words: Vec<&str> = ordered
        .split_whitespace()
        .skip_while(|it| is_title(it))
        .collect();
    let kept: Vec<&str> = match words.split_last() {
        Some((last, rest)) if !rest.is_empty() && is_suffix(last) => rest.to_vec(),
        _ => words,
    };
    let cased: Vec<String> = kept.iter().map(|it| capitalize(it)).collect();
    cased.join(" ")
}

/// The name to greet somebody by: `Priya` for `Priya Shah`; `None` when the name tells none, as
/// one written in Chinese, Japanese or Korean, an initial, or no name at all.
#[must_use]
pub fn first_name(full: &str) -> Option<String> {
    let plain = plain_name(full);
    let first = plain.split_whitespace().next()?;
    let letters = first.chars().filter(|it| it.is_alphabetic()).count();
    let readable = letters >= 2
        && first
            .chars()
            .all(|it| it.is_alphabetic() || matches!(it, '-' | '\'' | '’' | '.'))
        && !first.ends_with('.')
        && !plain.chars().any(is_east_asian);
    readable.then(|| first.to_owned())
}

/// What a form of address before the name says of its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Addressed as a woman.
    Woman,
    /// Addressed as a man.
    Man,
}

impl Gender {
    /// Stable code: `woman` or `man`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Woman => "woman",
            Self::Man => "man",
        }
    }

    /// The one of a code; `None` when it is unknown.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Woman, Self::Man]
            .into_iter()
            .find(|it| it.code() == code)
    }
}

/// The gender that the name is written with: `Frau Shah`, `M. Dupont`. Never guessed from a first
/// name.
pub(super) fn gender(full: &str) -> Option<Gender> {
    let first = full.split_whitespace().next()?.trim_end_matches('.');
    match first.to_lowercase().as_str() {
        "frau" | "fr" | "mme" | "madame" | "sra" | "señora" | "mrs" | "ms" | "miss" => {
            Some(Gender::Woman)
        }
        "herr" | "hr" | "monsieur" | "sr" | "señor" | "mr" => Some(Gender::Man),
        _ => None,
    }
}

/// Chinese characters, kana and hangul: family and given name are not separated there, and
/// calling a stranger by the given name alone is rude.
pub(super) fn is_east_asian(it: char) -> bool {
    matches!(it,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ffff}')
}

/// Whether a word is a title that stands before names.
pub(super) fn is_title(word: &str) -> bool {
    let bare = word.trim_end_matches('.').to_lowercase();
    TITLES.contains(&bare.as_str())
}

fn is_suffix(word: &str) -> bool {
    let bare: String = word
        .chars()
        .filter(|it| it.is_alphanumeric())
        .collect::<String>()
        .to_lowercase();
    SUFFIXES.contains(&bare.as_str())
}

/// `PRIYA` and `priya` become `Priya`; a word of mixed case is how its owner writes it.
fn capitalize(word: &str) -> String {
    let mut cases = word.chars().filter(|it| it.is_alphabetic());
    let all_upper = cases.clone().count() > 2 && cases.clone().all(char::is_uppercase);
    let starts_lower = cases.next().is_some_and(char::is_lowercase);
    // Particles stay small: `van`, `de`, `al`.
    if (!all_upper && !starts_lower) || (starts_lower && word.chars().count() <= 3) {
        return word.to_owned();
    }
    let mut out = String::new();
    let mut begins = true;
    for it in word.chars() {
        if begins {
            out.extend(it.to_uppercase());
        } else {
            out.extend(it.to_lowercase());
        }
        begins = matches!(it, '-' | '\'' | '’');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(full: &str, plain: &str, first: Option<&str>) {
        assert_eq!(plain_name(full), plain, "{full}");
        assert_eq!(first_name(full).as_deref(), first, "{full}");
    }

    #[test]
    fn ok_names_as_people_write_them() {
        check("Priya Shah", "Priya Shah", Some("Priya"));
        check("Shah, Priya", "Priya Shah", Some("Priya"));
        check("Dr. Tom Kovač", "Tom Kovač", Some("Tom"));
        check("PRIYA SHAH", "Priya Shah", Some("Priya"));
        check("leonie achterman", "Leonie Achterman", Some("Leonie"));
        check("Jean-Luc O'Neill", "Jean-Luc O'Neill", Some("Jean-Luc"));
        check("JEAN-LUC O'NEILL", "Jean-Luc O'Neill", Some("Jean-Luc"));
        check(
            "Ludwig van Beethoven",
            "Ludwig van Beethoven",
            Some("Ludwig"),
        );
        check("Ann Lee, PhD", "Ann Lee", Some("Ann"));
        check("Bo", "Bo", Some("Bo"));
        check("Dana (she/her)", "Dana", Some("Dana"));
    }

    #[test]
    fn err_names_that_tell_no_first_name() {
        check("J. Smith", "J. Smith", None);
        check("田中 太郎", "田中 太郎", None);
        check("김민수", "김민수", None);
        check("", "", None);
        check("Team 7", "Team 7", Some("Team"));
        check("42", "42", None);
    }
}

//! What the `{…}` of a sentence stand for.

mod employer;

use super::{Phrases, section};
use crate::domain::note::{kind::Kind, language::Language};

/// A name and its value, for every `{name}`.
pub(in crate::domain::note) type Values = Vec<(&'static str, String)>;

/// The facts of a note that are worded by language.
#[derive(Clone, Copy, Debug)]
pub(in crate::domain::note) struct Facts<'a> {
    /// Role, not blank.
    pub role: Option<&'a str>,
    /// Employer, not blank.
    pub employer: Option<&'a str>,
    /// What the meeting was.
    pub kind: Kind,
    /// Which of several names for the meeting is used.
    pub turn: u32,
}

impl Facts<'_> {
    /// The facts in the words of a language.
    pub(in crate::domain::note) fn worded(&self, phrases: &Phrases, language: Language) -> Values {
        let title = self.role.unwrap_or_default();
        let employer = self.employer.unwrap_or_default();
        let facts = [
            ("title", title.to_owned()),
            ("position", position(title)),
            ("de title", with_de(title)),
            ("at employer", employer::at(employer, phrases, language)),
        ];
        let facts = Vec::from(facts);
        let mut values: Values = ["role", "of role", "to role", "place", "interview"]
            .into_iter()
            .map(|key| (key, fill(self.worded_as(phrases, key), &facts)))
            .collect();
        let meetings = phrases.value(section::MEETINGS, self.kind.meeting());
        values.push(("meeting", self.turned(meetings).to_owned()));
        values
    }

    /// One of several alternatives, another one for each note.
    fn turned(&self, alternatives: &'static str) -> &'static str {
        let all: Vec<&str> = alternatives.split(" | ").collect();
        let turn = usize::try_from(self.turn).unwrap_or(0) % all.len();
        all.get(turn).copied().unwrap_or_default()
    }

    /// Every other note calls the role by another word, where the language has one.
    fn worded_as(&self, phrases: &Phrases, key: &str) -> &'static str {
        let other = self.alternative(phrases, &key.replace("role", "other role"));
        if other.is_empty() || self.turn.is_multiple_of(2) {
            self.alternative(phrases, key)
        } else {
            other
        }
    }

    /// With role and employer, the role alone, the employer alone, or neither.
    fn alternative(&self, phrases: &Phrases, key: &str) -> &'static str {
        let index = match (self.role, self.employer) {
            (Some(_), Some(_)) => 0,
            (Some(_), None) => 1,
            (None, Some(_)) => 2,
            (None, None) => 3,
        };
        let all = phrases.value(section::VALUES, key);
        all.split(" | ").nth(index).unwrap_or_default()
    }
}

/// Puts the values into a sentence, in one pass: what a value holds is never taken for a hole.
pub(in crate::domain::note) fn fill(sentence: &str, values: &Values) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((key, behind)) = after.split_once('}') else {
            rest = after;
            break;
        };
        let value = values.iter().find(|(name, _)| *name == key);
        out.push_str(value.map_or("", |(_, it)| it));
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// English: "Senior Engineer role", but "Summer internship" says by itself that it is a position.
fn position(title: &str) -> String {
    let last = title.split_whitespace().next_back().unwrap_or_default();
    let says = [
        "role",
        "position",
        "internship",
        "job",
        "apprenticeship",
        "traineeship",
        "fellowship",
    ]
    .iter()
    .any(|it| last.eq_ignore_ascii_case(it));
    if says {
        title.to_owned()
    } else {
        format!("{title} role")
    }
}

/// French: "de Chef", but "d’Ingénieur" and "d’Hôtesse".
fn with_de(title: &str) -> String {
    // Words with an h that is not heard; those of other languages and most of the rest are heard.
    const SILENT: [&str; 12] = [
        "hôte",
        "hôti",
        "horlo",
        "horti",
        "hist",
        "huiss",
        "hydr",
        "hygi",
        "héma",
        "homéo",
        "hôp",
        "herboriste",
    ];
    // English words whose u sounds like "you".
    const HEARD: [&str; 3] = ["user", "unit", "usab"];
    let lower = title.to_lowercase();
    let starts = |all: &[&str]| all.iter().any(|it| lower.starts_with(it));
    let vowel = lower.starts_with(|it: char| "aeiouàâäéèêëîïôöùûüœ".contains(it));
    if (vowel && !starts(&HEARD)) || starts(&SILENT) {
        format!("d’{title}")
    } else {
        format!("de {title}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::note::{language::Language, phrases::of};

    fn check(language: Language, role: Option<&str>, employer: Option<&str>, expected: &str) {
        let facts = Facts {
            role,
            employer,
            kind: Kind::General,
            turn: 0,
        };
        let values = facts.worded(of(language), language);
        assert_eq!(fill("{role}", &values), expected);
    }

    #[test]
    fn a_role_is_worded_by_language() {
        check(
            Language::English,
            Some("Engineer"),
            Some("Acme"),
            "the Engineer role at Acme",
        );
        check(
            Language::English,
            Some("Summer Internship"),
            None,
            "the Summer Internship",
        );
        check(Language::English, None, None, "the role");
        check(
            Language::German,
            Some("Entwicklerin"),
            None,
            "die Stelle als Entwicklerin",
        );
        check(
            Language::French,
            Some("Ingénieur"),
            Some("Acme"),
            "le poste d’Ingénieur chez Acme",
        );
        check(Language::Spanish, None, Some("Acme"), "el puesto en Acme");
    }

    #[test]
    fn french_elides_what_is_not_heard() {
        for (title, expected) in [
            ("Ingénieure", "d’Ingénieure"),
            ("Hôtesse d’accueil", "d’Hôtesse d’accueil"),
            ("Horloger", "d’Horloger"),
            ("UX Designer", "d’UX Designer"),
            ("urbaniste", "d’urbaniste"),
            ("Head of Data", "de Head of Data"),
            ("Hardware Engineer", "de Hardware Engineer"),
            ("HR Partner", "de HR Partner"),
            ("User Researcher", "de User Researcher"),
            ("Yield Manager", "de Yield Manager"),
            ("Chef", "de Chef"),
        ] {
            assert_eq!(with_de(title), expected);
        }
    }

    #[test]
    fn what_a_value_holds_is_no_hole() {
        let values = vec![("name", "{role}".to_owned()), ("role", "x".to_owned())];
        assert_eq!(fill("{name} {unknown}{open", &values), "{role} open");
    }
}

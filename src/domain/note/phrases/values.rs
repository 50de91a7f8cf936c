//! What the `{…}` of a sentence stand for.

use super::{Phrases, section};
use crate::domain::note::kind::Kind;

/// An alternative that says nothing.
const NOTHING: &str = "-";

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
    /// The interview was today.
    pub today: bool,
    /// Which of several names for the meeting is used.
    pub turn: u32,
}

impl Facts<'_> {
    /// The facts in the words of a language.
    pub(in crate::domain::note) fn worded(&self, phrases: &Phrases) -> Values {
        let title = self.role.unwrap_or_default();
        let facts = [
            ("title", title.to_owned()),
            ("position", position(title)),
            ("de title", with_de(title)),
            ("employer", self.employer.unwrap_or_default().to_owned()),
        ];
        let facts = Vec::from(facts);
        let mut values: Values = ["role", "of role", "to role", "place", "interview"]
            .into_iter()
            .map(|key| (key, fill(self.worded_as(phrases, key), &facts)))
            .collect();
        let when = match self.turned(phrases.value(section::VALUES, "when")) {
            when if self.today && when != NOTHING => format!(" {when}"),
            _ => String::new(),
        };
        values.push(("when", when));
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

/// French: "de Chef", but "d’Ingénieur".
fn with_de(title: &str) -> String {
    let vowel = title
        .chars()
        .next()
        .is_some_and(|it| "aeiouyàâäéèêëîïôöùûüœh".contains(&it.to_lowercase().to_string()));
    if vowel {
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
            today: true,
            turn: 0,
        };
        let values = facts.worded(of(language));
        assert_eq!(fill("{role}{when}", &values), expected);
    }

    #[test]
    fn a_role_is_worded_by_language() {
        check(
            Language::English,
            Some("Engineer"),
            Some("Acme"),
            "the Engineer role at Acme today",
        );
        check(
            Language::English,
            Some("Summer Internship"),
            None,
            "the Summer Internship today",
        );
        check(Language::English, None, None, "the role today");
        check(
            Language::German,
            Some("Entwicklerin"),
            None,
            "die Stelle als Entwicklerin heute",
        );
        check(
            Language::French,
            Some("Ingénieur"),
            Some("Acme"),
            "le poste d’Ingénieur chez Acme d’aujourd’hui",
        );
        check(
            Language::Spanish,
            None,
            Some("Acme"),
            "el puesto en Acme de hoy",
        );
    }

    #[test]
    fn what_a_value_holds_is_no_hole() {
        let values = vec![("name", "{role}".to_owned()), ("role", "x".to_owned())];
        assert_eq!(fill("{name} {unknown}{open", &values), "{role} open");
    }
}

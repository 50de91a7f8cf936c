//! The role behind a label inside a line of a description.

use super::{
    super::{
        names::{self, Likeness},
        text::{lexicon::Concept, reading::Reading},
    },
    form,
    phrases::{LABELS, SURE_LABELS},
};

/// Whether a line whose beginning, in lower case, is `head` has the label of a role in front of
/// `value`: that of a place too, or one behind other things, only if a trade or rank follows.
pub(super) fn is_labelled(head: &str, value: &str) -> bool {
    const LONGEST: usize = 30;
    const PLACES: [&str; 3] = ["paikka", "místo", "plaza"];
    LABELS.split('|').any(|label| {
        let Some(before) = head.strip_suffix(label) else {
            return false;
        };
        let alone = before.is_empty();
        let inside = before.trim_end().ends_with([',', '.', ';', '!', ')', '–']);
        let doubt = PLACES.contains(&label) || inside && !is_sure_label(label);
        (alone || before.ends_with(' ') && head.len() < LONGEST) && (!doubt || is_trade(value))
    })
}

/// `ask for Bo, position: baker`, `role = platform lead`: what a label inside a line names, if
/// nothing but a role has that label or it is one by its words.
pub(super) fn labelled_inside(line: &str) -> Option<String> {
    const LONGEST: usize = 6;
    const LONGEST_LABEL: usize = 30;
    let mut from = 0;
    let marks = [
        ',', '.', ';', '(', '|', '–', '!', ':', '=', '，', '。', '；', '：',
    ];
    line.match_indices(marks).find_map(|(at, mark)| {
        let end = at + mark.len();
        if !matches!(mark, ":" | "=" | "：") {
            from = end;
            return None;
        }
        let label = line.get(from..at).filter(|it| it.len() <= LONGEST_LABEL)?;
        let label = label.trim().to_lowercase();
        if !LABELS.split('|').any(|it| it == label) {
            return None;
        }
        let value = line.get(end..)?;
        let value = value
            .strip_prefix(' ')
            .or((mark == "：").then_some(value))?;
        let end = value
            .find([',', ';', '|', ')', '!', '?', '，', '。', '；', '）'])
            .unwrap_or(value.len());
        let value = value.get(..end)?;
        // `specjalista ds. płac`: a full stop ends it before a new sentence.
        let mut stops = value.match_indices(". ").filter(|(at, _)| {
            let next = value.get(at + 2..).unwrap_or_default();
            next.starts_with(char::is_uppercase)
        });
        let end = stops.next().map_or(value.len(), |(at, _)| at);
        let role = value
            .get(..end)?
            .trim()
            .trim_matches(['"', '“', '”', '„', '«', '»']);
        let words = role.split(' ').count();
        let plain = role.starts_with(char::is_alphabetic) && !role.contains([':', '@', '/']);
        (plain
            && words <= LONGEST
            && (is_sure_label(&label) || is_trade(role))
            && !form::names_session(role)
            && names::likeness(role) != Likeness::Known)
            .then(|| role.to_owned())
    })
}

/// `Demande R0044127 – Gestionnaire d’actifs`: a line that begins with the number of a vacancy.
pub(super) fn behind_number(line: &str) -> Option<String> {
    const LONGEST: usize = 80;
    const DIGITS: usize = 4;
    const VACANCIES: [&str; 14] = [
        "demande",
        "req",
        "requisition",
        "ref",
        "réf",
        "ref.",
        "réf.",
        "referenz",
        "kennziffer",
        "offre",
        "vacancy",
        "vacature",
        "vaga",
        "oferta",
    ];
    let (head, role) = line.split_once(" – ").or_else(|| line.split_once(" - "))?;
    let (label, number) = head.rsplit_once(' ').unwrap_or(("", head));
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let plain = number
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "-_#".contains(c));
    // `R0044127` alone, and not a telephone number.
    let lettered = label.is_empty() && number.starts_with(['R', 'J']);
    let labelled = lettered || VACANCIES.contains(&label.to_lowercase().as_str());
    let number = digits >= DIGITS && plain && labelled;
    let role = role.split([',', '.', ';', '|', '(']).next()?.trim();
    (number && line.len() <= LONGEST && is_trade(role)).then(|| role.to_owned())
}

/// Whether nothing but a role stands behind a label, wherever it stands.
fn is_sure_label(label: &str) -> bool {
    SURE_LABELS.split('|').any(|it| it == label)
}

/// Whether a word of a trade or a rank is in a text.
fn is_trade(text: &str) -> bool {
    Reading::new(text)
        .meanings()
        .any(&[Concept::RoleWord, Concept::Leader])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_stands_behind_the_number_of_a_vacancy() {
        for line in [
            "Demande R0044127 – Baker",
            "R-20418 - Baker",
            "Req 20418 – Baker (nights)",
        ] {
            assert_eq!(behind_number(line).as_deref(), Some("Baker"), "{line}");
        }
        for line in [
            "Room 1204 – Manager office",
            "Tel 0301234567 – Assistant",
            "Dial 12345678 – Recruiter will join",
            "R-20418 - nights",
        ] {
            assert_eq!(behind_number(line), None, "{line}");
        }
    }
}

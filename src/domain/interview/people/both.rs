//! Whether whoever writes an invitation is there, too.

use crate::domain::interview::{Participant, names, text::fold::is_unspaced};

/// Said by one of several who come.
const BOTH: [&str; 80] = [
    "jag och",
    "jeg og",
    "ich und",
    "minä ja",
    "én és",
    "with both of us",
    "con la sottoscritta",
    "con il sottoscritto",
    "la sottoscritta e",
    "allekirjoittaneen",
    "allekirjoittanut",
    "will join us",
    "will be joining us",
    "se joindra à nous",
    "se joint à nous",
    "nous rejoindra",
    "se unirá a nosotros",
    "nos acompañará",
    "nos acompanhará",
    "si unirà a noi",
    "sluit bij ons aan",
    "ansluter till oss",
    "dołączy do nas",
    "присоединится к нам",
    "and i",
    "and me",
    "with me and",
    "mit mir und",
    "con me e",
    "con me ed",
    "e con me",
    "ze mną oraz",
    "ze mną i z",
    "i ze mną",
    "en mijzelf",
    "en mij",
    "met mij en",
    "avec moi et",
    "conmigo y con",
    "comigo e com",
    "med mig och",
    "och mig",
    "med mig og",
    "med meg og",
    "og mig",
    "og meg",
    "und mir",
    "mich und",
    "und ich selbst",
    "undertegnede",
    "undertecknad",
    "ondergetekende",
    "il sottoscritto",
    "la sottoscritta",
    "moi même",
    "y conmigo",
    "y un servidor",
    "y una servidora",
    "e comigo",
    "oraz ja",
    "oraz ze mną",
    "i ja",
    "a já budeme",
    "a já.",
    "a já,",
    "és én",
    "sekä minä",
    "& i",
    "myself",
    "und ich",
    "et moi",
    "moi-même",
    "y yo",
    "e eu",
    "ed io",
    "e io",
    "en ik",
    "och jag",
    "og jeg",
    "ve ben",
];

/// Said of another one who comes besides the writer, at the end of a sentence or before the name.
const ALSO: [&str; 34] = [
    "will also join",
    "will also be joining",
    "is also joining",
    "will join as well",
    "joins as well",
    "nimmt auch teil",
    "nimmt ebenfalls teil",
    "ist auch dabei",
    "ist ebenfalls dabei",
    "kommt auch dazu",
    "kommt dazu",
    "wird auch dabei sein",
    "sera avec nous",
    "participera également",
    "schuift ook aan",
    "sluit ook aan",
    "is er ook bij",
    "también participará",
    "participa también",
    "estará con nosotros",
    "también asistirá",
    "estará conosco",
    "estará connosco",
    "parteciperà anche",
    "sarà con noi",
    "sarà presente anche",
    "dołączy również",
    "dołączy też",
    "deltar också",
    "är också med",
    "deltager også",
    "deltar også",
    "připojí se také",
    "も同席いたします",
];

/// Whether a letter says so: `Marcus and I look forward to meeting you`; `Edwin schuift ook aan`, where
/// Edwin is the only one of the `others` known besides its writer.
#[must_use]
pub(super) fn says_so(letter: &str, others: &[Participant]) -> bool {
    let text = letter.to_lowercase();
    let both = || BOTH.iter().any(|it| places(&text, it).next().is_some());
    let also = || match others {
        [other] => other
            .name
            .as_deref()
            .is_some_and(|it| also_comes(letter, it)),
        _ => false,
    };
    !others.is_empty() && (both() || lists_writer(&text)) || also()
}

/// `Teilnehmer: Jochen Raabe (Projektleitung), ich.`
fn lists_writer(text: &str) -> bool {
    const WRITER: [&str; 8] = [
        "ich",
        "myself",
        "moi",
        "moi-même",
        "ik",
        "ikzelf",
        "jag",
        "jeg",
    ];
    const LABELS: [&str; 10] = [
        "teilnehmer",
        "teilnehmende",
        "teilnehmerinnen",
        "gesprächspartner",
        "interviewer",
        "participants",
        "deelnemers",
        "deltagare",
        "deltagere",
        "panel",
    ];
    let lines = text.lines().filter_map(|it| it.split_once(": "));
    let lines = lines.filter(|(label, _)| LABELS.iter().any(|it| label.trim().ends_with(it)));
    let mut last = lines.filter_map(|(_, list)| list.rsplit([',', ';']).next());
    last.any(|it| WRITER.contains(&it.trim_matches([' ', '.'])))
}

/// Whether a sentence says of this person that they come, too: it begins with their name and ends with
/// the phrase, or begins with the phrase.
fn also_comes(letter: &str, name: &str) -> bool {
    let of_name = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.chars().count() > 1 && name.split([' ', '-']).any(|it| it == word)
    };
    sentences(letter).into_iter().any(|sentence| {
        let lower = sentence.to_lowercase();
        let mut words = sentence.split_whitespace();
        let mut words = words.by_ref().skip_while(|it| names::is_honorific(it));
        let begins = words.by_ref().take(1).any(of_name);
        let named = begins || words.any(of_name);
        ALSO.iter().any(|phrase| {
            places(&lower, phrase).any(|at| {
                let before = lower.get(..at).unwrap_or_default().trim();
                let after = lower.get(at + phrase.len()..).unwrap_or_default();
                // `Herr Falk stellt die Aufgabe, und ein Test kommt dazu`
                let other = *phrase == "kommt dazu" && before.contains(',');
                let ends = after.trim().is_empty() || after.starts_with([',', ';', ')']);
                let ends = ends && !other;
                let unspaced = before.chars().any(is_unspaced) && before.ends_with(name);
                ends && (begins || unspaced) || before.is_empty() && named
            })
        })
    })
}

/// The sentences of a text; the full stop of a form of address ends none.
fn sentences(text: &str) -> Vec<&str> {
    const ADDRESSES: [&str; 12] = [
        "Dr", "JUDr", "MUDr", "Mgr", "Mr", "Mrs", "Ms", "Prof", "Sig", "Dott", "Dhr", "Hr",
    ];
    let mut found = Vec::new();
    let mut from = 0;
    for (at, mark) in text.match_indices(['.', '!', '?', '\n', '。']) {
        let before = text.get(from..at).unwrap_or_default();
        let word = before.rsplit(' ').next().unwrap_or_default();
        if mark != "." || !ADDRESSES.contains(&word) {
            found.push(before);
            from = at + mark.len();
        }
    }
    found.push(text.get(from..).unwrap_or_default());
    found
}

/// Where a phrase stands in a text as whole words.
fn places<'t>(text: &'t str, phrase: &'t str) -> impl Iterator<Item = usize> + 't {
    let unspaced = phrase.chars().all(is_unspaced);
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '\'' || c == '’');
    text.match_indices(phrase)
        .filter(move |(at, _)| {
            let before = text.get(..*at).and_then(|it| it.chars().next_back());
            let after = text
                .get(at + phrase.len()..)
                .and_then(|it| it.chars().next());
            unspaced || !letter(before) && !letter(after)
        })
        .map(|it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::Part;

    fn others(names: &[&str]) -> Vec<Participant> {
        let person = |name: &&str| Participant {
            name: Some((*name).to_owned()),
            email: None,
            title: None,
            part: Part::Interviewer,
            main_contact: None,
        };
        names.iter().map(person).collect()
    }

    #[test]
    fn who_writes_of_one_more_is_there_too() {
        for (letter, other) in [
            (
                "Edwin (hoofd bedrijfsbureau) schuift ook aan.",
                "Edwin Brouns",
            ),
            (
                "Bertrand Quiniou, directeur, sera avec nous.",
                "Bertrand Quiniou",
            ),
            ("Připojí se také JUDr. Hruška. Na viděnou", "Milan Hruška"),
            ("設計責任者の谷口も同席いたします。", "谷口"),
            ("Marcus and I look forward to it.", "Marcus Falk"),
            ("Teilnehmer: Marcus Falk (Leitung), ich.", "Marcus Falk"),
            ("Frau Falk aus dem Vorstand kommt dazu.", "Falk"),
            ("Sarà presente anche lo chef Igor Benassi.", "Igor Benassi"),
        ] {
            assert!(says_so(letter, &others(&[other])), "{letter}");
            assert!(!says_so(letter, &[]), "{letter}");
        }
        assert!(says_so(
            "Marcus and I look forward to it.",
            &others(&["Ann", "Bo"])
        ));
    }

    #[test]
    fn who_writes_of_others_is_not() {
        for letter in [
            "Marcus and Bo look forward to it.",
            "A note taker will also join.",
            "Bo Larsen, who will also join the team lunch, will meet you.",
            "Bo Larsen will meet you. Please tell us if anybody will also join.",
            "You will speak with Bo Larsen. Kim Holt will also join.",
            "You will meet Bo Larsen from HR. Somebody of finance will also join.",
            "Please let Bo know whether your partner will join as well.",
            "El equipo de Bo también participará.",
            "Herr Bo Larsen stellt die Aufgabe, und ein kurzer Test kommt dazu.",
            "Fragen: Telefon, E-Mail, ich",
        ] {
            assert!(!says_so(letter, &others(&["Bo Larsen"])), "{letter}");
        }
        // Of two others, one may come besides the other.
        let two = others(&["Ann Berg", "Bo Larsen"]);
        assert!(!says_so("You will meet Ann. Bo will also join.", &two));
    }
}

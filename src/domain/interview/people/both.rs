//! Whether whoever writes an invitation is there, too.

use crate::domain::interview::text::fold::is_unspaced;

/// Said by one of several who come.
const BOTH: [&str; 79] = [
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

/// Said of another one who comes besides the writer.
const ALSO: [&str; 44] = [
    "will also join",
    "will also be joining",
    "is also joining",
    "will join as well",
    "joins as well",
    "will also be there",
    "will be with us",
    "nimmt auch teil",
    "nimmt ebenfalls teil",
    "ist auch dabei",
    "ist ebenfalls dabei",
    "kommt auch dazu",
    "wird auch dabei sein",
    "sera avec nous",
    "sera également présent",
    "sera également présente",
    "participera également",
    "sera aussi présent",
    "sera aussi présente",
    "schuift ook aan",
    "sluit ook aan",
    "is er ook bij",
    "is ook aanwezig",
    "también estará",
    "también participará",
    "estará con nosotros",
    "también asistirá",
    "também vai participar",
    "também participará",
    "estará conosco",
    "estará connosco",
    "parteciperà anche",
    "ci sarà anche",
    "sarà con noi",
    "dołączy również",
    "dołączy też",
    "będzie też",
    "deltar också",
    "är också med",
    "deltager også",
    "deltar også",
    "mukana myös",
    "připojí se také",
    "も同席",
];

/// Whether a letter says so, where `others` interviewers are known besides its writer: `Marcus and I
/// look forward to meeting you`; `Edwin schuift ook aan`, of the only other one.
#[must_use]
pub(super) fn says_so(letter: &str, others: usize) -> bool {
    let text = letter.to_lowercase();
    let says = |phrases: &[&str]| phrases.iter().any(|it| has(&text, it));
    others > 0 && says(&BOTH) || others == 1 && says(&ALSO)
}

/// Whether a phrase stands in a text as whole words.
fn has(text: &str, phrase: &str) -> bool {
    let unspaced = !phrase.is_ascii() && phrase.chars().all(is_unspaced);
    text.match_indices(phrase).any(|(at, _)| {
        let letter =
            |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '\'' || c == '’');
        let before = text.get(..at).and_then(|it| it.chars().next_back());
        let after = text
            .get(at + phrase.len()..)
            .and_then(|it| it.chars().next());
        unspaced || !letter(before) && !letter(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_writes_of_one_more_is_there_too() {
        for letter in [
            "Edwin (hoofd bedrijfsbureau) schuift ook aan.",
            "Bertrand Quiniou, directeur, sera avec nous.",
            "Mukana myös Jarkko.",
            "設計責任者の谷口も同席いたします。",
        ] {
            assert!(says_so(letter, 1), "{letter}");
            assert!(!says_so(letter, 0), "{letter}");
        }
        // Of two others, one may come besides the other.
        assert!(!says_so("You will meet Ann. Bo will also join.", 2));
        assert!(says_so("Marcus and I look forward to it.", 2));
        assert!(!says_so("Marcus and Ida look forward to it.", 1));
    }
}

//! Whether a letter says that its writer comes, too.

use crate::domain::interview::scene::Scene;

/// `Marcus and I look forward to meeting you`: whoever writes is there, too.
pub(super) fn says_that_both_come(scene: &Scene<'_>) -> bool {
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
    let text = scene.body.original().to_lowercase();
    BOTH.iter().any(|words| {
        text.match_indices(words).any(|(at, _)| {
            let letter =
                |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '\'' || c == '’');
            let before = text.get(..at).and_then(|it| it.chars().next_back());
            let after = text
                .get(at + words.len()..)
                .and_then(|it| it.chars().next());
            !letter(before) && !letter(after)
        })
    })
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, user};

    #[test]
    fn a_writer_may_say_that_two_come() {
        for (body, yes) in [
            ("Marcus and I look forward to meeting you", true),
            ("Herr Vogt und ich freuen uns", true),
            ("Marcus looks forward to meeting you", false),
            ("Marcus and Ilva look forward to it", false),
        ] {
            let mut event = event("Interview");
            event.description = body.to_owned();
            let user = user();
            let scene = Scene::new(&event, &user, &TimeZone::UTC);
            assert_eq!(says_that_both_come(&scene), yes, "{body}");
        }
    }
}

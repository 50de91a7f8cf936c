//! The company of a mail address as the event itself writes it: `Trivanta Orbit Systems` for
//! `trivantaorbit.com`.

use super::super::{
    scene::Scene,
    text::{
        fold::squash,
        lexicon::Concept,
        reading::{Gap, Reading},
    },
};

/// A label is spelled by so many words at most.
const MOST_WORDS: usize = 4;
/// So many words may follow: `Systems`, `Hotels Group`.
const MOST_MORE: usize = 2;
/// A label that goes on after the words of a text is theirs from so many letters on.
const TELLING: usize = 8;

/// Small words that a domain leaves out.
const SKIPPED: [&str; 16] = [
    "di", "de", "del", "della", "du", "des", "da", "do", "of", "la", "le", "van", "von", "y", "e",
    "and",
];

/// Behind the name of a place, what it is as an employer.
const MUNICIPALITIES: [&str; 3] = ["kommun", "kommune", "kaupunki"];

/// How the event writes the company with this label; the longest way, if there are several.
pub(super) fn spelled(scene: &Scene<'_>, label: &str) -> Option<String> {
    let label = squash(label);
    if label.chars().count() < 4 {
        return None;
    }
    [&scene.title, &scene.place, &scene.body]
        .into_iter()
        .flat_map(|text| (0..text.tokens.len()).filter_map(|at| name_at(text, at, &label)))
        .max_by_key(String::len)
        .filter(|name| !scene.is_user_name(name))
}

fn name_at(text: &Reading, at: usize, label: &str) -> Option<String> {
    let first = text.span(at, at + 1);
    if !is_large(first) {
        return None;
    }
    let mut letters = String::new();
    let mut until = at;
    loop {
        // `Terme di Valbruna` for `termevalbruna`.
        if until > at
            && joined(text, until + 1)
            && SKIPPED.contains(&text.word(until))
            && !label.starts_with(&format!("{letters}{}", text.word(until)))
        {
            until += 1;
        }
        letters.push_str(&squash(text.span(until, until + 1)));
        until += 1;
        let whole = letters == label;
        // `Harcourt Executive` for `harcourtexec`: the domain shortens the last word.
        let short = until > at + 1
            && label.len() >= TELLING
            && letters.starts_with(label)
            && letters.len() > label.len()
            && label.len() >= letters.len() - squash(text.span(until - 1, until)).len() + 3;
        let enough = until > at + 1 && letters.len() >= TELLING && label.starts_with(&letters);
        if whole || short || enough && !goes_on(text, until, label, &letters) {
            break;
        }
        if !label.starts_with(&letters) || until - at >= MOST_WORDS || !joined(text, until) {
            return None;
        }
    }
    let mut more = 0;
    while more < MOST_MORE && joined(text, until) && is_part_of_name(text, until) {
        until += 1;
        more += 1;
    }
    // `Groupe Océane Hôtels`
    let from = match at.checked_sub(1) {
        Some(before)
            if joined(text, at)
                && is_large(text.span(before, at))
                && text.meaning(before).has(Concept::OrgWord) =>
        {
            before
        }
        _ => at,
    };
    Some(text.span(from, until).trim().to_owned())
}

fn goes_on(text: &Reading, until: usize, label: &str, letters: &str) -> bool {
    joined(text, until)
        && label.starts_with(&format!("{letters}{}", squash(text.span(until, until + 1))))
}

/// Another word of the name: written large, and no word of a hiring team.
fn is_part_of_name(text: &Reading, at: usize) -> bool {
    let meaning = text.meaning(at);
    let word = text.span(at, at + 1);
    // `Kudiwell Bank HCM`: a unit.
    let initials = word.chars().all(char::is_uppercase);
    // `Hallsunda kommun`
    if MUNICIPALITIES.contains(&word) {
        return true;
    }
    is_large(word)
        && !initials
        && (meaning.is_empty() || meaning.has(Concept::OrgWord))
        && !meaning.any(&[Concept::Hiring, Concept::LegalForm, Concept::Department])
}

/// Whether this word follows the one before it without a dash or line between.
fn joined(text: &Reading, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|it| text.tokens.get(it));
    let Some((before, token)) = before.zip(text.tokens.get(at)) else {
        return false;
    };
    let between = text.original().get(before.end..token.start);
    token.gap == Gap::Soft
        && between.is_some_and(|it| matches!(it, " " | "-" | "\u{a0}" | " & " | "’" | "'"))
}

fn is_large(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a name is that of a company which fills the jobs of others.
pub(super) fn is_agency(name: &str) -> bool {
    const STEMS: [&str; 31] = [
        "jinzai",
        "kadrov",
        "recruit",
        "staffing",
        "headhunt",
        "rekryt",
        "rekrut",
        "personalberat",
        "personalvermitt",
        "personaldienst",
        "executivesearch",
        "interim",
        "werving",
        "recrutement",
        "seleccion",
        "talent",
        "lavoro",
        "empleo",
        "trabajo",
        "personnel",
        "zeitarbeit",
        "jobagent",
        "career",
        "karriere",
        "kariyer",
        "nabor",
        "agenzia",
        "agencia",
        "agence",
        "agencja",
        "uitzend",
    ];
    let name = squash(name);
    STEMS.iter().any(|stem| name.contains(stem))
        || ["search", "hr", "rh"].iter().any(|it| name.ends_with(it))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, user};

    fn spelling(body: &str, label: &str) -> Option<String> {
        let mut event = event("Interview");
        event.description = body.into();
        let user = user();
        spelled(&Scene::new(&event, &user, &TimeZone::UTC), label)
    }

    #[test]
    fn names_are_found_by_the_letters_of_their_domain() {
        for (body, label, name) in [
            (
                "Greetings from Trivanta Orbit Systems!!",
                "trivantaorbit",
                "Trivanta Orbit Systems",
            ),
            (
                "Gestión Humana, Vélez Arango Abogados",
                "velezarango",
                "Vélez Arango Abogados",
            ),
            (
                "votre candidature au Groupe Océane Hôtels.",
                "oceane-hotels",
                "Groupe Océane Hôtels",
            ),
            ("Selección | Segurnova\nReunión", "segurnova", "Segurnova"),
            ("at The Pepper House", "pepperhousehotels", "Pepper House"),
            (
                "Partner, Corvane Executive",
                "corvaneexec",
                "Corvane Executive",
            ),
            (
                "Recruiter - Officine Granero S.p.A.",
                "officinegranero",
                "Officine Granero",
            ),
        ] {
            assert_eq!(spelling(body, label).as_deref(), Some(name), "{body}");
        }
    }

    #[test]
    fn other_words_are_not_it() {
        for (body, label) in [
            ("the trivanta orbit", "trivantaorbit"),
            ("Trivanta\nOrbit", "trivantaorbit"),
            ("Pepper", "pepperhousehotels"),
            ("Ann Lee", "acme"),
        ] {
            assert_eq!(spelling(body, label), None, "{body}");
        }
    }

    #[test]
    fn agencies_are_known_by_their_names() {
        for name in [
            "Northgate Recruit",
            "Delta Personalberatung",
            "Carrow Search",
        ] {
            assert!(is_agency(name), "{name}");
        }
        for name in ["Acme", "Research Labs", "Personal Bank"] {
            assert!(!is_agency(name), "{name}");
        }
    }
}

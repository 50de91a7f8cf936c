//! Who calls from where, in the title of a note of one's own: `Steph from Acme ringing`, `me llama
//! Paty de RH Acme`, `Agnes rekryterare Acme ringer`.
//!
//! A calling verb, a name and a word that leads from it to a company: without any of them nothing is
//! read.

use super::{
    given_names::is_given_name,
    names,
    scene::Scene,
    text::{lexicon::Concept, reading::Reading},
};

/// A person, and the company that he or she calls from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    /// As written, without forms of address.
    pub(crate) person: String,
    /// As written.
    pub(crate) company: String,
}

/// Verbs of calling, before or behind who calls; folded.
const VERBS: [&str; 40] = [
    "calls",
    "calling",
    "rings",
    "ringing",
    "phones",
    "phoning",
    "ringer",
    "ruft",
    "telefoniert",
    "belt",
    "appelle",
    "appellera",
    "rappelle",
    "rappellera",
    "llama",
    "llamara",
    "liga",
    "ligara",
    "telefona",
    "telefonara",
    "chiama",
    "chiamera",
    "telefonera",
    "dzwoni",
    "zadzwoni",
    "oddzwoni",
    "vola",
    "zavola",
    "soittaa",
    "felhiv",
    "suna",
    "arayacak",
    "ariyor",
    "звонит",
    "позвонит",
    "дзвонить",
    "подзвонить",
    "dials",
    "dialling",
    "dialing",
];

/// Who is called, before a verb that stands first; folded.
const CALLED: [&str; 14] = [
    "me", "mi", "te", "ti", "la", "le", "lo", "m", "vous", "t", "ci", "nos", "mich", "mij",
];

/// What leads from a person to a company; folded.
const LINKS: [&str; 28] = [
    "from", "at", "of", "de", "da", "do", "del", "della", "dell", "di", "du", "von", "vom", "bei",
    "van", "bij", "fra", "fran", "pa", "hos", "z", "ze", "od", "iz", "из", "от", "з", "chez",
];

/// Words written large at the start of a title that are nobody; folded.
const NOBODY: [&str; 14] = [
    "someone", "somebody", "they", "jemand", "wer", "quelqu", "on", "alguien", "alguem",
    "qualcuno", "iemand", "nagon", "noen", "ktos",
];

/// What the title of a note of one's own says of a call.
#[must_use]
pub(crate) fn caller(scene: &Scene<'_>) -> Option<Caller> {
    let title = &scene.title;
    if !scene.is_own_note() {
        return None;
    }
    let count = title.tokens.len();
    let verb = (0..count).find(|at| VERBS.contains(&title.word(*at)))?;
    let first = (0..verb).all(|at| CALLED.contains(&title.word(at)));
    let (from, until) = if first { (verb + 1, count) } else { (0, verb) };
    let (person, behind) = person(title, from, until)?;
    let start = link(title, behind, until)?;
    let end = company_end(title, start, until, first)?;
    let company = title.span(start, end);
    let known = Reading::new(company);
    let only_team = (0..known.tokens.len()).all(|at| {
        let meaning = known.meaning(at);
        meaning.any(&[Concept::Department, Concept::Hiring]) && !meaning.has(Concept::OrgWord)
    });
    (!only_team && !scene.is_user_name(&person) && !scene.is_user_name(company)).then(|| Caller {
        person,
        company: company.to_owned(),
    })
}

/// Whether it is a verb of calling; written large, it may be a name.
pub(crate) fn is_verb(word: &str) -> bool {
    !word.starts_with(char::is_uppercase) && VERBS.contains(&super::text::fold::fold(word).as_str())
}

/// Whether a word, folded, is of somebody who finds people for others.
#[must_use]
pub(crate) fn is_recruiter(word: &str) -> bool {
    const RECRUITERS: [&str; 6] = [
        "recruiter",
        "recruteu",
        "rekruter",
        "reclutador",
        "headhunter",
        "selezionatri",
    ];
    RECRUITERS.iter().any(|it| word.starts_with(it))
}

/// `recruiter Kim calling my cell`: a remark says that somebody who hires calls the user.
pub(crate) fn is_recruiter_calling(remark: &Reading) -> bool {
    /// So many words may stand between: `recruiter from Corvane Search, data role, calls`.
    const NEAR: usize = 7;
    const ME: [&str; 10] = [
        "me", "my", "mich", "mi", "m", "mij", "mig", "meg", "mnie", "mne",
    ];
    let calls_user = |at: usize| {
        let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        VERBS.contains(&remark.word(at)) && near.into_iter().any(|it| ME.contains(&remark.word(it)))
    };
    (0..remark.tokens.len()).any(|at| {
        let recruiter = is_recruiter(remark.word(at));
        recruiter && (at + 1..=at + NEAR).any(calls_user)
    })
}

/// The one or two words of a name, and where they end.
fn person(title: &Reading, from: usize, until: usize) -> Option<(String, usize)> {
    const LONGEST: usize = 2;
    let mut start = from;
    while start < until && names::is_honorific(title.span(start, start + 1)) {
        start += 1;
    }
    let is_name = |at: usize| {
        let word = title.span(at, at + 1);
        title.is_large(at)
            && word.chars().any(char::is_lowercase)
            && (title.meaning(at).is_empty() || is_given_name(title.word(at)))
            && (at == start || title.between(at) == " ")
    };
    let end = (start..until.min(start + LONGEST))
        .take_while(|at| is_name(*at))
        .last()?
        + 1;
    (!NOBODY.contains(&title.word(start))).then(|| (title.span(start, end).to_owned(), end))
}

/// Where the company begins behind a link: a preposition, the unit or trade of who calls, or both.
fn link(title: &Reading, behind: usize, until: usize) -> Option<usize> {
    const ARTICLES: [&str; 9] = ["the", "la", "el", "le", "der", "die", "dem", "het", "l"];
    let trade = [
        Concept::Department,
        Concept::Hiring,
        Concept::RoleWord,
        Concept::Leader,
    ];
    let mut at = behind;
    let mut linked = false;
    while at < until {
        let word = title.word(at);
        let meaning = title.meaning(at);
        // `Agnes rekryterare`, `Paty de RH`: written small or in letters; a company is neither.
        let written = title.span(at, at + 1);
        let small = !title.is_large(at) || written.chars().all(char::is_uppercase);
        let marked = title.between(at).contains(['@', '(']);
        if title.between(at).contains(['-', '–', '—', '|', ':', ',']) {
            return None;
        }
        if LINKS.contains(&word) || small && meaning.any(&trade) && !meaning.has(Concept::OrgWord) {
            linked = true;
        } else if !(linked && ARTICLES.contains(&word) && !title.is_large(at)) {
            return (linked || marked).then_some(at);
        }
        at += 1;
    }
    None
}

/// The words written large from `start` on; behind a verb that stands first they end with the name.
fn company_end(title: &Reading, start: usize, until: usize, verb_first: bool) -> Option<usize> {
    const JOINS: [&str; 7] = ["of", "de", "da", "und", "and", "du", "del"];
    let trailing = ["hr", "rh", "team", "recruiting", "recruitment", "hiring"];
    let belongs = |at: usize| {
        let mark = title
            .between(at)
            .contains(['-', '–', '—', '|', ':', ',', '(', ')', '@', ';']);
        (title.is_large(at) || at > start && JOINS.contains(&title.word(at)))
            && (at == start || !mark)
    };
    let mut end = (start..until).take_while(|at| belongs(*at)).last()? + 1;
    while end > start + 1 && (trailing.contains(&title.word(end - 1)) || !title.is_large(end - 1)) {
        end -= 1;
    }
    // What stands between the company and the verb is small: `Acme HR will be`.
    let rest = (end..until).all(|at| !title.is_large(at) || trailing.contains(&title.word(at)));
    (verb_first || rest).then_some(end)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, user};

    fn read(title: &str) -> Option<(String, String)> {
        let event = event(title);
        let user = user();
        caller(&Scene::new(&event, &user, &TimeZone::UTC)).map(|it| (it.person, it.company))
    }

    #[test]
    fn callers_and_their_companies_are_told_apart() {
        for (title, person, company) in [
            (
                "Ger from Corvane ringing re data centre job",
                "Ger",
                "Corvane",
            ),
            (
                "Steph from Corvane Talent ringing - Baker @ Lune",
                "Steph",
                "Corvane Talent",
            ),
            ("me llama Paty de RH Corvane", "Paty", "Corvane"),
            (
                "Agnes rekryterare Corvane Bygg ringer",
                "Agnes",
                "Corvane Bygg",
            ),
            ("mi chiama Ilva di Corvane Foods", "Ilva", "Corvane Foods"),
            ("Frau Odenthal von Corvane ruft an", "Odenthal", "Corvane"),
            ("Jo from the Corvane HR team calling", "Jo", "Corvane"),
        ] {
            assert_eq!(
                read(title),
                Some((person.to_owned(), company.to_owned())),
                "{title}"
            );
        }
    }

    #[test]
    fn recruiters_call_the_user_or_somebody_else() {
        for remark in [
            "recruiter Kim calling my cell",
            "recruiter from Corvane Search, data role, calls my mobile",
            "Recruiterin ruft mich an",
            "la recruteuse m'appelle",
        ] {
            assert!(is_recruiter_calling(&Reading::new(remark)), "{remark}");
        }
        for remark in [
            "his recruiter calls him at 10",
            "sein Recruiter ruft an",
            "recruiting drive, calls all day",
            "calls my sister, a recruiter",
        ] {
            assert!(!is_recruiter_calling(&Reading::new(remark)), "{remark}");
        }
    }

    #[test]
    fn without_a_verb_a_name_or_a_link_nobody_calls() {
        for title in [
            "Ger from Corvane",
            "Corvane HR calling",
            "Someone from Corvane calling",
            "recruiter from Corvane ringing",
            "Jo calling",
            "Corvane ringing back",
            "Interview at Corvane",
            "Team from Corvane calling",
        ] {
            assert_eq!(read(title), None, "{title}");
        }
    }
}

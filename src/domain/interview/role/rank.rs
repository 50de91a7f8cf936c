//! Ranks in titles: what the user applies for, or who is met.

use super::{
    super::{
        names::Likeness,
        scene::Scene,
        segments::{Lead, Part},
        text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
    },
    cut_out,
    met::is_met,
    tidy::without_leading_word,
};

/// First words of ranks that interview.
const INTERVIEWERS: [&str; 9] = [
    "hiring",
    "recruiter",
    "founder",
    "owner",
    "talent",
    "hr",
    "people",
    "the",
    "line",
];

/// Ranks that say no more than that somebody leads: in brackets and behind marks they interview.
const GENERAL: [&str; 20] = [
    "managing director",
    "general manager",
    "regional director",
    "country director",
    "executive director",
    "medical director",
    "clinical director",
    "department head",
    "team lead",
    "teamleitung",
    "teamleiter",
    "teamleiterin",
    "director general",
    "directeur general",
    "directrice generale",
    "direttore generale",
    "genel mudur",
    "geschaftsleitung",
    "geschaftsleiter",
    "abteilungsleiter",
];

/// Nouns behind a rank that is to be filled; folded.
const VACANCIES: [&str; 26] = [
    "mandate",
    "search",
    "brief",
    "assignment",
    "role",
    "position",
    "job",
    "vacancy",
    "opening",
    "seat",
    "post",
    "opportunity",
    "mandat",
    "suche",
    "mandaat",
    "zoektocht",
    "opdracht",
    "vacature",
    "rol",
    "stelle",
    "rolle",
    "busqueda",
    "ricerca",
    "uppdrag",
    "stilling",
    "tjanst",
];

/// `Head of Design at Acme`, `Engineering Manager: interview`: a rank is what the user applies for
/// where it opens the title, the employer follows or it is called a vacancy, and behind the employer
/// of a first interview; otherwise it is the interviewer's.
pub(super) fn applied_for_rank(
    scene: &Scene<'_>,
    parts: &[Part],
    employer: Option<&str>,
) -> Option<String> {
    parts.iter().enumerate().find_map(|(at, part)| {
        let before_employer = parts
            .get(at + 1)
            .is_some_and(|next| next.lead == Lead::At || Some(next.text.as_str()) == employer);
        let place = part.lead == Lead::For
            || matches!(part.lead, Lead::Start | Lead::Mark) && (before_employer || at == 0);
        let vacant = is_rank(part, employer)
            .then(|| without_vacancy(scene, part))
            .flatten();
        if let Some(rank) = vacant {
            return Some(cut_out(rank, employer));
        }
        let applied = part.text.contains(' ')
            && is_rank(part, employer)
            && (place
                || is_beside_user(scene, parts, at, employer)
                || is_behind_agency(scene, parts, at))
            || is_behind_employer(scene, parts, at, employer);
        (applied && !is_met(scene, parts, at))
            .then(|| cut_out(&part.text, employer))
            .filter(|rank| *rank == part.text || !is_rank_alone(rank))
    })
}

/// `Mira Lind <> Acme | interview | General Manager`: who invites the user by name, and says for which
/// company, says for what behind a mark.
fn is_beside_user(scene: &Scene<'_>, parts: &[Part], at: usize, employer: Option<&str>) -> bool {
    let Some(part) = parts.get(at) else {
        return false;
    };
    let marked = scene
        .title
        .original()
        .split_once(&part.text)
        .is_some_and(|(before, _)| before.trim_end().ends_with(['|', '-', '–', '—', ':']));
    let large = part.text.chars().next().is_some_and(char::is_uppercase);
    let named = |it: &Part| employer.is_some_and(|name| it.text.contains(name));
    !scene.is_own_note()
        && scene.title_names_interview()
        && marked
        && large
        && part.lead != Lead::With
        && parts.iter().any(|it| it.is_user)
        && parts.iter().any(named)
        && !is_late(&scene.title)
}

/// `Fran – Acme Recruitment (Head of Design)`: in brackets behind a firm that finds people.
fn is_behind_agency(scene: &Scene<'_>, parts: &[Part], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|it| parts.get(it));
    scene.is_own_note()
        && parts.get(at).is_some_and(|it| it.lead == Lead::Bracket)
        && before.is_some_and(|it| it.trailed_by.has(Concept::Hiring))
}

fn is_rank(part: &Part, employer: Option<&str>) -> bool {
    let first = part.text.split(' ').next().unwrap_or_default();
    part.concepts.has(Concept::Leader)
        && part.person != Likeness::Known
        && !part.is_user
        && employer.is_none_or(|it| it != part.text)
        && !INTERVIEWERS.contains(&first.to_lowercase().as_str())
        && !part.text.chars().any(is_unspaced)
}

/// `CFO` of `(CFO mandate)`, `retained search, COO role`: what stands before a word for a vacancy.
fn without_vacancy<'p>(scene: &Scene<'_>, part: &'p Part) -> Option<&'p str> {
    let vacancy = |word: &str| VACANCIES.contains(&Reading::new(word).word(0));
    if let Some((rank, last)) = part.text.rsplit_once(' ')
        && vacancy(last)
    {
        return Reading::new(rank).has(Concept::Leader).then_some(rank);
    }
    let title = scene.title.original();
    let behind = title
        .find(&part.text)
        .and_then(|at| title.get(at + part.text.len()..))?;
    let next = behind.strip_prefix([' ', '-'])?;
    let next = next
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    (vacancy(next) && part.lead != Lead::With).then_some(part.text.as_str())
}

/// `Interview Acme (Teamleiter Montage)`, `phone interview Acme - program director`: behind the
/// employer, a rank of a field is the role, unless a later round or a person stands beside it.
pub(crate) fn is_behind_employer(
    scene: &Scene<'_>,
    parts: &[Part],
    at: usize,
    employer: Option<&str>,
) -> bool {
    const COMPOUND: usize = 9;
    let (Some(part), Some(before), Some(employer)) = (
        parts.get(at),
        at.checked_sub(1).and_then(|it| parts.get(it)),
        employer,
    ) else {
        return false;
    };
    let same = |it: &Part| it.text.contains(employer) || employer.contains(&it.text);
    let reading = Reading::new(&part.text);
    let words = reading.tokens.len();
    let told = words > 1
        || ["leitung", "leiter", "leiterin", "leder", "leiding"]
            .iter()
            .any(|it| reading.word(0).ends_with(it) && reading.word(0).len() > COMPOUND);
    let general =
        GENERAL.contains(&crate::domain::interview::text::fold::fold(&part.text).as_str());
    let others = parts.iter().enumerate().any(|(other, it)| {
        other != at && it.concepts.any(&[Concept::Leader, Concept::RoleWord]) && !same(it)
            || (it.lead == Lead::With || it.person == Likeness::Known) && !same(it)
    });
    matches!(part.lead, Lead::Mark | Lead::Bracket)
        && is_rank(part, Some(employer))
        && same(before)
        && told
        && !general
        && !others
        && scene.title_names_interview()
        && !is_late(&scene.title)
}

/// Whether a title counts a second or last round.
pub(super) fn is_late(title: &Reading) -> bool {
    const WORDS: [&str; 35] = [
        "2nd", "3rd", "second", "third", "final", "finale", "finala", "finales", "finalna", "last",
        "2e", "3e", "2a", "2da", "2o", "tweede", "derde", "laatste", "andra", "tredje", "sista",
        "anden", "andre", "siste", "sidste", "drugi", "druga", "drugie", "drugiej", "druhe",
        "druhy", "druha", "treti", "ikinci", "terza",
    ];
    const BEGINNINGS: [&str; 11] = [
        "zweit",
        "dritt",
        "letzt",
        "deuxieme",
        "troisieme",
        "derni",
        "segund",
        "tercer",
        "ultim",
        "terzo",
        "trzec",
    ];
    let first = ["1", "1st", "first", "i", "1e", "1er", "1a"];
    let numbered = title.hits.iter().any(|hit| {
        let mut words = hit.first..hit.first + hit.len;
        hit.concepts.has(Concept::Round)
            && !words.any(|at| {
                let word = title.word(at);
                first.contains(&word)
                    || ["erst", "prem", "prim", "forst", "pierw", "prvni"]
                        .iter()
                        .any(|it| word.starts_with(it))
            })
    });
    numbered
        || (0..title.tokens.len()).any(|at| {
            let word = title.word(at);
            WORDS.contains(&word) || BEGINNINGS.iter().any(|it| word.starts_with(it))
        })
}

/// `CEO`, `genel müdür`: a rank without a field.
pub(super) fn is_rank_alone(text: &str) -> bool {
    let reading = Reading::new(text);
    let count = reading.tokens.len();
    (0..count).all(|at| reading.meaning(at).has(Concept::Leader))
}

/// `matron + CEO`, `vd + ekonomichef`: in a list with a rank that only leads, a trade is somebody's.
pub(super) fn is_on_panel(parts: &[Part], at: usize) -> bool {
    let lists = |at: usize| parts.get(at).is_some_and(|it| it.lead == Lead::List);
    let leads = |at: usize| {
        parts.get(at).is_some_and(|it| {
            !it.is_user && it.concepts.has(Concept::Leader) && is_rank_alone(&it.text)
        })
    };
    let listed = lists(at + 1) && leads(at + 1) || lists(at) && at > 0 && leads(at - 1);
    // `con la encargada, buscan cocinero`: what leads to it calls it a role.
    let called = parts.get(at).is_some_and(|it| {
        without_leading_word(&it.text) != it.text
            || it.lead == Lead::For
            || it.led_by.has(Concept::Hiring)
    });
    listed && !called
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::{
        segments,
        signals::testing::{event, user},
    };

    fn rank(title: &str, employer: &str) -> Option<String> {
        let event = event(title);
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        applied_for_rank(&scene, &segments::parts(&scene), Some(employer))
    }

    #[test]
    fn ranks_are_applied_for_behind_the_employer_and_before_a_vacancy() {
        for (title, role) in [
            (
                "Telefoninterview Corvane (Teamleiter Montage)",
                "Teamleiter Montage",
            ),
            (
                "Corvane phone interview - festival director",
                "festival director",
            ),
            ("Corvane Search - introductory call (CFO mandate)", "CFO"),
            ("Intro call Corvane, CFO search", "CFO"),
        ] {
            assert_eq!(rank(title, "Corvane").as_deref(), Some(role), "{title}");
        }
    }

    #[test]
    fn ranks_of_others_are_not() {
        for title in [
            "Interview Corvane (CEO)",
            "2nd interview Corvane - sales director",
            "Interview Corvane (managing director)",
            "Interview Corvane with Ilva (festival director)",
            "Corvane CEO interview",
            "Zweitgespräch Corvane (Teamleiter Montage)",
            "Interview follow-up round, Corvane (sales director)",
        ] {
            assert_eq!(rank(title, "Corvane"), None, "{title}");
        }
    }
}

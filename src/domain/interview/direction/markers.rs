//! What is written for people who interview: words, links, and how they note their own part.

use super::is_label;
use crate::domain::interview::{
    Reason,
    given_names::is_given_name,
    guests::GuestKind,
    names::Likeness,
    scene::{Scene, Surroundings},
    segments::Lead,
    signals::reason,
    text::{
        self,
        lexicon::Concept,
        reading::{Hit, Reading},
    },
};

/// Links that only interviewers get: what stands before a slash, and after it.
const INTERVIEWER_LINKS: [(&str, &str); 8] = [
    ("app.greenhouse.io", "guides"),
    ("hire.lever.co", "interviews"),
    ("app.ashbyhq.com", "interview-briefings"),
    ("", "scorecard"),
    ("", "interview_kit"),
    ("", "interview-kit"),
    ("app.greenhouse.io", "people"),
    ("hire.lever.co", "candidates"),
];

/// Words and links that are written for those who interview.
pub(super) fn markers(scene: &Scene<'_>, around: &Surroundings) -> Vec<Reason> {
    let mut out = Vec::new();
    if let Some(link) = scene.links.iter().find(|it| is_for_interviewers(it)) {
        out.extend(reason("interviewer_link", text::links::host(link), -7.0));
    }
    let step = scene.title_names_interview() || scene.title.has(Concept::WeakStep);
    if step && names_oneself_with_another(scene.title.original()) {
        out.extend(reason("hiring_side", scene.title.original(), -4.0));
    }
    if let Some(at) = interviewing(scene).or_else(|| interviews_them(scene)) {
        let written = scene.title.span(at, at + 2);
        out.extend(reason("hiring_side", written, -4.0));
    }
    let mut sides = scene.title.hits.iter();
    let side = sides.find(|it| it.concepts.has(Concept::HiringSide) && !ends_name(scene, it));
    if let Some(hit) = side {
        // A candidate is invited by a commission, too.
        let invited = hit.concepts.has(Concept::Step) && is_invited(scene)
            || is_committee(scene.title.written(hit)) && is_asked_in(scene, around);
        let weight = if invited { -1.0 } else { -5.0 };
        out.extend(reason("hiring_side", scene.title.written(hit), weight));
    }
    if sits_on_board(scene) || fills_in(scene) {
        out.extend(reason("hiring_side", scene.title.original(), -4.0));
    }
    if is_hiring_manager(scene) {
        out.extend(reason("hiring_side", scene.title.original(), -6.0));
    }
    // `Interview Marta (our vacancy)`: companies write so of themselves, candidates do not.
    let ours = scene.title.hit(Concept::Ours);
    if let Some(hit) = ours.filter(|_| {
        scene
            .organizer()
            .is_none_or(|it| it.kind == GuestKind::User)
    }) {
        out.extend(reason("hiring_side", scene.title.written(hit), -4.5));
    }
    let body = &scene.body;
    // `Interviewer: Dana Fox` names the other side, and is no word to an interviewer.
    let said: Vec<_> = body
        .hits
        .iter()
        .filter(|hit| hit.concepts.has(Concept::HiringSide) && !is_label(body, hit))
        .filter(|hit| !thanks_candidate(body, hit))
        .collect();
    let count = said.len();
    if let Some(hit) = said.first() {
        // One such word may stand in a letter to a candidate ("you will meet the interviewer").
        let spoken_to = scene.body.has(Concept::ToCandidate);
        let weight = match (count, spoken_to) {
            (1, true) => -0.5,
            // `interviewer: no idea who`: whom the user will meet.
            (1, false) if is_who_asks(scene, hit) => -0.5,
            (1, false) => -3.0,
            (_, true) => -2.0,
            (_, false) => -5.0,
        };
        out.extend(reason("hiring_side", scene.body.written(hit), weight));
    }
    out
}

/// `Thanks for interviewing with Acme`: with whom, where to those who interview it says whom.
fn thanks_candidate(body: &Reading, hit: &Hit) -> bool {
    let next = body.word(hit.first + hit.len);
    body.word(hit.first).starts_with("thank") && matches!(next, "with" | "at")
}

/// `기간제교사 면접위원`, `新卒採用 面接官`: a note that ends with what the user is there.
fn sits_on_board(scene: &Scene<'_>) -> bool {
    const ASKS: [&str; 6] = ["면접위원", "면접관", "面接官", "面試官", "面试官", "评委"];
    /// They count those who ask, or tell of which round it is.
    const OF_CANDIDATES: [&str; 14] = [
        "一", "二", "三", "两", "兩", "个", "個", "名", "位", "女", "男", "長", "차", "님",
    ];
    let title = scene.title.original().trim_end();
    let before = ASKS.iter().find_map(|it| title.strip_suffix(it));
    before.is_some_and(|it| {
        let told = OF_CANDIDATES.iter().any(|word| it.contains(word));
        scene.is_own_note() && !told && !it.contains(|c: char| c.is_ascii_digit())
    })
}

/// `Entretien conducteur (remplacement Bruno)`: for whom somebody is looked for.
fn fills_in(scene: &Scene<'_>) -> bool {
    const FOR: [&str; 10] = [
        "remplacement",
        "vertretung",
        "ersatz",
        "replacement",
        "vervanging",
        "sostituzione",
        "sustitucion",
        "substituicao",
        "ersattare",
        "zastepstwo",
    ];
    let title = &scene.title;
    let somebody = |at: usize| title.is_large(at) && is_given_name(title.word(at));
    // `Entretien Acme (remplacement Marie)`: the user would be at an employer.
    let employer = scene.parts().iter().any(|it| {
        let known = [Concept::RoleWord, Concept::Leader];
        it.text.starts_with(char::is_uppercase)
            && it.person != Likeness::Known
            && !it.concepts.any(&known)
    });
    scene.is_own_note()
        && !employer
        && scene.title.has(Concept::Interview)
        && !scene.title.has(Concept::JobInterview)
        && (0..title.tokens.len()).any(|at| {
            FOR.contains(&title.word(at))
                && title.is_joined(at + 1)
                && (somebody(at + 1) || title.is_joined(at + 2) && somebody(at + 2))
        })
}

/// One word for whoever interviews, in a note of the user's own.
fn is_who_asks(scene: &Scene<'_>, hit: &Hit) -> bool {
    let one = [
        "interviewer",
        "interviewers",
        "interviewerin",
        "recruteur",
        "entrevistador",
        "entrevistadora",
    ];
    scene.is_own_note() && one.contains(&scene.body.word(hit.first)) && hit.len == 1
}

/// `help boss interview the two TAs`: the verb, and whom it is done with.
fn interviews_them(scene: &Scene<'_>) -> Option<usize> {
    const WHOM: [&str; 3] = ["our", "these", "them"];
    const SEVERAL: [&str; 5] = ["two", "three", "four", "2", "3"];
    let title = &scene.title;
    (0..title.tokens.len()).find(|at| {
        let whom = at + 1;
        let several = title.word(whom) == "the" && SEVERAL.contains(&title.word(whom + 1));
        title.word(*at) == "interview"
            && title.is_joined(whom)
            && !title.is_large(whom)
            && (several || WHOM.contains(&title.word(whom)))
            && scene.is_own_note()
    })
}

/// `interviewing Jasmin O.`: somebody right behind the verb, who is not the user.
fn interviewing(scene: &Scene<'_>) -> Option<usize> {
    const VERBS: [&str; 6] = [
        "interviewing",
        "interviewe",
        "interviewen",
        "intervistare",
        "entrevistar",
        "intervjua",
    ];
    let title = &scene.title;
    (0..title.tokens.len()).find(|at| {
        let name = at + 1;
        VERBS.contains(&title.word(*at))
            && title.is_joined(name)
            && title.is_large(name)
            && is_given_name(title.word(name))
            && !scene.title_names_user()
    })
}

fn is_for_interviewers(link: &str) -> bool {
    link.match_indices('/').any(|(at, slash)| {
        let (before, after) = (link.get(..at), link.get(at + slash.len()..));
        let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
        let stands = |it: &(&str, &str)| after.starts_with(it.1) && before.ends_with(it.0);
        INTERVIEWER_LINKS.iter().any(stands)
    })
}

/// `Mira (hiring manager) / Agency`: what the user is there.
fn is_hiring_manager(scene: &Scene<'_>) -> bool {
    const RANKS: [&str; 4] = ["hm", "hiring manager", "hiring mgr", "interviewer"];
    let parts = scene.parts();
    let mut pairs = parts.iter().zip(parts.iter().skip(1));
    pairs.any(|(one, next)| {
        let rank = text::fold::fold(&next.text);
        one.is_user && next.lead == Lead::Bracket && RANKS.contains(&rank.as_str())
    })
}

/// `hos Mannheim Urval`: the end of the name of where the user is asked.
fn ends_name(scene: &Scene<'_>, hit: &Hit) -> bool {
    let written = scene.title.written(hit);
    let mut parts = scene.parts().iter();
    hit.len == 1
        && parts.any(|it| {
            let before = it.text.strip_suffix(written).map(str::trim_end);
            let before = before.filter(|_| it.lead == Lead::At);
            before.is_some_and(|it| it.starts_with(char::is_uppercase))
        })
}

/// `selectiecommissie`, `search committee`: whom a candidate meets, or where an interviewer sits.
fn is_committee(written: &str) -> bool {
    const STEMS: [&str; 9] = [
        "commiss", "committe", "kommiss", "comision", "comiss", "komisj", "komise", "kommitte",
        "utvalg",
    ];
    let written = text::fold::fold(written);
    STEMS.iter().any(|it| written.contains(it))
}

/// Another company invites the user at a private address.
fn is_asked_in(scene: &Scene<'_>, around: &Surroundings) -> bool {
    scene.is_privately_invited() && (scene.organizer()).is_some_and(|it| it.is_outside(&around.own))
}

/// A letter speaks to a candidate, or the user notes one role and nobody's name.
fn is_invited(scene: &Scene<'_>) -> bool {
    scene.body.has(Concept::ToCandidate)
        || scene.is_own_note() && scene.title.has(Concept::RoleWord)
}

/// Oneself and the word for *and*, folded.
const AND_I: [(&str, &str); 9] = [
    ("me", "and"),
    ("ich", "und"),
    ("moi", "et"),
    ("yo", "y"),
    ("io", "e"),
    ("eu", "e"),
    ("ik", "en"),
    ("jag", "och"),
    ("jeg", "og"),
];

/// What interviewers note of their part, folded.
const ASKING: [&str; 4] = ["(i ask the", "(i conduct", "(i chair", "(i sit in on"];

/// `(lo facciamo io e Sandro)`: behind a bracket, oneself and somebody by a given name.
fn names_pair(title: &str) -> bool {
    let Some((_, bracket)) = title.split_once('(') else {
        return false;
    };
    let reading = Reading::new(bracket);
    let somebody = |at: usize| reading.is_large(at) && is_given_name(reading.word(at));
    (1..reading.tokens.len()).any(|and| {
        AND_I.iter().any(|(me, word)| {
            let (before, after) = (and - 1, and + 1);
            reading.word(and) == *word
                && (reading.word(before) == *me && somebody(after)
                    || somebody(before) && reading.word(after) == *me)
        })
    })
}

/// `(me + Bo)`, `jag & Bo`, `(yo, con Bo)`, `(I ask the first part)`: who notes the interviewers of
/// somebody else is one of them.
pub(super) fn names_oneself_with_another(title: &str) -> bool {
    const I: [&str; 12] = [
        "me", "ich", "moi", "yo", "io", "eu", "ik", "jag", "jeg", "ja", "я", "ben",
    ];
    let is_and = |c| matches!(c, '+' | '&' | '＋' | '＆');
    if !title.contains(is_and) && !title.contains('(') {
        return false;
    }
    let folded = text::fold::fold(title);
    let in_bracket = |me: &str| folded.contains(&format!("({me}, "));
    let part = ASKING.iter().any(|it| folded.contains(it));
    if part || names_pair(title) || I.iter().any(|it| in_bracket(it)) {
        return true;
    }
    folded.match_indices(is_and).any(|(at, and)| {
        let (before, after) = (folded.get(..at), folded.get(at + and.len()..));
        let before = before.unwrap_or_default();
        let spaced = after.is_some_and(|it| it.starts_with(' '));
        let before = before
            .strip_suffix(' ')
            .filter(|_| spaced)
            .unwrap_or(before);
        I.iter().any(|me| {
            let ahead = before.strip_suffix(me).map(|it| it.chars().next_back());
            ahead.is_some_and(|it| it.is_none_or(|it| !it.is_alphanumeric()))
        })
    })
}

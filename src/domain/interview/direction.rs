//! Which side of the table the user sits on, from its own evidence.
//!
//! Interviewer side never prompts: thanking a candidate one has just interviewed is a disgrace.

#[cfg(test)]
mod tests;

use super::{
    Direction, Reason, correction,
    guests::GuestKind,
    names::Likeness,
    scene::{Scene, Surroundings},
    segments::{self, Lead},
    signals::reason,
    text::{
        lexicon::Concept,
        reading::{Hit, Reading},
    },
};

/// The judgement: log-odds of the candidate's side and why.
#[derive(Clone, Debug)]
pub(crate) struct Side {
    /// Log-odds that the user is the candidate.
    pub(crate) log_odds: f64,
    /// What was seen.
    pub(crate) reasons: Vec<Reason>,
}

impl Side {
    /// Adds what was seen later.
    pub(crate) fn add(&mut self, reason: Option<Reason>) {
        self.log_odds += reason.as_ref().map_or(0.0, |it| it.weight);
        self.reasons.extend(reason);
    }

    /// The side that is likelier.
    #[must_use]
    pub(crate) fn direction(&self) -> Direction {
        if self.log_odds >= 0.0 {
            Direction::Candidate
        } else {
            Direction::Interviewer
        }
    }
}

/// Calendars of job seekers hold far more of their own interviews than of others'.
const PRIOR: f64 = 2.6;

/// Links that only interviewers get.
const INTERVIEWER_LINKS: [&str; 8] = [
    "app.greenhouse.io/guides",
    "hire.lever.co/interviews",
    "app.ashbyhq.com/interview-briefings",
    "/scorecard",
    "/interview_kit",
    "/interview-kit",
    "app.greenhouse.io/people",
    "hire.lever.co/candidates",
];

/// Weighs the evidence.
#[must_use]
pub(crate) fn judge(scene: &Scene<'_>, around: &Surroundings) -> Side {
    let mut reasons = Vec::new();
    reasons.extend(markers(scene));
    reasons.extend(applicants(scene));
    reasons.extend(several(scene));
    reasons.extend(host(scene, around));
    reasons.extend(other_candidate(scene, around));
    reasons.extend(candidate_side(scene, around));
    reasons.extend(habit(around, scene.has_outside_guest(&around.own)));
    // "It is one" says that it is the user's own.
    let said = correction::closest(&scene.user.corrections, scene.event);
    if said.is_some_and(|it| it.is_interview && it.closeness() > 0) {
        reasons.clear();
    }
    let log_odds = PRIOR + reasons.iter().map(|reason| reason.weight).sum::<f64>();
    Side { log_odds, reasons }
}

/// Who interviews others often, with nobody from outside, does so here, too.
pub(crate) fn habit(around: &Surroundings, outside: bool) -> Option<Reason> {
    (around.interviewer_share > 0.5 && !outside)
        .then(|| reason("interviews_often", "", -1.8))
        .flatten()
}

fn markers(scene: &Scene<'_>) -> Vec<Reason> {
    let mut out = Vec::new();
    if let Some(link) = scene
        .links
        .iter()
        .find(|link| INTERVIEWER_LINKS.iter().any(|marker| link.contains(marker)))
    {
        out.extend(reason(
            "interviewer_link",
            super::text::links::host(link),
            -7.0,
        ));
    }
    if scene.title_names_interview() && names_oneself_with_another(scene.title.original()) {
        out.extend(reason("hiring_side", "", -4.0));
    }
    if let Some(hit) = scene.title.hit(Concept::HiringSide) {
        out.extend(reason("hiring_side", scene.title.written(hit), -5.0));
    }
    let body = &scene.body;
    // `Interviewer: Dana Fox` names the other side, and is no word to an interviewer.
    let said: Vec<_> = body
        .hits
        .iter()
        .filter(|hit| hit.concepts.has(Concept::HiringSide) && !is_label(body, hit))
        .collect();
    let count = said.len();
    if let Some(hit) = said.first() {
        // One such word may stand in a letter to a candidate ("you will meet the interviewer").
        let spoken_to = scene.body.has(Concept::ToCandidate);
        let weight = match (count, spoken_to) {
            (1, true) => -0.5,
            (1, false) => -3.0,
            (_, true) => -2.0,
            (_, false) => -5.0,
        };
        out.extend(reason("hiring_side", scene.body.written(hit), weight));
    }
    out
}

/// `(me + Bo)`, `jag & Bo`: who notes the interviewers of somebody else is one of them.
fn names_oneself_with_another(title: &str) -> bool {
    const I: [&str; 12] = [
        "me", "ich", "moi", "yo", "io", "eu", "ik", "jag", "jeg", "ja", "я", "ben",
    ];
    let is_and = |c| matches!(c, '+' | '&' | '＋' | '＆');
    if !title.contains(is_and) {
        return false;
    }
    let folded = super::text::fold::fold(title);
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

fn is_label(body: &Reading, hit: &Hit) -> bool {
    let end = body.tokens.get(hit.first + hit.len - 1).map(|it| it.end);
    let after = end.and_then(|end| body.original().get(end..));
    let after = after
        .unwrap_or_default()
        .trim_start_matches(['s', '(', ')', '*', ' ']);
    after.starts_with([':', '：']) && hit.len < 3
}

/// Candidates are spoken of, or a group of people to be hired.
fn applicants(scene: &Scene<'_>) -> Vec<Reason> {
    let mut out = Vec::new();
    let user_named = || scene.title_names_user() || names_user(scene);
    if let Some(hit) = scene
        .title
        .hit(Concept::Applicant)
        .filter(|_| !user_named())
    {
        out.extend(reason("candidates", scene.title.written(hit), -4.5));
    } else if let Some(hit) = scene.body.hit(Concept::Applicant).filter(|_| !user_named()) {
        let weight = if scene.body.has(Concept::ToCandidate) {
            -0.3
        } else {
            -1.8
        };
        out.extend(reason("candidates", scene.body.written(hit), weight));
    }
    if let Some(hit) = scene.title.hit(Concept::Cohort) {
        out.extend(reason(
            "group_of_candidates",
            scene.title.written(hit),
            -3.5,
        ));
    }
    out
}

fn names_user(scene: &Scene<'_>) -> bool {
    let name = super::text::fold::fold(&scene.user.name);
    !name.is_empty() && super::text::fold::fold(scene.body.original()).contains(&name)
}

/// Several interviews in one event, or several people of one role.
fn several(scene: &Scene<'_>) -> Vec<Reason> {
    let mut out = Vec::new();
    let title = &scene.title;
    if !scene.title_names_interview() {
        return out;
    }
    for at in 0..title.tokens.len() {
        let word = title.word(at);
        let plural = word
            .strip_suffix('s')
            .filter(|stem| stem.chars().count() > 3 && word.is_ascii());
        let role = plural.is_some_and(|stem| {
            title.meaning(at).is_empty()
                && super::text::reading::Reading::new(stem).has(Concept::RoleWord)
                || super::text::reading::Reading::new(&format!("shift {stem}"))
                    .hit(Concept::RoleWord)
                    .is_some_and(|hit| hit.len == 2)
        });
        if role {
            out.extend(reason("group_of_candidates", title.span(at, at + 1), -3.0));
            break;
        }
    }
    if counts_people(title.original()) {
        out.extend(reason("several_interviews", "", -3.0));
    } else if let Some(hit) = title.hit(Concept::Interviews) {
        let invited = scene
            .organizer()
            .is_some_and(|guest| guest.kind != GuestKind::User);
        let numbered =
            title.original().contains('/') && title.original().chars().any(|c| c.is_ascii_digit());
        // "Driver interviews", and nobody speaks to a candidate.
        let before = hit.first.checked_sub(1).map(|at| title.meaning(at));
        let of_role = before.is_some_and(|it| it.any(&[Concept::RoleWord, Concept::Cohort]));
        let spoken_to = scene.body.has(Concept::ToCandidate) || scene.title_names_user();
        if of_role && !spoken_to {
            out.extend(reason("several_interviews", title.written(hit), -3.2));
        } else if !invited && !numbered && !title.has(Concept::Onsite) {
            out.extend(reason("several_interviews", title.written(hit), -1.6));
        }
    }
    out
}

/// `x4`, `4x`, `(3)`, `3名`, `3 candidates`.
fn counts_people(title: &str) -> bool {
    let chars: Vec<char> = title.chars().collect();
    (0..chars.len()).any(|at| {
        let c = chars.get(at).copied().unwrap_or(' ');
        let before = at
            .checked_sub(1)
            .and_then(|b| chars.get(b))
            .copied()
            .unwrap_or(' ');
        let after = chars.get(at + 1).copied().unwrap_or(' ');
        let later = chars.get(at + 2).copied().unwrap_or(' ');
        let edge = |c: char| !c.is_alphanumeric();
        match c {
            '2'..='9' => {
                (matches!(before, 'x' | 'X' | '×')
                    && edge(after)
                    && at
                        .checked_sub(2)
                        .and_then(|b| chars.get(b))
                        .is_none_or(|c| edge(*c)))
                    || (matches!(after, 'x' | '×') && edge(later) && edge(before))
                    || (before == '(' && after == ')')
                    || (matches!(after, '名' | '명')
                        || (after == '人' && !matches!(later, '事' | '力')))
                        && !is_beside_word_in_bracket(&chars, at)
            }
            _ => false,
        }
    })
}

/// `(현장 책임자 2명)`: how many of them the user meets, not how many are met.
fn is_beside_word_in_bracket(chars: &[char], at: usize) -> bool {
    let before = chars.get(..at).unwrap_or_default();
    let inside = before.rsplitn(2, |c| matches!(c, '(' | '（' | '[' | '【'));
    let mut pieces = inside.take(2);
    let Some(inside) = pieces.next() else {
        return false;
    };
    pieces.next().is_some()
        && !inside.iter().any(|c| matches!(c, ')' | '）' | ']' | '】'))
        && inside.iter().any(|c| c.is_alphabetic())
}

/// Who calls the meeting.
fn host(scene: &Scene<'_>, around: &Surroundings) -> Vec<Reason> {
    let mut out = Vec::new();
    if scene.is_organized_inside(&around.own) {
        let address = scene
            .organizer()
            .and_then(|guest| guest.company.as_deref())
            .unwrap_or_default();
        let weight = if scene.body.has(Concept::ToCandidate) {
            -2.5
        } else {
            -4.0
        };
        out.extend(reason("own_employer_organizes", address, weight));
    } else if scene.is_organized_by_user() {
        out.extend(reason("user_organizes", "", -4.0));
    }
    out
}

/// Another person is the candidate: named in the title beside a role, with a private address, or
/// with nobody from outside to be the interviewer.
fn other_candidate(scene: &Scene<'_>, around: &Surroundings) -> Vec<Reason> {
    let mut out = Vec::new();
    if scene.title_names_user() {
        return out;
    }
    let parts = scene.parts();
    let named: Vec<_> = parts
        .iter()
        .filter(|part| part.person == Likeness::Known && !part.is_user)
        .collect();
    let private = scene.people().find(|guest| {
        guest.company.is_none()
            && guest.name.as_deref().is_some_and(|name| {
                parts
                    .iter()
                    .any(|part| super::names::same_person(&part.text, name))
            })
    });
    if let Some(guest) =
        private.filter(|_| !scene.has_outside_guest(&around.own) || scene.is_organized_by_user())
    {
        out.extend(reason(
            "other_candidate",
            guest.name.as_deref().unwrap_or_default(),
            -3.0,
        ));
        return out;
    }
    let Some(person) = named.first() else {
        return out;
    };
    // Nobody notes a call for somebody else.
    let own = scene.is_own_note();
    let talk = scene.title.has(Concept::Talk) || scene.title.has(Concept::Phone);
    if own && talk && !scene.title_names_interview() {
        return out;
    }
    let outside = scene.has_outside_guest(&around.own);
    let interviewer = outside
        && scene.people().any(|guest| {
            guest
                .name
                .as_deref()
                .is_some_and(|name| super::names::same_person(&person.text, name))
        });
    // `round 2 (Rajat + Cheryl)`: an own note lists whom the user meets.
    // `meeting with the CEO (Dr. Renn)`: another company's invitation does, too.
    let theirs = scene
        .organizer()
        .is_none_or(|it| it.is_outside(&around.own));
    let listed = matches!(person.lead, Lead::Bracket | Lead::List)
        && (scene.guests.is_empty() || theirs && scene.organizer().is_some());
    if interviewer
        || listed
        || person.lead == Lead::With
        || (outside && scene.body.has(Concept::ToCandidate))
    {
        return out;
    }
    let role = parts.iter().any(|part| {
        part.concepts.has(Concept::RoleWord) || (part.lead == Lead::For && !is_name(part))
    });
    let company = parts.iter().any(|part| part.lead == Lead::At);
    let weight = match (outside, role, company) {
        (false, true, false) => -3.2,
        (true, true, _) => -1.0,
        (false, false, false) => -1.0,
        _ => -0.3,
    };
    out.extend(reason("other_candidate", &person.text, weight));
    out
}

/// `de Solaria`: written large, it is no role.
fn is_name(part: &segments::Part) -> bool {
    part.text.chars().next().is_some_and(char::is_uppercase)
}

/// What speaks for the candidate's side.
fn candidate_side(scene: &Scene<'_>, around: &Surroundings) -> Vec<Reason> {
    let mut out = Vec::new();
    let hosts = scene.is_organized_by_user() || scene.is_organized_inside(&around.own);
    if scene.title_names_user() && !hosts {
        out.extend(reason("user_is_candidate", &scene.user.name, 1.5));
    }
    if let Some(hit) = scene.body.hit(Concept::ToCandidate) {
        out.extend(reason(
            "spoken_to_as_candidate",
            scene.body.written(hit),
            2.0,
        ));
    }
    let invited = scene
        .organizer()
        .is_some_and(|guest| guest.is_outside(&around.own));
    if invited {
        out.extend(reason("invited_from_outside", "", 1.2));
    }
    out
}

//! Look-alikes: what shares its words with job interviews and is none. The kinds stand in three
//! families: around a job interview, other occasions, everyday life.

#[cfg(test)]
pub(super) mod tests;

use std::{cell::LazyCell, ops::Deref};

use super::{
    Reason, around, certain, concerns_known_employer, everyday, occasions, origin, reason, standing,
};
use crate::domain::interview::{
    domains::Kind,
    scene::{Scene, Surroundings},
    segments::Lead,
    text::{
        fold::{fold, is_unspaced},
        lexicon::Concept,
        reading::{Hit, Reading},
    },
};

/// Where in a title the words of a look-alike weigh in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Position {
    /// Anywhere.
    Anywhere,
    /// At the start or the end, where the thing to be done stands: "Buy suit for interview".
    Edge,
}

/// One kind of look-alike.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lookalike {
    /// Its words.
    pub(crate) concept: Concept,
    /// Code of the reason.
    pub(crate) code: &'static str,
    /// Weight of its words in a title without another word for an interview.
    pub(crate) alone: f64,
    /// Weight of its words in a title beside a word for an interview.
    pub(crate) beside: f64,
    /// Weight of its words in the description.
    pub(crate) body: f64,
    /// Employers and roles share its words (school, hospital, sales): clear signs of a job
    /// interview make it weigh little.
    pub(crate) soft: bool,
    /// Where in the title it weighs in full.
    pub(crate) position: Position,
}

/// What every look-alike says about an event.
pub(super) fn reasons(scene: &Scene<'_>, around: &Surroundings) -> Vec<Reason> {
    let named = LazyCell::new(|| concerns_known_employer(scene, around));
    let families = [around::KINDS, occasions::KINDS, everyday::KINDS];
    let mut reasons: Vec<Reason> = families
        .into_iter()
        .flatten()
        .filter(|kind| may_speak(kind, scene))
        .filter_map(|kind| judge(kind, scene, around, &named))
        .collect();
    reasons.extend(origin::reasons(scene));
    reasons
}

/// Whether a word of this kind stands where it counts.
const fn may_speak(kind: &Lookalike, scene: &Scene<'_>) -> bool {
    scene.title.has(kind.concept) || scene.body.has(kind.concept)
}

fn judge(
    kind: &Lookalike,
    scene: &Scene<'_>,
    around: &Surroundings,
    named: &impl Deref<Target = bool>,
) -> Option<Reason> {
    let title = &scene.title;
    let soften = |weight: f64| {
        // `technical interview: thesis talk` from an employer of other interviews.
        let asked_in =
            || title.has(Concept::JobInterview) && **named && scene.has_outside_guest(&around.own);
        // `Acme: psychometric tests and exam`, where Acme interviews the user.
        let stepped = || title.has(Concept::Step) && **named && scene.is_own_note();
        if kind.soft
            && (has_clear_signs(scene, kind.concept)
                || remarks_job(scene, kind.concept)
                || is_of_field(scene, around, kind.concept)
                || asked_in()
                || stepped())
        {
            weight * 0.25
        } else {
            weight
        }
    };
    // The word that says most decides: a name may hold one, and the thing to be done another.
    let strongest = title
        .hits
        .iter()
        .filter(|hit| hit.concepts.has(kind.concept))
        .map(|hit| (hit, standing::share(kind.position, scene, hit)))
        .max_by(|a, b| a.1.total_cmp(&b.1));
    if let Some((hit, share)) = strongest {
        let weight = match (scene.title_names_interview(), **named) {
            (true, _) => soften(kind.beside),
            // `Acme 2nd round w/ manager + tenant`
            (false, true) if is_round(title) => soften(kind.beside) * 0.5,
            // Only the employer's name speaks for an interview: both readings are against it.
            (false, true) => kind.beside.min(kind.alone),
            // The job centre knows vacancies, too.
            // `Ms Fox - application, school`: an employer, where the user notes it.
            (false, false) if title.has(Concept::Hiring) && is_employers_note(scene, kind) => {
                soften(kind.alone) * 0.5
            }
            (false, false) if title.has(Concept::Hiring) && kind.concept != Concept::Authority => {
                soften(kind.alone)
            }
            // "RN Residency Interview" from a hiring system is no school's.
            (false, false) if scene.sender_kind() == Some(Kind::HiringSystem) => soften(kind.alone),
            (false, false) if remarks_job(scene, kind.concept) => soften(kind.alone),
            (false, false) => kind.alone,
        };
        // Whoever hires has clients; the agency's are those that the user may work for.
        let of_agency = kind.concept == Concept::Commerce
            && (speaks_of_hiring(scene, around) || is_sent(scene) || **named);
        // A present employer reviews, another one meets.
        let alone_with = kind.concept == Concept::Appraisal && **named && is_one_to_one(title, hit);
        // Cabin crew and students are chosen at open days.
        let open = title.word(hit.first) == "open";
        let chosen = kind.concept == Concept::Fair && open && **named && scene.is_own_note();
        let of_name = of_agency || alone_with || chosen || is_of_known_employer(scene, around, hit);
        let share = if of_name { share.min(0.1) } else { share };
        let played = matches!(kind.concept, Concept::Mock | Concept::Prep)
            && is_played(scene, around, hit, **named);
        let agreed = kind.concept == Concept::Availability && is_agreed(scene);
        let besides = kind.concept == Concept::Offer && **named && is_besides_round(title, hit);
        let rest = match (played || agreed, besides) {
            (true, _) => 0.15,
            (false, true) => 0.5,
            (false, false) => 1.0,
        };
        let weight = weight * share * rest;
        return (weight < -0.05)
            .then(|| reason(kind.code, title.written(hit), weight))
            .flatten();
    }
    if kind.body == 0.0 {
        return None;
    }
    let body = &scene.body;
    let hit = body
        .hits
        .iter()
        .find(|hit| hit.concepts.has(kind.concept) && !standing::is_foreign(scene, body, hit))?;
    let weight = soften(kind.body);
    // Whoever is spoken to as a candidate, or named the step in the title, may read such words too.
    let told = body.has(Concept::ToCandidate)
        || scene.title.has(Concept::JobInterview)
        || scene.title.has(Concept::Step);
    let weight = if told { weight * 0.3 } else { weight };
    reason(kind.code, body.written(hit), weight)
}

/// Whether a note of the user's own has a word of a kind of employer.
fn is_employers_note(scene: &Scene<'_>, kind: &Lookalike) -> bool {
    let other = kind.concept == Concept::Authority;
    scene.is_own_note() && EMPLOYERS.contains(&kind.concept) && !other
}

/// `Phone Ms Fox (rehab clinic)`, and below: "re my application".
fn remarks_job(scene: &Scene<'_>, concept: Concept) -> bool {
    const FEW: usize = 24;
    let body = &scene.body;
    let job = |it: &&Hit| it.concepts.has(Concept::Hiring) && !it.concepts.has(concept);
    EMPLOYERS.contains(&concept)
        && scene.is_own_note()
        && scene.title.has(Concept::Talk)
        && body.tokens.len() <= FEW
        && (body.hits.iter()).any(|it| job(&it) && !standing::is_foreign(scene, body, it))
}

/// `Acme 2nd round`: a number and what is counted.
fn is_round(title: &Reading) -> bool {
    let mut hits = title.hits.iter();
    hits.any(|it| it.concepts.has(Concept::Round) && it.len > 1)
}

/// `2nd interview + terms`, `Terms / second talk`: what is spoken of besides a round of the interviews.
fn is_besides_round(title: &Reading, hit: &Hit) -> bool {
    let round = [Concept::JobInterview, Concept::Step];
    let mut rounds = title
        .hits
        .iter()
        .filter(|it| it.concepts.any(&round) && it.len > 1 && !it.concepts.has(Concept::Offer));
    rounds.any(|it| {
        let between = if it.first < hit.first {
            it.first + it.len..hit.first + 1
        } else {
            hit.first + hit.len..it.first + 1
        };
        between
            .into_iter()
            .any(|at| matches!(title.between(at).trim(), "+" | "/" | "&"))
    })
}

/// `Corvane one-to-one`: two who meet, whatever about.
fn is_one_to_one(title: &Reading, hit: &Hit) -> bool {
    let written = fold(title.written(hit));
    let ones = written.split(|c: char| !c.is_alphanumeric());
    ones.filter(|it| matches!(*it, "one" | "1")).count() == 2
}

/// `Corvane Medical - meeting with the CEO`: a word of an employer that interviews the user.
fn is_of_known_employer(scene: &Scene<'_>, around: &Surroundings, hit: &Hit) -> bool {
    let title = &scene.title;
    let known = around.employers.iter();
    let mut known = known.filter(|it| it.is_told_beside(scene.event) && it.name.contains(' '));
    let written = fold(title.written(hit));
    known.any(|it| {
        let name = fold(&it.name);
        name.split(' ').any(|word| word == written) && fold(title.original()).contains(&name)
    })
}

/// "Final round: mock discovery call": another company lets the user play a part of the work.
fn is_played(scene: &Scene<'_>, around: &Surroundings, hit: &Hit, named: bool) -> bool {
    let title = &scene.title;
    let interview = [Concept::Interview, Concept::JobInterview];
    let step = title.meanings().any(&[Concept::Step, Concept::WeakStep]);
    let practice = title.meanings().any(&interview);
    // `Acme interview step 2: live chat simulation`, and not `mock interview`.
    let end = hit.first + hit.len;
    let apart = !title.meaning(end).any(&interview)
        && hit
            .first
            .checked_sub(1)
            .is_none_or(|it| !title.meaning(it).any(&interview));
    let part_of_it = practice && named && apart && hit.concepts.has(Concept::Mock);
    (step && !practice || part_of_it) && scene.has_outside_guest(&around.own)
}

/// "Interview request", and the description speaks to the candidate of a place or link at this time.
fn is_agreed(scene: &Scene<'_>) -> bool {
    let invited = scene.organizer().is_some() && !scene.is_organized_by_user();
    let somewhere = !scene.event.location.trim().is_empty() || scene.event.conference.is_some();
    invited && somewhere && scene.minutes.is_some() && scene.body.has(Concept::ToCandidate)
}

/// The user's own note, or a letter from outside, with a word of the job market in its title.
fn speaks_of_hiring(scene: &Scene<'_>, around: &Surroundings) -> bool {
    let title = &scene.title;
    let own = scene.is_own_note() || !scene.is_organized_by_user();
    own && !scene.is_organized_inside(&around.own)
        && (title.has(Concept::Hiring) || scene.body.has(Concept::ToCandidate))
}

/// `Client interview (US) - via Bayside`: whose people clients choose.
fn is_sent(scene: &Scene<'_>) -> bool {
    const THROUGH: [&str; 5] = ["via", "thru", "through", "lewat", "melalui"];
    let title = &scene.title;
    let through = |at: &usize| {
        let who = at + 1;
        let meeting = title.meaning(who).any(&[Concept::Video, Concept::Phone]);
        THROUGH.contains(&title.word(*at)) && title.is_large(who) && !meeting
    };
    scene.title_names_interview() && (1..title.tokens.len()).any(|at| through(&at))
}

/// The event speaks to a candidate, comes from a hiring system, or names a role by words that are
/// not the look-alike's own (`concept`): a psychologist is no sign of a job as a psychologist.
fn has_clear_signs(scene: &Scene<'_>, concept: Concept) -> bool {
    let mut roles = scene.title.hits.iter();
    // Whoever teaches how to be interviewed names roles, too.
    let of_talks = matches!(concept, Concept::Training | Concept::Research);
    let title = &scene.title;
    let vacancy = EMPLOYERS.contains(&concept)
        && !says_twice(scene, concept)
        && (title.hits.iter()).any(|it| {
            let own = it.concepts.has(concept)
                || it.concepts.any(&[Concept::Leader, Concept::Department]);
            // Whoever applies to an authority is tested by it; a trial morning is at the surgery.
            let tested = match concept {
                Concept::Authority => it.concepts.has(Concept::Step),
                Concept::School | Concept::Media => false,
                _ if it.concepts.has(Concept::Onsite) => it.concepts.has(Concept::Step),
                _ => {
                    let spaced = !title.written(it).chars().any(is_unspaced);
                    it.concepts.has(Concept::Step) && it.len > 1 && spaced
                }
            };
            let named = tested || it.concepts.has(Concept::Hiring);
            named && !own && !standing::is_foreign(scene, title, it)
        });
    if qualifies_interview(scene, concept) {
        return false;
    }
    certain::says_job(scene, concept)
        || is_numbered(scene)
        || vacancy
        || roles.any(|it| {
            let own = concept == Concept::Medical && it.concepts.has(concept);
            it.concepts.has(Concept::RoleWord) && !own && !is_met(scene, it)
        }) && !of_talks
            && !says_twice(scene, concept)
        || scene.title.has(Concept::ToCandidate)
        || scene.body.has(Concept::ToCandidate)
        || scene.sender_kind() == Some(Kind::HiringSystem)
}

/// `colloquio con l'operatrice`: whom the user meets, and no role.
fn is_met(scene: &Scene<'_>, role: &Hit) -> bool {
    let written = scene.title.written(role);
    let mut parts = scene.parts().iter();
    parts.any(|it| it.lead == Lead::With && it.text.contains(written))
}

/// Look-alikes whose places are employers, too.
pub(super) const EMPLOYERS: [Concept; 6] = [
    Concept::School,
    Concept::Medical,
    Concept::Housing,
    Concept::Commerce,
    Concept::Authority,
    Concept::Media,
];

/// Whether a reason is one of theirs.
#[must_use]
pub(crate) fn is_of_employers(reason: &Reason) -> bool {
    const CODES: [&str; 6] = [
        "school",
        "medical",
        "housing",
        "commerce",
        "authority",
        "press",
    ];
    reason.weight < 0.0 && CODES.contains(&reason.code)
}

/// "Housing officer, bring tenancy": what is said twice is no part of a role's name.
fn says_twice(scene: &Scene<'_>, concept: Concept) -> bool {
    let hits = scene.title.hits.iter();
    let said = hits.filter(|it| it.concepts.has(concept) && !it.concepts.has(Concept::RoleWord));
    said.count() > 1
}

/// The user's other interviews are with such employers, and nothing else speaks of a child, a
/// lease or an illness.
fn is_of_field(scene: &Scene<'_>, around: &Surroundings, concept: Concept) -> bool {
    EMPLOYERS.contains(&concept)
        && around.is_field(concept, scene.event)
        && !says_twice(scene, concept)
}

/// `volunteer interview`: a word for unpaid work right at the interview says what it is for; and so do
/// words for teaching in front of it, `Acing your behavioral interview`.
fn qualifies_interview(scene: &Scene<'_>, concept: Concept) -> bool {
    let title = &scene.title;
    let interview = |at: usize| {
        title
            .meaning(at)
            .any(&[Concept::JobInterview, Concept::Interview])
    };
    let beside = |hit: &Hit| {
        let end = hit.first + hit.len;
        let soft = |at: usize| title.is_joined(at);
        soft(end) && interview(end) || soft(hit.first) && hit.first > 0 && interview(hit.first - 1)
    };
    let taught = |hit: &Hit| {
        let end = hit.first + hit.len;
        hit.len > 1 && title.is_joined(end) && interview(end)
    };
    let mut hits = title.hits.iter().filter(|hit| hit.concepts.has(concept));
    match concept {
        Concept::Volunteer => hits.any(beside),
        Concept::Training => hits.any(taught),
        _ => false,
    }
}

/// "2nd interview": one of several, as only selections have them.
fn is_numbered(scene: &Scene<'_>) -> bool {
    scene.title.has(Concept::JobInterview) && scene.title.has(Concept::Round)
}

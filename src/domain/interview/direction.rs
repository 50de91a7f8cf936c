//! Which side of the table the user sits on, from its own evidence.
//!
//! Interviewer side never prompts: thanking a candidate one has just interviewed is a disgrace.

mod markers;
mod other;
mod several;
mod sheet;
#[cfg(test)]
mod tests;

use super::{
    Direction, Reason, correction,
    guests::GuestKind,
    leaning,
    scene::{Scene, Surroundings},
    signals::reason,
    text::{
        fold::is_unspaced,
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
    /// A note names what may be a candidate, and nothing in the calendar tells.
    pub(crate) untold: bool,
}

impl Side {
    /// What `reasons` say together.
    #[must_use]
    pub(crate) fn of(reasons: Vec<Reason>) -> Self {
        let log_odds = PRIOR + reasons.iter().map(|reason| reason.weight).sum::<f64>();
        Self {
            log_odds,
            reasons,
            untold: false,
        }
    }

    /// Adds what was seen later.
    pub(crate) fn add(&mut self, reason: Option<Reason>) {
        self.log_odds += reason.as_ref().map_or(0.0, |it| it.weight);
        self.reasons.extend(reason);
    }

    /// What the reasons add.
    #[must_use]
    pub(crate) fn own(&self) -> f64 {
        self.log_odds - PRIOR
    }

    /// Whether something speaks for the interviewer's side, without carrying the day.
    #[must_use]
    pub(crate) fn is_doubtful(&self) -> bool {
        const DOUBT: f64 = 1.2;
        /// What the calendar says against it is doubt enough.
        const LEANING: f64 = -0.4;
        let leans = |it: &Reason| it.weight < LEANING && leaning::is_code(it.code);
        self.log_odds < PRIOR - DOUBT || self.reasons.iter().any(leans)
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

/// Weighs the evidence.
#[must_use]
pub(crate) fn judge(scene: &Scene<'_>, around: &Surroundings) -> Side {
    let mut reasons = Vec::new();
    reasons.extend(markers::markers(scene, around));
    reasons.extend(applicants(scene));
    reasons.extend(several::several(scene));
    reasons.extend(sheet::of_another(scene));
    reasons.extend(host(scene, around));
    reasons.extend(other::candidate(scene, around));
    reasons.extend(candidate_side(scene, around));
    // "It is one" says that it is the user's own.
    let said = correction::closest(&scene.user.corrections, scene.event);
    if said.is_some_and(|it| it.is_interview && it.closeness() > 0) {
        return Side::of(Vec::new());
    }
    let mut side = Side::of(reasons);
    let bearing = leaning::bearing(scene, around);
    if bearing.against > 0.0 {
        let lean = around.leaning.reason(scene.event, bearing, &side);
        side.add(lean);
        for told in around.leaning.of_itself(scene, bearing) {
            side.add(Some(told));
        }
        side.untold = scene.is_own_note()
            && bearing.support != leaning::Support::Full
            && around.leaning.is_untold(scene.event, bearing);
    }
    side
}

fn is_label(body: &Reading, hit: &Hit) -> bool {
    let end = body.tokens.get(hit.first + hit.len - 1).map(|it| it.end);
    let after = end.and_then(|end| body.original().get(end..));
    let after = after
        .unwrap_or_default()
        .trim_start_matches(['s', '(', ')', '*', ' ']);
    // Characters without spaces are words of their own.
    let unspaced = body.written(hit).chars().any(is_unspaced);
    after.starts_with([':', '：']) && hit.len < if unspaced { 6 } else { 3 }
}

/// Candidates are spoken of, or a group of people to be hired.
fn applicants(scene: &Scene<'_>) -> Vec<Reason> {
    let mut out = Vec::new();
    let user_named = || scene.title_names_user() || names_user(scene);
    // "Candidate conversation", booked with a company's mailbox: the user is the candidate.
    let booked = scene
        .organizer()
        .is_some_and(|it| it.kind == GuestKind::Shared);
    let invited = booked && scene.is_privately_invited() && !scene.title_names_interview();
    if let Some(hit) = scene
        .title
        .hit(Concept::Applicant)
        .filter(|_| !user_named() && !invited)
    {
        out.extend(reason("candidates", scene.title.written(hit), -4.5));
    } else if let Some(hit) = scene.body.hit(Concept::Applicant).filter(|_| !user_named()) {
        let spoken_to = scene.body.has(Concept::ToCandidate);
        let told = sheet::tells_of_applicants(scene);
        let weight = match told {
            _ if sheet::names_applicant(scene) => -6.0,
            _ if spoken_to => -0.3,
            Some(weight) => weight,
            None => -1.8,
        };
        out.extend(reason("candidates", scene.body.written(hit), weight));
    }
    if let Some(hit) = scene.title.hit(Concept::Cohort) {
        // "campus visit: job talk, dean, students": whom the user meets there.
        let listed = scene.title.has(Concept::Step)
            && scene.parts().iter().any(|it| {
                it.lead == super::segments::Lead::List && it.concepts.has(Concept::Cohort)
            });
        let weight = if listed { -1.0 } else { -3.5 };
        let written = scene.title.written(hit);
        out.extend(reason("group_of_candidates", written, weight));
    }
    out
}

fn names_user(scene: &Scene<'_>) -> bool {
    let name = super::text::fold::fold(&scene.user.name);
    !name.is_empty() && super::text::fold::fold(scene.body.original()).contains(&name)
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

/// What speaks for the candidate's side.
fn candidate_side(scene: &Scene<'_>, around: &Surroundings) -> Vec<Reason> {
    let mut out = Vec::new();
    let hosts = scene.is_organized_by_user() || scene.is_organized_inside(&around.own);
    if scene.title_names_user() && !hosts {
        out.extend(reason("user_is_candidate", &scene.user.name, 1.5));
    }
    let spoken_to = scene.body.hit(Concept::ToCandidate);
    if let Some(hit) = spoken_to.filter(|_| !scene.is_letter_of_user()) {
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

//! Hiring and testing systems among senders and links.

use super::{Reason, reason};
use crate::domain::interview::{
    domains::{self, Kind},
    scene::{Scene, Surroundings},
    text::links,
};

/// A hiring system sent the event or is linked from it.
pub(super) fn hiring_system(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let guest = scene
        .guests
        .iter()
        .find(|guest| guest.infrastructure == Some(Kind::HiringSystem));
    if let Some(guest) = guest {
        let weight = if guest.organizer { 3.2 } else { 1.8 };
        return reason(
            "hiring_system",
            guest
                .email
                .as_deref()
                .and_then(domains::of_address)
                .unwrap_or_default(),
            weight,
        );
    }
    let link = scene.links_of_kind(Kind::HiringSystem).next()?;
    reason("hiring_system", links::host(link), 1.8)
}

/// A vacancy on a job board is linked, or the board sent the event.
pub(super) fn job_board(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    if scene.sender_kind() == Some(Kind::JobBoard) {
        return reason("job_board", "", 2.2);
    }
    let link = scene.links_of_kind(Kind::JobBoard).find(|link| {
        let host = links::host(link);
        // Profiles and company pages are linked for other reasons.
        let social = host.ends_with("linkedin.com") || host.ends_with("xing.com");
        !social || link.contains("/jobs")
    })?;
    reason("job_board", links::host(link), 1.4)
}

/// A platform for tests of candidates is linked.
pub(super) fn assessment(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let link = scene.links_of_kind(Kind::Assessment).next()?;
    reason("assessment_link", links::host(link), 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::signals::testing::{event, fired, invited, who};

    #[test]
    fn systems_are_known_by_sender_and_link() {
        let sent = invited(
            event("Acme"),
            who("Acme", "no-reply@acme.teamtailor-mail.com"),
            &[],
        );
        assert!(fired(hiring_system, &sent).is_some_and(|reason| reason.weight > 3.0));
        let mut linked = event("Acme");
        linked.description = "https://jobs.lever.co/acme/1 https://app.coderpad.io/X".into();
        assert!(fired(job_board, &linked).is_none());
        linked
            .description
            .push_str(" https://www.wantedly.com/projects/1");
        assert!(fired(job_board, &linked).is_some());
        assert!(fired(hiring_system, &linked).is_some() && fired(assessment, &linked).is_some());
    }

    #[test]
    fn companies_and_meeting_hosts_are_no_hiring_systems() {
        let mut plain = invited(event("Acme"), who("Bo", "bo@acme.example"), &[]);
        plain.description = "https://acme.zoom.us/j/1 https://greenhouse.example/x".into();
        assert!(fired(hiring_system, &plain).is_none() && fired(assessment, &plain).is_none());
    }
}

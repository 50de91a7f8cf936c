//! The employer: from the title, the people's domains, a hiring system's tenant, the place, the text.
//!
//! Never a hiring system, scheduler, free-mail provider or meeting host.

mod mentions;
#[cfg(test)]
mod tests;

use self::mentions::from_text;
use super::{
    domains::{self, Kind},
    guests::GuestKind,
    names::{self, Likeness},
    role,
    scene::{Scene, Surroundings},
    segments::{Lead, Part},
    text::{
        fold::{fold, is_unspaced},
        lexicon::Concept,
        links,
        reading::Reading,
    },
};

/// A name that may be the employer's, and how much speaks for it.
#[derive(Clone, Debug)]
struct Candidate {
    name: String,
    score: f64,
}

/// The employer's name; `None` when nothing tells.
#[must_use]
pub(crate) fn employer(scene: &Scene<'_>, parts: &[Part], around: &Surroundings) -> Option<String> {
    let labels = labels(scene, around);
    let mut candidates = Vec::new();
    candidates.extend(
        parts
            .iter()
            .enumerate()
            .filter_map(|(at, part)| from_part(scene, parts, at, part)),
    );
    candidates.extend(from_place(scene, &labels));
    candidates.extend(from_senders(scene));
    candidates.extend(from_text(scene));
    for candidate in &mut candidates {
        if labels
            .iter()
            .any(|label| domains::label_fits(&candidate.name, label))
        {
            candidate.score += 3.5;
        }
        if around.employers.contains(&candidate.name) {
            candidate.score += 1.0;
        }
    }
    candidates.extend(labels.iter().map(|label| Candidate {
        name: domains::name_of_label(label),
        score: 1.8,
    }));
    let best = candidates
        .into_iter()
        .filter(|one| !one.name.is_empty())
        .fold(None, |best: Option<Candidate>, one| match best {
            Some(best) if best.score >= one.score => Some(best),
            _ => Some(one),
        })?;
    // The same company by a fuller name from the rest of the calendar.
    Some(without_form(&best.name))
}

/// Labels of the companies on the event, and of the hiring system's tenant.
fn labels(scene: &Scene<'_>, around: &Surroundings) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    let companies = scene
        .guests
        .iter()
        .filter(|guest| guest.kind != GuestKind::User)
        .filter_map(|guest| guest.company.as_deref());
    let outside = companies
        .filter(|company| !around.own.iter().any(|own| own == company))
        .map(domains::label);
    let tenants = scene
        .guests
        .iter()
        .filter_map(|guest| guest.email.as_deref())
        .filter_map(domains::tenant);
    let hosts = scene
        .links
        .iter()
        .map(|link| links::host(link))
        .filter_map(domains::tenant);
    let rooms = scene
        .links
        .iter()
        .map(|link| links::host(link))
        .filter(|host| domains::kind_of(host) == Some(Kind::Meeting))
        .filter_map(meeting_tenant);
    for label in outside.chain(tenants).chain(hosts).chain(rooms) {
        if !labels.iter().any(|known| known == label) {
            labels.push(label.to_owned());
        }
    }
    labels
}

/// `cloverpeak` of `cloverpeak.zoom.us`; not `us02web`.
fn meeting_tenant(host: &str) -> Option<&str> {
    let tenant = host
        .strip_suffix(".zoom.us")
        .or_else(|| host.strip_suffix(".webex.com"))?;
    (!tenant.starts_with("us0")
        && !tenant.contains("web")
        && tenant.len() > 2
        && !tenant.contains('.'))
    .then_some(tenant)
}

fn from_part(scene: &Scene<'_>, parts: &[Part], at: usize, part: &Part) -> Option<Candidate> {
    if part.is_user
        || role::is_role(part) && role::split_unspaced(&part.text).is_none()
        || part.text.chars().count() < 2
    {
        return None;
    }
    let guest = scene.people().any(|guest| {
        guest
            .name
            .as_deref()
            .is_some_and(|name| names::same_person(name, &part.text))
    });
    if guest || (part.person == Likeness::Known && part.lead != Lead::At) {
        return None;
    }
    let text = role::split_unspaced(&part.text).map_or(part.text.as_str(), |(company, _)| company);
    let rank = part.concepts.has(Concept::Leader)
        && !part.concepts.any(&[Concept::LegalForm, Concept::OrgWord]);
    if rank
        && (matches!(part.lead, Lead::Bracket | Lead::With) || text.split_whitespace().count() < 3)
    {
        return None;
    }
    let mut score = match part.lead {
        Lead::At => 4.2,
        Lead::Start | Lead::Mark => 2.4,
        Lead::List => 2.0,
        Lead::With => {
            if part.person == Likeness::Shape {
                1.6
            } else {
                3.0
            }
        }
        Lead::Bracket => {
            if part.quoted {
                3.4
            } else {
                2.0
            }
        }
        Lead::For if part.concepts.any(&[Concept::LegalForm, Concept::OrgWord]) => 1.6,
        Lead::For => return None,
    };
    if part.concepts.has(Concept::LegalForm) {
        score += 2.0;
    }
    if part.concepts.has(Concept::OrgWord) {
        score += 0.8;
    }
    if at == 0 && parts.len() > 1 {
        score += 0.2;
    }
    let cased = text.chars().any(char::is_uppercase)
        || text
            .chars()
            .any(|c| is_unspaced(c) || (c.is_alphabetic() && !c.is_lowercase()));
    if !cased {
        score -= if part.lead == Lead::At { 0.4 } else { 1.0 };
    }
    let place = part.concepts.any(&[Concept::Room, Concept::Street])
        && !part.concepts.any(&[Concept::OrgWord, Concept::LegalForm]);
    let other = part.concepts.any(&[
        Concept::Errand,
        Concept::Media,
        Concept::School,
        Concept::Medical,
        Concept::Routine,
    ]);
    if place || (other && !part.concepts.has(Concept::OrgWord)) {
        score -= 2.6;
    }
    if part.person == Likeness::Shape && !scene.guests.is_empty() {
        score -= 0.3;
    }
    if text.split_whitespace().count() > 5 {
        score -= 1.0;
    }
    (!is_infrastructure(text)).then(|| Candidate {
        name: text.to_owned(),
        score,
    })
}

/// Names of products that stand in titles without being the employer.
fn is_infrastructure(text: &str) -> bool {
    const PRODUCTS: [&str; 26] = [
        "zoom",
        "google meet",
        "teams",
        "microsoft teams",
        "webex",
        "skype",
        "calendly",
        "greenhouse",
        "lever",
        "ashby",
        "workday",
        "goodtime",
        "hackerrank",
        "coderpad",
        "codesignal",
        "hirevue",
        "karat",
        "linkedin",
        "indeed",
        "whatsapp",
        "slack",
        "discord",
        "facetime",
        "whereby",
        "outlook",
        "gmail",
    ];
    PRODUCTS.contains(&fold(text).trim())
}

/// `Aceros Ordunte, Barakaldo`: the first piece of a place that is no street.
fn from_place(scene: &Scene<'_>, labels: &[String]) -> Option<Candidate> {
    let location = scene.event.location.trim();
    if location.is_empty() || location.contains("://") {
        return None;
    }
    let first = location.split([',', '\n', ';', '(', '|']).next()?.trim();
    let first = first.split(" - ").next()?.trim();
    let reading = Reading::new(first);
    if first.chars().any(|c| c.is_ascii_digit())
        || reading.tokens.len() > 5
        || reading.tokens.is_empty()
    {
        return None;
    }
    // `Clover Peak HQ`, `Oficinas Sol`: the building's word is no part of the name.
    let (mut from, mut until) = (0, reading.tokens.len());
    let extra = |at: usize| {
        reading
            .meaning(at)
            .any(&[Concept::Street, Concept::Room, Concept::Filler])
            && !reading.meaning(at).has(Concept::OrgWord)
    };
    while from < until && extra(from) {
        from += 1;
    }
    while until > from && extra(until - 1) {
        until -= 1;
    }
    let name = reading.span(from, until);
    let fits = labels.iter().any(|label| domains::label_fits(name, label));
    let company = reading.has(Concept::OrgWord) || reading.has(Concept::LegalForm);
    let trimmed = until - from < reading.tokens.len();
    let score = if fits {
        1.2
    } else if company {
        1.9
    } else if trimmed {
        1.5
    } else {
        return None;
    };
    (!name.is_empty() && !reading.has(Concept::Video) && !reading.has(Concept::Phone)).then(|| {
        Candidate {
            name: name.to_owned(),
            score,
        }
    })
}

/// A sender that is no person carries the company's name: `Juniper & Oak Hiring Team`.
fn from_senders(scene: &Scene<'_>) -> Vec<Candidate> {
    scene
        .guests
        .iter()
        .filter(|guest| matches!(guest.kind, GuestKind::Machine | GuestKind::Shared))
        .filter_map(|guest| {
            let raw = guest.name.as_deref()?;
            let reading = Reading::new(raw);
            let last = (0..reading.tokens.len()).rev().find(|at| {
                let meaning = reading.meaning(*at);
                !meaning.any(&[
                    Concept::Department,
                    Concept::Hiring,
                    Concept::Interview,
                    Concept::Filler,
                    Concept::Applicant,
                ])
            })?;
            let first = (0..=last).find(|at| {
                !reading
                    .meaning(*at)
                    .any(&[Concept::Department, Concept::Hiring, Concept::Filler])
            })?;
            let name = reading.span(first, last + 1);
            (!is_infrastructure(name)
                && names::likeness(name) != Likeness::Known
                && name.chars().count() > 1
                && !fold(name).contains("reply"))
            .then(|| Candidate {
                name: name.to_owned(),
                score: if guest.organizer { 2.3 } else { 1.2 },
            })
        })
        .collect()
}

/// Without a legal form at either end, which people drop: `Acme, Inc.` -> `Acme`.
fn without_form(name: &str) -> String {
    let reading = Reading::new(name);
    let (mut from, mut until) = (0, reading.tokens.len());
    let form = |at: usize| {
        let meaning = reading.meaning(at);
        meaning.has(Concept::LegalForm) && !meaning.has(Concept::OrgWord)
            || reading.word(at) == "inc"
    };
    while until > from + 1 && form(until - 1) {
        until -= 1;
    }
    while from + 1 < until && form(from) && reading.word(from).chars().any(is_unspaced) {
        from += 1;
    }
    let kept = reading.span(from, until);
    if kept.is_empty() {
        name.to_owned()
    } else {
        kept.trim_end_matches([',', ' ']).to_owned()
    }
}

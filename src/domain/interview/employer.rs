//! The employer: from the title, the people's domains, a hiring system's tenant, the place, the text.
//!
//! Never a hiring system, scheduler, free-mail provider or meeting host.

mod mentions;
mod spelled;
#[cfg(test)]
mod tests;
mod title;

use self::{mentions::from_text, title::from_part};
use super::{
    domains::{self, Kind},
    guests::GuestKind,
    names::{self, Likeness},
    scene::{Scene, Surroundings},
    segments::Part,
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
    // A title that has the known name and more of it needs no shorter one.
    let titled: Vec<String> = candidates
        .iter()
        .map(|it: &Candidate| it.name.clone())
        .collect();
    candidates.extend(from_place(scene, &labels));
    candidates.extend(from_senders(scene));
    candidates.extend(from_text(scene));
    candidates.extend(labels.iter().filter_map(|label| {
        let name = spelled::spelled(scene, label)?;
        Some(Candidate { name, score: 2.0 })
    }));
    for candidate in &mut candidates {
        let fits = |label: &String| {
            domains::label_fits(&candidate.name, label) && !spelled::is_agency(label)
        };
        if labels.iter().any(fits) {
            candidate.score += 3.5;
        }
        if around.employers.iter().any(|it| it.name == candidate.name) {
            candidate.score += 1.0;
        }
    }
    // The same company by the name that the rest of the calendar gives it.
    let known = around.employers.iter().filter(|employer| {
        employer.is_told_beside(scene.event)
            && super::signals::mentions(&scene.title, &employer.name)
            && is_clean(&employer.name)
            && !titled
                .iter()
                .any(|name| fold(name).contains(&fold(&employer.name)))
    });
    candidates.extend(known.map(|employer| Candidate {
        name: employer.name.clone(),
        score: 4.1,
    }));
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
    Some(without_form(without_team(&best.name)))
}

/// `Havenbedrijf recruitment`: the company, not its people who hire.
fn without_team(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((company, team))
            if team.chars().all(char::is_lowercase) && Reading::new(team).has(Concept::Hiring) =>
        {
            company
        }
        _ => name,
    }
}

/// Written as names are: no small words, as a hasty title leaves them beside a name.
fn is_clean(name: &str) -> bool {
    name.split(' ').all(|word| {
        word.chars().count() < 4 || !word.chars().next().is_some_and(char::is_lowercase)
    })
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
            let own_name = guest.email.as_deref().and_then(domains::of_address);
            let of_system = guest.infrastructure.is_some()
                && own_name.is_some_and(|it| domains::label_fits(name, domains::label(it)));
            (!is_infrastructure(name)
                && !of_system
                && names::likeness(name) != Likeness::Known
                && name.chars().count() > 1
                && !fold(name).contains("reply"))
            .then(|| Candidate {
                name: name.to_owned(),
                score: match &guest.company {
                    // "Sched" of finchlabs.example: a mailbox, not the company.
                    Some(site) if !domains::label_fits(name, domains::label(site)) => 0.6,
                    _ if guest.organizer => 2.3,
                    _ => 1.2,
                },
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
    let leads = |at: usize| {
        reading.word(at).chars().any(is_unspaced)
            || [
                "firma",
                "fa",
                "sc",
                "тов",
                "ооо",
                "зат",
                "пат",
                "societe",
                "entreprise",
                "empresa",
                "azienda",
                "ditta",
                "bedrijf",
                "firmy",
                "firmie",
                "foretaget",
                "firmaet",
            ]
            .contains(&reading.word(at))
    };
    while from + 1 < until
        && leads(from)
        && (form(from) || !reading.word(from).chars().any(is_unspaced))
    {
        from += 1;
    }
    let kept = reading.span(from, until);
    if kept.is_empty() {
        name.to_owned()
    } else {
        kept.trim_end_matches([',', ' ']).to_owned()
    }
}

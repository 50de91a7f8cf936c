//! The employer: from the title, the people's domains, a hiring system's tenant, the place, the text.
//!
//! Never a hiring system, scheduler, free-mail provider or meeting host.

mod beside;
mod cut;
mod inviting;
mod known;
mod mentions;
mod place;
mod senders;
mod settled;
mod signature;
mod spelled;
#[cfg(test)]
mod tests;
mod tidy;
mod title;
mod weigh;

pub(crate) use self::known::is_system;
pub(crate) use self::settled::Spellings;
use self::{
    inviting::from_inviting,
    mentions::{from_text, says_client},
    place::from_place,
    senders::from_senders,
    title::from_part,
};
use super::{
    domains::{self, Kind},
    guests::GuestKind,
    scene::{Scene, Surroundings},
    segments::Part,
    text::{
        fold::{fold, is_unspaced, squash},
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
            .filter_map(|(at, part)| from_part(scene, parts, at, part))
            .map(|it| Candidate {
                name: known::settled(scene, &labels, around, &it.name),
                ..it
            }),
    );
    if let Some(caller) = scene.caller() {
        candidates.retain(|it: &Candidate| {
            !it.name.contains(&caller.person) && !it.name.contains(&caller.company)
        });
        candidates.push(Candidate {
            name: caller.company.clone(),
            score: 3.6,
        });
    }
    // A title that has the known name and more of it needs no shorter one.
    let titled: Vec<String> = candidates
        .iter()
        .map(|it: &Candidate| it.name.clone())
        .collect();
    candidates.extend(from_place(scene, &labels));
    candidates.extend(from_senders(scene));
    candidates.extend(from_text(scene));
    candidates.extend(from_inviting(scene));
    candidates.extend(signature::from_signature(scene, &labels));
    candidates.extend(labels.iter().filter_map(|label| {
        let name = spelled::spelled(scene, label)?;
        Some(Candidate { name, score: 2.0 })
    }));
    let client = says_client(scene);
    weigh::add_agreement(&mut candidates);
    weigh::weigh(scene, parts, &titled, &labels, around, &mut candidates);
    weigh::prefer_whole(&titled, &mut candidates);
    // The same company by the name that the rest of the calendar gives it.
    let known = around.employers.iter().filter(|employer| {
        employer.is_told_beside(scene.event)
            && super::signals::mentions(&scene.title, &employer.name)
            && is_clean(&employer.name)
            && !stands_for(&titled, &employer.name)
    });
    candidates.extend(known.map(|employer| Candidate {
        name: employer.name.clone(),
        score: 4.1,
    }));
    candidates.extend(labels.iter().map(|label| Candidate {
        name: spelled::spelled(scene, label).unwrap_or_else(|| domains::name_of_label(label)),
        score: if client { 1.5 } else { 1.8 },
    }));
    let best = candidates
        .into_iter()
        .filter(|one| !one.name.is_empty())
        .fold(None, |best: Option<Candidate>, one| match best {
            Some(best) if best.score >= one.score => Some(best),
            _ => Some(one),
        })?;
    let company = tidy::without_those_who_hire(&best.name, &labels);
    Some(without_form(without_team(company, &labels)))
}

/// Whether `who` arranges an interview at another company than the one that he or she is of.
pub(crate) fn arranges_for_client(scene: &Scene<'_>, employer: &str) -> bool {
    let own = scene.organizer().and_then(|guest| guest.company.as_deref());
    own.is_some_and(|own| !domains::label_fits(employer, domains::label(own)))
        && fold(&scene.event.location).contains(&fold(employer))
}

/// `Havenbedrijf recruitment`, `Kudiwell Bank HCM`: the company, not a team of it. Words of fields
/// belong to a name unless the domain tells that it ends before them.
fn without_team<'n>(name: &'n str, labels: &[String]) -> &'n str {
    // `Corvane RH` of corvanerh.example: all of it is its name.
    let whole = labels.iter().any(|it| squash(it) == squash(name));
    let Some((company, team)) = name.rsplit_once(' ').filter(|_| !whole) else {
        return name;
    };
    let reading = Reading::new(team);
    let small = team.chars().all(char::is_lowercase);
    let ahead = squash(company);
    let told = labels.iter().any(|label| squash(label) == ahead);
    let short = team.chars().count() < 5 && team.chars().all(char::is_uppercase);
    let is_team = reading
        .meanings()
        .any(&[Concept::Hiring, Concept::Department])
        && (small || !reading.has(Concept::OrgWord));
    let is_part = told
        && (short
            || reading
                .meanings()
                .any(&[Concept::Topic, Concept::Fair, Concept::Video]))
        && !reading.has(Concept::OrgWord);
    let unspaced = team.chars().all(is_unspaced) && company.chars().any(is_unspaced);
    if is_team && (small || told || unspaced || reading.has(Concept::Department)) || is_part {
        company
    } else {
        name
    }
}

/// Whether the names of a title make a known one needless: one has it and more of it, or is of another
/// company (`Interview Corvane (after Lune)`). Small words behind it make no longer name.
fn stands_for(titled: &[String], known: &str) -> bool {
    let whole = fold(known);
    // `Stadt Auengrund`, where a domain is `auengrund-personal.de`
    let bare = fold(without_team(known, &[]));
    let named = titled.iter().any(|it| fold(it).contains(&whole));
    titled.iter().any(|name| {
        let folded = fold(name);
        if folded.contains(&whole) {
            return *name != known && (is_clean(name) || !folded.starts_with(&whole));
        }
        let of_bare = folded.contains(&bare);
        let other = named && !of_bare;
        is_clean(name) && (other || of_bare && Reading::new(name).has(Concept::OrgWord))
    })
}

/// Written as names are: no small words, as a hasty title leaves them beside a name.
fn is_clean(name: &str) -> bool {
    name.split(' ').all(|word| {
        // `CIUSSS de l’Estuaire`
        let word = word.rsplit(['’', '\'']).next().unwrap_or(word);
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

/// Without a legal form at either end, which people drop: `Acme, Inc.` -> `Acme`.
fn without_form(name: &str) -> String {
    let reading = Reading::new(name);
    let (mut from, mut until) = (0, reading.tokens.len());
    let form = |at: usize| {
        let meaning = reading.meaning(at);
        meaning.has(Concept::LegalForm) && !meaning.has(Concept::OrgWord)
            || reading.word(at) == "inc"
    };
    // `Yarn & Co`: without it, half of a name would be left.
    let joined = |at: usize| reading.between(at).contains('&');
    while until > from + 1 && form(until - 1) && !joined(until - 1) {
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

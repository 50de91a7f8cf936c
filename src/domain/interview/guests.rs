//! Who is on an event: the user, people, shared mailboxes, machines and rooms.

use super::{
    User,
    domains::{self, Kind},
    names,
    text::{
        fold::{fold, squash},
        lexicon::Concept,
        reading::Reading,
    },
};
use crate::domain::calendar::event::{Attendee, CalendarUserType, Event, Response};

/// What a guest is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GuestKind {
    /// The owner of the calendar.
    User,
    /// Somebody.
    Person,
    /// A mailbox of a department or a company.
    Shared,
    /// Software: hiring systems, no-reply senders, note-takers.
    Machine,
    /// A room or a thing.
    Room,
}

/// Organizer or attendee, judged.
#[derive(Clone, Debug)]
pub(crate) struct Guest {
    /// What it is.
    pub(crate) kind: GuestKind,
    /// Name as people write it; for people without CN, what the address tells.
    pub(crate) name: Option<String>,
    /// Address.
    pub(crate) email: Option<String>,
    /// Registrable domain of the address when it belongs to a company.
    pub(crate) company: Option<String>,
    /// Infrastructure the address belongs to.
    pub(crate) infrastructure: Option<Kind>,
    /// ORGANIZER.
    pub(crate) organizer: bool,
    /// Said no.
    pub(crate) declined: bool,
}

/// Local parts (or parts of them) that no person reads.
const MACHINE: [&str; 17] = [
    "noreply",
    "no-reply",
    "no_reply",
    "donotreply",
    "do-not-reply",
    "notification",
    "notifications",
    "mailer",
    "automated",
    "invitations",
    "calendar-invite",
    "postmaster",
    "bounce",
    "system",
    "scheduler-bot",
    "bot",
    "reply",
];

/// Local parts of mailboxes that several people read.
const SHARED: [&str; 86] = [
    "hr",
    "hrteam",
    "humanresources",
    "people",
    "peopleops",
    "peopleteam",
    "jobs",
    "job",
    "careers",
    "career",
    "recruiting",
    "recruitment",
    "recruiter",
    "recruiters",
    "talent",
    "talentteam",
    "talentacquisition",
    "hiring",
    "staffing",
    "ta",
    "info",
    "office",
    "contact",
    "team",
    "hello",
    "admin",
    "support",
    "interviews",
    "interview",
    "scheduling",
    "schedule",
    "calendar",
    "events",
    "reception",
    "candidates",
    "applications",
    "mail",
    "kontakt",
    "bewerbung",
    "bewerbungen",
    "karriere",
    "personal",
    "personalabteilung",
    "stellen",
    "jobs-de",
    "rh",
    "recrutement",
    "candidature",
    "candidatures",
    "emploi",
    "drh",
    "rrhh",
    "seleccion",
    "empleo",
    "talento",
    "trabajo",
    "vagas",
    "recursoshumanos",
    "selecao",
    "selezione",
    "risorseumane",
    "lavoro",
    "personale",
    "vacatures",
    "sollicitatie",
    "sollicitaties",
    "werkenbij",
    "rekrutacja",
    "praca",
    "kadry",
    "rekrytering",
    "jobb",
    "rekruttering",
    "job-dk",
    "rekry",
    "saiyo",
    "saiyou",
    "recruit",
    "jinji",
    "soumu",
    "zhaopin",
    "hiringteam",
    "insa",
    "chaeyong",
    "ik",
    "kariyer",
];

/// Organizer first, then the attendees; nobody twice.
#[must_use]
pub(crate) fn of(event: &Event, user: &User) -> Vec<Guest> {
    let mut guests: Vec<Guest> = Vec::new();
    let organizer = event.organizer.iter().map(|who| (who, true));
    for (who, organizer) in organizer.chain(event.attendees.iter().map(|who| (who, false))) {
        let known = guests
            .iter_mut()
            .find(|guest| match (&guest.email, &who.email) {
                (Some(one), Some(other)) => one == other,
                _ => {
                    guest.name.is_some() && guest.name == who.name.as_deref().and_then(names::clean)
                }
            });
        if let Some(known) = known {
            known.declined |= who.response == Response::Declined;
            if known.name.is_none()
                || who.name.is_some()
                    && known.email.as_deref().and_then(names::from_address) == known.name
            {
                known.name = who
                    .name
                    .as_deref()
                    .and_then(names::clean)
                    .or_else(|| known.name.take());
            }
            continue;
        }
        guests.push(judge(who, organizer, user));
    }
    guests
}

fn judge(who: &Attendee, organizer: bool, user: &User) -> Guest {
    let email = who.email.as_deref().map(str::to_lowercase);
    let domain = email.as_deref().and_then(domains::of_address);
    let infrastructure = domain.and_then(domains::kind_of);
    let company = domain
        .filter(|_| infrastructure.is_none())
        .map(|domain| domains::site(domain).to_owned());
    let raw = who.name.as_deref().unwrap_or_default();
    let kind = kind_of(who, email.as_deref(), infrastructure, raw, user);
    let name = names::clean(raw).or_else(|| {
        (kind == GuestKind::Person)
            .then(|| email.as_deref().and_then(names::from_address))
            .flatten()
    });
    Guest {
        kind,
        name,
        email,
        company,
        infrastructure,
        organizer,
        declined: who.response == Response::Declined,
    }
}

fn kind_of(
    who: &Attendee,
    email: Option<&str>,
    infrastructure: Option<Kind>,
    raw: &str,
    user: &User,
) -> GuestKind {
    if is_user(email, raw, user) {
        return GuestKind::User;
    }
    if matches!(
        who.kind,
        CalendarUserType::Room | CalendarUserType::Resource
    ) || email.is_some_and(|email| email.ends_with("@resource.calendar.google.com"))
    {
        return GuestKind::Room;
    }
    let local = email
        .and_then(|email| email.split('@').next())
        .unwrap_or_default();
    let folded = fold(raw);
    let machine_name = [
        "sync bot",
        "notetaker",
        "note taker",
        "meeting assistant",
        "scheduling bot",
        "otter",
        "fireflies",
        "calendly",
        "goodtime",
    ];
    if MACHINE.iter().any(|part| {
        local == *part
            || local.starts_with(&format!("{part}-"))
            || (part.len() > 5 && local.contains(part))
    }) || machine_name.iter().any(|part| folded.contains(part))
        || matches!(
            infrastructure,
            Some(
                Kind::HiringSystem
                    | Kind::Scheduler
                    | Kind::Machine
                    | Kind::Assessment
                    | Kind::Meeting
                    | Kind::JobBoard
            )
        )
    {
        return GuestKind::Machine;
    }
    if who.kind == CalendarUserType::Group
        || SHARED.contains(&local.replace(['.', '_', '-'], "").as_str())
    {
        return GuestKind::Shared;
    }
    let told = email
        .and_then(names::from_address)
        .map(|name| squash(&name));
    let is_name = told.is_some() && told == names::clean(raw).map(|name| squash(&name));
    if !raw.is_empty()
        && !is_name
        && names::likeness(&names::clean(raw).unwrap_or_default()) == names::Likeness::No
    {
        let reading = Reading::new(raw);
        let function = [
            Concept::Department,
            Concept::LegalForm,
            Concept::OrgWord,
            Concept::Hiring,
            Concept::Room,
        ];
        if reading.hits.iter().any(|hit| hit.concepts.any(&function)) {
            return if reading.has(Concept::Room) {
                GuestKind::Room
            } else {
                GuestKind::Shared
            };
        }
    }
    GuestKind::Person
}

fn is_user(email: Option<&str>, raw: &str, user: &User) -> bool {
    if let Some(email) = email
        && user
            .emails
            .iter()
            .any(|own| own.eq_ignore_ascii_case(email))
    {
        return true;
    }
    // The same full name under another address is the user's other address.
    let full = user.name.split_whitespace().count() >= 2;
    full && names::clean(raw).is_some_and(|name| fold(&name) == fold(&user.name))
}

impl Guest {
    /// A person or mailbox of a company other than those in `own`.
    #[must_use]
    pub(crate) fn is_outside(&self, own: &[String]) -> bool {
        matches!(self.kind, GuestKind::Person | GuestKind::Shared)
            && self
                .company
                .as_ref()
                .is_some_and(|company| !own.contains(company))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guest(name: &str, email: &str) -> Guest {
        let who = Attendee {
            name: (!name.is_empty()).then(|| name.to_owned()),
            email: Some(email.to_owned()),
            ..Attendee::default()
        };
        let user = User {
            name: "Mira Lund".into(),
            emails: vec!["mira@home.example".into()],
            ..User::default()
        };
        judge(&who, false, &user)
    }

    #[track_caller]
    fn check(name: &str, email: &str, expected: GuestKind) {
        assert_eq!(guest(name, email).kind, expected, "{name} {email}");
    }

    #[test]
    fn people_are_people() {
        check("Priya Shah", "pshah@acme.example", GuestKind::Person);
        check("", "priya.shah@acme.example", GuestKind::Person);
        check("Acar, Can", "can@acme.example", GuestKind::Person);
        check(
            "Job de Vries",
            "job.devries@acme.example",
            GuestKind::Person,
        );
    }

    #[test]
    fn the_user_is_known_by_address_or_full_name() {
        check("M", "Mira@home.example", GuestKind::User);
        check("Mira Lund", "mira.lund@work.example", GuestKind::User);
        check("Mira Berg", "mira.berg@work.example", GuestKind::Person);
    }

    #[test]
    fn mailboxes_machines_and_rooms_are_no_people() {
        check("HR", "hr@acme.example", GuestKind::Shared);
        check("採用担当", "tantou@acme.example", GuestKind::Shared);
        check("", "recruiting@acme.example", GuestKind::Shared);
        check("Acme", "no-reply@acme.example", GuestKind::Machine);
        check("GoodTime Sync Bot", "x@acme.example", GuestKind::Machine);
        check(
            "Acme Hiring Team",
            "no-reply@ashbyhq.com",
            GuestKind::Machine,
        );
        check(
            "Meeting Room 4",
            "c_1@resource.calendar.google.com",
            GuestKind::Room,
        );
    }

    #[test]
    fn companies_are_read_from_addresses_but_not_from_free_mail() {
        assert_eq!(
            guest("", "a.b@mail.acme.co.uk").company.as_deref(),
            Some("acme.co.uk")
        );
        assert_eq!(guest("", "a.b@gmail.com").company, None);
    }
}

//! Who is on an event: the user, people, shared mailboxes, machines and rooms.

mod seen;

use self::seen::Seen;
use super::{
    User,
    domains::{self, Kind},
    names,
    text::fold::fold,
};
use crate::domain::calendar::event::{Attendee, Event, Response};

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

/// Organizer first, then the attendees; nobody twice.
#[must_use]
pub(crate) fn of(event: &Event, user: &User) -> Vec<Guest> {
    let mut guests: Vec<Guest> = Vec::new();
    let full = user.name.split_whitespace().count() >= 2;
    let own_name = full.then(|| fold(&user.name));
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
        guests.push(judge(who, organizer, user, own_name.as_deref()));
    }
    guests
}

/// `own_name` is the user's full name, folded.
fn judge(who: &Attendee, organizer: bool, user: &User, own_name: Option<&str>) -> Guest {
    let email = who.email.as_deref().map(str::to_lowercase);
    let domain = email.as_deref().and_then(domains::of_address);
    let infrastructure = domain.and_then(domains::kind_of);
    let company = domain
        .filter(|_| infrastructure.is_none())
        .map(|domain| domains::site(domain).to_owned());
    let raw = who.name.as_deref().unwrap_or_default();
    let name = names::clean(raw);
    let seen = Seen {
        email: email.as_deref(),
        infrastructure,
        raw,
        name: name.as_deref(),
    };
    let kind = if seen.is_user(user, own_name) {
        GuestKind::User
    } else {
        seen.kind(who.kind)
    };
    let name = name.or_else(|| {
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

/// Whether an address is nobody's own: a machine's, or a mailbox that several people read. The name
/// counts where a hiring system carries the mail of people, or they write as a department.
#[must_use]
pub(crate) fn is_no_persons(address: &str, name: Option<&str>) -> bool {
    let email = address.trim().to_lowercase();
    let name = name.and_then(names::clean);
    let seen = Seen {
        email: Some(&email),
        infrastructure: domains::of_address(&email).and_then(domains::kind_of),
        raw: "",
        name: name.as_deref(),
    };
    seen.is_no_persons()
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

    /// Whether the address is of a mail provider, or nothing is known of it.
    #[must_use]
    pub(crate) fn is_private(&self) -> bool {
        self.company.is_none() && matches!(self.infrastructure, None | Some(Kind::FreeMail))
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
        judge(&who, false, &user, Some("mira lund"))
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
        check("Lena Otterbach", "lo@acme.example", GuestKind::Person);
        check("Ana Lima", "hr-ana@acme.example", GuestKind::Person);
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
        check("Otter.ai", "x@acme.example", GuestKind::Machine);
        check("HR Wrocław", "hr-wroclaw@acme.example", GuestKind::Shared);
        check(
            "Recrutement EC",
            "recrutement-ec@acme.example",
            GuestKind::Shared,
        );
        check(
            "Talent Nordelec",
            "talent.nordelec@acme.example",
            GuestKind::Shared,
        );
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
    fn an_address_alone_tells_whether_it_is_anybodys() {
        for address in [
            "no-reply@acme.example",
            "jobs@acme.example",
            " HR-Berlin@acme.example",
            "recrutement.paris@acme.example",
            "x@us.greenhouse-mail.io",
        ] {
            assert!(is_no_persons(address, Some("Priya Shah")), "{address}");
        }
        for (address, name) in [
            ("priya.shah@acme.example", None),
            ("job.devries@acme.example", None),
            ("ta-nehisi@acme.example", None),
            ("otter@acme.example", Some("Lena Otterbach")),
            ("hr-ana@acme.example", Some("Ana Lima")),
            ("hanne@acme.recruitee.com", Some("Hanne Claes")),
            ("priya", Some("Priya Shah")),
            ("", None),
        ] {
            assert!(!is_no_persons(address, name), "{address}");
        }
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

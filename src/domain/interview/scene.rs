//! One event, read once: everything that the signals and the extraction look at.

mod around;
mod letter;
mod named;
#[cfg(test)]
mod tests;

use std::cell::OnceCell;

use crate::domain::calendar::zone_database;
use jiff::{civil::Weekday, tz::TimeZone};

use self::named::{bare_title, event_name, first_value};
pub(crate) use self::{
    around::{Known, Surroundings, day_of},
    named::may_name_meeting,
};
use super::{
    User,
    caller::{self, Caller},
    correction,
    domains::{self, Kind},
    guests::{self, Guest, GuestKind},
    itinerary,
    names::{self, Compared},
    segments::{self, Part},
    text::{
        fold::fold,
        lexicon::{Concept, Concepts, JOB_CONCEPTS},
        links, markup,
        reading::Reading,
    },
};
use crate::domain::calendar::event::{Event, When};

/// What stands between the user's name and another in a title.
const PAIR_MARKS: [&str; 7] = ["<>", " x ", " X ", " × ", " / ", "//", "<->"];

/// With one of these in its title an event is judged.
pub(crate) const TITLE_CONCEPTS: [Concept; 8] = [
    Concept::JobInterview,
    Concept::Interview,
    Concept::Interviews,
    Concept::Step,
    Concept::WeakStep,
    Concept::Hiring,
    Concept::ToCandidate,
    Concept::Round,
];

/// One event, read.
#[derive(Debug)]
pub(crate) struct Scene<'a> {
    /// The event itself.
    pub(crate) event: &'a Event,
    /// The user.
    pub(crate) user: &'a User,
    /// SUMMARY, and the event name that a scheduler put into the description.
    pub(crate) title: Reading,
    /// DESCRIPTION as plain text.
    pub(crate) body: Reading,
    /// LOCATION.
    pub(crate) place: Reading,
    /// Everybody on it.
    pub(crate) guests: Vec<Guest>,
    /// Every web address on it.
    pub(crate) links: Vec<String>,
    /// The infrastructure that each of them leads to.
    kinds: Vec<Option<Kind>>,
    /// Length in minutes; all-day events have none.
    pub(crate) minutes: Option<i64>,
    /// Whether it falls on a weekend in its own zone.
    pub(crate) weekend: bool,
    parts: OnceCell<Vec<Part>>,
    names_user: OnceCell<bool>,
    user_names: OnceCell<Vec<Compared>>,
    caller: OnceCell<Option<Caller>>,
}

impl<'a> Scene<'a> {
    /// Reads `event`.
    #[must_use]
    pub(crate) fn new(event: &'a Event, user: &'a User, home: &TimeZone) -> Self {
        let plain = markup::plain(&event.description);
        // What meeting hosts put below a line says nothing about this meeting.
        let said: String = plain
            .split_inclusive('\n')
            .take_while(|line| !itinerary::is_boilerplate(line.trim()))
            .collect();
        let mut title = bare_title(&event.summary).to_owned();
        let links: Vec<String> = links_of(event).map(str::to_owned).collect();
        let kinds: Vec<_> = links.iter().map(|it| kind_of_link(it)).collect();
        let scheduled = || kinds.contains(&Some(Kind::Scheduler));
        if let Some(name) =
            event_name(&plain).or_else(|| first_value(&plain).filter(|_| scheduled()))
        {
            title.push_str(" | ");
            title.push_str(name);
        }
        let minutes = match &event.when {
            When::Timed { start, end, .. } => {
                Some(end.as_second().saturating_sub(start.as_second()) / 60)
            }
            When::AllDay { .. } => None,
        };
        Self {
            event,
            user,
            title: Reading::new(&title),
            body: Reading::new(&said),
            place: Reading::new(&event.location),
            guests: guests::of(event, user),
            links,
            kinds,
            minutes,
            weekend: is_weekend(&event.when, home),
            parts: OnceCell::new(),
            names_user: OnceCell::new(),
            user_names: OnceCell::new(),
            caller: OnceCell::new(),
        }
    }

    /// Whether the title holds a word for an interview or a sure step of a selection.
    #[must_use]
    pub(crate) fn title_names_interview(&self) -> bool {
        self.title.meanings().any(&[
            Concept::JobInterview,
            Concept::Interview,
            Concept::Interviews,
            Concept::Step,
        ])
    }

    /// Whether the title sets the user's name beside another: `Mira <> Acme`, `Acme x Mira`.
    #[must_use]
    pub(crate) fn title_pairs_user(&self) -> bool {
        let title = self.title.original();
        has_pair_mark(title) && self.title_names_user()
    }

    /// Whether anything at all speaks of an interview or of a job.
    #[must_use]
    pub(crate) fn is_worth_judging(&self) -> bool {
        self.title.meanings().any(&TITLE_CONCEPTS)
            || self.body.meanings().any(&JOB_CONCEPTS)
            || self.sender_kind() == Some(Kind::HiringSystem)
            || self.sender_kind() == Some(Kind::JobBoard)
            || self.links_to(Kind::HiringSystem)
            || self.links_to(Kind::JobBoard)
            || self.title_pairs_user()
            || self.title.has(Concept::Talk) && self.title.original().contains('@')
            || self.is_privately_invited()
                && (self.title.has(Concept::Talk) || self.title_names_user())
            || self.is_own_note() && may_be_talk_about_role(self.title.meanings())
            || correction::closest(&self.user.corrections, self.event).is_some()
    }

    /// ORGANIZER.
    #[must_use]
    pub(crate) fn organizer(&self) -> Option<&Guest> {
        self.guests.iter().find(|guest| guest.organizer)
    }

    /// Infrastructure that sent the event.
    #[must_use]
    pub(crate) fn sender_kind(&self) -> Option<Kind> {
        self.organizer().and_then(|guest| guest.infrastructure)
    }

    /// Whether a link leads to infrastructure of this kind.
    #[must_use]
    pub(crate) fn links_to(&self, kind: Kind) -> bool {
        self.kinds.contains(&Some(kind))
    }

    /// The links to infrastructure of this kind.
    pub(crate) fn links_of_kind(&self, kind: Kind) -> impl Iterator<Item = &str> {
        let links = self.links.iter().zip(&self.kinds);
        links.filter_map(move |(link, of)| (*of == Some(kind)).then_some(link.as_str()))
    }

    /// People other than the user who did not decline.
    pub(crate) fn people(&self) -> impl Iterator<Item = &Guest> {
        self.guests
            .iter()
            .filter(|guest| guest.kind == GuestKind::Person && !guest.declined)
    }

    /// Whether people of a company other than those in `own` are on it.
    #[must_use]
    pub(crate) fn has_outside_guest(&self, own: &[String]) -> bool {
        self.guests.iter().any(|guest| guest.is_outside(own))
    }

    /// Whether `organizer` belongs to the user's own employer.
    #[must_use]
    pub(crate) fn is_organized_inside(&self, own: &[String]) -> bool {
        self.organizer().is_some_and(|guest| {
            guest.kind != GuestKind::User
                && guest
                    .company
                    .as_ref()
                    .is_some_and(|company| own.contains(company))
        })
    }

    /// Whether the user organizes it and others are invited.
    #[must_use]
    pub(crate) fn is_organized_by_user(&self) -> bool {
        self.organizer()
            .is_some_and(|guest| guest.kind == GuestKind::User)
            && self
                .guests
                .iter()
                .any(|guest| matches!(guest.kind, GuestKind::Person | GuestKind::Shared))
    }

    /// Whether nobody but the user is on it: a note to oneself.
    #[must_use]
    pub(crate) fn is_own_note(&self) -> bool {
        self.guests.iter().all(|it| it.kind == GuestKind::User)
    }

    /// Whether another company's people, at most five, ask the user in at a private address.
    #[must_use]
    pub(crate) fn is_privately_invited(&self) -> bool {
        may_be_private_invitation(self.event, self.user)
            && self.organizer().is_some_and(|it| it.company.is_some())
    }

    /// Whether the title names the user.
    #[must_use]
    pub(crate) fn title_names_user(&self) -> bool {
        *self.names_user.get_or_init(|| {
            let name = self.user.name.trim();
            !name.is_empty()
                && (fold(self.title.original()).contains(&fold(name))
                    || self.parts().iter().any(|part| part.is_user))
        })
    }

    /// Who calls, as the user's own note says.
    #[must_use]
    pub(crate) fn caller(&self) -> Option<&Caller> {
        self.caller.get_or_init(|| caller::caller(self)).as_ref()
    }

    /// The parts of the title, in order.
    #[must_use]
    pub(crate) fn parts(&self) -> &[Part] {
        self.parts.get_or_init(|| segments::parts(self))
    }

    /// Whether `text` names the user: in full, by first name or by initials, as the profile writes
    /// the name or as the user's own addresses tell it (`mitsuki.takanashi@` of 高梨 美月).
    #[must_use]
    pub(crate) fn is_user_name(&self, text: &str) -> bool {
        let users = self.user_names.get_or_init(|| {
            let told = self.user.emails.iter();
            let told = told.filter_map(|it| names::from_address(it).filter(|it| it.contains(' ')));
            let told = told.map(|it| Compared::new(&it));
            std::iter::once(Compared::new(&self.user.name))
                .chain(told)
                .collect()
        });
        let compared = Compared::new(text);
        users.iter().any(|it| it.may_be(&compared))
            || self.is_in_own_address(text)
            || self.is_called_by_family_name(text)
            || self.is_called_so(text)
    }

    /// `松浦様`, of 松浦健吾: the family name of the user, written without a space, before a form of address.
    fn is_called_by_family_name(&self, text: &str) -> bool {
        let called = |it: &&str| self.title.original().contains(&format!("{text}{it}"));
        names::is_family_name_of(text, &self.user.name) && ["様", "さん"].iter().any(called)
    }

    /// `Dzień dobry Pani Agnieszko` to Agnieszka: the user's given name as Slavic letters call it, behind
    /// a form of address.
    fn is_called_so(&self, text: &str) -> bool {
        const ADDRESSES: [&str; 9] = [
            "pani", "panie", "czesc", "hej", "ahoj", "droga", "drogi", "mila", "mily",
        ];
        const LEAST: usize = 3;
        let called = fold(text);
        let user = fold(&self.user.name);
        let Some(given) = user.split_whitespace().next() else {
            return false;
        };
        let alike = given.bytes().zip(called.bytes());
        let stem = alike.take_while(|(one, other)| one == other).count();
        // `Marek`, `Marku`; `Piotr`, `Piotrze`
        let ends = stem >= LEAST && stem + 2 >= given.len() && stem + 3 >= called.len();
        if called.contains(' ') || called == given || !ends {
            return false;
        }
        let body = &self.body;
        (1..body.tokens.len())
            .any(|at| body.word(at) == called && ADDRESSES.contains(&body.word(at - 1)))
    }

    /// `Jiayi Lin`, of `linjiayi2026@`: an address of the user is made of all words of the name.
    fn is_in_own_address(&self, text: &str) -> bool {
        const SHORTEST: usize = 6;
        let folded = fold(text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let [one, other] = words.as_slice() else {
            return false;
        };
        let written = [format!("{one}{other}"), format!("{other}{one}")];
        self.user.emails.iter().any(|email| {
            let local = email.split('@').next().unwrap_or_default();
            let letters = local.chars().filter(|it| !it.is_ascii_digit());
            let letters = letters.collect::<String>().to_lowercase();
            letters.len() >= SHORTEST && written.contains(&letters)
        })
    }
}

/// Whether a title sets two things beside each other.
#[must_use]
pub(crate) fn has_pair_mark(title: &str) -> bool {
    let may_be = |it: &u8| matches!(it, b'<' | b'x' | b'X' | b'/') || !it.is_ascii();
    title.as_bytes().iter().any(may_be) && PAIR_MARKS.iter().any(|mark| title.contains(mark))
}

/// Whether a title with these meanings may be that of a talk about a job: "Zoom w/ Acme (baker)".
#[must_use]
pub(crate) fn may_be_talk_about_role(title: Concepts) -> bool {
    let talk = title.any(&[
        Concept::Talk,
        Concept::Phone,
        Concept::Video,
        Concept::Leader,
    ]);
    talk && title.has(Concept::RoleWord)
}

/// Whether few are asked, and the user among them at an address that is no company's.
#[must_use]
pub(crate) fn may_be_private_invitation(event: &Event, user: &User) -> bool {
    const FEW: usize = 6;
    let private = |email: &str| {
        user.emails
            .iter()
            .any(|own| own.eq_ignore_ascii_case(email))
            && domains::of_address(email).and_then(domains::kind_of) == Some(Kind::FreeMail)
    };
    let mut asked = event.attendees.iter().filter_map(|it| it.email.as_deref());
    event.attendees.len() <= FEW
        && event
            .organizer
            .as_ref()
            .is_some_and(|it| it.email.is_some())
        && asked.any(private)
}

/// Every web address on an event.
pub(crate) fn links_of(event: &Event) -> impl Iterator<Item = &str> {
    let texts = [event.description.as_str(), event.location.as_str()];
    let fields = event.url.iter().chain(event.conference.iter());
    let fields = fields.map(String::as_str);
    texts.into_iter().chain(fields).flat_map(links::links)
}

fn kind_of_link(link: &str) -> Option<Kind> {
    domains::kind_of(links::host(link))
}

fn is_weekend(when: &When, home: &TimeZone) -> bool {
    let day = match when {
        When::AllDay { first, .. } => first.weekday(),
        When::Timed { start, zone, .. } => {
            let zone = zone.as_deref().and_then(zone_database::get);
            zone.as_ref()
                .unwrap_or(home)
                .to_datetime(*start)
                .date()
                .weekday()
        }
    };
    matches!(day, Weekday::Saturday | Weekday::Sunday)
}

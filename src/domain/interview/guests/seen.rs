//! Tells people from mailboxes, machines and rooms by name and address.

use super::GuestKind;
use crate::domain::{
    calendar::event::CalendarUserType,
    interview::{
        User,
        domains::Kind,
        names,
        text::{
            fold::{fold, is_unspaced, squash},
            lexicon::Concept,
            list::List,
            reading::Reading,
        },
    },
};

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
static SHARED: List = List::new(
    "\
    hr|hrteam|humanresources|people|peopleops|peopleteam|jobs|job|careers|career|recruiting|\
    recruitment|recruiter|recruiters|talent|talentteam|talentacquisition|hiring|staffing|ta|\
    info|office|contact|team|hello|admin|support|interviews|interview|scheduling|schedule|\
    calendar|events|reception|candidates|applications|mail|kontakt|bewerbung|bewerbungen|\
    karriere|personal|personalabteilung|stellen|jobs-de|rh|recrutement|candidature|candidatures|\
    emploi|drh|rrhh|seleccion|empleo|talento|trabajo|vagas|recursoshumanos|selecao|selezione|\
    risorseumane|lavoro|personale|vacatures|sollicitatie|sollicitaties|werkenbij|rekrutacja|\
    praca|kadry|rekrytering|jobb|rekruttering|job-dk|rekry|saiyo|saiyou|recruit|jinji|soumu|\
    zhaopin|hiringteam|insa|chaeyong|ik|kariyer|talents|talentos|nabor|kariera|kariery|\
    rekrutacje|selezioni|candidati|candidaturas|candidate|candidats|curriculum|cv|concursos|\
    oposiciones|personalamt|bewerbermanagement|jobcenter|ausbildung|hrm|hrd|hrservices|\
    hrservice|hrdept|hcm|resourcing|interviewteam|schedulers|recruitmentteam|recruitingteam|\
    peopleandculture|peopleculture|peopleexperience|hiringcoordinator|appointments|bookings|\
    booking|secretariat|secretaria|sekretariat|segreteria|secretaresse|ufficiopersonale|rekrut|\
    rekruter|zamestnani|prace|personalni|toborzas|allas|cariere|resurseumane|rabota|vakansii|\
    kadr|soyouinsa|gyomu|saiyouteam|shinsotsu|careerteam|campusrecruitment|joinus|entretiens|\
    entrevistas",
);

/// First parts of local parts that no name begins with: what follows says which one of a company's.
static FUNCTIONS: List = List::new(
    "\
    hr|rh|drh|rrhh|hrm|humanresources|recruiting|recruitment|recrutement|recrutamento|\
    reclutamiento|careers|jobs|talent|talents|hiring|interviews|scheduling|bewerbung|\
    bewerbungen|karriere|personalabteilung|candidature|candidatures|emploi|seleccion|empleo|\
    vagas|rekrutacja|kadry|rekrytering|rekruttering|nabor",
);

/// What names of software hold.
const MACHINE_NAMES: [&str; 9] = [
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

/// `contains`, quicker for short texts.
fn holds(text: &str, part: &str) -> bool {
    let mut places = text.as_bytes().windows(part.len());
    let first = part.as_bytes().first();
    places.any(|it| it.first() == first && it == part.as_bytes())
}

/// Whether words stand in a folded name; `otter` does not in `Lena Otterbach`.
fn is_named(name: &str, words: &str) -> bool {
    let apart = |it: Option<char>| it.is_none_or(|it| !it.is_alphanumeric());
    name.match_indices(words).any(|(at, _)| {
        let before = name.get(..at).and_then(|it| it.chars().next_back());
        let after = name
            .get(at + words.len()..)
            .and_then(|it| it.chars().next());
        apart(before) && apart(after)
    })
}

/// What an attendee shows of itself.
pub(super) struct Seen<'w> {
    pub(super) email: Option<&'w str>,
    pub(super) infrastructure: Option<Kind>,
    /// CN as written.
    pub(super) raw: &'w str,
    /// CN as a name.
    pub(super) name: Option<&'w str>,
}

impl Seen<'_> {
    /// `own_name` is the user's full name, folded.
    pub(super) fn is_user(&self, user: &User, own_name: Option<&str>) -> bool {
        let own = |email| user.emails.iter().any(|it| it.eq_ignore_ascii_case(email));
        // The same full name under another address is the user's other address.
        let same = |own| self.name.is_some_and(|name| fold(name) == own);
        self.email.is_some_and(own) || own_name.is_some_and(same)
    }

    /// What it is, if not the user; `stated` is CUTYPE.
    pub(super) fn kind(&self, stated: CalendarUserType) -> GuestKind {
        let things = matches!(stated, CalendarUserType::Room | CalendarUserType::Resource);
        let ends = |email: &str| email.ends_with("@resource.calendar.google.com");
        // A calendar of its own that somebody keeps for a room.
        let shared = |email: &str| email.ends_with("@group.calendar.google.com");
        let kept = self.email.is_some_and(shared) && self.is_called_room();
        if things || kept || self.email.is_some_and(ends) {
            GuestKind::Room
        } else if self.is_machine() && !self.writes_through_system() {
            GuestKind::Machine
        } else if stated == CalendarUserType::Group || self.is_shared() {
            GuestKind::Shared
        } else if self.is_named_person() {
            GuestKind::Person
        } else {
            self.function()
        }
    }

    fn is_called_room(&self) -> bool {
        const ROOMS: [&str; 9] = [
            "room", "raum", "zimmer", "salle", "sala", "zaal", "ruimte", "rum", "pokoj",
        ];
        // `Besprechungsraum`, `第一会議室`
        const ENDINGS: [&str; 5] = ["raum", "zimmer", "会议室", "会議室", "회의실"];
        let name = fold(self.raw);
        let mut words = name.split(|c: char| !c.is_alphanumeric());
        words.any(|word| ROOMS.contains(&word) || ENDINGS.iter().any(|it| word.ends_with(it)))
    }

    fn local(&self) -> &str {
        let email = self.email.unwrap_or_default();
        email.split('@').next().unwrap_or_default()
    }

    fn is_machine(&self) -> bool {
        let local = self.local();
        let of_part = |part: &&str| {
            let rest = local.strip_prefix(*part);
            rest.is_some_and(|it| it.is_empty() || it.starts_with('-'))
                || (part.len() > 5 && holds(local, part))
        };
        let of_system = matches!(
            self.infrastructure,
            Some(
                Kind::HiringSystem
                    | Kind::Scheduler
                    | Kind::Machine
                    | Kind::Assessment
                    | Kind::Meeting
                    | Kind::JobBoard
            )
        );
        of_system || MACHINE.iter().any(of_part) || {
            let folded = fold(self.raw);
            !folded.is_empty()
                && MACHINE_NAMES
                    .iter()
                    .any(|part| holds(&folded, part) && is_named(&folded, part))
        }
    }

    fn is_shared(&self) -> bool {
        let separators = ['.', '_', '-'];
        let local = self.local();
        match local.split_once(separators) {
            None => SHARED.has(local),
            Some((first, rest)) => {
                let letters = local.chars().filter(|it| !separators.contains(it));
                SHARED.has(&letters.collect::<String>())
                    || (FUNCTIONS.has(first) && !self.is_told_by(rest))
            }
        }
    }

    /// `Ana Lima <hr-ana@acme.example>`: somebody of a department.
    fn is_told_by(&self, rest: &str) -> bool {
        let (name, rest) = (self.name.unwrap_or_default(), squash(rest));
        let told = |word: &str| word.chars().count() > 2 && rest.contains(&squash(word));
        name.split(' ').any(told) && names::likeness(name) == names::Likeness::Known
    }

    /// Whether no single person reads the address, whatever is written beside it.
    pub(super) fn is_no_persons(&self) -> bool {
        (self.is_machine() && !self.writes_through_system()) || self.is_shared()
    }

    /// `Hanne Claes <hanne@acme.recruitee.com>`: somebody whose mail a hiring system carries.
    fn writes_through_system(&self) -> bool {
        let name = self.name.unwrap_or_default();
        let local = squash(self.local());
        let told = |word: &str| word.chars().count() > 2 && local.starts_with(&squash(word));
        self.infrastructure == Some(Kind::HiringSystem)
            && names::likeness(name) != names::Likeness::No
            && name.split(' ').next().is_some_and(told)
    }

    /// The name is that of a person, or there is none that could be of anything else.
    fn is_named_person(&self) -> bool {
        if self.raw.is_empty() {
            return true;
        }
        let told = self.email.and_then(names::from_address);
        let same =
            told.is_some_and(|told| self.name.is_some_and(|name| squash(name) == squash(&told)));
        same || match names::likeness(self.name.unwrap_or_default()) {
            names::Likeness::No => false,
            names::Likeness::Known => true,
            names::Likeness::Shape => !self.is_of_team(),
        }
    }

    /// `Sklárny Olšava – nábor`, `Equipe Talentos Mirante`: no known name, a word of those who
    /// hire, and an address that tells no part of the name.
    fn is_of_team(&self) -> bool {
        let function = [Concept::Department, Concept::Hiring];
        let local = squash(self.local());
        // "recrutement" in the address tells no person.
        let told = |word: &str| {
            word.chars().count() > 2
                && local.contains(&squash(word))
                && !Reading::new(word).meanings().any(&function)
        };
        // Of `人事 高瀬` the name is without the department.
        let name = self.name.filter(|it| it.chars().any(is_unspaced));
        Reading::new(name.unwrap_or(self.raw))
            .meanings()
            .any(&function)
            && !name.is_some_and(names::is_unspaced_full)
            && !self.name.unwrap_or_default().split(' ').any(told)
    }

    /// What is named like a function: a mailbox or a room; a person when nothing says so.
    fn function(&self) -> GuestKind {
        let reading = Reading::new(self.raw);
        let function = [
            Concept::Department,
            Concept::LegalForm,
            Concept::OrgWord,
            Concept::Hiring,
            Concept::Room,
        ];
        if !reading.meanings().any(&function) {
            GuestKind::Person
        } else if reading.has(Concept::Room) {
            GuestKind::Room
        } else {
            GuestKind::Shared
        }
    }
}

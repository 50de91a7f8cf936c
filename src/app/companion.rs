//! What the companion in the user's webmail knows of a message that is being written: whether it goes
//! to somebody who is to be thanked, or has been.
//!
//! It is told the recipients and the subject, and the text only where the note stands in it. It
//! answers nothing about anybody else.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};

use super::{
    error::AppError,
    ports::KeyValueStore,
    protocol::{
        companion::Seen,
        sender::{Sender, is_own_script_at},
    },
    site_switch::{self, SiteSwitch},
    store::{
        Store, keys, migrate,
        v1::{InterviewV1, PersonV1, ProfileV1},
    },
};
use crate::domain::{
    follow_up::status::Status,
    note::{names::first_name, plan::PlannedNote},
    ordering::sort_by,
    webmail::{
        provider::{Place, Provider},
        sites::{own_host, provider_at},
    },
};

/// For this long after a note a second one is warned of.
const WARNED: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Code of the switch for the user's own server.
pub const OWN: &str = "own";

/// The webmails that the companion can be switched on for. Their origins are in the manifest's optional
/// ones.
#[must_use]
pub fn switches(stored: &Map<String, Value>) -> Vec<SiteSwitch> {
    let profile = &migrate::read_all(stored).profile;
    let mut known: Vec<SiteSwitch> = Vec::new();
    for provider in Provider::all() {
        let Some(code) = provider.switch() else {
            continue;
        };
        let origins = provider.hosts().iter().map(|it| format!("https://{it}/*"));
        match known.iter_mut().find(|it| it.code == code) {
            Some(it) => it.origins.extend(origins),
            None => known.push(SiteSwitch {
                code,
                origins: origins.collect(),
            }),
        }
    }
    let own = own_host(own_server(profile)).map(|host| SiteSwitch {
        code: OWN,
        origins: vec![format!("{host}/*")],
    });
    known.extend(own);
    known
}

/// Those that are on.
#[must_use]
pub fn switched_on(stored: &Map<String, Value>) -> Vec<SiteSwitch> {
    site_switch::on(switches(stored), stored, keys::COMPANION)
}

/// Replaces those that are on.
///
/// # Errors
/// The storage's.
pub async fn save<K: KeyValueStore>(
    store: &Store<'_, K>,
    sites: &[String],
) -> Result<(), AppError> {
    let known = Provider::all().filter_map(Provider::switch).chain([OWN]);
    let known: Vec<&str> = known.collect();
    site_switch::save(store, keys::COMPANION, &known, sites).await
}

/// A webmail that the companion is switched on for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accompanied {
    /// Its service.
    pub provider: Provider,
    /// What the browser must still allow: the origin of the page, as permissions name it.
    pub origin: String,
}

/// Accepts a message only from our own script in a webmail that is switched on; gives the webmail.
///
/// # Errors
/// [`AppError::NotAllowed`] for everybody else.
pub fn require_companion(
    sender: &Sender,
    own_id: &str,
    stored: &Map<String, Value>,
) -> Result<Accompanied, AppError> {
    let profile = migrate::read_all(stored).profile;
    let url = sender.url.as_deref().unwrap_or_default();
    let provider = provider_at(url, own_server(&profile)).ok_or(AppError::NotAllowed)?;
    let on = switched_on(stored);
    let mut origins = on.iter().flat_map(|it| &it.origins);
    let origin = origins.find(|it| {
        let host = it.trim_end_matches("/*");
        is_own_script_at(sender, own_id, &origin_of(url, host))
    });
    let origin = origin.cloned().ok_or(AppError::NotAllowed)?;
    Ok(Accompanied { provider, origin })
}

/// The host with the port that the address has: permissions know no ports.
fn origin_of(url: &str, host: &str) -> String {
    let port = url.strip_prefix(host).unwrap_or_default();
    let port = port.split('/').next().unwrap_or_default();
    let sound = port.strip_prefix(':').unwrap_or_default();
    if !sound.is_empty() && sound.bytes().all(|it| it.is_ascii_digit()) {
        format!("{host}{port}")
    } else {
        host.to_owned()
    }
}

fn own_server(profile: &ProfileV1) -> &str {
    let has = Provider::from_code(&profile.provider).is_some_and(|it| it.place() == Place::Server);
    if has { &profile.place } else { "" }
}

/// How far the note to somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Nothing is written yet.
    ToWrite,
    /// There is a draft.
    Ready,
    /// The draft was put into webmail.
    Opened,
    /// They have been thanked.
    Thanked(Timestamp),
}

/// Somebody the message goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// Id of the interview.
    pub interview: String,
    /// Id of the person.
    pub person: String,
    /// What to call them when talking to the user.
    pub name: String,
    /// Where the note goes.
    pub address: String,
    /// How a service that shows no addresses shows who is there; empty where the note goes to somebody
    /// else, who hands it on.
    pub shown_as: String,
    /// How far it is.
    pub stand: Stand,
    /// Subject of the draft.
    pub subject: String,
    /// Text of the draft.
    pub body: String,
}

/// The one person a message is about, if there is one.
#[must_use]
pub fn meet(stored: &Map<String, Value>, seen: &Seen, now: Timestamp) -> Option<Met> {
    let mut found = all(stored, seen, now);
    sort_by(&mut found, |(one, _), (other, _)| other.cmp(one));
    found.into_iter().next().map(|(_, met)| met)
}

/// The same for a person already known, who must be among the recipients.
///
/// # Errors
/// [`AppError::NotFound`].
pub fn met(
    stored: &Map<String, Value>,
    seen: &Seen,
    (interview, person): (&str, &str),
    now: Timestamp,
) -> Result<Met, AppError> {
    let mut found = all(stored, seen, now).into_iter().map(|(_, it)| it);
    found
        .find(|it| it.interview == interview && it.person == person)
        .ok_or(AppError::NotFound)
}

/// Whether the message is theirs, whether it is due, whether it is to their own address, when they
/// were met: the more, the likelier it is about them.
type Rank = (bool, bool, bool, i64);

fn all(stored: &Map<String, Value>, seen: &Seen, now: Timestamp) -> Vec<(Rank, Met)> {
    let addresses: Vec<String> = seen
        .recipients
        .iter()
        .flat_map(|it| addresses(it))
        .collect();
    let names: Vec<String> = if addresses.is_empty() {
        seen.recipients.iter().map(|it| plain(it)).collect()
    } else {
        Vec::new()
    };
    let interviews = migrate::read_all(stored).interviews;
    let over = |it: &&InterviewV1| it.counts() && it.end() <= now;
    let mut found = Vec::new();
    for interview in interviews.iter().filter(over) {
        for (person, note) in interview.planned() {
            let address = note.address.clone().unwrap_or_default().to_lowercase();
            let by_address = addresses.contains(&address);
            let by_name = person.name.as_deref().is_some_and(|it| {
                let name = plain(it);
                !name.is_empty() && names.contains(&name)
            });
            if !by_address && !by_name {
                continue;
            }
            let Some(stand) = stand(interview, person, seen, now) else {
                continue;
            };
            let met = described(interview, person, &note, stand);
            let rank = (
                !met.subject.is_empty() && met.subject == seen.subject.trim(),
                !matches!(stand, Stand::Thanked(_)),
                person.email.as_ref().map(|it| it.to_lowercase()) == Some(address),
                interview.end_ms,
            );
            found.push((rank, met));
        }
    }
    found
}

fn described(interview: &InterviewV1, person: &PersonV1, note: &PlannedNote, stand: Stand) -> Met {
    let draft = person.note.as_ref();
    let full = person.name.clone();
    let called = person.call.clone();
    let first = full.as_deref().and_then(first_name);
    let is_own = note.address.is_none() || note.address == person.email;
    Met {
        interview: interview.id.clone(),
        person: person.id.clone(),
        name: called
            .or(first)
            .or(full)
            .or_else(|| person.email.clone())
            .unwrap_or_default(),
        address: note.address.clone().unwrap_or_default(),
        shown_as: person.name.clone().filter(|_| is_own).unwrap_or_default(),
        stand,
        subject: draft.map(|it| it.subject.clone()).unwrap_or_default(),
        body: draft.map(|it| it.body.clone()).unwrap_or_default(),
    }
}

fn stand(interview: &InterviewV1, person: &PersonV1, seen: &Seen, now: Timestamp) -> Option<Stand> {
    if let Some(at) = person.thanked_at()
        && !matches!(person.status(), Status::Drafted | Status::Opened)
    {
        // An answer to a letter of theirs is no second note.
        let warned = now.duration_since(at) <= WARNED && !is_reply(&seen.subject);
        return warned.then_some(Stand::Thanked(at));
    }
    if interview.outcome.is_some() {
        return None;
    }
    match person.status() {
        Status::ToAsk | Status::ToWrite => Some(Stand::ToWrite),
        Status::Drafted => Some(Stand::Ready),
        Status::Opened => Some(Stand::Opened),
        Status::Sent | Status::Skipped | Status::Lapsed => None,
    }
}

/// What mail programs put before the subject of an answer, in the languages of the services' labels;
/// other short words before a colon (`Note:`, `FYI:`, `Fwd:`) make no answer.
const REPLY: [&str; 19] = [
    "re", "aw", "antw", "antwort", "sv", "vs", "odp", "ynt", "res", "r", "rif", "rép", "отв", "на",
    "回复", "答复", "回覆", "返信", "회신",
];

/// `Re:`, `AW:`, `RE[2]:`, `回复：`.
fn is_reply(subject: &str) -> bool {
    let Some((word, _)) = subject.split_once([':', '：']) else {
        return false;
    };
    let word = word.trim().to_lowercase();
    let word = word.trim_end_matches(|it: char| it.is_ascii_digit() || "[]()".contains(it));
    REPLY.contains(&word)
}

/// Every address in a text, in small letters.
fn addresses(text: &str) -> Vec<String> {
    text.split(|it: char| it.is_whitespace() || "<>\"(),;:[]".contains(it))
        .map(|it| it.trim_matches(['.', '\'']))
        .filter(|it| {
            it.split_once('@')
                .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
        })
        .map(str::to_lowercase)
        .collect()
}

/// A name without what surrounds it in a field of recipients.
fn plain(name: &str) -> String {
    let name = name.trim().trim_matches([';', ',', '"']).trim();
    name.to_lowercase()
}

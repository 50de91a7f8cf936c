//! What a person of an interview is called where devices meet: names that each device computes by
//! itself from what both know, and that tell nobody else whom they stand for.
//!
//! A name is a hash of the interview and the person together, so a list of addresses alone finds
//! nothing; and it is slow on purpose. Whoever can guess both the interview (its exact title and
//! minute, or the calendar's id of it) and the person can still check the guess: no salt can be kept
//! from one who reads the account.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use crate::app::store::v1::{InterviewV1, PersonV1};

/// How often it is hashed in all. A device computes some hundred names at a wake, so a name may not
/// take long.
const ROUNDS: u32 = 64;
/// A name says no more than this many bytes of the hash: enough to keep some thousand names apart.
const BYTES: usize = 9;
/// Slots of a loop that name it; more would only take room.
const EVENTS: usize = 4;
/// Begins each hash, so that it is the same as no other program's.
const PURPOSE: &[u8] = b"afternote marks 1";

/// The names of one person of an interview. There are several, since one device may know an address
/// where another knows a name, or a page's event where another has the calendar's.
#[must_use]
pub fn names(interview: &InterviewV1, person: &PersonV1) -> Vec<String> {
    let mut names = Vec::new();
    for occasion in occasions(interview) {
        for who in identities(interview, person) {
            names.push(name(&occasion, &who));
        }
    }
    names
}

/// The interview: by its events, and by its title and start.
fn occasions(interview: &InterviewV1) -> Vec<Vec<u8>> {
    let events: BTreeSet<(&str, Option<i64>)> = interview
        .events
        .iter()
        .filter(|it| !it.uid.is_empty())
        .map(|it| (it.uid.as_str(), it.recurrence_ms))
        .collect();
    let event = |(uid, recurrence_ms): (&str, Option<i64>)| {
        let when = recurrence_ms.unwrap_or(i64::MIN).to_le_bytes();
        parts(&[b"event", uid.as_bytes(), &when])
    };
    let by_title = parts(&[
        b"title",
        folded(&interview.title).as_bytes(),
        &interview.start_ms.to_le_bytes(),
    ]);
    let events = events.into_iter().take(EVENTS).map(event);
    events.chain([by_title]).collect()
}

/// The person: by address and by name, as far as these belong to nobody else of the interview.
fn identities(interview: &InterviewV1, person: &PersonV1) -> Vec<Vec<u8>> {
    let address = |it: &PersonV1| it.email.as_deref().map(folded);
    let name = |it: &PersonV1| it.name.as_deref().map(folded);
    let own = |of: &dyn Fn(&PersonV1) -> Option<String>| {
        let own = of(person).filter(|it| !it.is_empty())?;
        let bearers = interview
            .people
            .iter()
            .filter(|it| of(it).as_ref() == Some(&own));
        (bearers.count() == 1).then_some(own)
    };
    let address = own(&address).map(|it| parts(&[b"address", it.as_bytes()]));
    let name = own(&name).map(|it| parts(&[b"name", it.as_bytes()]));
    address.into_iter().chain(name).collect()
}

/// Case and blanks do not make another person.
fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Each part with its length, so that no two lists of parts become the same bytes.
fn parts(parts: &[&[u8]]) -> Vec<u8> {
    let mut all = Vec::new();
    for it in parts {
        all.extend(u64::try_from(it.len()).unwrap_or(u64::MAX).to_le_bytes());
        all.extend_from_slice(it);
    }
    all
}

fn name(occasion: &[u8], who: &[u8]) -> String {
    let mut hash = Sha256::digest(parts(&[PURPOSE, occasion, who]));
    for _ in 1..ROUNDS {
        hash = Sha256::digest(hash);
    }
    let mut name = String::new();
    for three in hash.chunks(3).take(BYTES / 3) {
        let number = three
            .iter()
            .fold(0_usize, |sum, it| (sum << 8) | usize::from(*it));
        for shift in [18, 12, 6, 0] {
            name.extend(
                ALPHABET
                    .get((number >> shift) & 63)
                    .copied()
                    .map(char::from),
            );
        }
    }
    name
}

/// Base 64 for addresses (RFC 4648, section 5): no browser escapes any of it.
pub(super) const ALPHABET: &[u8; 64] =
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

#[cfg(test)]
mod tests;

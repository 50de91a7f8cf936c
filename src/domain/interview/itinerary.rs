//! People named in a description: itinerary lines, lists of interviewers, signatures.

mod callers;
mod fragment;
mod phrases;
mod signature;
mod slot;
#[cfg(test)]
mod tests;
mod times;
mod told;
mod unspaced;

pub(crate) use self::{callers::callers, slot::of_slot, told::told};
use self::{
    fragment::{fragment, is_title_line},
    phrases::{CONTACTS, GREETINGS, LABELS, VERBS},
    signature::signature,
    times::{after_time, is_count, is_when},
};
use super::{
    given_names::is_given_name,
    names,
    text::{fold::fold, lexicon::Concept, reading::Reading},
};

/// A person named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Name as written.
    pub(crate) name: String,
    /// Job title, where given.
    pub(crate) title: Option<String>,
    /// Where it was found.
    pub(crate) place: Place,
}

/// Where a name stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In an itinerary or list of interviewers.
    Listed,
    /// Under the text, as its writer; or named as recruiter or contact.
    Signature,
}

/// Everybody named in `plain`, in order, nobody twice.
#[must_use]
pub(crate) fn people(plain: &str) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    // Of what stands at a time: names of a shape, taken if other times have people.
    let mut likely: Vec<Named> = Vec::new();
    let mut at_times = false;
    let lines = plain.lines().flat_map(before_labels).map(str::trim);
    let lines: Vec<&str> = lines.collect();
    let asked = lines.iter().any(|it| after_label(it, LABELS).is_some());
    let mut listing = false;
    // `10:00 – 10:45` alone on a line: who comes stands on the next.
    let mut slot = false;
    // The line before names somebody and no title: it may stand on this one.
    let mut untitled = false;
    for (index, line) in lines.iter().enumerate() {
        if is_boilerplate(line) {
            break;
        }
        let new = if line.is_empty() {
            // Markup leaves empty lines before the first entry of a list.
            let next = lines.get(index + 1..).unwrap_or_default();
            let next = next.iter().find(|it| !it.is_empty());
            listing = listing && next.is_some_and(|it| bullet(it).len() < it.len());
            Vec::new()
        } else if let Some(rest) = after_time(line) {
            slot = !rest.chars().any(char::is_alphabetic);
            let people = fragment(rest, false);
            at_times |= !people.is_empty();
            if people.is_empty()
                && (rest.contains(['|', ',', '–', '—', '\t', '('])
                    || rest.contains(" - ")
                    || WITH.iter().any(|it| rest.contains(it)))
            {
                likely.extend(fragment(rest, true));
            }
            people
        } else if let Some(named) = before_link(&lines, index) {
            vec![named]
        } else if is_when(line) || is_count(line) {
            slot = true;
            Vec::new()
        } else if listing && untitled && is_title_line(bullet(line)) {
            let last = found.last_mut().filter(|it| it.title.is_none());
            if let Some(last) = last {
                last.title = Some(bullet(line).to_owned());
            }
            Vec::new()
        } else if std::mem::take(&mut slot) && after_label(line, LABELS).is_none() {
            fragment(bullet(line), listing)
        } else if let Some(rest) = after_label(line, IN_CHARGE).filter(|it| !asked && !hires(it)) {
            fragment(rest, true)
        } else if let Some(rest) = after_label(line, CONTACTS) {
            fragment(rest, true)
                .into_iter()
                .map(|named| Named {
                    place: Place::Signature,
                    ..named
                })
                .collect()
        } else if let Some(rest) = after_label(line, LABELS) {
            listing = rest.is_empty();
            fragment(rest, true)
        } else if listing {
            let people = fragment(bullet(line), true);
            listing = !people.is_empty();
            people
        } else if bullet(line).len() < line.len() {
            fragment(bullet(line), false)
                .into_iter()
                .filter(|named| named.title.is_some())
                .collect()
        } else {
            inside_sentence(line)
                .into_iter()
                .chain(signature(&lines, index))
                .collect()
        };
        untitled = new.last().is_some_and(|it| it.title.is_none());
        for named in new {
            match found
                .iter_mut()
                .find(|known| names::same_person(&known.name, &named.name))
            {
                Some(known) => {
                    known.title = known.title.take().or(named.title);
                    if named.place == Place::Listed {
                        known.place = Place::Listed;
                    }
                }
                None => found.push(named),
            }
        }
    }
    for named in likely.into_iter().filter(|_| at_times) {
        if !found
            .iter()
            .any(|it| names::same_person(&it.name, &named.name))
        {
            found.push(named);
        }
    }
    found
}

/// A line, cut where a sentence of scripts without spaces ends and a label begins: `…です。面接官：磯部`.
fn before_labels(line: &str) -> Vec<&str> {
    const STOP: &str = "。";
    let mut cut = Vec::new();
    let mut from = 0;
    for (at, _) in line.match_indices(STOP) {
        let next = at + STOP.len();
        let rest = line.get(next..).unwrap_or_default();
        if after_label(rest.split(STOP).next().unwrap_or_default(), LABELS).is_some() {
            cut.push(line.get(from..next).unwrap_or_default());
            from = next;
        }
    }
    cut.push(line.get(from..).unwrap_or_default());
    cut
}

/// Before who is in charge: of the talk where nobody else is named for it, else of arranging it.
const IN_CHARGE: &str = "担当|담당";

/// `人事部 高瀬`
fn hires(rest: &str) -> bool {
    let of = [Concept::Hiring, Concept::Department];
    Reading::new(rest).meanings().any(&of)
}

/// Before who takes a slot: `Whiteboard exercise with Ilva Farraday`.
const WITH: [&str; 8] = [
    " with ", " w/ ", " mit ", " avec ", " con ", " com ", " met ", " med ",
];

/// `Ilva Lowe, Head of Planning` directly before the link to the meeting: a schedule, no signature.
fn before_link(lines: &[&str], index: usize) -> Option<Named> {
    let next = lines.get(index + 1)?;
    let (name, title) = lines.get(index)?.split_once(", ")?;
    let mut found = fragment(lines.get(index)?, false);
    let whole = names::likeness(name) > names::Likeness::No && name.contains(' ');
    (next.contains("://")
        && whole
        && !is_greeting(name)
        && !title.contains(',')
        && found.len() == 1)
        .then(|| found.pop())
        .flatten()
        .filter(|it| it.title.is_some())
}

/// `Hola Rodrigo`: what opens a letter.
fn is_greeting(name: &str) -> bool {
    let first = fold(name.split(' ').next().unwrap_or_default());
    GREETINGS.split('|').any(|it| it == first) && !is_given_name(&first)
}

/// Whether a line opens what a meeting host adds to a description.
#[must_use]
pub(crate) fn is_boilerplate(line: &str) -> bool {
    let begins = ["____", "-::~", "──", "......", "Join Zoom Meeting"];
    let holds = [
        ("Microsoft Teams meeting", b'M'),
        ("is inviting you to a scheduled Zoom", b'Z'),
    ];
    begins.iter().any(|it| line.starts_with(it))
        || holds.iter().any(|(words, letter)| {
            // A letter that few lines have is found quicker than words.
            memchr::memchr(*letter, line.as_bytes()).is_some() && line.contains(words)
        })
}

fn bullet(line: &str) -> &str {
    let bare = line
        .trim_start_matches([
            '-', '–', '•', '*', '·', '▪', '○', '◦', '→', '>', '―', '・', '|', '‣',
        ])
        .trim_start();
    // `1. Priya Shah`, `2) Bo Ek`
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=2).contains(&digits);
    let after = bare.get(digits..).filter(|_| numbered);
    after
        .and_then(|it| it.strip_prefix(['.', ')']))
        .filter(|it| it.starts_with(' '))
        .map_or(bare, str::trim_start)
}

/// What follows one of `labels` and a colon (or, for verbs, a space) at the start of a line.
fn after_label<'l>(line: &'l str, labels: &str) -> Option<&'l str> {
    // `You are scheduled to interview with the following:`
    const LONGEST: usize = 60;
    let line = bullet(line).trim_start_matches(['*', '_']);
    let (head, rest) = line.split_once([':', '：'])?;
    // `Prova e colloquio. La commissione è composta da:`
    let head = head.rsplit(". ").next().unwrap_or(head);
    let folded = fold(head.trim().trim_end_matches('*'));
    let folded = folded.trim();
    // The colon may stand inside a time or a link; then the head is no label.
    labels
        .split('|')
        .any(|label| {
            folded == label
                || (folded.len() > label.len() && folded.ends_with(label) && folded.len() < LONGEST)
        })
        .then(|| rest.trim_start_matches('*').trim())
}

/// `You'll be meeting with Priya Shah (CTO) and Bo Ek.` inside running text.
fn inside_sentence(line: &str) -> Vec<Named> {
    let mut found = Vec::new();
    let lower = line.to_lowercase();
    for verb in VERBS.split('|') {
        let Some(at) = lower.find(verb) else {
            continue;
        };
        let Some(rest) = line.get(at + verb.len()..) else {
            continue;
        };
        let sentence = rest.split([';', '!', '?']).next().unwrap_or_default();
        // `entrevista con el Ing. Cue`: no end of a sentence.
        let end = sentence.match_indices('.').find(|(at, _)| {
            let before = sentence.get(..*at).unwrap_or_default();
            let word = before.rsplit(' ').next().unwrap_or_default();
            !names::is_honorific(&format!("{word}."))
        });
        let sentence = end.map_or(sentence, |(at, _)| sentence.get(..at).unwrap_or(sentence));
        // A title abbreviation is no end of a sentence.
        let sentence = if sentence.len() <= 5 { rest } else { sentence };
        let rest = [
            "mr ", "ms ", "our ", "the ", "frau ", "herrn ", "m. ", "mme ",
        ]
        .iter()
        .find_map(|word| {
            sentence
                .to_lowercase()
                .starts_with(word)
                .then(|| sentence.get(word.len()..))
                .flatten()
        })
        .unwrap_or(sentence);
        let with = verb.trim_end().rsplit(' ').next().unwrap_or_default();
        found.extend(fragment(rest, false).into_iter().map(|named| Named {
            name: if names::is_with(with) {
                names::nominative(&named.name)
            } else {
                named.name
            },
            ..named
        }));
        if !found.is_empty() {
            break;
        }
    }
    found
}

//! People that running text tells of: `our CTO, Rohan Rao`, `Frau Vogt und Herr Amsel`,
//! `Vous serez reçue par Mme Roy`.
//!
//! A name alone tells nothing: something beside it has to say that it is a person's, a form of
//! address, a title, another name, or what they do. Who is named for questions is not met.

mod beside;
mod run;
#[cfg(test)]
mod tests;

use self::{
    beside::{is_after, is_before, is_hearsay, is_list, is_of_company, title_before, title_behind},
    run::{gap, is_address, joined, run_at},
};
use super::{
    super::{
        given_names::is_given_name,
        names::{self, is_particle},
        text::{fold::fold, lexicon::Concept, reading::Reading},
    },
    Named, Place, after_label,
    phrases::{AND, ASKS, CONTACTS, FAREWELLS, LABELS, MEETS, RECEIVES, WANTS},
    times::after_time,
    unspaced,
};

/// Longest name in words; the parts of a double name count each.
const LONGEST: usize = 6;

/// Ranks and trades beside names.
const TITLE: [Concept; 2] = [Concept::Leader, Concept::RoleWord];
/// What stands behind a name in brackets or after a comma.
const TITLE_BEHIND: [Concept; 4] = [
    Concept::Leader,
    Concept::RoleWord,
    Concept::Department,
    Concept::Hiring,
];

/// A name in running text.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// Who.
    pub(crate) named: Named,
    /// Something beside it says that this is somebody who is met.
    pub(crate) sure: bool,
    /// Named together with somebody else.
    pub(crate) beside: bool,
}

/// Some words that may be a name.
struct Run {
    from: usize,
    until: usize,
    /// Something says that it is one.
    cue: bool,
    /// A full name with a known given name.
    known: bool,
    title: Option<String>,
    beside: bool,
}

/// Everybody of whom the running text of `body` tells, in order.
/// In a note of one's own nobody signs, and a given name with a title is enough.
pub(crate) fn told(body: &Reading, own: bool) -> Vec<Told> {
    let text = body.original();
    let unspaced = unspaced::told(text).into_iter();
    let mut found: Vec<Told> = unspaced
        .map(|named| Told {
            named,
            sure: true,
            beside: true,
        })
        .collect();
    let start = text.as_ptr() as usize;
    for line in text.lines() {
        let at = line.as_ptr() as usize - start;
        let trimmed = line.trim();
        if is_farewell(trimmed) {
            break;
        }
        if trimmed.is_empty()
            || after_time(trimmed).is_some()
            || after_label(trimmed, CONTACTS).is_some()
            || after_label(trimmed, LABELS).is_some()
        {
            continue;
        }
        let first = body.tokens.partition_point(|it| it.start < at);
        let last = body.tokens.partition_point(|it| it.start < at + line.len());
        let mut with = false;
        for run in runs(body, first, last, own) {
            if !own && is_signed(body, first, last, &run) {
                break;
            }
            if !(run.cue || run.known) {
                continue;
            }
            if !own && is_hearsay(body, first, last, &run) {
                continue;
            }
            let name = names::without_address(with_degree(body, first, &run));
            let mut name = names::clean(name).unwrap_or_else(|| name.to_owned());
            // `z Markiem Zaniewskim oraz Dorotą Puls`
            with = is_after_with(body, first, run.from) || with && run.beside;
            if with {
                name = names::nominative(&name);
            }
            if found
                .iter()
                .any(|it| names::same_person(&it.named.name, &name))
            {
                continue;
            }
            found.push(Told {
                named: Named {
                    name,
                    title: run.title,
                    place: Place::Listed,
                },
                sure: run.cue,
                beside: run.beside,
            });
        }
    }
    found
}

/// The name with the forms of address and degrees before it.
fn with_degree<'b>(body: &'b Reading, first: usize, run: &Run) -> &'b str {
    let mut from = run.from;
    while from > first && is_address(body, from - 1) && joined(body, from) {
        from -= 1;
    }
    body.span(from, run.until)
}

/// `s jednatelem panem Janem Novákem`, `z Panią Anną Lis`: the case of the name is another.
fn is_after_with(body: &Reading, first: usize, from: usize) -> bool {
    let back = (first..from).rev().take(4);
    let mut over = back.skip_while(|at| {
        is_address(body, *at) || body.meaning(*at).any(&TITLE_BEHIND) && body.word(*at).len() > 2
    });
    over.next().is_some_and(|at| names::is_with(body.word(at)))
}

/// A farewell, with at most a name behind it.
fn is_farewell(line: &str) -> bool {
    let head = line.split([',', '!', '.', '–']).next().unwrap_or_default();
    if head.len() > 50 || line.split_whitespace().count() > 9 {
        return false;
    }
    let head = fold(head.trim());
    FAREWELLS.split('|').any(|it| it == head)
}

/// The runs of words written large between two words of one line that may be names.
fn runs(body: &Reading, first: usize, last: usize, own: bool) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    // Runs that nothing speaks for yet, directly before the next.
    let mut pending = 0;
    let mut at = first;
    while at < last {
        let Some((from, until, titled)) = run_at(body, first, at, last) else {
            at += 1;
            continue;
        };
        at = until;
        let words = until - from;
        // `Kovács Ildikó`: in some languages the given name is the last.
        let given =
            is_given_name(body.word(from)) || words == 2 && is_given_name(body.word(from + 1));
        let behind = title_behind(body, until, last).filter(|_| !is_of_company(body, first, from));
        if let Some((_, end)) = behind {
            at = end;
        }
        let before = title_before(body, first, from);
        let long = words > 1 || given;
        // `por zoom con Ulrike`: nobody but who is met is worth a name in such a note.
        let noted = own
            && from > first
            && (given && body.meaning(from - 1).has(Concept::With)
                || is_after(body, first, from, ASKS) && (given || titled));
        let met = is_after(body, first, from, MEETS);
        let told = titled
            || noted
            || long
                && (behind.is_some()
                    || before.is_some()
                    || met
                    || is_before(body, until, last, WANTS)
                    || words > 1 && is_before(body, until, last, RECEIVES));
        let joined = found.last().is_some_and(|it| {
            is_list(body, it.until, from) && words > 1 || is_list(body, it.until, from) && given
        });
        let after_sure = joined && found.last().is_some_and(|it| it.cue || it.known);
        if !joined {
            pending = 0;
        }
        let known = given && words > 1;
        let cue = told || after_sure && found.last().is_some_and(|it| it.cue);
        if cue || known {
            let many = found.len();
            for it in found.iter_mut().skip(many - pending) {
                it.cue |= cue;
                it.known |= known;
                it.beside = true;
            }
            if joined && let Some(before) = found.last_mut() {
                before.beside = true;
            }
            pending = 0;
        } else if words > 1 || given {
            pending += 1;
        } else {
            pending = 0;
            continue;
        }
        let title = behind
            .or(before)
            .map(|(from, until)| body.span(from, until).to_owned());
        found.push(Run {
            from,
            until,
            cue,
            known,
            title,
            beside: (joined || met) && (cue || known),
        });
    }
    found
}

/// A name that opens its line and is followed by nothing but a title or a company signs the text.
fn is_signed(body: &Reading, first: usize, last: usize, run: &Run) -> bool {
    if run.from != first && !(run.from == first + 1 && is_address(body, first)) {
        return false;
    }
    let says = (run.until..last).any(|at| {
        let small = body
            .span(at, at + 1)
            .chars()
            .next()
            .is_some_and(char::is_lowercase);
        let word = body.word(at);
        small
            && word.chars().count() > 2
            && !body.meaning(at).any(&TITLE_BEHIND)
            && !gap(body, at).contains(['(', '/'])
            && !AND.split('|').any(|it| it == word)
            && !is_particle(word)
    });
    !says
}

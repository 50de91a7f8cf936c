//! What stands beside a name and says that it is one, or that nobody is met.

use super::{
    super::{
        super::{
            given_names::is_given_name,
            names,
            text::{lexicon::Concept, reading::Reading},
        },
        phrases::{AND, HEARSAY},
    },
    Run, TITLE, TITLE_BEHIND,
    run::{ends_sentence, gap, is_address, joined},
};

/// `our CTO, Rohan Rao`, `enhetschef Kerstin Falk`: the words of the title. A trade written large
/// may be the role with the employer behind it, so it has to be written small.
pub(super) fn title_before(body: &Reading, first: usize, from: usize) -> Option<(usize, usize)> {
    let mut until = from;
    while until > first && is_address(body, until - 1) {
        until -= 1;
    }
    let at = until.checked_sub(1).filter(|it| *it >= first)?;
    if !matches!(
        gap(body, until),
        " " | ", " | " – " | " - " | "\u{a0}" | ": "
    ) {
        return None;
    }
    // `analista de Dados`: a field.
    if names::is_particle(body.word(at)) || body.word(at) == "of" {
        return None;
    }
    let meaning = body.meaning(at);
    let small = body
        .span(at, at + 1)
        .chars()
        .next()
        .is_some_and(char::is_lowercase);
    (meaning.has(Concept::Leader) || meaning.has(Concept::RoleWord) && small).then_some((at, until))
}

/// `for Corvane Medical (CFO)`: a company, and in brackets the role.
pub(super) fn is_of_company(body: &Reading, first: usize, from: usize) -> bool {
    from > first && body.meaning(from - 1).any(&[Concept::For, Concept::At])
}

/// `Priya Shah (CTO)`, `Priya Shah, Eng Manager,`: the words of the title.
pub(super) fn title_behind(body: &Reading, until: usize, last: usize) -> Option<(usize, usize)> {
    const LENGTH: usize = 6;
    if until >= last {
        return None;
    }
    let mark = gap(body, until);
    let bracket = mark.contains('(');
    // `Daphne HR`
    let unit = mark == " " && body.meaning(until).has(Concept::Department);
    if !(bracket || unit || matches!(mark, ", " | " – " | " - " | " — ")) {
        return None;
    }
    let end = (until + 1..last.min(until + LENGTH))
        .find(|at| {
            let gap = gap(body, *at);
            gap.contains([')', ';', '|', '.']) || !bracket && gap.contains([',', '–', '—', '('])
        })
        .unwrap_or_else(|| last.min(until + LENGTH));
    let is_title = (until..end.min(until + 3)).any(|at| body.meaning(at).any(&TITLE_BEHIND));
    // `Ann Holm, Bo Ek`: another name.
    let next = !bracket && is_given_name(body.word(until));
    (is_title && !next).then_some((until, end))
}

/// Whether one of `phrases` ends directly before a word; a small word may stand between.
pub(super) fn is_after(body: &Reading, first: usize, from: usize, phrases: &str) -> bool {
    let ends = |end: usize| {
        end > first
            && phrases.split('|').any(|phrase| {
                let mut at = end;
                phrase.rsplit(' ').all(|word| {
                    at > first && {
                        at -= 1;
                        body.word(at) == word
                    }
                })
            })
    };
    // Over the title and article: `reçu par le directeur`, `par M.`
    let mut at = from;
    for _ in 0..5 {
        if ends(at) {
            return true;
        }
        if at <= first
            || gap(body, at).contains(['.', '!', '?', ';', '\n']) && !is_address(body, at - 1)
        {
            return false;
        }
        let before = at - 1;
        let small = body.word(before).chars().count() < 4;
        if !(small || is_address(body, before) || body.meaning(before).any(&TITLE)) {
            return false;
        }
        at = before;
    }
    false
}

/// Whether one of the verbs stands among the next words.
pub(super) fn is_before(body: &Reading, until: usize, last: usize, verbs: &str) -> bool {
    const REACH: usize = 3;
    let near = until..last.min(until + REACH);
    near.take_while(|at| *at == until || !gap(body, *at).contains(['.', '!', '?']))
        .any(|at| {
            let word = body.word(at);
            verbs.split('|').any(|verb| match verb.split_once(' ') {
                Some((one, other)) => word == one && body.word(at + 1) == other,
                None => word == verb,
            })
        })
}

/// Whether nothing but commas, `and`, forms of address and titles in brackets stand between names.
pub(super) fn is_list(body: &Reading, until: usize, from: usize) -> bool {
    const LENGTH: usize = 8;
    if from < until || from - until > LENGTH {
        return false;
    }
    let mut bracket = false;
    let mut mark = false;
    for at in until..=from {
        let gap = gap(body, at);
        bracket |= gap.contains('(');
        mark |= gap.contains([',', '&', '+', '/', '、']);
        if gap.contains(['.', '!', '?', ';', '\n', ':']) && !joined(body, at) {
            return false;
        }
        if gap.contains(')') {
            bracket = false;
        }
        if at == from {
            break;
        }
        let word = body.word(at);
        if AND.split('|').any(|it| it == word) {
            mark = true;
            continue;
        }
        let title = body.meaning(at).any(&TITLE_BEHIND) || is_address(body, at);
        let article = word.chars().count() < 4;
        // `og tillidsrepræsentant Peter Bak`
        let rank = at + 1 == from && mark && word.chars().count() > 4;
        let rank = rank
            && body
                .span(at, from)
                .chars()
                .next()
                .is_some_and(char::is_lowercase);
        if !(bracket || title || article || rank) {
            return false;
        }
    }
    mark
}

/// Named as who answers questions, sends greetings or gave the name: not as who is met.
pub(super) fn is_hearsay(body: &Reading, first: usize, last: usize, run: &Run) -> bool {
    let from = (first + 1..=run.from)
        .rev()
        .find(|at| ends_sentence(body, *at))
        .unwrap_or(first);
    let until = (run.until..last)
        .find(|at| ends_sentence(body, *at))
        .unwrap_or(last);
    (from..until).any(|at| {
        let word = body.word(at);
        HEARSAY.split('|').any(|stem| match stem.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => word == stem,
        })
    })
}

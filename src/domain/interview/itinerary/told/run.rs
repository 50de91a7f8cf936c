//! Words of a text that may be a name, and what joins them.

use super::{
    super::{
        super::{
            given_names::is_given_name,
            names::{self, Likeness, is_honorific, is_particle},
            text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
        },
        phrases::{AND, GREETINGS},
    },
    LONGEST,
};

/// The words from `at` on that may be a name, and whether a form of address leads to them.
pub(super) fn run_at(
    body: &Reading,
    first: usize,
    at: usize,
    last: usize,
) -> Option<(usize, usize, bool)> {
    if !is_name_word(body, at) {
        return None;
    }
    let mut from = at;
    let mut titled = at > first && joined(body, at) && is_address(body, at - 1);
    while from < last && is_address(body, from) {
        titled = true;
        from += 1;
    }
    let mut until = from;
    while until < last && until - from < LONGEST {
        let goes_on = until == from || joined(body, until);
        let large = is_name_word(body, until) && !is_address(body, until);
        let particle = until > from
            && !AND.split('|').any(|it| it == body.word(until))
            && is_particle(body.word(until))
            && until + 1 < last
            && joined(body, until + 1)
            && is_name_word(body, until + 1)
            && !is_address(body, until + 1);
        if !goes_on || !(large || particle) {
            break;
        }
        until += 1;
    }
    // `Odgers Grant Search`: a company.
    let company = [Concept::OrgWord, Concept::LegalForm];
    let goes_on = until < last && joined(body, until) && body.meaning(until).any(&company);
    if until == from || goes_on {
        return None;
    }
    // `Sollte Anna Berg`, `Hallo Anna`: a sentence begins with a word written large.
    let opens = from == at && until - from > 1 && (from == first || ends_sentence(body, from));
    let word = body.word(from);
    let small = [Concept::At, Concept::With, Concept::For, Concept::Filler];
    let other = GREETINGS.split('|').any(|it| it == word)
        || body.meaning(from).any(&small)
        || until - from > 2 && is_given_name(body.word(from + 1));
    if opens && other && !is_given_name(word) {
        from += 1;
    }
    let name = body.span(from, until);
    (names::likeness(name) > Likeness::No || until - from == 1).then_some((from, until, titled))
}

/// Written large, of letters, and no word of something else.
pub(super) fn is_name_word(body: &Reading, at: usize) -> bool {
    // `DEPUTY HEAD OF IT`
    if body.word(at) == "of" {
        return false;
    }
    let word = body.span(at, at + 1);
    let large = word.chars().next().is_some_and(char::is_uppercase);
    let shouted = word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    large
        && !shouted
        && word.chars().all(|c| c.is_alphabetic() && !is_unspaced(c))
        && (is_given_name(body.word(at)) || !body.meaning(at).any(&names::NOT_IN_NAMES))
}

pub(super) fn is_address(body: &Reading, at: usize) -> bool {
    let Some(token) = body.tokens.get(at) else {
        return false;
    };
    let dot = usize::from(body.original().as_bytes().get(token.end) == Some(&b'.'));
    body.original()
        .get(token.start..token.end + dot)
        .is_some_and(|word| word.len() > 1 && is_honorific(word))
}

/// What stands between a word and the one before it: a new line at both ends.
pub(super) fn gap(body: &Reading, at: usize) -> &str {
    if at == 0 || at >= body.tokens.len() {
        return "\n";
    }
    body.between(at)
}

/// Whether two words may belong to one name.
pub(super) fn joined(body: &Reading, at: usize) -> bool {
    match gap(body, at) {
        " " | "-" | "\u{a0}" | "'" | "’" => true,
        ". " | "." => at
            .checked_sub(1)
            .is_some_and(|it| is_initial(body.span(it, at)) || is_address(body, it)),
        _ => false,
    }
}

pub(super) fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_none_or(char::is_lowercase)
        && letters.next().is_none()
}

pub(super) fn ends_sentence(body: &Reading, at: usize) -> bool {
    let gap = gap(body, at);
    gap.contains(['!', '?', ':', '\n', '.']) && !joined(body, at)
}

//! What English jottings surely name a thing, and which of these take an article.

use super::{grammar::Grammar, token::Token};
use crate::domain::note::phrases::section;

/// Words at which the first noun of a phrase has ended: "store opening in March" is an opening.
const AFTER_HEAD: &str = "about across after against among around as at before behind between by \
    during for from in inside into near of off on onto out outside over since that through to \
    towards under until up via who which whom whose why how what where when whether with within \
    without because if than i we you they he she it";

/// Words that tell which one, or how many.
const DETERMINERS: &str = "a an the this that these those my your our their his her its some any \
    each every no one two three four five six seven eight nine ten both several many all more most \
    another other";

/// Endings of words for what is not counted.
const UNCOUNTED: [&str; 19] = [
    "ing", "ity", "ety", "ness", "ance", "ence", "ancy", "ency", "ship", "ism", "hood", "ware",
    "ology", "graphy", "tion", "sion", "ment", "acy", "ics",
];

/// Whether a text names a thing, whatever else it may be: none of its words may be the verb, and
/// it can stand without an article that nobody typed.
pub(super) fn is_sure(grammar: &Grammar, text: &str, tokens: &[Token]) -> bool {
    !has_past(grammar, tokens)
        && (takes_article(grammar, text)
            || text
                .split(", ")
                .all(|it| it.split(" and ").all(|it| stands_alone(grammar, it)))
            || is_determined(tokens))
}

/// Whether a word may be a verb in the past: "Kettlefish acquired Plumtree", "asked the team".
fn has_past(grammar: &Grammar, tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |it| it.lower.as_str());
    let told = tokens.iter().skip(1);
    let told = told.take_while(|it| !grammar.is(section::EMBEDS, &it.lower));
    (0..=told.count()).any(|at| {
        let (it, next) = (word(at), word(at + 1));
        if it.len() < 5 || !it.ends_with("ed") || it.ends_with("eed") || it.contains('-') {
            return false;
        }
        // "Distributed systems" and "their automated tests" are things.
        let Some(before) = at.checked_sub(1).map(word) else {
            return next.is_empty() || is(DETERMINERS, next) || is(AFTER_HEAD, next);
        };
        let describes = is(DETERMINERS, before)
            || ["and", "or", "of", "with", "for", "on", "in", "to"].contains(&before)
            || before.ends_with("ly")
            || before.ends_with("'s");
        !describes
    })
}

/// Whether an article, an owner or a number stands before the first noun.
fn is_determined(tokens: &[Token]) -> bool {
    let head = tokens.iter().take_while(|it| !is(AFTER_HEAD, &it.lower));
    let mut head = head.take(5).peekable();
    let first = tokens.first().is_some_and(|it| is(DETERMINERS, &it.lower));
    first && tokens.len() > 1 || head.any(|it| it.lower.ends_with("'s"))
}

/// Whether one member of a list can stand as it is: several, a name, what is not counted, or what
/// somebody does.
fn stands_alone(grammar: &Grammar, member: &str) -> bool {
    let tokens = grammar.tokens(member);
    let head: Vec<&Token> = tokens
        .iter()
        .enumerate()
        .take_while(|(at, it)| *at == 0 || !is(AFTER_HEAD, &it.lower))
        .map(|(_, it)| it)
        .collect();
    let (Some(first), Some(last)) = (head.first(), head.last()) else {
        return false;
    };
    if is(AFTER_HEAD, &first.lower) {
        // "and how they test" goes on with a clause.
        return ["how", "why", "what", "where", "whether"].contains(&first.lower.as_str())
            && tokens.len() > 1;
    }
    // "Review the docs" is what to do.
    let inside = head.iter().skip(1).any(|it| is(DETERMINERS, &it.lower));
    if inside && !is_gerund(&first.lower) && !is(DETERMINERS, &first.lower) {
        return false;
    }
    let name = last.capital || last.lower.chars().any(|it| it.is_ascii_digit());
    is(DETERMINERS, &first.lower)
        || is_gerund(&first.lower) && (inside || head.len() == 1)
        || name && !grammar.is(section::SMALL, &last.lower) && !has_thing(grammar, last)
        || is_several(&last.lower)
        || grammar.is(section::UNCOUNTABLE, &last.lower)
        || !has_thing(grammar, last) && UNCOUNTED.iter().any(|it| last.lower.ends_with(it))
}

fn has_thing(grammar: &Grammar, word: &Token) -> bool {
    grammar.is(section::THINGS, &word.lower)
}

/// "Moving billing": somebody does it.
fn is_gerund(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ing")
}

/// Whether it names one thing among others, with nothing before it that tells which.
pub(super) fn takes_article(grammar: &Grammar, text: &str) -> bool {
    if text.contains([',', ';']) {
        return false;
    }
    let tokens = grammar.tokens(text);
    let head: Vec<&Token> = tokens
        .iter()
        .take_while(|it| !is(AFTER_HEAD, &it.lower))
        .collect();
    let (Some(first), Some(last)) = (head.first(), head.last()) else {
        return false;
    };
    let owned = head.iter().any(|it| it.lower.ends_with("'s"));
    let digits = |it: &Token| it.lower.starts_with(|it: char| it.is_ascii_digit());
    let joined = head.iter().any(|it| it.lower == "and" || it.lower == "or");
    // "Team of 12" is not the team.
    let counted = tokens
        .get(head.len()..head.len() + 2)
        .is_some_and(|it| match it {
            [of, number] => of.lower == "of" && (digits(number) || is(DETERMINERS, &number.lower)),
            _ => false,
        });
    let ordinal = ["first", "second", "third", "current"].contains(&first.lower.as_str());
    !head.iter().any(|it| is(DETERMINERS, &it.lower))
        && !grammar.is(section::NO_TOPIC, &first.lower)
        && !owned
        && !joined
        && !digits(first)
        && !counted
        && head.len() <= 4
        && (has_thing(grammar, last) || ordinal && tokens.len() > 1)
}

/// Whether a word is drawn together with a verb: `they've`, and `team's` before "moving".
pub(super) fn is_drawn_verb(word: &str, next: &str) -> bool {
    const AFTER_IS: &str = "from in at on also based here been got a an the not very too really all so quite just now going";
    if ["'re", "'ve", "'ll", "'d", "n't", "'m"]
        .iter()
        .any(|it| word.ends_with(it))
    {
        return true;
    }
    word.ends_with("'s") && (next.len() > 4 && next.ends_with("ing") || is(AFTER_IS, next))
}

/// Whether a word names several: "customers", "people".
pub(super) fn is_several(word: &str) -> bool {
    let plural = word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is", "'s"].iter().any(|it| word.ends_with(it));
    plural
        || [
            "us", "people", "staff", "children", "women", "men", "data", "kids",
        ]
        .contains(&word)
}

/// Whether the ending is one of a common word, and hardly of a name.
pub(super) fn is_common(word: &str) -> bool {
    let endings = [
        "tion", "sion", "ment", "ness", "ship", "ism", "ology", "bility",
    ];
    word.len() > 7 && endings.iter().any(|it| word.ends_with(it))
}

/// Whether a word in -ing is what somebody does to something, and so no name: "moving the".
pub(super) fn is_small_gerund(word: &str, next: &str) -> bool {
    is_gerund(word) && is(DETERMINERS, next)
}

fn is(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|it| it == word)
}

//! Cuts a text into words, numbers and marks, and knows the words for days and times.

use std::{collections::HashMap, sync::LazyLock};

/// What a word says about time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Monday is 0. The second is whether it says so without a time beside it.
    Weekday(i8, bool),
    Month(i8),
    Offset(i8),
    Next,
    Coming,
    Last,
    This,
    On,
    At,
    From,
    To,
    Am,
    Pm,
    Clock,
    Minute,
    Morning,
    Evening,
    Noon,
    Ordinal,
    YearMark,
    MonthMark,
    DayMark,
    AllDay,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Bytes from here …
    pub(super) from: usize,
    /// … to here.
    pub(super) until: usize,
    pub(super) kind: Kind,
    /// In lower case.
    pub(super) text: String,
    /// There is no space before it.
    pub(super) attached: bool,
    /// What it says together with those behind it, and how many tokens that takes; longer ones first.
    said: Vec<(Meaning, usize)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// A number of one to four digits and how many those are.
    Number(u16, u8),
    Mark(char),
}

/// No honest line has more; a label may hold a long title.
const MOST: usize = 400;

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|it| it.chars().next()) {
        if found.len() >= MOST {
            break;
        }
        let rest = text.get(at..).unwrap_or_default();
        let run = |same: &dyn Fn(char) -> bool| -> usize {
            rest.chars()
                .take_while(|it| same(*it))
                .map(char::len_utf8)
                .sum()
        };
        let attached = found.last().is_some_and(|it| it.until == at);
        let (length, kind) = if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        } else if first.is_ascii_digit() {
            let length = run(&|it| it.is_ascii_digit());
            let number = rest.get(..length).and_then(|it| it.parse::<u16>().ok());
            match (number, u8::try_from(length)) {
                (Some(number), Ok(digits)) if digits <= 4 => (length, Kind::Number(number, digits)),
                _ => (length, Kind::Mark('#')),
            }
        } else if is_wide(first) {
            // Scripts without spaces: a known word or a single character.
            let known = [4, 3, 2].iter().find_map(|count| {
                let end = rest
                    .char_indices()
                    .nth(*count)
                    .map_or(rest.len(), |(at, _)| at);
                let word = rest.get(..end)?;
                (word.chars().count() == *count && known(word)).then_some(end)
            });
            (known.unwrap_or(first.len_utf8()), Kind::Word)
        } else if first.is_alphabetic() {
            let mut length =
                run(&|it| (it.is_alphabetic() && !is_wide(it)) || matches!(it, '\'' | '’' | '-'));
            // `p.m.`
            let dotted = rest.get(..4).is_some_and(|it| {
                it.eq_ignore_ascii_case("p.m.") || it.eq_ignore_ascii_case("a.m.")
            });
            if dotted {
                length = 4;
            }
            let word = rest.get(..length).unwrap_or_default();
            (
                word.trim_end_matches(['-', '\'', '’']).len().max(1),
                Kind::Word,
            )
        } else {
            (first.len_utf8(), Kind::Mark(first))
        };
        let written = rest.get(..length).unwrap_or_default();
        found.push(Token {
            from: at,
            until: at + length,
            kind,
            text: written.to_lowercase().replace('’', "'"),
            attached,
            said: Vec::new(),
        });
        at += length.max(1);
    }
    for at in 0..found.len() {
        let said = look_up(found.get(at..).unwrap_or_default());
        if let Some(it) = found.get_mut(at) {
            it.said = said;
        }
    }
    found
}

const fn is_wide(it: char) -> bool {
    matches!(it, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// All that begin with a word, as written in the table.
type Phrases = Vec<(&'static str, Meaning)>;

/// By their first word: a page has hundreds of labels.
static TABLE: LazyLock<HashMap<&'static str, Phrases>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, Phrases> = HashMap::new();
    let lines = include_str!("words.txt").lines();
    for (name, phrases) in lines.filter_map(|it| it.split_once(": ")) {
        // A comment is no meaning.
        let Some(meaning) = meaning(name) else {
            continue;
        };
        for phrase in phrases.split(' ') {
            let first = phrase.split('_').next().unwrap_or(phrase);
            table.entry(first).or_default().push((phrase, meaning));
        }
    }
    table
});

fn known(word: &str) -> bool {
    TABLE.contains_key(word)
}

/// Every meaning of the words at the beginning, with how many tokens they are; longer ones first.
pub(super) fn meanings(tokens: &[Token]) -> &[(Meaning, usize)] {
    tokens
        .first()
        .map(|it| it.said.as_slice())
        .unwrap_or_default()
}

fn look_up(tokens: &[Token]) -> Vec<(Meaning, usize)> {
    let mut found: Vec<(Meaning, usize)> = Vec::new();
    let Some(first) = tokens
        .first()
        .filter(|it| !matches!(it.kind, Kind::Number(..)))
    else {
        return found;
    };
    for (phrase, meaning) in TABLE.get(first.text.as_str()).into_iter().flatten() {
        let parts = phrase.split('_').count();
        let said = tokens.iter().take(parts).map(|it| it.text.as_str());
        if phrase.split('_').eq(said) {
            // A longer one goes before those of one word.
            let at = if parts > 1 { 0 } else { found.len() };
            found.insert(at, (*meaning, parts));
        }
    }
    found
}

fn meaning(name: &str) -> Option<Meaning> {
    use Meaning::{
        AllDay, Am, At, Clock, Coming, DayMark, Evening, From, Last, Minute, Month, MonthMark,
        Morning, Next, Noon, Offset, On, Ordinal, Pm, This, To, Weekday, YearMark,
    };
    if let Some(rest) = name.strip_prefix("Weekday") {
        let strong = !rest.ends_with("Weak");
        return Some(Weekday(rest.trim_end_matches("Weak").parse().ok()?, strong));
    }
    if let Some(days) = name.strip_prefix("Offset") {
        return Some(Offset(days.parse().ok()?));
    }
    Some(match name {
        "Next" => Next,
        "Coming" => Coming,
        "Last" => Last,
        "This" => This,
        "On" => On,
        "At" => At,
        "From" => From,
        "To" => To,
        "Am" => Am,
        "Pm" => Pm,
        "Clock" => Clock,
        "Minute" => Minute,
        "Morning" => Morning,
        "Evening" => Evening,
        "Noon" => Noon,
        "Ordinal" => Ordinal,
        "YearMark" => YearMark,
        "MonthMark" => MonthMark,
        "DayMark" => DayMark,
        "AllDay" => AllDay,
        _ => Month(name.strip_prefix("Month")?.parse().ok()?),
    })
}

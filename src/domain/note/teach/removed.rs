//! Sentences of ours that are gone from a text, and not only worded otherwise.

use crate::domain::note::phrases::Phrases;

/// Sentences that one line of the tables can have, at most, with what the user typed in it.
const SENTENCES: usize = 4;

/// A line of the tables as it was said.
struct Said<'a> {
    line: &'static str,
    text: &'a str,
}

/// The lines that stood in our message and are nowhere in the user's text. None where most of it is gone: a
/// letter that was written anew says nothing about single sentences.
pub(super) fn removed(ours: &str, theirs: &str, phrases: &Phrases) -> Vec<&'static str> {
    let lines: Vec<(&'static str, Vec<&str>)> = phrases
        .all_sentences()
        .map(|(line, _)| (line, pieces(line)))
        .collect();
    let said: Vec<Said<'_>> = ours.split('\n').flat_map(|it| said(it, &lines)).collect();
    let paragraphs: Vec<String> = theirs
        .split("\n\n")
        .map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let theirs = paragraphs.join("\n");
    let passages: Vec<&str> = theirs
        .lines()
        .flat_map(|it| passages(it, SENTENCES))
        .collect();
    let new: Vec<Vec<String>> = passages
        .iter()
        .filter(|it| !ours.contains(**it))
        .map(|it| words(it))
        .collect();
    let gone: Vec<&'static str> = said
        .iter()
        .filter(|it| !is_there(it.text, &theirs))
        .filter(|it| {
            let pieces = pieces(it.line);
            !passages.iter().any(|theirs| fits(theirs, &pieces))
        })
        .filter(|it| !is_reworded(&words(it.text), &new))
        .map(|it| it.line)
        .collect();
    if gone.len() * 2 > said.len() {
        return Vec::new();
    }
    gone
}

/// Whether any sentence of what was said is still there as it was.
fn is_there(said: &str, theirs: &str) -> bool {
    passages(said, 1)
        .into_iter()
        .any(|it| it.split(' ').count() > 2 && theirs.contains(it))
}

/// What stands around the holes of a line, in order.
pub(super) fn pieces(line: &str) -> Vec<&str> {
    let mut parts = line.split('{');
    let first = parts.next();
    let behind = parts.map(|it| it.split_once('}').map_or("", |(_, after)| after));
    first.into_iter().chain(behind).collect()
}

/// The lines that a paragraph of ours is made of, from its beginning on.
fn said<'a>(paragraph: &'a str, lines: &[(&'static str, Vec<&str>)]) -> Vec<Said<'a>> {
    let sentences = sentences(paragraph);
    let mut all = Vec::new();
    let mut from = 0;
    while from < sentences.len() {
        let found = (1..=SENTENCES).find_map(|count| {
            let text = together(paragraph, sentences.get(from..from + count)?)?;
            // Of several that fit, the one that says most by itself.
            let fitting = lines.iter().filter(|(_, pieces)| fits(text, pieces));
            let line = fitting.max_by_key(|(_, pieces)| pieces.concat().len())?.0;
            Some((count, Said { line, text }))
        });
        let count = found.as_ref().map_or(1, |(count, _)| *count);
        all.extend(found.map(|(_, it)| it));
        from += count;
    }
    all
}

/// Whether a text is a line with something, or nothing, in its holes.
fn fits(text: &str, pieces: &[&str]) -> bool {
    let Some((first, behind)) = pieces.split_first() else {
        return false;
    };
    let Some((last, between)) = behind.split_last() else {
        return text == *first;
    };
    let rest = text
        .strip_prefix(first)
        .and_then(|it| it.strip_suffix(last));
    let mut rest = rest;
    for piece in between {
        rest = rest.and_then(|it| it.split_once(piece)).map(|(_, it)| it);
    }
    rest.is_some()
}

/// Whether one of the texts has most of the words of a sentence.
fn is_reworded(sentence: &[String], texts: &[Vec<String>]) -> bool {
    texts.iter().any(|text| {
        let mut left: Vec<&String> = text.iter().collect();
        let shared = sentence.iter().filter(|word| {
            let at = left.iter().position(|it| it == word);
            at.map(|at| left.swap_remove(at)).is_some()
        });
        shared.count() * 2 > sentence.len()
    })
}

fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Every sentence, and every so many in a row up to `most`.
fn passages(text: &str, most: usize) -> Vec<&str> {
    let sentences = sentences(text);
    (1..=most)
        .flat_map(|count| sentences.windows(count))
        .filter_map(|it| together(text, it))
        .collect()
}

/// The text from the first of some sentences to the last.
fn together<'a>(text: &'a str, sentences: &[(usize, usize)]) -> Option<&'a str> {
    let (from, _) = sentences.first()?;
    let (_, until) = sentences.last()?;
    text.get(*from..*until).map(str::trim)
}

/// Where sentences begin and end, in bytes: a mark, and a blank or the end behind it.
fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut from = 0;
    let mut ended = false;
    for (at, it) in text.char_indices() {
        if ended && it.is_whitespace() {
            all.push((from, at));
            from = at + it.len_utf8();
        }
        ended = matches!(it, '.' | '?' | '!');
    }
    if from < text.len() {
        all.push((from, text.len()));
    }
    all
}

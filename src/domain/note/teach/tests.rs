//! What edits teach, and what they must not; and drafts that are written by it.

mod ends;
mod message;
mod written;

use super::*;
use crate::domain::note::compose::{Draft, compose, sample};

const OTHERS: [&str; 2] = ["Tom Kovač", "Ada Fern"];

/// A brief in a language, to somebody.
fn to(language: Language, recipient: &'static str) -> Brief<'static> {
    Brief {
        recipient: Some(recipient),
        language,
        ..sample::brief("the roadmap", &[])
    }
}

fn habits_noticed(brief: &Brief<'_>, edited: &str) -> Vec<Habit> {
    let others: Vec<String> = OTHERS.iter().map(|it| (*it).to_owned()).collect();
    let lessons = noticed(&compose(brief).body, edited, brief, &others);
    lessons.into_iter().map(|it| it.habit).collect()
}

/// The draft with another first line, and the forms that it teaches.
fn greeted(brief: &Brief<'_>, line: &str) -> Option<(String, Option<Gender>)> {
    let body = compose(brief).body;
    let (_, rest) = body.split_once('\n').unwrap();
    match habits_noticed(brief, &format!("{line}\n{rest}")).as_slice() {
        [] => None,
        [Habit::Greeting { form, gender }] => Some((form.clone(), *gender)),
        other => panic!("{line}: {other:?}"),
    }
}

/// The draft with other lines for its sign-off and signature, and the sign-off that it teaches.
fn signed(brief: &Brief<'_>, end: &str) -> Option<String> {
    let body = compose(brief).body;
    let (rest, _) = body.rsplit_once("\n\n").unwrap();
    match habits_noticed(brief, &format!("{rest}\n\n{end}")).as_slice() {
        [] => None,
        [Habit::SignOff(line)] => Some(line.clone()),
        other => panic!("{end}: {other:?}"),
    }
}

/// The message of a draft in sentences, where no sentence has a mark inside.
fn sentences(draft: &Draft) -> Vec<String> {
    let parts: Vec<&str> = draft.body.split("\n\n").collect();
    let message = parts[1..parts.len() - 1].join(" ");
    message
        .split_inclusive(['.', '?', '!'])
        .map(|it| it.trim().to_owned())
        .collect()
}

fn lesson(language: Language, address: Address, habit: Habit) -> Lesson {
    Lesson {
        language,
        address,
        habit,
    }
}

fn greeting_of(form: &str, gender: Option<Gender>) -> Habit {
    let form = form.to_owned();
    Habit::Greeting { form, gender }
}

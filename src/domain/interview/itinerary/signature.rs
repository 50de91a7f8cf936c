//! Who signed a text.

use super::{
    super::{
        names::{self, Likeness},
        text::{fold::fold, lexicon::Concept, reading::Reading},
    },
    Named, Place,
    fragment::fragment,
    phrases::FAREWELLS,
};

fn is_farewell(text: &str) -> bool {
    let folded = fold(text.trim_end_matches([',', '!', '.']));
    FAREWELLS.split('|').any(|it| it == folded)
}

/// `Un saludo, Pilar`: who signs on the line of the farewell.
fn behind_farewell(line: &str) -> Option<&str> {
    let (farewell, name) = line.split_once(", ")?;
    let person = names::likeness(name.trim_end_matches(['.', '!'])) == Likeness::Known;
    (is_farewell(farewell) && person).then_some(name)
}

/// A name alone on one of the last lines, after a farewell or before a title.
pub(super) fn signature(lines: &[&str], index: usize) -> Option<Named> {
    let line = lines.get(index)?;
    let before = index
        .checked_sub(1)
        .and_then(|at| lines.get(..=at))
        .and_then(|head| head.iter().rev().find(|line| !line.is_empty()));
    let behind = behind_farewell(line);
    let farewell = behind.is_some() || before.is_some_and(|it| is_farewell(it));
    let own = behind.or_else(|| line.strip_prefix(['-', '–', '—']).map(str::trim));
    if !farewell && own.is_none() {
        return None;
    }
    let first = own.unwrap_or(line);
    let mut named = fragment(first, false).into_iter().next().or_else(|| {
        let reading = Reading::new(first);
        (farewell
            && (1..=4).contains(&reading.tokens.len())
            && names::likeness(first) >= Likeness::Shape)
            .then(|| Named {
                name: first.trim_end_matches(',').to_owned(),
                title: None,
                place: Place::Signature,
            })
    })?;
    let next = lines.get(index + 1).copied().unwrap_or_default();
    let reading = Reading::new(next);
    if named.title.is_none()
        && next.len() < 60
        && ([
            Concept::RoleWord,
            Concept::Leader,
            Concept::Hiring,
            Concept::Department,
        ]
        .iter()
        .any(|concept| reading.has(*concept)))
    {
        named.title = next
            .split([',', '|', '@'])
            .next()
            .map(|title| title.trim().to_owned());
    }
    named.place = Place::Signature;
    Some(named)
}

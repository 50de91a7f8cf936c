//! People whose names stand behind company and unit, as Japanese and Korean invitations write them, and
//! people whom a text names in another case than the guest list.

use super::{Participant, Role};
use crate::domain::interview::{
    guests::{Guest, GuestKind},
    names,
    scene::Scene,
    text::{
        fold::{fold, is_unspaced},
        lexicon::Concept,
        reading::Reading,
    },
};

/// Longest name in characters of a script without spaces.
const LONGEST: usize = 4;

/// Whether it may be a name in a script without spaces: short, and no unit or rank.
fn may_be_name(text: &str) -> bool {
    let reading = Reading::new(text);
    let other = [
        Concept::Leader,
        Concept::Department,
        Concept::Hiring,
        Concept::OrgWord,
    ];
    (1..=LONGEST).contains(&text.chars().count())
        && text.chars().all(is_unspaced)
        && !reading.meanings().any(&other)
}

/// `ミナト工業 代表 黒田様`: behind a space, a short name; `text` is a part of the title, which may go on
/// with the form of address.
pub(crate) fn addressed_unspaced<'t>(title: &str, text: &'t str) -> Option<&'t str> {
    const ADDRESSES: [&str; 4] = ["様", "さん", "氏", "님"];
    let (_, last) = text.rsplit_once([' ', '\u{3000}'])?;
    let (_, behind) = title.split_once(text)?;
    let name = ADDRESSES
        .iter()
        .find_map(|it| last.strip_suffix(it))
        .or_else(|| {
            let goes_on = ADDRESSES.iter().any(|it| behind.starts_with(it));
            goes_on.then_some(last)
        })?;
    let name = names::strip_cjk_title(name);
    may_be_name(name).then_some(name)
}

/// `ミナト工業 採用 三浦`: who writes from a mailbox, behind company and unit.
pub(super) fn of_mailbox(guest: &Guest, raw: &str) -> Option<Participant> {
    let mut pieces = raw.rsplit([' ', '\u{3000}', '/', '／']);
    let name = names::strip_cjk_title(pieces.next()?);
    let unit = Reading::new(pieces.next()?);
    pieces.next()?;
    let hires = unit.meanings().any(&[Concept::Hiring, Concept::Department]);
    let from_unit = matches!(guest.kind, GuestKind::Shared | GuestKind::Person);
    (hires && from_unit && may_be_name(name)).then(|| Participant {
        name: Some(name.to_owned()),
        email: guest.email.clone(),
        title: None,
        part: Role::Interviewer,
        main_contact: None,
    })
}

/// `猎头Vivian`, `青岚半导体 HR Grace`: in a note in characters, a name in letters right behind who hires.
pub(super) fn behind_unit<'s>(scene: &'s Scene<'_>) -> Option<&'s str> {
    let title = &scene.title;
    if !scene.is_own_note() || !title.original().chars().any(is_unspaced) {
        return None;
    }
    (1..title.tokens.len())
        .find(|at| {
            let word = title.span(*at, *at + 1);
            let name = word.starts_with(|c: char| c.is_ascii_uppercase())
                && word.chars().skip(1).any(|c| c.is_ascii_lowercase())
                && word.chars().all(|c| c.is_ascii_alphabetic());
            let unit = title
                .meaning(*at - 1)
                .any(&[Concept::Hiring, Concept::Department]);
            let near = matches!(title.between(*at), "" | " ");
            name && unit && near && title.meaning(*at).is_empty()
        })
        .map(|at| title.span(at, at + 1))
}

/// `Pawłem Dudą` for Paweł Duda: every word begins alike, and ends otherwise as cases do.
pub(super) fn is_case_of(told: &str, guest: &str) -> bool {
    const STEM: usize = 3;
    const ENDING: usize = 3;
    let alike = |one: &str, other: &str| {
        let (one, other) = (fold(one), fold(other));
        let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
        let same = same.count();
        let rest = |it: &str| it.chars().count() - same;
        same >= STEM && rest(&one) <= ENDING && rest(&other) <= ENDING
    };
    let (told, guest): (Vec<&str>, Vec<&str>) =
        (told.split(' ').collect(), guest.split(' ').collect());
    told.len() > 1
        && told.len() == guest.len()
        && told
            .iter()
            .zip(&guest)
            .all(|(one, other)| alike(one, other))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, user};

    #[test]
    fn short_names_with_a_form_of_address_are_people() {
        for (title, text, name) in [
            (
                "最終面接 ミナト工業 代表 黒田様",
                "ミナト工業 代表 黒田",
                Some("黒田"),
            ),
            (
                "一次面接 ミナト工業 尾形さん",
                "ミナト工業 尾形さん",
                Some("尾形"),
            ),
            (
                "최종면접 새론푸드 민도현님",
                "새론푸드 민도현",
                Some("민도현"),
            ),
            ("最終面接 ミナト工業 本社", "ミナト工業 本社", None),
            ("面接 ミナト工業 採用担当様", "ミナト工業 採用担当", None),
            ("面接 黒田様", "黒田", None),
        ] {
            assert_eq!(addressed_unspaced(title, text), name, "{title}");
        }
    }

    #[test]
    fn a_name_in_letters_stands_behind_who_hires() {
        let read = |title: &str| {
            let (event, user) = (event(title), user());
            let scene = Scene::new(&event, &user, &TimeZone::UTC);
            behind_unit(&scene).map(str::to_owned)
        };
        for (title, name) in [
            ("猎头Vivian 电话面试", Some("Vivian")),
            ("电话面试 青岚半导体 HR Grace", Some("Grace")),
            ("电话面试 青岚半导体 Grace", None),
            ("HR面 青岚", None),
            ("Phone interview HR Grace", None),
        ] {
            assert_eq!(read(title).as_deref(), name, "{title}");
        }
    }

    #[test]
    fn cases_of_names_are_told_from_other_names() {
        for (told, guest) in [
            ("Pawłem Dudą", "Paweł Duda"),
            ("Janem Novákem", "Jan Novák"),
        ] {
            assert!(is_case_of(told, guest), "{told}");
        }
        for (told, guest) in [
            ("Paul Duda", "Marek Duda"),
            ("Anna Berg", "Anna Bergström"),
            ("Pawłem", "Paweł"),
        ] {
            assert!(!is_case_of(told, guest), "{told}");
        }
    }
}

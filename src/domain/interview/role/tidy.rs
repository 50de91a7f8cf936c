//! What is no role, and what is no part of one.

use crate::domain::interview::{
    given_names::is_given_name,
    text::{fold::fold, reading::Reading},
};

/// `antes de decidir`: one small word that no table knows is anything but a role.
pub(super) fn is_more_than_a_small_word(text: &str) -> bool {
    let small = text.chars().next().is_some_and(char::is_lowercase);
    !small || text.contains(' ')
}

/// `scheduled for Feb 20`: a month is no role.
pub(super) fn is_month(role: &str) -> bool {
    const MONTHS: [&str; 48] = [
        "jan",
        "january",
        "januar",
        "janvier",
        "feb",
        "february",
        "februar",
        "fev",
        "fevrier",
        "mar",
        "march",
        "marz",
        "mars",
        "marzo",
        "apr",
        "april",
        "avril",
        "abr",
        "abril",
        "may",
        "mai",
        "mayo",
        "maggio",
        "jun",
        "june",
        "juni",
        "juin",
        "jul",
        "july",
        "juli",
        "juillet",
        "aug",
        "august",
        "agosto",
        "aout",
        "sep",
        "sept",
        "september",
        "oct",
        "october",
        "okt",
        "oktober",
        "nov",
        "november",
        "dec",
        "december",
        "dez",
        "dezember",
    ];
    MONTHS.contains(&fold(role).trim_end_matches('.'))
}

/// `coordenadora Rosana`: who it is with, not what for.
pub(super) fn is_person_of_rank(role: &str) -> bool {
    let mut words = role.split(' ');
    let (Some(rank), Some(name), None) = (words.next(), words.next(), words.next()) else {
        return false;
    };
    rank.chars().next().is_some_and(char::is_lowercase)
        && name.chars().next().is_some_and(char::is_uppercase)
        && name.chars().skip(1).all(char::is_lowercase)
        && (is_given_name(&fold(name)) || name.chars().count() > 3)
        && Reading::new(name).hits.is_empty()
}

/// `rol Legal Counsel`, `the Teacher of Maths`: what leads to a role is no part of it.
fn without_leading_word(role: &str) -> &str {
    const LEADING: [&str; 18] = [
        "rol",
        "rolle",
        "rola",
        "role",
        "ruolo",
        "roll",
        "the",
        "di",
        "uppdrag",
        "posto",
        "poste",
        "puesto",
        "vaga",
        "stelle",
        "stilling",
        "tjanst",
        "posizione",
        "mandat",
    ];
    match role.split_once(' ') {
        Some((first, rest)) if LEADING.contains(&fold(first).as_str()) => rest.trim(),
        _ => role,
    }
}

/// `3 years)`: cut out of the middle of a bracket.
pub(super) fn is_torn(role: &str) -> bool {
    let count = |marks: [char; 2]| role.chars().filter(|it| marks.contains(it)).count();
    count([')', '）']) > count(['(', '（'])
}

/// Without a number that a company gives its vacancies: `Baker (Req 20418)`.
fn without_reference(role: &str) -> &str {
    let Some((name, rest)) = role.rsplit_once(['(', '[']) else {
        return role;
    };
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    let name = name.trim();
    if digits > 2 && !name.is_empty() {
        name
    } else {
        role
    }
}

/// Requisition numbers and stray marks are no part of a role.
pub(super) fn tidy(role: &str) -> String {
    let role = without_leading_word(without_reference(role).trim());
    let role = role
        .trim()
        .trim_matches(['-', '–', '|', ':', ',', '"', '“', '”', '*', '#'])
        .trim();
    let words: Vec<&str> = role
        .split_whitespace()
        .filter(|word| {
            !(word.chars().any(|c| c.is_ascii_digit())
                && word.len() > 3
                && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
        })
        .collect();
    words.join(" ")
}

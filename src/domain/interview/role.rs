//! The role the user is considered for.

mod agents;
mod body;
mod form;
mod labelled;
mod met;
mod phrases;
mod rank;
mod settled;
#[cfg(test)]
mod tests;
mod tidy;

use self::{
    agents::{is_of_agents, is_other},
    body::{from_body, from_note},
    met::{is_met, of_organisation},
    rank::{applied_for_rank, is_on_panel},
    tidy::{
        is_month, is_more_than_a_small_word, is_person_of_rank, is_torn, tidy, without_start_of,
    },
};
pub(crate) use self::{
    met::of_organisation as organisation_of_rank, rank::is_behind_employer, settled::settle,
};
use super::{
    given_names::is_given_name,
    names::{self, Likeness},
    scene::{Scene, Surroundings},
    segments::{Lead, Part},
    text::{
        fold::{fold, is_unspaced},
        lexicon::Concept,
        reading::Reading,
    },
};

/// The role as written; `None` when nothing says.
#[must_use]
pub(crate) fn role(
    scene: &Scene<'_>,
    parts: &[Part],
    employer: Option<&str>,
    around: &Surroundings,
) -> Option<String> {
    // `Agnes rekryterare Acme ringer`: the trade is of who calls. `assessment bij Lune voor Acme`: an
    // employer that other events know is no role.
    let caller = scene.caller();
    let is_none = |part: &Part| {
        let called = caller.is_some_and(|it| part.text.contains(&it.person));
        let known =
            part.lead == Lead::For && part.concepts.is_empty() && is_known(&part.text, around);
        called || known
    };
    let usable: Vec<Part>;
    let parts = if parts.iter().any(is_none) {
        usable = parts.iter().filter(|it| !is_none(it)).cloned().collect();
        usable.as_slice()
    } else {
        parts
    };
    let body = || from_body(scene.body.original()).map(|role| without_prefix(role, employer));
    from_title(scene, parts, employer)
        .map(|role| without_start_of(role, employer, scene))
        .filter(|role| {
            !(is_of_agents(role) && scene.organizer().is_some() && is_other(body(), role))
        })
        .or_else(body)
        .or_else(|| {
            scene
                .is_own_note()
                .then(|| from_note(&scene.body))
                .flatten()
        })
        .or_else(|| left_over(scene, parts, employer))
        .map(|role| tidy(&role))
        .filter(|role| {
            !role.is_empty() && !is_month(role) && !is_person_of_rank(role) && !is_torn(role)
        })
}

/// `라온 서버 개발자`: without the employer in front.
fn without_prefix(role: String, employer: Option<&str>) -> String {
    let rest = employer
        .filter(|it| !it.is_empty())
        .and_then(|it| role.strip_prefix(it))
        .and_then(|it| it.strip_prefix(' '));
    match rest {
        Some(rest) if Reading::new(rest).has(Concept::RoleWord) => rest.trim().to_owned(),
        _ => role,
    }
}

/// Whether one of the words of an employer in the calendar is this text.
fn is_known(text: &str, around: &Surroundings) -> bool {
    let mut employers = around.employers.iter();
    text.chars().count() > 3 && employers.any(|it| settled::holds_words(&it.name, text))
}

/// Whether a part of a title is a role rather than a company or a person's rank.
#[must_use]
pub(crate) fn is_role(part: &Part) -> bool {
    let concepts = part.concepts;
    if is_title_of_person(&part.text) {
        return false;
    }
    if part.is_user || part.person == Likeness::Known || concepts.has(Concept::LegalForm) {
        return false;
    }
    if of_organisation(&part.text).is_some() {
        return false;
    }
    let rank =
        concepts.has(Concept::Leader) && (part.lead == Lead::Bracket || part.lead == Lead::With);
    (concepts.has(Concept::RoleWord) || ends_in_lead(&part.text))
        && !rank
        && part.lead != Lead::With
        && part.lead != Lead::At
}

/// `Digital Content Lead`, `cafeteria lead`, `QA lead`: whoever leads a field; before a small word
/// only the first may be written large, if it is nobody's name.
fn ends_in_lead(text: &str) -> bool {
    const LONGEST: usize = 3;
    const OTHERS: [&str; 17] = [
        "to", "the", "a", "my", "who", "will", "can", "could", "should", "would", "may", "is",
        "and", "new", "hot", "warm", "cold",
    ];
    let large = |word: &str| word.chars().next().is_some_and(|c| !c.is_lowercase());
    let field = text.strip_suffix(" lead").unwrap_or_default();
    let mut words = field.split(' ').enumerate();
    let named = words.all(|(at, word)| {
        let letters = word.chars().all(char::is_uppercase);
        let written = !large(word) || letters || at == 0 && !is_given_name(&fold(word));
        written && word.len() > 1 && !OTHERS.contains(&word.to_lowercase().as_str())
    });
    text.strip_suffix(" Lead")
        .is_some_and(|field| field.split(' ').all(large))
        || named && field.split(' ').count() <= LONGEST
}

/// `GF Dr. Kienzle senior`, `Sofia Rama Guest Relations`: somebody, by the form of address inside or
/// by a full name in front.
fn is_title_of_person(text: &str) -> bool {
    let mut words = text.split(' ');
    if let (Some(given), Some(family), Some(_)) = (words.next(), words.next(), words.next())
        && given.chars().all(char::is_alphabetic)
        && names::likeness(&format!("{given} {family}")) == Likeness::Known
    {
        return true;
    }
    text.contains(". ")
        && text.split(' ').any(|word| {
            word.ends_with('.')
                && names::is_honorific(word)
                && !Reading::new(word).has(Concept::RoleWord)
        })
}

fn from_title(scene: &Scene<'_>, parts: &[Part], employer: Option<&str>) -> Option<String> {
    let usable = |part: &&Part| employer.is_none_or(|employer| employer != part.text);
    // `with Bernadette (home manager)`: her title.
    let of_person = |at: usize| {
        let is_bracket = parts.get(at).is_some_and(|it| it.lead == Lead::Bracket);
        let before = at.checked_sub(1).and_then(|it| parts.get(it));
        is_bracket
            && before.is_some_and(|it| {
                let other = employer.is_some_and(|name| !name.contains(&it.text));
                !it.is_user
                    && (it.person == Likeness::Known
                        || it.lead == Lead::With && !it.text.contains(' ') && other)
            })
    };
    let roles = || {
        parts.iter().enumerate().filter(|(at, part)| {
            usable(part)
                && is_role(part)
                && !is_department(part)
                && !of_person(*at)
                && !is_on_panel(parts, *at)
                && !is_met(scene, parts, *at)
        })
    };
    let role = roles()
        .find(|(_, part)| part.lead == Lead::For)
        .or_else(|| roles().next());
    if let Some((at, part)) = role {
        let role = cut_out(&part.text, employer);
        // `Product Lead, Risk`: the field behind the comma.
        let field = parts.get(at + 1).filter(|next| {
            next.lead == Lead::List
                && next.concepts.has(Concept::Topic)
                && !next.is_user
                && next.text.chars().next().is_some_and(char::is_uppercase)
                && employer.is_none_or(|it| !it.contains(&next.text))
        });
        return Some(match field {
            Some(field) => format!("{role}, {}", field.text),
            None => role,
        });
    }
    if let Some(rank) = applied_for_rank(scene, parts, employer) {
        return Some(rank);
    }
    parts
        .iter()
        .filter(usable)
        .find(|part| {
            part.lead == Lead::For
                && !part.is_user
                && part.person == Likeness::No
                && !part.concepts.any(&[Concept::LegalForm, Concept::OrgWord])
                && is_more_than_a_small_word(&part.text)
        })
        .map(|part| part.text.clone())
}

/// `（設計部）`: in brackets, where those who ask are from.
fn is_department(part: &Part) -> bool {
    let unspaced = part.text.chars().any(is_unspaced);
    part.lead == Lead::Bracket && unspaced && part.trailed_by.has(Concept::Department)
}

/// `Työhaastattelu, informaatikko – Acme`: in an invitation to an interview whose title names the
/// employer, the only other part, if it is written small, is what the interview is for.
fn left_over(scene: &Scene<'_>, parts: &[Part], employer: Option<&str>) -> Option<String> {
    const LONGEST: usize = 4;
    let employer = employer.filter(|_| !scene.is_own_note() && scene.title_names_interview())?;
    let (named, mut others): (Vec<&Part>, Vec<&Part>) = parts
        .iter()
        .filter(|part| !part.is_user)
        .partition(|part| part.text.contains(employer) || employer.contains(&part.text));
    let part = others
        .pop()
        .filter(|_| others.is_empty() && !named.is_empty())?;
    // `writing task review`: what the session is about.
    let session = [
        Concept::WeakStep,
        Concept::Step,
        Concept::Talk,
        Concept::Round,
    ];
    if part.trailed_by.any(&session) {
        return None;
    }
    let small = part.text.chars().next().is_some_and(char::is_lowercase);
    let words = part.text.split(' ').count();
    let plain = part
        .text
        .chars()
        .all(|c| c.is_alphabetic() || " -/*()".contains(c));
    let led = matches!(part.lead, Lead::Start | Lead::Mark | Lead::List | Lead::For);
    (small && plain && led && words <= LONGEST && part.concepts.is_empty())
        .then(|| part.text.clone())
}

/// A part may hold the employer, too: `온새미로 백엔드`, `Acme Senior Engineer`.
fn cut_out(text: &str, employer: Option<&str>) -> String {
    let of_employer = employer.and_then(|it| text.split_once(&format!(" of {it}")));
    if let Some((role, _)) = of_employer.filter(|(role, _)| !role.trim().is_empty()) {
        return role.trim().to_owned();
    }
    let same = |it: &str| {
        let head = text
            .get(..it.len())
            .filter(|head| head.to_lowercase() == it.to_lowercase());
        head.and_then(|head| text.get(head.len()..))
    };
    if let Some(rest) = employer.filter(|it| !it.is_empty()).and_then(same)
        && !rest.trim().is_empty()
    {
        return rest.trim().to_owned();
    }
    if let Some(rest) = employer.and_then(|employer| text.strip_suffix(employer))
        && !rest.trim().is_empty()
    {
        return rest.trim().to_owned();
    }
    if let Some(employer) = employer.filter(|it| !it.is_empty()) {
        // `CFO of Acme`, and `Acme head chef` for Acme House.
        let first = employer.split(' ').next().unwrap_or_default();
        let long = first.chars().count() > 3;
        if let Some(rest) = text.strip_prefix(first).filter(|_| long)
            && rest.starts_with(' ')
            && Reading::new(rest).has(Concept::RoleWord)
        {
            // `Home Harbor RN` for Home Harbor Hospice.
            let mut rest = rest;
            for word in employer.split(' ').skip(1) {
                let after = rest.trim_start().strip_prefix(word);
                let Some(after) = after.filter(|it| it.starts_with(' ')) else {
                    break;
                };
                rest = after;
            }
            return rest.trim().to_owned();
        }
    }
    let same = |rest: &str| employer.is_none_or(|it| rest.contains(it) || it.contains(rest));
    if let Some((role, _)) = before_organisation(text).filter(|(_, rest)| same(rest)) {
        return role.to_owned();
    }
    // `프로덕트 디자이너`: where the employer stands elsewhere, both words are the role.
    let elsewhere = employer.is_some_and(|it| {
        let first = it.split([' ', '\u{3000}']).next().unwrap_or(it);
        it.chars().any(is_unspaced) && !text.contains(first)
    });
    split_unspaced(text)
        .filter(|_| !elsewhere)
        .map_or_else(|| text.to_owned(), |(_, role)| role.to_owned())
}

/// Company and role in one part of a script without spaces: cut at the space before the role.
#[must_use]
pub(crate) fn split_unspaced(text: &str) -> Option<(&str, &str)> {
    if !text.chars().any(is_unspaced) {
        return None;
    }
    let (company, role) = text.rsplit_once([' ', '\u{3000}'])?;
    let is = |text: &str| {
        Reading::new(text).has(Concept::RoleWord)
            || text.chars().count() > 1 && text.ends_with(['職', '职', '岗', '직'])
    };
    // `森泊旅宿集團 Guest Experience Lead`
    if let Some((first, rest)) = text.split_once([' ', '\u{3000}'])
        && first.chars().all(is_unspaced)
        && rest.starts_with(|it: char| it.is_ascii_uppercase())
        && is(rest)
    {
        return Some((first, rest.trim()));
    }
    if is(role) && !is(company) {
        return Some((company.trim(), role.trim()));
    }
    let (first, rest) = text.split_once([' ', '\u{3000}'])?;
    (is(rest) && !is(first)).then_some((first.trim(), rest.trim()))
}

/// `Contadora Sr. Grupo Sol`, `Koch Gasthaus Adler`: a role and, from a word of organisations on, a
/// company; both begin with what they are.
#[must_use]
pub(crate) fn before_organisation(text: &str) -> Option<(&str, &str)> {
    let reading = Reading::new(text);
    let count = reading.tokens.len();
    let large = |at: usize| reading.is_large(at);
    let begins = reading.meaning(0).has(Concept::RoleWord);
    let company = reading
        .hits
        .iter()
        .find(|hit| hit.first > 0 && hit.concepts.has(Concept::OrgWord) && large(hit.first))?;
    let role_inside = company.concepts.any(&[Concept::RoleWord, Concept::Topic]);
    let until = company.first + company.len;
    // A name of its own, no `Bank Operations` and no `Hotel Manager`.
    let named = until < count
        && large(count - 1)
        && (until..count).any(|at| large(at) && reading.meaning(at).is_empty())
        && !(until..count).any(|at| {
            reading
                .meaning(at)
                .any(&[Concept::RoleWord, Concept::Topic])
        });
    let before = (0..company.first).all(|at| {
        let meaning = reading.meaning(at);
        meaning.any(&[Concept::RoleWord, Concept::Leader, Concept::Topic]) || !large(at)
    });
    // `Analista de Transportes`: a field.
    let field = [
        "de", "of", "da", "do", "di", "du", "des", "del", "für", "for", "im", "in", "van",
    ]
    .contains(&reading.word(company.first - 1));
    let (role, rest) = text.split_at_checked(reading.tokens.get(company.first)?.start)?;
    let role = role.strip_suffix(' ')?;
    (begins && !role_inside && named && before && !field)
        .then(|| (role.trim_end_matches([',', '-', ' ']), rest))
}

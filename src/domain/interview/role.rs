//! The role the user is considered for.

mod phrases;
#[cfg(test)]
mod tests;
mod tidy;

use self::{
    phrases::{CLOSERS, LABELS, NOUNS, OPENERS, ROLE_BEFORE, SURE_OPENERS},
    tidy::{is_month, is_more_than_a_small_word, is_person_of_rank, is_torn, tidy},
};
use super::{
    names::Likeness,
    scene::Scene,
    segments::{Lead, Part},
    text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
};

/// The role as written; `None` when nothing says.
#[must_use]
pub(crate) fn role(scene: &Scene<'_>, parts: &[Part], employer: Option<&str>) -> Option<String> {
    from_title(parts, employer)
        .or_else(|| from_body(scene.body.original()))
        .or_else(|| {
            scene
                .is_own_note()
                .then(|| from_note(&scene.body))
                .flatten()
        })
        .map(|role| tidy(&role))
        .filter(|role| {
            !role.is_empty() && !is_month(role) && !is_person_of_rank(role) && !is_torn(role)
        })
}

/// Whether a part of a title is a role rather than a company or a person's rank.
#[must_use]
pub(crate) fn is_role(part: &Part) -> bool {
    let concepts = part.concepts;
    if part.is_user || part.person == Likeness::Known || concepts.has(Concept::LegalForm) {
        return false;
    }
    let rank =
        concepts.has(Concept::Leader) && (part.lead == Lead::Bracket || part.lead == Lead::With);
    concepts.has(Concept::RoleWord) && !rank && part.lead != Lead::With && part.lead != Lead::At
}

fn from_title(parts: &[Part], employer: Option<&str>) -> Option<String> {
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
        parts
            .iter()
            .enumerate()
            .filter(|(at, part)| usable(part) && is_role(part) && !of_person(*at))
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
    if let Some(rank) = applied_for_rank(parts, employer) {
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

/// `Head of Design at Acme`, `Engineering Manager: interview`: a rank is what the user applies for
/// where it opens the title or the employer follows; otherwise it is the interviewer's.
fn applied_for_rank(parts: &[Part], employer: Option<&str>) -> Option<String> {
    const INTERVIEWERS: [&str; 8] = [
        "hiring",
        "recruiter",
        "founder",
        "owner",
        "talent",
        "hr",
        "people",
        "the",
    ];
    let rank = |part: &Part| {
        let first = part
            .text
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_lowercase();
        part.concepts.has(Concept::Leader)
            && part.text.contains(' ')
            && part.person != Likeness::Known
            && !part.is_user
            && employer.is_none_or(|it| it != part.text)
            && !INTERVIEWERS.contains(&first.as_str())
    };
    parts.iter().enumerate().find_map(|(at, part)| {
        let before_employer = parts
            .get(at + 1)
            .is_some_and(|next| next.lead == Lead::At || Some(next.text.as_str()) == employer);
        let place = part.lead == Lead::For
            || matches!(part.lead, Lead::Start | Lead::Mark) && (before_employer || at == 0);
        (place && rank(part)).then(|| cut_out(&part.text, employer))
    })
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
            return rest.trim().to_owned();
        }
    }
    split_unspaced(text).map_or_else(|| text.to_owned(), |(_, role)| role.to_owned())
}

/// Company and role in one part of a script without spaces: cut at the space before the role.
#[must_use]
pub(crate) fn split_unspaced(text: &str) -> Option<(&str, &str)> {
    if !text.chars().any(is_unspaced) {
        return None;
    }
    let (company, role) = text.rsplit_once([' ', '\u{3000}'])?;
    let is = |text: &str| Reading::new(text).has(Concept::RoleWord);
    if is(role) && !is(company) {
        return Some((company.trim(), role.trim()));
    }
    let (first, rest) = text.split_once([' ', '\u{3000}'])?;
    (is(rest) && !is(first)).then_some((first.trim(), rest.trim()))
}

/// `Position: Baker`, `for the Baker role`, `Requisition: …`, `Baker opening`.
fn from_body(plain: &str) -> Option<String> {
    for line in plain.lines().map(str::trim).take(40) {
        if let Some((head, rest)) = line.split_once([':', '：']) {
            let head = head.trim().to_lowercase();
            if LABELS.split('|').any(|label| {
                head == label || head.ends_with(&format!(" {label}")) && head.len() < 30
            }) {
                let role = rest
                    .split(['.', '|', '\n', ';'])
                    .next()
                    .unwrap_or_default()
                    .trim();
                if !role.is_empty() && role.len() < 80 && !role.contains("://") {
                    return Some(role.to_owned());
                }
            }
        }
        if let Some(role) = in_sentence(line) {
            return Some(role);
        }
    }
    None
}

fn in_sentence(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    if lower.len() != line.len() {
        return None;
    }
    for opener in OPENERS.split('|') {
        let starts = |at: usize| {
            let before = lower.get(..at).and_then(|head| head.chars().next_back());
            before.is_none_or(|c| !c.is_alphanumeric())
        };
        let Some((at, _)) = lower.match_indices(opener).find(|(at, _)| starts(*at)) else {
            continue;
        };
        let start = at + opener.len();
        let rest = line.get(start..)?;
        let low = lower.get(start..)?;
        let end = CLOSERS
            .split('|')
            .filter_map(|closer| low.find(closer))
            .chain(low.find([',', '.', '!', '?', ';', ':', '|']))
            .min()
            .unwrap_or(low.len());
        let end = end
            + field_behind(
                low.get(end..).unwrap_or_default(),
                rest.get(end..).unwrap_or_default(),
            );
        let role = rest.get(..end)?.trim();
        // "for the initial screening for Duty Manager"
        let role = role.rsplit(" for ").next().unwrap_or(role);
        let after = low.get(end..).unwrap_or_default();
        if role.len() > 1 && role.len() < 70 && is_said_to_be_role(role, opener, after) {
            return Some(role.to_owned());
        }
    }
    if let Some(role) = before_its_noun(line) {
        return Some(role);
    }
    // "Operations Manager opening", "Research Associate, Cell Line team" on a short line.
    let first = line.split([',', '.', '|', '–', '!']).next()?.trim();
    let reading = Reading::new(first);
    let words = reading.tokens.len();
    let opening = ["opening", "position", "role", "vacancy"]
        .iter()
        .find_map(|word| first.strip_suffix(word))
        .map(str::trim);
    let candidate = opening.unwrap_or(first);
    let capital = candidate.split_whitespace().all(|word| {
        word.chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
    });
    ((1..=6).contains(&words)
        && capital
        && Reading::new(candidate).has(Concept::RoleWord)
        && !reading.has(Concept::Leader)
        && !candidate.contains('@')
        && line.len() < 90
        && super::names::likeness(candidate) == Likeness::No
        && (opening.is_some() || line.contains(',') || line == first))
        .then(|| candidate.to_owned())
}

/// `Senior Product Manager, Payments opening`: how far the field behind a comma reaches.
fn field_behind(low: &str, rest: &str) -> usize {
    let Some(field) = rest.strip_prefix(", ") else {
        return 0;
    };
    let end = CLOSERS
        .split('|')
        .filter_map(|closer| low.get(2..).and_then(|it| it.find(closer)))
        .chain(field.find([',', '.', '!', '?', ';', ':', '|', '(']))
        .min()
        .unwrap_or(field.len());
    let Some(field) = field.get(..end) else {
        return 0;
    };
    let large = field.split(' ').all(|word| {
        word.chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c == '&')
    });
    let called = low
        .get(2 + end..)
        .is_some_and(|it| NOUNS.split('|').any(|noun| it.starts_with(noun)));
    let known = Reading::new(field).has(Concept::Topic);
    if large && (called || known) && field.split(' ').count() < 4 {
        2 + end
    } else {
        0
    }
}

/// `HEMS critical care nurse. Fitness test at nine`: a note begins with what it is for.
fn from_note(body: &Reading) -> Option<String> {
    const LONGEST: usize = 5;
    let first = body
        .original()
        .split(['.', ',', ';', '|', '–', '(', '\n', ':', '+'])
        .next()?
        .trim();
    let noted = first;
    let first = tidy::without_leading_word(noted);
    let reading = Reading::new(first);
    let count = reading.tokens.len();
    let other = [Concept::With, Concept::At, Concept::Talk, Concept::Phone];
    let goes_on = |at: usize| {
        let word = reading.span(at, at + 1);
        at >= count || word.chars().next().is_some_and(char::is_uppercase)
    };
    let edge = reading.hits.iter().any(|hit| {
        let end = hit.first + hit.len;
        hit.concepts.has(Concept::RoleWord)
            && (end == count || goes_on(end) || first.len() < noted.len())
    });
    ((1..=LONGEST).contains(&count)
        && edge
        && !reading.meanings().any(&other)
        && !reading.has(Concept::Interview)
        && super::names::likeness(first) != Likeness::Known)
        .then(|| first.to_owned())
}

/// A role by its own words, or because the text calls it one: `the OR Circulator position`.
fn is_said_to_be_role(role: &str, opener: &str, after: &str) -> bool {
    let reading = Reading::new(role);
    if reading.has(Concept::RoleWord) {
        // After `for` alone it has to look like one.
        let count = reading.tokens.len();
        let at = |at: usize| reading.meaning(at).has(Concept::RoleWord);
        return opener.len() > 5
            || count < 7 && (at(0) || count > 0 && at(count - 1) || role.contains(','));
    }
    let large = role
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    let short = (1..=5).contains(&reading.tokens.len());
    let called = NOUNS.split('|').any(|it| after.starts_with(it));
    let named = SURE_OPENERS.split('|').any(|it| it == opener);
    short && large && (called || named) && super::names::likeness(role) != Likeness::Known
}

/// `Bölge Satış Temsilcisi pozisyonu`, `온라인 MD 포지션`, `法人営業職の`, `ポジション（営業）`.
fn before_its_noun(line: &str) -> Option<String> {
    for noun in ROLE_BEFORE.split('|') {
        let Some((before, after)) = line.split_once(noun) else {
            continue;
        };
        if let Some(inside) = after.strip_prefix(['（', '(']) {
            let role = inside.split(['）', ')']).next()?.trim();
            if (2..30).contains(&role.chars().count()) {
                return Some(role.to_owned());
            }
        }
        let sentence = before
            .rsplit(['.', '!', ',', '。', '、', '！', '\n', ':', '：', '(', '（'])
            .next()?
            .trim();
        let role = if sentence.chars().any(is_unspaced) && !sentence.contains(' ') {
            sentence.rsplit('の').next()?.to_owned()
        } else {
            let mut words: Vec<&str> = sentence
                .rsplit(' ')
                .take(4)
                .take_while(|word| word.chars().next().is_some_and(|c| !c.is_lowercase()))
                .collect();
            words.reverse();
            words.join(" ")
        };
        if (2..40).contains(&role.chars().count()) {
            return Some(role);
        }
    }
    None
}

//! Employers that the parts of a title name.

use super::{
    super::{
        names::{self, Likeness},
        role,
        scene::Scene,
        segments::{Lead, Part},
        text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
    },
    Candidate, is_infrastructure,
};

pub(super) fn from_part(
    scene: &Scene<'_>,
    parts: &[Part],
    at: usize,
    part: &Part,
) -> Option<Candidate> {
    if part.is_user
        || role::is_role(part) && role::split_unspaced(&part.text).is_none()
        || part.text.chars().count() < 2
    {
        return None;
    }
    let guest = scene.people().any(|guest| {
        guest
            .name
            .as_deref()
            .is_some_and(|name| names::same_person(name, &part.text))
    });
    if guest || (part.person == Likeness::Known && part.lead != Lead::At) {
        return None;
    }
    let text = role::split_unspaced(&part.text).map_or(part.text.as_str(), |(company, _)| company);
    if let Some(company) = before_rank(part, text) {
        return Some(Candidate {
            name: company.to_owned(),
            score: 2.2,
        });
    }
    let rank = part.concepts.has(Concept::Leader)
        && !part.concepts.any(&[Concept::LegalForm, Concept::OrgWord]);
    if rank
        && (matches!(part.lead, Lead::Bracket | Lead::With) || text.split_whitespace().count() < 3)
    {
        return None;
    }
    let mut score = match part.lead {
        Lead::At => 4.2,
        Lead::Start | Lead::Mark => 2.4,
        Lead::List => 2.0,
        Lead::With => {
            if part.person == Likeness::Shape {
                1.6
            } else {
                3.0
            }
        }
        Lead::Bracket => {
            if part.quoted {
                3.4
            } else {
                2.0
            }
        }
        Lead::For if part.concepts.any(&[Concept::LegalForm, Concept::OrgWord]) => 1.6,
        // `Lucía Vega de Solaria`
        Lead::For if after_person(parts, at) => 2.6,
        Lead::For => return None,
    };
    // `with Bea (Larkspur)`: who it is with, and in brackets from where.
    let one_word = |part: &Part| !part.text.contains(' ');
    match part.lead {
        Lead::With
            if one_word(part) && parts.get(at + 1).is_some_and(|it| it.lead == Lead::Bracket) =>
        {
            score -= 1.0;
        }
        Lead::Bracket
            if at
                .checked_sub(1)
                .and_then(|it| parts.get(it))
                .is_some_and(|it| it.lead == Lead::With && one_word(it)) =>
        {
            score += 1.0;
        }
        _ => {}
    }
    // `from Tiffany @ Riverbend Hospice`: a person, when a company stands beside.
    if part.person == Likeness::Known {
        score -= 1.5;
    }
    if part.concepts.has(Concept::LegalForm) {
        score += 2.0;
    }
    if part.concepts.has(Concept::OrgWord) {
        score += 0.8;
    }
    if at == 0 && parts.len() > 1 {
        score += 0.2;
    }
    let cased = text.chars().any(char::is_uppercase)
        || text
            .chars()
            .any(|c| is_unspaced(c) || (c.is_alphabetic() && !c.is_lowercase()));
    if !cased {
        score -= match part.lead {
            Lead::At => 0.4,
            // `con la chica`, `mit dem Team`: somebody, not a company.
            Lead::With => 2.2,
            _ => 1.0,
        };
    } else if text.chars().next().is_some_and(char::is_lowercase) {
        score -= 0.5;
    }
    if part.concepts.any(&[Concept::Applicant, Concept::Authority]) {
        score -= 1.5;
    }
    let place = part.concepts.any(&[Concept::Room, Concept::Street])
        && !part.concepts.any(&[Concept::OrgWord, Concept::LegalForm]);
    let other = part.concepts.any(&[
        Concept::Errand,
        Concept::Media,
        Concept::School,
        Concept::Medical,
        Concept::Routine,
    ]);
    if place || (other && !part.concepts.has(Concept::OrgWord)) {
        score -= 2.6;
    }
    if part.person == Likeness::Shape && !scene.guests.is_empty() {
        score -= 0.3;
    }
    if text.split_whitespace().count() > 5 {
        score -= 1.0;
    }
    (!is_infrastructure(text)).then(|| Candidate {
        name: text.to_owned(),
        score,
    })
}

/// `Otterline CTO`: the company of a rank.
fn before_rank<'t>(part: &Part, text: &'t str) -> Option<&'t str> {
    if !part.concepts.has(Concept::Leader) || part.person == Likeness::Known {
        return None;
    }
    let (company, rank) = text.rsplit_once(' ')?;
    let is_rank = Reading::new(rank).has(Concept::Leader);
    let reading = Reading::new(company);
    let plain = !reading.has(Concept::Leader)
        && !reading.has(Concept::RoleWord)
        && !reading.has(Concept::Department);
    let large = company
        .split(' ')
        .all(|word| word.chars().next().is_some_and(char::is_uppercase));
    (is_rank && plain && large && names::likeness(company) != Likeness::Known).then_some(company)
}

fn after_person(parts: &[Part], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| parts.get(before));
    let large = parts
        .get(at)
        .is_some_and(|part| part.text.chars().next().is_some_and(char::is_uppercase));
    large && before.is_some_and(|part| part.person == Likeness::Known)
}

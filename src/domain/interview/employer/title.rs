//! Employers that the parts of a title name.

use super::{
    super::{
        names::{self, Likeness},
        people, role,
        scene::Scene,
        segments::{Lead, Part},
        text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
    },
    Candidate,
    cut::{before_small_words, before_unit},
    is_infrastructure,
    place::{begins_with_grown_street, begins_with_venue, is_name_ending, is_site, without_town},
};

pub(super) fn from_part(
    scene: &Scene<'_>,
    parts: &[Part],
    at: usize,
    part: &Part,
) -> Option<Candidate> {
    if let Some(company) = beside_role(part).filter(|_| !scene.is_user_name(&part.text)) {
        return Some(Candidate {
            name: company,
            score: 2.2,
        });
    }
    if let Some((_, company)) = role::before_organisation(&part.text).filter(|_| !part.is_user) {
        return Some(Candidate {
            name: company.to_owned(),
            score: 2.4,
        });
    }
    if let Some(company) = role::organisation_of_rank(&part.text).filter(|_| !part.is_user) {
        return Some(Candidate {
            name: company.to_owned(),
            score: 2.8,
        });
    }
    if part.is_user
        || people::is_caller(scene, parts, at)
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
    if is_addressed_rank(&part.text) {
        return None;
    }
    let text = role::split_unspaced(&part.text).map_or(part.text.as_str(), |(company, _)| company);
    let text = before_unit(text);
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
    let text = without_town(before_small_words(text));
    if part.lead == Lead::Bracket && is_site(text) {
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
    // `with the head (Lia)`: who has the rank.
    let is_rank = |part: &Part| part.concepts.any(&[Concept::Leader, Concept::Department]);
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
                .is_some_and(|it| it.lead == Lead::With && one_word(it) && !is_rank(it)) =>
        {
            score += 1.0;
        }
        _ => {}
    }
    // `2nd talk Acme, tour with Zanthe`: the user's note names the company first.
    if part.lead == Lead::With
        && part.text.split(" & ").all(|it| !it.contains(' '))
        && scene.is_own_note()
        && has_name_before(parts, at)
    {
        score -= 1.2;
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
    // `u nich`, `à son bureau`: beside names written large a small word is none.
    if !cased && has_large_word_inside(scene.title.original()) {
        score -= 2.5;
    }
    // `Director of Product`: a rank, or a role that no bracket or preposition gives away.
    if begins_with_rank(text) && !part.concepts.any(&[Concept::LegalForm, Concept::OrgWord]) {
        score -= 1.8;
    }
    let named = is_name_ending(text);
    if part.concepts.any(&[Concept::Applicant, Concept::Authority])
        && !(named && scene.title_names_interview())
    {
        score -= 1.5;
    }
    // `Test Acme bij bureau Vijf`, `Casting Acme (hotel Astoria)`: where somebody else lets it happen.
    if matches!(part.lead, Lead::At | Lead::Bracket)
        && begins_with_venue(text)
        && (has_name_before(parts, at) || part.lead == Lead::Bracket && at > 0)
    {
        score -= 2.4;
    }
    // `St. Odile CES`: a saint.
    let saint = text.starts_with("St ") || text.starts_with("St. ");
    let place = part.concepts.any(&[Concept::Room, Concept::Street])
        && !saint
        && !named
        && !begins_with_grown_street(text)
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
    // `Rundgang`, `Ward`: a word of every day or of a field.
    if !part.concepts.any(&[Concept::OrgWord, Concept::LegalForm]) && is_common(part) {
        return None;
    }
    // `role in Maschinenbau`, `agency, job in Pruszcz`: *in* a field or a town.
    if part.inside && (has_name_before(parts, at) || follows_role(parts, at)) {
        score -= 2.0;
    }
    (!is_infrastructure(text)).then(|| Candidate {
        name: text.to_owned(),
        score,
    })
}

/// `WLBC care worker`, `Schulleiterin Waldgymnasium Erlau`: a company before a role written small,
/// or one that its words show behind a rank.
fn beside_role(part: &Part) -> Option<String> {
    let beside = [Concept::RoleWord, Concept::Leader];
    if part.is_user || !part.concepts.any(&beside) || part.person == Likeness::Known {
        return None;
    }
    let reading = Reading::new(&part.text);
    let count = reading.tokens.len();
    let starts = |at: usize, test: fn(char) -> bool| {
        reading.span(at, at + 1).chars().next().is_some_and(test)
    };
    let large = (0..count)
        .take_while(|at| starts(*at, char::is_uppercase) && !reading.meaning(*at).any(&beside));
    let large = large.count();
    let rest_is_small = (large..count).all(|at| starts(at, char::is_lowercase));
    let rest_is_role = (large..count).any(|at| reading.meaning(at).has(Concept::RoleWord));
    let name = reading.span(0, large);
    let known = Reading::new(name);
    let words = known.tokens.len();
    let organisation = words > 1
        && (0..words).any(|at| {
            let meaning = known.meaning(at);
            meaning.any(&[Concept::OrgWord, Concept::School])
        });
    let named = name.chars().count() > 2 && (known.hits.is_empty() || organisation);
    if large > 0 && rest_is_small && rest_is_role && named {
        return Some(name.to_owned());
    }
    let rank = reading
        .hits
        .first()
        .filter(|hit| hit.first == 0 && hit.concepts.has(Concept::Leader))?;
    let rest = reading.span(rank.len, count);
    let organisation = (rank.len..count).any(|at| reading.meaning(at).has(Concept::OrgWord));
    (organisation && rank.len < count && starts(rank.len, char::is_uppercase))
        .then(|| rest.to_owned())
}

/// Whether tables know every word of it, as no name.
fn is_common(part: &Part) -> bool {
    if part.concepts.is_empty() {
        return false;
    }
    let reading = Reading::new(&part.text);
    (0..reading.tokens.len()).all(|at| !reading.meaning(at).is_empty())
        && !begins_with_grown_street(&part.text)
}

/// `owner Mrs Chaudhry`: a rank, and the form of address of who has it.
fn is_addressed_rank(text: &str) -> bool {
    let Some((rank, name)) = text.split_once(' ') else {
        return false;
    };
    let address = name.split(' ').next().unwrap_or_default();
    name.contains(' ')
        && names::is_honorific(address)
        && Reading::new(rank).has(Concept::Leader)
        && !Reading::new(address).has(Concept::RoleWord)
}

fn follows_role(parts: &[Part], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|it| parts.get(it));
    before.is_some_and(|it| it.concepts.any(&[Concept::RoleWord, Concept::Topic]))
        && parts.get(at).is_some_and(|it| {
            it.text.chars().next().is_some_and(char::is_lowercase)
                || it.concepts.any(&[Concept::Topic, Concept::OrgWord]) && !it.text.contains(' ')
        })
}

/// Whether a part before this one is a name of no known meaning.
fn has_name_before(parts: &[Part], at: usize) -> bool {
    parts.iter().take(at).any(|it| {
        it.concepts.is_empty()
            && !it.is_user
            && it.person != Likeness::Known
            && it.text.chars().next().is_some_and(char::is_uppercase)
    })
}

/// Whether another word than the first is written large.
fn has_large_word_inside(title: &str) -> bool {
    let mut words = title.split_whitespace().skip(1);
    words.any(|it| {
        let mut letters = it.chars().skip_while(|c| !c.is_alphabetic());
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    })
}

fn begins_with_rank(text: &str) -> bool {
    let reading = Reading::new(text);
    reading
        .meaning(0)
        .any(&[Concept::Leader, Concept::RoleWord])
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
    let large = company.split(' ').all(|word| {
        word.chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || is_unspaced(c))
    });
    // `Marketing Director`: of a field.
    let field = reading.has(Concept::Topic) && !company.contains(' ');
    // `Country Director` is one rank.
    let whole = Reading::new(text);
    let one = whole
        .hits
        .last()
        .is_some_and(|hit| hit.len < whole.tokens.len());
    let rank_alone = whole.meaning(whole.tokens.len() - 1).has(Concept::Leader)
        && whole
            .hits
            .last()
            .is_some_and(|hit| hit.len == Reading::new(rank).tokens.len());
    let large = large && one && rank_alone && !field;
    (is_rank && plain && large && names::likeness(company) != Likeness::Known).then_some(company)
}

fn after_person(parts: &[Part], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| parts.get(before));
    let large = parts
        .get(at)
        .is_some_and(|part| part.text.chars().next().is_some_and(char::is_uppercase));
    large && before.is_some_and(|part| part.person == Likeness::Known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_and_large_words_are_seen() {
        assert!(begins_with_rank("Director of Product"));
        assert!(!begins_with_rank("Acme Products"));
        assert!(has_large_word_inside("II etap Sanok – u nich"));
        assert!(!has_large_word_inside("Entrevista en acme"));
        assert!(!has_large_word_inside("Call HR at acme"));
    }
}

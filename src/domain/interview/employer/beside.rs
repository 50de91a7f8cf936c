//! Companies that stand in one part of a title with a role or a rank.

use super::super::{
    names::{self, Likeness},
    segments::Part,
    text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
};

/// `WLBC care worker`, `Schulleiterin Waldgymnasium Erlau`: a company before a role written small,
/// or one that its words show behind a rank.
pub(super) fn beside_role(part: &Part) -> Option<String> {
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
    if let Some(company) = behind_small_role(&reading) {
        return Some(company);
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

/// `redovisningsekonom Corvane kommun`: words written small with a role among them, then an
/// organisation.
fn behind_small_role(reading: &Reading) -> Option<String> {
    let count = reading.tokens.len();
    let small = (0..count).take_while(|at| !reading.is_large(*at)).count();
    let role = (0..small).any(|at| reading.meaning(at).has(Concept::RoleWord));
    let organisation = (small..count).any(|at| reading.meaning(at).has(Concept::OrgWord));
    let other = (small..count).any(|at| {
        let meaning = reading.meaning(at);
        meaning.any(&[Concept::RoleWord, Concept::Leader])
    });
    let free = reading.between(small) == " ";
    (role && organisation && !other && free && count > small + 1)
        .then(|| reading.span(small, count).to_owned())
}

/// `owner Mrs Chaudhry`: a rank, and the form of address of who has it.
pub(super) fn is_addressed_rank(text: &str) -> bool {
    let Some((rank, name)) = text.split_once(' ') else {
        return false;
    };
    let address = name.split(' ').next().unwrap_or_default();
    name.contains(' ')
        && names::is_honorific(address)
        && Reading::new(rank).has(Concept::Leader)
        && !Reading::new(address).has(Concept::RoleWord)
}

/// Whether it begins with a rank or trade.
pub(super) fn begins_with_rank(text: &str) -> bool {
    let reading = Reading::new(text);
    reading
        .meaning(0)
        .any(&[Concept::Leader, Concept::RoleWord])
}

/// `Otterline CTO`: the company of a rank.
pub(super) fn before_rank<'t>(part: &Part, text: &'t str) -> Option<&'t str> {
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
    // `Ilva’s boss`: somebody's.
    let somebodys = company.ends_with("'s") || company.ends_with("’s");
    (is_rank && plain && large && !somebodys && names::likeness(company) != Likeness::Known)
        .then_some(company)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_seen() {
        assert!(begins_with_rank("Director of Product"));
        assert!(!begins_with_rank("Corvane Products"));
    }

    #[test]
    fn an_organisation_may_follow_a_role_written_small() {
        for (text, name) in [
            ("redovisningsekonom Corvane kommun", Some("Corvane kommun")),
            ("redovisningsekonom", None),
            ("redovisningsekonom Corvane", None),
            ("Redovisningsekonom Corvane kommun", None),
        ] {
            let found = behind_small_role(&Reading::new(text));
            assert_eq!(found.as_deref(), name, "{text}");
        }
    }
}

//! Employers that the parts of a title name.

use super::{
    super::{
        domains,
        names::{self, Likeness},
        people, role,
        scene::Scene,
        segments::{self, Lead, Part},
        text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
    },
    Candidate,
    beside::{before_rank, begins_with_rank, beside_role, is_addressed_rank},
    cut::{before_small_words, before_unit, has_large_word_inside},
    is_infrastructure,
    known::is_system,
    place::{begins_with_grown_street, begins_with_venue, is_name_ending, is_site, without_town},
    tidy::{before_place, behind_committee, behind_person, is_addressed, is_of_somebody},
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
    // `Acme (bring RSA)`: what is to be done for it.
    let to_do = part.led_by.any(&[Concept::Chore, Concept::Errand]);
    if parts.len() > 1 && (is_system(scene, &part.text) || part.lead == Lead::Bracket && to_do) {
        return None;
    }
    if is_addressed_rank(&part.text) || is_of_somebody(&part.text) {
        return None;
    }
    let text = role::split_unspaced(&part.text).map_or(part.text.as_str(), |(company, _)| company);
    if is_addressed(text) || text.ends_with('岗') {
        return None;
    }
    let text = behind_person(behind_committee(before_place(before_unit(text))));
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
    if part.lead == Lead::Bracket && (is_site(text) || is_short_for_role(parts, at)) {
        return None;
    }
    let mut score = match part.lead {
        Lead::At => 4.2,
        Lead::Start | Lead::Mark => 2.4,
        Lead::List => 2.0,
        Lead::With if part.person == Likeness::Shape => {
            if begins_domain_of_host(scene, text) {
                3.4
            } else {
                1.6
            }
        }
        Lead::With => 3.0,
        Lead::Bracket => match (part.quoted, is_programme(parts, at)) {
            (true, false) => 3.4,
            _ => 2.0,
        },
        Lead::For if part.concepts.any(&[Concept::LegalForm, Concept::OrgWord]) => 1.6,
        // `Lucía Vega de Solaria`
        Lead::For if after_person(parts, at) => 2.6,
        // `Adecco for Corvane (waiter)`: the role stands elsewhere, or an agency before.
        Lead::For if is_client(scene, parts, at) => 2.4,
        Lead::For => return None,
    };
    // `with Bea (Larkspur)`: who it is with, and in brackets from where.
    let one_word = |part: &Part| !part.text.contains(' ');
    // `with the head (Lia)`: who has the rank.
    let is_rank = |part: &Part| part.concepts.any(&[Concept::Leader, Concept::Department]);
    match part.lead {
        Lead::With
            if one_word(part)
                && parts.get(at + 1).is_some_and(|it| {
                    let company = [Concept::OrgWord, Concept::LegalForm];
                    it.lead == Lead::Bracket || it.lead == Lead::List && it.concepts.any(&company)
                }) =>
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
        // `Analyst (Nights)`: more likely what kind of role it is.
        Lead::Bracket if !part.quoted && part.concepts.is_empty() && is_behind_role(parts, at) => {
            score -= 0.6;
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
    // `St. Lune Medical Center`: a name, where the title says interview.
    let written_large = text.contains(' ')
        && text
            .split(' ')
            .all(|it| !it.starts_with(char::is_lowercase));
    let named = written_large && scene.title_names_interview() && !is_common(part);
    if place || (other && !named && !part.concepts.has(Concept::OrgWord)) {
        score -= 2.6;
    }
    if part.person == Likeness::Shape && !scene.guests.is_empty() {
        score -= 0.3;
    }
    // `InfoJobs - Corvane`, `SEEK: phone screen, Corvane`: where the job was found.
    let next = parts.get(at + 1);
    let set_off = at == 0 && next.is_some_and(|it| it.lead != Lead::List);
    if set_off && domains::is_board_name(text) {
        score -= 2.5;
    }
    if text.split_whitespace().count() > 5 {
        score -= 1.0;
    }
    // `Rundgang`, `Ward`: a word of every day or of a field.
    if !part.concepts.any(&[Concept::OrgWord, Concept::LegalForm]) && is_common(part) {
        // `Urząd Miasta - rozmowa`: an authority may be all that is told.
        let authority = part.concepts.has(Concept::Authority) && part.lead == Lead::Start;
        return (authority && cased && scene.title_names_interview()).then(|| Candidate {
            name: text.to_owned(),
            score: 0.6,
        });
    }
    // `with Bo (agency)`, `GM role, lodge group`: what sort of company.
    if !cased && matches!(part.lead, Lead::Bracket | Lead::List) && is_common(part) {
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

/// Whether tables know every word of it, as no name.
fn is_common(part: &Part) -> bool {
    if part.concepts.is_empty() || segments::is_pair_of_letters(&part.text) {
        return false;
    }
    let reading = Reading::new(&part.text);
    (0..reading.tokens.len()).all(|at| !reading.meaning(at).is_empty())
        && !begins_with_grown_street(&part.text)
}

fn follows_role(parts: &[Part], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|it| parts.get(it));
    before.is_some_and(|it| it.concepts.any(&[Concept::RoleWord, Concept::Topic]))
        && parts.get(at).is_some_and(|it| {
            it.text.chars().next().is_some_and(char::is_lowercase)
                || it.concepts.any(&[Concept::Topic, Concept::OrgWord]) && !it.text.contains(' ')
        })
}

/// Whether a name behind *for* is who the job is with: the title names a role besides, or an agency
/// right before.
fn is_client(scene: &Scene<'_>, parts: &[Part], at: usize) -> bool {
    let Some(part) = parts.get(at) else {
        return false;
    };
    let large = |it: &str| it.starts_with(char::is_uppercase);
    let other_role = || {
        let mut others = parts.iter().enumerate().filter(|(it, _)| *it != at);
        let mut roles = others.clone().filter(|(_, it)| role::is_role(it));
        // Nothing else may be the company.
        roles.next().is_some()
            && others.all(|(_, it)| role::is_role(it) || it.is_user || it.person == Likeness::Known)
    };
    let agency = || {
        let title = &scene.title;
        let mut hits = title.hits.iter();
        hits.any(|hit| {
            hit.concepts.has(Concept::Hiring)
                && title.is_large(hit.first)
                && title.meaning(hit.first + hit.len).has(Concept::For)
        })
    };
    large(&part.text)
        && part.concepts.is_empty()
        && part.person != Likeness::Known
        && (other_role() || agency())
}

/// `Supplier Quality Engineer (SQE)`: the initials of the part before.
fn is_short_for_role(parts: &[Part], at: usize) -> bool {
    let (Some(part), Some(before)) = (
        parts.get(at),
        at.checked_sub(1).and_then(|it| parts.get(it)),
    ) else {
        return false;
    };
    let initials: String = before
        .text
        .split([' ', '-', '/'])
        .filter_map(|it| it.chars().next())
        .collect();
    part.text.chars().count() > 1 && initials.to_uppercase() == part.text
}

fn is_behind_role(parts: &[Part], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|it| parts.get(it));
    before.is_some_and(role::is_role)
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

fn after_person(parts: &[Part], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| parts.get(before));
    let large = parts
        .get(at)
        .is_some_and(|part| part.text.chars().next().is_some_and(char::is_uppercase));
    large && before.is_some_and(|part| part.person == Likeness::Known)
}

/// `Interview with Nine Mile` from nmftrading.com: the domain of whoever invites begins with the
/// letters of the name.
fn begins_domain_of_host(scene: &Scene<'_>, name: &str) -> bool {
    let host = scene.organizer().filter(|_| !scene.is_organized_by_user());
    let Some(company) = host.and_then(|it| it.company.as_deref()) else {
        return false;
    };
    let initials: String = name.split(' ').filter_map(|it| it.chars().next()).collect();
    let initials = initials.to_lowercase();
    initials.chars().count() > 1 && domains::label(company).starts_with(&initials)
}

/// `一面 · 美团 · 【北斗】算法工程师`, `【2027秋招】`: what a company calls the hiring of a year, in the marks that
/// hold companies elsewhere.
fn is_programme(parts: &[Part], at: usize) -> bool {
    const ENDINGS: [&str; 9] = [
        "秋招",
        "春招",
        "校招",
        "社招",
        "计划",
        "招聘",
        "提前批",
        "届",
        "新卒採用",
    ];
    const CITIES: &str = "\
        北京 上海 广州 深圳 杭州 南京 成都 武汉 西安 苏州 天津 重庆 长沙 厦门 合肥 青岛 台北 新竹 东京 香港";
    let ends = |part: &Part| ENDINGS.iter().any(|it| part.text.ends_with(it));
    let company = |part: &Part| {
        let city = CITIES.split(' ').any(|it| it == part.text);
        part.lead == Lead::Mark && !part.quoted && !city && !role::is_role(part)
    };
    let before = parts.get(..at).unwrap_or_default();
    let next = parts.get(at + 1).is_some_and(role::is_role);
    let named = before.iter().any(company);
    named && (next || parts.get(at).is_some_and(ends))
}

//! People that titles name: `w/ Priya`, `loop - Ivy Chen`, `final with director Odair`.

use super::{
    super::{
        names::{self, Likeness, is_honorific},
        role,
        scene::Scene,
        segments::{Lead, Part},
        text::{
            fold::{fold, is_unspaced},
            lexicon::Concept,
            reading::Reading,
        },
    },
    Participant, Role,
    nobody::{is_inflected_rank, is_language, is_nobody, is_unlike_family},
    participant,
};

/// `call - Rowan @ Acme`, `Appel Roxane (Acme)`: in an own note of a talk one word written large
/// before where somebody is from is that somebody.
#[must_use]
pub(crate) fn is_caller(scene: &Scene<'_>, parts: &[Part], at: usize) -> bool {
    let (Some(part), Some(next)) = (parts.get(at), parts.get(at + 1)) else {
        return false;
    };
    let talk = [Concept::Talk, Concept::Phone, Concept::Video];
    let first = at == 0 || part.lead == Lead::With;
    scene.is_own_note()
        && first
        && !part.is_user
        && part.lead != Lead::At
        && matches!(next.lead, Lead::At | Lead::Bracket)
        && next.text.chars().any(char::is_uppercase)
        && part.concepts.is_empty()
        && is_one_capitalised_word(&part.text)
        && part.text.chars().any(char::is_lowercase)
        && !scene.title_names_interview()
        && talk.iter().any(|it| scene.title.has(*it))
}

/// People named in the title: `Interview with Dr. Paula Renn + Yusuf Aydin`, `loop - Ivy Chen`.
pub(super) fn in_title(
    scene: &Scene<'_>,
    parts: &[Part],
    employer: Option<&str>,
) -> Vec<Participant> {
    let mut found = Vec::new();
    let mut after_with = false;
    for (at, part) in parts.iter().enumerate() {
        after_with = part.lead == Lead::With || (after_with && part.lead == Lead::List);
        if is_nobody(scene, part, employer)
            || is_language(parts, at)
            || part.lead == Lead::At && !is_person_of(parts, at)
            || part.lead == Lead::For && !is_caller(scene, parts, at)
            || is_rank_alone(part)
            || role::is_behind_employer(scene, parts, at, employer)
            || part.concepts.is_empty() && is_in_place(scene, &part.text)
        {
            continue;
        }
        if let Some(pair) = pair(part, employer) {
            let others = pair.into_iter().filter(|it| !scene.is_user_name(it));
            found.extend(others.map(|name| named(name.to_owned(), None)));
            continue;
        }
        let guest = scene.people().find(|guest| {
            guest.name.as_deref().is_some_and(|name| {
                names::same_person(name, &part.text) && part.text.chars().count() > 1
            })
        });
        let known = part.person == Likeness::Known
            || (part.person == Likeness::Shape
                && after_with
                && part.text.split_whitespace().count() > 1);
        let titled = titled_name(&part.text).filter(|_| after_with);
        // `Acme HR interview w/ Assumpta`: the employer is named, so who is met is a person.
        let lone = part.lead == Lead::With
            && employer.is_some()
            && part.concepts.is_empty()
            && is_one_capitalised_word(&part.text)
            && !is_inflected_rank(&part.text);
        let known =
            known || lone || is_caller(scene, parts, at) || is_in_group(parts, at, employer);
        let ranked =
            after_rank(part, employer.unwrap_or_default()).or_else(|| behind_unspaced_rank(part));
        let known = known || is_initialled(part);
        let known = known
            || ranked.is_some()
            || employer.is_some_and(|it| is_of_hiring(scene, part, it))
            || is_unspaced_name(scene, parts, at, employer);
        let title = parts
            .get(at + 1)
            .filter(|next| {
                next.lead == Lead::Bracket
                    && (next.concepts.any(&[
                        Concept::Leader,
                        Concept::RoleWord,
                        Concept::Department,
                    ]))
            })
            .map(|next| next.text.clone());
        // `with regional director Mr Hallam`, `diretora Lúcia`: who has the rank.
        if let Some(guest) = guest {
            found.push(Participant {
                title,
                ..participant(guest)
            });
        } else if known || titled.is_some() {
            let (rank, name) = ranked.map_or((None, None), |it| (Some(it.0), Some(it.1)));
            let name = name.or_else(|| in_full(scene, &part.text));
            let name = name.unwrap_or_else(|| {
                titled.map_or_else(
                    || {
                        let name = names::strip_cjk_title(&part.text);
                        before_small_word(names::without_address(name)).to_owned()
                    },
                    str::to_owned,
                )
            });
            let title = title.or(rank);
            found.push(named(name, title));
        }
    }
    if let Some(caller) = scene.caller() {
        let same = |it: &Participant| {
            it.name
                .as_deref()
                .is_some_and(|name| names::same_person(name, &caller.person))
        };
        if !found.iter().any(same) {
            found.push(named(caller.person.clone(), None));
        }
    }
    found
}

/// `Bessler wg. Stelle`: the name before what the note says of it.
fn before_small_word(name: &str) -> &str {
    let small =
        |word: &str| word.starts_with(char::is_lowercase) && !names::is_particle(&fold(word));
    let end = name
        .match_indices(' ')
        .find(|(at, _)| {
            let next = name.get(at + 1..).unwrap_or_default();
            small(next.split(' ').next().unwrap_or_default())
        })
        .map_or(name.len(), |(at, _)| at);
    name.get(..end).filter(|it| !it.is_empty()).unwrap_or(name)
}

/// Somebody of whom the title says no more than the name and perhaps the rank.
fn named(name: String, title: Option<String>) -> Participant {
    Participant {
        name: Some(name),
        email: None,
        title,
        part: Role::Interviewer,
        main_contact: None,
    }
}

/// `call from Tiffany @ Riverbend`: the first of the two is a person.
fn is_person_of(parts: &[Part], at: usize) -> bool {
    let is_known = parts.get(at).is_some_and(|it| it.person == Likeness::Known);
    is_known && parts.get(at + 1).is_some_and(|it| it.lead == Lead::At)
}

fn is_one_capitalised_word(text: &str) -> bool {
    text.chars().all(char::is_alphabetic)
        && text.chars().next().is_some_and(char::is_uppercase)
        && text.chars().any(char::is_lowercase)
}

/// `Bo (CTO)` is cut elsewhere; here `Bo from design` and `Bo Ek CTO` lose their tail.
fn titled_name(text: &str) -> Option<&str> {
    let head = text.split(" from ").next()?.split(" of ").next()?.trim();
    (head.len() < text.len() && names::likeness(head) == Likeness::Known).then_some(head)
}

/// `w/ Tess & Igor`: two names, one of them known, and no company's.
fn pair<'p>(part: &'p Part, employer: Option<&str>) -> Option<[&'p str; 2]> {
    const JOINTS: [&str; 9] = [
        " & ", " and ", " und ", " y ", " et ", " ja ", " och ", " og ", " + ",
    ];
    let (one, other) = JOINTS.iter().find_map(|it| part.text.split_once(it))?;
    let name = |text: &str| is_one_capitalised_word(text) && Reading::new(text).hits.is_empty();
    let known = |text: &str| names::likeness(text) == Likeness::Known;
    let of_company = employer.is_none_or(|it| it.contains(one) || it.contains(other));
    let people =
        (known(one) || known(other)) && (known(one) || name(one)) && (known(other) || name(other));
    (people && !of_company && !part.is_user).then_some([one, other])
}

/// `regional director Mr Hallam`, `gerente Odair`, `HR Serene`: the rank, and who has it. One
/// unknown word after a trade may be an employer: only the user's meeting *with* it is somebody.
fn after_rank(part: &Part, employer: &str) -> Option<(String, String)> {
    let ranks = [
        Concept::Leader,
        Concept::RoleWord,
        Concept::Department,
        Concept::Hiring,
    ];
    if part.is_user || !part.concepts.any(&ranks) {
        return None;
    }
    let reading = Reading::new(&part.text);
    let rank = reading
        .hits
        .iter()
        .take_while(|hit| hit.concepts.any(&ranks))
        .last()?;
    let behind = reading.hits.iter().rfind(|hit| hit.concepts.any(&ranks))?;
    let last = behind.first + behind.len;
    let count = reading
        .tokens
        .len()
        .checked_sub(last)
        .filter(|it| (1..=4).contains(it))?;
    let name = reading.span(last, last + count);
    let small = |at: usize| {
        let word = reading.span(at, at + 1);
        word.chars().next().is_some_and(char::is_lowercase) || word.chars().all(char::is_uppercase)
    };
    // `Head of Design`, `Coordenador de Frota`: a field.
    let of = [
        "of", "de", "da", "do", "di", "del", "des", "du", "for", "van", "für",
    ];
    let first = name.split(' ').next().unwrap_or_default();
    if of.contains(&reading.word(last - 1))
        || !first.chars().next().is_some_and(char::is_uppercase)
        || first.chars().any(is_unspaced)
        || names::is_article(reading.word(last))
    {
        return None;
    }
    let likeness = names::likeness(name);
    let addressed = name.split_whitespace().any(is_honorific);
    let one = count == 1
        && is_one_capitalised_word(name)
        && reading.hits.iter().all(|hit| hit.first < last);
    let sure = addressed
        || likeness == Likeness::Known
        || (one || likeness == Likeness::Shape)
            && (small(behind.first) || is_german_rank(reading.word(last - 1)))
            && (behind.concepts.has(Concept::Leader) || part.lead == Lead::With);
    let other = if employer.is_empty() {
        addressed || likeness == Likeness::Known
    } else {
        !employer.contains(name) && !name.contains(employer)
    };
    (sure && rank.first < last && other).then(|| {
        (
            reading.span(0, last).to_owned(),
            names::without_address(name).to_owned(),
        )
    })
}

/// Of ranks written large only German ones lead to names as well as to fields.
fn is_german_rank(word: &str) -> bool {
    const ENDINGS: [&str; 7] = [
        "fuhrer", "leiter", "chef", "inhaber", "rektor", "direktor", "arzt",
    ];
    let word = word.strip_suffix("in").unwrap_or(word);
    ENDINGS.iter().any(|it| word.ends_with(it))
}

/// `(Rajat + Cheryl)`, `VD (Agneta Falk)`, `w/ Tal & Shira`: beside a person, or behind a rank in
/// brackets, a single word written large is a person, too.
fn is_in_group(parts: &[Part], at: usize, employer: Option<&str>) -> bool {
    let Some(part) = parts.get(at) else {
        return false;
    };
    let plain = |part: &Part| {
        part.concepts.is_empty()
            && !part.is_user
            && employer.is_some_and(|it| !it.contains(&part.text) && !part.text.contains(it))
            && (is_one_capitalised_word(&part.text)
                || part.person == Likeness::Known
                || part.person == Likeness::Shape && !is_unlike_family(&part.text))
    };
    if !plain(part) {
        return false;
    }
    let opens = |part: &Part| matches!(part.lead, Lead::Bracket | Lead::With);
    let start = (0..=at)
        .rev()
        .find(|it| parts.get(*it).is_some_and(|it| it.lead != Lead::List));
    let Some(start) = start.filter(|it| parts.get(*it).is_some_and(opens)) else {
        return false;
    };
    let group = parts
        .iter()
        .skip(start + 1)
        .take_while(|it| it.lead == Lead::List);
    let group = parts.iter().skip(start).take(1).chain(group);
    let rank = [Concept::Leader, Concept::Department, Concept::Hiring];
    let behind_rank = start
        .checked_sub(1)
        .and_then(|it| parts.get(it))
        .is_some_and(|it| {
            it.concepts.any(&rank) && parts.get(start).is_some_and(|it| it.lead == Lead::Bracket)
        });
    let person = |it: &Part| {
        it.person == Likeness::Known || after_rank(it, employer.unwrap_or_default()).is_some()
    };
    behind_rank || group.clone().count() > 1 && group.clone().any(person)
}

/// `Interview Coral Straits, HR Serene`: in an own note a single name behind the department.
fn is_of_hiring(scene: &Scene<'_>, part: &Part, employer: &str) -> bool {
    scene.is_own_note()
        && part.led_by.has(Concept::Department)
        && part.lead != Lead::Start
        && part.concepts.is_empty()
        && is_one_capitalised_word(&part.text)
        && !employer.contains(&part.text)
}

/// `（徐汇）` in Shanghai's Xuhui: a part that the place of the event names, in a script whose names of
/// people look like those of districts.
fn is_in_place(scene: &Scene<'_>, text: &str) -> bool {
    text.chars().all(is_unspaced) && scene.event.location.contains(text)
}

/// `部门负责人 周楠`: a rank and, behind a space, a name that begins as family names do.
fn behind_unspaced_rank(part: &Part) -> Option<(String, String)> {
    let (rank, name) = part.text.split_once([' ', '\u{3000}'])?;
    let reading = Reading::new(rank);
    let ranks = [Concept::Leader, Concept::Department];
    let all = (0..reading.tokens.len()).all(|at| !reading.meaning(at).is_empty());
    let name_reading = Reading::new(name);
    let plain = (0..name_reading.tokens.len()).any(|at| name_reading.meaning(at).is_empty());
    (all && reading.meanings().any(&ranks)
        && rank.chars().any(is_unspaced)
        && plain
        && names::has_unspaced_family_name(name))
    .then(|| (rank.to_owned(), names::strip_cjk_title(name).to_owned()))
}

/// `Coding interview - R. Osei`: an initial and a family name.
fn is_initialled(part: &Part) -> bool {
    let Some((initial, family)) = part.text.split_once(' ') else {
        return false;
    };
    let mut letters = initial.chars();
    let one = letters.next().is_some_and(char::is_uppercase)
        && letters.next() == Some('.')
        && letters.next().is_none();
    one && matches!(
        part.lead,
        Lead::Mark | Lead::With | Lead::Bracket | Lead::List
    ) && part.concepts.is_empty()
        && family.split(' ').count() <= 2
        && family.split(['-', ' ']).all(is_one_capitalised_word)
}

/// The name in full, where the description has it.
fn in_full(scene: &Scene<'_>, name: &str) -> Option<String> {
    let (initial, family) = name.split_once(". ")?;
    let body = &scene.body;
    (1..body.tokens.len()).find_map(|at| {
        let given = body.span(at - 1, at);
        let fits = given.starts_with(initial) && given.chars().count() > 1;
        let whole = body.span(at - 1, at + family.split(' ').count());
        (fits && whole == format!("{given} {family}")).then(|| whole.to_owned())
    })
}

/// `（部门主管）`: nothing but a rank.
fn is_rank_alone(part: &Part) -> bool {
    if !part.concepts.has(Concept::Leader) || !part.text.chars().any(is_unspaced) {
        return false;
    }
    let reading = Reading::new(&part.text);
    (0..reading.tokens.len()).all(|at| !reading.meaning(at).is_empty())
}

/// `辰野HR面 罗静`: in an own note, behind the employer, a name that begins as family names do.
fn is_unspaced_name(scene: &Scene<'_>, parts: &[Part], at: usize, employer: Option<&str>) -> bool {
    let Some(part) = parts.get(at).filter(|_| at > 0 && scene.is_own_note()) else {
        return false;
    };
    part.concepts.is_empty()
        && names::has_unspaced_family_name(&part.text)
        && employer.is_some_and(|it| !it.contains(&part.text))
}

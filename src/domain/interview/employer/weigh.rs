//! How much speaks for a name, besides the place where it stands: what agrees with it elsewhere.

use super::{
    super::{
        domains,
        guests::GuestKind,
        names,
        scene::{Scene, Surroundings},
        segments::{Lead, Part},
        text::{
            fold::{fold, squash},
            lexicon::Concept,
            reading::Reading,
        },
    },
    Candidate,
    known::{self, is_short_for},
    mentions::says_client,
    place::is_at_place,
    spelled,
};

/// Adds to the score of each candidate what domains, the place and other events tell of it.
/// `titled` are the names that the title gives.
pub(super) fn weigh(
    scene: &Scene<'_>,
    parts: &[Part],
    titled: &[String],
    labels: &[String],
    around: &Surroundings,
    candidates: &mut [Candidate],
) {
    let client = says_client(scene);
    let whole = fold(scene.place.original());
    let place = whole
        .split([',', '\n', '(', '、'])
        .next()
        .unwrap_or_default();
    for candidate in candidates {
        let mut fits = labels
            .iter()
            .filter(|label| domains::label_fits(&candidate.name, label));
        match fits.next() {
            // Who finds people for others is the employer if nobody else is named.
            Some(label) if client || spelled::is_agency(label) || is_board(scene, label) => {
                let written = titled.contains(&candidate.name);
                candidate.score -= if written { 0.0 } else { 1.0 };
            }
            Some(_) => candidate.score += 3.5,
            None => {}
        }
        if client && spelled::is_agency(&candidate.name) {
            candidate.score -= 1.5;
        }
        // The company that the title names is at the place.
        let at_place = is_at_place(&candidate.name, place) || is_short_for(&candidate.name, place);
        if at_place && titled.contains(&candidate.name) {
            let elsewhere = is_where_it_is(parts, titled, &candidate.name);
            candidate.score += if elsewhere { -2.0 } else { 1.5 };
        }
        // `coffee with Bo at Sintra`, `Aeródromo de Sintra`: the town.
        let fits = labels
            .iter()
            .any(|it| domains::label_fits(&candidate.name, it));
        if !at_place
            && !fits
            && is_led_by_at(parts, &candidate.name)
            && is_town_of(place, &candidate.name)
        {
            candidate.score -= 1.5;
        }
        if is_told_elsewhere(scene, around, &candidate.name) {
            candidate.score += 1.0;
        }
    }
}

/// A name that several places tell, whatever their kind, is more than a guess at one.
pub(super) fn add_agreement(candidates: &mut [Candidate]) {
    const EACH: f64 = 0.5;
    const MOST: usize = 2;
    let names: Vec<String> = candidates.iter().map(|it| squash(&it.name)).collect();
    for (candidate, name) in candidates.iter_mut().zip(&names) {
        let others = names.iter().filter(|it| *it == name).count() - 1;
        for _ in 0..others.min(MOST) {
            candidate.score += EACH;
        }
    }
}

/// `Catering Le Sette Fontane` of the title, where a sender is `Le Sette Fontane`: the longer name.
pub(super) fn prefer_whole(titled: &[String], candidates: &mut [Candidate]) {
    const MORE: f64 = 0.1;
    let known: Vec<(String, f64)> = candidates
        .iter()
        .map(|it| (fold(&it.name), it.score))
        .collect();
    for candidate in candidates.iter_mut() {
        if !titled.contains(&candidate.name) {
            continue;
        }
        let whole = fold(&candidate.name);
        let ends = known.iter().filter(|(name, _)| {
            let before = whole.strip_suffix(name.as_str());
            before.is_some_and(|it| it.ends_with(' ') && goes_before(&candidate.name, it))
        });
        let best = ends.map(|it| it.1).fold(f64::MIN, f64::max);
        candidate.score = candidate.score.max(best + MORE);
    }
}

/// Whether the words of `name` that are folded `before` may be the beginning of it: written large, and
/// of no round or role.
fn goes_before(name: &str, before: &str) -> bool {
    let count = before.split_whitespace().count();
    let words: Vec<&str> = name.split(' ').take(count).collect();
    let reading = Reading::new(&words.join(" "));
    let plain = (0..reading.tokens.len()).all(|at| {
        let meaning = reading.meaning(at);
        let article = names::is_article(reading.word(at));
        article || meaning.has(Concept::OrgWord) && !meaning.has(Concept::Hiring)
    });
    plain && words.iter().all(|it| it.starts_with(char::is_uppercase))
}

fn is_led_by_at(parts: &[Part], name: &str) -> bool {
    parts
        .iter()
        .any(|it| it.lead == Lead::At && it.text == name)
}

/// `aerodromo de sintra`: a place that is no company's, by a small word behind it the name of a town.
fn is_town_of(place: &str, name: &str) -> bool {
    const SMALL: [&str; 13] = [
        "de", "of", "am", "an", "do", "da", "di", "du", "des", "del", "in", "w", "van",
    ];
    let other = [
        Concept::OrgWord,
        Concept::Department,
        Concept::Onsite,
        Concept::Room,
        Concept::Street,
    ];
    let kind = place
        .trim()
        .strip_suffix(&fold(name))
        .and_then(|it| it.trim_end().rsplit_once(' '))
        .filter(|(_, small)| SMALL.contains(small));
    kind.is_some_and(|(kind, _)| !Reading::new(kind).meanings().any(&other))
}

/// `Corvane - final panel, Shire Hall` at Shire Hall: the place of the event, behind the name of
/// the company.
fn is_where_it_is(parts: &[Part], titled: &[String], name: &str) -> bool {
    let part = parts.iter().position(|it| it.text == name);
    let behind = |part: &Part| matches!(part.lead, Lead::List | Lead::Bracket | Lead::At);
    let first = |at: usize| {
        let before = parts.get(..at).unwrap_or_default();
        before.iter().any(|it| {
            matches!(it.lead, Lead::Start | Lead::Mark | Lead::List)
                && (it.concepts.is_empty()
                    || it.concepts.any(&[Concept::OrgWord, Concept::Authority]))
                && it.text.starts_with(char::is_uppercase)
                && titled.contains(&it.text)
        })
    };
    part.is_some_and(|at| parts.get(at).is_some_and(behind) && first(at))
}

/// Whether another event names this employer, perhaps with more or fewer words behind it.
fn is_told_elsewhere(scene: &Scene<'_>, around: &Surroundings, name: &str) -> bool {
    let begins = |long: &str, short: &str| {
        let rest = long.strip_prefix(short);
        rest.is_some_and(|it| it.is_empty() || it.starts_with(' '))
    };
    around.employers.iter().any(|it| {
        (begins(&it.name, name) || begins(name, &it.name)) && it.is_told_beside(scene.event)
    })
}

/// Whether nobody but a machine writes from the domain with this label, and it is a job board.
fn is_board(scene: &Scene<'_>, label: &str) -> bool {
    known::is_job_board(label)
        && scene
            .organizer()
            .is_some_and(|it| it.kind == GuestKind::Machine)
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::{
        scene::Known,
        signals::testing::{event, user},
    };

    fn candidate(name: &str, score: f64) -> Candidate {
        Candidate {
            name: name.to_owned(),
            score,
        }
    }

    /// The scores of names in a title, all 2 before, in the order given.
    fn weighed(title: &str, location: &str, names: &[&str], employers: &[Known]) -> Vec<f64> {
        let mut event = event(title);
        event.location = location.to_owned();
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let around = Surroundings {
            employers: employers.to_vec(),
            ..Surroundings::default()
        };
        let titled: Vec<String> = names.iter().map(|it| (*it).to_owned()).collect();
        let mut candidates: Vec<Candidate> = names.iter().map(|it| candidate(it, 2.0)).collect();
        weigh(
            &scene,
            scene.parts(),
            &titled,
            &[],
            &around,
            &mut candidates,
        );
        candidates.into_iter().map(|it| it.score).collect()
    }

    #[test]
    fn a_name_told_in_two_places_outweighs_one_told_once() {
        let mut all = [
            candidate("Corvane", 2.0),
            candidate("Lune", 2.4),
            candidate("corvane", 2.0),
        ];
        add_agreement(&mut all);
        assert!(all[0].score > all[1].score);
        assert!((all[1].score - 2.4).abs() < f64::EPSILON);
    }

    #[test]
    fn the_place_behind_a_company_is_no_company() {
        let names = ["Corvane", "Shire Hall"];
        let title = "Corvane - final panel, Shire Hall";
        let scores = weighed(title, "Shire Hall, Room 2", &names, &[]);
        assert!(scores[1] < scores[0]);
        let alone = weighed(
            "Interview, Corvane Works",
            "Corvane Works",
            &["Corvane Works"],
            &[],
        );
        assert!(alone[0] > 2.0);
    }

    #[test]
    fn a_town_inside_the_place_is_less_likely() {
        let town = weighed("coffee at Sintra", "Aeródromo de Sintra", &["Sintra"], &[]);
        let company = weighed(
            "coffee at Sintra",
            "Sintra, 12 Mill Street",
            &["Sintra"],
            &[],
        );
        assert!(town[0] < 2.0 && company[0] > 2.0);
        for (title, place, name) in [
            ("interview at Lune", "Werner-von-Lune-Straße 1", "Lune"),
            ("interview at Lune", "5th floor, Lune", "Lune"),
            ("interview at Lune", "https://lune.zoom.example/j/1", "Lune"),
            ("interview at ING", "Meeting room 3", "ING"),
            ("interview at Lune", "Offices of Lune", "Lune"),
            ("interview at Lune", "Casa Lune", "Lune"),
        ] {
            assert!(weighed(title, place, &[name], &[])[0] >= 2.0, "{place}");
        }
    }

    #[test]
    fn other_events_agree_but_an_event_is_no_evidence_for_itself() {
        let mut employers = Vec::new();
        Known::tell(&mut employers, "Corvane Foods", &event("Corvane lunch"));
        let told = weighed("Corvane call", "", &["Corvane"], &employers);
        assert!(told[0] > 2.0);
        let mut own = Vec::new();
        Known::tell(&mut own, "Corvane Foods", &event("Corvane call"));
        let untold = weighed("Corvane call", "", &["Corvane"], &own);
        assert!((untold[0] - 2.0).abs() < f64::EPSILON);
        let other = weighed("Corvane call", "", &["Cor"], &employers);
        assert!((other[0] - 2.0).abs() < f64::EPSILON);
    }
}

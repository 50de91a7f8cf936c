//! Whether an interview is somebody else's, whom the user only knows: a partner's, a child's, a
//! friend's.

mod kin;

use crate::domain::interview::{
    Reason,
    given_names::is_given_name,
    names::Likeness,
    scene::{Scene, Surroundings},
    segments::Lead,
    signals::{self, reason},
    text::{
        fold::fold,
        lexicon::Concept,
        reading::{Hit, Reading},
    },
    words::Families,
};

/// Words for an interview.
const INTERVIEW: [Concept; 4] = [
    Concept::JobInterview,
    Concept::Interview,
    Concept::Interviews,
    Concept::Step,
];

/// What may stand between whose an interview is and the word for it, beside names: `her first
/// phone interview`.
const KIND: [Concept; 6] = [
    Concept::Round,
    Concept::Phone,
    Concept::Video,
    Concept::Onsite,
    Concept::WeakStep,
    Concept::Topic,
];

/// So many words may stand there.
const BETWEEN: usize = 3;

/// `her`, `his`, `their`, folded. Letters write the polite `Ihr` and `Su` with a capital.
const THEIRS: [&str; 24] = [
    "her", "his", "their", "ihr", "ihrem", "ihres", "sein", "seinem", "seines", "son", "leur",
    "su", "suo", "seu", "sua", "haar", "zijn", "hennes", "hans", "hendes", "jego", "jej", "jeho",
    "hanen",
];

/// `of`, folded, before whose it is.
const OF: [&str; 10] = ["of", "de", "d", "di", "do", "da", "van", "von", "av", "af"];

/// An interview of another one than the user, as the title of the user's own note says.
pub(super) fn elses(scene: &Scene<'_>, around: &Surroundings) -> Vec<Reason> {
    let mut out = Vec::new();
    if !scene.is_own_note() || !scene.title_names_interview() || scene.title_names_user() {
        return out;
    }
    let found = of_third_person(&scene.title)
        .or_else(|| kin::of_kin(&scene.title).map(|it| (it, -3.4)))
        .or_else(|| of_named(scene, around))
        .or_else(|| led_by_name(scene, around));
    out.extend(found.and_then(|(whose, weight)| reason("other_candidate", whose, weight)));
    // `Elke fetches the children`: whoever writes this is not Elke.
    if names_other(scene) && speaks_of_user(scene) {
        out.extend(reason("other_candidate", "", -1.5));
    }
    if let Some(name) = helped(scene) {
        out.extend(reason("other_candidate", name, -2.6));
    }
    out
}

fn interviews(title: &Reading) -> impl Iterator<Item = &Hit> {
    title.hits.iter().filter(|it| it.concepts.any(&INTERVIEW))
}

/// `her Acme interview`.
fn of_third_person(title: &Reading) -> Option<(&str, f64)> {
    interviews(title).find_map(|hit| {
        let at = words_before(title, hit).find(|at| {
            let small = !title.is_large(*at);
            THEIRS.contains(&title.word(*at)) && (small || title.word(*at).starts_with('h'))
        })?;
        let mut between = at + 1..hit.first;
        let plain = |at: usize| title.is_large(at) || title.meaning(at).any(&KIND);
        between
            .all(plain)
            .then(|| (title.span(at, hit.first + hit.len), -3.4))
    })
}

/// The words before a phrase and joined to it, the nearest first.
fn words_before<'t>(title: &'t Reading, hit: &Hit) -> impl Iterator<Item = usize> + use<'t> {
    let nearest = hit.first;
    (nearest.saturating_sub(BETWEEN + 1)..nearest)
        .rev()
        .take_while(|at| title.is_joined(at + 1))
}

/// `Julia's school interview`, `Annas Vorstellungsgespräch`, `entretien de Benoît`.
fn of_named<'s>(scene: &'s Scene<'_>, around: &Surroundings) -> Option<(&'s str, f64)> {
    let title = &scene.title;
    let (at, weight) = interviews(title).find_map(|hit| {
        let bare = hit.first + hit.len == title.tokens.len();
        let owner = owner_before(title, hit).map(|at| (at, if bare { -2.2 } else { -2.8 }));
        owner
            .or_else(|| owner_behind(title, hit).map(|at| (at, -3.0)))
            .or_else(|| kin::who_has(title, hit).map(|at| (at, -3.4)))
    })?;
    // `Wendy's` may be where the user is asked.
    let employer = signals::concerns_known_employer(scene, around);
    (!employer && !scene.is_user_name(title.word(at))).then(|| (title.span(at, at + 1), weight))
}

fn owner_before(title: &Reading, hit: &Hit) -> Option<usize> {
    let named = |at: usize| title.is_large(at) && is_given_name(title.word(at));
    let led = |at: usize| {
        let before = at.checked_sub(1).map(|it| title.meaning(it));
        before.is_some_and(|it| it.any(&[Concept::At, Concept::With]))
    };
    let with_mark = words_before(title, hit).find(|at| {
        let marked = title.word(*at) == "s" && matches!(title.between(*at), "'" | "’");
        marked && at.checked_sub(1).is_some_and(|it| named(it) && !led(it))
    });
    if let Some(at) = with_mark {
        return at.checked_sub(1);
    }
    let at = hit.first.checked_sub(1)?;
    let word = title.word(at);
    let stem = word.strip_suffix('s').filter(|it| is_given_name(it));
    (stem.is_some()
        && title.is_large(at)
        && title.is_joined(hit.first)
        && !hit.families.meets(Families::ENGLISH)
        && !is_given_name(word)
        && !led(at))
    .then_some(at)
}

fn owner_behind(title: &Reading, hit: &Hit) -> Option<usize> {
    let of = hit.first + hit.len;
    let led = OF.contains(&title.word(of)) && !title.is_large(of);
    (led && title.is_joined(of)
        && title.is_joined(of + 1)
        && title.is_large(of + 1)
        && is_given_name(title.word(of + 1)))
    .then_some(of + 1)
}

/// `Wim: interview Acme`; surer where other lines of the calendar begin with names, too.
fn led_by_name<'s>(scene: &'s Scene<'_>, around: &Surroundings) -> Option<(&'s str, f64)> {
    let title = &scene.title;
    let named = title.is_large(0) && is_given_name(title.word(0));
    if !named || scene.is_user_name(title.span(0, 1)) {
        return None;
    }
    let shared = around.leaning.is_shared();
    let after = title.between(1).trim();
    let weight = match (after, shared) {
        (":", true) => -4.0,
        (":", false) => -2.4,
        ("-" | "–" | "", true) if title.meaning(1).any(&INTERVIEW) => -3.0,
        _ => return None,
    };
    Some((title.span(0, 1), weight))
}

/// The title names somebody whom the user does not meet there.
fn names_other(scene: &Scene<'_>) -> bool {
    scene
        .parts()
        .iter()
        .any(|it| !it.is_user && it.person == Likeness::Known && it.lead != Lead::With)
}

/// `Jobbintervju Ingrid, kjøre henne`: for whose sake something is done.
fn helped<'s>(scene: &'s Scene<'_>) -> Option<&'s str> {
    let title = &scene.title;
    if !kin::is_favour(title) {
        return None;
    }
    let named = |at: &usize| {
        let before = at.checked_sub(1).map(|it| title.meaning(it));
        let met = before.is_some_and(|it| it.any(&[Concept::With, Concept::At]));
        let name = title.span(*at, at + 1);
        !met && title.is_large(*at) && is_given_name(title.word(*at)) && !scene.is_user_name(name)
    };
    let at = (0..title.tokens.len()).find(named)?;
    Some(title.span(at, at + 1))
}

/// A sentence of the description begins with the user's name and goes on with what the user does.
fn speaks_of_user(scene: &Scene<'_>) -> bool {
    let body = &scene.body;
    let name = scene.user.name.split_whitespace().next().map(fold);
    let Some(name) = name.filter(|it| it.chars().count() > 2) else {
        return false;
    };
    let goes_on = |at: usize| {
        let next = body.span(at + 1, at + 2);
        body.is_joined(at + 1) && next.starts_with(char::is_lowercase)
    };
    (0..body.tokens.len())
        .any(|at| body.word(at) == name && body.is_large(at) && !body.is_joined(at) && goes_on(at))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::{
        Band, assess,
        signals::testing::{event, user},
    };

    fn weight(title: &str, description: &str) -> f64 {
        let mut event = event(title);
        event.description = description.to_owned();
        let user = user();
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        let said = elses(&scene, &Surroundings::default());
        said.iter().map(|it| it.weight).sum()
    }

    #[test]
    fn interviews_of_others_are_told() {
        for title in [
            "Coffee w/ Bea, how did her Corvane interview go??",
            "Drive Tom to his interview",
            "his first phone interview",
            "llevar a Rocío a su entrevista",
            "garder Léo pendant son entretien",
            "auto lenen voor haar sollicitatiegesprek",
            "barnvakt under hennes intervju",
            "Kinder abholen, sein Vorstellungsgespräch",
            "Julia's Y7 interview + tour",
            "Tom’s interview",
            "Annas Bewerbungsgespräch",
            "Entretien d’embauche de Benoît chez Corvane",
            "colloquio di Giulia",
            "sollicitatiegesprek van Tom",
            "Wim: interview Corvane NV",
            "Julia: Vorstellungsgespräch",
            "Lukas hat Vorstellungsgespräch",
            "Tom has an interview",
            "Marie a un entretien",
            "entrevista do meu irmão - emprestar carro",
            "Entretien d’embauche de ma sœur",
            "sollicitatie dochter, brengen",
            "息子の面接 送迎",
            "아들 대학 면접",
            "Mama: Vorstellungsgespräch Kita",
        ] {
            assert!(weight(title, "") < -2.0, "{title}");
        }
    }

    #[test]
    fn the_users_own_are_not() {
        for title in [
            "Interview Corvane",
            "Your interview with Corvane",
            "Ihr Vorstellungsgespräch bei Corvane",
            "Su entrevista con Corvane",
            "Mira: interview Corvane",
            "Mira's interview",
            "interview at Wendy's",
            "call her re interview Corvane",
            "Practice nurse interview - Dr Ellison's",
            "Anna - interview Corvane",
            "Adams interview",
            "entretien de recrutement Corvane",
            "entrevista de trabajo",
            "Interview van Dorp",
            "Bewerbungsgespräch von 10 bis 11",
            "Corvane: interview Wim",
            "Interview Hansen & Son",
            "ward sister interview",
            "Interview Brother",
            "entrevista colégio Corvane (irmã Lourdes)",
            "Vorstellungsgespräch OP-Schwester",
            "Entretien Fille & Fils",
            "Corvane has an interview room",
        ] {
            assert!(weight(title, "") == 0.0, "{title}");
        }
    }

    #[test]
    fn a_note_that_speaks_of_the_user_is_another_ones() {
        let title = "Wim interview Corvane";
        assert!(weight(title, "Mira fetches the children") < -1.0);
        assert!(weight(title, "Hi Mira thanks for your time") == 0.0);
        assert!(weight(title, "Mira, please be on time") == 0.0);
        for title in [
            "interview Wim - fingers crossed",
            "good luck text Anna interview",
            "Jobbintervju Ingrid, kjøre henne",
            "sollicitatie Sanne - duimen",
        ] {
            assert!(weight(title, "") < -2.0, "{title}");
        }
        for title in [
            "interview Corvane - fingers crossed",
            "interview with Anna, fingers crossed",
            "Interview Anna",
        ] {
            assert!(weight(title, "") == 0.0, "{title}");
        }
        assert!(weight("interview with Wim", "Mira brings cake") == 0.0);
    }

    #[test]
    fn in_a_shared_calendar_lines_begin_with_names() {
        let judged = |titles: &[&str]| {
            let events: Vec<_> = titles.iter().map(|it| event(it)).collect();
            assess(&events, &user(), &TimeZone::UTC).swap_remove(0)
        };
        let shared = ["Anna: dentist", "Tom: football", "Anna: piano"];
        let with = |title| {
            let all: Vec<_> = std::iter::once(title).chain(shared).collect();
            judged(&all).verdict.band
        };
        assert_eq!(with("Wim - interview Corvane"), Band::Silent);
        assert_ne!(with("Mira: interview Corvane"), Band::Silent);
        assert_ne!(with("interview Corvane"), Band::Silent);
        let alone = judged(&["Wim - interview Corvane", "dentist"]);
        assert_ne!(alone.verdict.band, Band::Silent);
    }
}

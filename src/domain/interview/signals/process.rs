//! What other events tell: an employer that interviews the user already.

use super::{Reason, cities::is_city, reason, standing};
use crate::domain::interview::{
    scene::{Scene, Surroundings},
    text::{
        fold::{fold, is_unspaced},
        lexicon::Concept,
        reading::Reading,
    },
};

/// So many letters of a domain's label a word of a title has to begin with.
const MIN_BEGINNING: usize = 6;

/// The event concerns an employer with which the user has an interview elsewhere.
pub(super) fn known_employer(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let domain = scene
        .guests
        .iter()
        .filter_map(|guest| guest.company.as_ref())
        .find(|company| {
            around
                .hiring_domains
                .iter()
                .any(|it| it.name == **company && it.is_told_beside(scene.event))
        });
    let by_domain = !scene.is_organized_by_user() && domain.is_some();
    let name = around
        .employers
        .iter()
        .filter(|employer| employer.is_told_beside(scene.event))
        .map(|employer| &employer.name)
        .find(|employer| mentions(&scene.title, employer));
    if !by_domain && name.is_none() {
        return None;
    }
    let detail = name.map_or_else(|| domain.cloned().unwrap_or_default(), Clone::clone);
    let title = &scene.title;
    let step = [Concept::WeakStep, Concept::Round];
    let talk = [
        Concept::Talk,
        Concept::Phone,
        Concept::Video,
        Concept::Leader,
        Concept::Onsite,
        Concept::Department,
        Concept::RoleWord,
    ];
    let says = |concepts: &[Concept]| concepts.iter().any(|it| title.has(*it));
    let weight = match (scene.title_names_interview(), by_domain, name.is_some()) {
        (true, ..) => 0.8,
        _ if standing::names_something_else(scene) => 0.8,
        (false, _, true) if says(&step) || names_test(title) => 4.6,
        (false, _, true) if says(&talk) => 4.2,
        (false, true, _) if says(&step) || scene.title_pairs_user() => 3.4,
        (false, true, _) => 2.8,
        (false, false, true) if is_at_work_time(scene) => {
            let small = !title.original().chars().any(char::is_uppercase);
            if small { 3.6 } else { 3.8 }
        }
        (false, false, _) => 1.2,
    };
    reason("known_employer", &detail, weight)
}

/// `Elaine (Acme), 3pm`, `Acme - present 90 day plan`: a note of the user's own at a time of day.
fn is_at_work_time(scene: &Scene<'_>) -> bool {
    scene.is_own_note() && scene.minutes.is_some() && !scene.weekend
}

/// `Acme forklift test`: with an employer that interviews the user, any test is a step.
fn names_test(title: &Reading) -> bool {
    const TESTS: [&str; 21] = [
        "stage", "trail", "trial", "shift", "tasting", "test", "tests", "testy", "teste", "prueba",
        "prova", "probe", "proef", "proba", "prov", "prove", "exam", "examen", "тест", "essai",
        "epreuve",
    ];
    (0..title.tokens.len()).any(|at| TESTS.contains(&title.word(at)))
}

/// Whether a title names `employer`, by its first telling word at least.
#[must_use]
pub(crate) fn mentions(title: &Reading, employer: &str) -> bool {
    let name = Reading::new(employer);
    let letters = |at: usize| name.word(at).chars().count();
    let telling = |at: &usize| {
        let meaning = name.meaning(*at);
        letters(*at) >= 4
            && !meaning.any(&[
                Concept::OrgWord,
                Concept::LegalForm,
                Concept::Filler,
                Concept::Round,
            ])
    };
    // `Leeds Housing Partnership` has nothing to do with other things in Leeds.
    let all = || (0..name.tokens.len()).filter(telling);
    let first = all()
        .find(|at| !is_city(name.word(*at)))
        .or_else(|| all().next());
    // `oficinas Almanzor` for Tejidos Almanzor: a word that no table knows, written large.
    let rest = (0..name.tokens.len())
        .filter(|at| letters(*at) >= 5 && name.meaning(*at).is_empty() && !is_city(name.word(*at)));
    // Who writes no capitals at all writes none in names.
    let small = !title.original().chars().any(char::is_uppercase);
    let large = |index: usize| {
        title.is_large(index) || small && title.word(index).chars().count() >= MIN_BEGINNING
    };
    if fold(employer).chars().any(is_unspaced) {
        return employer.chars().count() >= 2 && title.original().contains(employer)
            || begins_unspaced(title.original(), employer);
    }
    // `St Aldhelms` for St Aldhelm's: the apostrophe is often left out.
    let owned = |at: usize| name.word(at + 1) == "s" && letters(at) >= 4;
    let same = |index: usize, at: usize| {
        let word = title.word(index);
        word == name.word(at) || owned(at) && word.strip_suffix('s') == Some(name.word(at))
    };
    let occurs = |at: usize| (0..title.tokens.len()).any(|index| same(index, at));
    let occurs_large =
        |at: usize| (0..title.tokens.len()).any(|index| large(index) && same(index, at));
    // `Neelkanth` for neelkanthlabs, which a domain tells without a space.
    let label = fold(employer);
    let starts = |index: usize| {
        let word = title.word(index);
        word.chars().count() >= MIN_BEGINNING
            && !is_city(word)
            && title.meaning(index).is_empty()
            && label.starts_with(word)
    };
    let begins = || (0..title.tokens.len()).any(|index| title.is_large(index) && starts(index));
    // `water plants` has nothing to do with Bristol Water.
    let behind_city = first.is_some_and(|at| (0..at).any(|it| is_city(name.word(it))));
    let written =
        |at: usize| (0..title.tokens.len()).any(|index| title.is_large(index) && same(index, at));
    first.is_some_and(|at| if behind_city { written(at) } else { occurs(at) })
        || rest.into_iter().any(occurs_large)
        || begins()
        || abbreviates(title, &name)
        || ends_with_name(title, &name)
}

/// `De Lek meerijden` for Hijsbedrijf De Lek: all of the name but its first word, written large.
fn ends_with_name(title: &Reading, name: &Reading) -> bool {
    let rest = name.tokens.len().saturating_sub(1);
    let unknown = |at: usize| name.meaning(at).is_empty();
    rest > 1
        && (1..=rest).any(unknown)
        && (0..title.tokens.len()).any(|start| {
            (0..rest).all(|step| {
                let at = start + step;
                title.word(at) == name.word(step + 1)
                    && title.is_large(at)
                    && (step == 0 || title.is_joined(at))
            })
        })
}

/// `Toprak Hol.` for Toprak Holding, `Kant. Labor` for Kantonales Labor: one word of the name, and in its
/// place beside it the beginning of another.
fn abbreviates(title: &Reading, name: &Reading) -> bool {
    const LEAST: usize = 3;
    let cut = |index: usize, at: usize| {
        let (word, whole) = (title.word(index), name.word(at));
        let stop = title.between(index + 1).starts_with('.')
            || index + 1 == title.tokens.len() && title.original().trim_end().ends_with('.');
        stop && word.chars().count() >= LEAST && word.len() < whole.len() && whole.starts_with(word)
    };
    let same = |index: usize, at: usize| {
        let word = title.word(index);
        word == name.word(at) && word.chars().count() >= LEAST && title.is_large(index)
    };
    (1..name.tokens.len()).any(|at| {
        (1..title.tokens.len()).any(|index| {
            same(index - 1, at - 1) && cut(index, at) || cut(index - 1, at - 1) && same(index, at)
        })
    })
}

/// `布拉萨 午餐` for 布拉萨食品: the beginning of a name, set off from the rest; two letters only at
/// the start of the title.
fn begins_unspaced(title: &str, employer: &str) -> bool {
    let mut runs = title.split(|c: char| !is_unspaced(c)).enumerate();
    runs.any(|(at, run)| {
        let letters = run.chars().count();
        letters >= if at == 0 { 2 } else { 3 } && employer.starts_with(run)
    })
}

/// Words, folded, without any of which a title does not name `employer`.
#[must_use]
pub(crate) fn telling_words(employer: &str) -> Vec<String> {
    let name = Reading::new(employer);
    let label = fold(employer);
    if let Some(letter) = label.chars().find(|it| is_unspaced(*it)) {
        return vec![letter.to_string()];
    }
    let words = (0..name.tokens.len()).flat_map(|at| {
        let word = name.word(at);
        let owned = (name.word(at + 1) == "s").then(|| format!("{word}s"));
        std::iter::once(word.to_owned()).chain(owned)
    });
    // As a title may begin the label of a domain.
    let beginnings = label
        .char_indices()
        .skip(MIN_BEGINNING - 1)
        .filter_map(|(at, c)| label.get(..at + c.len_utf8()).map(str::to_owned));
    words.chain(beginnings).collect()
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::{
        scene::{Known, day_of},
        signals::testing::{event, user},
    };

    fn weight(title: &str) -> f64 {
        weight_of(&event(title))
    }

    fn weight_of(event: &crate::domain::calendar::event::Event) -> f64 {
        let user = user();
        let around = Surroundings {
            employers: vec![Known::new("Lumen", day_of(event), "another")],
            ..Surroundings::default()
        };
        let scene = Scene::new(event, &user, &TimeZone::UTC);
        known_employer(&scene, &around).map_or(0.0, |it| it.weight)
    }

    #[test]
    fn talks_and_steps_with_a_known_employer_say_much() {
        for title in [
            "Lumen, second round",
            "Lumen lunch with the owners",
            "Lumen: warehouse manager",
            "Lumen onsite",
        ] {
            assert!(weight(title) > 4.0, "{title}");
        }
    }

    #[test]
    fn names_are_known_when_they_are_cut() {
        let names = |title: &str, employer: &str| mentions(&Reading::new(title), employer);
        for (title, employer) in [
            ("Toprak Hol. ile tanışma", "Toprak Holding"),
            ("Kant. Labor Aarau, vor Ort", "Kantonales Labor Aargau"),
            ("De Lek meerijden m Kees", "Hijsbedrijf De Lek"),
            ("clarivista presencial con gerente", "Óptica Clarivista"),
            ("visit Corvane", "Leeds Corvane Partnership"),
        ] {
            assert!(names(title, employer), "{title}");
        }
        for (title, employer) in [
            ("Labor Day", "Kantonales Labor Aargau"),
            ("de lek repareren", "Hijsbedrijf De Lek"),
            ("Leeds Gophers meetup", "Leeds Housing Partnership"),
            ("Boston University tour", "bostonu"),
        ] {
            assert!(!names(title, employer), "{title}");
        }
    }

    #[test]
    fn a_note_about_a_known_employer_at_a_time_of_day_says_much() {
        assert!(weight("Priya (Lumen), one more thing") > 3.0);
        assert!(weight("Lumen - present 90 day plan") > 3.0);
        let mut event = event("Lumen tickets");
        event.when = crate::domain::calendar::event::When::AllDay {
            first: jiff::civil::date(2031, 3, 4),
            until: jiff::civil::date(2031, 3, 5),
        };
        assert!(weight_of(&event) < 2.0);
    }

    #[test]
    fn what_else_is_done_about_a_known_employer_says_little() {
        for title in [
            "Lumen onsite prep call",
            "Lumen offer call",
            "Lumen welcome lunch",
            "send slots to Lumen recruiter",
            "coffee with Bo, works at Lumen",
            "Mock case Lumen",
            "Lumen feedback call",
        ] {
            assert!(weight(title) < 1.0, "{title}");
        }
    }

    #[test]
    fn names_without_spaces_may_be_shortened_where_they_stand_alone() {
        for title in ["青岚 午餐", "周二（青岚科）"] {
            assert!(mentions(&Reading::new(title), "青岚科技"), "{title}");
        }
        for title in ["青年 午餐", "午餐 青岚", "青岚之家"] {
            assert!(!mentions(&Reading::new(title), "青岚科技"), "{title}");
        }
    }

    #[test]
    fn employers_are_recognised_by_their_telling_word() {
        for (title, employer) in [
            ("coffee with the Juniper team", "Juniper & Oak"),
            ("青岚 终面", "青岚"),
            ("Lunch at BRIGHTDOCK", "Brightdock Group"),
        ] {
            assert!(mentions(&Reading::new(title), employer), "{title}");
        }
        for (title, employer) in [
            ("Health check", "Midi Health"),
            ("Group lunch", "Brightdock Group"),
            ("Targeting", "Target"),
            ("", "Acme"),
        ] {
            assert!(!mentions(&Reading::new(title), employer), "{title}");
        }
    }
}

//! Words for an interview that can only mean a job.

use crate::domain::interview::{
    scene::Scene,
    text::{fold::fold, lexicon::Concept},
};

/// The title's word for an interview can only mean a job: "job interview", not "phone interview".
pub(super) fn says_job(scene: &Scene<'_>, concept: Concept) -> bool {
    // Schools and their like speak so of pupils, too; and talks are held about all of them.
    const OF_PUPILS: [&str; 2] = ["kwalifik", "собеседован"];
    const STEMS: [&str; 28] = [
        "job",
        "hiring",
        "recruit",
        "onsite",
        "bewerbung",
        "vorstellung",
        "embauche",
        "recrutement",
        "trabajo",
        "empleo",
        "emprego",
        "lavoro",
        "sollicit",
        "kwalifik",
        "rekryt",
        "anstallning",
        "собеседован",
        "pracovni pohovor",
        "allas",
        "angajare",
        "is gorusme",
        "posao",
        "kerja",
        "viec",
        "עבודה",
        "عمل",
        "採用",
        "채용",
    ];
    scene.title.hit(Concept::JobInterview).is_some_and(|hit| {
        let words = fold(scene.title.written(hit));
        let of_pupils = matches!(concept, Concept::School | Concept::Scholarship)
            && OF_PUPILS.iter().any(|stem| words.contains(stem));
        let named = STEMS.iter().any(|stem| words.contains(stem));
        named && !of_pupils && concept != Concept::Training
    })
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, user};

    fn certain(title: &str, concept: Concept) -> bool {
        let (event, user) = (event(title), user());
        says_job(&Scene::new(&event, &user, &TimeZone::UTC), concept)
    }

    #[test]
    fn some_words_mean_nothing_but_a_job() {
        for title in [
            "Job interview Acme",
            "Vorstellungsgespräch Klinik",
            "採用面接",
        ] {
            assert!(certain(title, Concept::Medical), "{title}");
        }
        for title in ["Interview clinic", "Phone interview clinic", "Rozmowa"] {
            assert!(!certain(title, Concept::Medical), "{title}");
        }
    }

    #[test]
    fn schools_and_courses_use_them_too() {
        assert!(!certain("Rozmowa kwalifikacyjna", Concept::School));
        assert!(!certain("Job interview", Concept::Training));
    }
}

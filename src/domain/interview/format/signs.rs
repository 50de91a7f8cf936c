//! Signs of a format that are no word for it: platforms, rooms, verbs of calling.

use crate::domain::interview::{
    caller::is_verb,
    scene::Scene,
    text::{lexicon::Concept, links},
};

/// A platform for interviews over the camera.
pub(super) fn shows_by_video(scene: &Scene<'_>) -> bool {
    const HOSTS: [&str; 12] = [
        "hirevue.com",
        "sparkhire.com",
        "willo.video",
        "vidcruiter.com",
        "hireflix.com",
        "cammio.com",
        "talview.com",
        "interviewstream.com",
        "modernhire.com",
        "myinterview.com",
        "karat.io",
        "karat.com",
    ];
    scene.links.iter().any(|link| {
        let host = links::host(link);
        HOSTS.iter().any(|it| {
            let head = host.strip_suffix(it);
            head.is_some_and(|head| head.is_empty() || head.ends_with('.'))
        })
    })
}

/// `bldg 3 rm 210`, `본점 18층`: the title says where in the building.
pub(super) fn names_room(scene: &Scene<'_>) -> bool {
    let title = &scene.title;
    let number = |at: usize| {
        let word = title.word(at);
        word.chars().next().is_some_and(|c| c.is_ascii_digit()) && word.chars().count() < 5
    };
    let inside = [
        "bldg",
        "bld",
        "building",
        "rm",
        "room",
        "floor",
        "fl",
        "raum",
        "zimmer",
        "etage",
        "stock",
        "og",
        "gebaude",
        "salle",
        "batiment",
        "bat",
        "sala",
        "piso",
        "planta",
        "edificio",
        "andar",
        "piano",
        "kamer",
        "verdieping",
        "gebouw",
        "vaning",
        "sal",
        "etasje",
        "pietro",
        "pokoj",
        "kat",
        "层",
        "楼",
        "階",
        "층",
        "호",
    ];
    !title.has(Concept::Video)
        && !title.has(Concept::Phone)
        && (0..title.tokens.len()).any(|at| {
            inside.contains(&title.word(at)) && (number(at + 1) || at > 0 && number(at - 1))
        })
}

/// "Call" alone means the telephone when nothing else is said; `Callum` and `Ringaskiddy` do not.
pub(super) fn says_call(scene: &Scene<'_>) -> bool {
    const WORDS: [&str; 14] = [
        "call",
        "callback",
        "ring",
        "rings",
        "ringt",
        "tel",
        "telf",
        "tlf",
        "tfno",
        "belafspraak",
        "llaman",
        "ligam",
        "chiamano",
        "appellent",
    ];
    const STEMS: [&str; 15] = [
        "telefon",
        "anruf",
        "llamada",
        "appel",
        "chiamata",
        "ligacao",
        "puhelu",
        "dzwon",
        "звон",
        "дзвін",
        "telefoon",
        "soitto",
        "טלפון",
        "טלפונ",
        "هاتف",
    ];
    const UNSPACED: [&str; 4] = ["电话", "電話", "전화", "통화"];
    (0..scene.title.tokens.len()).any(|at| {
        let word = scene.title.word(at);
        WORDS.contains(&word) || is_verb(word) || STEMS.iter().any(|stem| word.starts_with(stem))
    }) || UNSPACED
        .iter()
        .any(|word| scene.title.original().contains(word))
}

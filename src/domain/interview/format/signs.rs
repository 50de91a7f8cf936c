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

/// Whether the title says that it is over a camera. `Digital` and `Online` are parts of names, too:
/// they count only if nothing else in the title says how it is held.
pub(super) fn title_says_video(scene: &Scene<'_>) -> bool {
    const OF_NAMES: [&str; 8] = [
        "digital",
        "digitale",
        "digitales",
        "online",
        "virtual",
        "remote",
        "live",
        "media",
    ];
    let title = &scene.title;
    let grown = (0..title.tokens.len()).any(|at| {
        let word = title.word(at);
        let meeting = [
            Concept::Interview,
            Concept::JobInterview,
            Concept::Step,
            Concept::Talk,
        ];
        word.starts_with("video") && word.len() > 8 && title.meaning(at).any(&meeting)
    });
    let other = title.has(Concept::Phone) || title.has(Concept::Onsite) || says_call(scene);
    let mut hits = title
        .hits
        .iter()
        .filter(|hit| hit.concepts.has(Concept::Video));
    // `(Meet)`
    let meet = (1..title.tokens.len()).any(|at| {
        title.span(at, at + 1) == "Meet"
            && title.between(at).contains('(')
            && !title.between(at + 1).starts_with(' ')
    });
    grown
        || meet
        || hits.any(|hit| !(other && hit.len == 1 && OF_NAMES.contains(&title.word(hit.first))))
}

/// `Virtual Onsite`: whether the description says that a day at the company is none.
pub(super) fn is_virtual_onsite(scene: &Scene<'_>) -> bool {
    let body = &scene.body;
    (1..body.tokens.len()).any(|at| {
        body.word(at).starts_with("onsite") && ["virtual", "remote"].contains(&body.word(at - 1))
    })
}

/// `Rosebank office`, `Toulouse siège`, `sede Padova`: which of the company's houses.
pub(super) fn names_site(scene: &Scene<'_>) -> bool {
    const SITES: [&str; 18] = [
        "office",
        "offices",
        "campus",
        "hq",
        "siege",
        "sede",
        "oficina",
        "oficinas",
        "hauptsitz",
        "zentrale",
        "standort",
        "hoofdkantoor",
        "kantoor",
        "vestiging",
        "kontoret",
        "huvudkontoret",
        "siedziba",
        "siedzibie",
    ];
    let title = &scene.title;
    let other = [Concept::RoleWord, Concept::Leader, Concept::Department];
    let name =
        |at: usize| at < title.tokens.len() && title.is_large(at) && title.meaning(at).is_empty();
    !title.has(Concept::Video)
        && !title.has(Concept::Phone)
        && (1..title.tokens.len()).any(|at| {
            let written = title.span(at, at + 1);
            let small = !title.is_large(at) || written == "HQ" || written == "Standort";
            let before = title.between(at) == " " && name(at - 1);
            let behind = title.between(at + 1) == " " && name(at + 1);
            SITES.contains(&title.word(at))
                && small
                && (before || behind)
                && !title.meaning(at).any(&other)
                && !title.meaning(at + 1).any(&other)
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
    const WORDS: [&str; 16] = [
        "call",
        "bellen",
        "terugbellen",
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
    const UNSPACED: [&str; 6] = ["电访", "電訪", "电话", "電話", "전화", "통화"];
    (0..scene.title.tokens.len()).any(|at| {
        let word = scene.title.word(at);
        WORDS.contains(&word) || is_verb(word) || STEMS.iter().any(|stem| word.starts_with(stem))
    }) || UNSPACED
        .iter()
        .any(|word| scene.title.original().contains(word))
}

//! Words for people whom the user knows, and what is noted for their sake.

use super::KIND;
use crate::domain::interview::{
    given_names::is_given_name,
    text::{
        lexicon::Concept,
        list::List,
        reading::{Hit, Reading},
    },
};

/// Folded words that mean kin wherever they stand.
static KIN: List = List::new(
    "\
    mum|mom|dad|daughter|wife|husband|hubby|girlfriend|boyfriend|niece|nephew|grandson|granddaughter|\
    mama|papa|tochter|sohn|nichte|neffe|enkel|enkelin|dochter|zoon|broer|zus|zusje|hija|hijo|hermana|\
    hermano|sobrina|sobrino|figlia|figlio|sorella|fratello|filha|filho|corka|corki|corke|\
    syna|siostra|siostry|brata|dcera|dcery|sestra|dotter|dottern|datter|datteren|sonnen|soster|\
    lillebror|lillasyster|tytar|poika|kizim|oglum|дочь|дочки|сына|сестры|брата|мужа|жены|lanyom|fiam",
);

/// Folded words that mean kin behind `my`; elsewhere they are in names of firms and trades.
static KIN_OF_MINE: List = List::new(
    "\
    irma|irmao|son|sister|brother|mother|father|partner|cousin|frau|mann|freund|freundin|schwester|bruder|mutter|\
    vater|soeur|sœur|frere|mere|pere|fils|fille|femme|mari|copine|copain|mujer|marido|madre|padre|\
    novia|novio|moglie|marito|ragazza|mae|pai|esposa|namorada|namorado|vrouw|vriendin|vriend|man|\
    moeder|vader|fru|sambo|bror|syster|kone|maz|zona|manzel|manzelka|kuzyn|kuzynka",
);

/// `my` and `our`, folded.
static MY: List = List::new(
    "my|our|mein|meine|meiner|meinem|meinen|unser|unserer|ma|mon|notre|mi|mia|mio|minha|meu|nossa|\
    mijn|m'n|onze|min|mitt|var|vores|moja|moj|mojej|mojego|muj",
);

/// The same in scripts without spaces, and in Korean.
const UNSPACED: [&str; 12] = [
    "息子",
    "娘の",
    "旦那",
    "儿子",
    "兒子",
    "女儿",
    "女兒",
    "老婆",
    "老公",
    "아들",
    "남편",
    "와이프",
];

/// `has`, folded.
static HAS: List = List::new("has|hat|a|ha|tiene|tem|heeft|har|ma|on");

/// With these meanings a word is part of a firm's name or a trade.
const NAMES: [Concept; 3] = [Concept::OrgWord, Concept::RoleWord, Concept::LegalForm];

/// `a`, folded, between having and what one has.
static ARTICLE: List = List::new("a|an|ein|un|una|um|uma|een|en|et|ett|the|ihr|sein|her|his");

/// Folded phrases for wishing luck.
const LUCK: [&[&str]; 14] = [
    &["good", "luck"],
    &["fingers", "crossed"],
    &["daumen"],
    &["viel", "glueck"],
    &["viel", "gluck"],
    &["duimen"],
    &["succes", "wensen"],
    &["croiser", "les", "doigts"],
    &["bonne", "chance"],
    &["suerte"],
    &["bocca", "al", "lupo"],
    &["kciuki"],
    &["palce"],
    &["lycka", "till"],
];

/// Kin that a title names.
pub(super) fn of_kin(title: &Reading) -> Option<&str> {
    let is_kin = |at: usize| {
        let word = title.word(at);
        let before = at.checked_sub(1).map_or("", |it| title.word(it));
        // `Hija & Cía`: part of a firm's name.
        let firm = [at, at + 1]
            .iter()
            .any(|it| *it > 0 && title.between(*it).contains('&'));
        !firm
            && (KIN.has_folded(word) && !title.meaning(at).any(&NAMES)
                || KIN_OF_MINE.has_folded(word) && MY.has_folded(before))
    };
    (0..title.tokens.len())
        .find(|at| is_kin(*at))
        .map(|at| title.span(at, at + 1))
        .or_else(|| {
            let original = title.original();
            UNSPACED.into_iter().find(|it| original.contains(it))
        })
}

/// `Tom has an interview`: the place of the name.
pub(super) fn who_has(title: &Reading, hit: &Hit) -> Option<usize> {
    let mut at = hit.first;
    for _ in 0..3 {
        if !title.is_joined(at) {
            return None;
        }
        at = at.checked_sub(1)?;
        let named = at.checked_sub(1).filter(|it| {
            title.is_joined(at) && title.is_large(*it) && is_given_name(title.word(*it))
        });
        if HAS.has_folded(title.word(at)) && named.is_some() {
            return named;
        }
        if !ARTICLE.has_folded(title.word(at)) && !title.meaning(at).any(&KIND) {
            return None;
        }
    }
    None
}

/// Folded words for taking somebody somewhere.
static TAKES: List = List::new(
    "lift|skjutsa|kjore|koere|brengen|llevar|llevarla|llevarlo|conduire|emmener|accompagner|\
    accompagnare|accompagnarla|accompagnarlo|levar|podwiezc|zawiezc|odvezt|подвезти|отвезти|elvinni",
);

/// `text good luck`, `kjøre henne`: what is done for somebody else's sake.
pub(super) fn is_favour(title: &Reading) -> bool {
    (0..title.tokens.len()).any(|at| {
        TAKES.has_folded(title.word(at))
            || LUCK.iter().any(|phrase| {
                let mut words = phrase.iter().zip(at..);
                words.all(|(word, at)| title.word(at) == *word)
            })
    })
}

//! Whose interview a note to oneself says it is: `Tom's interview at Acme`, `drive mum to interview`.

use super::{Reason, reason};
use crate::domain::interview::{
    given_names::is_given_name,
    scene::{Scene, Surroundings},
    segments::Lead,
    text::{
        fold::fold,
        lexicon::Concept,
        list::List,
        reading::{Hit, Reading},
    },
};

/// So many words may stand between somebody and their interview: `her 2nd Acme interview`.
const BETWEEN: usize = 2;

/// Words for an interview itself, and for what is done in one.
const INTERVIEW: [Concept; 3] = [
    Concept::JobInterview,
    Concept::Interview,
    Concept::Interviews,
];

/// Third persons, in small letters. Those of other languages mean something else elsewhere: French `son`
/// is the last one in Turkish.
const PRONOUNS: [&str; 2] = ["her", "his"];

/// The family and the household, folded.
static KIN: List = List::new(
    "\
    wife|husband|hubby|mum|mom|mother|dad|father|son|daughter|brother|sister|partner|girlfriend|\
    boyfriend|gf|bf|fiance|fiancee|cousin|nephew|niece|kid|roommate|flatmate|housemate|friend|bro|\
    sis|grandma|grandpa|aunt|auntie|uncle|neighbor|neighbour",
);

/// Those of the family with whom one goes somewhere, folded. Nurses, nuns and priests are called sisters,
/// mothers and fathers.
static FAMILY: List = List::new(
    "\
    mum|mom|dad|son|daughter|brother|sister|grandma|grandpa|gran|aunt|auntie|uncle|wife|husband|mama|\
    papa|oma|opa|tante|onkel|sohn|tochter|maman|fils|fille|oncle|mamie|papi|hermano|hermana|hijo|\
    hija|abuela|abuelo|tia|tio|mamma|fratello|sorella|figlio|figlia|nonna|nonno|zia|zio|mae|pai|\
    irmao|irma|filho|filha|avo|moeder|vader|broer|zus|zoon|dochter|tata|bratem|siostra|synem|corka|\
    babcia|dziadkiem|mamou|tatou|bratrem|sestrou|dcerou|babickou|pappa|bror|syster|soster|dotter|\
    datter|mormor|farmor|morfar|farfar",
);

/// What is done with somebody who has an interview elsewhere, folded.
static BRINGS: List = List::new(
    "\
    drive|driving|take|taking|bring|bringing|drop|dropping|accompany|lift|run|walk|help|wish",
);

/// Given names that are shops, with an `'s`, folded.
static SHOPS: List = List::new(
    "wendy|denny|lloyd|macy|harry|carl|dick|sam|claire|levi|nando|jimmy|john|joe|ben|michael|casey|\
     tiffany|christie|rosa|logan|guy|fred",
);

/// Between somebody and an interview, these make it the user's: `Sarah's referral interview`.
const OF_OTHERS: [&str; 7] = [
    "referral", "company", "firm", "contact", "team", "office", "employer",
];

/// Given names that end families' and companies' names, with an `s`, folded: `Philips`.
static IN_FAMILY_NAMES: List = List::new(
    "philip|jacob|karl|peter|adam|evan|robert|william|john|martin|richard|edward|steven|andrew|matthew|\
     daniel|michael|simon|paul|harry|hugh|owen|roger|walter|hendrik|jan|christian|jens|lauren|david",
);

/// A note says that the interview is somebody else's, by a possessive or by who is brought to it.
pub(super) fn of_somebody(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let with_user = || (0..title.tokens.len()).any(|at| title.word(at) == "me");
    if !scene.is_own_note() || scene.title_names_user() || with_user() {
        return None;
    }
    let mut hits = title.hits.iter();
    let interview = hits.find(|it| it.concepts.any(&INTERVIEW))?;
    let owner = owner(scene, interview)
        .or_else(|| brought(title, interview))
        .or_else(|| accompanied(title, interview))?;
    // `Tony's interview` may be at a restaurant: that is worth a question.
    let bare = title.tokens.len() == 3 && title.word(1) == "s" && !KIN.has(title.word(0));
    reason("other_candidate", owner, if bare { -1.2 } else { -3.6 })
}

/// Who owns the interview, as it is written.
fn owner<'s>(scene: &'s Scene<'_>, interview: &Hit) -> Option<&'s str> {
    let title = &scene.title;
    let nearest = interview.first.saturating_sub(BETWEEN + 2);
    let joined = |at: &usize| (at + 1..=interview.first).all(|it| title.is_joined(it));
    let others = |at: usize| OF_OTHERS.contains(&title.word(at)) || title.between(at).contains('&');
    if (nearest..interview.first).any(others) {
        return None;
    }
    let mut before = (nearest..interview.first).rev().take_while(joined);
    before.find_map(|at| {
        let between = interview.first - at - 1;
        let pronoun =
            between <= BETWEEN && PRONOUNS.contains(&title.word(at)) && is_small(title, at);
        if pronoun {
            return Some(title.span(at, at + 1));
        }
        let genitive = between == 0
            && title.is_large(at)
            && is_of_germanic(title, interview)
            && is_genitive(title.word(at));
        if genitive {
            return Some(title.span(at, at + 1));
        }
        let name = at.checked_sub(1).filter(|_| is_possessive(title, at))?;
        let employer = || {
            let mut parts = scene.parts().iter();
            parts.any(|it| matches!(it.lead, Lead::At | Lead::With))
        };
        let word = title.word(name);
        if fold(&scene.user.name).split(' ').any(|it| it == word) {
            return None;
        }
        // `Trader Joe's`: the end of a longer name.
        let whole = name
            .checked_sub(1)
            .is_none_or(|it| !title.is_joined(name) || is_small(title, it));
        let person = is_given_name(word)
            && whole
            && (!SHOPS.has(word) || employer())
            && title.is_large(name);
        (person || KIN.has(word)).then(|| title.span(name, at + 1))
    })
}

/// `drive Tom to the interview`: who is brought to it, as it is written.
fn brought<'t>(title: &'t Reading, interview: &Hit) -> Option<&'t str> {
    let nearest = interview.first.saturating_sub(BETWEEN + 1);
    let to = (nearest..interview.first)
        .rev()
        .find(|at| matches!(title.word(*at), "to" | "for") && is_small(title, *at))?;
    let who = to.checked_sub(1)?;
    let person = KIN.has(title.word(who))
        || title.is_large(who) && is_given_name(title.word(who))
        || matches!(title.word(who), "him" | "her" | "them");
    let mut before = (0..who).rev().take(BETWEEN);
    let brings = before.any(|at| BRINGS.has(title.word(at)));
    (person && brings).then(|| title.span(who, who + 1))
}

/// `telephone interview (with Auntie Joy)`, `pohovor se synem`: the family is there, as it is written; not
/// where a role or rank tells of a family's firm or a job in a family.
fn accompanied<'t>(title: &'t Reading, interview: &Hit) -> Option<&'t str> {
    const WITH: [&str; 12] = [
        "with", "w", "mit", "avec", "con", "com", "met", "z", "ze", "s", "se", "med",
    ];
    const MY: [&str; 10] = [
        "my", "meiner", "meinem", "ma", "mon", "mi", "mia", "mijn", "min", "minha",
    ];
    const CALLED: [&str; 10] = [
        "auntie", "aunt", "uncle", "tante", "onkel", "oma", "opa", "grandma", "grandpa", "tia",
    ];
    let work = [Concept::RoleWord, Concept::Leader, Concept::Department];
    if title.meanings().any(&work) {
        return None;
    }
    let end = interview.first + interview.len;
    // The word for an interview may take the word for "with" along.
    (end.saturating_sub(1)..title.tokens.len()).find_map(|with| {
        let mut who = with + 1;
        if MY.contains(&title.word(who)) {
            who += 1;
        }
        // `with sister company`, `mit Mama Shelter`: the beginning of a name.
        let alone = !title.is_joined(who + 1);
        let named = CALLED.contains(&title.word(who)) && is_given_name(title.word(who + 1));
        let written = is_small(title, who) || title.word(with) == "mit" || named;
        let there = WITH.contains(&title.word(with)) && FAMILY.has(title.word(who));
        (there && written && (alone || named)).then(|| title.span(who, who + 1))
    })
}

fn is_small(title: &Reading, at: usize) -> bool {
    title.span(at, at + 1).chars().all(char::is_lowercase)
}

/// The `s` of `Tom's`.
fn is_possessive(title: &Reading, at: usize) -> bool {
    title.word(at) == "s" && matches!(title.between(at), "'" | "’")
}

/// A word for an interview of the languages that write the genitive without a mark.
fn is_of_germanic(title: &Reading, interview: &Hit) -> bool {
    let written = fold(title.written(interview));
    ["gesprach", "intervju", "samtale", "haastattelu"]
        .iter()
        .any(|it| written.contains(it))
}

/// `Toms`, `Annas`: a given name with the ending that German and the Nordic languages write without
/// a mark.
fn is_genitive(word: &str) -> bool {
    let stem = word.strip_suffix('s').unwrap_or_default();
    stem.len() > 2 && is_given_name(stem) && !is_given_name(word) && !IN_FAMILY_NAMES.has(stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::signals::testing::{event, fired, fires_on, invited, who};

    #[test]
    fn interviews_of_somebody_else_are_told() {
        for title in [
            "Tom's interview at Acme",
            "Anna's job interview",
            "Sam's interview with Lanternbay",
            "wife's interview",
            "his interview at Acme",
            "Coffee w/ Bea, how did her Lanternbay interview go",
            "Toms Vorstellungsgespräch",
            "Annas jobbintervju",
            "drive Tom to interview",
            "take mum to her interview",
            "telephone interview (with Auntie Joy)",
            "pohovor se synem",
            "Interview mit Oma",
            "interview with my brother",
        ] {
            assert!(fires_on(of_somebody, title), "{title}");
        }
    }

    #[test]
    fn the_users_own_are_not() {
        for title in [
            "Wendy's interview",
            "Trader Joe's interview",
            "Lloyd's interview",
            "Tom interview Acme",
            "Interview with Tom's team",
            "interview Su Ling",
            "Su interview",
            "Mira's interview",
            "drive to interview",
            "Lars Vorstellungsgespräch",
            "Jonas Bau Vorstellungsgespräch",
            "Priya to interview me",
            "call Priya about the interview",
            "my son's school",
            "Interview with Father Brown Bakery",
            "Interview with Mira Sohn",
            "Interview mit Frau Berger",
            "Vorstellungsgespräch mit Schwester Anna, Krankenhaus",
            "Vorstellungsgespräch mit Mama Shelter",
            "interview with sister company",
            "interview tutor position with dad",
            "Sarah's referral interview Google",
            "Sarah's interview with me",
            "Guy's & St Thomas' interview",
            "Philips Vorstellungsgespräch",
            "Getir son teknik mülakat",
            "ich Vorstellungsgespräch Aldi",
        ] {
            assert!(!fires_on(of_somebody, title), "{title}");
        }
        let from = who("Bo Ek", "bo@acme.example");
        let event = invited(event("Tom's interview at Acme"), from, &[]);
        assert!(fired(of_somebody, &event).is_none());
    }
}

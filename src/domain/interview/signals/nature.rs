//! What shows, without a word of a look-alike, that the user's own note of an interview is of
//! another kind: a participant's number, whom one asks without a name, and the way to an interview.

use super::{Reason, lookalike, reason};
use crate::domain::interview::{
    names::Likeness,
    scene::{Scene, Surroundings},
    segments::{Lead, Part},
    text::{lexicon::Concept, list::List},
};

/// Words for an interview of any kind.
const INTERVIEW: [Concept; 3] = [
    Concept::JobInterview,
    Concept::Interview,
    Concept::Interviews,
];

/// `to`, folded, before where somebody goes.
static TO: List = List::new("to|zum|naar|till|til|al|all|na|do");

/// Beginnings, folded, of words for inviting: `called to interview`.
const INVITED: [&str; 8] = [
    "invit",
    "call",
    "shortlist",
    "einlad",
    "geladen",
    "convoc",
    "uitgen",
    "kall",
];

/// `P07 interview`: studies number those who take part.
pub(super) fn participant(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    if !scene.is_own_note() || title.has(Concept::Round) {
        return None;
    }
    let mut interviews = title.hits.iter().filter(|it| it.concepts.any(&INTERVIEW));
    let code = interviews.find_map(|hit| {
        let end = hit.first + hit.len;
        let before = (title.is_joined(hit.first))
            .then(|| hit.first.checked_sub(1))
            .flatten();
        let behind = [end, end + 1].into_iter();
        let joined = |at: &usize| (end..=*at).all(|it| title.is_joined(it));
        let mut beside = before.into_iter().chain(behind.filter(joined));
        beside.find(|at| is_code(title.span(*at, at + 1)))
    })?;
    let room = code.checked_sub(1).map(|it| title.meaning(it));
    if room.is_some_and(|it| it.any(&[Concept::Room, Concept::At, Concept::Street])) {
        return None;
    }
    reason("user_research", title.span(code, code + 1), -2.0)
}

/// `P07`, `E12`, `TN03`: one or two capital letters and a number of two digits or three.
fn is_code(word: &str) -> bool {
    let letters = word.find(|c: char| !c.is_ascii_uppercase());
    let Some((letters, number)) = letters.and_then(|it| word.split_at_checked(it)) else {
        return false;
    };
    matches!(letters.len(), 1 | 2)
        && matches!(number.len(), 2 | 3)
        && number.starts_with('0')
        && number.bytes().all(|it| it.is_ascii_digit())
}

/// Ranks that ask, folded, which roles hold as well.
static RANKS: List = List::new(
    "manager|managers|manageress|lead|leader|head|owner|owners|boss|supervisor|foreman|chef|sister|\
    matron|principal|leiter|leiterin|chefin|meister|meisterin|responsable|patron|patronne|gerant|\
    gerante|gerente|jefe|jefa|encargado|encargada|dueno|duena|capo|responsabile|titolare|dono|dona|\
    chefe|eigenaar|eigenaresse|bedrijfsleider|teamleider|kierownik|kierownikiem|szef|szefem|leder|\
    chefen|lederen|vedouci|vedoucim|mistr|директор|директором|начальник|начальником",
);

/// `Phone interview w/ lighthouse keeper`: whoever is asked to an interview notes a name, or a rank
/// of those who ask.
pub(super) fn with_anybody(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let possible = scene.is_own_note()
        && title.meanings().any(&INTERVIEW)
        && !title.meanings().any(&[
            Concept::Hiring,
            Concept::Leader,
            Concept::Department,
            Concept::Step,
            Concept::WeakStep,
            Concept::Round,
            Concept::ToCandidate,
        ])
        && !lookalike::is_numbered(scene)
        && !around.is_time_of_search(scene.event)
        && !around.leaning.is_search(scene.event);
    if !possible {
        return None;
    }
    let parts = scene.parts();
    let other = |it: &Part| it.lead != Lead::With && (is_name(it) || it.person == Likeness::Known);
    if parts.iter().any(other) {
        return None;
    }
    let met = parts.iter().find(|it| it.lead == Lead::With)?;
    // `nurse manager`: who leads asks.
    if met.text.split_whitespace().any(|it| RANKS.has_folded(it)) {
        return None;
    }
    let small = met.text.chars().all(|it| !it.is_uppercase())
        && met.text.starts_with(|it: char| it.is_lowercase());
    let weight = if met.concepts.has(Concept::RoleWord) {
        -2.4
    } else {
        -1.2
    };
    // Where nothing is large, employers are small, too.
    let cased = title.is_large(0);
    (small && (cased || weight < -2.0))
        .then(|| reason("subject", &met.text, weight))
        .flatten()
}

/// Help at home, folded.
static HELP: List = List::new(
    "nanny|babysitter|childminder|cleaner|lodger|flatmate|housekeeper|kindermadchen|putzfrau|putzhilfe|\
    haushaltshilfe|tagesmutter|nounou|nourrice|ninera|canguro|limpiadora|tata|badante|colf|baba|\
    faxineira|diarista|oppas|gastouder|werkster|schoonmaakster|barnvakt|barnepige|barnevakt|niania|\
    niani|nianka|opiekunka|chuva|uklizecka|няня|няне|нянеи|няню|dadi|bakicisi|bejusz",
);

/// `Interview nanny`: families look for help, and who applies to one notes its name, or looks for a
/// job at that time.
pub(super) fn help_at_home(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let possible = scene.is_own_note()
        && title.meanings().any(&INTERVIEW)
        && !title.has(Concept::Hiring)
        && !around.is_time_of_search(scene.event)
        && !around.leaning.is_search(scene.event);
    if !possible {
        return None;
    }
    let help = (0..title.tokens.len()).find(|at| {
        let pair = title.word(*at) == "baby" && title.word(at + 1) == "sitter";
        pair || HELP.has_folded(title.word(*at))
    })?;
    let employer = scene.parts().iter().any(is_name);
    (!employer)
        .then(|| reason("subject", title.span(help, help + 1), -2.0))
        .flatten()
}

fn is_name(part: &Part) -> bool {
    part.text.starts_with(char::is_uppercase) && !part.concepts.has(Concept::RoleWord)
}

/// Who holds an office, folded; the press asks them.
static OFFICES: List = List::new(
    "cllr|councillor|councilor|alderman|senator|congressman|congresswoman|mayor|minister|\
    abgeordneter|abgeordnete|burgermeister|burgermeisterin|depute|deputee|senateur|senatrice|maire|\
    concejal|concejala|alcalde|alcaldesa|diputado|diputada|sindaco|sindaca|assessore|prefeito|\
    prefeita|vereador|vereadora|deputado|deputada|wethouder|burgemeester|raadslid|kamerlid|\
    burmistrz|burmistrzem|radny|posel|poslanka|starosta|starostou|borgmester|ordforer|kommunalrad|\
    депутат|депутатом|мэр|мэром",
);

/// `Interview: Cllr Mabey (library closures)`: right behind the word for an interview somebody who
/// holds an office, and no trade.
pub(super) fn with_office_holder(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let else_ = [
        Concept::Hiring,
        Concept::Step,
        Concept::WeakStep,
        Concept::ToCandidate,
    ];
    if !scene.is_own_note() || title.meanings().any(&else_) {
        return None;
    }
    let interview = title.hits.iter().find(|it| it.concepts.any(&INTERVIEW))?;
    let end = interview.first + interview.len;
    let office = (end..end + 3).find(|at| OFFICES.has_folded(title.word(*at)))?;
    let small = |at: usize| !title.is_large(at);
    let owns = title.word(office + 1) == "s";
    let mut rest = title.hits.iter().filter(|it| it.first != office);
    let trades = [Concept::RoleWord, Concept::Leader, Concept::Department];
    let trade = rest.any(|it| it.concepts.any(&trades));
    ((end..office).all(small) && !owns && !trade)
        .then(|| reason("press", title.span(office, office + 1), -2.4))
        .flatten()
}

/// `Bus 42 to interview`: how the user gets there.
pub(super) fn way_there(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    if !scene.is_own_note()
        || title
            .meanings()
            .any(&[Concept::ToCandidate, Concept::Hiring])
    {
        return None;
    }
    let last = title
        .hits
        .last()
        .filter(|it| it.concepts.any(&INTERVIEW) && it.first + it.len == title.tokens.len())?;
    let to = last.first.checked_sub(1)?;
    let before = to.checked_sub(1)?;
    let joined = [to, last.first].iter().all(|at| title.is_joined(*at));
    let invited = INVITED.iter().any(|it| title.word(before).starts_with(it));
    (joined && !invited && TO.has_folded(title.word(to)))
        .then(|| reason("errand", title.span(0, to), -2.8))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::signals::testing::{event, fired, fires_on, invited, who};

    #[test]
    fn numbers_of_participants_are_told_from_rounds_and_rooms() {
        for title in [
            "P07 interview (zoom, record!)",
            "Entrevista cualitativa E07 (cuidadora)",
            "Interview TN03",
            "intervju R012",
        ] {
            assert!(fires_on(participant, title), "{title}");
        }
        for title in [
            "Interview R2 Corvane",
            "L2 interview",
            "Interview Corvane, room A07",
            "Interview B12",
            "interview 007",
            "Corvane P07",
        ] {
            assert!(!fires_on(participant, title), "{title}");
        }
    }

    #[test]
    fn whoever_is_asked_without_a_name_is_no_employer() {
        for title in [
            "Phone interview w/ lighthouse keeper",
            "interview with student nurse",
            "Interview mit einem bäcker",
        ] {
            assert!(fires_on(with_anybody, title), "{title}");
        }
        for title in [
            "Interview w/ Corvane",
            "Interview with nurse manager",
            "Corvane interview w/ engineer",
            "Interview with Anna, nurse",
            "Interview (nurse)",
            "2nd interview w/ engineer",
            "Interview with recruiter",
        ] {
            assert!(!fires_on(with_anybody, title), "{title}");
        }
        let unknown = event("Interview with insurance assessor");
        assert!(fired(with_anybody, &unknown).is_some());
        assert!(!fires_on(with_anybody, "interview with corvane"));
        let theirs = invited(
            event("Interview with engineer"),
            who("Bo", "bo@corvane.example"),
            &[],
        );
        assert!(fired(with_anybody, &theirs).is_none());
    }

    #[test]
    fn office_holders_are_asked_by_the_press() {
        for title in [
            "Interview: Cllr Mabey (library closures)",
            "Interview with the mayor",
            "Interview du maire",
            "Entrevista com o prefeito",
            "interview met wethouder Bos",
        ] {
            assert!(fires_on(with_office_holder, title), "{title}");
        }
        for title in [
            "Interview Corvane, Mayor Street",
            "Interview MP's office",
            "Interview mayor, caseworker",
            "Interview Corvane",
            "Selection committee (Mayor Farley)",
        ] {
            assert!(!fires_on(with_office_holder, title), "{title}");
        }
    }

    #[test]
    fn families_look_for_help() {
        for title in [
            "Interview nanny",
            "entretien baby-sitter",
            "entrevista niñera 17h",
            "собеседование с няней",
            "sollicitatiegesprek oppas",
        ] {
            assert!(fires_on(help_at_home, title), "{title}");
        }
        for title in [
            "Interview cleaner, Corvane Services",
            "nanny job interview vacancy",
            "Nanny lunch",
        ] {
            assert!(!fires_on(help_at_home, title), "{title}");
        }
    }

    #[test]
    fn the_way_to_an_interview_is_none() {
        for title in [
            "Bus 42 to interview",
            "Zug 7:14 zum Vorstellungsgespräch",
            "trein naar sollicitatiegesprek",
        ] {
            assert!(fires_on(way_there, title), "{title}");
        }
        for title in [
            "Invited to interview",
            "Called to interview",
            "interview",
            "Going to interview at Corvane",
        ] {
            assert!(!fires_on(way_there, title), "{title}");
        }
    }
}

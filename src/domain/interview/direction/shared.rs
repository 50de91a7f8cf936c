//! Whether an event shows those who interview: one of them is told a part of it, the resume lies
//! where all of them find it, and somebody new is looked for.

use crate::domain::interview::{
    Reason,
    scene::Scene,
    signals::reason,
    text::{fold::fold, lexicon::Concept, list::List, reading::Reading},
};

/// A resume, folded.
static RESUME: List = List::new(
    "\
    cv|cvs|resume|resumes|lebenslauf|bewerbung|bewerbungsunterlagen|unterlagen|curriculum|curriculo|\
    candidature|ansokan|ansogning|soknad|zyciorys|zivotopis",
);

/// Where teams keep what all of them read, folded.
static KEPT: List = List::new(
    "\
    personio|greenhouse|lever|workday|recruitee|teamtailor|bamboohr|smartrecruiters|homerun|\
    sharepoint|drive|dropbox|onedrive|intranet|laufwerk|ordner|ablage|folder|cartella|carpeta|\
    mappen|katalogu|slozce",
);

/// `my`, folded: the user's own resume.
static MY: List = List::new("my|mein|meinen|meine|mon|ma|mi|meu|mio|mijn|min|mitt|moje|moj|muj");

/// So many words stand at most between a resume and where it is.
const NEAR: usize = 4;

/// `new`, folded.
static NEW: List = List::new(
    "new|neuer|neue|neuen|nouveau|nouvelle|nuevo|nueva|nuovo|nuova|novo|nova|nieuwe|ny|nye|nowy|nowa|\
    novy|uusi|новый|новая|yeni",
);

/// `Interview new porter`: whom the user looks for; a candidate looks for a new job.
pub(super) fn new_role<'s>(scene: &'s Scene<'_>) -> Option<&'s str> {
    let title = &scene.title;
    if !scene.is_own_note() || !scene.title_names_interview() || title.has(Concept::Hiring) {
        return None;
    }
    let mut words = 1..title.tokens.len();
    let at = words.find(|at| {
        let role = title.hits.iter().find(|it| it.first == at + 1);
        let role = role.is_some_and(|it| it.concepts.has(Concept::RoleWord))
            || is_short_for_role(title, at + 1);
        role && title.is_joined(at + 1) && !title.is_large(*at) && NEW.has_folded(title.word(*at))
    })?;
    Some(title.span(at, at + 2))
}

/// `new KP`: two to four capital letters at the end.
fn is_short_for_role(title: &Reading, at: usize) -> bool {
    let word = title.span(at, at + 1);
    at + 1 == title.tokens.len()
        && (2..=4).contains(&word.len())
        && word.bytes().all(|it| it.is_ascii_uppercase())
}

/// What a description says to those who interview.
pub(super) fn shared(scene: &Scene<'_>) -> Vec<Reason> {
    let mut out = Vec::new();
    let body = &scene.body;
    let about = scene.title_names_interview() || scene.title.has(Concept::Hiring);
    if !about || body.has(Concept::ToCandidate) || scene.title_names_user() {
        return out;
    }
    if let Some(at) = kept_resume(body) {
        out.extend(reason("hiring_side", body.span(at, at + 1), -1.8));
    }
    if is_told_a_part(scene) {
        out.extend(reason("hiring_side", &scene.user.name, -2.2));
    }
    out
}

/// `Lebenslauf liegt in Personio`, `CV is in the shared folder`.
fn kept_resume(body: &Reading) -> Option<usize> {
    let resumes = (0..body.tokens.len()).filter(|at| RESUME.has_folded(body.word(*at)));
    resumes
        .filter(|at| {
            let before = at.checked_sub(1).map_or("", |it| body.word(it));
            !MY.has_folded(before)
        })
        .find(|at| {
            let behind = at + 1..at + 2 + NEAR;
            behind
                .take_while(|it| body.is_joined(*it))
                .any(|it| KEPT.has_folded(body.word(it)))
        })
}

/// `Mira: please take the technical part`: somebody else who asks the user along begins a sentence
/// with the user's name and a colon.
fn is_told_a_part(scene: &Scene<'_>) -> bool {
    let body = &scene.body;
    let invited = scene.organizer().is_some() && !scene.is_organized_by_user();
    let name = scene.user.name.split_whitespace().next().map(fold);
    let Some(name) = name.filter(|it| invited && it.chars().count() > 2) else {
        return false;
    };
    (0..body.tokens.len()).any(|at| {
        body.word(at) == name
            && !body.is_joined(at)
            && body.between(at + 1) == ": "
            && body.span(at + 1, at + 2).starts_with(char::is_lowercase)
    })
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, invited, user, who};

    fn weight(description: &str) -> f64 {
        let asked = event("Interview intern");
        let mut asked = invited(asked, who("Tobias Nagel", "tobias@corvane.example"), &[]);
        asked.description = description.to_owned();
        let user = user();
        let scene = Scene::new(&asked, &user, &TimeZone::UTC);
        shared(&scene).iter().map(|it| it.weight).sum()
    }

    #[test]
    fn those_who_interview_share_what_they_read() {
        for text in [
            "Lebenslauf liegt in Personio.",
            "CV is in the shared folder",
            "CV dans SharePoint",
            "Lebenslauf im Ordner Bewerbungen/2031",
            "Mira: bitte den technischen Teil.",
            "Bo opens. Mira: please ask about SQL",
        ] {
            assert!(weight(text) < -1.5, "{text}");
        }
    }

    #[test]
    fn somebody_new_is_looked_for() {
        let user = user();
        let told = |title: &str| {
            let event = event(title);
            let scene = Scene::new(&event, &user, &TimeZone::UTC);
            new_role(&scene).is_some()
        };
        for title in [
            "Nurse interview: new nurse",
            "entrevista nueva recepcionista",
            "Trial shift - new KP",
            "Vorstellungsgespräch neue Erzieherin",
            "ansættelsessamtale ny sygeplejerske",
        ] {
            assert!(told(title), "{title}");
        }
        for title in [
            "Interview New Look",
            "new job interview",
            "Interview nurse, new hospital",
            "Interview for new position as nurse",
        ] {
            assert!(!told(title), "{title}");
        }
    }

    #[test]
    fn candidates_are_told_otherwise() {
        for text in [
            "my CV is in the drive",
            "Bring your CV. A folder helps",
            "CV",
            "Mira: Presentation",
            "Hi Mira: thank you for applying",
            "Dear Mira, please bring your CV",
            "Lebenslauf mitbringen",
        ] {
            assert!(weight(text) == 0.0, "{text}");
        }
    }
}

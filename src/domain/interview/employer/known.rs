//! A title's name of a company beside what the domain, the calendar and its own letters tell of it.

use super::{
    super::{
        domains, names,
        scene::{Scene, Surroundings},
        text::{
            fold::{fold, is_unspaced, squash},
            lexicon::Concept,
            reading::Reading,
        },
    },
    spelled,
};

/// `name`, cut out of the title, as the company is called.
pub(super) fn settled(
    scene: &Scene<'_>,
    labels: &[String],
    around: &Surroundings,
    name: &str,
) -> String {
    let name = behind_small_words(name);
    let name = without_small_tail(labels, around, name);
    whole(scene, labels, name).unwrap_or_else(|| name.to_owned())
}

/// `Corvane` of `Corvane Loop <> Mira` by `corvaneloop`: a word that titles use for steps ends the
/// name, if the domain has it, too.
fn whole(scene: &Scene<'_>, labels: &[String], name: &str) -> Option<String> {
    labels.iter().find_map(|label| {
        let spelling = spelled::spelled(scene, label)?;
        let more = spelling.strip_prefix(name)?.starts_with(' ');
        let exact = squash(&spelling) == squash(label);
        (more && exact && scene.title.original().contains(&spelling)).then_some(spelling)
    })
}

/// `lady Acme Pipe`, `exámenes técnicos Acme`: small words before a name, if they are no part of
/// one as `hotel` and `de` are.
fn behind_small_words(name: &str) -> &str {
    const OFFICES: [&str; 8] = [
        "bureau", "buro", "kantoor", "agence", "agencia", "agenzia", "agentur", "biuro",
    ];
    let small = |it: &str| {
        !it.chars().next().is_some_and(char::is_uppercase) && !it.chars().any(char::is_uppercase)
    };
    let words = name.split(' ').take_while(|it| small(it));
    let count = words.clone().count();
    let length: usize = words.map(|it| it.len() + 1).sum();
    let Some(rest) = name.get(length..).filter(|it| !it.is_empty() && count > 0) else {
        return name;
    };
    let head = name.get(..length).unwrap_or_default();
    let reading = Reading::new(head);
    let part_of_name = reading.has(Concept::OrgWord)
        || reading.meanings().any(&[
            Concept::LegalForm,
            Concept::Topic,
            Concept::Street,
            Concept::Room,
        ])
        || head.split_whitespace().any(|it| {
            it.chars().all(char::is_alphabetic) && it.chars().count() < 4
                || names::is_particle(&fold(it))
                || OFFICES.contains(&fold(it).as_str())
                || it.contains(['\'', '’'])
        });
    let large = rest.split(' ').all(|it| !small(it));
    if part_of_name || !large || name.chars().any(is_unspaced) {
        name
    } else {
        rest
    }
}

/// `Acme proctored`, `Acme regional`: small words behind what the domain or another event calls the
/// company.
fn without_small_tail<'n>(labels: &[String], around: &Surroundings, name: &'n str) -> &'n str {
    let Some(at) = name.match_indices(' ').map(|(at, _)| at).find(|at| {
        let rest = name.get(at + 1..).unwrap_or_default();
        rest.split(' ')
            .all(|it| !it.is_empty() && !it.chars().any(char::is_uppercase))
    }) else {
        return name;
    };
    let head = name.get(..at).unwrap_or(name);
    let begins = |known: &str| {
        let rest = known.strip_prefix(head);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')) && known != name
    };
    if Reading::new(name.get(at..).unwrap_or_default()).has(Concept::OrgWord) {
        return name;
    }
    let told = labels.iter().any(|label| squash(label) == squash(head));
    if told || around.employers.iter().any(|it| begins(&it.name)) {
        head
    } else {
        name
    }
}

/// `Corvane Hollow PS` at `Corvane Hollow Public School` (folded): a title shortens what the place spells.
pub(super) fn is_short_for(name: &str, place: &str) -> bool {
    let Some((head, letters)) = name.rsplit_once(' ') else {
        return false;
    };
    let shouted = letters.chars().count() > 1 && letters.chars().all(char::is_uppercase);
    let head = fold(head);
    let Some(rest) = place.trim().strip_prefix(head.as_str()) else {
        return false;
    };
    let initials: String = rest
        .split_whitespace()
        .filter_map(|it| it.chars().next())
        .collect();
    let letters = fold(letters);
    shouted
        && rest.starts_with(' ')
        && initials.chars().count() > 1
        && (letters.starts_with(&initials) || initials.starts_with(&letters))
}

/// `Personio: talk – Corvane`: the system that the event comes from.
pub(crate) fn is_system(scene: &Scene<'_>, text: &str) -> bool {
    let name = squash(text);
    scene
        .guests
        .iter()
        .filter(|guest| guest.infrastructure.is_some())
        .filter_map(|guest| guest.email.as_deref().and_then(domains::of_address))
        .any(|domain| squash(domains::label(domain)) == name)
}

/// Whether a machine's address is that of a board which advertises the jobs of others.
pub(super) fn is_job_board(label: &str) -> bool {
    const STEMS: [&str; 14] = [
        "apply", "jobs", "jobb", "vacanc", "vacatur", "stellen", "bewerb", "emploi", "empleo",
        "oferta", "lavoro", "praca", "vagas", "work4",
    ];
    let label = squash(label);
    STEMS.iter().any(|it| label.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_before_a_name_are_no_part_of_it() {
        for (name, rest) in [
            ("lady Corvane Pipe", "Corvane Pipe"),
            ("exámenes psicométricos Corvane", "Corvane"),
            ("prøvetime 6kl Corvane", "Corvane"),
            ("hotel Corvane", "hotel Corvane"),
            ("bureau Corvane", "bureau Corvane"),
            ("eCorvane Foods", "eCorvane Foods"),
            ("de Corvane", "de Corvane"),
            ("corvane", "corvane"),
            ("van der Valk", "van der Valk"),
            ("Corvane", "Corvane"),
        ] {
            assert_eq!(behind_small_words(name), rest, "{name}");
        }
    }

    #[test]
    fn small_words_behind_a_known_name_are_no_part_of_it() {
        let labels = ["corvane".to_owned()];
        let none = Surroundings::default();
        for (name, head) in [
            ("Corvane regional", "Corvane"),
            ("Corvane proctored now", "Corvane"),
            ("Lysander direct", "Lysander direct"),
            ("Corvane Foods", "Corvane Foods"),
            ("Corvane kommun", "Corvane kommun"),
        ] {
            assert_eq!(without_small_tail(&labels, &none, name), head, "{name}");
        }
    }

    #[test]
    fn initials_stand_for_what_the_place_spells() {
        for (name, place) in [
            ("Corvane Hollow PS", "corvane hollow public school"),
            ("St. Odile CES", "st. odile catholic elementary"),
        ] {
            assert!(is_short_for(name, place), "{name}");
        }
        for (name, place) in [
            ("Corvane Hollow PS", "corvane hollow road"),
            ("Corvane Hollow", "corvane hollow public school"),
            ("LTO Gr", "corvane hollow public school"),
        ] {
            assert!(!is_short_for(name, place), "{name}");
        }
    }
}

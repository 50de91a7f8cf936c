//! A title's name of a company beside what the domain, the calendar and its own letters tell of it.

use super::{
    super::{
        caller::is_verb,
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
    let name = behind_small_words(behind_hiring(before_verb(before_way(name))));
    let name = without_small_tail(labels, around, name);
    let name = without_other_tail(scene, labels, around, name);
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

/// `Acme via Pisani`, `Acme via Hays`: the street, or who has brought it.
fn before_way(name: &str) -> &str {
    name.split_once(" via ")
        .map(|(company, _)| company)
        .filter(|it| it.starts_with(char::is_uppercase))
        .unwrap_or(name)
}

/// `Acme HR ringing`: what the company does.
fn before_verb(name: &str) -> &str {
    name.rsplit_once(' ')
        .filter(|(_, verb)| is_verb(verb))
        .map_or(name, |(company, _)| company)
}

/// `Oral recrutement CHU`: a word for hiring, written small between words written large, ends what is
/// done and begins who does it.
fn behind_hiring(name: &str) -> &str {
    let reading = Reading::new(name);
    let count = reading.tokens.len();
    let inner = (1..count.saturating_sub(1)).rev().find(|at| {
        let meaning = reading.meaning(*at);
        !reading.is_large(*at) && meaning.has(Concept::Hiring) && !meaning.has(Concept::OrgWord)
    });
    let start = inner.and_then(|at| reading.tokens.get(at + 1));
    start
        .and_then(|it| name.get(it.start..))
        .filter(|it| it.starts_with(char::is_uppercase) && reading.is_large(0))
        .unwrap_or(name)
}

/// `lady Acme Pipe`, `exámenes técnicos Acme`: small words before a name, if they are no part of
/// one as `hotel` and `de` are.
fn behind_small_words(name: &str) -> &str {
    const OFFICES: [&str; 4] = ["bureau", "buro", "kantoor", "biuro"];
    let small = |it: &str| it != "&" && !it.chars().any(char::is_uppercase);
    let words = name.split(' ').take_while(|it| small(it));
    let count = words.clone().count();
    let length: usize = words.map(|it| it.len() + 1).sum();
    let Some(rest) = name.get(length..).filter(|it| !it.is_empty() && count > 0) else {
        return name;
    };
    let head = name.get(..length).unwrap_or_default();
    let reading = Reading::new(head);
    // `agence Acme`: what it is, which its people leave out.
    const AGENCIES: [&str; 5] = ["agence", "agencia", "agenzia", "agentur", "uitzendbureau"];
    let agency = head
        .split_whitespace()
        .all(|it| AGENCIES.contains(&fold(it).as_str()));
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
    if part_of_name && !agency || !large || name.chars().any(is_unspaced) {
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

/// `Acme PACU`, `Acme 5N`: letters or numbers of a ward or site behind what another event calls the
/// company, if the domain does not have them.
fn without_other_tail<'n>(
    scene: &Scene<'_>,
    labels: &[String],
    around: &Surroundings,
    name: &'n str,
) -> &'n str {
    let Some((head, tail)) = name.rsplit_once(' ') else {
        return name;
    };
    let letters = tail
        .chars()
        .any(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        && tail
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    let told = || {
        let mut others = around.employers.iter();
        others.any(|it| {
            let more = it.name.strip_prefix(head);
            let begins = more.is_some_and(|more| more.is_empty() || more.starts_with(' '));
            begins && it.name != name && it.is_told_beside(scene.event)
        })
    };
    let fits = |label: &String| squash(label).contains(&squash(name));
    let meant = is_more_of_name(tail).is_some_and(|more| more);
    if letters
        && head.chars().count() > 3
        && !meant
        && head.chars().any(char::is_lowercase)
        && !labels.iter().any(fits)
        && told()
    {
        head
    } else {
        name
    }
}

/// Whether words beside a name belong to it: one is for companies. `None` without words.
fn is_more_of_name(words: &str) -> Option<bool> {
    let reading = Reading::new(words);
    let letters = words.trim().chars().all(char::is_uppercase);
    (!reading.tokens.is_empty()).then(|| {
        reading
            .meanings()
            .any(&[Concept::OrgWord, Concept::LegalForm])
            || reading.has(Concept::Topic) && !letters
    })
}

/// `Marcos RH`, `WB 2`: whoever calls, or a number, before a name.
fn is_somebody_or_unit(words: &str) -> bool {
    let reading = Reading::new(words);
    reading
        .meanings()
        .any(&[Concept::Department, Concept::Hiring])
        || words.chars().any(|it| it.is_ascii_digit())
}

/// Whether `known`, which another event tells, is this name of the title with more that does not belong
/// to it: `Marcos RH Acme`, `Acme Secunda`.
pub(super) fn is_overgrown(known: &str, titled: &str) -> bool {
    const SHORTEST: usize = 4;
    if titled.chars().count() < SHORTEST || known.chars().any(is_unspaced) {
        return false;
    }
    let before = known
        .strip_suffix(titled)
        .filter(|it| it.ends_with(' '))
        .map(|it| !is_somebody_or_unit(it));
    let behind = known
        .strip_prefix(titled)
        .filter(|it| it.starts_with(' '))
        .and_then(is_more_of_name);
    before.or(behind).is_some_and(|more| !more)
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
            ("agence Corvane", "Corvane"),
            ("uitzendbureau Corvane", "Corvane"),
            ("recruiter Corvane & Zn", "Corvane & Zn"),
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
    fn ways_and_verbs_end_a_name() {
        assert_eq!(before_way("Corvane via Pisani"), "Corvane");
        assert_eq!(before_way("via Corvane"), "via Corvane");
        assert_eq!(before_verb("Corvane HR ringing"), "Corvane HR");
        assert_eq!(before_verb("Corvane Foods"), "Corvane Foods");
        assert_eq!(behind_hiring("Oral recrutement Corvane"), "Corvane");
        assert_eq!(
            behind_hiring("Corvane Recruiting Lune"),
            "Corvane Recruiting Lune"
        );
    }

    #[test]
    fn what_other_events_add_to_a_name_has_to_belong_to_it() {
        for (known, titled) in [
            ("Corvane Secunda", "Corvane"),
            ("Corvane PACU", "Corvane"),
            ("Marcos RH Corvane", "Corvane"),
        ] {
            assert!(is_overgrown(known, titled), "{known}");
        }
        for (known, titled) in [
            ("Corvane Foods", "Corvane"),
            ("Haus Corvane", "Corvane"),
            ("Via Corvane", "Corvane"),
            ("Corvane GmbH", "Corvane"),
            ("Corvane", "Corvane"),
            ("Lune Secunda", "Corvane"),
            ("Corvanes", "Corvane"),
        ] {
            assert!(!is_overgrown(known, titled), "{known}");
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

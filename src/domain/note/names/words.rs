//! Words that stand around names: forms of address and degrees before them, letters after them,
//! particles inside them; and those that name a department, not a person.

use super::Gender;
use crate::domain::interview::folded;

/// What a word before a name says of its bearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// `Mr`, `Frau`, `Mx`.
    Address(Option<Gender>),
    /// `Sr`, `Sra`: two family names may follow.
    Spanish(Gender),
    /// `don`, `doña`: a given name follows.
    Don(Gender),
    /// `Dr`, `Prof`: stays in a greeting; `Dra` says whom it is of.
    Degree(Option<Gender>),
    /// `Ing.`, `Rev.`: stays before a family name alone.
    Other,
}

/// Words before a name, in small letters and without full stops.
const BEFORE: [(&str, Before); 8] = [
    (
        "mrs ms miss frau fr mme mlle madame mademoiselle signora mevrouw mevr mw fru dna",
        Before::Address(Some(Gender::Woman)),
    ),
    (
        "mr herr herrn hr monsieur signor meneer dhr dl",
        Before::Address(Some(Gender::Man)),
    ),
    ("mx", Before::Address(None)),
    ("sra srta señora señorita", Before::Spanish(Gender::Woman)),
    ("sr señor", Before::Spanish(Gender::Man)),
    ("doña dña", Before::Don(Gender::Woman)),
    ("dr prof professor doctor", Before::Degree(None)),
    (
        "dra profa professorin dottssa",
        Before::Degree(Some(Gender::Woman)),
    ),
];
const OTHERS: &str = "dott sir mtro mtra arq lic rev capt avv dipl dipl-ing dipl-kfm";
/// Those that are names, initials or words as well: only with a full stop behind.
const SHORT: &str = " ing sig mag cp eng bc ";
/// Two letters that are no title in capitals: `HR Wrocław`.
const SHOUTED: &str = " hr fr sr mw dl dna ";

/// Words that a list of people puts before a name, written small: `med Jonas Wik`.
const LEADING: &str = " med mit avec con with met com el och og ";

/// Parts of family names, as they are written small.
const PARTICLES: &str = " van von vom zu zum zur der den de del della di da do dos das du des la le \
    el al bin ben ibn ter ten af av ";
/// Those that are no given name when they stand first, with a capital.
const CAPITAL_PARTICLES: &str =
    " van von vom zum zur der den de del di da dos das du la le ter ten ";

/// What may follow a name, with or without a comma.
const SUFFIXES: &str = " jr sr ii iii iv phd md mba esq cpa pmp msc bsc phr sphr cfa acca llm llb \
    dphil mph cissp mcipd fcipd ";

/// Words of those who hire, of departments and of groups.
const FUNCTIONS: &str = " team hiring recruiting recruitment talent acquisition hr hrbp rh rrhh drh \
    human ressources resourcing careers department office committee panel board reception scheduling interviewers \
    personalabteilung personalwesen bewerbung bewerbungen abteilung redaktion chefredaktion sekretariat \
    recrutement equipe secretariat scolarite recursos equipo seleccion secretaria recrutamento \
    recrutador vagas rekrutacja kadry nabor rekrytering rekruttering selezione personale ";

fn holds(list: &str, word: &str) -> bool {
    // A word with blanks around it; none has any inside.
    let mut words = list.split_ascii_whitespace();
    words.any(|it| it == word)
}

/// What a word before a name is; `None` where it belongs to the name. `next` follows it.
pub(super) fn before(word: &str, next: Option<&str>) -> Option<Before> {
    let dotted = word.ends_with('.');
    let bare = word.replace('.', "");
    let small = bare.to_lowercase();
    let shouted = !dotted && bare.chars().all(char::is_uppercase);
    if shouted && holds(SHOUTED, &small) {
        return None;
    }
    match bare.as_str() {
        "pani" => return Some(Before::Address(Some(Gender::Woman))),
        "pan" => return Some(Before::Address(Some(Gender::Man))),
        "don" => return Some(Before::Don(Gender::Man)),
        // `Don Draper` is called so; `Don Juan Pérez` is addressed.
        "Don" => {
            return next
                .is_some_and(is_given)
                .then_some(Before::Don(Gender::Man));
        }
        _ => {}
    }
    if let Some((_, told)) = BEFORE.iter().find(|(words, _)| holds(words, &small)) {
        Some(*told)
    } else if dotted && small == "pr" {
        Some(Before::Degree(None))
    } else if holds(OTHERS, &small) || (dotted && holds(SHORT, &small)) {
        Some(Before::Other)
    } else {
        None
    }
}

/// Whether a word before a name only leads to it.
pub(super) fn leads(word: &str) -> bool {
    holds(LEADING, word)
}

/// Whether a word written small is a part of a family name.
pub(super) fn is_particle(word: &str) -> bool {
    holds(PARTICLES, word)
}

/// Whether a word is one of them, and no given name, however it is written.
pub(super) fn is_sure_particle(word: &str) -> bool {
    holds(CAPITAL_PARTICLES, &word.to_lowercase())
}

/// Whether a family name begins with a word.
pub(super) fn begins_family(word: &str) -> bool {
    is_particle(word) || is_sure_particle(word)
}

/// Whether a word behind a name is a degree, or a number of the family.
pub(super) fn is_suffix(word: &str) -> bool {
    let bare: String = word.chars().filter(|it| it.is_alphanumeric()).collect();
    holds(SUFFIXES, &bare.to_lowercase())
}

/// Whether a word names a department or a group.
pub(super) fn is_function(word: &str) -> bool {
    holds(FUNCTIONS, &folded(word))
}

/// Whether a word stands in no name: a number, `&`, an address.
pub(super) fn is_odd(word: &str) -> bool {
    let odd = |it: char| it.is_ascii_digit() || matches!(it, '@' | '&');
    word.chars().any(odd) || !word.contains(char::is_alphanumeric)
}

/// Whether a word is a common given name: `Jean-Luc` by its first part.
pub(super) fn is_given(word: &str) -> bool {
    let word = folded(word);
    let head = word.split(['-', '.', '\'', '’']).next().unwrap_or_default();
    crate::domain::interview::is_given_name(head)
}

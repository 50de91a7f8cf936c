//! A name taken apart: what stands before it, the given and the family name.
//!
//! Order and particles are told by the shape alone; given names that are known count only where the
//! shape leaves two readings.

use super::{
    Gender, is_east_asian,
    words::{self, Before},
};

/// A name as a calendar has it, taken apart.
#[derive(Clone, Debug, Default)]
pub(in crate::domain::note) struct Name {
    /// The form of address, as written: `Mr.`, `Frau`.
    pub(in crate::domain::note) honorific: Option<String>,
    /// What that, or a degree, says of the bearer.
    pub(in crate::domain::note) gender: Option<Gender>,
    /// Degrees that stay in a greeting, as written: `Prof.`, `Dr.`.
    pub(in crate::domain::note) degrees: Vec<String>,
    /// The name itself, given names first.
    words: Vec<String>,
    /// A title that is left out beside a whole name.
    other: Option<String>,
    /// A single word in capitals: `CEO`.
    shouted: bool,
    spanish: bool,
    don: bool,
}

impl Name {
    /// Takes a name apart.
    pub(in crate::domain::note) fn of(full: &str) -> Self {
        Self::read(full, false)
    }

    /// The same in a French note: `M. Dupont` is no initial there.
    pub(in crate::domain::note) fn in_french(full: &str) -> Self {
        Self::read(full, true)
    }

    fn read(full: &str, french: bool) -> Self {
        let full = full.split(['(', '[', '<', '|']).next().unwrap_or_default();
        let (family, given) = ordered(full);
        let mut name = Self::default();
        let mut rest: Vec<&str> = Vec::new();
        for part in [given, family] {
            let mut part: Vec<&str> = part.split_whitespace().collect();
            name.peel(&mut part, french);
            while part.len() > 1 && part.last().is_some_and(|it| words::is_suffix(it)) {
                part.pop();
            }
            rest.extend(part);
        }
        if let [only] = rest.as_slice() {
            rest = parts_of_address(only);
        }
        name.words = cased(&rest);
        if let [only] = rest.as_slice() {
            name.shouted = is_shouted(only, 2);
            let family_alone = !name.is_titled();
            name.degrees
                .extend(name.other.take().filter(|_| family_alone));
        }
        name
    }

    /// Takes off what stands before the name.
    fn peel(&mut self, rest: &mut Vec<&str>, french: bool) {
        while let Some(&word) = rest.first() {
            let next = rest.get(1).copied();
            let told = match words::before(word, next) {
                None if french && word == "M." && next.is_some() => {
                    Some(Before::Address(Some(Gender::Man)))
                }
                told => told,
            };
            let of_degree = word.starts_with(char::is_lowercase) && word.ends_with('.');
            match told {
                Some(Before::Address(gender)) => self.address(word, gender),
                Some(Before::Spanish(gender)) => {
                    self.address(word, Some(gender));
                    self.spanish = true;
                }
                Some(Before::Don(gender)) => {
                    self.address(word, Some(gender));
                    self.don = true;
                }
                Some(Before::Degree(gender)) => {
                    self.degrees.push(capital(word));
                    self.gender = self.gender.or(gender);
                }
                Some(Before::Other) => {
                    self.other.get_or_insert_with(|| capital(word));
                }
                // `Dr. med. Hans Müller`
                None if of_degree && (self.other.is_some() || !self.degrees.is_empty()) => {}
                None if next.is_some() && words::leads(word) => {}
                None => break,
            }
            rest.remove(0);
        }
    }

    fn address(&mut self, word: &str, gender: Option<Gender>) {
        self.honorific.get_or_insert_with(|| {
            if is_shouted(word, 2) {
                capitalized(word)
            } else {
                capital(word)
            }
        });
        self.gender = self.gender.or(gender);
    }

    /// The whole name, given names first, without titles; empty for no name.
    pub(in crate::domain::note) fn whole(&self) -> String {
        self.words.join(" ")
    }

    /// Whether something before the name tells how its bearer is addressed.
    pub(in crate::domain::note) fn is_titled(&self) -> bool {
        self.honorific.is_some() || !self.degrees.is_empty()
    }

    /// `Hiring Team`, `HR Wrocław`, `Chefredaktion`.
    pub(in crate::domain::note) fn is_function(&self) -> bool {
        let of_somebody =
            || self.is_titled() || self.words.first().is_none_or(|it| words::is_given(it));
        // Whether a name is a given one is asked last: the list of them is long, and packed.
        self.words.iter().any(|it| words::is_odd(it))
            || self.words.iter().any(|it| words::is_function(it)) && !of_somebody()
    }

    /// Whether it is a single word of which nobody knows if it is a family name.
    pub(in crate::domain::note) fn is_unsure(&self) -> bool {
        match self.words.as_slice() {
            [only] => !only.chars().any(is_east_asian) && !words::is_given(only),
            // `da Silva`: a family name alone.
            [first, ..] => words::is_particle(first),
            [] => false,
        }
    }

    /// The name to greet by.
    pub(in crate::domain::note) fn given(&self) -> Option<&str> {
        let first = self.words.first()?;
        let letters = first.chars().filter(|it| it.is_alphabetic()).count();
        let plain = |it: char| it.is_alphabetic() || matches!(it, '-' | '\'' | '’' | '.');
        let readable = letters >= 2
            && first.chars().all(plain)
            && !first.ends_with('.')
            && !first.starts_with(char::is_lowercase)
            && !self.words.iter().any(|it| it.chars().any(is_east_asian));
        if !readable || self.is_function() {
            return None;
        }
        let several = self.words.len() > 1;
        let family = if !several {
            (self.is_titled() && !self.is_don()) || (self.shouted && !words::is_given(first))
        } else if words::begins_family(first) {
            true
        } else {
            self.spanish && !words::is_given(first)
        };
        (!family).then_some(first)
    }

    /// `doña María`: addressed by the given name.
    pub(in crate::domain::note) fn is_don(&self) -> bool {
        self.don && matches!(self.words.as_slice(), [only] if words::is_given(only))
    }

    /// The family name with its particles; `None` where it cannot be told from given names.
    pub(in crate::domain::note) fn family(&self) -> Option<String> {
        if self.is_function() || self.words.iter().any(|it| it.chars().any(is_east_asian)) {
            return None;
        }
        let first = self.words.first()?;
        let begins = match self.words.as_slice() {
            [_] => return (self.is_titled() && !self.is_don()).then(|| first.clone()),
            [first, ..] if words::begins_family(first) => 0,
            [first, ..] if self.spanish && !words::is_given(first) => 0,
            [_, rest @ ..] => {
                let inner = rest.split_last().map_or(&[][..], |(_, inner)| inner);
                let particle = inner.iter().position(|it| words::begins_family(it));
                1 + particle.or_else(|| self.surname(inner))?
            }
            [] => return None,
        };
        self.words.get(begins..).map(|it| it.join(" "))
    }

    /// Place of the family name behind the first word, where no particle tells it; `inner` is all but
    /// the first and the last word.
    fn surname(&self, inner: &[String]) -> Option<usize> {
        let initial = |it: &String| it.chars().filter(|it| it.is_alphabetic()).count() == 1;
        match inner {
            // `Clara Martín Ruiz`: two given names, or two family names.
            [middle] if self.spanish && words::is_given(middle) => None,
            _ if inner.iter().all(|it| initial(it) || words::is_given(it)) => Some(inner.len()),
            _ if self.spanish => inner.iter().position(|it| !words::is_given(it)),
            _ => None,
        }
    }
}

/// Family and given names of a name that a comma turns round: `Shah, Priya`. Degrees behind a comma
/// go; the second part is empty where nothing is turned.
fn ordered(full: &str) -> (&str, &str) {
    let mut parts = full.split(',').map(str::trim).filter(|it| !it.is_empty());
    let first = parts.next().unwrap_or_default();
    let several = first.contains(char::is_whitespace);
    let shouted = !first.chars().any(char::is_lowercase);
    let letters = |word: &str| {
        // `Priya Shah, CIPD`: letters alone, where the name is not written in capitals.
        words::is_suffix(word)
            || (several && !shouted && word.chars().all(|it| it.is_uppercase() || it == '.'))
    };
    let given = parts.find(|part| !part.split_whitespace().all(letters));
    let Some(given) = given else {
        return (first, "");
    };
    // `Priya Shah, Recruiter`: nothing is turned.
    let starts_given = |it: &str| it.split_whitespace().next().is_some_and(words::is_given);
    if several && starts_given(first) && !starts_given(given) {
        return (first, "");
    }
    (first, given)
}

/// `priya.shah` is an address before its host.
fn parts_of_address(word: &str) -> Vec<&str> {
    let parts: Vec<&str> = word.split(['.', '_']).collect();
    let is_name = |it: &&str| it.chars().count() > 1 && it.chars().all(char::is_alphabetic);
    if parts.len() > 1 && parts.iter().all(is_name) {
        parts
    } else {
        vec![word]
    }
}

/// The words as their owners write them, given names first: whoever writes the family name in
/// capitals tells it so.
fn cased(name: &[&str]) -> Vec<String> {
    let small = !name.iter().any(|it| it.chars().any(char::is_uppercase));
    let shouted = !name.iter().any(|it| it.chars().any(char::is_lowercase));
    let mut words = name.to_vec();
    if !small && !shouted {
        let run = words.iter().take_while(|it| is_shouted(it, 2)).count();
        let family = words.get(..run).unwrap_or_default();
        let given = words.get(run..).unwrap_or_default();
        let told = family.iter().any(|it| is_shouted(it, 3)) && !given.is_empty();
        let turned = family.first().is_some_and(|it| words::is_given(it))
            && !given.first().is_some_and(|it| words::is_given(it));
        if told && !turned {
            words.rotate_left(run);
        }
    }
    let last = words.len().saturating_sub(1);
    let cased = words.iter().enumerate().map(|(at, word)| {
        if at < last && words::is_sure_particle(word) && (small || is_shouted(word, 2)) {
            return word.to_lowercase();
        }
        let whispered = word.starts_with(char::is_lowercase) && !words::is_particle(word);
        if is_shouted(word, 3) || small || (whispered && word.chars().count() > 3) {
            return capitalized(word);
        }
        (*word).to_owned()
    });
    cased.collect()
}

/// Whether a word of at least so many letters is written in capitals.
fn is_shouted(word: &str, least: usize) -> bool {
    let letters = || word.chars().filter(|it| it.is_alphabetic());
    letters().count() >= least && letters().all(char::is_uppercase)
}

/// With a capital at the beginning.
pub(in crate::domain::note) fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// `PRIYA` and `priya` become `Priya`, `O'NEILL` becomes `O'Neill`.
fn capitalized(word: &str) -> String {
    let mut out = String::new();
    let mut begins = true;
    for it in word.chars() {
        if begins {
            out.extend(it.to_uppercase());
        } else {
            out.extend(it.to_lowercase());
        }
        begins = matches!(it, '-' | '\'' | '’');
    }
    out
}

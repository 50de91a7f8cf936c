//! Lines of an English resume: what they are, as far as closed lists of words tell for certain.

use super::{SellingPoint, uncapitalized};
use crate::domain::note::{
    language::Language,
    phrases::{self, Phrases, section},
};

/// Words from which a line is too long to be a part of a sentence.
const LONG: usize = 24;

/// The point as a deed after "I", as a thing, or as it stands after a colon.
pub(super) fn worded(point: &str) -> SellingPoint {
    let line = Line::of(point);
    if let Some(deed) = line.of_one_self().or_else(|| line.as_deed()) {
        return SellingPoint::Deed(deed);
    }
    match line.as_thing() {
        Some(thing) => SellingPoint::Thing(thing),
        None => SellingPoint::Other(line.small()),
    }
}

/// A line in its words.
struct Line<'a> {
    text: &'a str,
    words: Vec<&'a str>,
    /// The same in small letters, without marks around.
    lower: Vec<String>,
    phrases: &'static Phrases,
}

impl<'a> Line<'a> {
    fn of(text: &'a str) -> Self {
        let words: Vec<&str> = text.split(' ').collect();
        let bare = |it: &&str| {
            it.to_lowercase()
                .replace('’', "'")
                .trim_matches([',', ';', ':', '.', '(', ')', '"'])
                .to_owned()
        };
        Self {
            text,
            lower: words.iter().map(bare).collect(),
            words,
            phrases: phrases::of(Language::English),
        }
    }

    fn is(&self, section: &str, word: &str) -> bool {
        self.phrases.has_word(section, word)
    }

    /// The word at a place in small letters; empty behind the end.
    fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// The words from a place on, as typed.
    fn rest(&self, from: usize) -> String {
        self.words.get(from..).unwrap_or_default().join(" ")
    }

    /// With a small beginning, where that is no name.
    fn small(&self) -> String {
        const KNOWN: [&str; 7] = [
            section::SMALL,
            section::POINT_STARTS,
            section::DETERMINERS,
            section::DEGREES,
            section::MASSES,
            section::ADJECTIVES,
            section::PARTICIPLES,
        ];
        let small = |it: &str| {
            KNOWN.iter().any(|section| self.is(section, it)) || is_compound_of_quality(it)
        };
        uncapitalized(self.text, small)
    }

    /// Whether it is one plain jotting, not several or a sentence about others.
    fn is_plain(&self) -> bool {
        let first = self.word(0);
        let of_others = self
            .phrases
            .words(section::SENTENCE_STARTS)
            .any(|it| it == first);
        let parts = [". ", "; ", ": ", "! ", "? ", " – ", " - "];
        self.words.len() <= LONG && !of_others && !parts.iter().any(|it| self.text.contains(it))
    }

    fn is_number(&self, at: usize) -> bool {
        let word = self.word(at);
        word.starts_with(|it: char| it.is_ascii_digit() || "$€£+~<>".contains(it))
    }

    /// Whether a noun is determined at this place.
    fn is_determined(&self, at: usize) -> bool {
        self.is_number(at) || self.is(section::DETERMINERS, self.word(at))
    }

    /// The line begins with "I".
    fn of_one_self(&self) -> Option<String> {
        let after_i = [
            ("i", ""),
            ("i'm", "am "),
            ("i've", "have "),
            ("i'd", "would "),
            ("i'll", "will "),
        ];
        let (_, verb) = after_i.iter().find(|(it, _)| *it == self.word(0))?;
        let rest = self.rest(1);
        let parts = [". ", "; ", ": ", "! ", "? "];
        let whole = !rest.is_empty() && !parts.iter().any(|it| rest.contains(it));
        whole.then(|| format!("{verb}{rest}"))
    }

    /// What follows "I": a deed, a habit, or what somebody is.
    fn as_deed(&self) -> Option<String> {
        if !self.is_plain() {
            return None;
        }
        self.as_somebody()
            .or_else(|| self.as_quality())
            .or_else(|| self.done())
            .or_else(|| self.habit())
    }

    /// "Registered nurse", "a quick learner", "Team lead of four".
    fn as_somebody(&self) -> Option<String> {
        let article = usize::from(["a", "an"].contains(&self.word(0)));
        if self.text.contains(',')
            || self.is(section::PAST_VERBS, self.word(0))
            || self.is(section::HABITS, self.word(0))
        {
            return None;
        }
        let ends = |it: &String| self.is(section::PREPOSITIONS, it) || it == "for" || it == "since";
        let end = self.lower.iter().position(ends).unwrap_or(self.lower.len());
        // "Team lead for two years" tells of a time that may be over.
        let after = self.word(end);
        if !after.is_empty() && !["of", "with", "in"].contains(&after) {
            return None;
        }
        let head = self.lower.get(article..end)?;
        let last = head.last()?;
        let agent = |it: &str| self.is(section::AGENTS, it);
        let known = agent(last) || last.rsplit_once('-').is_some_and(|(_, it)| agent(it));
        let simple = |it: &String| !self.is(section::DETERMINERS, it) && it != "and" && it != "&";
        if !known || head.len() > 5 || !head.iter().all(simple) {
            return None;
        }
        let text = self.small();
        let text = if article == 1 {
            text.split_once(' ').map(|(_, it)| it.to_owned())?
        } else {
            text
        };
        Some(format!("am {} {text}", article_of(&text)))
    }

    /// "Fluent in Dutch", "Bilingual", "Reliable and punctual", "PMP certified".
    fn as_quality(&self) -> Option<String> {
        let tells = |it: &str| {
            self.is(section::ADJECTIVES, it)
                || self.is(section::PARTICIPLES, it)
                || is_compound_of_quality(it)
        };
        const AFTER: [&str; 10] = [
            "about", "as", "at", "by", "for", "in", "on", "to", "under", "with",
        ];
        let small = || format!("am {}", self.small());
        if tells(self.word(0)) && AFTER.contains(&self.word(1)) && self.lower.len() > 2 {
            return Some(small());
        }
        let (last, before) = self.lower.split_last()?;
        let links = |it: &String| tells(it) || it == "and" || it == "very" || it.ends_with("ly");
        let adjective = self.is(section::ADJECTIVES, last) || is_compound_of_quality(last);
        if adjective && before.iter().all(links) {
            return Some(small());
        }
        // "PMP certified", "First-aid trained".
        let proof = [
            "certified",
            "licensed",
            "qualified",
            "registered",
            "trained",
        ];
        let by_name = matches!(before, [only] if !self.is(section::DETERMINERS, only));
        (by_name && proof.contains(&last.as_str())).then(small)
    }

    /// "Led a team of four", "Successfully migrated billing".
    fn done(&self) -> Option<String> {
        let adverb = self.word(0).ends_with("ly") || ["never", "always"].contains(&self.word(0));
        let at = usize::from(adverb && self.lower.len() > 2);
        let (verb, next) = (self.word(at), self.word(at + 1));
        // "LED displays" were not led.
        let spelled = self.words.get(at).is_some_and(|it| is_spelled(it));
        if next.is_empty() || spelled {
            return None;
        }
        let determined = self.is_determined(at + 1);
        let followed = determined || self.is(section::PREPOSITIONS, next) && next != "of";
        let regular = verb.len() > 4 && verb.ends_with("ed") && !verb.ends_with("eed");
        let is_deed = if self.is(section::PAST_VERBS, verb) {
            // "Managed care nurse" is somebody.
            let agent = self
                .lower
                .last()
                .is_some_and(|it| self.is(section::AGENTS, it));
            next != "of" && (followed || !agent)
        } else if self.is(section::PARTICIPLES, verb) || self.is(section::VERBS_OR_NOUNS, verb) {
            determined && is_past(verb)
        } else {
            regular && followed
        };
        (is_deed && !self.goes_on_of_another()).then(|| self.small_from(at))
    }

    /// "Speaks four languages", "Run a team of 12".
    fn habit(&self) -> Option<String> {
        let first = self.word(0);
        if self.word(1).is_empty() || self.word(1) == "of" {
            return None;
        }
        let known = |it: &str| {
            self.is(section::HABITS, it)
                || self.is(section::VERBS_OR_NOUNS, it) && self.is_determined(1)
        };
        let (base, of_another) = match first {
            "has" => ("have", true),
            "is" => ("am", true),
            _ if known(first) => (first, false),
            _ => {
                let stems = [first.strip_suffix('s'), first.strip_suffix("es")];
                (stems.into_iter().flatten().find(|it| known(it))?, true)
            }
        };
        // "Speaks Dutch and teaches it" would have to change twice.
        let simple = !of_another || !self.lower.iter().any(|it| it == "and");
        (simple && !self.goes_on_of_another()).then(|| format!("{base} {}", self.rest(1)))
    }

    /// Whether a later verb is said of somebody else: "ran Y and leads Z".
    fn goes_on_of_another(&self) -> bool {
        let pairs = self.words.iter().zip(self.lower.iter().skip(1));
        pairs
            .filter(|(before, _)| **before == "and" || before.ends_with(','))
            .filter_map(|(_, it)| it.strip_suffix('s'))
            .any(|it| self.is(section::HABITS, it) || self.is(section::VERBS_OR_NOUNS, it))
    }

    /// The line with the words before and at a place in small letters.
    fn small_from(&self, at: usize) -> String {
        let small = self.lower.get(..=at).unwrap_or_default().join(" ");
        format!("{small} {}", self.rest(at + 1))
    }

    /// "Five years of payment systems", "an eye for detail", "experience with Kafka".
    fn as_thing(&self) -> Option<String> {
        let told = ["i", "we", "ago", "was", "were", "is", "are", "until"];
        let listed = self.text.contains(',');
        if !self.is_plain() || listed || self.lower.iter().any(|it| told.contains(&it.as_str())) {
            return None;
        }
        let first = self.word(0);
        let mass = |it: &str| self.is(section::MASSES, it);
        let last = self.lower.last().map_or("", String::as_str);
        let known = self.is_amount()
            || self.has_article()
            || mass(first)
            || (self.is(section::DEGREES, first) && mass(self.word(1)))
            || (mass(last) && !self.is_determined(0))
            || (first == "fluent" && self.is_named(1));
        if known {
            return Some(self.small());
        }
        self.practice()
    }

    fn is_named(&self, at: usize) -> bool {
        let word = self.words.get(at);
        word.is_some_and(|it| it.starts_with(char::is_uppercase))
    }

    /// A number of something: what is counted has its plural.
    fn is_amount(&self) -> bool {
        let vague = [
            "over", "up", "to", "more", "than", "around", "about", "nearly", "almost",
        ];
        let at = self
            .lower
            .iter()
            .position(|it| !vague.contains(&it.as_str()))
            .unwrap_or(0);
        let word = self.word(at);
        let digits = word.trim_end_matches('+');
        let number = digits.parse::<u32>().is_ok_and(|it| it < 1900)
            || (self.is(section::DETERMINERS, word)
                && word.chars().count() > 2
                && ![
                    "the", "our", "their", "his", "her", "this", "all", "both", "each", "every",
                ]
                .contains(&word));
        let plural = |it: usize| {
            let word = self.word(it);
            word.ends_with('s') || word == "people" || (word == "year" && at + 1 == it)
        };
        number && self.word(at + 1) != "of" && (at + 1..at + 4).any(plural)
    }

    /// "A degree in physics", but not "a teacher of physics", "a career" or "a CPA": what ends like
    /// somebody, or is spelled, may be somebody.
    fn has_article(&self) -> bool {
        let ends = |it: &String| self.is(section::PREPOSITIONS, it) || it == "for" || it == "that";
        let end = self.lower.iter().position(ends).unwrap_or(self.lower.len());
        let head = self.lower.get(1..end).and_then(|it| it.last());
        let somebody = ["er", "or", "ist", "ian", "ant", "man"];
        ["a", "an"].contains(&self.word(0))
            && head.is_some_and(|head| {
                let spelled = self.words.iter().take(end).any(|it| is_spelled(it));
                !spelled
                    && !self.is(section::AGENTS, head)
                    && !self.is(section::ADJECTIVES, head)
                    && !somebody.iter().any(|it| head.ends_with(it))
            })
    }

    /// "Managing a team" is the experience of doing so; "Engineering degree" is a thing already.
    fn practice(&self) -> Option<String> {
        let first = self.word(0);
        let particle = ["up", "both", "more", "complex", "and"].contains(&self.word(1));
        let gerund = first.ends_with("ing") && first.len() > 5;
        (gerund && (self.is_determined(1) || particle))
            .then(|| format!("experience {}", self.small_from(0)))
    }
}

/// A past form: not the infinitive of a verb that is a noun as well.
fn is_past(verb: &str) -> bool {
    verb.ends_with("ed") || ["cut", "kept", "made", "put", "set", "took"].contains(&verb)
}

/// "Detail-oriented", "hard-working".
fn is_compound_of_quality(word: &str) -> bool {
    let ends = [
        "oriented",
        "minded",
        "driven",
        "working",
        "focused",
        "motivated",
        "skilled",
        "trained",
        "certified",
        "taught",
    ];
    word.rsplit_once('-')
        .is_some_and(|(_, it)| ends.contains(&it))
}

/// "CPA", "LED".
fn is_spelled(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}

/// The article by the sound that follows.
fn article_of(text: &str) -> &'static str {
    let word = text.split([' ', '-']).next().unwrap_or_default();
    let initial = word.chars().next().unwrap_or(' ');
    let spelled = is_spelled(word);
    let lower = word.to_lowercase();
    let vowel = if spelled {
        "AEFHILMNORSX".contains(initial)
    } else if ["uni", "use", "usa", "eu", "one"]
        .iter()
        .any(|it| lower.starts_with(it))
    {
        lower.starts_with("unin")
    } else {
        "aeiou".contains(initial.to_ascii_lowercase())
            || ["hour", "honest", "honor", "honour", "heir"]
                .iter()
                .any(|it| lower.starts_with(it))
    };
    if vowel { "an" } else { "a" }
}

#[cfg(test)]
mod tests;

//! People that running text tells of: `our CTO, Ishaan Rao`, `Frau Vogt und Herr Amsel`,
//! `Vous serez reçue par Mme Roy`.
//!
//! A name alone tells nothing: something beside it has to say that it is a person's, a form of
//! address, a title, another name, or what they do. Who is named for questions is not met.

use super::{
    super::{
        given_names::is_given_name,
        names::{self, Likeness, is_honorific, is_particle},
        text::{
            fold::{fold, is_unspaced},
            lexicon::Concept,
            reading::Reading,
        },
    },
    Named, Place, after_label,
    phrases::{AND, ASKS, CONTACTS, FAREWELLS, GREETINGS, HEARSAY, LABELS, MEETS, RECEIVES},
    times::after_time,
    unspaced,
};

/// Longest name in words; the parts of a double name count each.
const LONGEST: usize = 6;

/// Ranks and trades beside names.
const TITLE: [Concept; 2] = [Concept::Leader, Concept::RoleWord];
/// What stands behind a name in brackets or after a comma.
const TITLE_BEHIND: [Concept; 4] = [
    Concept::Leader,
    Concept::RoleWord,
    Concept::Department,
    Concept::Hiring,
];

/// A name in running text.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// Who.
    pub(crate) named: Named,
    /// Something beside it says that this is somebody who is met.
    pub(crate) sure: bool,
    /// Named together with somebody else.
    pub(crate) beside: bool,
}

/// Some words that may be a name.
struct Run {
    from: usize,
    until: usize,
    /// Something says that it is one.
    cue: bool,
    /// A full name with a known given name.
    known: bool,
    title: Option<String>,
    beside: bool,
}

/// Everybody of whom the running text of `body` tells, in order.
/// In a note of one's own nobody signs, and a given name with a title is enough.
pub(crate) fn told(body: &Reading, own: bool) -> Vec<Told> {
    let text = body.original();
    let unspaced = unspaced::told(text).into_iter();
    let mut found: Vec<Told> = unspaced
        .map(|named| Told {
            named,
            sure: true,
            beside: true,
        })
        .collect();
    let start = text.as_ptr() as usize;
    for line in text.lines() {
        let at = line.as_ptr() as usize - start;
        let trimmed = line.trim();
        if is_farewell(trimmed) {
            break;
        }
        if trimmed.is_empty()
            || after_time(trimmed).is_some()
            || after_label(trimmed, CONTACTS).is_some()
            || after_label(trimmed, LABELS).is_some()
        {
            continue;
        }
        let first = body.tokens.partition_point(|it| it.start < at);
        let last = body.tokens.partition_point(|it| it.start < at + line.len());
        for run in runs(body, first, last, own) {
            if !own && is_signed(body, first, last, &run) {
                break;
            }
            if !(run.cue || run.known) {
                continue;
            }
            if !own && is_hearsay(body, first, last, &run) {
                continue;
            }
            let name = names::without_address(with_degree(body, first, &run));
            let mut name = names::clean(name).unwrap_or_else(|| name.to_owned());
            if is_after_with(body, first, run.from) {
                name = names::nominative(&name);
            }
            if found
                .iter()
                .any(|it| names::same_person(&it.named.name, &name))
            {
                continue;
            }
            found.push(Told {
                named: Named {
                    name,
                    title: run.title,
                    place: Place::Listed,
                },
                sure: run.cue,
                beside: run.beside,
            });
        }
    }
    found
}

/// The name with the forms of address and degrees before it.
fn with_degree<'b>(body: &'b Reading, first: usize, run: &Run) -> &'b str {
    let mut from = run.from;
    while from > first && is_address(body, from - 1) && joined(body, from) {
        from -= 1;
    }
    body.span(from, run.until)
}

/// `s jednatelem panem Janem Novákem`, `z Panią Anną Lis`: the case of the name is another.
fn is_after_with(body: &Reading, first: usize, from: usize) -> bool {
    let back = (first..from).rev().take(4);
    let mut over = back.skip_while(|at| {
        is_address(body, *at) || body.meaning(*at).any(&TITLE_BEHIND) && body.word(*at).len() > 2
    });
    over.next().is_some_and(|at| names::is_with(body.word(at)))
}

/// A farewell, with at most a name behind it.
fn is_farewell(line: &str) -> bool {
    let head = line.split([',', '!', '.', '–']).next().unwrap_or_default();
    if head.len() > 50 || line.split_whitespace().count() > 9 {
        return false;
    }
    let head = fold(head.trim());
    FAREWELLS.split('|').any(|it| it == head)
}

/// The runs of words written large between two words of one line that may be names.
fn runs(body: &Reading, first: usize, last: usize, own: bool) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    // Runs that nothing speaks for yet, directly before the next.
    let mut pending = 0;
    let mut at = first;
    while at < last {
        let Some((from, until, titled)) = run_at(body, first, at, last) else {
            at += 1;
            continue;
        };
        at = until;
        let words = until - from;
        // `Kovács Ildikó`: in some languages the given name is the last.
        let given =
            is_given_name(body.word(from)) || words == 2 && is_given_name(body.word(from + 1));
        let behind = title_behind(body, until, last).filter(|_| !is_of_company(body, first, from));
        if let Some((_, end)) = behind {
            at = end;
        }
        let before = title_before(body, first, from);
        let long = words > 1 || given;
        // `por zoom con Kirsten`: nobody but who is met is worth a name in such a note.
        let noted = own
            && from > first
            && (given && body.meaning(from - 1).has(Concept::With)
                || is_after(body, first, from, ASKS) && (given || titled));
        let met = is_after(body, first, from, MEETS);
        let told = titled
            || noted
            || long
                && (behind.is_some()
                    || before.is_some()
                    || met
                    || words > 1 && is_before(body, until, last, RECEIVES));
        let joined = found.last().is_some_and(|it| {
            is_list(body, it.until, from) && words > 1 || is_list(body, it.until, from) && given
        });
        let after_sure = joined && found.last().is_some_and(|it| it.cue || it.known);
        if !joined {
            pending = 0;
        }
        let known = given && words > 1;
        let cue = told || after_sure && found.last().is_some_and(|it| it.cue);
        if cue || known {
            let many = found.len();
            for it in found.iter_mut().skip(many - pending) {
                it.cue |= cue;
                it.known |= known;
                it.beside = true;
            }
            if joined && let Some(before) = found.last_mut() {
                before.beside = true;
            }
            pending = 0;
        } else if words > 1 || given {
            pending += 1;
        } else {
            pending = 0;
            continue;
        }
        let title = behind
            .or(before)
            .map(|(from, until)| body.span(from, until).to_owned());
        found.push(Run {
            from,
            until,
            cue,
            known,
            title,
            beside: (joined || met) && (cue || known),
        });
    }
    found
}

/// The words from `at` on that may be a name, and whether a form of address leads to them.
fn run_at(body: &Reading, first: usize, at: usize, last: usize) -> Option<(usize, usize, bool)> {
    if !is_name_word(body, at) {
        return None;
    }
    let mut from = at;
    let mut titled = at > first && joined(body, at) && is_address(body, at - 1);
    while from < last && is_address(body, from) {
        titled = true;
        from += 1;
    }
    let mut until = from;
    while until < last && until - from < LONGEST {
        let goes_on = until == from || joined(body, until);
        let large = is_name_word(body, until) && !is_address(body, until);
        let particle = until > from
            && !AND.split('|').any(|it| it == body.word(until))
            && is_particle(body.word(until))
            && until + 1 < last
            && joined(body, until + 1)
            && is_name_word(body, until + 1)
            && !is_address(body, until + 1);
        if !goes_on || !(large || particle) {
            break;
        }
        until += 1;
    }
    // `Odgers Grant Search`: a company.
    let company = [Concept::OrgWord, Concept::LegalForm];
    let goes_on = until < last && joined(body, until) && body.meaning(until).any(&company);
    if until == from || goes_on {
        return None;
    }
    // `Sollte Anna Berg`, `Hallo Anna`: a sentence begins with a word written large.
    let opens = from == at && until - from > 1 && (from == first || ends_sentence(body, from));
    let word = body.word(from);
    let small = [Concept::At, Concept::With, Concept::For, Concept::Filler];
    let other = GREETINGS.split('|').any(|it| it == word)
        || body.meaning(from).any(&small)
        || until - from > 2 && is_given_name(body.word(from + 1));
    if opens && other && !is_given_name(word) {
        from += 1;
    }
    let name = body.span(from, until);
    (names::likeness(name) > Likeness::No || titled && until - from == 1 || until - from == 1)
        .then_some((from, until, titled))
}

/// Written large, of letters, and no word of something else.
fn is_name_word(body: &Reading, at: usize) -> bool {
    let word = body.span(at, at + 1);
    let large = word.chars().next().is_some_and(char::is_uppercase);
    let shouted = word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    large
        && !shouted
        && word.chars().all(|c| c.is_alphabetic() && !is_unspaced(c))
        && (is_given_name(body.word(at)) || !body.meaning(at).any(&names::NOT_IN_NAMES))
}

fn is_address(body: &Reading, at: usize) -> bool {
    let Some(token) = body.tokens.get(at) else {
        return false;
    };
    let dot = usize::from(body.original().as_bytes().get(token.end) == Some(&b'.'));
    body.original()
        .get(token.start..token.end + dot)
        .is_some_and(|word| word.len() > 1 && is_honorific(word))
}

/// What stands between a word and the one before it.
fn gap(body: &Reading, at: usize) -> &str {
    let before = at.checked_sub(1).and_then(|it| body.tokens.get(it));
    match (before, body.tokens.get(at)) {
        (Some(before), Some(token)) => body
            .original()
            .get(before.end..token.start)
            .unwrap_or_default(),
        _ => "\n",
    }
}

/// Whether two words may belong to one name.
fn joined(body: &Reading, at: usize) -> bool {
    match gap(body, at) {
        " " | "-" | "\u{a0}" | "'" | "’" => true,
        ". " | "." => at
            .checked_sub(1)
            .is_some_and(|it| is_initial(body.span(it, at)) || is_address(body, it)),
        _ => false,
    }
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_none_or(char::is_lowercase)
        && letters.next().is_none()
}

fn ends_sentence(body: &Reading, at: usize) -> bool {
    let gap = gap(body, at);
    gap.contains(['!', '?', ':', '\n', '.']) && !joined(body, at)
}

/// `our CTO, Ishaan Rao`, `enhetschef Kerstin Lind`: the words of the title. A trade written large
/// may be the role with the employer behind it, so it has to be written small.
fn title_before(body: &Reading, first: usize, from: usize) -> Option<(usize, usize)> {
    let mut until = from;
    while until > first && is_address(body, until - 1) {
        until -= 1;
    }
    let at = until.checked_sub(1).filter(|it| *it >= first)?;
    if !matches!(
        gap(body, until),
        " " | ", " | " – " | " - " | "\u{a0}" | ": "
    ) {
        return None;
    }
    // `analista de Dados`: a field.
    if names::is_particle(body.word(at)) || body.word(at) == "of" {
        return None;
    }
    let meaning = body.meaning(at);
    let small = body
        .span(at, at + 1)
        .chars()
        .next()
        .is_some_and(char::is_lowercase);
    (meaning.has(Concept::Leader) || meaning.has(Concept::RoleWord) && small).then_some((at, until))
}

/// `Priya Shah (CTO)`, `Priya Shah, Eng Manager,`: the words of the title.
fn title_behind(body: &Reading, until: usize, last: usize) -> Option<(usize, usize)> {
    const LENGTH: usize = 6;
    if until >= last {
        return None;
    }
    let mark = gap(body, until);
    let bracket = mark.contains('(');
    // `Daphne HR`
    let unit = mark == " " && body.meaning(until).has(Concept::Department);
    if !(bracket || unit || matches!(mark, ", " | " – " | " - " | " — ")) {
        return None;
    }
    let end = (until + 1..last.min(until + LENGTH))
        .find(|at| {
            let gap = gap(body, *at);
            gap.contains([')', ';', '|', '.']) || !bracket && gap.contains([',', '–', '—', '('])
        })
        .unwrap_or_else(|| last.min(until + LENGTH));
    let is_title = (until..end.min(until + 3)).any(|at| body.meaning(at).any(&TITLE_BEHIND));
    // `Ann Holm, Bo Ek`: another name.
    let next = !bracket && is_given_name(body.word(until));
    (is_title && !next).then_some((until, end))
}

/// `for Corvane Medical (CFO)`: a company, and in brackets the role.
fn is_of_company(body: &Reading, first: usize, from: usize) -> bool {
    from > first && body.meaning(from - 1).any(&[Concept::For, Concept::At])
}

/// Whether one of `phrases` ends directly before a word; a small word may stand between.
fn is_after(body: &Reading, first: usize, from: usize, phrases: &str) -> bool {
    let ends = |end: usize| {
        end > first
            && phrases.split('|').any(|phrase| {
                let mut at = end;
                phrase.rsplit(' ').all(|word| {
                    at > first && {
                        at -= 1;
                        body.word(at) == word
                    }
                })
            })
    };
    // Over the title and article: `reçu par le directeur`, `par M.`
    let mut at = from;
    for _ in 0..5 {
        if ends(at) {
            return true;
        }
        if at <= first
            || gap(body, at).contains(['.', '!', '?', ';', '\n']) && !is_address(body, at - 1)
        {
            return false;
        }
        let before = at - 1;
        let small = body.word(before).chars().count() < 4;
        if !(small || is_address(body, before) || body.meaning(before).any(&TITLE)) {
            return false;
        }
        at = before;
    }
    false
}

/// Whether one of the verbs stands among the next words.
fn is_before(body: &Reading, until: usize, last: usize, verbs: &str) -> bool {
    const REACH: usize = 3;
    let near = until..last.min(until + REACH);
    near.take_while(|at| *at == until || !gap(body, *at).contains(['.', '!', '?']))
        .any(|at| {
            let word = body.word(at);
            verbs.split('|').any(|verb| match verb.split_once(' ') {
                Some((one, other)) => word == one && body.word(at + 1) == other,
                None => word == verb,
            })
        })
}

/// Whether nothing but commas, `and`, forms of address and titles in brackets stand between names.
fn is_list(body: &Reading, until: usize, from: usize) -> bool {
    const LENGTH: usize = 8;
    if from < until || from - until > LENGTH {
        return false;
    }
    let mut bracket = false;
    let mut mark = false;
    for at in until..=from {
        let gap = gap(body, at);
        bracket |= gap.contains('(');
        mark |= gap.contains([',', '&', '+', '/', '、']);
        if gap.contains(['.', '!', '?', ';', '\n', ':']) && !joined(body, at) {
            return false;
        }
        if gap.contains(')') {
            bracket = false;
        }
        if at == from {
            break;
        }
        let word = body.word(at);
        if AND.split('|').any(|it| it == word) {
            mark = true;
            continue;
        }
        let title = body.meaning(at).any(&TITLE_BEHIND) || is_address(body, at);
        let article = word.chars().count() < 4;
        // `og tillidsrepræsentant Peter Bak`
        let rank = at + 1 == from && mark && word.chars().count() > 4;
        let rank = rank
            && body
                .span(at, from)
                .chars()
                .next()
                .is_some_and(char::is_lowercase);
        if !(bracket || title || article || rank) {
            return false;
        }
    }
    mark
}

/// A name that opens its line and is followed by nothing but a title or a company signs the text.
fn is_signed(body: &Reading, first: usize, last: usize, run: &Run) -> bool {
    if run.from != first && !(run.from == first + 1 && is_address(body, first)) {
        return false;
    }
    let says = (run.until..last).any(|at| {
        let small = body
            .span(at, at + 1)
            .chars()
            .next()
            .is_some_and(char::is_lowercase);
        let word = body.word(at);
        small
            && word.chars().count() > 2
            && !body.meaning(at).any(&TITLE_BEHIND)
            && !gap(body, at).contains(['(', '/'])
            && !AND.split('|').any(|it| it == word)
            && !is_particle(word)
    });
    !says
}

/// Named as who answers questions, sends greetings or gave the name: not as who is met.
fn is_hearsay(body: &Reading, first: usize, last: usize, run: &Run) -> bool {
    let from = (first + 1..=run.from)
        .rev()
        .find(|at| ends_sentence(body, *at))
        .unwrap_or(first);
    let until = (run.until..last)
        .find(|at| ends_sentence(body, *at))
        .unwrap_or(last);
    (from..until).any(|at| {
        let word = body.word(at);
        HEARSAY.split('|').any(|stem| match stem.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => word == stem,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = told(&Reading::new(text), false);
        let found: Vec<&str> = found
            .iter()
            .filter(|it| it.sure)
            .map(|it| it.named.name.as_str())
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn people_of_running_text_are_found() {
        for (text, names) in [
            (
                "The panel will consist of Zanthe Tolliver (Matron), Gareth Ruddock (Educator) and Abi Nwosu-Pike (Ward Manager).",
                &["Zanthe Tolliver", "Gareth Ruddock", "Abi Nwosu-Pike"][..],
            ),
            (
                "Your final talk will be with our CTO, Ishaan Chitnavis.",
                &["Ishaan Chitnavis"],
            ),
            (
                "Vous serez reçue par Mme Zélie Chabrouty, DRH, et M. Thibault Rémusat, directeur juridique.",
                &["Zélie Chabrouty", "Thibault Rémusat"],
            ),
            (
                "Teil nehmen Pflegedirektor Enzio Brüggenkamp und die Stationsleitung Ayşe Tuncel.",
                &["Enzio Brüggenkamp", "Ayşe Tuncel"],
            ),
            (
                "På intervjun medverkar enhetschef Kerstin Wallgård.",
                &["Kerstin Wallgård"],
            ),
            (
                "Ti riceve il sig. Loris Gavioli, responsabile traffico.",
                &["Loris Gavioli"],
            ),
            (
                "Přijme Vás jednatel pan Zdeněk Bartoníček.",
                &["Zdeněk Bartoníček"],
            ),
            (
                "Je spreekt met Sietse Wagenaar (teamleider) en Okke Tichelaar.",
                &["Sietse Wagenaar", "Okke Tichelaar"],
            ),
            ("Sie sprechen mit Herrn Odenthal.", &["Odenthal"]),
        ] {
            check(text, names);
        }
    }

    #[test]
    fn others_are_not_met() {
        for text in [
            "If you have questions please contact Kelly Marsden (HR) on 0113 496 0144.",
            "Bei Fragen wenden Sie sich an Frau Vogt.",
            "You were referred by Anna Berg, Head of Design.",
            "Please come to Mill Street in New Town.",
            "Kind regards, Zanthe Mokoena, Recruiter",
            "Zanthe Mokoena\nTalent Partner, Acme",
            "System Design and Product Sense with Blue Harbor",
            "Position: Head Baker, Blue Harbor",
        ] {
            check(text, &[]);
        }
    }
}

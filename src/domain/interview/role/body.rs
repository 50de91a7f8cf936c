//! The role that a description names, in a line of its own or in a sentence.

use std::sync::OnceLock;

use super::{
    super::{
        names::{self, Likeness},
        text::{fold::is_unspaced, lexicon::Concept, openers::Openers, reading::Reading},
    },
    form,
    labelled::{behind_number, is_labelled, labelled_inside},
    phrases::{CLOSERS, NOUNS, OPENERS, ROLE_BEFORE, SURE_OPENERS},
    tidy,
};

/// `Position: Baker`, `for the Baker role`, `Requisition: …`, `Baker opening`.
pub(super) fn from_body(plain: &str) -> Option<String> {
    let mut lines = plain.lines().map(str::trim).take(40).peekable();
    while let Some(line) = lines.next() {
        if let Some((head, rest)) = line.split_once([':', '：']) {
            let head = head.trim().to_lowercase();
            let labelled = is_labelled(&head, rest);
            // A form has the answer on the next line.
            let below = lines.peek().filter(|_| rest.trim().is_empty());
            if let Some(role) = below.and_then(|it| form::answered(&head, labelled, it)) {
                return Some(role.to_owned());
            }
            if labelled && !form::names_session(rest) || is_subject(&head, rest) {
                let role = rest
                    .split(['.', '|', '\n', ';'])
                    .next()
                    .unwrap_or_default()
                    .trim();
                if !role.is_empty() && role.len() < 80 && !role.contains("://") {
                    return Some(role.to_owned());
                }
            }
            let booked = form::beside_session(rest).filter(|_| labelled || form::is_booked(&head));
            if let Some(role) = booked {
                return Some(role.to_owned());
            }
        }
        let found = labelled_inside(line).or_else(|| behind_number(line));
        if let Some(role) = found.or_else(|| in_sentence(line)) {
            return Some(role);
        }
    }
    None
}

/// `Re: founding engineer`: what a note is about, if it is a role.
fn is_subject(head: &str, rest: &str) -> bool {
    const SUBJECTS: [&str; 14] = [
        "re",
        "subject",
        "regarding",
        "betreff",
        "betr",
        "betrifft",
        "objet",
        "asunto",
        "assunto",
        "oggetto",
        "onderwerp",
        "betreft",
        "ämne",
        "emne",
    ];
    const LONGEST: usize = 5;
    let said = rest.split(['.', '|', ';']).next().unwrap_or_default();
    let reading = Reading::new(said);
    let other = [
        Concept::Interview,
        Concept::JobInterview,
        Concept::ToCandidate,
    ];
    SUBJECTS.contains(&head)
        && (1..=LONGEST).contains(&reading.tokens.len())
        && reading.has(Concept::RoleWord)
        && !reading.meanings().any(&other)
}

/// `a CFO search for a device maker`, `the Head of Brand brief`: a rank or trade written large before
/// what search firms call a vacancy.
fn before_vacancy(line: &str) -> Option<String> {
    const VACANCIES: [&str; 7] = [
        " search",
        " mandate",
        " brief",
        " assignment",
        "-Mandat",
        "-Suche",
        " mandat",
    ];
    const JOINS: [&str; 4] = ["of", "&", "and", "for"];
    const LONGEST: usize = 6;
    VACANCIES.iter().find_map(|noun| {
        let (before, after) = line.split_once(noun)?;
        if after.starts_with(char::is_alphanumeric) {
            return None;
        }
        let mut words: Vec<&str> = before
            .rsplit(' ')
            .take(LONGEST)
            .take_while(|word| {
                JOINS.contains(word) || word.chars().next().is_some_and(char::is_uppercase)
            })
            .collect();
        while words.last().is_some_and(|it| JOINS.contains(it)) {
            words.pop();
        }
        words.reverse();
        let role = words.join(" ");
        let reading = Reading::new(&role);
        let rank = reading
            .hits
            .iter()
            .any(|it| it.concepts.any(&[Concept::Leader, Concept::RoleWord]));
        // `Acme Executive Search`: a firm.
        let firm = reading.has(Concept::OrgWord) || reading.has(Concept::Hiring) && words.len() < 2;
        (rank && !firm && !role.ends_with("Executive")).then_some(role)
    })
}

/// `samtale om avdelingslederstillingen`
fn grown_together(line: &str) -> Option<String> {
    line.split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| word.len() > 9)
        .find_map(tidy::before_grown_word)
        .map(str::to_owned)
}

fn in_sentence(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    if lower.len() != line.len() {
        return None;
    }
    static READY: OnceLock<Openers> = OnceLock::new();
    let ready = READY.get_or_init(|| Openers::new(OPENERS.split('|')));
    for (opener, start) in ready.ends_in(&lower) {
        let opener = OPENERS.split('|').nth(opener).unwrap_or_default();
        let rest = line.get(start..)?;
        let low = lower.get(start..)?;
        let end = CLOSERS
            .split('|')
            .filter_map(|closer| low.find(closer))
            .chain(sentence_end(low))
            .min()
            .unwrap_or(low.len());
        let end = end
            + field_behind(
                low.get(end..).unwrap_or_default(),
                rest.get(end..).unwrap_or_default(),
            );
        let role = rest.get(..end)?.trim();
        // "for the initial screening for Duty Manager"
        let role = role.rsplit(" for ").next().unwrap_or(role);
        let after = low.get(end..).unwrap_or_default();
        if role.len() > 1 && role.len() < 70 && is_said_to_be_role(role, opener, after) {
            return Some(role.to_owned());
        }
    }
    let named = before_its_noun(line)
        .or_else(|| called_so(line))
        .or_else(|| before_vacancy(line))
        .or_else(|| grown_together(line));
    if named.is_some() {
        return named;
    }
    // "Operations Manager opening", "Research Associate, Cell Line team" on a short line.
    let first = line.split([',', '.', '|', '–', '!']).next()?;
    let (first, session) = first.split_once(" - ").unwrap_or((first, ""));
    let first = first.trim();
    let behind = line.get(first.len()..).unwrap_or_default();
    let reading = Reading::new(first);
    let words = reading.tokens.len();
    let opening = ["opening", "position", "role", "vacancy"]
        .iter()
        .find_map(|word| first.strip_suffix(word))
        .map(str::trim);
    let candidate = opening.unwrap_or(first);
    let capital = candidate.split_whitespace().all(|word| {
        word.chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || c == '(')
    });
    // `Senior Baker. Ilva will show you round.`, `Senior Baker - virtual onsite`
    let plain = first.starts_with(char::is_alphabetic) && !reading.has(Concept::WeakStep);
    let sentence = plain && behind.starts_with(". ") && words > 1;
    let held = form::names_session(session) || Reading::new(session).has(Concept::Onsite);
    let held = plain && held;
    ((1..=6).contains(&words)
        && capital
        && Reading::new(candidate).has(Concept::RoleWord)
        && !reading.has(Concept::Leader)
        && !candidate.contains(['@', ':'])
        && line.len() < 90
        && names::likeness(candidate) == Likeness::No
        && (session.is_empty() || plain)
        && (opening.is_some() || line.contains(',') || line == first || sentence || held))
        .then(|| candidate.to_owned())
}

/// Where the first mark ends a part of a sentence; not behind `specjalista ds.`
fn sentence_end(low: &str) -> Option<usize> {
    const ABBREVIATED: [&str; 3] = ["ds", "mł", "asst"];
    let mut marks = low.match_indices([
        ',', '.', '!', '?', ';', ':', '|', '，', '。', '、', '；', '：',
    ]);
    marks.find_map(|(at, mark)| {
        let before = low.get(..at)?.rsplit(' ').next()?;
        (mark != "." || !ABBREVIATED.contains(&before)).then_some(at)
    })
}

/// `Senior Product Manager, Payments opening`: how far the field behind a comma reaches.
fn field_behind(low: &str, rest: &str) -> usize {
    let Some(field) = rest.strip_prefix(", ") else {
        return 0;
    };
    let end = CLOSERS
        .split('|')
        .filter_map(|closer| low.get(2..).and_then(|it| it.find(closer)))
        .chain(field.find([',', '.', '!', '?', ';', ':', '|', '(']))
        .min()
        .unwrap_or(field.len());
    let Some(field) = field.get(..end) else {
        return 0;
    };
    let large = field.split(' ').all(|word| {
        word.chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c == '&')
    });
    let called = low
        .get(2 + end..)
        .is_some_and(|it| NOUNS.split('|').any(|noun| it.starts_with(noun)));
    let known = Reading::new(field).has(Concept::Topic);
    if large && (called || known) && field.split(' ').count() < 4 {
        2 + end
    } else {
        0
    }
}

/// `HEMS critical care nurse. Fitness test at nine`: a note begins with what it is for.
pub(super) fn from_note(body: &Reading) -> Option<String> {
    const LONGEST: usize = 5;
    let first = body
        .original()
        .split(['.', ',', ';', '|', '–', '(', '\n', ':', '+'])
        .next()?
        .trim();
    let noted = first;
    let first = tidy::without_leading_word(noted);
    let reading = Reading::new(first);
    let count = reading.tokens.len();
    let other = [Concept::With, Concept::At, Concept::Talk, Concept::Phone];
    let goes_on = |at: usize| {
        let word = reading.span(at, at + 1);
        at >= count || word.chars().next().is_some_and(char::is_uppercase)
    };
    let edge = reading.hits.iter().any(|hit| {
        let end = hit.first + hit.len;
        hit.concepts.has(Concept::RoleWord)
            && (end == count || goes_on(end) || first.len() < noted.len())
    });
    ((1..=LONGEST).contains(&count)
        && edge
        && !reading.meanings().any(&other)
        && !reading.has(Concept::Interview)
        && names::likeness(first) != Likeness::Known)
        .then(|| first.to_owned())
}

/// A role in characters without spaces is no longer.
const LONGEST_UNSPACED: usize = 10;

/// A role by its own words, or because the text calls it one: `the OR Circulator position`.
fn is_said_to_be_role(role: &str, opener: &str, after: &str) -> bool {
    let reading = Reading::new(role);
    if opener == "processo seletivo " && !reading.meaning(0).has(Concept::RoleWord) {
        return false;
    }
    if reading.has(Concept::RoleWord) {
        // After `for` alone it has to look like one.
        let count = reading.tokens.len();
        let at = |at: usize| reading.meaning(at).has(Concept::RoleWord);
        return opener.len() > 5
            || count < 7 && (at(0) || count > 0 && at(count - 1) || role.contains(','));
    }
    let large = role
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    let short = (1..=5).contains(&reading.tokens.len());
    // `your interview for People Partner at Acme`, `your application for Phase Leader`
    let applied = ["interview for ", "application for ", "applying for "].contains(&opener);
    let several = role.contains(' ')
        && role
            .split(' ')
            .all(|it| !it.starts_with(char::is_lowercase) || it == "of");
    // `your interview for Blue Harbor at 10`: a company.
    let field = [Concept::Leader, Concept::Topic, Concept::Hiring];
    let at = after.strip_prefix(" at ");
    let at = at.is_some_and(|it| !it.starts_with(|c: char| c.is_ascii_digit()));
    let sure = opener != "interview for " || at && reading.meanings().any(&field);
    if short && applied && several && sure && !reading.has(Concept::OrgWord) {
        return names::likeness(role) != Likeness::Known;
    }
    let called = NOUNS.split('|').any(|it| after.starts_with(it));
    let named = SURE_OPENERS.split('|').any(|it| it == opener);
    if named
        && role.chars().all(is_unspaced)
        && (2..=LONGEST_UNSPACED).contains(&role.chars().count())
    {
        return true;
    }
    // `poste d'éditrice scolaire`: most languages write them small; no word of anything else is in it.
    let small = named
        && !opener.ends_with(" tjänsten ")
        && (1..=3).contains(&reading.tokens.len())
        && reading.hits.is_empty();
    short && (large && (called || named) || small) && names::likeness(role) != Likeness::Known
}

/// `the Assistant Controller position`, whatever leads to it: the words written large between an
/// article and what calls them a role.
fn called_so(line: &str) -> Option<String> {
    const ARTICLES: [&str; 5] = ["the", "our", "a", "an", "this"];
    const LONGEST: usize = 6;
    NOUNS.split('|').find_map(|noun| {
        let (before, after) = line.split_once(noun)?;
        let ends = after.chars().next().is_none_or(|c| !c.is_alphanumeric());
        let mut words = before.rsplit(' ');
        let large: Vec<&str> = words
            .by_ref()
            .take_while(|word| !ARTICLES.contains(&word.to_lowercase().as_str()))
            .take(LONGEST + 1)
            .collect();
        let all_large = large.iter().all(|word| {
            let first = word.chars().next();
            first.is_some_and(|c| c.is_uppercase() || "&(".contains(c)) || *word == "of"
        });
        let role: Vec<&str> = large.into_iter().rev().collect();
        (ends
            && all_large
            && (1..=LONGEST).contains(&role.len())
            && before.len() > role.join(" ").len())
        .then(|| role.join(" "))
    })
}

/// `Bölge Satış Temsilcisi pozisyonu`, `온라인 MD 포지션`, `法人営業職の`, `ポジション（営業）`.
fn before_its_noun(line: &str) -> Option<String> {
    for noun in ROLE_BEFORE.split('|') {
        let Some((before, after)) = line.split_once(noun) else {
            continue;
        };
        if let Some(inside) = after.strip_prefix(['（', '(']) {
            let role = inside.split(['）', ')']).next()?.trim();
            if (2..30).contains(&role.chars().count()) {
                return Some(role.to_owned());
            }
        }
        let sentence = before
            .rsplit(['.', '!', ',', '。', '、', '！', '\n', ':', '：', '(', '（'])
            .next()?
            .trim();
        let role = if sentence.chars().any(is_unspaced) && !sentence.contains(' ') {
            sentence.rsplit('の').next()?.to_owned()
        } else {
            let mut words: Vec<&str> = sentence
                .rsplit(' ')
                .take(4)
                .take_while(|word| word.chars().next().is_some_and(|c| !c.is_lowercase()))
                .collect();
            words.reverse();
            words.join(" ")
        };
        // `신규 채용 건`: what sort of hiring.
        let called = !noun.starts_with("채용") || Reading::new(&role).has(Concept::RoleWord);
        if called && (2..40).contains(&role.chars().count()) {
            return Some(role);
        }
    }
    None
}

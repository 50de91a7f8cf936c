//! People named in a description: itinerary lines, lists of interviewers, signatures.

use super::{
    names::{self, Likeness},
    text::{fold::fold, lexicon::Concept, reading::Reading},
};

/// A person named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Name as written.
    pub(crate) name: String,
    /// Job title, where given.
    pub(crate) title: Option<String>,
    /// Where it was found.
    pub(crate) place: Place,
}

/// Where a name stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In an itinerary or list of interviewers.
    Listed,
    /// Under the text, as its writer; or named as recruiter or contact.
    Signature,
}

/// Labels before interviewers; folded, longest first where one starts another.
const LABELS: [&str; 66] = [
    "your interviewers", "your interviewer", "interviewers", "interviewer(s)", "interviewer", "interview panel", "panelists", "panellists", "panel members", "panel", "you will be meeting with", "you'll be meeting with", "you will be meeting", "you'll be meeting", "you will meet with", "you'll meet with", "you will meet", "you'll meet", "you will be speaking with", "you'll be speaking with", "you will speak with", "you'll speak with", "you will be interviewing with", "you'll be interviewing with", "you are meeting with", "you are interviewing with", "meeting with", "speaking with", "interview with", "interviewing with", "hiring manager", "attendees", "participants", "conducted by", "with",
    "ihre gesprachspartner", "gesprachspartnerinnen", "gesprachspartnerin", "gesprachspartner", "interviewende", "teilnehmer", "vos interlocuteurs", "interlocuteurs", "interlocuteur", "interlocutrice", "vous rencontrerez", "vous echangerez avec", "entrevistadores", "entrevistadora", "entrevistador", "hablaras con", "te entrevistara", "te entrevistaran", "intervistatori", "intervistatore", "incontrerai", "gesprekspartners", "gesprekspartner", "rozmowcy", "intervjuare", "du traffar", "面接官", "面接担当", "面试官", "面試官", "면접관",
];

/// Labels before recruiters and contacts.
const CONTACTS: [&str; 20] = [
    "your recruiter is", "your recruiter", "recruiter", "recruiting contact", "point of contact", "your contact", "contact person", "contact", "coordinator", "recruiting coordinator", "ansprechpartnerin", "ansprechpartner", "votre contact", "contacto", "persona de contacto", "contatto", "contactpersoon", "osoba kontaktowa", "kontaktperson", "担当",
];

/// Everybody named in `plain`, in order, nobody twice.
#[must_use]
pub(crate) fn people(plain: &str) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    let lines: Vec<&str> = plain.lines().map(str::trim).collect();
    let mut listing = false;
    for (index, line) in lines.iter().enumerate() {
        if is_boilerplate(line) {
            break;
        }
        let new = if line.is_empty() {
            listing = false;
            Vec::new()
        } else if let Some(rest) = after_time(line) {
            fragment(rest, false)
        } else if let Some(rest) = after_label(line, &CONTACTS) {
            fragment(rest, true).into_iter().map(|named| Named { place: Place::Signature, ..named }).collect()
        } else if let Some(rest) = after_label(line, &LABELS) {
            listing = rest.is_empty();
            fragment(rest, true)
        } else if listing {
            let people = fragment(bullet(line), true);
            listing = !people.is_empty();
            people
        } else if bullet(line).len() < line.len() {
            fragment(bullet(line), false).into_iter().filter(|named| named.title.is_some()).collect()
        } else {
            inside_sentence(line).into_iter().chain(signature(&lines, index)).collect()
        };
        for named in new {
            match found.iter_mut().find(|known| names::same_person(&known.name, &named.name)) {
                Some(known) => {
                    known.title = known.title.take().or(named.title);
                    if named.place == Place::Listed {
                        known.place = Place::Listed;
                    }
                }
                None => found.push(named),
            }
        }
    }
    found
}

fn is_boilerplate(line: &str) -> bool {
    line.starts_with("____") || line.starts_with("-::~") || line.starts_with("──") || line.starts_with("......")
        || line.contains("Microsoft Teams meeting") || line.starts_with("Join Zoom Meeting") || line.contains("is inviting you to a scheduled Zoom")
}

fn bullet(line: &str) -> &str {
    line.trim_start_matches(['-', '–', '•', '*', '·', '▪', '○', '◦', '→', '>', '―', '・']).trim_start()
}

/// What follows a time or a span of times at the start of a line.
fn after_time(line: &str) -> Option<&str> {
    let line = bullet(line);
    let (mut end, rest) = one_time(line)?;
    let mut tail = rest;
    loop {
        let trimmed = tail.trim_start_matches([' ', '-', '–', '—', '~', '〜', '～', ':', '|', ',', '\u{2192}']);
        let trimmed = ["to ", "bis ", "a ", "à ", "do ", "til ", "tot "].iter().find_map(|word| trimmed.strip_prefix(word)).unwrap_or(trimmed);
        let Some((next, rest)) = one_time(trimmed) else {
            tail = trimmed;
            break;
        };
        end = next;
        tail = rest;
    }
    let _ = end;
    // Zones and lengths after the times: `(CEST)`, `PT`, `Uhr`, `(45 min)`.
    loop {
        let start = tail;
        tail = tail.trim_start_matches([' ', '-', '–', '—', ':', '|', ',', '•']);
        if tail.starts_with('(') {
            let inside = tail.get(1..tail.find(')')?)?;
            if inside.len() <= 12 {
                tail = tail.get(inside.len() + 2..).unwrap_or_default();
            }
        }
        for zone in ["Uhr", "EST", "EDT", "ET", "PST", "PDT", "PT", "CST", "CDT", "CT", "MST", "MDT", "MT", "GMT", "BST", "UTC", "CET", "CEST", "IST", "JST", "h ", "hrs", "Eastern", "Pacific", "Central"] {
            if let Some(rest) = tail.strip_prefix(zone) {
                if !rest.starts_with(char::is_alphanumeric) {
                    tail = rest;
                }
            }
        }
        if start == tail {
            break;
        }
    }
    Some(tail)
}

/// One time of day at the start: `2:00`, `14.30`, `2pm`, `10 a.m.`, `9h30`.
fn one_time(line: &str) -> Option<(usize, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let mut rest = line.get(digits..)?;
    let mut clock = false;
    if let Some(after) = rest.strip_prefix([':', '.', 'h', 'H', '時', '시', '点']) {
        let minutes = after.bytes().take_while(u8::is_ascii_digit).count();
        if minutes == 2 {
            rest = after.get(2..)?;
            clock = true;
        } else if minutes == 0 && !rest.starts_with(['.', ':']) {
            rest = after;
            clock = true;
        }
    }
    let spaced = rest.trim_start();
    for half in ["am", "pm", "AM", "PM", "a.m.", "p.m.", "Am", "Pm"] {
        if let Some(after) = spaced.strip_prefix(half) {
            if !after.starts_with(char::is_alphabetic) {
                return Some((digits, after));
            }
        }
    }
    clock.then_some((digits, rest))
}

/// What follows one of `labels` and a colon (or, for verbs, a space) at the start of a line.
fn after_label<'l>(line: &'l str, labels: &[&str]) -> Option<&'l str> {
    let line = bullet(line).trim_start_matches(['*', '_']);
    let (head, rest) = line.split_once([':', '：'])?;
    let folded = fold(head.trim().trim_end_matches('*'));
    let folded = folded.trim();
    // The colon may stand inside a time or a link; then the head is no label.
    labels.iter().any(|label| folded == *label || (folded.len() > label.len() && folded.ends_with(label) && folded.len() < 40))
        .then(|| rest.trim_start_matches('*').trim())
}

/// `You'll be meeting with Priya Shah (CTO) and Bo Ek.` inside running text.
fn inside_sentence(line: &str) -> Vec<Named> {
    const VERBS: [&str; 32] = [
        "be meeting with ", "be meeting ", "meet with ", "be speaking with ", "speak with ", "be interviewing with ", "interview with ", "be joined by ", "chat with ", "be talking to ", "talk to ", "call with ", "call from ", "conversation with ", "hosted by ", "interviewed by ", "gespräch mit ", "erwarten sie ", "entretien avec ", "échanger avec ", "rencontrerez ", "rencontrer ", "entrevista con ", "hablar con ", "entrevista com ", "conversar com ", "colloquio con ", "incontrerai ", "gesprek met ", "rozmowa z ", "samtal med ", "samtale med ",
    ];
    let mut found = Vec::new();
    for verb in VERBS {
        let Some(at) = line.to_lowercase().find(verb) else { continue };
        let Some(rest) = line.get(at + verb.len()..) else { continue };
        let sentence = rest.split(['.', ';', '!', '?']).next().unwrap_or_default();
        // A title abbreviation is no end of a sentence.
        let sentence = if sentence.len() <= 5 { rest } else { sentence };
        let rest = ["mr ", "ms ", "our ", "the ", "frau ", "herrn ", "m. ", "mme "].iter().find_map(|word| sentence.to_lowercase().starts_with(word).then(|| sentence.get(word.len()..)).flatten()).unwrap_or(sentence);
        found.extend(fragment(rest, false));
        if !found.is_empty() {
            break;
        }
    }
    found
}

/// A name alone on one of the last lines, after a farewell or before a title.
fn signature(lines: &[&str], index: usize) -> Option<Named> {
    const FAREWELLS: [&str; 40] = [
        "best", "best regards", "kind regards", "warm regards", "regards", "thanks", "thank you", "many thanks", "cheers", "sincerely", "all the best", "best wishes", "talk soon", "see you soon", "looking forward", "warmly", "yours sincerely", "thanks so much",
        "mit freundlichen grussen", "viele grusse", "beste grusse", "liebe grusse", "freundliche grusse", "herzliche grusse", "mfg", "cordialement", "bien cordialement", "bien a vous", "belle journee", "bonne journee", "salutations", "un saludo", "saludos", "un cordial saludo", "atentamente", "atenciosamente", "cordiali saluti", "met vriendelijke groet", "pozdrawiam", "med vanlig halsning",
    ];
    let line = lines.get(index)?;
    let before = index.checked_sub(1).and_then(|at| lines.get(..=at)).and_then(|head| head.iter().rev().find(|line| !line.is_empty()));
    let farewell = before.is_some_and(|line| {
        let folded = fold(line.trim_end_matches([',', '!', '.']));
        FAREWELLS.contains(&folded.as_str())
    });
    let own = line.strip_prefix(['-', '–', '—']).map(str::trim);
    if !farewell && own.is_none() {
        return None;
    }
    let first = own.unwrap_or(line);
    let mut named = fragment(first, false).into_iter().next().or_else(|| {
        let reading = Reading::new(first);
        (farewell && (1..=4).contains(&reading.tokens.len()) && names::likeness(first) >= Likeness::Shape)
            .then(|| Named { name: first.trim_end_matches(',').to_owned(), title: None, place: Place::Signature })
    })?;
    let next = lines.get(index + 1).copied().unwrap_or_default();
    let reading = Reading::new(next);
    if named.title.is_none() && next.len() < 60 && ([Concept::RoleWord, Concept::Leader, Concept::Hiring, Concept::Department].iter().any(|concept| reading.has(*concept))) {
        named.title = next.split([',', '|', '@']).next().map(|title| title.trim().to_owned());
    }
    named.place = Place::Signature;
    Some(named)
}

/// The people in a piece of a line: `Priya Shah (CTO), Bo Ek & Ann Holm – Design`.
/// Without `sure`, a name needs a known given name, or a job title beside it.
fn fragment(text: &str, sure: bool) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for piece in split_people(text) {
        let (outer, inner) = brackets(&piece);
        let mut name = None;
        let mut title = inner.filter(|inner| is_title(inner)).map(str::to_owned);
        for bit in split_bits(&outer) {
            let bit = after_with(bit.trim().trim_matches(['.', ',', ';', '*']));
            let likeness = names::likeness(bit);
            if name.is_none() && likeness > Likeness::No {
                name = Some((bit.to_owned(), likeness));
            } else if title.is_none() && is_title(bit) {
                title = Some(bit.to_owned());
            }
        }
        match name {
            Some((name, likeness)) if likeness == Likeness::Known || sure || title.is_some() => {
                let name = names::clean(&name).unwrap_or(name);
                found.push(Named { name, title, place: Place::Listed });
            }
            // `Priya Shah, Eng Manager` was cut at the comma: the title belongs to the one before.
            None => {
                if let Some(last) = found.last_mut().filter(|last| last.title.is_none()) {
                    last.title = title;
                }
            }
            Some(_) => {}
        }
    }
    found
}

/// `Lunch with Bo` -> `Bo`.
fn after_with(bit: &str) -> &str {
    [" with ", " w/ ", " mit ", " avec ", " con ", " com ", " met ", " med ", "with ", "w/ ", "mit ", "avec ", "con ", "met "].iter().find_map(|with| {
        let at = bit.find(with)?;
        (at == 0 || with.starts_with(' ')).then(|| bit.get(at + with.len()..)).flatten()
    }).unwrap_or(bit).trim()
}

fn is_title(text: &str) -> bool {
    let reading = Reading::new(text);
    text.len() < 70 && [Concept::RoleWord, Concept::Leader, Concept::Department, Concept::Hiring].iter().any(|concept| reading.has(*concept)) && reading.tokens.len() <= 7
}

fn split_people(text: &str) -> Vec<String> {
    let mut text = text.to_owned();
    for joint in [" and ", " und ", " et ", " y ", " e ", " en ", " i ", " och ", " og ", " & ", " + ", "、", "，", ";", " ja ", " и ", " 및 "] {
        text = text.replace(joint, ",");
    }
    let mut pieces = Vec::new();
    let mut depth = 0_i32;
    let mut piece = String::new();
    for c in text.chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth <= 0 {
            pieces.push(std::mem::take(&mut piece));
        } else {
            piece.push(c);
        }
    }
    pieces.push(piece);
    pieces
}

fn brackets(piece: &str) -> (String, Option<&str>) {
    let Some(open) = piece.find(['(', '（', '<', '[']) else {
        return (piece.to_owned(), None);
    };
    let (outer, rest) = piece.split_at(open);
    let inner = rest.trim_matches(['(', ')', '（', '）', '<', '>', '[', ']', ' ', '.', ',']);
    let after = rest.find([')', '）', '>', ']']).and_then(|at| rest.get(at..)).unwrap_or_default();
    let after = after.trim_start_matches([')', '）', '>', ']']);
    (format!("{outer} {after}"), Some(inner.split([')', '）']).next().unwrap_or(inner).trim()))
}

fn split_bits(outer: &str) -> Vec<&str> {
    let mut bits = vec![outer];
    for separator in [" - ", " – ", " — ", " | ", ": ", "：", " / ", " @ ", " at "] {
        bits = bits.into_iter().flat_map(|bit| bit.split(separator)).collect();
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Option<&str>)]) {
        let found = people(text);
        let found: Vec<_> = found.iter().map(|named| (named.name.as_str(), named.title.as_deref())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn itinerary_lines_name_people_and_titles() {
        check("2:00 – 2:45 Priya Shah, Eng Manager\n2:45 – 3:30 Thandeka Mokoena (Staff Engineer)", &[("Priya Shah", Some("Eng Manager")), ("Thandeka Mokoena", Some("Staff Engineer"))]);
        check("2:00PM (CEST) - 3:00PM (CEST): Ana Ruiz and Bo Ek Lund", &[("Ana Ruiz", None)]);
        check("10.00–10.45 Uhr: System Design – Jonas Weber\n11:00 Lunch", &[("Jonas Weber", None)]);
        check("9:00am Coding with Dana Fox", &[("Dana Fox", None)]);
    }

    #[test]
    fn lists_of_interviewers_are_read() {
        check("Interviewers: Olu Bakare (CTO), Xi Ming & Ann Holm", &[("Olu Bakare", Some("CTO")), ("Xi Ming", None), ("Ann Holm", None)]);
        check("Interviewers:\n- Olu Bakare\n- Ann Holm, Designer\n\nBring coffee", &[("Olu Bakare", None), ("Ann Holm", Some("Designer"))]);
        check("Ihre Gesprächspartner: Frau Dr. Jana Vogt und Herr Kurt Amsel", &[("Frau Dr. Jana Vogt", None), ("Herr Kurt Amsel", None)]);
        check("You'll be meeting with Priya Shah (VP Product).", &[("Priya Shah", Some("VP Product"))]);
    }

    #[test]
    fn signatures_name_the_writer() {
        let found = people("See you then!\n\nBest,\nNora Quist\nTalent Partner");
        assert_eq!(found, [Named { name: "Nora Quist".into(), title: Some("Talent Partner".into()), place: Place::Signature }]);
    }

    #[test]
    fn other_lines_name_nobody() {
        check("Please bring your portfolio\nBuilding 4, Mill Street\nAgenda:\n- Introductions\n- System Design\n12:00 Team Lunch", &[]);
        check("________\nMicrosoft Teams meeting\nInterviewers: Ann Holm", &[]);
        check("https://meet.example/with/Ann", &[]);
    }
}

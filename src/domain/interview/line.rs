//! One line about an interview, as somebody types it: "Interview with Acme, Tue 3pm, Priya Shah and
//! Tom". The line is read like the title of an event; what is left over is looked at for people.

#[cfg(test)]
mod tests;

use jiff::{
    Timestamp,
    civil::{DateTime, Time},
    tz::TimeZone,
};

use super::{
    Assessment, User, assess,
    names::{self, Likeness},
    text::{fold::fold, lexicon::Concept, reading::Reading},
};
use crate::domain::calendar::{
    event::{Event, EventStatus, When},
    spoken::{self, SlashOrder, spoken},
};

/// How long it takes when the line does not say.
const USUAL_HOURS: i8 = 1;

/// What a line says. Nothing is made up: what it does not say is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Employer.
    pub employer: Option<String>,
    /// Role.
    pub role: Option<String>,
    /// Beginning and end on the user's clock; the end is an hour later when the line has none.
    pub when: Option<(DateTime, DateTime)>,
    /// Its day is said, and not only its time.
    pub says_day: bool,
    /// Its time is said, and not only its day.
    pub says_time: bool,
    /// People met.
    pub people: Vec<Person>,
}

/// Somebody named in a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Name; empty when only an address is given that tells none.
    pub name: String,
    /// Address; may be empty.
    pub email: String,
}

/// Understands a line typed at `now` on the user's clock.
#[must_use]
pub fn understand(line: &str, now: DateTime, order: SlashOrder) -> Line {
    let line: String = line.chars().take(400).collect();
    let (bare, emails) = take_addresses(&without_chat(&line));
    let said = spoken(&bare, order);
    let rest = spoken::without(&bare, &said.said);
    let mut found = about(&rest);
    found.says_day = said.day.is_some();
    found.says_time = said.start.is_some();
    found.when = when(&by_day(said, &bare), now);
    for email in emails {
        let name = names::from_address(&email).unwrap_or_default();
        let fits = |it: &&mut Person| it.email.is_empty() && fits(&it.name, &email);
        match found.people.iter_mut().find(fits) {
            Some(known) => known.email = email,
            None => found.people.push(Person { name, email }),
        }
    }
    found
}

/// Whether an address is one of somebody with this name.
fn fits(name: &str, email: &str) -> bool {
    let local = email.split('@').next().unwrap_or_default();
    let folded = fold(name);
    let mut words = folded.split_whitespace();
    words.any(|it| it.len() > 2 && local.contains(it))
}

fn take_addresses(line: &str) -> (String, Vec<String>) {
    let mut emails = Vec::new();
    let kept = line.split_inclusive([' ', ',', ';']).filter(|word| {
        let bare = word.trim_matches(|it: char| " ,;<>()[]".contains(it));
        let address = bare.split_once('@').is_some_and(|(local, host)| {
            !local.is_empty() && host.contains('.') && !host.starts_with('.')
        });
        if address {
            emails.push(bare.trim_start_matches("mailto:").to_lowercase());
        }
        !address
    });
    (kept.collect(), emails)
}

/// Nobody is interviewed at three in the morning, unless the line says so: `3am`, `03:00`.
fn by_day(mut said: spoken::Spoken, line: &str) -> spoken::Spoken {
    const NIGHT: [&str; 6] = ["am", "a.m", "morgens", "früh", "matin", "mañana"];
    let small = line.to_lowercase();
    let told = said.said.iter().filter_map(|it| small.get(it.clone()));
    let night = told.clone().any(|it| {
        let mut numbers = it.split(|c: char| !c.is_ascii_digit());
        let hour = numbers.find(|it| !it.is_empty()).unwrap_or_default();
        let zero = hour.len() == 2 && hour.starts_with('0');
        zero || NIGHT.iter().any(|word| it.ends_with(word))
    });
    let later = |it: Time| Time::new(it.hour() + 12, it.minute(), 0, 0).unwrap_or(it);
    if let Some(start) = said
        .start
        .filter(|it| (1..=6).contains(&it.hour()) && !night)
    {
        said.start = Some(later(start));
        said.end = said
            .end
            .map(|it| if it.hour() < 12 { later(it) } else { it });
    }
    said
}

/// How people begin, and what they call an interview beside its name.
fn without_chat(line: &str) -> String {
    const FIRST: [&str; 14] = [
        "i", "had", "have", "met", "my", "ich", "hatte", "habe", "mein", "j'ai", "tuve", "tengo",
        "mi", "mon",
    ];
    const MORE: [&str; 9] = [
        "an", "a", "eu", "un", "une", "una", "ein", "einen", "another",
    ];
    const TITLES: [(&str, &str); 4] = [
        ("herrn", "Herr"),
        ("señora", "Sra"),
        ("señor", "Sr"),
        ("w/", "with"),
    ];
    let line = line.replace('’', "'");
    let line = [" de trabajo", " de empleo", " d'embauche"]
        .iter()
        .fold(line, |line, it| line.replace(it, ""));
    let mut words = line.split(' ').peekable();
    let mut chatting = false;
    while let Some(word) = words.peek().map(|it| it.to_lowercase()) {
        let goes_on = chatting && MORE.contains(&word.as_str());
        if !goes_on && !FIRST.contains(&word.as_str()) {
            break;
        }
        chatting = true;
        words.next();
    }
    let words = words.map(|word| {
        let title = TITLES.iter().find(|(it, _)| word.to_lowercase() == *it);
        title.map_or(word, |(_, title)| title)
    });
    let kept: Vec<&str> = words.collect();
    kept.join(" ")
        .replace(" la Sra", " Sra")
        .replace(" el Sr ", " Sr ")
}

fn when(said: &spoken::Spoken, now: DateTime) -> Option<(DateTime, DateTime)> {
    let day = match said.day {
        Some(day) => spoken::date(day, now.date())?,
        None if said.start.is_some() => now.date(),
        None => return None,
    };
    let start = day.to_datetime(said.start.unwrap_or(Time::constant(9, 0, 0, 0)));
    let end = said
        .end
        .map(|it| day.to_datetime(it))
        .filter(|it| *it > start);
    // Nobody is interviewed over midnight.
    let usual = match start.hour().checked_add(USUAL_HOURS) {
        Some(hour @ ..=23) => Time::new(hour, start.minute(), 0, 0).ok()?,
        _ => Time::constant(23, 59, 0, 0),
    };
    Some((start, end.unwrap_or_else(|| day.to_datetime(usual))))
}

/// Words before people, before companies, and between several.
const WITH: [&str; 6] = ["with", "mit", "avec", "con", "met", "com"];
const OF: [&str; 12] = [
    "at", "from", "of", "bei", "von", "chez", "de", "en", "in", "di", "da", "@",
];
const AND: [&str; 8] = ["and", "und", "et", "y", "e", "&", "+", "sowie"];

/// Employer, role and people of what is not about time.
fn about(rest: &str) -> Line {
    let mut found = Line::default();
    let mut kept: Vec<String> = Vec::new();
    let all_small = !rest.chars().any(char::is_uppercase);
    for part in rest.split(['\n', ',', ';', '(', ')', '|', ':']) {
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        let part = part.trim_matches(|it: char| "-–—.· ".contains(it));
        let part = if all_small {
            capitalised(part)
        } else {
            part.to_owned()
        };
        let mut left: Vec<String> = Vec::new();
        for (lead, piece) in cut(&part, &WITH) {
            let people = people(&piece, &mut left);
            if people.is_empty() {
                left.push(format!("{lead}{piece}"));
            }
            found.people.extend(people);
        }
        let left = left.join(" ");
        if !left.trim().is_empty() {
            kept.push(left);
        }
    }
    let title = kept.join(", ");
    let known = Reading::new(&title).hits.iter().any(|hit| {
        let words = [Concept::Interview, Concept::JobInterview, Concept::Step];
        hit.concepts.any(&words)
    });
    let judged = judge(if known {
        title
    } else {
        format!("Interview with {title}")
    });
    if let Some(it) = judged {
        found.employer = it.employer;
        found.role = it.role;
        for name in it.people.into_iter().filter_map(|it| it.name) {
            if !found
                .people
                .iter()
                .any(|it| names::same_person(&it.name, &name))
            {
                found.people.push(person(&name));
            }
        }
    }
    if found.employer.is_none() {
        found.employer = kept
            .iter()
            .find_map(|it| company(it, found.role.as_deref()));
    }
    found
}

/// The people that a piece names, when it names nobody else; a company behind one is `left`.
fn people(piece: &str, left: &mut Vec<String>) -> Vec<Person> {
    let all = cut(piece, &AND);
    let mut found = Vec::new();
    for (_, one) in &all {
        let of = cut(one, &OF);
        let (first, behind) = match of.as_slice() {
            [(_, first), behind @ ..] if names::likeness(first) == Likeness::Known => {
                (first, behind)
            }
            _ => (one, [].as_slice()),
        };
        // Behind somebody known, and before somebody known, a short name is one, too.
        let likely = names::likeness(first);
        let beside = likely == Likeness::Shape && all.len() > 1 && !found.is_empty();
        if likely != Likeness::Known && !beside {
            return Vec::new();
        }
        found.push(person(first));
        left.extend(behind.iter().map(|(_, it)| format!("at {it}")));
    }
    found
}

fn person(name: &str) -> Person {
    Person {
        name: names::clean(name).unwrap_or_else(|| name.to_owned()),
        email: String::new(),
    }
}

/// Cuts before each of some words: what leads to a piece, and the piece.
fn cut(text: &str, at: &[&str]) -> Vec<(String, String)> {
    let mut pieces = vec![(String::new(), Vec::new())];
    for word in text.split_whitespace() {
        if at.contains(&word.to_lowercase().as_str()) {
            pieces.push((format!("{word} "), Vec::new()));
        } else if let Some((_, words)) = pieces.last_mut() {
            words.push(word);
        }
    }
    pieces.retain(|(_, words)| !words.is_empty());
    pieces
        .into_iter()
        .map(|(lead, words)| (lead, words.join(" ")))
        .collect()
}

/// `interview with acme` as `Interview with Acme`.
fn capitalised(text: &str) -> String {
    let small =
        |it: &str| [&WITH[..], &OF, &AND].iter().any(|all| all.contains(&it)) || it == "for";
    let words = text.split_whitespace().map(|word| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !small(word) => first.to_uppercase().chain(letters).collect(),
            _ => word.to_owned(),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}

/// What stands behind `at`, or all of it, unless that is a word for an interview or the role.
fn company(part: &str, role: Option<&str>) -> Option<String> {
    let leads: Vec<&str> = OF.into_iter().chain(WITH).collect();
    let pieces = cut(part, &leads);
    let behind = pieces.iter().find(|(lead, _)| !lead.is_empty());
    let (_, name) = behind.or(pieces.first())?;
    let reading = Reading::new(name);
    let says = reading.hits.iter().any(|hit| {
        hit.concepts.any(&[
            Concept::Interview,
            Concept::JobInterview,
            Concept::Step,
            Concept::WeakStep,
            Concept::Talk,
            Concept::RoleWord,
        ])
    });
    let letters = name.chars().any(char::is_alphabetic);
    (letters && !says && role != Some(name)).then(|| name.clone())
}

/// The line as the title of an event.
fn judge(title: String) -> Option<Assessment> {
    let event = Event {
        uid: String::new(),
        recurrence_id: None,
        recurring: false,
        when: When::Timed {
            start: Timestamp::UNIX_EPOCH,
            end: Timestamp::UNIX_EPOCH,
            zone: None,
        },
        summary: title,
        description: String::new(),
        location: String::new(),
        url: None,
        conference: None,
        organizer: None,
        attendees: Vec::new(),
        status: EventStatus::Confirmed,
        method_cancel: false,
        sequence: 0,
        categories: Vec::new(),
    };
    assess(&[event], &User::default(), &TimeZone::UTC).pop()
}

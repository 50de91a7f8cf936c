//! The right person is greeted, by the right name.

use super::{Expectation, Finding, Fix, Severity, Text, is_greeting, names};
use crate::domain::note::{
    names::{first_name, greeted_name, listed_name, plain_name},
    phrases,
};

/// Holds the greeting against the person thanked, the others met, and those of other interviews.
pub(super) fn check(text: &Text<'_>, expectation: &Expectation<'_>) -> Option<Finding> {
    let start = text.body.len() - text.body.trim_start().len();
    let line = text.body.trim_start().lines().next().unwrap_or_default();
    let full = expectation.recipient?;
    let recipient = plain_name(full);
    let call = expectation.call.unwrap_or_default().trim();
    let parts: Vec<&str> = recipient
        .split_whitespace()
        // "von" and "de" name nobody.
        .filter(|it| !it.starts_with(char::is_lowercase))
        .chain(call.split_whitespace())
        .filter(|it| it.chars().count() > 1)
        .collect();
    if parts.is_empty() {
        return None;
    }
    let words = if is_greeting(line) {
        names::words(line)
    } else {
        Vec::new()
    };
    let place = |name: &str| {
        if name.contains(' ') {
            let at = line.find(name)?;
            return Some(start + at..start + at + name.len());
        }
        let word = words.iter().find(|(_, word)| names::same(word, name));
        word.map(|(at, word)| start + at..start + at + word.len())
    };
    if parts.iter().any(|it| place(it).is_some()) || line.contains(&recipient) {
        return None;
    }
    let expected = match call {
        "" => first_name(full).unwrap_or_else(|| listed_name(full)),
        call => call.to_owned(),
    };
    let others = [
        ("wrong_name", expectation.other_names),
        ("other_recipient", expectation.names_elsewhere),
    ];
    for (code, names) in others {
        for other in names.iter().filter_map(|it| greeted_name(it)) {
            if let Some(at) = place(&other) {
                let mut finding = Finding::new(code, Severity::Stop, &[&other, &expected]);
                finding.fix = Some(Fix::new(&at, &expected));
                finding.at = Some(at);
                return Some(finding);
            }
        }
    }
    // The first word is "Hi" or "Dear"; a name follows.
    let near = words.iter().skip(1).find_map(|(at, word)| {
        let part = parts.iter().find(|it| names::is_near(word, it))?;
        Some((start + at, *word, *part))
    });
    if let Some((from, word, part)) = near {
        let at = from..from + word.len();
        let mut finding = Finding::new("misspelt_name", Severity::Warning, &[word, part]);
        finding.fix = Some(Fix::new(&at, part));
        finding.at = Some(at);
        return Some(finding);
    }
    // Nobody is to be greeted by a family name alone, and no department by name.
    let half = call.is_empty() && phrases::is_left_nameless(expectation.language, full);
    let mut finding = if half {
        Finding::new("half_name", Severity::Hint, &[&recipient])
    } else {
        Finding::new("missing_name", Severity::Warning, &[&expected])
    };
    finding.at = is_greeting(line).then(|| start..start + line.len());
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, finds, finds_for, fine};
    use super::*;

    #[test]
    fn another_persons_name_stops_the_note() {
        let names = ["Tom Kovač".to_owned()];
        let mut expectation = sample::expectation();
        expectation.other_names = &names;
        finds_for(
            &expectation,
            "Hi Priya,",
            "Hi Tom,",
            "wrong_name",
            Severity::Stop,
            "Tom",
        );
        let titled = ["Herr von Bülow".to_owned()];
        expectation.other_names = &titled;
        finds_for(
            &expectation,
            "Hi Priya,",
            "Dear Mr. von Bülow,",
            "wrong_name",
            Severity::Stop,
            "von Bülow",
        );
        expectation.other_names = &[];
        expectation.names_elsewhere = &names;
        finds_for(
            &expectation,
            "Hi Priya,",
            "Hi Tom,",
            "other_recipient",
            Severity::Stop,
            "Tom",
        );
    }

    #[test]
    fn a_slip_in_the_name_can_be_put_right() {
        finds(
            "Hi Priya,",
            "Hi Pirya,",
            "misspelt_name",
            Severity::Warning,
            "Pirya",
        );
        assert_eq!(sample::fixed("Hi Priya,", "Hi Pirya,"), sample::FINE);
    }

    #[test]
    fn a_greeting_without_a_name_is_noticed() {
        finds(
            "Hi Priya,",
            "Hi there,",
            "missing_name",
            Severity::Warning,
            "Hi there,",
        );
        finds(
            "Hi Priya,",
            "Hello,",
            "missing_name",
            Severity::Warning,
            "Hello,",
        );
    }

    #[test]
    fn who_is_known_by_half_a_name_may_go_without_it() {
        let mut expectation = sample::expectation();
        for name in ["da Silva", "Talent Acquisition"] {
            expectation.recipient = Some(name);
            finds_for(
                &expectation,
                "Hi Priya,",
                "Hello,",
                "half_name",
                Severity::Hint,
                "Hello,",
            );
        }
        // What the user calls them can be said.
        expectation.call = Some("Joana");
        finds_for(
            &expectation,
            "Hi Priya,",
            "Hello,",
            "missing_name",
            Severity::Warning,
            "Hello,",
        );
        // Another person's name stays what it is.
        let names = ["Tom Kovač".to_owned()];
        expectation.call = None;
        expectation.other_names = &names;
        finds_for(
            &expectation,
            "Hi Priya,",
            "Hi Tom,",
            "wrong_name",
            Severity::Stop,
            "Tom",
        );
    }

    #[test]
    fn every_usual_way_to_greet_is_fine() {
        for greeting in [
            "Dear Priya Shah,",
            "Dear Ms. Shah,",
            "Hello priya!",
            "Priya –",
        ] {
            fine("Hi Priya,", greeting);
        }
    }
}

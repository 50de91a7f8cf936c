//! Lines as people type them.

use super::*;

/// `employer | role | people | beginning to end`, of a Wednesday's noon.
fn said(line: &str) -> String {
    let now = jiff::civil::datetime(2026, 11, 25, 12, 0, 0, 0);
    let it = understand(line, now, SlashOrder::DayFirst);
    let people = it.people.iter().map(|it| match it.email.as_str() {
        "" => it.name.clone(),
        email => format!("{} <{email}>", it.name),
    });
    let people: Vec<String> = people.collect();
    let when = it.when.map_or(String::new(), |(start, end)| {
        format!(
            "{} to {}",
            start.strftime("%m-%d %H:%M"),
            end.strftime("%H:%M")
        )
    });
    let text = |it: Option<String>| it.unwrap_or_default();
    format!(
        "{} | {} | {} | {when}",
        text(it.employer),
        text(it.role),
        people.join(" + ")
    )
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (line, expected) in cases {
        assert_eq!(said(line), *expected, "{line}");
    }
}

const TUE_3PM: &str = "11-24 15:00 to 16:00";

#[test]
fn english_lines_are_understood() {
    check(&[
        (
            "Interview with Acme, Tue 3pm, Priya Shah and Tom",
            &format!("Acme |  | Priya Shah + Tom | {TUE_3PM}"),
        ),
        (
            "interview with acme tue 3pm priya shah and tom",
            &format!("Acme |  | Priya Shah + Tom | {TUE_3PM}"),
        ),
        (
            "Acme, Senior Engineer, yesterday 10am, Priya Shah, Tom Kovač",
            "Acme | Senior Engineer | Priya Shah + Tom Kovač | 11-24 10:00 to 11:00",
        ),
        ("Tue 3pm Acme", &format!("Acme |  |  | {TUE_3PM}")),
        (
            "Acme Tue 3pm with Priya and Tom",
            &format!("Acme |  | Priya + Tom | {TUE_3PM}"),
        ),
        (
            "phone screen Kettlefish tomorrow 3-4pm with Dana",
            "Kettlefish |  | Dana | 11-26 15:00 to 16:00",
        ),
        (
            "Interview at Kettlefish for Senior Engineer, Fri 2pm, priya.shah@kettlefish.example",
            "Kettlefish | Senior Engineer | Priya Shah <priya.shah@kettlefish.example> | 11-27 14:00 to 15:00",
        ),
        (
            "second round at Plumtree Labs, Priya Shah <priya@plumtree.example>, next Tuesday 10:30",
            "Plumtree Labs |  | Priya Shah <priya@plumtree.example> | 12-01 10:30 to 11:30",
        ),
        (
            "I had an interview with Acme on Tuesday at 3:00 with Priya Shah",
            &format!("Acme |  | Priya Shah | {TUE_3PM}"),
        ),
        (
            "Met Priya Shah (priya@acme.example) from Acme yesterday at 3",
            &format!("Acme |  | Priya Shah <priya@acme.example> | {TUE_3PM}"),
        ),
        (
            "Acme 06:00-07:00 tomorrow",
            "Acme |  |  | 11-26 06:00 to 07:00",
        ),
        ("Acme 6am tomorrow", "Acme |  |  | 11-26 06:00 to 07:00"),
        (
            "Zoom interview with Stark Industries for Backend Developer next Monday at 10am w/ Pepper Potts",
            "Stark Industries | Backend Developer | Pepper Potts | 11-30 10:00 to 11:00",
        ),
        (
            "Onsite at Globex Monday 9am-3pm, Ana, Bob and Carla",
            "Globex |  | Ana + Bob + Carla | 11-23 09:00 to 15:00",
        ),
        (
            "Acme: Priya Shah, Tom, today 11",
            "Acme |  | Priya Shah + Tom | 11-25 11:00 to 12:00",
        ),
    ]);
}

#[test]
fn lines_in_other_languages_are_understood() {
    check(&[
        (
            "Vorstellungsgespräch bei Acme, 24.11. 15 Uhr, Frau Dr. Müller und Tom Kovač",
            &format!("Acme |  | Frau Dr. Müller + Tom Kovač | {TUE_3PM}"),
        ),
        (
            "Gespräch mit Anna Schmidt von Plumtree morgen um 9",
            "Plumtree |  | Anna Schmidt | 11-26 09:00 to 10:00",
        ),
        (
            "Entretien chez Acme mardi 15h avec Marie Dupont et Paul",
            &format!("Acme |  | Marie Dupont + Paul | {TUE_3PM}"),
        ),
        (
            "Entrevista con Acme el martes a las 15, Lucía Gómez y Tom",
            &format!("Acme |  | Lucía Gómez + Tom | {TUE_3PM}"),
        ),
        (
            "Telefoninterview mit Herrn Maier von Bosch, morgen 9 Uhr",
            "Bosch |  | Herr Maier | 11-26 09:00 to 10:00",
        ),
        (
            "Vorstellungsgespräch als Entwickler bei SAP, 1.12. um 13 Uhr",
            "SAP | Entwickler |  | 12-01 13:00 to 14:00",
        ),
        (
            "Entretien d’embauche chez Danone demain à 9h avec M. Bernard et Julie Petit",
            "Danone |  | M. Bernard + Julie Petit | 11-26 09:00 to 10:00",
        ),
        (
            "Entrevista de trabajo en Telefónica el lunes a las 9:30 con Carlos Ruiz y Ana Belén",
            "Telefónica |  | Carlos Ruiz + Ana Belén | 11-23 09:30 to 10:30",
        ),
        (
            "Entrevista en Acme mañana a las 10 con Lucía Gómez",
            "Acme |  | Lucía Gómez | 11-26 10:00 to 11:00",
        ),
    ]);
}

#[test]
fn what_a_line_does_not_say_stays_open() {
    check(&[
        ("", " |  |  | "),
        ("   ,;, ", " |  |  | "),
        ("Acme", "Acme |  |  | "),
        ("Tue 3pm", &format!(" |  |  | {TUE_3PM}")),
        ("interview", " |  |  | "),
        ("Interview with Priya Shah", " |  | Priya Shah | "),
    ]);
    let now = jiff::civil::datetime(2026, 11, 25, 12, 0, 0, 0);
    let it = understand("Acme tomorrow", now, SlashOrder::DayFirst);
    assert!(it.says_day && !it.says_time);
    let it = understand("Acme 3pm", now, SlashOrder::DayFirst);
    assert!(!it.says_day && it.says_time);
}

#[test]
fn a_company_of_two_is_not_torn_apart() {
    check(&[(
        "Interview with Brook & Sons, Tue 3pm, Priya",
        &format!("Brook & Sons |  | Priya | {TUE_3PM}"),
    )]);
}

#[test]
fn no_line_is_too_strange() {
    let now = jiff::civil::datetime(2026, 11, 25, 12, 0, 0, 0);
    for line in [
        "@@@",
        "a@b",
        "<>",
        "mit mit mit",
        "und",
        "at",
        "\u{0}\u{feff}",
        "İİİ 3pm",
        "🦀 tomorrow 🦀",
        "((((((",
        "3pm 3pm 3pm",
        "31.02.",
        "9999-12-31 23:59",
        "0001-01-01",
    ] {
        let _ = understand(line, now, SlashOrder::MonthFirst);
    }
    let _ = understand(&"with and ".repeat(5_000), now, SlashOrder::DayFirst);
}

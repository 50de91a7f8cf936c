//! Days and times in many phrasings, each with what must not be taken for one.

use jiff::civil::date as day_of;

use super::*;

/// Wednesday.
fn today() -> Date {
    day_of(2026, 11, 25)
}

/// `2026-11-24 15:00-16:00`, with `?` for what is not said.
fn said(text: &str) -> String {
    let it = spoken(text, SlashOrder::DayFirst);
    let day = it.day.and_then(|day| date(day, today()));
    let day = day.map_or("?".to_owned(), |it| it.to_string());
    let clock = |it: Option<Time>| it.map_or("?".to_owned(), |it| it.strftime("%H:%M").to_string());
    match it.end {
        Some(_) => format!("{day} {}-{}", clock(it.start), clock(it.end)),
        None => format!("{day} {}", clock(it.start)),
    }
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(said(text), *expected, "{text}");
    }
}

#[test]
fn english_is_understood() {
    check(&[
        ("Interview with Acme, Tue 3pm", "2026-11-24 15:00"),
        ("tomorrow at 10", "2026-11-26 10:00"),
        ("tomorrow 10am", "2026-11-26 10:00"),
        ("yesterday 2:30 pm", "2026-11-24 14:30"),
        ("next Tuesday 3-4pm", "2026-12-01 15:00-16:00"),
        ("last Friday, 11-1pm", "2026-11-20 11:00-13:00"),
        ("on Friday from 3 to 4", "2026-11-27 15:00-16:00"),
        ("Thursday 9:15-10:00", "2026-11-26 09:15-10:00"),
        ("Nov 24 at 3 p.m.", "2026-11-24 15:00"),
        ("November 24th, 2026, 15:00", "2026-11-24 15:00"),
        ("24 Nov 2026 10.30am", "2026-11-24 10:30"),
        ("2026-11-24 15:00", "2026-11-24 15:00"),
        ("today noon", "2026-11-25 12:00"),
        ("today 11, Acme", "2026-11-25 11:00"),
        ("Wed 4", "2026-11-25 16:00"),
        ("Friday 27", "2026-11-27 ?"),
        ("Wed 4 people", "2026-11-25 ?"),
        ("Fri 3-4", "2026-11-27 15:00-16:00"),
        ("the day after tomorrow at 9", "2026-11-27 09:00"),
        ("tomorrow at 3 in the afternoon", "2026-11-26 15:00"),
        ("12am", "? 00:00"),
        ("12pm", "? 12:00"),
        ("3 Jan 10am", "2027-01-03 10:00"),
    ]);
}

#[test]
fn a_weekday_before_a_date_is_no_month() {
    check(&[
        ("mar. 24 nov. 2026 15:00", "2026-11-24 15:00"),
        ("mar 24 nov 2026, 15:00", "2026-11-24 15:00"),
        ("mar. 24. nov. 15h", "2026-11-24 15:00"),
        ("mar. 24/11/2026 15:00 - 16:00", "2026-11-24 15:00-16:00"),
        ("mar 24.11. 15h", "2026-11-24 15:00"),
        // Alone it is the month.
        ("Mar 24, 2026 3pm", "2026-03-24 15:00"),
        ("mar. 24 at 3pm", "2027-03-24 15:00"),
    ]);
}

#[test]
fn german_is_understood() {
    check(&[
        (
            "Vorstellungsgespräch bei Acme 24.11. 15 Uhr",
            "2026-11-24 15:00",
        ),
        ("Dienstag, den 24.11.2026 um 15:30 Uhr", "2026-11-24 15:30"),
        ("Di 15 Uhr", "2026-11-24 15:00"),
        ("Di. 24.11. von 15 bis 16 Uhr", "2026-11-24 15:00-16:00"),
        ("morgen 10 Uhr", "2026-11-26 10:00"),
        ("morgen um 9", "2026-11-26 09:00"),
        ("übermorgen 14.30 Uhr", "2026-11-27 14:30"),
        ("gestern um 11", "2026-11-24 11:00"),
        ("nächsten Dienstag um 15 Uhr", "2026-12-01 15:00"),
        ("kommenden Freitag 9–10 Uhr", "2026-11-27 09:00-10:00"),
        ("am 3. Dezember um 14 Uhr", "2026-12-03 14:00"),
        ("heute mittags", "2026-11-25 12:00"),
        ("24.11.26, 8:00", "2026-11-24 08:00"),
    ]);
}

#[test]
fn french_is_understood() {
    check(&[
        ("Entretien chez Acme mardi 15h", "2026-11-24 15:00"),
        ("mardi prochain à 15h30", "2026-12-01 15:30"),
        ("demain de 15h à 16h", "2026-11-26 15:00-16:00"),
        ("hier à 10 heures", "2026-11-24 10:00"),
        ("le 24 novembre à 14h", "2026-11-24 14:00"),
        ("jeudi 26 novembre 2026 à 9h", "2026-11-26 09:00"),
        ("après-demain midi", "2026-11-27 12:00"),
        ("aujourd’hui à 11h", "2026-11-25 11:00"),
        ("demain à 3h de l'après-midi", "2026-11-26 15:00"),
        ("ven 27/11 14h-15h", "2026-11-27 14:00-15:00"),
    ]);
}

#[test]
fn spanish_is_understood() {
    check(&[
        ("Entrevista con Acme el martes a las 15", "2026-11-24 15:00"),
        ("mañana a las 10", "2026-11-26 10:00"),
        ("ayer a las 16:30", "2026-11-24 16:30"),
        ("el próximo martes de 15 a 16 h", "2026-12-01 15:00-16:00"),
        ("24 de noviembre a las 3 de la tarde", "2026-11-24 15:00"),
        ("24 de noviembre de 2026, 10:00", "2026-11-24 10:00"),
        ("pasado mañana 9:30", "2026-11-27 09:30"),
        ("jue 26/11 a las 11", "2026-11-26 11:00"),
        ("el viernes a mediodía", "2026-11-27 12:00"),
    ]);
}

#[test]
fn labels_of_calendar_pages_are_understood() {
    check(&[
        (
            "10:00 AM to 10:30 AM, March 20, 2026",
            "2026-03-20 10:00-10:30",
        ),
        (
            "10am to 10:30am, Friday, March 20",
            "2027-03-20 10:00-10:30",
        ),
        (
            "15:30 to 17:00, Thursday, September 17, 2026",
            "2026-09-17 15:30-17:00",
        ),
        ("de 10:00 à 11:00, 20 mars 2026", "2026-03-20 10:00-11:00"),
        (
            "De 1pm a 2pm, 20 de marzo de 2026",
            "2026-03-20 13:00-14:00",
        ),
        (
            "Von 10:00 bis 11:00 Uhr, 20. März 2026",
            "2026-03-20 10:00-11:00",
        ),
        (
            "2026年6月4日 10時00分 〜 11時30分",
            "2026-06-04 10:00-11:30",
        ),
        ("午後3時～午後4時", "? 15:00-16:00"),
        ("2026년 6월 4일 오후 3시~오후 4시", "2026-06-04 15:00-16:00"),
        (
            "dalle 10:00 alle 11:00, 20 marzo 2026",
            "2026-03-20 10:00-11:00",
        ),
        (
            "van 10:00 tot 11:00, 20 maart 2026",
            "2026-03-20 10:00-11:00",
        ),
        ("od 10:00 do 11:00, 20 marca 2026", "2026-03-20 10:00-11:00"),
    ]);
    assert!(spoken("All day, Company Focus Week", SlashOrder::DayFirst).all_day);
    assert!(spoken("Todo el día", SlashOrder::DayFirst).all_day);
}

#[test]
fn the_order_between_slashes_is_the_reader_s_unless_only_one_is_possible() {
    let day = |text, order| spoken(text, order).day.and_then(|it| date(it, today()));
    let at = |month, day| Some(day_of(2026, month, day));
    assert_eq!(day("11/12 3pm", SlashOrder::MonthFirst), at(11, 12));
    assert_eq!(day("11/12 3pm", SlashOrder::DayFirst), at(12, 11));
    assert_eq!(day("11/24 3pm", SlashOrder::DayFirst), at(11, 24));
    assert_eq!(day("24/11 3pm", SlashOrder::MonthFirst), at(11, 24));
}

#[test]
fn numbers_names_and_rooms_are_no_times() {
    check(&[
        ("Interview with Acme", "? ?"),
        ("Interview with May and Jan", "? ?"),
        ("Interview with April Sun", "? ?"),
        ("Interview with Sam", "? ?"),
        ("Interview 2 with Acme, room 12", "? ?"),
        ("Senior Engineer (3 years)", "? ?"),
        ("Web 2.0 GmbH", "? ?"),
        ("So, a talk with Mar Lopez", "? ?"),
        ("Route 66 Diner", "? ?"),
        ("call 0151 2345678", "? ?"),
        ("99.99.9999", "? ?"),
        ("31.02.2026", "? ?"),
        ("25:99", "? ?"),
        ("1on1 with Tom", "? ?"),
        ("24/7 Support Ltd", "? ?"),
    ]);
}

#[test]
fn a_weekday_is_one_of_the_last_two_days_or_the_next() {
    check(&[
        ("Monday 3pm", "2026-11-23 15:00"),
        ("Tuesday 3pm", "2026-11-24 15:00"),
        ("Wednesday 3pm", "2026-11-25 15:00"),
        ("Thursday 3pm", "2026-11-26 15:00"),
        ("Sunday 3pm", "2026-11-29 15:00"),
    ]);
}

#[test]
fn no_text_is_too_strange() {
    let pieces = [
        "Tue", "24.", "11.", "/", ":", "3", "pm", "–", "2026", "\u{301}", "年", "月", "日", "午後",
        "'", "p.m.", "next", "at", "99999", "€", "\n", "İ", "de", "à", "#", "0", "-", " ",
    ];
    // A small generator, so that every run tries the same texts.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..4_000 {
        let mut text = String::new();
        for _ in 0..(state % 12) {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let it = spoken(&text, SlashOrder::MonthFirst);
        let _ = without(&text, &it.said);
        let _ = it.day.and_then(|it| date(it, today()));
        assert!(
            it.said.iter().all(|it| text.get(it.clone()).is_some()),
            "{text}"
        );
    }
}

//! Invitations as mails show them in many languages, and mails that are none.

use super::*;

fn home() -> TimeZone {
    zone_database::get("Europe/Berlin").unwrap()
}

fn today() -> Date {
    jiff::civil::date(2026, 11, 23)
}

fn read(subject: &str, text: &str) -> Option<Event> {
    let shown = Shown {
        host: "mail.google.com",
        subject,
        text,
        ..Shown::default()
    };
    event(shown, &[], today(), &home())
}

/// Beginning and end on the reader's clock.
fn clock(event: &Event) -> String {
    match &event.when {
        When::Timed { start, end, .. } => {
            let [start, end] = [start, end].map(|it| home().to_datetime(*it));
            format!("{} {}", start.strftime("%F %H:%M"), end.strftime("%H:%M"))
        }
        When::AllDay { first, .. } => first.to_string(),
    }
}

fn names(event: &Event) -> Vec<&str> {
    let all = event.attendees.iter();
    all.filter_map(|it| it.name.as_deref()).collect()
}

#[test]
fn the_lines_of_an_invitation_are_read_in_many_languages() {
    for text in [
        "When\tTue Nov 24, 2026 3pm – 4pm (CET)\nWhere\tMill 1\nWho\tPriya Shah*, Tom Kovač",
        "When\nTuesday Nov 24, 2026 ⋅ 3pm – 4pm (Central European Time - Berlin)\nLocation\nMill 1\nGuests\nPriya Shah - organizer\nTom Kovač <tom@a.example>\nReply for",
        "When: Tuesday, November 24, 2026 3:00 PM-4:00 PM.\nWhere: Mill 1\nWho: Priya Shah; Tom Kovač",
        "Wann\tDi. 24. Nov. 2026 15:00 – 16:00\nWo\tMill 1\nWer\tPriya Shah*, Tom Kovač",
        "Quand\tmar. 24 nov. 2026 15:00 – 16:00\nOù\tMill 1\nQui\tPriya Shah*, Tom Kovač",
        "Cuándo\tmar 24 nov 2026 15:00 – 16:00\nDónde\tMill 1\nQuién\tPriya Shah*, Tom Kovač",
        "Quando\tter. 24 nov. 2026 15:00 – 16:00\nOnde\tMill 1\nQuem\tPriya Shah*, Tom Kovač",
        "Quando\tmar 24 nov 2026 15:00 – 16:00\nDove\tMill 1\nChi\tPriya Shah*, Tom Kovač",
        "Wanneer\tdi 24 nov. 2026 15:00 – 16:00\nWaar\tMill 1\nWie\tPriya Shah*, Tom Kovač",
        "Kiedy\twt., 24 listopada 2026 15:00 – 16:00\nGdzie\tMill 1\nKto\tPriya Shah*, Tom Kovač",
        "När\ttis 24 november 2026 15:00 – 16:00\nVar\tMill 1\nVem\tPriya Shah*, Tom Kovač",
        "日時\t2026年11月24日(火) 15:00～16:00\n場所\tMill 1\n参加者\tPriya Shah*, Tom Kovač",
        "时间\t2026年11月24日 15:00 – 16:00\n地点\tMill 1\n参与者\tPriya Shah*, Tom Kovač",
        "일시\t2026년 11월 24일 오후 3:00 – 오후 4:00\n장소\tMill 1\n참석자\tPriya Shah*, Tom Kovač",
    ] {
        let found = read("Interview: Designer", text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(clock(&found), "2026-11-24 15:00 16:00", "{text}");
        assert_eq!(found.summary, "Interview: Designer");
        assert_eq!(found.location, "Mill 1", "{text}");
        assert_eq!(names(&found), ["Priya Shah", "Tom Kovač"], "{text}");
    }
}

#[test]
fn a_subject_is_a_title_without_what_the_calendar_adds() {
    let when = "When: Nov 24, 2026 3pm";
    for (subject, expected) in [
        (
            "Invitation: Interview @ Tue Nov 24, 2026 3pm - 4pm (CET) (me@a.example)",
            "Interview",
        ),
        (
            "Updated invitation: Interview with Acme",
            "Interview with Acme",
        ),
        ("Fwd: Invitation: Interview", "Interview"),
        ("Einladung: Gespräch @ Di. 24. Nov. 2026 15:00", "Gespräch"),
        ("招待: 面接 @ 2026年11月24日 15:00", "面接"),
        // No prefix of a calendar, no day behind the sign.
        (
            "Invitation to interview: Acme",
            "Invitation to interview: Acme",
        ),
        ("Interview: Designer", "Interview: Designer"),
        ("Coffee @ Plumtree", "Coffee @ Plumtree"),
    ] {
        assert_eq!(read(subject, when).unwrap().summary, expected, "{subject}");
    }
    for subject in [
        "Accepted: Interview",
        "Zugesagt: Gespräch",
        "Re: Declined: x",
        "",
        "Invitation:",
    ] {
        assert_eq!(read(subject, when), None, "{subject}");
    }
    for subject in [
        "Canceled event: Interview",
        "Abgesagt: Interview",
        "キャンセル済み: Interview",
    ] {
        let found = read(subject, when).unwrap();
        assert_eq!(found.status, EventStatus::Cancelled, "{subject}");
        assert_eq!(found.summary, "Interview");
    }
}

#[test]
fn a_zone_beside_the_time_is_followed_where_it_is_understood() {
    for (zone, expected) in [
        ("", "15:00"),
        (" (Central European Time - Berlin)", "15:00"),
        (" (Eastern Time - New York)", "21:00"),
        (" (EST)", "21:00"),
        (" (GMT-05:00)", "21:00"),
        (" (UTC)", "16:00"),
        (" (CET)", "15:00"),
        // Not known, or not one zone: webmails write for their reader.
        (" (heure d’Europe centrale)", "15:00"),
        (" (CST)", "15:00"),
        (" (GMT+99)", "15:00"),
        (" (GMT-)", "15:00"),
        (" (Time - Nowhere at all)", "15:00"),
        (" (me@a.example)", "15:00"),
    ] {
        let text = format!("When: Tue Nov 24, 2026 3pm{zone}");
        let found = read("Interview", &text).unwrap();
        assert!(
            clock(&found).contains(expected),
            "{zone}: {}",
            clock(&found)
        );
    }
}

#[test]
fn guests_get_the_addresses_that_the_page_names_them_with() {
    let known = Attendee {
        name: Some("Priya Shah".to_owned()),
        email: Some("priya@a.example".to_owned()),
        ..Attendee::default()
    };
    let shown = Shown {
        subject: "Interview",
        text: "When: Nov 24, 2026 3pm\nOrganizer: Priya Shah\nWho\nPriya Shah - organizer\nTom@A.example\nYes\nMaybe\nNo\n12 guests",
        ..Shown::default()
    };
    let found = event(shown, std::slice::from_ref(&known), today(), &home()).unwrap();
    assert_eq!(found.organizer, Some(known.clone()));
    let emails: Vec<_> = found
        .attendees
        .iter()
        .map(|it| it.email.as_deref())
        .collect();
    assert_eq!(emails, [Some("priya@a.example"), Some("tom@a.example")]);
    assert_eq!(names(&found), ["Priya Shah"], "buttons are nobody");

    // A card that marks its time is about those who are named.
    let card = Shown {
        subject: "Interview",
        time: "Tue 11/24/2026 3:00 PM - 4:00 PM",
        place: "Mill 1",
        ..Shown::default()
    };
    let found = event(card, std::slice::from_ref(&known), today(), &home()).unwrap();
    assert_eq!(clock(&found), "2026-11-24 15:00 16:00");
    assert_eq!(
        (found.location.as_str(), found.attendees),
        ("Mill 1", vec![known])
    );
}

#[test]
fn a_mail_without_the_lines_of_an_invitation_is_none() {
    for text in [
        "",
        "When shall we meet? Tue Nov 24, 2026 3pm would suit me.",
        "When we spoke on Nov 24, 2026 at 3pm, you said",
        "Date: Tue, Nov 24, 2026 at 3:00 PM\nFrom: Priya Shah",
        "On Tue, Nov 24, 2026 at 3:00 PM Priya Shah wrote:",
        "> When: Tue Nov 24, 2026 3pm",
        "When: tomorrow at 3pm",
        "When: Tuesday 3pm",
        "When: Nov 24, 2026",
        "When:",
        "Where: Mill 1\nWho: Priya Shah",
    ] {
        assert_eq!(read("Interview", text), None, "{text}");
    }
}

#[test]
fn of_two_times_the_first_one_counts_and_what_changed_is_passed_over() {
    let text = "When\nCHANGED\nWed Nov 25, 2026 3pm – 4pm\nTue Nov 24, 2026 3pm – 4pm\nWhen\nMon Nov 23, 2026 3pm";
    let found = read("Updated invitation: Interview", text).unwrap();
    assert_eq!(clock(&found), "2026-11-25 15:00 16:00");
}

#[test]
fn what_nobody_honest_writes_makes_nothing_fail() {
    let long = "x".repeat(100_000);
    let many = "When\tTue Nov 24, 2026 3pm\nWho\ta@b.c, ".repeat(5_000);
    for text in [
        long.as_str(),
        many.as_str(),
        "When\u{0}\t\u{202e}Nov 24, 2026 3pm",
        "İ:\nWHEN\n年月日",
        "When: Nov 99, 9999 99:99 (GMT+999999999999:99999999)",
        "When: Nov 24, 2026 3pm ((((((( - ",
        "Who\n@\n@@\n<>\n,,,,;;\n*",
        "：\n:\t:\t:",
    ] {
        let _ = read("Invitation: Interview", text);
        let _ = read(text, "When: Nov 24, 2026 3pm");
    }
    let found = read(
        "Interview",
        &format!(
            "When: Nov 24, 2026 3pm\nWho: {}",
            "a@b.example, ".repeat(20)
        ),
    );
    assert_eq!(found.unwrap().attendees.len(), 1);
    let crowd: Vec<String> = (0..500).map(|it| format!("p{it}@b.example")).collect();
    let found = read(
        "Interview",
        &format!("When: Nov 24, 2026 3pm\nWho\n{}", crowd.join("\n")),
    );
    assert!(found.unwrap().attendees.len() <= MOST_GUESTS);
}

#[test]
fn every_label_has_one_meaning() {
    let mut all: Vec<(&str, &str)> = Vec::new();
    for (name, words) in include_str!("../invitation.txt")
        .lines()
        .filter_map(|it| it.split_once(": "))
    {
        if name.starts_with('#') {
            continue;
        }
        for word in words.split(' ') {
            assert_eq!(word, word.to_lowercase());
            let other = all
                .iter()
                .find(|(it, meaning)| *it == word && *meaning != name);
            assert_eq!(other, None, "{word}");
            all.push((word, name));
        }
    }
    assert!(all.len() > 150);
}

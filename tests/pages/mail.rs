//! Invitations that Gmail and Outlook show, made by hand on 2026-11-28 from what public code says.

use super::*;

fn gmail(mails: &Value, people: &Value) -> Value {
    json!({
        "address": "https://mail.google.com/mail/u/0/#inbox/FMfcg",
        "parts": {"mails": mails, "people": people},
    })
}

const SUBJECT: &str =
    "Invitation: Interview: Designer @ Thu Nov 26, 2026 3pm - 4pm (CET) (jordan@example.com)";

fn mail(when: &str) -> Value {
    let text = format!(
        "Priya Shah\nto me\nWhen\t{when}\nWhere\tMill 1\nWho\tPriya Shah*, Tom Kovač\nYes\nMaybe\nNo"
    );
    json!({"id": "#msg-f:1", "subject": SUBJECT, "text": text})
}

#[test]
fn a_card_of_gmail_is_an_event_with_the_addresses_that_the_message_shows() {
    let people = json!([
        {"email": "priya@kettlefish.example", "name": "Priya Shah", "text": "Priya Shah"},
        {"email": "jordan@example.com", "name": "me", "text": "me"},
    ]);
    let found = events(&gmail(
        &json!([mail("Thu Nov 26, 2026 3pm – 4pm (CET)")]),
        &people,
    ));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].summary, "Interview: Designer");
    assert_eq!(clock(&found[0]), "2026-11-26 15:00 16:00");
    assert_eq!(found[0].location, "Mill 1");
    assert_eq!(names(&found[0]), ["Priya Shah", "Tom Kovač"]);
    let email = found[0].attendees[0].email.as_deref();
    assert_eq!(email, Some("priya@kettlefish.example"));
}

#[test]
fn of_a_conversation_the_last_invitation_counts() {
    let mails = json!([mail("Thu Nov 26, 2026 3pm"), mail("Fri Nov 27, 2026 10am")]);
    let found = events(&gmail(&mails, &json!([])));
    assert_eq!(found.len(), 1);
    assert_eq!(clock(&found[0]), "2026-11-27 10:00 10:00");
}

#[test]
fn a_card_of_outlook_is_found_by_its_icons_or_its_words() {
    let card = json!({
        "subject": "Interview: Designer", "text": "Interview: Designer\nRépondre",
        "time": "jeu. 26/11/2026 15:00 - 16:00", "place": "Mill 1",
    });
    let words = json!({
        "subject": "FW: Interview: Designer",
        "text": "When: Thursday, November 26, 2026 3:00 PM-4:00 PM.\nWhere: Mill 1\n*~*~*~*",
    });
    for mail in [card, words] {
        let found = events(&json!({
            "address": "https://outlook.cloud.microsoft/mail/inbox/id/1",
            "parts": {"mails": [mail], "people": [{"title": "Priya Shah<priya@kettlefish.example>", "text": "Priya Shah"}]},
        }));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].summary, "Interview: Designer");
        assert_eq!(clock(&found[0]), "2026-11-26 15:00 16:00");
        assert_eq!(found[0].location, "Mill 1");
    }
}

#[test]
fn what_a_stranger_s_page_calls_a_mail_is_none() {
    for address in [
        "https://jobs.example/",
        "https://mail.google.com.evil.example/",
        "http://mail.google.com/",
        "https://calendar.google.com/",
    ] {
        let mails = json!([mail("Thu Nov 26, 2026 3pm")]);
        let snapshot = json!({"address": address, "parts": {"mails": mails}});
        assert_eq!(events(&snapshot), [], "{address}");
    }
}

#[test]
fn the_attached_calendar_says_more_than_the_card_beside_it() {
    let snapshot = gmail(
        &json!([mail("Thu Nov 26, 2026 3pm – 4pm (CET)")]),
        &json!([]),
    );
    let mut scan = PageScan::new(&snapshot, &Profile::default(), now(), home());
    scan.add_calendar("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20261126T140000Z\r\nSUMMARY:Interview: Senior Designer\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    let report = scan.finish();
    assert_eq!(report.events, 1);
    assert_eq!(report.found.len(), 1);
    assert_eq!(report.found[0].title, "Interview: Senior Designer");
}

#[test]
fn an_invitation_in_outlook_s_mail_is_found_in_its_data_and_its_files() {
    let day = "2026-11-26";
    let data = json!({"@type": "Event", "name": "Interview: Designer", "startDate": format!("{day}T15:00:00+01:00")});
    let href = |it: &str| json!({"href": it, "text": "invite.ics"});
    let snapshot = json!({
        "address": "https://outlook.office.com/mail/inbox/id/1",
        "parts": {"data": [data], "links": [
            href("https://outlook.office.com/owa/attachment/1"),
            href("https://elsewhere.example/invite.ics"),
        ]},
    });
    let found = events(&snapshot);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].summary, "Interview: Designer");
    let scan = PageScan::new(&snapshot, &Profile::default(), now(), home());
    assert_eq!(
        scan.calendars(),
        ["https://outlook.office.com/owa/attachment/1"]
    );
}

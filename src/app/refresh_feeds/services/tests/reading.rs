//! What is asked, what is known afterwards, and what each answer that is no calendar means.

use serde_json::json;

use super::*;

const GOOGLE: &str = "https://www.googleapis.com/calendar/v3/calendars/primary/events";
const GOOGLE_ALL: &str = "https://www.googleapis.com/calendar/v3/calendars/primary/events?maxResults=2500&timeMin=2025-02-28T00:00:00Z&timeMax=2027-03-02T00:00:00Z";
const GRAPH: &str = "https://graph.microsoft.com/v1.0/me/calendarView/delta";
const GRAPH_ALL: &str = "https://graph.microsoft.com/v1.0/me/calendarView/delta?startDateTime=2025-02-28T00:00:00Z&endDateTime=2027-03-02T00:00:00Z";

type Outcome = Result<(FeedAnswer, String), FeedTrouble>;

fn ask(servers: &ScriptedFeeds, service: Service, known: Known<'_>) -> (Outcome, String) {
    let at = match service {
        Service::Google => GOOGLE,
        Service::Microsoft => GRAPH,
    };
    let mut taken = Vec::new();
    let take = |bytes: &[u8]| taken.extend_from_slice(bytes);
    let calendar = FeedAddress::parse(at).unwrap();
    let outcome = block_on(caller(servers, service).read(&calendar, known, now(), take));
    (outcome, String::from_utf8(taken).unwrap())
}

fn today(token: &str) -> Known<'_> {
    Known {
        token: Some(token),
        day: Some("2026-03-01"),
    }
}

fn asked(servers: &ScriptedFeeds) -> Vec<String> {
    let asked = servers.asked.borrow();
    asked.iter().map(|it| it.address.fetched()).collect()
}

#[test]
fn all_pages_are_read_and_the_token_is_kept() {
    let page_2 = format!("{GOOGLE_ALL}&pageToken=page%2F2");
    let servers_of_google = servers(&[
        (
            GOOGLE_ALL,
            answer(
                200,
                include_str!("../../../../../tests/fixtures/services/google_events_1.json"),
            ),
        ),
        (
            &page_2,
            answer(
                200,
                include_str!("../../../../../tests/fixtures/services/google_events_2.json"),
            ),
        ),
    ]);
    let (outcome, taken) = ask(&servers_of_google, Service::Google, Known::default());
    let (answer_of_google, mark) = outcome.unwrap();
    assert_eq!(answer_of_google.status, 200);
    assert_eq!(
        answer_of_google.etag.as_deref(),
        Some("CPDAlvWDx70CEPDAlvWDx70CGAU=")
    );
    assert_eq!(
        answer_of_google.last_modified.as_deref(),
        Some("2026-03-01")
    );
    assert_eq!(mark.len(), 16);
    assert!(taken.contains("Interview with Kettlefish") && taken.contains("Phone screen"));

    let servers_of_graph = servers(&[
        (
            GRAPH_ALL,
            answer(
                200,
                include_str!("../../../../../tests/fixtures/services/microsoft_delta_1.json"),
            ),
        ),
        (
            "https://graph.microsoft.com/v1.0/me/calendarView/delta?$skiptoken=R0usmcCM996atia_s",
            answer(
                200,
                include_str!("../../../../../tests/fixtures/services/microsoft_delta_2.json"),
            ),
        ),
    ]);
    let (outcome, taken) = ask(&servers_of_graph, Service::Microsoft, Known::default());
    let link = format!("{GRAPH}?$deltatoken=R0usmcMDNGg0J1E");
    assert_eq!(outcome.unwrap().0.etag, Some(link));
    assert!(taken.contains("Interview with Kettlefish"));
    let asked = servers_of_graph.asked.borrow();
    let prefer = asked[0].service.as_ref().unwrap().prefer.unwrap();
    assert!(prefer.contains("odata.maxpagesize=200"), "{prefer}");
}

#[test]
fn a_calendar_without_changes_is_not_fetched() {
    let since = format!("{GOOGLE}?maxResults=2500&syncToken=a%2Fb%3D");
    let nothing = json!({"items": [], "nextSyncToken": "c"}).to_string();
    let servers_of_google = servers(&[(&since, answer(200, &nothing))]);
    let (outcome, taken) = ask(&servers_of_google, Service::Google, today("a/b="));
    assert_eq!(outcome.unwrap().0.status, 304);
    assert_eq!((taken.as_str(), asked(&servers_of_google).len()), ("", 1));

    // A round may have pages without anything on them.
    let (link, next) = (
        format!("{GRAPH}?$deltatoken=a"),
        format!("{GRAPH}?$skiptoken=b"),
    );
    let first = json!({"value": [], "@odata.nextLink": next}).to_string();
    let last = json!({"value": [], "@odata.deltaLink": link}).to_string();
    let servers_of_graph = servers(&[(&link, answer(200, &first)), (&next, answer(200, &last))]);
    let (outcome, _) = ask(&servers_of_graph, Service::Microsoft, today(&link));
    assert_eq!(outcome.unwrap().0.status, 304);
    assert_eq!(asked(&servers_of_graph), [link, next]);
}

#[test]
fn a_change_of_any_kind_fetches_the_whole_window() {
    let since = format!("{GOOGLE}?maxResults=2500&syncToken=a");
    let whole = json!({"items": [], "nextSyncToken": "b"}).to_string();
    for change in [
        json!({"items": [{"id": "x", "status": "cancelled"}], "nextSyncToken": "b"}),
        json!({"items": [{"id": "x"}], "nextPageToken": "more"}),
    ] {
        let servers = servers(&[
            (&since, answer(200, &change.to_string())),
            (GOOGLE_ALL, answer(200, &whole)),
        ]);
        let (outcome, taken) = ask(&servers, Service::Google, today("a"));
        assert_eq!(outcome.unwrap().0.etag.as_deref(), Some("b"));
        assert!(
            taken.starts_with("BEGIN:VCALENDAR"),
            "empty is a calendar, too"
        );
    }
    let link = format!("{GRAPH}?$deltatoken=a");
    let change = json!({"value": [{"id": "x", "@removed": {"reason": "deleted"}}], "@odata.deltaLink": link});
    let servers = servers(&[
        (&link, answer(200, &change.to_string())),
        (
            GRAPH_ALL,
            answer(
                200,
                r#"{"value": [], "@odata.deltaLink": "https://graph.microsoft.com/v1.0/x"}"#,
            ),
        ),
    ]);
    let (outcome, _) = ask(&servers, Service::Microsoft, today(&link));
    assert_eq!(outcome.unwrap().0.status, 200);
}

#[test]
fn a_token_that_is_no_longer_taken_begins_anew() {
    let since = format!("{GOOGLE}?maxResults=2500&syncToken=a");
    let gone = r#"{"error": {"errors": [{"reason": "fullSyncRequired"}], "code": 410}}"#;
    let whole = json!({"items": [], "nextSyncToken": "b"}).to_string();
    let servers_of_google = servers(&[
        (&since, answer(410, gone)),
        (GOOGLE_ALL, answer(200, &whole)),
    ]);
    let (outcome, _) = ask(&servers_of_google, Service::Google, today("a"));
    assert_eq!(outcome.unwrap().0.etag.as_deref(), Some("b"));

    let link = format!("{GRAPH}?$deltatoken=a");
    let gone = r#"{"error": {"code": "syncStateNotFound", "message": "…"}}"#;
    let whole = json!({"value": [], "@odata.deltaLink": link}).to_string();
    for status in [410, 400, 404] {
        let servers = servers(&[
            (&link, answer(status, gone)),
            (GRAPH_ALL, answer(200, &whole)),
        ]);
        let (outcome, _) = ask(&servers, Service::Microsoft, today(&link));
        assert_eq!(outcome.unwrap().0.status, 200);
        assert_eq!(asked(&servers), [link.as_str(), GRAPH_ALL]);
    }
}

#[test]
fn the_window_of_another_day_is_fetched_as_a_whole() {
    let whole = json!({"items": [], "nextSyncToken": "b"}).to_string();
    let servers = servers(&[(GOOGLE_ALL, answer(200, &whole))]);
    let known = Known {
        token: Some("a"),
        day: Some("2026-02-28"),
    };
    let (outcome, _) = ask(&servers, Service::Google, known);
    assert_eq!(outcome.unwrap().0.status, 200);
    assert_eq!(asked(&servers), [GOOGLE_ALL]);
}

#[test]
fn a_service_that_gives_no_token_is_compared_by_its_content() {
    let whole = r#"{"items": [{"id": "1", "summary": "A", "start": {"date": "2026-03-02"}}]}"#;
    let marks = ["A", "A", "B"].map(|title| {
        let body = whole.replace("\"A\"", &format!("\"{title}\""));
        let servers = servers(&[(GOOGLE_ALL, answer(200, &body))]);
        let (outcome, _) = ask(&servers, Service::Google, Known::default());
        outcome.unwrap().1
    });
    assert_eq!(marks[0], marks[1]);
    assert_ne!(marks[0], marks[2]);
}

#[test]
fn an_answer_without_a_calendar_is_handed_on_with_what_it_asks() {
    let limit = |reason: &str| format!(r#"{{"error": {{"errors": [{{"reason": "{reason}"}}]}}}}"#);
    for (status, body, expected) in [
        (401, String::new(), 401),
        (403, limit("insufficientPermissions"), 403),
        (403, limit("rateLimitExceeded"), 429),
        (403, limit("userRateLimitExceeded"), 429),
        (403, "<html>".to_owned(), 403),
        (429, String::new(), 429),
        (404, String::new(), 404),
        (503, String::new(), 503),
    ] {
        let refusal = FeedAnswer {
            status,
            retry_after: Some("120".to_owned()),
            ..FeedAnswer::default()
        };
        let servers = servers(&[(GOOGLE_ALL, Scripted::Answer(refusal, body))]);
        let (outcome, taken) = ask(&servers, Service::Google, Known::default());
        let (answer, _) = outcome.unwrap();
        assert_eq!((answer.status, taken.as_str()), (expected, ""));
        assert_eq!(answer.retry_after.as_deref(), Some("120"));
    }
}

#[test]
fn a_series_that_the_view_left_out_is_asked_for() {
    let occurrence = json!({"value": [{"id": "o", "type": "occurrence", "seriesMasterId": "s/1",
        "start": {"dateTime": "2026-03-03T14:00:00.0000000", "timeZone": "UTC"},
        "end": {"dateTime": "2026-03-03T15:00:00.0000000", "timeZone": "UTC"}}]});
    let series =
        json!({"id": "s/1", "type": "seriesMaster", "subject": "Round two", "iCalUId": "u"});
    let servers = servers(&[
        (GRAPH_ALL, answer(200, &occurrence.to_string())),
        (
            "https://graph.microsoft.com/v1.0/me/events/s%2F1",
            answer(200, &series.to_string()),
        ),
    ]);
    let (outcome, taken) = ask(&servers, Service::Microsoft, Known::default());
    assert_eq!(outcome.unwrap().0.status, 200);
    let (events, _) = read(&taken);
    assert_eq!(events[0].summary, "Round two");
}

#[test]
fn the_calendars_of_an_account_are_listed_the_main_one_first() {
    let google = json!({"items": [
        {"id": "team@group.example", "summary": "Team", "accessRole": "reader"},
        {"id": "jordan.avery@example.com", "summary": "jordan.avery@example.com", "summaryOverride": "Mine", "accessRole": "owner", "primary": true},
        {"id": "busy@example.com", "summary": "Busy", "accessRole": "freeBusyReader"},
    ]});
    let list = "https://www.googleapis.com/calendar/v3/users/me/calendarList?maxResults=250";
    let servers_of_google = servers(&[(list, answer(200, &google.to_string()))]);
    let found = block_on(caller(&servers_of_google, Service::Google).catalogue()).unwrap();
    assert_eq!(found.account, OWNER);
    let named = |it: &catalogue::Catalogue| -> Vec<(String, String)> {
        let pair = |it: &catalogue::Offered| (it.name.clone(), it.address.stored());
        it.calendars.iter().map(pair).collect()
    };
    let at = |id: &str| format!("https://www.googleapis.com/calendar/v3/calendars/{id}/events");
    let expected = [
        ("Mine".to_owned(), at("jordan.avery%40example.com")),
        ("Team".to_owned(), at("team%40group.example")),
    ];
    assert_eq!(named(&found), expected);

    let graph = json!({"value": [
        {"id": "AA=", "name": "Kalender", "isDefaultCalendar": true, "owner": {"name": "Jordan", "address": OWNER}},
        {"id": "BB/", "name": "Interviews", "isDefaultCalendar": false, "owner": {"address": OWNER}},
    ]});
    let list = "https://graph.microsoft.com/v1.0/me/calendars?$top=100";
    let servers_of_graph = servers(&[(list, answer(200, &graph.to_string()))]);
    let found = block_on(caller(&servers_of_graph, Service::Microsoft).catalogue()).unwrap();
    assert_eq!(found.account, OWNER);
    let other = "https://graph.microsoft.com/v1.0/me/calendars/BB%2F/calendarView/delta";
    let expected = [
        ("Kalender".to_owned(), GRAPH.to_owned()),
        ("Interviews".to_owned(), other.to_owned()),
    ];
    assert_eq!(named(&found), expected);

    for (status, body, expected) in [
        (401, "", FeedTrouble::Withdrawn),
        (403, "", FeedTrouble::Withdrawn),
        (429, "", FeedTrouble::TooMany),
        (500, "", FeedTrouble::ServerError),
        (200, "{}", FeedTrouble::Gone),
    ] {
        let servers = servers(&[(list, answer(status, body))]);
        let outcome = block_on(caller(&servers, Service::Microsoft).catalogue());
        assert_eq!(outcome, Err(expected), "{status}");
    }
}

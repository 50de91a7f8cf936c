//! Tokens that run out: renewed, had again without a window, or gone.

use super::*;

fn known() -> Tokens {
    Tokens {
        access: "at-1".to_owned(),
        until: now(),
        refresh: Some("rt/1".to_owned()),
    }
}

#[test]
fn tokens_are_renewed_and_the_one_to_ask_with_is_kept() {
    let name = "refresh_token https://oauth2.googleapis.com/token";
    for (body, refresh) in [
        (json!({"access_token": "at-2", "expires_in": 60}), "rt/1"),
        (
            json!({"access_token": "at-2", "refresh_token": "rt-2"}),
            "rt-2",
        ),
    ] {
        let servers = servers(&[(name, 200, body)]);
        let new = block_on(renew(
            &servers,
            Service::Google,
            "client.example",
            &known(),
            now(),
        ));
        let new = new.unwrap();
        assert_eq!(new.access, "at-2");
        assert_eq!(new.refresh.as_deref(), Some(refresh));
        let form = form_sent(&servers);
        assert_eq!(field(&form, "refresh_token").as_deref(), Some("rt/1"));
        assert_eq!(field(&form, "client_id").as_deref(), Some("client.example"));
    }
}

#[test]
fn consent_that_is_gone_needs_the_user_and_a_fault_does_not() {
    let name = "refresh_token https://login.microsoftonline.com/common/oauth2/v2.0/token";
    for (status, body, expected) in [
        (
            400,
            json!({"error": "invalid_grant"}),
            FeedTrouble::Withdrawn,
        ),
        (
            400,
            json!({"error": "interaction_required"}),
            FeedTrouble::Withdrawn,
        ),
        (
            401,
            json!({"error": "invalid_client"}),
            FeedTrouble::Withdrawn,
        ),
        (400, json!("<html>"), FeedTrouble::Withdrawn),
        (429, json!({}), FeedTrouble::TooMany),
        (503, json!({}), FeedTrouble::ServerError),
        (200, json!({}), FeedTrouble::ServerError),
    ] {
        let servers = servers(&[(name, status, body)]);
        let outcome = block_on(renew(&servers, Service::Microsoft, "c", &known(), now()));
        assert_eq!(outcome, Err(expected), "{status}");
    }
    let without = Tokens {
        refresh: None,
        ..known()
    };
    let outcome = block_on(renew(&servers(&[]), Service::Google, "c", &without, now()));
    assert_eq!(outcome, Err(FeedTrouble::Withdrawn));
}

#[test]
fn who_is_still_signed_in_is_asked_nothing_again() {
    let name = "authorization_code https://login.microsoftonline.com/common/oauth2/v2.0/token";
    let servers = servers(&[(
        name,
        200,
        json!({"access_token": "at-9", "refresh_token": "rt-9"}),
    )]);
    let browser = Browser::new(yes);
    let of = (Service::Microsoft, CLIENT);
    let tokens = block_on(again(&browser, &servers, of, "me@example.com", now())).unwrap();
    assert_eq!(tokens.access, "at-9");
    let (address, quietly) = browser.asked.borrow()[0].clone();
    assert!(quietly);
    assert_eq!(field(&address, "prompt").as_deref(), Some("none"));
    assert_eq!(
        field(&address, "login_hint").as_deref(),
        Some("me@example.com")
    );

    let refused =
        Browser::new(|state| Some(format!("{REDIRECT}?error=login_required&state={state}")));
    let outcome = block_on(again(&refused, &servers, of, "me@example.com", now()));
    assert_eq!(outcome, Err(Refusal::Client("login_required".to_owned())));
}

#[test]
fn a_token_is_not_used_up_to_its_last_second() {
    let seconds = |it: i64| now().saturating_add(SignedDuration::from_secs(it)).unwrap();
    for (left, run_out) in [
        (-1, true),
        (0, true),
        (60, true),
        (61, false),
        (3_600, false),
    ] {
        let tokens = Tokens {
            until: seconds(left),
            ..known()
        };
        assert_eq!(tokens.have_run_out(now()), run_out, "{left}");
    }
    for (said, life) in [
        (json!(3_599), 3_599),
        (json!(null), 3_600),
        (json!("soon"), 3_600),
        (json!(-5), 0),
        (json!(9_000_000_000_000_i64), 86_400),
    ] {
        assert_eq!(until(&json!({"expires_in": said}), now()), seconds(life));
    }
}

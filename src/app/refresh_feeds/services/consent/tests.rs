//! The user's consent from the question to the tokens, against services that answer as RFC 6749 and
//! RFC 7636 say.

mod renewing;

use std::cell::RefCell;

use pollster::block_on;
use serde_json::json;

use super::*;
use crate::app::{
    doubles::{Scripted, ScriptedFeeds},
    ports::FeedAnswer,
};

const REDIRECT: &str = "https://abcdefgh.chromiumapp.org/";
const CLIENT: Client = Client {
    id: "client.example",
    secret: None,
};

fn now() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

fn attempt(service: Service) -> Attempt {
    Attempt::new(service, CLIENT, REDIRECT.to_owned(), &[7; 64])
}

fn field(address: &str, name: &str) -> Option<String> {
    let (_, query) = address.split_once('?').unwrap_or(("", address));
    let mut fields = query.split('&').filter_map(|it| it.split_once('='));
    let (_, value) = fields.find(|(it, _)| *it == name)?;
    decoded(value)
}

/// A browser whose user says yes, or what a test wants.
struct Browser {
    asked: RefCell<Vec<(String, bool)>>,
    answer: fn(&str) -> Option<String>,
}

impl Browser {
    fn new(answer: fn(&str) -> Option<String>) -> Self {
        Self {
            asked: RefCell::default(),
            answer,
        }
    }
}

impl WebAuth for Browser {
    fn redirect_address(&self) -> Option<String> {
        Some(REDIRECT.to_owned())
    }

    fn random(&self) -> [u8; 64] {
        [9; 64]
    }

    async fn ask(&self, address: &str, quietly: bool) -> Option<String> {
        self.asked.borrow_mut().push((address.to_owned(), quietly));
        (self.answer)(&field(address, "state").unwrap())
    }
}

fn yes(state: &str) -> Option<String> {
    Some(format!("{REDIRECT}?code=4%2F0abc&state={state}&scope=x"))
}

fn servers(answers: &[(&str, u16, serde_json::Value)]) -> ScriptedFeeds {
    let named = answers.iter().map(|(name, status, body)| {
        let answer = FeedAnswer {
            status: *status,
            ..FeedAnswer::default()
        };
        (
            (*name).to_owned(),
            Scripted::Answer(answer, body.to_string()),
        )
    });
    ScriptedFeeds {
        answers: RefCell::new(named.collect()),
        ..ScriptedFeeds::default()
    }
}

fn form_sent(servers: &ScriptedFeeds) -> String {
    let asked = servers.asked.borrow();
    asked[0].service.as_ref().unwrap().form.clone().unwrap()
}

const EXCHANGE: &str = "authorization_code https://oauth2.googleapis.com/token";
const LIST: &str =
    "at-1 https://www.googleapis.com/calendar/v3/users/me/calendarList?maxResults=250";

#[test]
fn the_challenge_is_the_one_of_rfc_7636() {
    // Appendix B: the octets of the verifier, and what they become.
    let octets = [
        116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37,
        77, 105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121,
    ];
    let mut random = [0; 64];
    random[..32].copy_from_slice(&octets);
    let attempt = Attempt::new(Service::Google, CLIENT, REDIRECT.to_owned(), &random);
    assert_eq!(
        attempt.verifier,
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    );
    let address = attempt.address(None);
    let challenge = field(&address, "code_challenge");
    assert_eq!(
        challenge.as_deref(),
        Some("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    );
    assert_eq!(
        field(&address, "code_challenge_method").as_deref(),
        Some("S256")
    );
    assert!(!address.contains(&attempt.verifier));
}

#[test]
fn the_user_is_asked_for_reading_alone() {
    for (service, page, scope) in [
        (
            Service::Google,
            "https://accounts.google.com/o/oauth2/v2/auth?",
            "https://www.googleapis.com/auth/calendar.calendarlist.readonly https://www.googleapis.com/auth/calendar.events.readonly",
        ),
        (
            Service::Microsoft,
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?",
            "Calendars.Read offline_access",
        ),
    ] {
        let address = attempt(service).address(None);
        assert!(address.starts_with(page), "{address}");
        for (name, value) in [
            ("client_id", "client.example"),
            ("response_type", "code"),
            ("redirect_uri", REDIRECT),
            ("scope", scope),
        ] {
            assert_eq!(field(&address, name).as_deref(), Some(value), "{name}");
        }
        assert_eq!(field(&address, "state").unwrap().len(), 43);
        assert!(!address.contains(' ') && FeedAddress::parse(&address).is_some());
        assert_ne!(field(&address, "prompt").as_deref(), Some("none"));
    }
}

#[test]
fn google_sends_users_of_firefox_back_to_their_own_computer() {
    let firefox = "https://35b64b676900f491c00e7f618d43f7040e88422e.extensions.allizom.org/";
    let own = "http://127.0.0.1/mozoauth2/35b64b676900f491c00e7f618d43f7040e88422e";
    for (service, offered, expected) in [
        (Service::Google, firefox, own),
        (Service::Google, REDIRECT, REDIRECT),
        (Service::Microsoft, firefox, firefox),
        (Service::Microsoft, REDIRECT, REDIRECT),
    ] {
        assert_eq!(service.redirect(offered.to_owned()), expected);
    }
}

#[test]
fn only_the_answer_to_this_question_counts() {
    let attempt = attempt(Service::Google);
    let state = &attempt.state;
    for (back, expected) in [
        (format!("{REDIRECT}?code=a%2Fb&state={state}"), Ok("a/b")),
        (format!("{REDIRECT}?state={state}&code=a+b#x"), Ok("a b")),
        (
            format!("{REDIRECT}?code=a&state=other"),
            Err(Refusal::NotOurs),
        ),
        (format!("{REDIRECT}?code=a"), Err(Refusal::NotOurs)),
        (
            format!("{REDIRECT}#code=a&state={state}"),
            Err(Refusal::NotOurs),
        ),
        (
            format!("https://evil.example/?code=a&state={state}"),
            Err(Refusal::NotOurs),
        ),
        (REDIRECT.to_owned(), Err(Refusal::NotOurs)),
        (
            format!("{REDIRECT}?error=access_denied&state={state}"),
            Err(Refusal::Closed),
        ),
        (
            format!("{REDIRECT}?code=&state={state}"),
            Err(Refusal::Closed),
        ),
        (
            format!("{REDIRECT}?code=%zz&state={state}"),
            Err(Refusal::Closed),
        ),
        (
            format!("{REDIRECT}?error=invalid_scope%3Cb%3E&state={state}&code=a"),
            Err(Refusal::Client("invalid_scopeb".to_owned())),
        ),
    ] {
        assert_eq!(attempt.code(&back), expected.map(str::to_owned), "{back}");
    }
}

#[test]
fn consent_gives_tokens_and_the_calendars_of_the_account() {
    let servers = servers(&[
        (
            EXCHANGE,
            200,
            json!({"access_token": "at-1", "expires_in": 3599, "refresh_token": "rt-1", "token_type": "Bearer"}),
        ),
        (
            LIST,
            200,
            json!({"items": [{"id": "me@example.com", "summary": "Me", "accessRole": "owner", "primary": true}]}),
        ),
    ]);
    let browser = Browser::new(yes);
    let of = (Service::Google, CLIENT);
    let (tokens, catalogue) = block_on(connect(&browser, &servers, of, now())).unwrap();
    assert_eq!(tokens.access, "at-1");
    assert_eq!(tokens.refresh.as_deref(), Some("rt-1"));
    assert_eq!(tokens.until.to_string(), "2026-03-01T12:59:59Z");
    assert_eq!(catalogue.account, "me@example.com");
    let asked = browser.asked.borrow();
    assert_eq!(asked.len(), 1);
    assert!(!asked[0].1, "in a window");
    let form = form_sent(&servers);
    for (name, value) in [
        ("code", "4/0abc"),
        ("redirect_uri", REDIRECT),
        ("client_id", "client.example"),
    ] {
        assert_eq!(field(&form, name).as_deref(), Some(value), "{name}");
    }
    let verifier = field(&form, "code_verifier").unwrap();
    let challenge = base64url(&Sha256::digest(verifier.as_bytes()));
    assert_eq!(field(&asked[0].0, "code_challenge"), Some(challenge));
    assert_eq!(field(&form, "client_secret"), None);
    assert_eq!(format!("{tokens:?}"), "Tokens");
    assert!(!format!("{:?}", servers.asked.borrow()).contains("at-1"));
}

#[test]
fn a_client_that_has_a_secret_sends_it() {
    let client = Client {
        secret: Some("s/3"),
        ..CLIENT
    };
    let attempt = Attempt::new(Service::Google, client, REDIRECT.to_owned(), &[1; 64]);
    let secret = field(&attempt.exchange("c"), "client_secret");
    assert_eq!(secret.as_deref(), Some("s/3"));
    assert_eq!(field(&attempt.address(None), "client_secret"), None);
}

#[test]
fn whatever_goes_wrong_on_the_way_is_told_apart() {
    let token = || json!({"access_token": "at-1"});
    let of = (Service::Google, CLIENT);
    let trouble = |it| Err(Refusal::Trouble(it));
    for (answer, exchange, list, expected) in [
        (None, (200, token()), (200, json!({})), Err(Refusal::Closed)),
        (
            Some("https://abcdefgh.chromiumapp.org/?code=a&state=forged"),
            (200, token()),
            (200, json!({})),
            Err(Refusal::NotOurs),
        ),
        (
            Some(""),
            (400, json!({"error": "invalid_client"})),
            (200, json!({})),
            Err(Refusal::Client("invalid_client".to_owned())),
        ),
        (
            Some(""),
            (400, json!({"error": "invalid_grant"})),
            (200, json!({})),
            trouble(FeedTrouble::Withdrawn),
        ),
        (
            Some(""),
            (200, json!([])),
            (200, json!({})),
            trouble(FeedTrouble::ServerError),
        ),
        (
            Some(""),
            (429, json!({})),
            (200, json!({})),
            trouble(FeedTrouble::TooMany),
        ),
        (
            Some(""),
            (502, json!({})),
            (200, json!({})),
            trouble(FeedTrouble::ServerError),
        ),
        // The user left the box for calendars unticked.
        (
            Some(""),
            (200, token()),
            (403, json!({})),
            trouble(FeedTrouble::Withdrawn),
        ),
    ] {
        let servers = servers(&[(EXCHANGE, exchange.0, exchange.1), (LIST, list.0, list.1)]);
        let browser = Browser::new(match answer {
            None => |_: &str| None,
            Some("") => yes,
            Some(_) => |_: &str| Some(format!("{REDIRECT}?code=a&state=forged")),
        });
        let outcome = block_on(connect(&browser, &servers, of, now()));
        assert_eq!(outcome.map(drop), expected);
    }
}

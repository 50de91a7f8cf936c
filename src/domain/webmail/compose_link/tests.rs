//! Every service's link, and what hostile drafts cannot do to it.

use super::{super::provider::Place, *};

fn named(code: &str) -> Provider {
    Provider::from_code(code).unwrap()
}

const DRAFT: Draft<'_> = Draft {
    to: "p.s+x@a-b.example",
    subject: "Thank you & more",
    body: "Hi Zoë,\n\n1+1",
};
const TO: &str = "p.s%2Bx%40a-b.example";
const SUBJECT: &str = "Thank%20you%20%26%20more";
const BODY: &str = "Hi%20Zo%C3%AB%2C%0D%0A%0D%0A1%2B1";

/// A mailbox with a place where the provider must have one.
fn mailbox(provider: Provider) -> Mailbox<'static> {
    let place = match provider.place() {
        Place::Server => "https://mail.example.org/rc",
        _ => "",
    };
    Mailbox { provider, place }
}

fn url(provider: Provider, draft: Draft<'_>) -> String {
    compose_link(mailbox(provider), draft).unwrap().url
}

fn check(provider: Provider, expected: &str) {
    let link = compose_link(mailbox(provider), DRAFT).unwrap();
    assert_eq!(link.url, expected);
    assert_eq!(link.carries, Carries::Everything);
}

#[test]
fn each_service_gets_the_draft_in_its_own_words() {
    let query = format!("to={TO}&subject={SUBJECT}&body={BODY}");
    let mailto = format!("mailto:p.s%2Bx@a-b.example?subject={SUBJECT}&body={BODY}");
    let wrapped = encode(&mailto);
    check(
        named("gmail"),
        &format!("https://mail.google.com/mail/?view=cm&fs=1&to={TO}&su={SUBJECT}&body={BODY}"),
    );
    check(
        named("outlook"),
        &format!("https://outlook.live.com/mail/0/deeplink/compose?{query}"),
    );
    check(
        named("outlook_work"),
        &format!("https://outlook.cloud.microsoft/mail/deeplink/compose?mailtouri={wrapped}"),
    );
    check(
        named("yahoo"),
        &format!("https://compose.mail.yahoo.com/?{query}"),
    );
    check(
        named("proton"),
        &format!("https://mail.proton.me/u/0/inbox#mailto={wrapped}"),
    );
    check(
        named("fastmail"),
        &format!("https://app.fastmail.com/mail/compose?{query}"),
    );
    check(
        named("zoho"),
        &format!("https://mail.zoho.com/zm/comp.do?ct={wrapped}"),
    );
    check(
        named("tuta"),
        &format!("https://mail.tutanota.com/mailto#url={wrapped}"),
    );
    check(
        named("hey"),
        &format!("https://app.hey.com/mailto/{wrapped}"),
    );
    check(
        named("roundcube"),
        &format!(
            "https://mail.example.org/rc/?_task=mail&_action=compose&_to={TO}&_subject={SUBJECT}&_body={BODY}"
        ),
    );
    check(named("mail_program"), &mailto);
}

#[test]
fn icloud_takes_nothing_from_a_link() {
    let link = compose_link(mailbox(named("icloud")), DRAFT).unwrap();
    assert_eq!(link.url, "https://www.icloud.com/mail/");
    assert_eq!(link.carries, Carries::Mailbox);
}

#[test]
fn a_gmail_account_is_named_by_number_or_address() {
    for (place, folder) in [
        ("", ""),
        ("1", "u/1/"),
        (" me+jobs@work.example ", "u/me%2Bjobs@work.example/"),
        // Neither: the first account.
        ("123", ""),
        ("../../x", ""),
        ("1/?to=evil@evil.example", ""),
    ] {
        let mailbox = Mailbox {
            provider: named("gmail"),
            place,
        };
        let expected =
            format!("https://mail.google.com/mail/{folder}?view=cm&fs=1&to=a%40b.example");
        let draft = Draft {
            to: "a@b.example",
            ..Draft::default()
        };
        assert_eq!(compose_link(mailbox, draft).unwrap().url, expected);
    }
}

#[test]
fn a_roundcube_without_its_server_has_no_link() {
    for place in ["", "javascript:alert(1)", "http://mail.example.org/"] {
        let mailbox = Mailbox {
            provider: named("roundcube"),
            place,
        };
        assert_eq!(compose_link(mailbox, DRAFT), None);
        assert_eq!(empty_link(mailbox), None);
    }
}

#[test]
fn an_empty_window_is_opened_without_a_word_of_the_draft() {
    for provider in Provider::all() {
        let link = empty_link(mailbox(provider)).unwrap();
        let expected = match provider.code() {
            "icloud" | "proton" | "tuta" | "hey" => Carries::Mailbox,
            _ => Carries::Nothing,
        };
        assert_eq!(link.carries, expected, "{provider:?}");
        assert!(
            !link.url.contains('@') && !link.url.ends_with(['&', '?', '=']),
            "{}",
            link.url
        );
        let full = url(provider, DRAFT);
        let common = link.url.split(['?', '#']).next().unwrap();
        assert!(
            full.starts_with(common) || provider == named("tuta"),
            "{full}"
        );
    }
}

#[test]
fn a_long_body_is_left_out_and_the_rest_stays() {
    for provider in Provider::all() {
        if provider == named("icloud") {
            continue;
        }
        let long = "word ".repeat(500);
        let draft = Draft {
            to: "a@b.example",
            subject: "Thanks",
            body: &long,
        };
        let link = compose_link(mailbox(provider), draft).unwrap();
        assert_eq!(link.carries, Carries::Head);
        assert!(link.url.len() < 400, "{}", link.url);
        assert!(link.url.contains("Thanks") && link.url.contains("b.example"));
        assert!(!link.url.contains("word"));
        let whole = "a".repeat(400);
        let subject = Draft {
            subject: &whole,
            ..draft
        };
        assert!(url(provider, subject).contains(&whole), "{provider:?}");
        let hostile = "é".repeat(5_000);
        let subject = Draft {
            subject: &hostile,
            ..draft
        };
        assert!(url(provider, subject).len() <= LONGEST, "{provider:?}");
    }
}

#[test]
fn the_longest_link_is_allowed_and_one_character_more_is_not() {
    for provider in Provider::all() {
        if provider == named("icloud") {
            continue;
        }
        let rest = url(provider, Draft { body: "a", ..DRAFT }).len() - 1;
        let fits = "a".repeat(LONGEST - rest);
        let link = compose_link(
            mailbox(provider),
            Draft {
                body: &fits,
                ..DRAFT
            },
        )
        .unwrap();
        assert_eq!(
            (link.url.len(), link.carries),
            (LONGEST, Carries::Everything)
        );
        let more = format!("{fits}a");
        let link = compose_link(
            mailbox(provider),
            Draft {
                body: &more,
                ..DRAFT
            },
        )
        .unwrap();
        assert_eq!(link.carries, Carries::Head, "{provider:?}");
    }
}

#[test]
fn nothing_from_an_event_adds_a_header_or_parameter() {
    let hostile = "x&bcc=evil@evil.example?cc=evil#\r\nBcc: evil@evil.example\u{2028}%0ABcc:";
    let plain = Draft {
        to: "a@b.example",
        subject: "s",
        body: "b",
    };
    for provider in Provider::all() {
        let expected = url(provider, plain);
        let link = url(
            provider,
            Draft {
                subject: hostile,
                body: hostile,
                ..plain
            },
        );
        for mark in ['&', '?', '#', '='] {
            let count = |url: &str| url.matches(mark).count();
            assert_eq!(count(&link), count(&expected), "{mark} in {link}");
        }
        let subject_only = url(
            provider,
            Draft {
                subject: hostile,
                ..plain
            },
        );
        assert!(!subject_only.contains("%0D") && !subject_only.contains("%0A"));
        assert!(link.is_ascii());
        assert!(!link.contains('+') && !link.contains(' '));
    }
}

#[test]
fn an_address_that_is_none_is_left_out() {
    for to in [
        "a@b.example,evil@evil.example",
        "a@b.example?cc=evil@evil.example",
        "a@b.example\nBcc: evil@evil.example",
        "Evil <evil@evil.example>",
        "a@b.example&bcc=x@y.example",
        "a b@c.example",
        "@b.example",
        "a@localhost",
        "a@b@c.example",
    ] {
        let draft = Draft {
            to,
            subject: "s",
            body: "b",
        };
        assert_eq!(
            url(named("gmail"), draft),
            "https://mail.google.com/mail/?view=cm&fs=1&su=s&body=b"
        );
        let link = compose_link(mailbox(named("gmail")), draft).unwrap();
        assert!(link.unaddressed, "{to}");
    }
    for to in [
        "",
        " ",
        "a@b.example",
        "o'neill+x@b.example",
        "\"a b\"@b.example",
    ] {
        let link = compose_link(mailbox(named("gmail")), Draft { to, ..DRAFT }).unwrap();
        assert!(!link.unaddressed, "{to}");
    }
}

#[test]
fn every_character_of_an_address_is_encoded_exactly() {
    let to = "a!#$%&'*+-/=?^_`{|}~z@b.example";
    let encoded = "a%21%23%24%25%26%27%2A%2B-%2F%3D%3F%5E_%60%7B%7C%7D~z";
    let draft = Draft {
        to,
        ..Draft::default()
    };
    assert_eq!(
        url(named("gmail"), draft),
        format!("https://mail.google.com/mail/?view=cm&fs=1&to={encoded}%40b.example")
    );
    assert_eq!(
        url(named("mail_program"), draft),
        format!("mailto:{encoded}@b.example")
    );
}

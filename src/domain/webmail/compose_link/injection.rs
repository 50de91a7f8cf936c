//! Whatever a draft holds, its link says what the draft says and nothing else: taken apart as a service
//! takes it apart, it gives the same recipient, subject and text back, and no further name.

use super::{super::provider::Place, *};

/// A small generator, so that every run tries the same.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    /// Marks of addresses, links and headers, line ends of every kind, letters of many scripts.
    fn text(&mut self) -> String {
        const PIECES: [&str; 40] = [
            "&",
            "?",
            "#",
            "=",
            "+",
            "%",
            "%0D%0A",
            "%250A",
            "%26bcc=",
            "\r\n",
            "\n",
            "\r",
            "\u{2028}",
            "\u{85}",
            "\0",
            "\t",
            " ",
            "  ",
            "Bcc: evil@evil.example",
            "&bcc=evil@evil.example",
            "?cc=evil@evil.example",
            "mailto:",
            "//evil.example",
            "\"",
            "<",
            ">",
            "\\",
            "/",
            ";",
            ",",
            "@",
            "a",
            "word ",
            "é",
            "面接",
            "🦀",
            "\u{202e}",
            "\u{feff}",
            "javascript:",
            "{account}",
        ];
        let pieces = self.below(14);
        (0..pieces)
            .map(|_| PIECES[self.below(PIECES.len())])
            .collect()
    }

    fn address(&mut self) -> String {
        const SOUND: [&str; 5] = [
            "priya@kettlefish.example",
            "o'neill+x&y=z@b.example",
            "a!#$%&'*+-/=?^_`{|}~z@b.example",
            "\"a b\"@b.example",
            "zoë@büro.example",
        ];
        match self.below(3) {
            0 => SOUND[self.below(SOUND.len())].to_owned(),
            1 => format!("{}@b.example", self.text()),
            _ => self.text(),
        }
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(it) = rest.next() {
        if it == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            let digits = std::str::from_utf8(&digits).unwrap().to_owned();
            bytes.push(u8::from_str_radix(&digits, 16).unwrap());
        } else {
            bytes.push(it);
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// Names and values behind a question mark.
fn pairs(query: &str) -> Vec<(String, String)> {
    let parts = query.split('&').filter(|it| !it.is_empty());
    parts
        .map(|it| it.split_once('=').unwrap())
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect()
}

/// Recipient, subject and text of a `mailto:` address; it has no other names.
fn in_mailto(address: &str) -> [String; 3] {
    let rest = address.strip_prefix("mailto:").unwrap();
    let (to, query) = rest.split_once('?').unwrap_or((rest, ""));
    let mut all = [decoded(to), String::new(), String::new()];
    for (name, value) in pairs(query) {
        match name.as_str() {
            "subject" => all[1] = value,
            "body" => all[2] = value,
            other => panic!("{other} in {address}"),
        }
    }
    all
}

/// The same of a link of this provider.
fn in_link(provider: Provider, empty: &str, url: &str) -> [String; 3] {
    match provider.link() {
        Link::Parameters(_, [to, subject, body]) => {
            let query = url.strip_prefix(empty).unwrap();
            let mut all = [(); 3].map(|()| String::new());
            for (name, value) in pairs(query.trim_start_matches(['?', '&'])) {
                let place = [to, subject, body].iter().position(|it| *it == name);
                all[place.unwrap_or_else(|| panic!("{name} in {url}"))] = value;
            }
            all
        }
        Link::Wrapped(before, _) => match url.strip_prefix(before) {
            Some(rest) => {
                assert!(!rest.contains(['&', '?', '#', '=', '/', '+']), "{url}");
                in_mailto(&decoded(rest))
            }
            None => [(); 3].map(|()| String::new()),
        },
        Link::Mailto => in_mailto(url),
        Link::Bare(_) => [(); 3].map(|()| String::new()),
    }
}

/// A text as it arrives: line ends of one kind, without characters that no message has.
fn arriving(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = |it: &char| !it.is_ascii_control() || matches!(it, '\n' | '\t');
    lines
        .chars()
        .filter(kept)
        .collect::<String>()
        .replace('\n', "\r\n")
}

#[test]
fn no_draft_adds_to_its_link_or_takes_from_it() {
    let mut random = Random(11);
    let (mut whole, mut heads) = (0, 0);
    for _ in 0..3_000 {
        let [to, subject, body] = [
            random.address(),
            random.text(),
            random.text().repeat(random.below(30)),
        ];
        for provider in Provider::all() {
            let place = match provider.place() {
                Place::Server => "https://mail.example.org/rc",
                Place::Account => ["", "1", "me@work.example"][random.below(3)],
                Place::None => "",
            };
            let mailbox = Mailbox { provider, place };
            let draft = Draft {
                to: &to,
                subject: &subject,
                body: &body,
            };
            let link = compose_link(mailbox, draft).unwrap();
            let empty = empty_link(mailbox).unwrap().url;
            assert!(link.url.len() <= LONGEST, "{}", link.url);
            assert!(link.url.is_ascii() && !link.url.contains(['+', ' ', '"', '<', '>', '\\']));
            let [got_to, got_subject, got_body] = in_link(provider, &empty, &link.url);
            if matches!(link.carries, Carries::Nothing | Carries::Mailbox) {
                assert_eq!(link.url, empty);
                continue;
            }
            assert_eq!(got_to, sound_address(&to).unwrap_or_default());
            assert!(got_to.is_empty() || !link.unaddressed);
            assert!(!got_subject.contains(['\r', '\n']), "{got_subject:?}");
            if link.carries == Carries::Everything {
                whole += 1;
                assert_eq!(got_subject, one_line(&subject));
                assert_eq!(got_body, arriving(&body));
            } else {
                heads += 1;
                assert!(one_line(&subject).starts_with(&got_subject));
                assert_eq!(got_body, "");
            }
        }
    }
    assert!(
        whole > 1_000 && heads > 1_000,
        "{whole} whole, {heads} without text"
    );
}

#[test]
fn no_account_or_server_of_the_profile_leads_to_another_host() {
    let mut random = Random(5);
    for _ in 0..3_000 {
        let place = random.text();
        for (code, host) in [
            ("gmail", "https://mail.google.com/mail/"),
            ("roundcube", "https://"),
        ] {
            let provider = Provider::from_code(code).unwrap();
            let mailbox = Mailbox {
                provider,
                place: &place,
            };
            let draft = Draft {
                to: "a@b.example",
                subject: "s",
                body: "b",
            };
            let Some(link) = compose_link(mailbox, draft) else {
                assert_eq!(code, "roundcube");
                continue;
            };
            assert!(link.url.starts_with(host), "{}", link.url);
            assert_eq!(link.url.matches('?').count(), 1, "{}", link.url);
            assert!(!link.url.contains('#'), "{}", link.url);
        }
    }
}

#[test]
fn the_longest_subject_of_any_script_leaves_room_for_the_address() {
    for letter in ["a", "é", "面", "🦀"] {
        let subject = letter.repeat(5_000);
        for provider in Provider::all().filter(|it| !matches!(it.link(), Link::Bare(_))) {
            let place = if provider.place() == Place::Server {
                "mail.example.org"
            } else {
                ""
            };
            let draft = Draft {
                to: "a@b.example",
                subject: &subject,
                body: "b",
            };
            let link = compose_link(Mailbox { provider, place }, draft).unwrap();
            assert!(
                link.url.len() <= LONGEST && link.url.contains("b.example"),
                "{}",
                link.url
            );
            assert_eq!(link.carries, Carries::Head);
        }
    }
}

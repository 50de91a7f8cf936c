//! Which links of a page offer a calendar that may be followed: files of the page's own origin, and
//! files that lie in the link itself.

use super::node::Node;

/// A page that offers more is a list of events of others.
const MOST: usize = 6;

/// Longest name of a file with its size beside it.
const LONGEST_NAME: usize = 160;

/// Scheme and host of a web page's address, in lower case; `None` for anything else.
#[must_use]
pub fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    if !matches!(scheme, "https" | "http") {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    (!host.is_empty()).then(|| format!("{scheme}://{}", host.to_ascii_lowercase()))
}

/// The addresses to follow, of the links in a snapshot of a page with this address.
#[must_use]
pub fn calendars(page: &str, links: &Node) -> Vec<String> {
    let Some(own) = origin(page) else {
        return Vec::new();
    };
    let mut found: Vec<String> = Vec::new();
    for link in links.all() {
        let Some(address) = offered(link) else {
            continue;
        };
        let inside = starts_with(&address, "data:text/calendar");
        let blob = address.strip_prefix("blob:");
        let same = origin(blob.unwrap_or(&address)).is_some_and(|it| it == own);
        let new = !found.contains(&address) && found.len() < MOST;
        if (inside || same) && new && !acts(&address) {
            found.push(address);
        }
    }
    found
}

/// Words of addresses that do something when they are asked for. A mail may hold a link to its own
/// webmail that a stranger chose.
const ACTS: [&str; 10] = [
    "logout",
    "signout",
    "log-out",
    "sign-out",
    "delete",
    "remove",
    "unsubscribe",
    "cancel",
    "decline",
    "accept",
];

fn acts(address: &str) -> bool {
    let small = address.to_ascii_lowercase();
    !small.starts_with("data:") && ACTS.iter().any(|it| small.contains(it))
}

/// The address of a calendar file, if the link is one.
fn offered(link: &Node) -> Option<String> {
    // `text/calendar:invite.ics:https://…`
    if let Some((kind, rest)) = link.text_of("attachment").split_once(':') {
        let (name, address) = rest.split_once(':')?;
        return is_calendar(kind, name).then(|| address.to_owned());
    }
    let address = link.text_of("href");
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let text = link.text_of("text");
    // `invite.ics (~1 KB)`: a webmail names a file with its size. A longer text is no name.
    let words = |it: &str| {
        it.split([' ', '\n', '\t', '\u{a0}', '('])
            .map(str::to_owned)
            .collect()
    };
    let named: Vec<String> = if text.len() <= LONGEST_NAME {
        words(text)
    } else {
        Vec::new()
    };
    let calendar = starts_with(address, "data:text/calendar")
        || [path, link.text_of("download")]
            .into_iter()
            .chain(named.iter().map(String::as_str))
            .any(|it| is_calendar(link.text_of("type"), it))
        // `…?_part=2&file=invite.ics`, `…/calendar?format=ics`
        || address.split(['&', '?']).skip(1).any(|it| is_calendar("", it) || ends_with(it, "=ics"));
    calendar.then(|| secure(address))
}

/// A subscription is read like a file.
fn secure(address: &str) -> String {
    match address.split_once("://") {
        Some(("webcal", rest)) => format!("https://{rest}"),
        _ => address.to_owned(),
    }
}

fn is_calendar(kind: &str, name: &str) -> bool {
    starts_with(kind, "text/calendar") || [".ics", ".ical"].iter().any(|it| ends_with(name, it))
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|it| it.eq_ignore_ascii_case(start))
}

fn ends_with(text: &str, end: &str) -> bool {
    let at = text.len().checked_sub(end.len());
    at.and_then(|at| text.get(at..))
        .is_some_and(|it| it.eq_ignore_ascii_case(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://jobs.example/confirmed?id=7";

    fn followed(fields: &[(&str, &str)]) -> Vec<String> {
        let link = fields
            .iter()
            .map(|(name, text)| ((*name).to_owned(), Node::Text((*text).to_owned())));
        calendars(PAGE, &Node::List(vec![Node::Item(link.collect())]))
    }

    #[test]
    fn links_to_calendar_files_of_the_same_origin_are_followed() {
        for address in [
            "https://jobs.example/invite.ics",
            "https://JOBS.example/a/b.ICS?token=1",
            "https://jobs.example/?_task=mail&_action=get&file=invite.ics",
            "https://jobs.example/calendar?format=ics",
            "webcal://jobs.example/feed.ics",
            "blob:https://jobs.example/7f-1.ics",
        ] {
            assert_eq!(followed(&[("href", address)]).len(), 1, "{address}");
        }
        let address = ("href", "https://jobs.example/get/2");
        for text in ["invite.ics", "invite.ics(~1 KB)", "Our talk.ICS\n(523 B)"] {
            assert_eq!(followed(&[address, ("text", text)]).len(), 1, "{text}");
        }
        assert_eq!(followed(&[address, ("type", "text/calendar")]).len(), 1);
        assert_eq!(followed(&[address, ("download", "event.ics")]).len(), 1);
    }

    #[test]
    fn a_file_that_lies_in_the_link_is_read_there() {
        let address = "data:text/calendar;charset=utf8,BEGIN:VCALENDAR";
        assert_eq!(followed(&[("href", address)]), [address]);
    }

    #[test]
    fn an_attachment_of_a_mail_is_followed_at_its_own_address() {
        let it = "text/calendar:invite.ics:https://jobs.example/attachment?th=1";
        assert_eq!(
            followed(&[("attachment", it)]),
            ["https://jobs.example/attachment?th=1"]
        );
        let it = "application/pdf:offer.pdf:https://jobs.example/attachment?th=1";
        assert!(followed(&[("attachment", it)]).is_empty());
    }

    #[test]
    fn nothing_else_is_followed() {
        let address = ("href", "https://jobs.example/get/2");
        let long = format!("{} invite.ics", "word ".repeat(40));
        for text in ["About .icsx files", "offer.pdf (1 KB)", long.as_str()] {
            assert!(followed(&[address, ("text", text)]).is_empty(), "{text}");
        }
        for address in [
            "https://other.example/invite.ics",
            "https://jobs.example.other.example/invite.ics",
            "https://jobs.example@other.example/invite.ics",
            "https://jobs.example:8443/invite.ics",
            "http://jobs.example/invite.ics",
            "https://jobs.example/topics",
            "https://jobs.example/?_action=delete&file=a.ics",
            "https://jobs.example/Logout?next=a.ics",
            "https://jobs.example/invitation/accept.ics",
            "https://jobs.example/delete?format=html",
            "javascript:alert('a.ics')",
            "data:text/html,BEGIN:VCALENDAR.ics",
            "file:///home/a.ics",
            "mailto:a@jobs.example?subject=a.ics",
            "",
        ] {
            assert!(followed(&[("href", address)]).is_empty(), "{address}");
        }
    }

    #[test]
    fn a_page_full_of_calendars_is_not_all_asked_for() {
        let link = |number: usize| {
            let address = format!("https://jobs.example/{number}.ics");
            Node::Item(vec![("href".to_owned(), Node::Text(address))])
        };
        let links = Node::List((0..100).map(link).collect());
        assert_eq!(calendars(PAGE, &links).len(), MOST);
    }
}

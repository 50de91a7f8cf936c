//! What the script in a compose window is to do, as data: where to look, what to put where.
//!
//! The script has no selector and no policy of its own. Nothing here presses *Send*.

use super::{
    encode::{one_line, sound_address},
    provider::Provider,
    sites::{Layout, expand, layouts, provider_at},
};

/// A plan for one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FillPlan {
    /// The service; `None` on a page that is not known as one: the user is asked first.
    pub provider: Option<Provider>,
    /// Scheme, host and port of the page; the script does nothing anywhere else.
    pub origin: String,
    /// Host and port, to be shown.
    pub host: String,
    /// Layouts to try, in order.
    pub layouts: Vec<Layout>,
    /// Address; empty when there is none.
    pub to: String,
    /// Subject line.
    pub subject: String,
    /// Text, with `\n` between lines.
    pub body: String,
}

/// The plan for putting a draft into the page at `url`; `None` when that is no web page.
#[must_use]
pub fn fill_plan(
    url: &str,
    own_server: &str,
    to: &str,
    subject: &str,
    body: &str,
) -> Option<FillPlan> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    // A user name in an address is there to deceive.
    if !matches!(scheme, "https" | "http") || host.is_empty() || host.contains('@') {
        return None;
    }
    let provider = provider_at(url, own_server);
    Some(FillPlan {
        provider,
        origin: format!("{scheme}://{host}"),
        host: host.to_owned(),
        layouts: layouts(provider),
        to: sound_address(to).unwrap_or_default().to_owned(),
        subject: one_line(subject),
        body: lines(body),
    })
}

/// The selectors of one hook, with the labels of every language.
#[must_use]
pub fn selectors(hook: &[&str]) -> Vec<String> {
    hook.iter().flat_map(|it| expand(it)).collect()
}

/// Lines without controls and without blanks at their ends, which editors drop anyway.
fn lines(body: &str) -> String {
    let body = body.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> = body
        .trim_matches('\n')
        .split('\n')
        .map(|line| {
            let text: String = line.chars().filter(|it| !it.is_control()).collect();
            text.trim_end().to_owned()
        })
        .collect();
    lines.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(url: &str) -> Option<FillPlan> {
        fill_plan(url, "", "a@b.example", "s", "b")
    }

    #[test]
    fn a_plan_holds_for_one_origin() {
        let plan = plan("https://mail.example.org:8443/rc/?x#y").unwrap();
        assert_eq!(plan.origin, "https://mail.example.org:8443");
        assert_eq!(plan.host, "mail.example.org:8443");
        assert_eq!(plan.provider, None);
    }

    #[test]
    fn only_web_pages_are_filled() {
        for url in [
            "",
            "about:blank",
            "chrome://settings/",
            "chrome-extension://x/popup.html",
            "file:///home/x.html",
            "data:text/html,x",
            "https://",
            "https://mail.google.com@evil.example/",
        ] {
            assert_eq!(plan(url), None, "{url}");
        }
    }

    #[test]
    fn the_draft_is_one_address_one_line_and_clean_lines() {
        let plan = fill_plan(
            "https://mail.google.com/",
            "",
            "a@b.example, evil@evil.example",
            "a\r\nBcc: x",
            "\nHi,\r\n\r\n\u{0}one \u{1b} \rtwo\n\n",
        )
        .unwrap();
        assert_eq!(plan.to, "");
        assert_eq!(plan.subject, "a Bcc: x");
        assert_eq!(plan.body, "Hi,\n\none\ntwo");
    }

    #[test]
    fn a_hook_is_multiplied_by_the_labels() {
        assert!(selectors(&["#a", r#"[title="{to}"]"#]).len() > 10);
    }
}

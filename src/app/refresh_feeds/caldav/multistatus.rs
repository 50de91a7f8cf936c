//! The XML of a WebDAV answer (RFC 4918, 13): one entry per resource, with those properties that were
//! found. Refuses document types, and thereby entities of their own making.

use roxmltree::{Document, Node};

const DAV: &str = "DAV:";
const CALDAV: &str = "urn:ietf:params:xml:ns:caldav";
const CALENDAR_SERVER: &str = "http://calendarserver.org/ns/";

/// One resource.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Response {
    /// Where it is: a path or a whole address.
    pub(super) href: String,
    pub(super) name: String,
    pub(super) is_calendar: bool,
    /// Kinds of entries that it takes; empty when it does not say.
    pub(super) components: Vec<String>,
    pub(super) principal: Option<String>,
    pub(super) home_set: Vec<String>,
    pub(super) ctag: Option<String>,
    pub(super) sync_token: Option<String>,
    pub(super) etag: Option<String>,
    /// The entry itself, as iCalendar.
    pub(super) data: Option<String>,
}

/// A whole answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Multistatus {
    pub(super) responses: Vec<Response>,
    /// The server gives no more than these, and says so (507; RFC 6578, 3.6, and RFC 5323, 2.3.1).
    pub(super) is_partial: bool,
}

impl Multistatus {
    /// `None` for anything else than such an answer.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let document = Document::parse(text).ok()?;
        let root = document.root_element();
        if !is(root, DAV, "multistatus") {
            return None;
        }
        let all = children(root, DAV, "response");
        let is_limit = |it| code(child(it, DAV, "status")).as_deref() == Some("507");
        let (limits, given): (Vec<_>, Vec<_>) = all.partition(|it| is_limit(*it));
        Some(Self {
            responses: given.into_iter().map(response).collect(),
            is_partial: !limits.is_empty(),
        })
    }
}

fn response(node: Node<'_, '_>) -> Response {
    let mut out = Response {
        href: text(child(node, DAV, "href")).unwrap_or_default(),
        ..Response::default()
    };
    for stat in children(node, DAV, "propstat") {
        // Some servers leave it out.
        let found = code(child(stat, DAV, "status")).is_none_or(|it| it == "200");
        if let Some(prop) = child(stat, DAV, "prop").filter(|_| found) {
            take(prop, &mut out);
        }
    }
    out
}

/// The number in `HTTP/1.1 200 OK`.
fn code(status: Option<Node<'_, '_>>) -> Option<String> {
    let line = text(status)?;
    Some(
        line.split_whitespace()
            .nth(1)
            .unwrap_or_default()
            .to_owned(),
    )
}

fn take(prop: Node<'_, '_>, out: &mut Response) {
    let href = |node| text(child(node, DAV, "href"));
    for it in prop.children().filter(Node::is_element) {
        let name = it.tag_name();
        match (name.namespace().unwrap_or_default(), name.name()) {
            (DAV, "displayname") => out.name = text(Some(it)).unwrap_or_default(),
            (DAV, "resourcetype") => out.is_calendar = child(it, CALDAV, "calendar").is_some(),
            (DAV, "current-user-principal") => out.principal = href(it),
            (DAV, "sync-token") => out.sync_token = text(Some(it)),
            (DAV, "getetag") => out.etag = text(Some(it)),
            (CALENDAR_SERVER, "getctag") => out.ctag = text(Some(it)),
            (CALDAV, "calendar-home-set") => {
                let all = children(it, DAV, "href");
                out.home_set = all.filter_map(|it| text(Some(it))).collect();
            }
            (CALDAV, "supported-calendar-component-set") => {
                let all = children(it, CALDAV, "comp");
                let names = all.filter_map(|it| it.attribute("name"));
                out.components = names.map(str::to_ascii_uppercase).collect();
            }
            (CALDAV, "calendar-data") => out.data = text(Some(it)),
            _ => {}
        }
    }
}

fn is(node: Node<'_, '_>, namespace: &str, name: &str) -> bool {
    node.is_element()
        && node.tag_name().name() == name
        && node.tag_name().namespace() == Some(namespace)
}

fn children<'a, 'i>(
    node: Node<'a, 'i>,
    namespace: &'static str,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |it| is(*it, namespace, name))
}

fn child<'a, 'i>(
    node: Node<'a, 'i>,
    namespace: &'static str,
    name: &'static str,
) -> Option<Node<'a, 'i>> {
    children(node, namespace, name).next()
}

/// The text of an element, CDATA sections and all; `None` when there is none.
fn text(node: Option<Node<'_, '_>>) -> Option<String> {
    let node = node?;
    let all: String = node
        .descendants()
        .filter(Node::is_text)
        .filter_map(|it| it.text())
        .collect();
    let all = all.trim();
    (!all.is_empty()).then(|| all.to_owned())
}

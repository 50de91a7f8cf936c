//! What our script in a webmail asks and tells. Whatever is no such message is not answered here.
//!
//! It gets texts ready to be shown, and the draft only for the person that the message goes to.

use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

use super::DISPATCHER;
use crate::{
    app::{
        companion::{self, Met, Stand},
        draft_desk::DraftDesk,
        error::AppError,
        insert_in_page::{self, Outcome},
        ports::Clock,
        protocol::{
            Command, Reply, Request,
            companion::{Action, Card, Seen, Told},
            views::{Finding, Severity},
        },
        settings,
        store::{index, keys},
    },
    browser::{
        clock::BrowserClock,
        convert,
        extension_storage::ExtensionStorage,
        localize::{day, text, texts},
        messenger, pages, sender, site_scripts,
    },
};

/// Most findings that are shown beside a message.
const MOST: usize = 6;

/// The answer to a script in a webmail.
pub(super) async fn answer(message: &JsValue, sender: &JsValue) -> Option<JsValue> {
    let kind = site_scripts::kind(message)?;
    let answer = match kind.as_str() {
        "companionPlan" => plan(sender).await,
        "companionLook" => look(message, sender).await,
        "companionDo" => carry_out(message, sender).await,
        _ => return None,
    };
    Some(answer.unwrap_or(JsValue::NULL))
}

async fn plan(sender: &JsValue) -> Result<JsValue, AppError> {
    let stored = stored().await?;
    let (url, provider) = sender::require_companion(sender, &stored).await?;
    let profile = settings::profile(&stored);
    let plan = insert_in_page::watch(&profile, &url, provider).ok_or(AppError::NotAllowed)?;
    convert::to_js(&plan).map_err(refused)
}

async fn look(message: &JsValue, sender: &JsValue) -> Result<JsValue, AppError> {
    let stored = stored().await?;
    sender::require_companion(sender, &stored).await?;
    let told = told(message)?;
    let now = BrowserClock.now();
    let Some(met) = companion::meet(&stored, &told.seen, now) else {
        return Ok(JsValue::NULL);
    };
    convert::to_js(&card(&stored, met, &told.seen)).map_err(refused)
}

fn card(stored: &Map<String, Value>, met: Met, seen: &Seen) -> Card {
    let ours = met.stand == Stand::Opened && met.subject == seen.subject.trim();
    let findings = seen.text.as_deref().map(|body| {
        let desk = DraftDesk::new(stored, &met.interview, &met.person, BrowserClock.now());
        let found = desk.map_or_else(Vec::new, |it| it.review(&seen.subject, body).findings);
        let stops = found.into_iter().filter(|it| it.severity == Severity::Stop);
        stops.collect::<Vec<_>>()
    });
    let name = met.name.as_str();
    let (state, title, actions): (_, _, &[&str]) = match (met.stand, &findings) {
        (Stand::Thanked(at), _) => {
            let title = text("chip_thanked", &[name, &day(at)]);
            ("thanked", title, &[])
        }
        (_, Some(found)) if found.is_empty() => ("fine", text("chip_fine", &[name]), &[]),
        (_, Some(_)) => ("stop", text("chip_stop", &[name]), &[]),
        (Stand::ToWrite, None) => ("write", text("chip_write", &[name]), &["write"]),
        (Stand::Ready | Stand::Opened, None) => {
            let desk = DraftDesk::new(stored, &met.interview, &met.person, BrowserClock.now());
            let ready = desk.is_none_or(|it| it.review(&met.subject, &met.body).is_ready());
            let title = if ready { "chip_ready" } else { "chip_unready" };
            let title = text(title, &[name]);
            ("ready", title, &["insert", "review"])
        }
    };
    let close = if state == "thanked" {
        "chip_ok"
    } else {
        "chip_later"
    };
    Card {
        interview: met.interview.clone(),
        person: met.person.clone(),
        state,
        lines: match state {
            "thanked" => vec![text("chip_thanked_why", &[])],
            _ => findings.iter().flatten().take(MOST).map(line).collect(),
        },
        actions: actions
            .iter()
            .map(|&code| Action {
                code,
                label: text(&format!("chip_{code}_button"), &[]),
            })
            .collect(),
        close: text(close, &[]),
        title,
        ours,
        name: met.name,
    }
}

fn line(finding: &Finding) -> String {
    let details: Vec<&str> = finding.details.iter().map(String::as_str).collect();
    text(&format!("finding_{}", finding.code), &details)
}

async fn carry_out(message: &JsValue, sender: &JsValue) -> Result<JsValue, AppError> {
    let stored = stored().await?;
    let (url, provider) = sender::require_companion(sender, &stored).await?;
    let told = told(message)?;
    let who = (told.interview.as_str(), told.person.as_str());
    let (interview, person) = (told.interview.clone(), told.person.clone());
    let by = provider.code().to_owned();
    // What was sent is known by then; the recipient may no longer stand anywhere.
    let request = match told.action.as_str() {
        "sent" => Request::SeenSent {
            interview,
            person,
            provider: by,
        },
        "taken_back" => Request::SeenTakenBack {
            interview,
            person,
            provider: by,
        },
        "said_sent" => Request::MarkSent { interview, person },
        _ => {
            let met = companion::met(&stored, &told.seen, who, BrowserClock.now())?;
            return with(&stored, &url, &told, met, by).await;
        }
    };
    let id = command_id(&told);
    let is_back = told.action == "taken_back";
    match DISPATCHER.handle(Command { id, request }).await {
        Reply::Done => {
            let name = if is_back {
                "chip_taken_back"
            } else {
                "chip_sent"
            };
            Ok(JsValue::from_str(&text(name, &[])))
        }
        _ => Ok(JsValue::NULL),
    }
}

/// The script's own, which is the same when it tells something once more.
fn command_id(told: &Told) -> String {
    if told.id.is_empty() {
        messenger::new_command_id()
    } else {
        told.id.clone()
    }
}

/// What concerns a message that is still being written.
async fn with(
    stored: &Map<String, Value>,
    url: &str,
    told: &Told,
    met: Met,
    provider: String,
) -> Result<JsValue, AppError> {
    let desk = DraftDesk::new(stored, &met.interview, &met.person, BrowserClock.now());
    match told.action.as_str() {
        // Sent from elsewhere since the box was shown.
        "insert" | "insert_anyway" if !matches!(met.stand, Stand::Ready | Stand::Opened) => {
            Err(AppError::NotAllowed)
        }
        "insert" | "insert_anyway" => {
            let profile = settings::profile(stored);
            let cover = desk.and_then(|it| it.cover()).unwrap_or_default();
            let body = format!("{cover}{}", met.body);
            let plan = insert_in_page::plan(&profile, url, &met.address, &met.subject, &body);
            let plan = plan.ok_or(AppError::NotAllowed)?.named(&met.shown_as);
            if told.action == "insert" {
                convert::to_js(&plan).map_err(refused)
            } else {
                convert::to_js(&plan.anyway()).map_err(refused)
            }
        }
        "report" => {
            let (said, more, is_in) = match insert_in_page::outcome(&told.report) {
                Outcome::Inserted(said, more) => (said, more, true),
                Outcome::Ask(said) | Outcome::Failed(said) => (said, None, false),
            };
            if is_in {
                let request = Request::MarkOpened {
                    interview: met.interview,
                    person: met.person,
                    provider,
                };
                let id = command_id(told);
                DISPATCHER.handle(Command { id, request }).await;
            }
            Ok(JsValue::from_str(&texts(said, more, &met.address)))
        }
        "review" => {
            let found =
                desk.map_or_else(Vec::new, |it| it.review(&met.subject, &met.body).findings);
            let mut lines: Vec<String> = found.iter().take(MOST).map(line).collect();
            if lines.is_empty() {
                lines.push(text("chip_nothing_found", &[]));
            }
            convert::to_js(&lines).map_err(refused)
        }
        "write" => {
            let notice = format!("interview:{}/{}", met.interview, met.person);
            pages::open_popup(&notice).await?;
            Ok(JsValue::TRUE)
        }
        "question" => convert::to_js(&[
            text("chip_did_you_send", &[&met.name]),
            text("chip_yes", &[]),
            text("chip_no", &[]),
        ])
        .map_err(refused),
        _ => Err(AppError::UnknownRequest),
    }
}

/// What the companion needs to know: the open and the latest interviews.
async fn stored() -> Result<Map<String, Value>, AppError> {
    use crate::app::ports::KeyValueStore;
    let mut stored = index::load(&ExtensionStorage).await?;
    stored.extend(ExtensionStorage.get(&[keys::COMPANION]).await?);
    Ok(stored)
}

fn refused<E>(_: E) -> AppError {
    AppError::Browser("message")
}

fn told(message: &JsValue) -> Result<Told, AppError> {
    convert::from_js(message.clone()).map_err(|_| AppError::UnknownRequest)
}

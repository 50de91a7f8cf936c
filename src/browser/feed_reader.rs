//! Asks servers of calendar addresses, as the [`FeedReader`]: streams the answer, within limits of
//! size and time. Sends no cookies, says nothing about the address to anybody.

use js_sys::{Promise, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, ReadableStreamDefaultReader, RequestInit, Response};

use super::{
    api::permissions, clock::BrowserClock, convert, extension_storage::ExtensionStorage, time_limit,
};
use crate::app::{
    feed_address::FeedAddress,
    ports::{Clock, FeedAnswer, FeedQuestion, FeedReader, FeedTrouble, KeyValueStore},
};

/// A background waits no longer than 30 s for the beginning of an answer.
const BEGIN_WITHIN_MS: i32 = 25_000;
/// A piece that takes longer does not come.
const PIECE_WITHIN_MS: i32 = 20_000;
/// All of it.
const WHOLE_WITHIN_S: i64 = 180;
/// Twenty times the largest calendar we have seen.
const LARGEST: usize = 200 * 1024 * 1024;
/// A call of the extension's API keeps the background from being stopped as idle.
const SIGN_OF_LIFE_S: i64 = 10;

/// The network.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserFeeds;

#[derive(Serialize)]
struct Origins<'a> {
    origins: [&'a str; 1],
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch)]
    fn fetch(address: &str, options: &RequestInit) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch)]
    fn btoa(text: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, js_name = decodeURIComponent)]
    fn decode(text: &str) -> Result<String, JsValue>;
}

/// A question to the user for access to a host, on its way.
#[derive(Debug)]
pub struct PermissionAsked(Option<Promise>);

impl PermissionAsked {
    /// Whether the user allows it.
    pub async fn granted(self) -> bool {
        match self.0 {
            Some(asked) => JsFuture::from(asked)
                .await
                .is_ok_and(|it| it == JsValue::TRUE),
            None => false,
        }
    }
}

/// Asks the user for access to the host of an address; must be called first in the handler of a
/// click.
#[must_use]
pub fn ask_permission(address: &FeedAddress) -> PermissionAsked {
    let asked = origins(&address.permission()).and_then(permissions::request);
    PermissionAsked(asked.ok())
}

/// The same for all hosts of a service at once, as browsers write permissions.
#[cfg(feature = "services")]
#[must_use]
pub fn ask_permissions(origins: &[String]) -> PermissionAsked {
    #[derive(Serialize)]
    struct All<'a> {
        origins: &'a [String],
    }
    let all = convert::to_js(&All { origins }).map_err(|_| JsValue::UNDEFINED);
    PermissionAsked(all.and_then(permissions::request).ok())
}

impl FeedReader for BrowserFeeds {
    async fn is_allowed(&self, address: &FeedAddress) -> bool {
        let Ok(origins) = origins(&address.permission()) else {
            return false;
        };
        permissions::contains(origins)
            .await
            .is_ok_and(|it| it == JsValue::TRUE)
    }

    async fn read(
        &self,
        question: &FeedQuestion,
        mut take: impl FnMut(&[u8]),
    ) -> Result<FeedAnswer, FeedTrouble> {
        let abort = AbortController::new().map_err(|_| FeedTrouble::Unreachable)?;
        let outcome = ask(question, &abort, &mut take).await;
        // Whatever is still on its way is not wanted any more.
        abort.abort();
        outcome
    }
}

async fn ask(
    question: &FeedQuestion,
    abort: &AbortController,
    take: &mut impl FnMut(&[u8]),
) -> Result<FeedAnswer, FeedTrouble> {
    let started = BrowserClock.now();
    let options = options(question, abort).map_err(|_| FeedTrouble::Unreachable)?;
    let response = match begin(question, &options).await {
        Err(FeedTrouble::Unreachable) => return Err(why_unreachable(question, &options).await),
        begun => begun?,
    };
    let header = |name| response.headers().get(name).ok().flatten();
    let answer = FeedAnswer {
        status: response.status(),
        etag: header("etag"),
        last_modified: header("last-modified"),
        retry_after: header("retry-after"),
        moved_to: response
            .redirected()
            .then(|| FeedAddress::parse(&response.url()))
            .flatten(),
    };
    let Some(body) = response
        .body()
        .filter(|_| is_wanted(question, answer.status))
    else {
        return Ok(answer);
    };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut size = 0;
    let mut last_sign = started;
    loop {
        let piece = time_limit::within(&reader.read(), PIECE_WITHIN_MS)
            .await
            .ok_or(FeedTrouble::TooSlow)?
            .map_err(|_| FeedTrouble::Unreachable)?;
        let Some(bytes) = bytes(&piece) else {
            return Ok(answer);
        };
        size += bytes.len();
        if size > LARGEST {
            return Err(FeedTrouble::TooBig);
        }
        take(&bytes);
        let now = BrowserClock.now();
        if now.duration_since(started).as_secs() > WHOLE_WITHIN_S {
            return Err(FeedTrouble::TooSlow);
        }
        if now.duration_since(last_sign).as_secs() >= SIGN_OF_LIFE_S {
            last_sign = now;
            let _ = ExtensionStorage.get(&[]).await;
        }
    }
}

/// Whether the body of an answer matters.
const fn is_wanted(question: &FeedQuestion, status: u16) -> bool {
    #[cfg(feature = "services")]
    if question.service.is_some() {
        return true;
    }
    let _ = question;
    matches!(status, 200 | 207)
}

async fn begin(question: &FeedQuestion, options: &RequestInit) -> Result<Response, FeedTrouble> {
    let promise =
        fetch(&question.address.fetched(), options).map_err(|_| FeedTrouble::Unreachable)?;
    let begun = time_limit::within(&promise, BEGIN_WITHIN_MS).await;
    let response = begun.ok_or(FeedTrouble::TooSlow)?;
    Ok(response
        .map_err(|_| FeedTrouble::Unreachable)?
        .unchecked_into())
}

/// A site that may not be read fails like one that is not there. Asked not to follow, the browser
/// shows that there is a way on, but not where to.
async fn why_unreachable(question: &FeedQuestion, options: &RequestInit) -> FeedTrouble {
    let manual = JsValue::from_str("manual");
    let set = Reflect::set(options, &JsValue::from_str("redirect"), &manual);
    if set.is_err() {
        return FeedTrouble::Unreachable;
    }
    let kind = JsValue::from_str("type");
    match begin(question, options).await {
        Ok(response) if Reflect::get(&response, &kind).is_ok_and(|it| it == "opaqueredirect") => {
            FeedTrouble::Elsewhere
        }
        Ok(_) => FeedTrouble::Unreachable,
        Err(trouble) => trouble,
    }
}

/// The bytes of `{done, value}`; `None` at the end.
fn bytes(piece: &JsValue) -> Option<Vec<u8>> {
    let value = Reflect::get(piece, &JsValue::from_str("value")).ok()?;
    Some(value.dyn_into::<Uint8Array>().ok()?.to_vec())
}

fn options(question: &FeedQuestion, abort: &AbortController) -> Result<RequestInit, JsValue> {
    let headers = Headers::new()?;
    headers.set("accept", "text/calendar, */*;q=0.1")?;
    if let Some(etag) = &question.etag {
        headers.set("if-none-match", etag)?;
    }
    if let Some(since) = &question.last_modified {
        headers.set("if-modified-since", since)?;
    }
    if let Some(credentials) = question.address.credentials() {
        let plain = decode(credentials).unwrap_or_else(|_| credentials.to_owned());
        // RFC 7617: as UTF-8, of which `btoa` takes each byte as a character.
        let plain: String = plain.bytes().map(char::from).collect();
        headers.set("authorization", &format!("Basic {}", btoa(&plain)?))?;
    }
    let options = RequestInit::new();
    if let Some(dav) = &question.dav {
        headers.set("content-type", "application/xml; charset=utf-8")?;
        headers.set("depth", dav.depth)?;
        options.set_method(dav.method);
        options.set_body(&JsValue::from_str(&dav.body));
    }
    #[cfg(feature = "services")]
    if let Some(service) = &question.service {
        headers.set("accept", "application/json")?;
        if let Some(token) = &service.bearer {
            headers.set("authorization", &format!("Bearer {token}"))?;
        }
        if let Some(wish) = service.prefer {
            headers.set("prefer", wish)?;
        }
        if let Some(form) = &service.form {
            headers.set("content-type", "application/x-www-form-urlencoded")?;
            options.set_method("POST");
            options.set_body(&JsValue::from_str(form));
        }
    }
    options.set_headers(&headers);
    options.set_signal(Some(&abort.signal()));
    // By name: these enums of web-sys would be three more features.
    for (name, value) in [
        ("credentials", "omit"),
        ("cache", "no-store"),
        ("referrerPolicy", "no-referrer"),
    ] {
        Reflect::set(
            &options,
            &JsValue::from_str(name),
            &JsValue::from_str(value),
        )?;
    }
    Ok(options)
}

fn origins(permission: &str) -> Result<JsValue, JsValue> {
    convert::to_js(&Origins {
        origins: [permission],
    })
    .map_err(|_| JsValue::UNDEFINED)
}

//! The user's consent by OAuth 2.0: the authorization code with PKCE (RFC 7636, S256), the tokens that
//! it is exchanged for, and newer ones later. Tokens are credentials: they go to their service and
//! into storage, and nowhere else.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{
    Caller,
    catalogue::{self, Catalogue},
    json::text,
    service::{Client, Service},
};
use crate::app::{
    feed_address::{FeedAddress, encoded},
    ports::{FeedQuestion, FeedReader, FeedTrouble, ServiceQuestion, WebAuth},
};

/// A token that is about to run out is not used.
const SLACK: SignedDuration = SignedDuration::from_mins(1);
/// What a token lives when the service does not say.
const USUAL_LIFE_S: i64 = 3_600;

/// What a service gives to whoever may read.
#[derive(Clone, PartialEq, Eq)]
pub struct Tokens {
    /// Shown with each question.
    pub access: String,
    /// Until when it is taken.
    pub until: Timestamp,
    /// What a newer one is had for.
    pub refresh: Option<String>,
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Tokens")
    }
}

/// Why nothing was connected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The user closed the window, or said no there.
    Closed,
    /// The answer is to another question than ours, or comes from elsewhere.
    NotOurs,
    /// The service does not take this build, or what it asked; its own code for why.
    Client(String),
    /// The service does not answer as it should.
    Trouble(FeedTrouble),
}

impl From<FeedTrouble> for Refusal {
    fn from(it: FeedTrouble) -> Self {
        Self::Trouble(it)
    }
}

/// One question to the user.
pub struct Attempt {
    service: Service,
    client: Client,
    redirect: String,
    verifier: String,
    state: String,
}

impl std::fmt::Debug for Attempt {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Attempt")
    }
}

/// Asks the user on the service's own page, and then the service for tokens and calendars.
///
/// # Errors
/// [`Refusal`]; nothing is kept then.
pub async fn connect<W: WebAuth, F: FeedReader>(
    web: &W,
    reader: &F,
    (service, client): (Service, Client),
    now: Timestamp,
) -> Result<(Tokens, Catalogue), Refusal> {
    let tokens = consented(web, reader, (service, client), None, now).await?;
    let caller = Caller {
        reader,
        service,
        access: &tokens.access,
        account: "",
    };
    let catalogue = caller.catalogue().await?;
    Ok((tokens, catalogue))
}

/// New tokens for an account whose user agreed before and is still signed in, without a window.
///
/// # Errors
/// [`Refusal`], mostly because there is something to be asked after all.
pub async fn again<W: WebAuth, F: FeedReader>(
    web: &W,
    reader: &F,
    of: (Service, Client),
    account: &str,
    now: Timestamp,
) -> Result<Tokens, Refusal> {
    consented(web, reader, of, Some(account), now).await
}

/// `quietly` names the account that nothing is to be asked of.
async fn consented<W: WebAuth, F: FeedReader>(
    web: &W,
    reader: &F,
    (service, client): (Service, Client),
    quietly: Option<&str>,
    now: Timestamp,
) -> Result<Tokens, Refusal> {
    let redirect = web.redirect_address().ok_or(Refusal::Closed)?;
    let redirect = service.redirect(redirect);
    let attempt = Attempt::new(service, client, redirect, &web.random());
    let back = web.ask(&attempt.address(quietly), quietly.is_some()).await;
    let code = attempt.code(&back.ok_or(Refusal::Closed)?)?;
    tokens(reader, service, attempt.exchange(&code), now).await
}

impl Attempt {
    /// A question with secrets of its own, made of 64 random bytes.
    #[must_use]
    pub fn new(service: Service, client: Client, redirect: String, random: &[u8; 64]) -> Self {
        let (verifier, state) = random.split_at(32);
        Self {
            service,
            client,
            redirect,
            verifier: base64url(verifier),
            state: base64url(state),
        }
    }

    /// Where the user is asked, or, `quietly`, only looked for.
    #[must_use]
    pub fn address(&self, quietly: Option<&str>) -> String {
        let challenge = base64url(&Sha256::digest(self.verifier.as_bytes()));
        let mut fields = vec![
            ("client_id", self.client.id),
            ("response_type", "code"),
            ("redirect_uri", &self.redirect),
            ("scope", self.service.scope()),
            ("state", &self.state),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ];
        fields.push(self.service.further());
        match quietly {
            Some(account) => fields.extend([("prompt", "none"), ("login_hint", account)]),
            None => fields.push(("prompt", self.service.prompt())),
        }
        format!("{}?{}", self.service.authorization(), form(&fields))
    }

    /// The code, from the address that the user was sent back to.
    ///
    /// # Errors
    /// [`Refusal`] when there is none, or it is no answer to this question.
    pub fn code(&self, back: &str) -> Result<String, Refusal> {
        let rest = back.strip_prefix(&self.redirect);
        let query = rest.and_then(|it| it.split('#').next()?.split_once('?'));
        let (_, query) = query.ok_or(Refusal::NotOurs)?;
        let field = |name: &str| {
            let mut fields = query.split('&').filter_map(|it| it.split_once('='));
            fields
                .find(|(it, _)| *it == name)
                .and_then(|(_, value)| decoded(value))
        };
        if field("state").as_ref() != Some(&self.state) {
            return Err(Refusal::NotOurs);
        }
        match (field("error").as_deref(), field("code")) {
            (None, Some(code)) if !code.is_empty() => Ok(code),
            (Some("access_denied") | None, _) => Err(Refusal::Closed),
            (Some(other), _) => Err(Refusal::Client(code_of(other))),
        }
    }

    /// The question for tokens.
    fn exchange(&self, code: &str) -> String {
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &self.redirect),
            ("client_id", self.client.id),
            ("code_verifier", &self.verifier),
        ];
        fields.extend(self.client.secret.map(|it| ("client_secret", it)));
        form(&fields)
    }
}

/// Newer tokens for those that have run out.
///
/// # Errors
/// [`FeedTrouble::Withdrawn`] when only the user can give new ones.
pub async fn renew<F: FeedReader>(
    reader: &F,
    service: Service,
    client: &str,
    known: &Tokens,
    now: Timestamp,
) -> Result<Tokens, FeedTrouble> {
    let refresh = known.refresh.as_deref().ok_or(FeedTrouble::Withdrawn)?;
    let mut fields = vec![
        ("grant_type", "refresh_token"),
        ("refresh_token", refresh),
        ("client_id", client),
    ];
    // A secret belongs to the client that the tokens were given to.
    let own = service.client().filter(|it| it.id == client);
    let secret = own.and_then(|it| it.secret);
    fields.extend(secret.map(|it| ("client_secret", it)));
    match tokens(reader, service, form(&fields), now).await {
        Ok(new) => Ok(Tokens {
            // Google gives one only the first time.
            refresh: new.refresh.or_else(|| known.refresh.clone()),
            ..new
        }),
        Err(Refusal::Trouble(trouble)) => Err(trouble),
        Err(_) => Err(FeedTrouble::Withdrawn),
    }
}

impl Tokens {
    /// Whether newer ones are needed.
    #[must_use]
    pub fn have_run_out(&self, now: Timestamp) -> bool {
        self.until.saturating_sub(SLACK).unwrap_or(self.until) <= now
    }
}

async fn tokens<F: FeedReader>(
    reader: &F,
    service: Service,
    form: String,
    now: Timestamp,
) -> Result<Tokens, Refusal> {
    let at = FeedAddress::parse(service.tokens()).ok_or(FeedTrouble::ServerError)?;
    let question = FeedQuestion {
        service: Some(ServiceQuestion {
            bearer: None,
            prefer: None,
            form: Some(form),
        }),
        ..FeedQuestion::of(at)
    };
    let mut body = Vec::new();
    let take = |bytes: &[u8]| body.extend_from_slice(bytes);
    let answer = reader.read(&question, take).await?;
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    match (answer.status, text(&body, "/access_token")) {
        (200, Some(access)) => Ok(Tokens {
            access: access.to_owned(),
            until: until(&body, now),
            refresh: text(&body, "/refresh_token").map(str::to_owned),
        }),
        // RFC 6749, 5.2.
        (400..=403, _) => match text(&body, "/error") {
            Some("invalid_grant") => Err(FeedTrouble::Withdrawn.into()),
            other => Err(Refusal::Client(code_of(other.unwrap_or_default()))),
        },
        (200, None) => Err(FeedTrouble::ServerError.into()),
        _ => Err(catalogue::trouble(&answer).into()),
    }
}

fn until(body: &Value, now: Timestamp) -> Timestamp {
    let seconds = body.get("expires_in").and_then(Value::as_i64);
    let life = SignedDuration::from_secs(seconds.unwrap_or(USUAL_LIFE_S).clamp(0, 86_400));
    now.saturating_add(life).unwrap_or(now)
}

/// A code of the service, as it may be shown.
fn code_of(text: &str) -> String {
    let plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    text.chars().filter(plain).take(60).collect()
}

fn form(fields: &[(&str, &str)]) -> String {
    let fields: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    fields.join("&")
}

/// RFC 3986; a plus is a blank in a form.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            b'+' => b' ',
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

/// RFC 4648, section 5, without the signs at the end.
fn base64url(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let mut number = 0_usize;
        for at in 0..3 {
            number = (number << 8) | usize::from(three.get(at).copied().unwrap_or_default());
        }
        for shift in [18, 12, 6, 0].into_iter().take(three.len() + 1) {
            let letter = ALPHABET.get((number >> shift) & 63).copied();
            text.extend(letter.map(char::from));
        }
    }
    text
}

#[cfg(test)]
mod tests;

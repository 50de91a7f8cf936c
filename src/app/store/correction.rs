//! What the user said about events: "not an interview", "it is one", for the event, its series or
//! its organizer.

use serde::{Deserialize, Serialize};

use super::{
    Store, keys,
    v1::{EventV1, InterviewV1},
};
use crate::{
    app::{error::AppError, ports::KeyValueStore},
    domain::interview::{
        EventKey,
        correction::{About, Correction},
    },
};

/// For this event alone.
pub const EVENT: &str = "event";
/// For every occurrence of its series.
pub const SERIES: &str = "series";
/// For everything that the same address arranges.
pub const ORGANIZER: &str = "organizer";

/// Value of `correction:<id>`, version 1. Frozen like `v1.rs`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CorrectionV1 {
    /// Id of the interview that it was said of, also part of the key.
    pub id: String,
    /// It is an interview, or it is none.
    pub is_interview: bool,
    /// `event`, `series` or `organizer`.
    pub scope: String,
    /// The events of the interview.
    pub events: Vec<EventV1>,
    /// Address of who arranged it.
    pub organizer: Option<String>,
    /// Its title, for the list in the options.
    pub title: String,
    /// When it was said, milliseconds since 1970 UTC.
    pub at_ms: i64,
    /// Ids of other interviews that it answered for.
    #[serde(default)]
    pub applied: Vec<String>,
}

impl CorrectionV1 {
    /// In the domain's words.
    #[must_use]
    pub fn corrections(&self) -> Vec<Correction> {
        let said = |about| Correction {
            about,
            is_interview: self.is_interview,
        };
        let events = || self.events.iter();
        match self.scope.as_str() {
            ORGANIZER => {
                let organizer = self.organizer.iter().cloned();
                organizer.map(|it| said(About::Organizer(it))).collect()
            }
            SERIES => events()
                .map(|it| said(About::Series(it.uid.clone())))
                .collect(),
            _ => events()
                .map(|it| {
                    said(About::Event(EventKey {
                        uid: it.uid.clone(),
                        recurrence_id: it.recurrence_ms.map(super::record::instant),
                    }))
                })
                .collect(),
        }
    }

    /// Whether it is about an interview other than the one it was said of.
    #[must_use]
    pub fn is_about_another(&self, interview: &InterviewV1) -> bool {
        let series = || {
            let mut events = self.events.iter().filter(|it| !it.uid.is_empty());
            events.any(|it| interview.events.iter().any(|other| other.uid == it.uid))
        };
        interview.id != self.id
            && match self.scope.as_str() {
                ORGANIZER => self.organizer.is_some() && self.organizer == interview.organizer,
                SERIES => series(),
                _ => false,
            }
    }
}

/// For what an answer may be remembered, narrowest first.
#[must_use]
pub fn scopes(series: bool, organizer: bool) -> Vec<&'static str> {
    let mut scopes = vec![EVENT];
    scopes.extend(series.then_some(SERIES));
    scopes.extend(organizer.then_some(ORGANIZER));
    scopes
}

/// Whether events are occurrences of a series.
#[must_use]
pub fn is_series(events: &[EventV1]) -> bool {
    events.iter().any(|it| it.recurrence_ms.is_some())
}

impl<K: KeyValueStore> Store<'_, K> {
    /// Writes a correction together with the interviews that it answers for, all or none.
    ///
    /// # Errors
    /// The storage's; nothing is written then.
    pub async fn save_correction(
        &self,
        correction: &CorrectionV1,
        interviews: Vec<InterviewV1>,
        command: &str,
    ) -> Result<(), AppError> {
        let mut entries = self.entries_of(interviews, Some(command)).await?;
        let key = keys::correction(&correction.id);
        entries.insert(key, super::to_value(correction)?);
        self.write(entries).await
    }

    /// Forgets a correction.
    ///
    /// # Errors
    /// The storage's.
    pub async fn remove_correction(&self, id: &str) -> Result<(), AppError> {
        self.kv.remove(&[&keys::correction(id)]).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_there_is_can_be_chosen() {
        assert_eq!(scopes(false, false), ["event"]);
        assert_eq!(scopes(true, false), ["event", "series"]);
        assert_eq!(scopes(false, true), ["event", "organizer"]);
    }
}

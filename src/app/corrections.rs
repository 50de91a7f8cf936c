//! What the user said about events, for those who judge and for the list in the options. Reads only.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::{
    protocol::FoundCorrection,
    store::{
        correction::{self, CorrectionV1},
        migrate,
        record::instant,
    },
};
use crate::domain::interview::{
    EventKey,
    correction::{About, Correction},
};

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionRow {
    /// Id: the interview's that it was said of.
    pub id: String,
    /// Title of what it was said of.
    pub title: String,
    /// It is an interview, or it is none.
    pub is_interview: bool,
    /// `event`, `series` or `organizer`.
    pub scope: String,
    /// What it may be remembered for: see [`correction::scopes`].
    pub scopes: Vec<&'static str>,
    /// Address of who arranged it; may be empty.
    pub organizer: String,
    /// When it was said.
    pub at: Timestamp,
}

/// The list, latest first.
#[must_use]
pub fn list(stored: &Map<String, Value>) -> Vec<CorrectionRow> {
    let mut rows: Vec<CorrectionRow> = migrate::read_all(stored)
        .corrections
        .into_iter()
        .map(row)
        .collect();
    rows.sort_by(|one, other| other.at.cmp(&one.at).then_with(|| one.id.cmp(&other.id)));
    rows
}

fn row(it: CorrectionV1) -> CorrectionRow {
    let series = correction::is_series(&it.events);
    CorrectionRow {
        scopes: correction::scopes(series, it.organizer.is_some()),
        id: it.id,
        title: it.title,
        is_interview: it.is_interview,
        scope: it.scope,
        organizer: it.organizer.unwrap_or_default(),
        at: instant(it.at_ms),
    }
}

/// Everything that was said, in the domain's words.
#[must_use]
pub fn said(stored: &Map<String, Value>) -> Vec<Correction> {
    let corrections = migrate::read_all(stored).corrections;
    corrections
        .iter()
        .flat_map(CorrectionV1::corrections)
        .collect()
}

/// The same for the worker that reads files.
#[must_use]
pub fn to_worker(corrections: &[Correction]) -> Vec<FoundCorrection> {
    let plain = |it: &Correction| {
        let (scope, value, recurrence) = match &it.about {
            About::Event(key) => (correction::EVENT, &key.uid, key.recurrence_id),
            About::Series(uid) => (correction::SERIES, uid, None),
            About::Organizer(address) => (correction::ORGANIZER, address, None),
        };
        FoundCorrection {
            scope: scope.to_owned(),
            value: value.clone(),
            recurrence_ms: recurrence.map(Timestamp::as_millisecond),
            is_interview: it.is_interview,
        }
    };
    corrections.iter().map(plain).collect()
}

/// In the worker: back into the domain's words.
#[must_use]
pub fn in_worker(corrections: Vec<FoundCorrection>) -> Vec<Correction> {
    let meant = |it: FoundCorrection| Correction {
        about: match it.scope.as_str() {
            correction::SERIES => About::Series(it.value),
            correction::ORGANIZER => About::Organizer(it.value),
            _ => About::Event(EventKey {
                uid: it.value,
                recurrence_id: it.recurrence_ms.map(instant),
            }),
        },
        is_interview: it.is_interview,
    };
    corrections.into_iter().map(meant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_crosses_to_the_worker_unchanged() {
        let all: Vec<Correction> = [
            About::Event(EventKey {
                uid: "a".into(),
                recurrence_id: None,
            }),
            About::Event(EventKey {
                uid: "b".into(),
                recurrence_id: Some(Timestamp::UNIX_EPOCH),
            }),
            About::Series("c".into()),
            About::Organizer("d@e.example".into()),
        ]
        .into_iter()
        .zip([true, false, true, false])
        .map(|(about, is_interview)| Correction {
            about,
            is_interview,
        })
        .collect();
        assert_eq!(in_worker(to_worker(&all)), all);
    }
}

//! What was set aside because it could not be read: listed and explained, tried again, saved or
//! discarded. Nothing that is in use is overwritten.

use serde_json::{Map, Value};

use super::{
    error::AppError,
    ports::KeyValueStore,
    store::{
        Store, keys, merge,
        migrate::{self, Records},
        together::Together,
    },
};

/// What a record was, by the beginning of its key; the texts are `repair_what_<code>`.
const KINDS: [(&str, &str); 9] = [
    ("interview:", "interview"),
    ("source:", "address"),
    ("correction:", "correction"),
    ("deleted:", "deleted"),
    (keys::CALENDAR_PAGES, "switches"),
    (keys::COMPANION, "switches"),
    (keys::SYNC, "sync"),
    ("profile", "profile"),
    ("settings", "settings"),
];

/// One record that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The key that it lies under.
    pub key: String,
    /// A code of `KINDS`, or `other`.
    pub what: &'static str,
    /// Why it is not used: `shape`, `version`, `newer`, `fine` where it can be read by now, or `taken`
    /// where it can but another is in its place; the texts are `repair_why_<code>`.
    pub why: &'static str,
}

/// Everything that was set aside.
#[must_use]
pub fn list(stored: &Map<String, Value>) -> Vec<SetAside> {
    let aside = stored.iter().filter(|(key, _)| keys::is_quarantine(key));
    aside
        .map(|(key, value)| SetAside {
            key: key.clone(),
            what: kind(key).map_or("other", |(_, what)| what),
            why: match why(key, value) {
                "fine" if is_taken(stored, key, value) => "taken",
                why => why,
            },
        })
        .collect()
}

/// Whether another record, of which there is only one, lies where this one belongs.
fn is_taken(stored: &Map<String, Value>, key: &str, value: &Value) -> bool {
    let single = kind(key).filter(|(begin, _)| !begin.ends_with(':'));
    single.is_some_and(|(name, _)| stored.get(name).is_some_and(|here| here != value))
}

/// One of them as a text to be saved; `None` when it is gone.
#[must_use]
pub fn saved(stored: &Map<String, Value>, key: &str) -> Option<String> {
    let value = stored.get(key).filter(|_| keys::is_quarantine(key))?;
    serde_json::to_string_pretty(value).ok()
}

/// Puts one back where it can be read by now. Beside an interview of the same id it completes that;
/// nothing else takes the place of what is there.
///
/// # Errors
/// [`AppError::StillDamaged`]; [`AppError::NewerData`]; the storage's.
pub async fn try_again<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    key: &str,
) -> Result<(), AppError> {
    let stored = store.everything().await?;
    let here = migrate::read_all(&stored);
    if here.newer {
        return Err(AppError::NewerData);
    }
    let Some(value) = stored.get(key).filter(|_| keys::is_quarantine(key)) else {
        // Done already.
        return Ok(());
    };
    let read = read(key, value);
    let mut together = Together {
        corrections: read.corrections,
        sources: read.sources,
        ..Together::default()
    };
    // What lies there as it was put back, in a life that ended before it was discarded here.
    let mut again = false;
    for it in read.deleted {
        match here.deleted.iter().find(|here| here.id == it.id) {
            None => together.deleted.push(it),
            Some(here) => again = *here == it,
        }
    }
    if let Some((name, "switches" | "sync")) = kind(key)
        && why(key, value) == "fine"
    {
        match stored.get(name) {
            None => drop(together.as_it_is.insert(name.to_owned(), value.clone())),
            Some(here) => again = here == value,
        }
    }
    for it in read.interviews {
        let ours = here.interviews.iter().find(|ours| ours.id == it.id);
        together
            .interviews
            .push(ours.map_or_else(|| it.clone(), |ours| merge::complete(ours, &it)));
    }
    let profile_read = read.profile.rev > 0 && !stored.contains_key(keys::PROFILE);
    together.profile = profile_read.then_some(read.profile);
    let settings_read = read.settings.rev > 0 && !stored.contains_key(keys::SETTINGS);
    together.settings = settings_read.then_some(read.settings);
    if together == Together::default() && !again {
        return Err(AppError::StillDamaged);
    }
    store.save_together(together, command).await?;
    store.discard_aside(key).await
}

/// Discards one for good.
///
/// # Errors
/// The storage's.
pub async fn discard<K: KeyValueStore>(store: &Store<'_, K>, key: &str) -> Result<(), AppError> {
    store.discard_aside(key).await
}

fn kind(key: &str) -> Option<(&'static str, &'static str)> {
    KINDS.into_iter().find(|(begin, _)| key.contains(begin))
}

/// The record as if it lay in its own place.
fn read(key: &str, value: &Value) -> Records {
    let place = match kind(key) {
        Some((begin, _)) if begin.ends_with(':') => format!("{begin}x"),
        Some((whole, _)) => whole.to_owned(),
        None => return Records::default(),
    };
    migrate::read_all(&Map::from_iter([(place, value.clone())]))
}

fn why(key: &str, value: &Value) -> &'static str {
    let records = read(key, value);
    let version = value.get("version").and_then(Value::as_u64);
    if records.newer {
        "newer"
    } else if kind(key).is_some() && records.unreadable.is_empty() {
        "fine"
    } else if version.is_none() {
        "version"
    } else {
        "shape"
    }
}

#[cfg(test)]
mod tests {
    use pollster::block_on;
    use serde_json::json;

    use super::*;
    use crate::app::doubles::MemoryStore;

    fn stored() -> MemoryStore {
        let kv = MemoryStore::default();
        let all: Map<String, Value> =
            serde_json::from_str(include_str!("../../tests/fixtures/stored/v1.json")).unwrap();
        kv.entries.borrow_mut().extend(all);
        kv
    }

    fn aside(kv: &MemoryStore, key: &str, value: Value) {
        kv.entries.borrow_mut().insert(key.to_owned(), value);
    }

    fn tried(kv: &MemoryStore, key: &str) -> Result<(), AppError> {
        let port = kv;
        block_on(try_again(&Store::new(&port), "c", key))
    }

    #[test]
    fn what_another_has_the_place_of_is_not_said_to_fit() {
        let profile = stored().entries.borrow()["profile"].clone();
        let mut all = Map::from_iter([("quarantine:profile".to_owned(), profile.clone())]);
        assert_eq!(list(&all)[0].why, "fine");
        let mut other = profile.clone();
        other["data"]["name"] = json!("Robin Vale");
        all.insert("profile".to_owned(), other);
        assert_eq!(list(&all)[0].why, "taken");
        all.insert("profile".to_owned(), profile);
        assert_eq!(list(&all)[0].why, "fine");
    }

    #[test]
    fn each_is_told_by_what_it_was_and_why_it_is_not_used() {
        let kv = MemoryStore::default();
        for (key, value, what, why) in [
            (
                "quarantine:interview:a",
                json!({"version": 1, "data": {}}),
                "interview",
                "shape",
            ),
            ("quarantine:interview:b", json!("x"), "interview", "version"),
            (
                "quarantine:2:interview:b",
                json!(null),
                "interview",
                "version",
            ),
            (
                "quarantine:profile",
                json!({"version": 99, "data": {}}),
                "profile",
                "newer",
            ),
            (
                "quarantine:source:s",
                json!({"version": 1, "data": 7}),
                "address",
                "shape",
            ),
            ("quarantine:unheard", json!(1), "other", "version"),
        ] {
            aside(&kv, key, value);
            let list = list(&kv.entries.borrow());
            let it = list.iter().find(|it| it.key == key).unwrap();
            assert_eq!((it.what, it.why), (what, why), "{key}");
        }
        assert!(list(&stored().entries.borrow()).is_empty());
    }

    #[test]
    fn what_can_be_read_by_now_is_put_back() {
        let kv = stored();
        let whole = kv
            .entries
            .borrow_mut()
            .remove("interview:0123456789abcdef")
            .unwrap();
        let key = "quarantine:interview:0123456789abcdef";
        aside(&kv, key, whole);
        assert_eq!(list(&kv.entries.borrow())[0].why, "fine");
        tried(&kv, key).unwrap();
        let records = migrate::read_all(&kv.entries.borrow());
        assert_eq!((records.interviews.len(), records.quarantined), (2, 0));
        // Again, as when the answer was lost.
        tried(&kv, key).unwrap();
    }

    #[test]
    fn it_completes_what_took_its_place_meanwhile() {
        let kv = stored();
        let whole = kv.entries.borrow()["interview:0123456789abcdef"].clone();
        kv.entries.borrow_mut()["interview:0123456789abcdef"]["data"]["people"] = json!([]);
        aside(&kv, "quarantine:interview:0123456789abcdef", whole);
        tried(&kv, "quarantine:interview:0123456789abcdef").unwrap();
        let records = migrate::read_all(&kv.entries.borrow());
        let it = records
            .interviews
            .iter()
            .find(|it| !it.events.is_empty())
            .unwrap();
        assert!(it.people[0].thanked_at().is_some());
    }

    #[test]
    fn what_cannot_be_read_stays_where_it_is_and_replaces_nothing() {
        let kv = stored();
        let profile = kv.entries.borrow()["profile"].clone();
        for (key, value) in [
            ("quarantine:interview:a", json!({"version": 1, "data": {}})),
            ("quarantine:unheard", json!(1)),
            ("quarantine:profile", profile),
        ] {
            aside(&kv, key, value);
            let before = kv.entries.borrow().clone();
            assert_eq!(tried(&kv, key), Err(AppError::StillDamaged), "{key}");
            assert_eq!(*kv.entries.borrow(), before);
        }
    }

    #[test]
    fn what_is_no_list_is_put_back_where_nothing_took_its_place() {
        let deleted = |mark: &str| json!({"id": "a", "marks": [mark], "atMs": 1});
        let codes = |code: &str| json!({"codes": [code]});
        let sync = |on: bool| json!({"rev": 1, "on": on});
        for (name, value, other) in [
            ("deleted:a", deleted("m"), deleted("n")),
            ("companion", codes("gmail"), codes("proton")),
            ("calendar_pages", codes("google"), codes("outlook")),
            ("sync", sync(true), sync(false)),
        ] {
            let [value, other] = [value, other].map(|it| json!({"version": 2, "data": it}));
            let kv = stored();
            let key = format!("quarantine:{name}");
            aside(&kv, &key, value.clone());
            assert_eq!(list(&kv.entries.borrow())[0].why, "fine", "{name}");
            tried(&kv, &key).unwrap();
            assert_eq!(kv.entries.borrow()[name]["data"], value["data"]);
            assert!(!kv.entries.borrow().contains_key(&key));
            aside(&kv, &key, value);
            assert_eq!(tried(&kv, &key), Ok(()), "cut off before it was discarded");
            aside(&kv, &key, other);
            assert_eq!(tried(&kv, &key), Err(AppError::StillDamaged), "{name}");
        }
    }

    #[test]
    fn whatever_is_damaged_is_set_aside_and_listed_as_what_it_was() {
        for (name, what) in [
            ("deleted:a", "deleted"),
            ("companion", "switches"),
            ("calendar_pages", "switches"),
            ("sync", "sync"),
        ] {
            let kv = stored();
            aside(&kv, name, json!({"version": 2, "data": 7}));
            let unreadable = migrate::read_all(&kv.entries.borrow()).unreadable;
            assert_eq!(unreadable, [name]);
            block_on(Store::new(&&kv).set_aside(&unreadable)).unwrap();
            let list = list(&kv.entries.borrow());
            assert_eq!((list[0].what, list[0].why), (what, "shape"));
        }
    }

    #[test]
    fn only_what_was_set_aside_is_discarded() {
        let kv = stored();
        aside(&kv, "quarantine:interview:a", json!(1));
        let port = &kv;
        let store = Store::new(&port);
        for key in ["quarantine:interview:a", "profile", "interview:hand-1"] {
            block_on(discard(&store, key)).unwrap();
        }
        let entries = kv.entries.borrow();
        assert!(list(&entries).is_empty());
        assert!(entries.contains_key("profile") && entries.contains_key("interview:hand-1"));
    }
}

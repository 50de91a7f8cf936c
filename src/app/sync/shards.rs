//! How marks lie in the browser's synced storage: in some items, each far below the quota, and what
//! has to be written so that it holds the marks wanted.
//!
//! A mark belongs to the item that the first letter of its name says, so that devices write the same
//! items with the same content. An item that cannot be read, or that a newer version wrote, stays as
//! it is; what belongs there goes to the next of its kind. Of two devices that write an item at once,
//! the browser keeps one: the other sees it and adds what is missing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{marks::Mark, names};
use crate::app::plain;

/// Marks by the name of the person they are about.
pub type Marks = BTreeMap<String, Mark>;

/// `QUOTA_BYTES_PER_ITEM` of `storage.sync`, less a tenth
/// (<https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync>).
pub const ITEM_BYTES: usize = 8_192 / 10 * 9;
/// `QUOTA_BYTES`, less a tenth.
pub const ALL_BYTES: usize = 102_400 / 10 * 9;
/// `MAX_ITEMS`, less a tenth.
pub const MOST_ITEMS: usize = 512 / 10 * 9;
/// Marks without a newer fact than this are dropped.
pub const KEPT_MS: i64 = 180 * 24 * 3_600_000;

const VERSION: u64 = 1;
const ITEM: &str = "marks:";
/// Kinds of items.
const KINDS: usize = 16;
/// Items of one kind.
const CHAIN: usize = 4;
const _: () = assert!(KINDS * CHAIN <= MOST_ITEMS, "more items than allowed");

/// The value of an item.
#[derive(Serialize, Deserialize)]
struct Item {
    version: u64,
    marks: BTreeMap<String, String>,
}

/// What lies in the synced storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// All marks that can be read.
    pub marks: Marks,
    /// Items that cannot be read.
    pub damaged: Vec<String>,
    /// Items of a newer version.
    pub newer: Vec<String>,
}

/// There is no room for all marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRoom;

/// Reads the synced storage; what is not ours is passed over.
#[must_use]
pub fn read(stored: &Map<String, Value>) -> Heard {
    let mut heard = Heard::default();
    for (key, value) in stored.iter().filter(|(key, _)| key.starts_with(ITEM)) {
        if is_newer(value) {
            heard.newer.push(key.clone());
        } else if let Some(marks) = content(value) {
            for (name, mark) in marks {
                heard.marks.entry(name).or_default().join(&mark);
            }
        } else {
            heard.damaged.push(key.clone());
        }
    }
    heard
}

/// The keys of everything of ours.
#[must_use]
pub fn keys(stored: &Map<String, Value>) -> Vec<&str> {
    let keys = stored.keys().filter(|it| it.starts_with(ITEM));
    keys.map(String::as_str).collect()
}

/// The items to be written, at once, so that the marks wanted lie there beside those heard; none when
/// they do already.
///
/// # Errors
/// [`NoRoom`]: nothing is to be written then.
pub fn changes(
    stored: &Map<String, Value>,
    heard: &Heard,
    wanted: &Marks,
    now_ms: i64,
) -> Result<Map<String, Value>, NoRoom> {
    let mut all = heard.marks.clone();
    for (name, mark) in wanted {
        all.entry(name.clone()).or_default().join(mark);
    }
    let kept_since = now_ms.saturating_sub(KEPT_MS);
    all.retain(|_, mark| mark.newest().is_some_and(|it| it >= kept_since));
    let mut changes = Map::new();
    for kind in 0..KINDS {
        let of_kind = all.iter().filter(|(name, _)| kind_of(name) == kind);
        for (key, marks) in packed(kind, of_kind, stored)? {
            let before = stored.get(&key);
            let same = before.map_or(marks.is_empty(), |it| content(it).as_ref() == Some(&marks));
            if !same {
                changes.insert(key, value(&marks)?);
            }
        }
    }
    if fits(stored, &changes) {
        Ok(changes)
    } else {
        Err(NoRoom)
    }
}

/// Lays marks into the usable items of their kind, in order.
fn packed<'a>(
    kind: usize,
    marks: impl Iterator<Item = (&'a String, &'a Mark)>,
    stored: &Map<String, Value>,
) -> Result<Vec<(String, Marks)>, NoRoom> {
    let usable = (0..CHAIN).map(|number| key(kind, number)).filter(|key| {
        let there = stored.get(key);
        there.is_none_or(|it| !is_newer(it) && content(it).is_some())
    });
    let mut items: Vec<(String, Marks)> = usable.map(|it| (it, Marks::new())).collect();
    let (mut at, mut left) = (0, None);
    for (name, mark) in marks {
        // `"name":"text",`
        let bytes = name.len() + mark.text().len() + 6;
        loop {
            let (key, content) = items.get_mut(at).ok_or(NoRoom)?;
            let room = left.unwrap_or_else(|| room(key));
            if bytes <= room {
                left = Some(room - bytes);
                content.insert(name.clone(), mark.clone());
                break;
            }
            (at, left) = (at + 1, None);
        }
    }
    Ok(items)
}

/// Bytes that an item has for its marks.
fn room(key: &str) -> usize {
    let frame = r#"{"version":1,"marks":{}}"#.len();
    ITEM_BYTES.saturating_sub(key.len() + frame)
}

fn fits(stored: &Map<String, Value>, changes: &Map<String, Value>) -> bool {
    let untouched = stored.iter().filter(|(key, _)| !changes.contains_key(*key));
    let sizes: Vec<usize> = untouched
        .chain(changes)
        .map(|(key, value)| key.len() + value.to_string().len())
        .collect();
    sizes.len() <= MOST_ITEMS && sizes.iter().sum::<usize>() <= ALL_BYTES
}

fn key(kind: usize, number: usize) -> String {
    if number == 0 {
        format!("{ITEM}{kind}")
    } else {
        format!("{ITEM}{kind}.{number}")
    }
}

/// By its first letter; a name that is none of ours belongs to the first kind.
fn kind_of(name: &str) -> usize {
    let first = name.bytes().next();
    let letter = first.and_then(|it| names::ALPHABET.iter().position(|letter| *letter == it));
    letter.unwrap_or_default() % KINDS
}

fn is_newer(value: &Value) -> bool {
    let version = value.get("version").and_then(Value::as_u64);
    version.is_some_and(|it| it > VERSION)
}

/// The marks of an item; `None` for one that is damaged anywhere.
fn content(value: &Value) -> Option<Marks> {
    let item: Item = plain::from_value(value).ok()?;
    if item.version != VERSION {
        return None;
    }
    let marks = item.marks.into_iter();
    marks
        .map(|(name, text)| Some((name, Mark::read(&text)?)))
        .collect()
}

fn value(marks: &Marks) -> Result<Value, NoRoom> {
    let marks = marks.iter();
    plain::to_value(&Item {
        version: VERSION,
        marks: marks.map(|(name, it)| (name.clone(), it.text())).collect(),
    })
    .map_err(|_| NoRoom)
}

#[cfg(test)]
mod tests;

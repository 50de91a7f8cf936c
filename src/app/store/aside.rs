//! Damaged records are moved aside: each is kept, also where an earlier one of the same key lies
//! there already.

use serde_json::{Map, Value};

use super::{Store, keys};
use crate::app::{error::AppError, ports::KeyValueStore};

impl<K: KeyValueStore> Store<'_, K> {
    /// Moves damaged records aside, so that they are kept and the rest works on.
    ///
    /// # Errors
    /// When the storage does; a record is then in its old place, or in both.
    pub async fn set_aside(&self, damaged: &[String]) -> Result<(), AppError> {
        if damaged.is_empty() {
            return Ok(());
        }
        let stored = self.kv.get_all().await?;
        let mut aside = Map::new();
        let mut moved: Vec<&str> = Vec::new();
        for key in damaged {
            if let Some(value) = stored.get(key) {
                if let Some(place) = place(&stored, key, value) {
                    aside.insert(place, value.clone());
                }
                moved.push(key);
            }
        }
        if moved.is_empty() {
            return Ok(());
        }
        // One that was moved in a life that ended before it was removed is only removed.
        if !aside.is_empty() {
            self.write(aside).await?;
        }
        self.erase(&moved).await
    }
}

/// The first free place for a record; none when the very same lies aside already.
fn place(stored: &Map<String, Value>, key: &str, value: &Value) -> Option<String> {
    let further = (2_u32..).map(|number| keys::further_quarantine(key, number));
    for place in std::iter::once(keys::quarantine(key)).chain(further) {
        match stored.get(&place) {
            None => return Some(place),
            Some(there) if there == value => return None,
            Some(_) => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use pollster::block_on;
    use serde_json::json;

    use super::*;
    use crate::app::doubles::MemoryStore;

    fn set_aside(kv: &MemoryStore, value: &Value) {
        let key = "interview:x".to_owned();
        kv.entries.borrow_mut().insert(key.clone(), value.clone());
        let port = kv;
        block_on(Store::new(&port).set_aside(&[key])).unwrap();
    }

    #[test]
    fn each_damaged_record_of_a_key_is_kept() {
        let kv = MemoryStore::default();
        for number in 1..=3 {
            set_aside(&kv, &json!({"damage": number}));
        }
        let entries = kv.entries.borrow();
        assert_eq!(entries["quarantine:interview:x"], json!({"damage": 1}));
        assert_eq!(entries["quarantine:2:interview:x"], json!({"damage": 2}));
        assert_eq!(entries["quarantine:3:interview:x"], json!({"damage": 3}));
        assert!(!entries.contains_key("interview:x"));
    }

    #[test]
    fn one_that_was_moved_but_not_removed_is_kept_once() {
        let kv = MemoryStore::default();
        set_aside(&kv, &json!("same"));
        set_aside(&kv, &json!("same"));
        let entries = kv.entries.borrow();
        let aside = entries.keys().filter(|it| keys::is_quarantine(it)).count();
        assert_eq!(aside, 1);
        assert!(!entries.contains_key("interview:x"));
    }

    #[test]
    fn what_is_gone_already_is_not_missed() {
        let kv = MemoryStore::default();
        let port = &kv;
        block_on(Store::new(&port).set_aside(&["interview:x".to_owned()])).unwrap();
        assert_eq!(kv.writes.get(), 0);
    }
}

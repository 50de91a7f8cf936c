//! Values out of the JSON of a service. What is missing or of another type is as if it were not there:
//! one odd field costs that field, not the calendar.

use std::collections::HashSet;

use serde_json::Value;

/// The text at a JSON pointer; an empty one is none.
pub(super) fn text<'v>(of: &'v Value, at: &str) -> Option<&'v str> {
    let text = of.pointer(at)?.as_str()?.trim();
    (!text.is_empty()).then_some(text)
}

/// The same, as it is to be kept; empty without one.
pub(super) fn kept(of: &Value, at: &str) -> String {
    text(of, at).unwrap_or_default().to_owned()
}

/// Whether there is a `true`.
pub(super) fn is(of: &Value, at: &str) -> bool {
    of.pointer(at).and_then(Value::as_bool).unwrap_or_default()
}

/// The list at a JSON pointer.
pub(super) fn list<'v>(of: &'v Value, at: &str) -> &'v [Value] {
    of.pointer(at)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// Of several forms of one item, by `id`, the last: a change during paging gives an item twice. What
/// was `@removed` last is left out.
pub(super) fn latest(items: &[Value]) -> Vec<&Value> {
    let mut seen = HashSet::new();
    let mut latest: Vec<&Value> = items
        .iter()
        .rev()
        .filter(|it| text(it, "/id").is_some_and(|id| seen.insert(id)))
        .filter(|it| it.get("@removed").is_none())
        .collect();
    latest.reverse();
    latest
}

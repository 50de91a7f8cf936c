//! Values across the border between Rust and JavaScript, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a browser that says no fails the test")]

use std::collections::BTreeMap;

use afternote::{
    app::protocol::{Command, HandInterview, HandPerson, Reply, Request},
    browser::convert::{ConvertError, from_js, to_js},
};
use js_sys::{JSON, Object};
use serde_json::{Map, Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What a message or the storage would keep of a value.
fn seen_by_the_browser(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

fn check(value: &Value) {
    let there = to_js(value).unwrap();
    let seen: Value = serde_json::from_str(&seen_by_the_browser(&there)).unwrap();
    assert_eq!(&seen, value, "on its way to JavaScript");
    let back: Value = from_js(there).unwrap();
    assert_eq!(&back, value, "on its way back");
}

#[wasm_bindgen_test]
fn any_json_survives_both_ways() {
    check(&json!(null));
    check(&json!([]));
    check(&json!({}));
    check(&json!({"a": {"b": [1, -1, 0.5, true, null, ""]}}));
    check(&json!({"text": "Zażółć 日本語 \u{1F980} \u{0} \"<b>\" \u{2028}"}));
    check(&json!({"__proto__x": 1, "constructor": "c", "with space": 2}));
}

#[wasm_bindgen_test]
fn instants_in_milliseconds_stay_exact_integers() {
    for instant in [
        0_i64,
        -1,
        1_795_442_707_160,
        8_640_000_000_000_000,
        -8_640_000_000_000_000,
    ] {
        let there = to_js(&instant).unwrap();
        assert!(there.as_f64().is_some(), "{instant} is a number, no BigInt");
        assert_eq!(from_js::<i64>(there), Ok(instant));
    }
}

#[wasm_bindgen_test]
fn an_integer_that_a_number_cannot_hold_is_refused_and_not_rounded() {
    assert_eq!(to_js(&(1_i64 << 60)), Err(ConvertError));
}

#[wasm_bindgen_test]
fn maps_become_plain_objects() {
    let map = BTreeMap::from([("interview:1", 1), ("schema", 2)]);
    let there = to_js(&map).unwrap();
    assert_eq!(
        seen_by_the_browser(&there),
        r#"{"interview:1":1,"schema":2}"#
    );
}

#[wasm_bindgen_test]
fn a_command_looks_as_the_protocol_says() {
    let command = Command {
        id: "c1".to_owned(),
        request: Request::AddInterview {
            interview: HandInterview {
                employer: "Kettlefish".to_owned(),
                role: String::new(),
                start_ms: 1_795_442_707_160,
                end_ms: 1_795_446_307_160,
                zone: "Europe/Warsaw".to_owned(),
                people: vec![HandPerson::default()],
            },
        },
    };
    let there = to_js(&command).unwrap();
    let seen: Value = serde_json::from_str(&seen_by_the_browser(&there)).unwrap();
    assert_eq!(
        seen,
        json!({"id": "c1", "request": {"kind": "addInterview", "interview": {
            "employer": "Kettlefish", "role": "", "startMs": 1_795_442_707_160_i64,
            "endMs": 1_795_446_307_160_i64, "zone": "Europe/Warsaw",
            "people": [{"name": "", "email": "", "title": ""}]
        }}})
    );
    assert_eq!(from_js::<Command>(there), Ok(command));
}

#[wasm_bindgen_test]
fn what_is_no_reply_is_refused() {
    for foreign in [
        JsValue::UNDEFINED,
        JsValue::NULL,
        JsValue::from_str("done"),
        Object::new().into(),
        to_js(&json!({"kind": "unheardOf"})).unwrap(),
    ] {
        assert_eq!(from_js::<Reply>(foreign), Err(ConvertError));
    }
}

#[wasm_bindgen_test]
fn an_absent_value_is_no_object() {
    assert_eq!(
        from_js::<Map<String, Value>>(JsValue::UNDEFINED),
        Err(ConvertError)
    );
    assert_eq!(
        from_js::<Option<Map<String, Value>>>(JsValue::UNDEFINED),
        Ok(None)
    );
}

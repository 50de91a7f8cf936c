//! Waiting in the browser: for something, but not for ever, or just for a while.

use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(then: &Function, milliseconds: i32, argument: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);
}

/// What becomes of a promise within the limit; `None` when it takes longer. The promise itself goes
/// on, its result is dropped.
pub async fn within(promise: &Promise, milliseconds: i32) -> Option<Result<JsValue, JsValue>> {
    let late = JsValue::from(Object::new());
    let mut timer = JsValue::UNDEFINED;
    let limit = Promise::new(&mut |resolve, _| {
        timer = set_timeout(resolve.unchecked_ref(), milliseconds, &late);
    });
    let both = Array::of2(promise, &limit);
    let first = JsFuture::from(Promise::race(&both)).await;
    clear_timeout(&timer);
    match first {
        Ok(value) if value == late => None,
        settled => Some(settled),
    }
}

/// Comes back after that time.
pub async fn pause(milliseconds: i32) {
    let over = Promise::new(&mut |resolve, _| {
        set_timeout(resolve.unchecked_ref(), milliseconds, &JsValue::UNDEFINED);
    });
    // Nobody rejects this promise.
    let _ = JsFuture::from(over).await;
}

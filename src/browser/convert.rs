//! Values across the border between Rust and JavaScript.
//!
//! Always as plain objects: by default serde-wasm-bindgen turns maps into `Map`s, which messages and
//! the storage of the extension silently turn into `{}`.

use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::app::plain;

/// A value that does not fit the shape expected on the other side.
///
/// Carries no part of the value: it may be what the user wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConvertError;

/// To JavaScript: structs and maps become objects, `None` becomes `null`, integers become numbers.
///
/// # Errors
/// For integers beyond 2^53, and maps whose keys are no strings.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, ConvertError> {
    // By way of one plain form: the code for JavaScript's values is compiled once, not for each shape.
    plain::to_value(value)
        .map_err(|_| ConvertError)?
        .serialize(&Serializer::json_compatible())
        .map_err(|_| ConvertError)
}

/// From JavaScript.
///
/// # Errors
/// When the value has another shape.
pub fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, ConvertError> {
    let value = serde_wasm_bindgen::from_value(value).map_err(|_| ConvertError)?;
    plain::from_value(&value).map_err(|_| ConvertError)
}

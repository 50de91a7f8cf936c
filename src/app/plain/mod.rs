//! Between serde's data model and plain JSON values: the one way in and out of the wire and stored
//! shapes.
//!
//! An enum is an object whose `kind` names the variant, beside the variant's fields. Serde's own
//! `tag` attribute gives the same text, but buffers each value in a form of its own, whose code
//! weighed a tenth of the whole package; and the errors of `serde_json` carry texts and number
//! formats that nobody would ever see. Here an error says nothing: it may not quote what the user
//! wrote anyway.

mod read;
mod write;

use std::fmt;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

pub(crate) const KIND: &str = "kind";

/// A value that does not fit the shape expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit;

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("unfit")
    }
}

impl std::error::Error for Unfit {}

impl serde::de::Error for Unfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    fn invalid_type(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self
    }

    fn invalid_value(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn serde::de::Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }

    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

impl serde::ser::Error for Unfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Reads a value of a known shape.
///
/// # Errors
/// [`Unfit`] when the value has another shape.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, Unfit> {
    T::deserialize(read::Plain(value))
}

/// The JSON value of a shape.
///
/// # Errors
/// For maps whose keys are no text, numbers beyond 64 bits, bytes, and enum variants without named
/// fields around anything that is no object.
pub fn to_value<T: Serialize + ?Sized>(shape: &T) -> Result<Value, Unfit> {
    shape.serialize(write::Writer)
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize, de::DeserializeOwned};
    use serde_json::{Value, json};
    use std::{collections::BTreeMap, fmt::Debug};

    use super::{Unfit, from_value, to_value};

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase", default)]
    struct Inner {
        some_text: String,
        number: f64,
        small: u8,
        maybe: Option<i64>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
    enum Choice {
        Nothing,
        With {
            inner: Inner,
            all_of_them: Vec<Choice>,
        },
        Whole(Inner),
    }

    fn both_ways<T: Serialize + DeserializeOwned + PartialEq + Debug>(shape: T, value: Value) {
        assert_eq!(to_value(&shape), Ok(value.clone()));
        assert_eq!(from_value::<T>(&value), Ok(shape));
    }

    #[test]
    fn shapes_go_both_ways() {
        both_ways(vec![1_u32, 2], json!([1, 2]));
        both_ways((-5_i64, true, 'x'), json!([-5, true, "x"]));
        both_ways(
            BTreeMap::from([(String::from("a"), Some(1)), (String::from("b"), None)]),
            json!({"a": 1, "b": null}),
        );
        both_ways(json!({"a": [null, 0.5]}), json!({"a": [null, 0.5]}));
        both_ways(
            Inner {
                some_text: String::from("é"),
                number: 0.25,
                small: 7,
                maybe: Some(-1),
            },
            json!({"someText": "é", "number": 0.25, "small": 7, "maybe": -1}),
        );
    }

    #[test]
    fn an_enum_names_its_kind_beside_its_fields() {
        let inner = json!({"someText": "", "number": 0.0, "small": 0, "maybe": null});
        both_ways(Choice::Nothing, json!({"kind": "nothing"}));
        both_ways(
            Choice::With {
                inner: Inner::default(),
                all_of_them: vec![Choice::Nothing],
            },
            json!({"kind": "with", "inner": inner, "allOfThem": [{"kind": "nothing"}]}),
        );
        let mut whole = inner;
        whole["kind"] = json!("whole");
        both_ways(Choice::Whole(Inner::default()), whole);
    }

    #[test]
    fn what_is_missing_or_unknown_is_treated_as_serde_does() {
        assert_eq!(from_value(&json!({"new": 1})), Ok(Inner::default()));
        assert_eq!(from_value::<Option<u8>>(&json!(null)), Ok(None));
        assert_eq!(from_value::<f64>(&json!(3)), Ok(3.0));
    }

    #[test]
    fn another_shape_is_refused() {
        for value in [
            json!(null),
            json!("nothing"),
            json!({}),
            json!({"kind": 1}),
            json!({"kind": "unheardOf"}),
            json!({"kind": "with"}),
            json!({"nothing": {}}),
        ] {
            assert_eq!(from_value::<Choice>(&value), Err(Unfit), "{value}");
        }
        assert_eq!(from_value::<u8>(&json!(256)), Err(Unfit));
        assert_eq!(from_value::<u8>(&json!(-1)), Err(Unfit));
        assert_eq!(from_value::<u32>(&json!(0.5)), Err(Unfit));
        assert_eq!(from_value::<String>(&json!(1)), Err(Unfit));
        assert_eq!(from_value::<Vec<u8>>(&json!({})), Err(Unfit));
        assert_eq!(from_value::<Inner>(&json!([])), Err(Unfit));
        assert_eq!(from_value::<bool>(&json!(0)), Err(Unfit));
        assert_eq!(to_value(&BTreeMap::from([(1, 1)])), Err(Unfit));
        assert_eq!(to_value(&u128::MAX), Err(Unfit));
    }
}

//! From a shape to a plain JSON value.

use serde::{
    Serialize, Serializer,
    ser::{
        Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
        SerializeTuple, SerializeTupleStruct,
    },
};
use serde_json::{Map, Number, Value};

use super::{KIND, Unfit};

/// Writes one value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Writer;

macro_rules! numbers {
    ($($method:ident: $type:ty),* $(,)?) => {$(
        fn $method(self, value: $type) -> Result<Value, Unfit> {
            Ok(Value::Number(value.into()))
        }
    )*};
}

impl Serializer for Writer {
    type Ok = Value;
    type Error = Unfit;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = List;
    type SerializeTupleVariant = Impossible<Value, Unfit>;
    type SerializeMap = Object;
    type SerializeStruct = Object;
    type SerializeStructVariant = Object;

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
    }

    fn serialize_bool(self, value: bool) -> Result<Value, Unfit> {
        Ok(Value::Bool(value))
    }

    fn serialize_f32(self, value: f32) -> Result<Value, Unfit> {
        self.serialize_f64(value.into())
    }

    /// A number that is not finite becomes null, as in JSON.
    fn serialize_f64(self, value: f64) -> Result<Value, Unfit> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn serialize_char(self, value: char) -> Result<Value, Unfit> {
        Ok(Value::String(value.to_string()))
    }

    fn serialize_str(self, value: &str) -> Result<Value, Unfit> {
        Ok(Value::String(value.to_owned()))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Value, Unfit> {
        Err(Unfit)
    }

    fn serialize_none(self) -> Result<Value, Unfit> {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, Unfit> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value, Unfit> {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Unfit> {
        Ok(Value::Null)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Value, Unfit> {
        Ok(Value::Object(Object::of_kind(variant).entries))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Value, Unfit> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, Unfit> {
        let mut value = value.serialize(self)?;
        let object = value.as_object_mut().ok_or(Unfit)?;
        object.insert(KIND.to_owned(), Value::String(variant.to_owned()));
        Ok(value)
    }

    fn serialize_seq(self, len: Option<usize>) -> Result<List, Unfit> {
        Ok(List(Vec::with_capacity(len.unwrap_or(0))))
    }

    fn serialize_tuple(self, len: usize) -> Result<List, Unfit> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_struct(self, _: &'static str, len: usize) -> Result<List, Unfit> {
        self.serialize_seq(Some(len))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unfit> {
        Err(Unfit)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object, Unfit> {
        Ok(Object::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object, Unfit> {
        Ok(Object::default())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Object, Unfit> {
        Ok(Object::of_kind(variant))
    }
}

#[derive(Debug)]
pub(super) struct List(Vec<Value>);

impl List {
    fn add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
        self.0.push(value.serialize(Writer)?);
        Ok(())
    }
}

impl SerializeSeq for List {
    type Ok = Value;
    type Error = Unfit;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
        self.add(value)
    }

    fn end(self) -> Result<Value, Unfit> {
        Ok(Value::Array(self.0))
    }
}

impl SerializeTuple for List {
    type Ok = Value;
    type Error = Unfit;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
        self.add(value)
    }

    fn end(self) -> Result<Value, Unfit> {
        Ok(Value::Array(self.0))
    }
}

impl SerializeTupleStruct for List {
    type Ok = Value;
    type Error = Unfit;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
        self.add(value)
    }

    fn end(self) -> Result<Value, Unfit> {
        Ok(Value::Array(self.0))
    }
}

#[derive(Debug, Default)]
pub(super) struct Object {
    entries: Map<String, Value>,
    key: Option<String>,
}

impl Object {
    fn of_kind(variant: &str) -> Self {
        let mut object = Self::default();
        let kind = Value::String(variant.to_owned());
        object.entries.insert(KIND.to_owned(), kind);
        object
    }

    fn add<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), Unfit> {
        self.entries
            .insert(key.to_owned(), value.serialize(Writer)?);
        Ok(())
    }
}

impl SerializeMap for Object {
    type Ok = Value;
    type Error = Unfit;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unfit> {
        match key.serialize(Writer)? {
            Value::String(key) => self.key = Some(key),
            _ => return Err(Unfit),
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unfit> {
        let key = self.key.take().ok_or(Unfit)?;
        self.entries.insert(key, value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Result<Value, Unfit> {
        Ok(Value::Object(self.entries))
    }
}

impl SerializeStruct for Object {
    type Ok = Value;
    type Error = Unfit;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unfit> {
        self.add(key, value)
    }

    fn end(self) -> Result<Value, Unfit> {
        Ok(Value::Object(self.entries))
    }
}

impl SerializeStructVariant for Object {
    type Ok = Value;
    type Error = Unfit;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unfit> {
        self.add(key, value)
    }

    fn end(self) -> Result<Value, Unfit> {
        Ok(Value::Object(self.entries))
    }
}

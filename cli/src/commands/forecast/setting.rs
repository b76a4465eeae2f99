//! Changes of the input on the command line.

use iot_jobs::{Path, path::Step};
use serde_json::{Map, Value};

/// A value and its place in the input.
#[derive(Clone, Debug)]
pub struct Setting {
    /// As it was written.
    pub text: String,
    /// The place.
    pub path: Path,
    /// The value; `null` removes what is at the place.
    pub value: Value,
}

impl Setting {
    /// Changes an input; the objects and lists around the place are added.
    pub(super) fn apply(&self, input: &mut Value) -> Result<(), String> {
        let mut place = input;
        let mut outer = Path::root();
        for step in self.path.steps() {
            match step {
                Step::Member(name) => {
                    let object = match place {
                        Value::Null => {
                            *place = Value::Object(Map::new());
                            place.as_object_mut()
                        }
                        place => place.as_object_mut(),
                    };
                    let object = object.ok_or_else(|| format!("{outer} is not an object"))?;
                    place = object.entry(&**name).or_insert(Value::Null);
                    outer = outer.member(name.to_string());
                }
                Step::Index(index) => {
                    if place.is_null() {
                        *place = Value::Array(Vec::new());
                    }
                    let list = place.as_array_mut();
                    let list = list.ok_or_else(|| format!("{outer} is not a list"))?;
                    let length = list.len();
                    // The element after the last adds one.
                    if *index == length {
                        list.push(Value::Null);
                    }
                    place = list.get_mut(*index).ok_or_else(|| {
                        format!(
                            "the length of {outer} is {length}, so that {length} is the next index"
                        )
                    })?;
                    outer = outer.index(*index);
                }
                _ => return Err(format!("{outer} has no such value")),
            }
        }
        place.clone_from(&self.value);
        Ok(())
    }
}

/// Removes what is `null`: members are absent then, and elements are removed from their lists.
pub(super) fn without_nulls(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, member| !member.is_null());
            members.values_mut().for_each(without_nulls);
        }
        Value::Array(elements) => {
            elements.retain(|element| !element.is_null());
            elements.iter_mut().for_each(without_nulls);
        }
        _ => {}
    }
}

//! Encoding to text.

use aws_smithy_types::DateTime;

use crate::{
    facts::{Location, Member},
    json::{Invalid, Writer},
    wire::{Context, Encoder, Key, MemberWriter, Object, Wire, scalar::without_point, timestamp},
};

/// Where the next value is written.
pub(crate) struct TextEncoder<'e, 'w>(pub(crate) &'e mut Writer<'w>);

impl Encoder for TextEncoder<'_, '_> {
    type Ok = ();
    type Error = Invalid;

    #[inline]
    fn string(self, value: &str) -> Result<(), Invalid> {
        self.0.string(value)
    }

    #[inline]
    fn plain_string(self, value: &str) -> Result<(), Invalid> {
        self.0.plain_string(value)
    }

    #[inline]
    fn boolean(self, value: bool) -> Result<(), Invalid> {
        self.0.punctuation(if value { "true" } else { "false" });
        Ok(())
    }

    #[inline]
    fn integer(self, value: i64) -> Result<(), Invalid> {
        self.0.integer(value);
        Ok(())
    }

    fn double(self, value: f64) -> Result<(), Invalid> {
        if !value.is_finite() {
            return Err(Invalid);
        }
        match without_point(value) {
            Some(whole) => {
                self.0.integer(whole);
                Ok(())
            }
            None => self.0.double(value),
        }
    }

    fn timestamp(self, value: DateTime, milliseconds: bool) -> Result<(), Invalid> {
        let micros = timestamp::to_micros(value).ok_or(Invalid)?;
        if milliseconds && let Some(millis) = timestamp::as_millis(micros) {
            self.0.integer(millis);
        } else {
            self.0.millionths(micros);
        }
        Ok(())
    }

    fn json(self, text: &str) -> Result<(), Invalid> {
        self.0.raw(text)
    }

    fn list<T: Wire>(self, elements: &[T], context: Context) -> Result<(), Invalid> {
        let mut before = "[";
        for element in elements {
            self.0.raw(before)?;
            element.encode(TextEncoder(self.0), context)?;
            before = ",";
        }
        self.0.raw(if elements.is_empty() { "[]" } else { "]" })
    }

    fn map<K: Key, T: Wire>(
        self,
        entries: &[Option<(&K, &T)>],
        context: Context,
    ) -> Result<(), Invalid> {
        let mut before = "{";
        for (key, value) in entries.iter().flatten() {
            self.0.raw(before)?;
            self.0.string(key.text())?;
            self.0.punctuation(":");
            value.encode(TextEncoder(self.0), context)?;
            before = ",";
        }
        self.0.raw(if entries.is_empty() { "{}" } else { "}" })
    }

    #[inline]
    fn object<T: Object>(self, value: &T, context: Context) -> Result<(), Invalid> {
        let mut members = TextMembers {
            writer: self.0,
            context: Context {
                mqtt: context.mqtt || T::MQTT,
                ..context
            },
            first: true,
        };
        members.writer.punctuation("{");
        value.write_members(&mut members)?;
        let mut first = members.first;
        for (name, json) in value.undeclared().iter() {
            if T::position(name).is_some() {
                return Err(Invalid);
            }
            self.0.punctuation(if first { "" } else { "," });
            self.0.string(name)?;
            self.0.punctuation(":");
            self.0.raw(json)?;
            first = false;
        }
        self.0.punctuation("}");
        Ok(())
    }
}

/// Where the members of an object are written.
struct TextMembers<'e, 'w> {
    writer: &'e mut Writer<'w>,
    context: Context,
    first: bool,
}

impl MemberWriter for TextMembers<'_, '_> {
    type Error = Invalid;

    #[inline]
    fn member<T: Wire>(
        &mut self,
        name: &'static str,
        member: &'static Member,
        value: &T,
    ) -> Result<(), Invalid> {
        if value.is_absent() || (self.context.body_only && member.location != Location::Body) {
            return Ok(());
        }
        // Without the comma in front; apart, so that the lengths of both are constant.
        if self.first {
            self.writer.punctuation(name.get(1..).unwrap_or_default());
        } else {
            self.writer.punctuation(name);
        }
        self.first = false;
        let context = Context {
            constraint: member.constraint,
            body_only: false,
            mqtt: self.context.mqtt,
        };
        value.encode(TextEncoder(self.writer), context)
    }
}

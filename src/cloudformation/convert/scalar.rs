//! Strings and numbers, which a template may also write as the other.

use super::{Converter, Target};
use crate::{
    cloudformation::{
        document::quoted,
        property::{api_max, api_min},
        value::{Content, Value},
    },
    facts::Kind,
    json,
    path::Path,
    report::{Finding, Rule},
    text,
};

impl Converter<'_> {
    /// Writes a scalar; returns whether it is one of the target's kind.
    pub(super) fn scalar(&mut self, target: Target, value: &Value<'_>, at: &Path) -> bool {
        let text = value.string();
        match target.kind {
            Kind::String => match (&value.content, value.text) {
                (Content::String(text), _) => self.string(target, text, at),
                (Content::Scalar, "null") => return false,
                (Content::Scalar, text) => self.string(target, text, at),
                _ => return false,
            },
            Kind::Enum(_) => match text {
                Some(text) => self.text.push_str(&quoted(text)),
                None => return false,
            },
            Kind::Integer | Kind::Long => {
                let number = json::integer(text.unwrap_or(value.text));
                let fits =
                    |number: &i64| target.kind == Kind::Long || i32::try_from(*number).is_ok();
                let Some(number) = number.filter(fits) else {
                    return false;
                };
                // Limits are small integers.
                #[allow(clippy::cast_precision_loss)]
                if !self.below_min(target, number as f64, at) {
                    self.text.push_str(&number.to_string());
                }
            }
            Kind::Double => {
                let number: Option<f64> = text.unwrap_or(value.text).parse().ok();
                let Some(number) = number.filter(|number| number.is_finite()) else {
                    return false;
                };
                if !self.below_min(target, number, at) {
                    self.text
                        .push_str(&serde_json::Value::from(number).to_string());
                }
            }
            _ => return false,
        }
        true
    }

    fn string(&mut self, target: Target, value: &str, at: &Path) {
        if value.is_empty() && target.property.min.is_some_and(|min| min > 0.0) {
            let message = "it is empty (allowed: at least 1 character)";
            let finding = Finding::error(Rule::Length, message).limit("at least 1 character");
            self.findings.add(finding.at(at.clone()));
        }
        self.text.push_str(&quoted(value));
    }

    /// Whether a number is less than the minimum of the API, where that of the property is less, too. Writes the
    /// minimum of the API instead, and reports a number that the property does not allow.
    fn below_min(&mut self, target: Target, number: f64, at: &Path) -> bool {
        let (Some(min), Some(constraint)) = (target.property.min, target.constraint) else {
            return false;
        };
        let Some(api_min) = api_min(constraint).filter(|api_min| number < *api_min) else {
            return false;
        };
        if number < min {
            let allowed = match api_max(constraint) {
                Some(max) => format!("{min} to {max}"),
                None => format!("at least {min}"),
            };
            let number = text::number(number);
            let message = format!("{number} is out of range (allowed: {allowed})");
            let finding = Finding::error(Rule::Range, message);
            let finding = finding.value(number).limit(allowed);
            self.findings.add(finding.at(at.clone()));
        }
        self.text.push_str(&text::number(api_min));
        true
    }
}

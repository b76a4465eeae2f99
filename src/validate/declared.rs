//! The constraints that members declare, checked while the value is walked.

use super::{Finding, Report, Rule, Severity, arn, number as shown, shortened};
use crate::{
    constraint::{Constraint, Limit, Mismatch},
    path::Path,
    shape::Kind,
    wire::{Found, Walker},
};

impl Walker for Report {
    fn visit(&mut self, at: &Path<'_>, found: Found<'_>) {
        match found {
            Found::Absent => self.absent(at),
            Found::Enum { text, known: false } => self.unknown_value(at, text),
            _ => {
                let constraint = match found {
                    Found::Key(_) => at
                        .parent()
                        .and_then(Path::constraint)
                        .and_then(|map| map.key),
                    _ => at.constraint(),
                };
                if let Some(constraint) = constraint {
                    self.constrained(at, constraint, found);
                }
            }
        }
    }

    fn in_any_order(&self) -> bool {
        true
    }

    fn report(&mut self) -> Option<&mut Report> {
        Some(self)
    }
}

impl Report {
    fn absent(&mut self, at: &Path<'_>) {
        if let Path::Member(_, member, _) = at
            && member.required
        {
            let message = "this member is required, and absent";
            self.add(at, Finding::error(Rule::Required, message));
        }
    }

    fn unknown_value(&mut self, at: &Path<'_>, text: &str) {
        let value = shortened(text);
        let known = known_values(at).join(", ");
        let message = format!("{value} is not a value that this version knows; it knows {known}");
        self.add(
            at,
            Finding::warning(Rule::EnumValue, message)
                .value(value)
                .limit(known),
        );
    }

    fn constrained(&mut self, at: &Path<'_>, constraint: &'static Constraint, found: Found<'_>) {
        let limit = constraint.limit;
        match found {
            Found::String(text) | Found::Document(text) | Found::Key(text) => {
                self.text(at, constraint, text);
            }
            Found::Integer(number) => self.integer(at, limit, number),
            Found::Double(number) => self.double(at, constraint, number),
            Found::Blob(bytes) => self.count(at, limit, Rule::Length, bytes.len(), "bytes"),
            Found::List(count) | Found::Map(count) => {
                self.count(at, limit, Rule::Size, count, "entries");
            }
            _ => {}
        }
    }

    fn text(&mut self, at: &Path<'_>, constraint: &Constraint, text: &str) {
        let limit = constraint.limit;
        let fits = limit.allows_text(text);
        if !fits {
            self.count_of(
                at,
                limit,
                Rule::Length,
                text.chars().count(),
                "characters",
                Some(text),
            );
        } else if let Some(max) = constraint.documented.max_bytes
            && text.len() > max
        {
            let message = format!(
                "it takes {} bytes in UTF-8 (allowed: at most {max})",
                text.len()
            );
            self.add(
                at,
                Finding::error(Rule::Bytes, message)
                    .value(shortened(text))
                    .limit(format!("at most {max} bytes")),
            );
        }
        // Of an empty text that is too short, the pattern has nothing to add.
        if text.is_empty() && limit.has_min() {
            return;
        }
        if let Some(matcher) = &constraint.matcher
            && let Err(mismatch) = matcher.check(text)
        {
            self.mismatch(at, constraint, text, mismatch);
        } else if fits {
            self.resource(at, constraint.documented.resources, text);
        }
    }

    fn mismatch(&mut self, at: &Path<'_>, constraint: &Constraint, text: &str, mismatch: Mismatch) {
        let pattern = constraint.pattern.unwrap_or_default();
        let severity = if constraint.documented.loose_pattern {
            Severity::Warning
        } else {
            Severity::Error
        };
        let wanted = if pattern.contains(r"\p{C}") {
            format!("control, invisible and unassigned characters are refused ({pattern})")
        } else {
            format!("the whole has to match {pattern}")
        };
        let message = match mismatch {
            Mismatch::At(index, found) => {
                format!(
                    "{found:?} (character {}) is not allowed here: {wanted}",
                    index + 1
                )
            }
            Mismatch::TooShort if text.is_empty() => format!("it is empty: {wanted}"),
            Mismatch::TooShort => format!("it ends too early: {wanted}"),
        };
        self.add(
            at,
            Finding::new(Rule::Pattern, severity, message)
                .value(shortened(text))
                .limit(pattern),
        );
    }

    fn resource(&mut self, at: &Path<'_>, types: &'static [&'static str], text: &str) {
        if types.is_empty() || arn::names(text, types) {
            return;
        }
        let forms: Vec<_> = types.iter().map(|kind| arn::form(kind)).collect();
        let forms = forms.join(" or ");
        let message = format!("it does not have the form {forms}");
        self.add(
            at,
            Finding::error(Rule::Arn, message)
                .value(shortened(text))
                .limit(forms),
        );
    }

    // Beyond 2^53 a f64 rounds, far from any limit.
    #[allow(clippy::cast_precision_loss)]
    fn integer(&mut self, at: &Path<'_>, limit: Limit, number: i64) {
        if !limit.allows(number as f64) {
            self.out_of_range(at, limit, number.to_string());
        }
    }

    fn double(&mut self, at: &Path<'_>, constraint: &Constraint, number: f64) {
        let limit = constraint.limit;
        if !limit.allows(number) {
            self.out_of_range(at, limit, shown(number));
        } else if let Some(decimals) = constraint.documented.decimals
            && !has_decimals(number, decimals)
        {
            let limit = format!("at most {decimals} decimals");
            let number = shown(number);
            let message = format!("{number} has too many decimals (allowed: at most {decimals})");
            let finding = Finding::error(Rule::Decimals, message);
            self.add(at, finding.value(number).limit(limit));
        }
    }

    fn out_of_range(&mut self, at: &Path<'_>, limit: Limit, number: String) {
        let message = format!("{number} is out of range (allowed: {limit})");
        let finding = Finding::error(Rule::Range, message);
        self.add(at, finding.value(number).limit(limit.to_string()));
    }

    fn count(&mut self, at: &Path<'_>, limit: Limit, rule: Rule, count: usize, unit: &str) {
        if !limit.allows_count(count) {
            self.count_of(at, limit, rule, count, unit, None);
        }
    }

    fn count_of(
        &mut self,
        at: &Path<'_>,
        limit: Limit,
        rule: Rule,
        count: usize,
        unit: &str,
        text: Option<&str>,
    ) {
        let message = match count {
            0 => format!("it is empty (allowed: {limit} {unit})"),
            _ => format!("it has {count} {unit} (allowed: {limit})"),
        };
        let mut finding = Finding::error(rule, message).limit(format!("{limit} {unit}"));
        if let Some(text) = text {
            finding = finding.value(shortened(text));
        }
        self.add(at, finding);
    }
}

/// Whether a number can be written with so many decimals.
fn has_decimals(number: f64, decimals: u8) -> bool {
    let scale = 10_f64.powi(decimals.into());
    // Dividing a whole number by the scale gives the very number that its decimal text is read as.
    #[allow(clippy::float_cmp)]
    let same = (number * scale).round() / scale == number;
    same
}

/// The values of the enum at a place.
fn known_values(at: &Path<'_>) -> &'static [&'static str] {
    let mut place = Some(at);
    while let Some(step) = place {
        if let Path::Member(_, member, _) = step {
            let mut kind = member.kind;
            while let Kind::List(inner) | Kind::Map(inner) = kind {
                kind = *inner;
            }
            return match kind {
                Kind::Enum(facts) => facts.values,
                _ => &[],
            };
        }
        place = step.parent();
    }
    &[]
}

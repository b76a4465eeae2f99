//! The constraints that members declare, checked while the value is walked.

use crate::{
    constraint::{
        Constraint, Limit, Mismatch,
        arn::{self, ArnError},
    },
    facts::Kind,
    path::PathRef,
    report::{Finding, Report, Rule, Severity},
    text,
    wire::{Value, Walker},
};

/// A report, and the walker that checks the declared constraints for it.
pub(super) struct Declared(pub(super) Report);

impl Walker for Declared {
    fn visit(
        &mut self,
        at: &PathRef<'_>,
        constraint: Option<&'static Constraint>,
        value: Value<'_>,
    ) {
        match (value, constraint) {
            (Value::Absent, _) => self.absent(at),
            (Value::Enum { text, known: false }, _) => self.unknown_value(at, text),
            (_, Some(constraint)) => self.constrained(at, constraint, value),
            (_, None) => {}
        }
    }

    fn report(&mut self) -> Option<&mut Report> {
        Some(&mut self.0)
    }
}

impl Declared {
    #[cold]
    fn absent(&mut self, at: &PathRef<'_>) {
        let message = "this member is required, and absent";
        self.0.add(at, Finding::error(Rule::Required, message));
    }

    #[cold]
    fn unknown_value(&mut self, at: &PathRef<'_>, value: &str) {
        let excerpt = text::quoted_within_64(value);
        let values = known_values(at);
        let suggestion = text::similar(value, values.iter().copied());
        let known = values.join(", ");
        let message = format!("{excerpt} is not a value that this version knows; it knows {known}");
        let finding = Finding::warning(Rule::EnumValue, message).suggestion(suggestion);
        self.0.add(at, finding.value(excerpt).limit(known));
    }

    fn constrained(&mut self, at: &PathRef<'_>, constraint: &'static Constraint, value: Value<'_>) {
        let limit = constraint.limit;
        match value {
            Value::String(text) | Value::Document(text) | Value::Key(text) => {
                self.string(at, constraint, text);
            }
            Value::Integer(number) => self.integer(at, limit, number),
            Value::Double(number) => self.double(at, constraint, number),
            Value::Blob(bytes) => self.count(at, limit, Unit::Byte, bytes.len()),
            Value::List(count) | Value::Map(count) => self.count(at, limit, Unit::Entry, count),
            Value::Absent
            | Value::Boolean(_)
            | Value::Timestamp(_)
            | Value::Enum { .. }
            | Value::UnknownMember(_) => {}
        }
    }

    fn string(&mut self, at: &PathRef<'_>, constraint: &Constraint, value: &str) {
        let limit = constraint.limit;
        let fits = limit.allows_text(value);
        if !fits {
            let finding = out_of_limit(limit, Unit::Character, value.chars().count());
            self.0.add(at, finding.value(text::quoted_within_64(value)));
        } else if let Some(max) = constraint.documented.max_bytes
            && value.len() > max
        {
            self.too_many_bytes(at, max, value);
        }
        // An empty string that is too short needs no second violation.
        if value.is_empty() && limit.has_min() {
            return;
        }
        if let Some(matcher) = &constraint.matcher
            && let Err(mismatch) = matcher.check(value)
        {
            self.mismatch(at, constraint, value, mismatch);
        } else if fits {
            self.resource(at, constraint.documented.resources, value);
        }
    }

    #[cold]
    fn too_many_bytes(&mut self, at: &PathRef<'_>, max: usize, value: &str) {
        let bytes = value.len();
        let message = format!("it takes {bytes} bytes in UTF-8 (allowed: at most {max})");
        let finding = Finding::error(Rule::Bytes, message)
            .value(text::quoted_within_64(value))
            .limit(format!("at most {max} bytes"));
        self.0.add(at, finding);
    }

    #[cold]
    fn mismatch(
        &mut self,
        at: &PathRef<'_>,
        constraint: &Constraint,
        value: &str,
        mismatch: Mismatch,
    ) {
        let pattern = constraint.pattern.unwrap_or_default();
        let severity = if constraint.documented.advisory_pattern {
            Severity::Warning
        } else {
            Severity::Error
        };
        let expected = if pattern.contains(r"\p{C}") {
            format!("no control, invisible or unassigned characters are allowed ({pattern})")
        } else {
            format!("the whole has to match {pattern}")
        };
        let message = match mismatch {
            Mismatch::At(index, found) => {
                let number = index + 1;
                format!("{found:?} (character {number}) is not allowed here: {expected}")
            }
            Mismatch::TooShort if value.is_empty() => format!("it is empty: {expected}"),
            Mismatch::TooShort => format!("it ends too early: {expected}"),
        };
        let finding = Finding::new(Rule::Pattern, severity, message)
            .value(text::quoted_within_64(value))
            .limit(pattern);
        self.0.add(at, finding);
    }

    fn resource(&mut self, at: &PathRef<'_>, types: &'static [&'static str], value: &str) {
        if types.is_empty() {
            return;
        }
        let (message, limit) = match arn::check(value, types) {
            Ok(()) => return,
            Err(ArnError::Format) => {
                let forms: Vec<_> = types.iter().map(|kind| arn::form(kind)).collect();
                let forms = forms.join(" or ");
                (format!("it does not have the form {forms}"), forms)
            }
            Err(ArnError::Name(name, constraint)) => {
                let name = text::quoted_within_64(name);
                let (limit, pattern) = (constraint.limit, constraint.pattern.unwrap_or_default());
                let limit = format!("{limit} characters that match {pattern}");
                (
                    format!("its name {name} is not valid: a name has {limit}"),
                    limit,
                )
            }
        };
        let finding = Finding::error(Rule::Arn, message)
            .value(text::quoted_within_64(value))
            .limit(limit);
        self.0.add(at, finding);
    }

    // Beyond 2^53 a f64 rounds, far from any limit.
    #[allow(clippy::cast_precision_loss)]
    fn integer(&mut self, at: &PathRef<'_>, limit: Limit, number: i64) {
        if !limit.allows(number as f64) {
            self.out_of_range(at, limit, number.to_string());
        }
    }

    fn double(&mut self, at: &PathRef<'_>, constraint: &Constraint, number: f64) {
        let limit = constraint.limit;
        if !limit.allows(number) {
            self.out_of_range(at, limit, text::number(number));
        } else if let Some(decimals) = constraint.documented.decimals
            && !has_decimals(number, decimals)
        {
            let limit = format!("at most {decimals} decimals");
            let number = text::number(number);
            let message = format!("{number} has too many decimals (allowed: at most {decimals})");
            let finding = Finding::error(Rule::Decimals, message);
            self.0.add(at, finding.value(number).limit(limit));
        }
    }

    fn out_of_range(&mut self, at: &PathRef<'_>, limit: Limit, number: String) {
        let message = format!("{number} is out of range (allowed: {limit})");
        let finding = Finding::error(Rule::Range, message);
        self.0
            .add(at, finding.value(number).limit(limit.to_string()));
    }

    fn count(&mut self, at: &PathRef<'_>, limit: Limit, unit: Unit, count: usize) {
        if !limit.allows_count(count) {
            self.0.add(at, out_of_limit(limit, unit, count));
        }
    }
}

/// What the length or size of a value counts.
#[derive(Clone, Copy)]
enum Unit {
    Character,
    Byte,
    Entry,
}

impl Unit {
    const fn rule(self) -> Rule {
        match self {
            Self::Character | Self::Byte => Rule::Length,
            Self::Entry => Rule::Size,
        }
    }

    /// The word after a count or a limit that ends with it.
    const fn word(self, one: bool) -> &'static str {
        match (self, one) {
            (Self::Character, true) => "character",
            (Self::Character, false) => "characters",
            (Self::Byte, true) => "byte",
            (Self::Byte, false) => "bytes",
            (Self::Entry, true) => "entry",
            (Self::Entry, false) => "entries",
        }
    }
}

/// The finding that a length or size is not within its limit.
#[cold]
fn out_of_limit(limit: Limit, unit: Unit, count: usize) -> Finding {
    let allowed = format!("{limit} {}", unit.word(limit.ends_with_one()));
    let message = match count {
        0 => format!("it is empty (allowed: {allowed})"),
        _ => format!(
            "it has {count} {} (allowed: {limit})",
            unit.word(count == 1)
        ),
    };
    Finding::error(unit.rule(), message).limit(allowed)
}

/// Whether a number can be written with so many decimals.
fn has_decimals(number: f64, decimals: u8) -> bool {
    let scale = 10_f64.powi(decimals.into());
    // An integer divided by the scale is the same f64 as its decimal text is parsed to.
    #[allow(clippy::float_cmp)]
    let same = (number * scale).round() / scale == number;
    same
}

/// The values of the enum at a place.
fn known_values(at: &PathRef<'_>) -> &'static [&'static str] {
    let mut place = Some(at);
    while let Some(step) = place {
        if let PathRef::Member(_, member) = step {
            let mut kind = member.kind;
            loop {
                match kind {
                    Kind::List(inner) | Kind::Map(inner) => kind = *inner,
                    Kind::Enum(facts) => return facts.values,
                    Kind::String
                    | Kind::Boolean
                    | Kind::Integer
                    | Kind::Long
                    | Kind::Double
                    | Kind::Timestamp
                    | Kind::Blob
                    | Kind::LenientBoolean
                    | Kind::LenientInteger
                    | Kind::Document
                    | Kind::Structure(_) => return &[],
                }
            }
        }
        place = step.parent();
    }
    &[]
}

//! The regular expressions of a template's parameters, checked in bounded time.
//!
//! They are part of a service's answer, and a short one can describe an automaton of any size. The engine's
//! limit bounds the automaton; what it bounds is counted, together with the lengths of the values, and what
//! would exceed the limit of a call is not checked.

use regex::{Error, RegexBuilder};

use crate::{
    report::{Finding, Rule},
    text,
};

/// The maximum number of bytes of an expression: parsing it is not covered by the engine's limit.
const MAX_PATTERN_BYTES: usize = 512;

/// The maximum number of characters that are shown of an expression that is not checked.
const MAX_SHOWN: usize = 64;

/// The sizes of the automaton that are tried, in bytes.
const AUTOMATON_BYTES: [usize; 3] = [16 << 10, 128 << 10, 1 << 20];

/// The maximum work of one call, in bytes of automata times bytes of values: about a second without
/// optimizations.
const MAX_WORK: usize = 1 << 31;

/// The work of parsing a byte of an expression.
const PARSING: usize = 1 << 20;

/// The work of compiling a byte of an automaton, as bytes of a value.
const COMPILING: usize = 256;

/// The work that is left for the expressions of a call.
#[derive(Debug)]
pub(super) struct Expressions {
    left: usize,
}

impl Expressions {
    pub(super) const fn new() -> Self {
        Self { left: MAX_WORK }
    }

    /// The violation of a regular expression that the whole value must match.
    pub(super) fn mismatch(&mut self, pattern: &str, value: &str) -> Option<Finding> {
        match self.matches(pattern, value) {
            Ok(true) => None,
            Ok(false) => Some(
                Finding::error(Rule::Pattern, format!("the whole has to match {pattern}"))
                    .value(text::quoted_within_64(value))
                    .limit(pattern),
            ),
            Err(reason) => {
                let start: String = pattern.chars().take(MAX_SHOWN).collect();
                let ellipsis = if start.len() < pattern.len() {
                    "…"
                } else {
                    ""
                };
                let message = format!("not checked: {start}{ellipsis} {reason}");
                Some(Finding::warning(Rule::Pattern, message))
            }
        }
    }

    /// Whether the whole value matches, or why that is not checked.
    fn matches(&mut self, pattern: &str, value: &str) -> Result<bool, &'static str> {
        const DIALECT: &str = "is not a regular expression of this dialect";
        const LIMIT: &str = "exceeds the limits of regular expressions";

        if pattern.len() > MAX_PATTERN_BYTES {
            return Err(LIMIT);
        }
        if let Some(counts) = AnyCharacters::read(pattern) {
            return Ok(counts.matches(value));
        }
        self.spend(pattern.len(), PARSING).ok_or(LIMIT)?;
        let whole = format!(r"\A(?:{pattern})\z");
        for size in AUTOMATON_BYTES {
            self.spend(size, COMPILING).ok_or(LIMIT)?;
            match RegexBuilder::new(&whole).size_limit(size).build() {
                Ok(regex) => {
                    self.spend(size, value.len()).ok_or(LIMIT)?;
                    return Ok(regex.is_match(value));
                }
                Err(Error::CompiledTooBig(_)) => {}
                Err(_) => return Err(DIALECT),
            }
        }
        Err(LIMIT)
    }

    /// Subtracts work, if so much is left.
    fn spend(&mut self, count: usize, each: usize) -> Option<()> {
        self.left = self.left.checked_sub(count.checked_mul(each)?)?;
        Some(())
    }
}

/// `.` a number of times, as most parameters are described: `(.*?)`, `(.){0,4096}`. Its automaton would have
/// states for each of these characters.
#[derive(Clone, Copy, Debug, PartialEq)]
struct AnyCharacters {
    min: usize,
    max: usize,
}

impl AnyCharacters {
    fn read(pattern: &str) -> Option<Self> {
        let in_group = |text: &'_ str| -> Option<String> {
            let inner = text.strip_prefix('(')?.strip_suffix(')')?;
            Some(inner.to_owned())
        };
        let pattern = in_group(pattern).unwrap_or_else(|| pattern.to_owned());
        let times = pattern
            .strip_prefix("(.)")
            .or_else(|| pattern.strip_prefix('.'))?;
        let all = |min, max| Some(Self { min, max });
        match times {
            "*" | "*?" => return all(0, usize::MAX),
            "+" | "+?" => return all(1, usize::MAX),
            _ => {}
        }
        let times = times.strip_prefix('{')?.strip_suffix('}')?;
        let number = |text: &str| {
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse().ok()).flatten()
        };
        match times.split_once(',') {
            None => all(number(times)?, number(times)?),
            Some((min, "")) => all(number(min)?, usize::MAX),
            Some((min, max)) => all(number(min)?, number(max)?),
        }
    }

    fn matches(self, value: &str) -> bool {
        // The engine's `.` matches every character but a line feed.
        !value.contains('\n') && (self.min..=self.max).contains(&value.chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::{AnyCharacters, Expressions, MAX_WORK};
    use regex::Regex;

    #[test]
    fn repeated_characters_are_counted_as_the_engine_counts_them() {
        for pattern in [
            "(.*?)",
            "(.*)",
            ".*",
            ".+",
            "(.+?)",
            "(.){0,3}",
            "(.){2}",
            "((.){1,})",
            ".{1,2}",
            "(.{1,2})",
            ".{0}",
        ] {
            let counts = AnyCharacters::read(pattern).unwrap();
            let regex = Regex::new(&format!(r"\A(?:{pattern})\z")).unwrap();
            for value in ["", "a", "éé", "abc", "abcd", "\n", "a\nb", "\r"] {
                let expected = regex.is_match(value);
                assert_eq!(counts.matches(value), expected, "{pattern} {value:?}");
            }
        }
        for pattern in [
            "",
            ".",
            "a.*",
            "(.)(.)",
            "(.",
            ".)",
            ".{,3}",
            ".{a}",
            ".{1}{2}",
            ".{+1}",
            "[.]*",
            ".{1,2}?",
            ".*.*",
            "(.|a){3}",
            "(?.*)",
            ".{99999999999999999999}",
        ] {
            assert_eq!(AnyCharacters::read(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn work_is_counted_and_limited() {
        let long = "x".repeat(30_720);
        let mut expressions = Expressions::new();
        assert_eq!(expressions.matches("x+", "xx"), Ok(true));
        let simple = MAX_WORK - expressions.left;
        assert!((1..MAX_WORK / 100).contains(&simple), "{simple}");
        assert_eq!(expressions.matches("(.){0,4096}", &long), Ok(false));
        assert_eq!(MAX_WORK - expressions.left, simple);
        // An expression that does not fit leaves something for others.
        assert!(expressions.matches("(x{1000}){1000}", &long).is_err());
        assert_eq!(expressions.matches("x+", "xx"), Ok(true));
        let mut checked = 0;
        while expressions.matches("(x|y)+", &long).is_ok() {
            checked += 1;
        }
        assert!((1..10).contains(&checked), "{checked}");
        assert!(expressions.left < MAX_WORK / 2);
    }
}

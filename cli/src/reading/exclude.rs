//! The files and directories of a directory that are not read.

use std::{path::Path, str::FromStr};

use glob::{MatchOptions, Pattern, PatternError};

const OPTIONS: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: false,
};

/// A pattern of files and directories that are not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclude {
    pattern: Pattern,
    /// Whether the pattern is compared with the path from the directory, and not with the name.
    whole_path: bool,
}

impl FromStr for Exclude {
    type Err = PatternError;

    fn from_str(text: &str) -> Result<Self, PatternError> {
        let text = text.strip_prefix("./").unwrap_or(text);
        let text = text.strip_suffix('/').unwrap_or(text);
        Ok(Self {
            pattern: Pattern::new(text)?,
            whole_path: text.contains('/'),
        })
    }
}

impl Exclude {
    /// Whether a file or a directory is excluded, by its path from the directory that is read.
    pub(super) fn matches(&self, path: &Path) -> bool {
        if self.whole_path {
            return self.pattern.matches_path_with(path, OPTIONS);
        }
        let name = path.file_name().unwrap_or_default();
        self.pattern.matches_with(&name.to_string_lossy(), OPTIONS)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Exclude;

    #[test]
    fn a_pattern_is_compared_with_names_or_with_paths() {
        for (pattern, path, excluded) in [
            ("node_modules", "node_modules", true),
            ("node_modules/", "a/node_modules", true),
            ("node_modules", "a/node_modules2", false),
            ("*.tmp.json", "a/b.tmp.json", true),
            ("*.tmp.json", "a/B.TMP.JSON", false),
            (".*", "a/.vscode", true),
            ("[ab].json", "x/b.json", true),
            ("old/*.json", "old/a.json", true),
            ("./old/*.json", "old/a.json", true),
            ("old/*.json", "x/old/a.json", false),
            ("old/*.json", "old/x/a.json", false),
            ("**/old/*.json", "x/y/old/a.json", true),
            ("old/**", "old/x/y.json", true),
            ("a?/x", "ab/x", true),
        ] {
            let exclude: Exclude = pattern.parse().unwrap();
            assert_eq!(
                exclude.matches(Path::new(path)),
                excluded,
                "{pattern} {path}"
            );
        }
        assert!("a[".parse::<Exclude>().is_err());
    }
}

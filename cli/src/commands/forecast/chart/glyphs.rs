//! The characters of charts in terminals.

use std::env;

use crate::commands::forecast::picture::STATES;

/// A set of characters.
pub(super) struct Glyphs {
    states: [char; STATES.len()],
    levels: &'static [char],
}

/// Distinguishable without colors.
const UNICODE: Glyphs = Glyphs {
    states: ['█', 'x', 'R', 'T', '-', '▒', '░'],
    levels: &[' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
};

const ASCII: Glyphs = Glyphs {
    states: ['#', 'x', 'R', 'T', '-', 'o', '.'],
    levels: &[' ', '.', ':', '-', '=', '+', '*', '#'],
};

impl Glyphs {
    /// Those that the terminal shows.
    pub(super) fn of_environment() -> Self {
        let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        // The first variable that is set is the one that applies.
        let names = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter();
        let mut locales = names
            .filter_map(env::var_os)
            .filter(|locale| !locale.is_empty());
        let is_utf8 = locales.next().is_some_and(|locale| {
            let locale = locale.to_string_lossy().to_ascii_lowercase();
            locale.ends_with("utf-8") || locale.ends_with("utf8")
        });
        // Windows has no locale variables, and its terminals show Unicode.
        if !is_dumb && (is_utf8 || cfg!(windows)) {
            UNICODE
        } else {
            ASCII
        }
    }

    /// A character for each state.
    pub(super) fn states(&self) -> [char; STATES.len()] {
        self.states
    }

    /// A character as high as a share of the most; above zero it is visible.
    pub(super) fn level(&self, number: u32, most: u32) -> char {
        let last = u64::try_from(self.levels.len().saturating_sub(1)).unwrap_or_default();
        let level = (u64::from(number) * last).div_ceil(u64::from(most.max(1)));
        let level = usize::try_from(level)
            .ok()
            .and_then(|level| self.levels.get(level));
        level.copied().unwrap_or(' ')
    }
}

//! The end of what a process writes.

use std::{
    io::{BufRead, BufReader, Read},
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use regex::Regex;

/// How much is kept, at most the length of a status detail.
const MOST: usize = 1024;

/// The number of lines that were written, and the end of the text.
#[derive(Debug, Default)]
pub(crate) struct Tail {
    line_ends: u64,
    text: String,
    is_complete: bool,
}

/// A tail that another thread reads.
pub(crate) struct Reading(Arc<Mutex<Tail>>);

impl Tail {
    /// Reads a pipe in another thread.
    pub(crate) fn read(pipe: impl Read + Send + 'static) -> Reading {
        let reading = Reading(Arc::default());
        let shared = Reading(Arc::clone(&reading.0));
        thread::spawn(move || {
            let mut pipe = BufReader::new(pipe);
            let mut bytes = Vec::new();
            // A line may be of any length.
            while let Ok(1..) = (&mut pipe).take(8192).read_until(b'\n', &mut bytes) {
                shared.lock().add(&bytes);
                bytes.clear();
            }
            shared.lock().is_complete = true;
        });
        reading
    }

    fn add(&mut self, bytes: &[u8]) {
        self.line_ends += u64::from(bytes.ends_with(b"\n"));
        self.text.push_str(&String::from_utf8_lossy(bytes));
        let excess = self.text.len().saturating_sub(MOST);
        let start = (excess..=self.text.len()).find(|at| self.text.is_char_boundary(*at));
        self.text.drain(..start.unwrap_or_default());
    }

    pub(crate) fn lines(&self) -> u64 {
        let is_open = !self.text.is_empty() && !self.text.ends_with('\n');
        self.line_ends + u64::from(is_open)
    }

    /// The text as the value of a status detail, which has no line breaks; `None` if there is no text.
    pub(crate) fn detail(&self) -> Option<String> {
        detail(&self.text)
    }
}

impl Reading {
    /// What was read; a process in the background may keep the pipe open after its parent has ended.
    pub(crate) fn wait(self) -> Tail {
        let started = Instant::now();
        while !self.lock().is_complete && started.elapsed() < Duration::from_secs(1) {
            thread::sleep(Duration::from_millis(5));
        }
        mem::take(&mut *self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, Tail> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A text as the value of a status detail, which has no control and format characters and at most 1024 characters;
/// `None` if it would be empty.
pub(crate) fn detail(text: &str) -> Option<String> {
    let excluded = Regex::new(r"[\s\p{C}]+").ok()?;
    let text = excluded.replace_all(text, " ");
    let detail: String = text.trim().chars().take(MOST).collect();
    (!detail.is_empty()).then_some(detail)
}

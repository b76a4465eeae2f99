//! Where the picture of a forecast is written.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::reading::Source;

/// Where the picture of a forecast is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlotTarget {
    /// Standard output, instead of the table.
    Stdout,
    /// A file.
    File(PathBuf),
}

impl PlotTarget {
    /// The target of a path; `-` is standard output.
    pub fn new(path: PathBuf) -> Result<Self, String> {
        if path.as_os_str() == "-" {
            return Ok(Self::Stdout);
        }
        let is_svg = path
            .extension()
            .is_some_and(|suffix| suffix.eq_ignore_ascii_case("svg"));
        if is_svg {
            return Ok(Self::File(path));
        }
        Err("pictures are SVG: the name of the file has to end with .svg".to_owned())
    }

    /// Whether writing the picture would overwrite this input.
    pub fn is_input(&self, input: &Source) -> bool {
        let canonical = |path: &Path| fs::canonicalize(path).ok();
        match (self, input) {
            (Self::File(file), Source::Path(input)) => {
                let file = canonical(file);
                file.is_some() && file == canonical(input)
            }
            _ => false,
        }
    }

    /// Writes the picture.
    pub(super) fn write(&self, svg: &str) -> io::Result<()> {
        match self {
            Self::Stdout => {
                let mut out = io::stdout().lock();
                out.write_all(svg.as_bytes())?;
                out.flush()
            }
            Self::File(path) => fs::write(path, svg),
        }
    }
}

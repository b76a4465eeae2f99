//! The folder of the handlers that job documents may run.

use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

/// The folder of the handlers, without symbolic links.
pub(crate) struct Handlers(PathBuf);

impl Handlers {
    pub(crate) fn new(folder: impl AsRef<Path>) -> io::Result<Self> {
        fs::canonicalize(folder).map(Self)
    }

    /// The file of a handler: one in the folder, which only its owner may change.
    pub(crate) fn find(&self, folder: Option<&str>, handler: &str) -> Result<PathBuf, String> {
        let folder = folder.filter(|folder| !matches!(*folder, "" | "default"));
        let file = self.0.join(folder.unwrap_or_default()).join(handler);
        let file = fs::canonicalize(file).map_err(|error| format!("handler {handler}: {error}"))?;
        let Ok(inside) = file.strip_prefix(&self.0) else {
            return Err(format!(
                "handler {handler}: it is not in the handler folder"
            ));
        };
        for at in inside.ancestors() {
            let metadata = fs::metadata(self.0.join(at)).map_err(|error| error.to_string())?;
            let owner = metadata.uid();
            let is_trusted = owner == 0 || owner == rustix::process::geteuid().as_raw();
            if !is_trusted || metadata.mode() & 0o022 != 0 {
                let at = self.0.join(at);
                return Err(format!("{}: other users may change it", at.display()));
            }
        }
        let metadata = fs::metadata(&file).map_err(|error| error.to_string())?;
        if !metadata.is_file() || metadata.mode() & 0o100 == 0 {
            return Err(format!("handler {handler}: it is not an executable file"));
        }
        Ok(file)
    }
}

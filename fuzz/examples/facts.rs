//! `cargo run --example facts write` writes the dictionary and the seeds, `cargo run --example facts check` compares them with what is
//! there.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use iot_jobs_fuzz::{seeds, wire_dict};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn main() -> ExitCode {
    let mut files = BTreeMap::new();
    files.insert(
        Path::new(ROOT).join("wire.dict"),
        wire_dict::text().into_bytes(),
    );
    let corpora = Path::new(ROOT).join("corpus-seeds");
    for (target, name, bytes) in seeds::all() {
        files.insert(corpora.join(target).join(name), bytes);
    }
    match std::env::args().nth(1).as_deref() {
        Some("write") => write(&corpora, &files),
        Some("check") => check(&corpora, &files),
        _ => {
            eprintln!("usage: cargo run --example facts write|check");
            ExitCode::FAILURE
        }
    }
}

fn write(corpora: &Path, files: &BTreeMap<PathBuf, Vec<u8>>) -> ExitCode {
    for path in there(corpora) {
        fs::remove_file(path).expect("a seed can be removed");
    }
    for (path, bytes) in files {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("a seed can be written");
    }
    println!("{} files", files.len());
    ExitCode::SUCCESS
}

fn check(corpora: &Path, files: &BTreeMap<PathBuf, Vec<u8>>) -> ExitCode {
    let mut stale: Vec<_> = there(corpora);
    stale.retain(|path| !files.contains_key(path));
    stale.extend(files.iter().filter_map(|(path, bytes)| {
        let same = fs::read(path).is_ok_and(|found| found == *bytes);
        (!same).then(|| path.clone())
    }));
    for path in &stale {
        eprintln!("out of date: {}", path.display());
    }
    ExitCode::from(u8::from(!stale.is_empty()))
}

/// The seeds that are there.
fn there(corpora: &Path) -> Vec<PathBuf> {
    let folders = fs::read_dir(corpora).into_iter().flatten().flatten();
    let files = folders.flat_map(|folder| fs::read_dir(folder.path()).into_iter().flatten());
    files.flatten().map(|file| file.path()).collect()
}

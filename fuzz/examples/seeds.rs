//! Writes the seed corpora and the dictionary: `cargo run --example seeds -- DIR`.
//!
//! A target's seeds go to `DIR/TARGET`, the dictionary to `DIR/wire.dict`.

use std::{env, fs, io, path::Path, process::ExitCode};

use iot_jobs_fuzz::{dictionary, seeds};

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let (Some(folder), None) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: cargo run --example seeds -- DIR");
        return ExitCode::from(2);
    };
    let folder = Path::new(&folder);
    match write(folder) {
        Ok(count) => {
            println!("{count} seeds in {}", folder.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

/// Writes every file and returns the number of seeds.
fn write(folder: &Path) -> io::Result<usize> {
    let seeds = seeds::all();
    for (target, name, bytes) in &seeds {
        let corpus = folder.join(target);
        fs::create_dir_all(&corpus)?;
        fs::write(corpus.join(name), bytes)?;
    }
    fs::write(folder.join("wire.dict"), dictionary::text())?;
    Ok(seeds.len())
}

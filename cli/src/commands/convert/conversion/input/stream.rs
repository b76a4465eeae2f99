//! The text of a file: decompressed, with the number of bytes that were read.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    sync::atomic::{AtomicU64, Ordering},
};

use zstd::Decoder;

use super::gzip::GzipReader;
use crate::reading::Source;

/// How much is read from a file at once.
const BUFFER_BYTES: usize = 1 << 17;

/// Opens a file, whose bytes are counted before they are decompressed.
pub(super) fn open<'c>(source: &Source, count: &'c AtomicU64) -> io::Result<Box<dyn BufRead + 'c>> {
    let file: Box<dyn Read> = match source {
        Source::Stdin => Box::new(io::stdin().lock()),
        Source::Path(path) => Box::new(File::open(path)?),
    };
    without_mark(text(Counted { file, count })?)
}

/// The text without a byte order mark at its start.
fn without_mark<'r>(mut text: Box<dyn BufRead + 'r>) -> io::Result<Box<dyn BufRead + 'r>> {
    let mut first = Vec::new();
    text.by_ref().take(3).read_to_end(&mut first)?;
    match first[..] {
        [0xef, 0xbb, 0xbf] => Ok(text),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            Err(io::Error::other("it is UTF-16; convert it to UTF-8"))
        }
        _ => Ok(Box::new(io::Cursor::new(first).chain(text))),
    }
}

/// The text of bytes that may be compressed, which the first of them say.
fn text<'r>(bytes: impl Read + 'r) -> io::Result<Box<dyn BufRead + 'r>> {
    let mut bytes = BufReader::with_capacity(BUFFER_BYTES, bytes);
    let mut first = Vec::new();
    bytes.by_ref().take(4).read_to_end(&mut first)?;
    let is_gzip = first.starts_with(&[0x1f, 0x8b]);
    let is_zstd = match first[..] {
        [0x28, 0xb5, 0x2f, 0xfd] => true,
        // A frame that decoders skip, which `pzstd` writes before each frame.
        [kind, 0x2a, 0x4d, 0x18] => kind & 0xf0 == 0x50,
        _ => false,
    };
    let bytes = io::Cursor::new(first).chain(bytes);
    let (format, decoder): (_, Box<dyn Read + 'r>) = if is_gzip {
        ("gzip", Box::new(GzipReader::new(bytes)))
    } else if is_zstd {
        ("zstd", Box::new(Decoder::with_buffer(bytes)?))
    } else {
        return Ok(Box::new(bytes));
    };
    let text = Decompressed {
        decoder,
        format,
        bytes: 0,
    };
    Ok(Box::new(BufReader::with_capacity(BUFFER_BYTES, text)))
}

/// Counts what is read.
struct Counted<'c, R> {
    file: R,
    count: &'c AtomicU64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        let bytes = u64::try_from(read).unwrap_or_default();
        self.count.fetch_add(bytes, Ordering::Relaxed);
        Ok(read)
    }
}

/// A decoder whose errors say the format and how much text there was before.
struct Decompressed<'r> {
    decoder: Box<dyn Read + 'r>,
    format: &'static str,
    bytes: u64,
}

impl Read for Decompressed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match self.decoder.read(buffer) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(error),
            Err(error) => {
                let (format, bytes) = (self.format, self.bytes);
                let reason = match error.kind() {
                    io::ErrorKind::UnexpectedEof => "ends too early".to_owned(),
                    _ => format!("is invalid ({error})"),
                };
                let message = format!("the {format} stream {reason}, after {bytes} bytes of text");
                return Err(io::Error::other(message));
            }
        };
        self.bytes += u64::try_from(read).unwrap_or_default();
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};

    use super::text;

    fn gzip(text: &str) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn compression_is_found_by_the_first_bytes() {
        let zstd = |text: &str| zstd::encode_all(text.as_bytes(), 1).unwrap();
        let skippable = |kind| [&[kind, 0x2a, 0x4d, 0x18, 3, 0, 0, 0][..], b"abc"].concat();
        let long = "x".repeat(300_000);
        let cut = |mut bytes: Vec<u8>| {
            bytes.truncate(bytes.len() - 3);
            bytes
        };
        for (bytes, expected) in [
            (Vec::new(), Ok("")),
            (b"{}".to_vec(), Ok("{}")),
            (b"{}\n{}\n".to_vec(), Ok("{}\n{}\n")),
            (gzip("{}"), Ok("{}")),
            (gzip(""), Ok("")),
            ([gzip("{}"), gzip("[]")].concat(), Ok("{}[]")),
            (zstd("{}"), Ok("{}")),
            ([zstd("{}"), zstd("[]")].concat(), Ok("{}[]")),
            (skippable(0x50), Ok("")),
            ([skippable(0x5f), zstd("{}")].concat(), Ok("{}")),
            (
                [
                    skippable(0x50),
                    zstd("{}"),
                    skippable(0x5a),
                    zstd("[]"),
                    skippable(0x50),
                ]
                .concat(),
                Ok("{}[]"),
            ),
            ([gzip("{}"), vec![0; 300_000]].concat(), Ok("{}")),
            (
                [gzip("{}"), vec![0; 3], gzip("[]")].concat(),
                Err(
                    "the gzip stream is invalid (data after the zeros at its end), after 2 bytes of text",
                ),
            ),
            (gzip(&long), Ok(long.as_str())),
            (zstd(&long), Ok(&long)),
            (
                [gzip("{}"), gzip("[]")[..5].to_vec()].concat(),
                Err("the gzip stream ends too early, after 2 bytes of text"),
            ),
            (
                cut(gzip("{}")),
                Err("the gzip stream ends too early, after 2 bytes of text"),
            ),
            (
                cut(zstd("{}")),
                Err("the zstd stream ends too early, after 0 bytes of text"),
            ),
            (
                [gzip("{}"), b"xxxxxxxxxxxxxxxx".to_vec()].concat(),
                Err("the gzip stream is invalid (data after its end), after 2 bytes of text"),
            ),
            (
                [gzip("{}"), b"xxxxxxxx".to_vec()].concat(),
                Err("the gzip stream is invalid (data after its end), after 2 bytes of text"),
            ),
        ] {
            let mut read = String::new();
            let result = text(&bytes[..]).and_then(|mut text| text.read_to_string(&mut read));
            let result = result
                .map(|_| read.as_str())
                .map_err(|error| error.to_string());
            assert_eq!(result, expected.map_err(str::to_owned));
        }
    }
}

//! The members of a gzip file.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;

/// The first byte of a member.
const MEMBER_START: u8 = 0x1f;

/// Decodes all members of a gzip file. Zeros after the last are ignored, as `gzip` does.
pub(super) struct GzipReader<R> {
    /// The current member; `None` after the last.
    member: Option<GzDecoder<R>>,
}

impl<R: BufRead> GzipReader<R> {
    pub(super) fn new(bytes: R) -> Self {
        Self {
            member: Some(GzDecoder::new(bytes)),
        }
    }
}

impl<R: BufRead> Read for GzipReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(member) = &mut self.member {
            let read = member.read(buffer)?;
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            if is_at_end(member.get_mut())? {
                self.member = None;
            } else if let Some(member) = self.member.take() {
                self.member = Some(GzDecoder::new(member.into_inner()));
            }
        }
        Ok(0)
    }
}

/// Whether there is no further member; zeros are read up to the end.
fn is_at_end(bytes: &mut impl BufRead) -> io::Result<bool> {
    let mut is_padded = false;
    loop {
        let filled = bytes.fill_buf()?;
        if filled.is_empty() {
            return Ok(true);
        }
        let zeros = filled.iter().take_while(|byte| **byte == 0).count();
        is_padded |= zeros > 0;
        if let Some(byte) = filled.get(zeros) {
            // Otherwise data that is shorter than a header would be reported as a member that ends too early.
            return match *byte {
                _ if is_padded => Err(io::Error::other("data after the zeros at its end")),
                MEMBER_START => Ok(false),
                _ => Err(io::Error::other("data after its end")),
            };
        }
        bytes.consume(zeros);
    }
}

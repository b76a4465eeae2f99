//! What must hold for newline-delimited JSON.

use std::io::BufReader;

use iot_jobs::{codec, types::JobSummary};

/// Compares the reader with lines that are split and decoded one by one.
pub fn judge(data: &[u8], cap: usize, piece: usize) {
    let reader = BufReader::with_capacity(piece, data);
    let mut lines = codec::lines::<JobSummary, _>(reader).cap(cap);
    let mut ended = data.split(|byte| *byte == b'\n').collect::<Vec<_>>();
    // What stands behind the last end of a line is a line only if there is something.
    if ended.last().is_some_and(|last| last.is_empty()) {
        ended.pop();
    }
    for (index, line) in ended.iter().enumerate() {
        if line.len() > cap {
            let error = lines.next().expect("an item").expect_err("too long a line");
            assert!(error.is_limit());
            assert_eq!(error.line(), Some(index + 1));
        } else if !line.trim_ascii().is_empty() {
            let item = lines.next().expect("an item");
            match codec::from_slice::<JobSummary>(line) {
                Ok(value) => assert_eq!(item.expect("a line that decodes alone"), value),
                Err(alone) => {
                    let error = item.expect_err("a line that does not decode alone");
                    assert_eq!(error.line(), Some(index + 1));
                    assert_eq!(error.column(), alone.column());
                    assert_eq!(
                        (error.path(), error.message()),
                        (alone.path(), alone.message())
                    );
                }
            }
        }
        assert!(lines.line_number() <= index + 1);
    }
    assert!(lines.next().is_none());
    assert_eq!(lines.line_number(), ended.len());
}

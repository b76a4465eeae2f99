//! Tokens that tie an answer to its request.

use std::hash::{BuildHasher, Hasher, RandomState};

/// A token of 32 hexadecimal digits that no other request has.
///
/// Its source is the random seed that the standard library gives to its hash maps, so it is unique
/// but no secret: it ties an answer to its request and must not stand for who sent it.
///
/// ```
/// use iot_jobs::device::message::{
///     GetPendingJobExecutionsRequest, GetPendingJobExecutionsResponse, client_token,
/// };
///
/// let token = client_token();
/// let request = GetPendingJobExecutionsRequest::builder().client_token(&token).build();
/// let answer = GetPendingJobExecutionsResponse::builder().client_token(&token).build();
/// assert_eq!(answer.client_token(), request.client_token());
/// ```
pub fn client_token() -> String {
    let half = || {
        let mut hasher = RandomState::new().build_hasher();
        // A forked process starts with the seed of its parent.
        hasher.write_u32(std::process::id());
        hasher.finish()
    };
    format!("{:016x}{:016x}", half(), half())
}

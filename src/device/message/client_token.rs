//! Tokens that match a response to its request.

use std::hash::{BuildHasher, Hasher, RandomState};

/// A unique token of 32 hexadecimal digits for a request.
///
/// It is derived from the random seed of the standard library's hash maps: suitable for matching a
/// response to its request, not for authentication.
///
/// ```
/// use iot_jobs::device::message::{
///     GetPendingJobExecutionsRequest, GetPendingJobExecutionsResponse, client_token,
/// };
///
/// let token = client_token();
/// let request = GetPendingJobExecutionsRequest::builder().client_token(&token).build();
/// let response = GetPendingJobExecutionsResponse::builder().client_token(&token).build();
/// assert_eq!(response.client_token(), request.client_token());
/// ```
pub fn client_token() -> String {
    let half = || {
        let mut hasher = RandomState::new().build_hasher();
        // A forked process inherits the seed of its parent.
        hasher.write_u32(std::process::id());
        hasher.finish()
    };
    format!("{:016x}{:016x}", half(), half())
}

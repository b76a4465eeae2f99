//! A request as a line for a POSIX shell.

use std::fmt::Write;

use iot_jobs::operation::Entry;

/// What differs between the planes: the host, and the name that requests are signed for.
struct Endpoint {
    host: &'static str,
    signing_name: &'static str,
}

const CONTROL: Endpoint = Endpoint {
    host: "iot.$AWS_REGION.amazonaws.com",
    signing_name: "iot",
};
const DEVICE: Endpoint = Endpoint {
    host: "data.jobs.iot.$AWS_REGION.amazonaws.com",
    signing_name: "iot-jobs-data",
};

/// The line that sends the request of an operation; the environment holds region and credentials.
pub(super) fn line(operation: &Entry, request: &http::Request<Vec<u8>>, body: &str) -> String {
    let Endpoint { host, signing_name } = if operation.name().starts_with("device.") {
        DEVICE
    } else {
        CONTROL
    };
    let mut line = format!(
        "curl --request {} --aws-sigv4 \"aws:amz:$AWS_REGION:{signing_name}\" \
         --user \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\" \
         --header \"x-amz-security-token: $AWS_SESSION_TOKEN\"",
        request.method(),
    );
    // Writing to a String does not fail.
    for (name, value) in request.headers() {
        let header = format!("{name}: {}", String::from_utf8_lossy(value.as_bytes()));
        let _ = write!(line, " --header {}", quoted(&header));
    }
    if !body.is_empty() {
        let _ = write!(line, " --data-raw {}", quoted(body));
    }
    let target = quoted(&request.uri().to_string());
    let _ = write!(line, " \"https://{host}\"{target}");
    line
}

/// A text in single quotes, between which the shell takes every other character as it is.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

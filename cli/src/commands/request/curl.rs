//! A request as a command line for a POSIX shell.

use std::fmt::Write;

use iot_jobs::catalog::OperationEntry;

/// The host of a plane, and the service name in its signatures.
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

/// The command line that sends a request, with region and credentials from the environment.
pub(super) fn command_line(
    operation: OperationEntry,
    request: &http::Request<Vec<u8>>,
    body: &str,
) -> String {
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

/// A text in single quotes, in which the shell replaces nothing.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

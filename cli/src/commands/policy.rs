//! `iot-jobs policy`: the AWS IoT policy of a device that runs jobs.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use iot_jobs::device::policy::Policy;

/// The options of `iot-jobs policy`.
pub struct PolicyOptions {
    /// The policy.
    pub policy: Policy,
}

/// Writes the policy, and on standard error if it is too large for the service.
pub fn run(options: &PolicyOptions) -> io::Result<()> {
    const WARNING: Style = AnsiColor::Yellow.on_default().bold();
    let policy = &options.policy;
    let mut out = io::stdout().lock();
    writeln!(out, "{policy}")?;
    out.flush()?;
    let (size, max) = (policy.size(), Policy::MAX_SIZE);
    if size > max {
        // If standard error is closed, there is no other place to print it to.
        let _ = writeln!(
            anstream::stderr(),
            "{WARNING}warning:{WARNING:#} the policy has {size} characters without white space, and AWS IoT accepts at \
             most {max}: leave out --region and --account, or name fewer namespaces"
        );
    }
    Ok(())
}

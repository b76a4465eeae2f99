//! The command `iot-jobs`.

use std::process::ExitCode;

fn main() -> ExitCode {
    iot_jobs_cli::run(std::env::args_os())
}

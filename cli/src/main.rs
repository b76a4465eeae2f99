//! The command `iot-jobs`.
fn main() {}

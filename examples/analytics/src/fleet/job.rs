//! The jobs of the invented fleet.

/// A job, and what its executions are like.
pub(super) struct Job {
    pub(super) id: &'static str,
    /// The hours from the start of the first job to that of this one.
    pub(super) start_hours: i64,
    /// The hours over which its executions are queued.
    pub(super) rollout_hours: i64,
    /// The typical work of a device.
    pub(super) work_seconds: i64,
    /// How many of a million executions fail, outside of busy hours.
    pub(super) failures: u32,
}

/// The last two are not over at the time of the export.
pub(super) const JOBS: [Job; 12] = [
    job("firmware-4-0-0", 0, 60, 400, 30_000),
    job("firmware-4-0-1", 70, 48, 420, 12_000),
    job("firmware-4-1-0", 180, 72, 500, 45_000),
    job("certificates-2026", 20, 30, 8, 4_000),
    job("configuration-eu-17", 30, 10, 3, 1_500),
    job("configuration-eu-18", 55, 10, 3, 90_000),
    job("configuration-eu-19", 66, 10, 3, 1_500),
    job("reboot-march", 100, 6, 90, 8_000),
    job("logs-upload", 120, 100, 150, 20_000),
    job("agent-2-3", 210, 50, 60, 10_000),
    job("agent-2-4", 290, 90, 60, 25_000),
    job("firmware-4-1-1", 310, 96, 480, 18_000),
];

const fn job(
    id: &'static str,
    start_hours: i64,
    rollout_hours: i64,
    work_seconds: i64,
    failures: u32,
) -> Job {
    Job {
        id,
        start_hours,
        rollout_hours,
        work_seconds,
        failures,
    }
}

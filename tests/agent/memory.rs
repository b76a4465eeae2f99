//! What an agent allocates.

use std::time::Duration;

use allocation_counter::measure;
use iot_jobs::device::agent::Agent;
use serde_json::json;

use crate::script::{Script, config, execution};

#[test]
fn an_idle_agent_allocates_nothing() {
    let mut idle = Script::connected(config(), None);
    idle.accept(&json!({}));
    let mut running = Script::running(config().step_timeout(60));
    for script in [&mut idle, &mut running] {
        let allocated = measure(|| {
            for _ in 0..1_000 {
                script.now += 100;
                script.agent.time(Duration::from_millis(script.now));
                assert!(script.agent.poll_output().is_none());
                assert!(script.agent.next_timeout() > Some(Duration::from_millis(script.now)));
            }
        });
        assert_eq!(allocated.count_total, 0);
    }
}

#[test]
fn an_agent_with_one_execution_takes_less_than_10_kb() {
    let mut running = None;
    let allocated = measure(|| {
        let mut script = Script::connected(config(), None);
        // The document is not kept.
        let mut queued = execution("QUEUED", 1);
        queued["jobDocument"] = json!({"text": "x".repeat(30_000)});
        script.accept(&json!({"execution": queued}));
        script.accept(&json!({"executionState": {"status": "IN_PROGRESS", "versionNumber": 2}}));
        running = Some(script.agent);
    });
    assert_eq!(running.unwrap().running().count(), 1);
    let kept = usize::try_from(allocated.bytes_current).unwrap() + size_of::<Agent>();
    println!("an agent with one execution: {kept} bytes");
    assert!((500..10_000).contains(&kept), "{kept} bytes");
}

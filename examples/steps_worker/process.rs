//! Runs a process until it ends, takes too long or is stopped.

use std::{
    io,
    os::unix::process::CommandExt,
    process::{Child, Command, ExitStatus, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};

use super::tail::{Reading, Tail};

/// The interval at which the process is checked.
const TICK: Duration = Duration::from_millis(20);
/// The time that the processes of a step have to end themselves.
const GRACE: Duration = Duration::from_secs(2);

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Exited(ExitStatus),
    TimedOut,
    Stopped,
}

/// How a process ended, and what it wrote.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) end: End,
    pub(crate) output: Tail,
    pub(crate) errors: Tail,
}

/// Runs a command in a process group of its own, so that the processes that it starts are stopped with it.
pub(crate) fn run(
    command: &mut Command,
    timeout: Duration,
    is_stopped: &AtomicBool,
) -> io::Result<Outcome> {
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.process_group(0).spawn()?;
    let output = child.stdout.take().map(Tail::read);
    let errors = child.stderr.take().map(Tail::read);
    let started = Instant::now();
    let end = loop {
        if let Some(status) = child.try_wait()? {
            break End::Exited(status);
        }
        let end = if is_stopped.load(Ordering::Relaxed) {
            End::Stopped
        } else if started.elapsed() >= timeout {
            End::TimedOut
        } else {
            thread::sleep(TICK);
            continue;
        };
        stop(&mut child)?;
        break end;
    };
    Ok(Outcome {
        end,
        output: output.map(Reading::wait).unwrap_or_default(),
        errors: errors.map(Reading::wait).unwrap_or_default(),
    })
}

/// Ends a process and those of its group.
fn stop(child: &mut Child) -> io::Result<()> {
    let group = Pid::from_child(child);
    // It fails if no process is left, or if all are of other users.
    let mut is_left = kill_process_group(group, Signal::TERM).is_ok();
    let asked = Instant::now();
    while is_left && asked.elapsed() < GRACE {
        thread::sleep(TICK);
        // A process that has ended is of the group until its status is read.
        child.try_wait()?;
        is_left = test_kill_process_group(group).is_ok();
    }
    let _ = kill_process_group(group, Signal::KILL);
    while child.try_wait()?.is_none() && asked.elapsed() < 2 * GRACE {
        thread::sleep(TICK);
    }
    Ok(())
}

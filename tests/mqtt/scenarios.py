"""Runs jobs with an agent, checks their states with boto3, and counts how many times each was started."""

import json
import time

from waiting import wait_for

THING = "lamp"


class Run:
    """One service, one thing, one agent."""

    def __init__(self, service, agent, proxy, thing_arn, with_faults):
        self.agent, self.proxy, self.thing_arn = agent, proxy, thing_arn
        # Responses may be lost and connections cut, so that only the states and the starts are the same in each run.
        self.with_faults = with_faults
        self.iot = service.client("iot")
        self.jobs_data = service.client("iot-jobs-data")

    def create(self, job, **document):
        self.iot.create_job(jobId=job, targets=[self.thing_arn], document=json.dumps(document))

    def status(self, job):
        response = self.iot.describe_job_execution(jobId=job, thingName=THING)
        return response["execution"]["status"]

    def wait_for_status(self, job, status):
        ends = {"SUCCEEDED", "FAILED", "REJECTED", "CANCELED", "TIMED_OUT", "REMOVED"}

        def reached():
            found = self.status(job)
            assert found == status or found not in ends, f"{job} is {found}, not {status}"
            return found == status

        wait_for(f"{job} to be {status}", reached)

    def assert_started(self, job, times):
        started = self.agent.count(f"started {job}")
        assert started == times, f"{job} was started {started} times, not {times}"


def several_queued_jobs(run):
    """All are created before the agent starts, so its first request returns them."""
    jobs = [f"queued-{number}" for number in range(3)]
    for job in jobs:
        run.create(job, action="succeed")
    run.agent.start()
    for job in jobs:
        run.wait_for_status(job, "SUCCEEDED")
        run.assert_started(job, 1)
        assert run.iot.describe_job(jobId=job)["job"]["status"] == "COMPLETED"


def a_job_that_fails(run):
    run.create("fails", action="fail", steps=2)
    run.wait_for_status("fails", "FAILED")
    run.assert_started("fails", 1)


def a_job_that_is_rejected(run):
    run.create("rejected", action="dance")
    run.wait_for_status("rejected", "REJECTED")
    run.assert_started("rejected", 0)


def a_job_canceled_in_progress(run):
    run.create("canceled", action="succeed", steps=1000)
    run.agent.wait_for_line("started canceled")
    run.iot.cancel_job(jobId="canceled", force=True)
    # The agent must stop its work, or this one would never start.
    run.create("after-canceled", action="succeed")
    run.wait_for_status("after-canceled", "SUCCEEDED")
    assert run.status("canceled") == "CANCELED"
    run.assert_started("canceled", 1)


def an_update_by_another_client(run):
    run.create("mismatch", action="succeed", steps=8)
    run.agent.wait_for_line("started mismatch")
    run.jobs_data.update_job_execution(
        jobId="mismatch", thingName=THING, status="IN_PROGRESS", statusDetails={"by": "operator"}
    )
    if not run.with_faults:
        run.agent.wait_for_line("rejected mismatch Some(VersionMismatch)")
    run.wait_for_status("mismatch", "SUCCEEDED")
    run.assert_started("mismatch", 1)


def the_agent_killed_and_restarted(run):
    run.create("killed", action="succeed", steps=8)
    # The first step.
    run.agent.wait_for_line("started killed" if run.with_faults else "reported killed IN_PROGRESS")
    run.agent.kill()
    assert run.status("killed") == "IN_PROGRESS"
    run.create("after-killed", action="succeed")
    run.agent.start()
    run.agent.wait_for_line("resumed killed")
    for job in ("killed", "after-killed"):
        run.wait_for_status(job, "SUCCEEDED")
        run.assert_started(job, 1)
    if run.with_faults:
        return
    # Eight steps, of which the last is the end; the report of the step during which it was killed may be missing.
    reports = run.agent.count("reported killed IN_PROGRESS")
    assert reports in (6, 7), f"{reports} reports: the steps before the restart were repeated"


def a_lost_connection(run):
    run.create("cut", action="succeed", steps=8)
    run.agent.wait_for_line("started cut")
    cut = run.proxy.cut()
    assert run.with_faults or cut == 2, f"{cut} connections were cut"
    wait_for("the agent to detect the lost connection", lambda: run.agent.count_of("offline: "))
    run.wait_for_status("cut", "SUCCEEDED")
    run.assert_started("cut", 1)


def many_jobs(run):
    jobs = [f"many-{number}" for number in range(8)]
    for job in jobs:
        run.create(job, action="succeed", steps=2)
    for job in jobs:
        run.wait_for_status(job, "SUCCEEDED")
        run.assert_started(job, 1)


def late_notifications(run):
    """Notifications of an execution that has ended, and of one that does not exist."""
    rejected = run.agent.count_of("rejected cut")
    for job in ("cut", "deleted"):
        execution = {
            "jobId": job,
            "status": "QUEUED",
            "versionNumber": 1,
            "executionNumber": 1,
            "jobDocument": {"action": "succeed"},
        }
        payload = {"timestamp": int(time.time()), "execution": execution}
        topic = f"$aws/things/{THING}/jobs/notify-next"
        assert run.proxy.publish(topic, json.dumps(payload).encode()) == 1
    # The agent tries to start the unknown execution, so it has received both notifications.
    run.agent.wait_for_line("rejected deleted Some(ResourceNotFound)")
    run.assert_started("deleted", 0)
    assert run.agent.count_of("rejected cut") == rejected
    run.create("after-late", action="succeed")
    run.wait_for_status("after-late", "SUCCEEDED")
    run.assert_started("cut", 1)


def a_document_of_steps(run):
    run.agent.start()
    handler = {"handler": "greet.sh", "args": ["world"], "path": "default"}
    command = {"command": "sh,-c,exit 2"}
    steps = [
        {"action": {"name": "Fail", "type": "runCommand", "input": command, "ignoreStepFailure": "true"}},
        {"action": {"name": "Greet", "type": "runHandler", "input": handler}},
    ]
    run.create("steps", version="1.0", includeStdOut="true", steps=steps)
    run.wait_for_status("steps", "SUCCEEDED")
    run.assert_started("steps", 1)
    execution = run.iot.describe_job_execution(jobId="steps", thingName=THING)["execution"]
    details = execution["statusDetails"]["detailsMap"]
    expected = {"step": "Greet", "stepsDone": "2", "stdout": "Hello, world"}
    assert details == expected, details


def a_canceled_document_of_steps(run):
    command = {"command": "sleep,1000"}
    step = {"action": {"name": "Sleep", "type": "runCommand", "input": command}}
    run.create("sleep", version="1.0", steps=[step])
    run.agent.wait_for_line("started sleep")
    run.iot.cancel_job(jobId="sleep", force=True)
    wait_for("the worker to stop", lambda: run.agent.count_of("stopped sleep "))


WITHOUT_FAULTS = [
    several_queued_jobs,
    a_job_that_fails,
    a_job_that_is_rejected,
    a_job_canceled_in_progress,
    an_update_by_another_client,
    the_agent_killed_and_restarted,
    a_lost_connection,
    late_notifications,
]
# Without the one that waits for the error response to a request that faults may prevent.
WITH_FAULTS = [*WITHOUT_FAULTS[:-1], many_jobs]
# As long as those without faults.
SOME_WITH_FAULTS = [several_queued_jobs, a_job_that_fails, a_job_canceled_in_progress]
STEPS = [a_document_of_steps, a_canceled_document_of_steps]

"""Records the requests of boto3 and the responses of a moto server under recorded/, one file for each exchange.

Usage: record_moto.py

Run it again when moto or botocore changes; the tests of the crate read the recordings. All connections
are on loopback.
"""

import json
import pathlib
import urllib.parse

import moto_server

RECORDED = pathlib.Path(__file__).parent / "recorded"
# Headers that differ between recordings and are not specific to the service.
IGNORED_HEADERS = {"connection", "content-length", "date", "server"}
DOCUMENT = json.dumps({"operation": "reboot", "args": ["é", 1.5]})


class Recorder:
    def __init__(self, client):
        self.client = client
        self.sent = None
        self.count = 0
        client.meta.events.register("before-send.iot.*", self.keep_request)
        client.meta.events.register("response-received.iot.*", self.keep_response)
        self.operation = None

    def keep_request(self, request, **_):
        url = urllib.parse.urlsplit(request.url)
        body = request.body or b""
        self.sent = {
            "method": request.method,
            "path": url.path,
            "query": url.query,
            "body": body.decode() if isinstance(body, bytes) else body,
        }

    def keep_response(self, response_dict, context, **_):
        if self.operation is None:
            return
        headers = {name.lower(): value for name, value in response_dict["headers"].items()}
        exchange = {
            "operation": self.operation,
            "request": self.sent,
            "response": {
                "status": response_dict["status_code"],
                "headers": {name: headers[name] for name in sorted(headers.keys() - IGNORED_HEADERS)},
                "body": response_dict["body"].decode(),
            },
        }
        self.count += 1
        file = RECORDED / f"{self.count:02}-{self.operation}.json"
        file.write_text(json.dumps(exchange, indent=2, ensure_ascii=False) + "\n")

    def __call__(self, operation, fails=None, **parameters):
        """Records one exchange; `fails` is the code of the expected error."""
        self.operation = self.client.meta.method_to_api_mapping[operation]
        try:
            response = getattr(self.client, operation)(**parameters)
        except self.client.exceptions.ClientError as error:
            if error.response["Error"]["Code"] != fails:
                raise
            response = None
        else:
            assert fails is None, f"{operation} did not fail with {fails}"
        finally:
            self.operation = None
        return response


def jobs(record, things):
    settings = {
        "presignedUrlConfig": {"roleArn": "arn:aws:iam::123456789012:role/reader", "expiresInSec": 3600},
        "jobExecutionsRolloutConfig": {
            "maximumPerMinute": 1000,
            "exponentialRate": {
                "baseRatePerMinute": 50,
                "incrementFactor": 1.5,
                "rateIncreaseCriteria": {"numberOfNotifiedThings": 1000},
            },
        },
        "abortConfig": {
            "criteriaList": [
                {
                    "failureType": "FAILED",
                    "action": "CANCEL",
                    "thresholdPercentage": 99.95,
                    "minNumberOfExecutedThings": 1,
                }
            ]
        },
        "timeoutConfig": {"inProgressTimeoutInMinutes": 60},
        "jobExecutionsRetryConfig": {"criteriaList": [{"failureType": "ALL", "numberOfRetries": 2}]},
    }
    record(
        "create_job", jobId="firmware-7", targets=things, document=DOCUMENT, description='é "quoted"',
        targetSelection="SNAPSHOT", documentParameters={"b": "2", "a": "1"},
        schedulingConfig={"startTime": "2030-01-01 10:00"}, **settings,
    )
    record("create_job", jobId="odd name/é+%$next", targets=things[:1], document="{}")
    record(
        "create_job", jobId="linked", targets=things[:1], targetSelection="CONTINUOUS",
        documentSource="https://s3-eu-west-1.amazonaws.com/bucket/key",
    )
    for job in ("firmware-7", "linked"):
        record("describe_job", jobId=job)
    record("describe_job", jobId="absent", fails="ResourceNotFoundException")
    record("get_job_document", jobId="firmware-7")
    record("get_job_document", jobId="firmware-7", beforeSubstitution=True)

    page = record("list_jobs", maxResults=2, status="IN_PROGRESS", targetSelection="SNAPSHOT")
    record("list_jobs", maxResults=2, nextToken=page["nextToken"])
    record("list_jobs")
    return settings


def executions(record):
    thing = {"thingName": "belt-1"}
    record("list_job_executions_for_job", jobId="firmware-7", status="QUEUED", maxResults=1)
    record("list_job_executions_for_job", jobId="firmware-7")
    record("list_job_executions_for_thing", status="QUEUED", maxResults=10, **thing)
    record("describe_job_execution", jobId="firmware-7", executionNumber=123, **thing)
    record("describe_job_execution", jobId="firmware-7", thingName="absent", fails="ResourceNotFoundException")
    record("cancel_job_execution", jobId="firmware-7", force=True, statusDetails={"why": "é"}, expectedVersion=1, **thing)
    record("describe_job_execution", jobId="firmware-7", **thing)
    record("delete_job_execution", jobId="firmware-7", executionNumber=123, force=True, **thing)


def deletions(record):
    record("cancel_job", jobId="firmware-7", reasonCode="TOO_HOT", comment="é", force=True)
    record("describe_job", jobId="firmware-7")
    # moto fails here with an internal error, and its response is HTML.
    record("cancel_job", jobId="absent", fails="500")
    record("delete_job", jobId="linked", force=True, namespaceId="ns")


def templates(record, settings):
    record("create_job_template", jobTemplateId="reboot", description="é", document=DOCUMENT, **settings)
    record("create_job_template", jobTemplateId="reboot", description="é", document=DOCUMENT, fails="ConflictException")
    record("describe_job_template", jobTemplateId="reboot")
    record("list_job_templates", maxResults=1)
    record("delete_job_template", jobTemplateId="reboot")
    record("describe_job_template", jobTemplateId="reboot", fails="ResourceNotFoundException")


def main():
    for file in RECORDED.glob("*.json"):
        file.unlink()
    with moto_server.server() as address:
        client = moto_server.client(address)
        record = Recorder(client)
        things = [client.create_thing(thingName=f"belt-{number}")["thingArn"] for number in (1, 2)]
        settings = jobs(record, things)
        executions(record)
        deletions(record)
        templates(record, settings)
    print(f"{record.count} exchanges recorded")


if __name__ == "__main__":
    RECORDED.mkdir(exist_ok=True)
    main()

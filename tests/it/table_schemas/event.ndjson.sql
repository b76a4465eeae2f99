CREATE EXTERNAL TABLE `event_job_execution_event` (
  `event_type` string COMMENT 'The kind of event, `JOB_EXECUTION`.',
  `event_id` string COMMENT 'Identifies the event, so that repeated deliveries can be recognized.',
  `timestamp` string COMMENT 'When the event was sent, in whole seconds.',
  `operation` string COMMENT 'What happened.',
  `job_id` string COMMENT 'The name given to the job when it was created.',
  `thing_arn` string COMMENT 'The ARN of the thing.',
  `status` string COMMENT 'The state of the execution.',
  `status_details` map<string,string> COMMENT 'The status details that the device reported.'
)
COMMENT 'An execution reached a terminal state or was deleted.'
ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES (
  "case.insensitive" = "FALSE",
  "mapping.event_id" = "eventId",
  "mapping.event_type" = "eventType",
  "mapping.job_id" = "jobId",
  "mapping.status_details" = "statusDetails",
  "mapping.thing_arn" = "thingArn"
)
LOCATION 's3://BUCKET/PREFIX/';

-- Times are timestamp(3) in UTC, from epoch seconds, epoch milliseconds and ISO 8601 text with an offset;
-- other text is NULL.
CREATE OR REPLACE VIEW "event_job_execution_event_view" AS
SELECT
  "event_type",
  "event_id",
  CAST(CASE
    WHEN try_cast("timestamp" AS double) >= -62135596800 AND try_cast("timestamp" AS double) < 253402300800 THEN from_unixtime(try_cast("timestamp" AS double))
    WHEN try_cast("timestamp" AS double) >= -62135596800000 AND try_cast("timestamp" AS double) < 253402300800000 THEN from_unixtime(try_cast("timestamp" AS double) / 1000)
    WHEN regexp_like("timestamp", 'T.*(Z|[+-]\d{2}(:?\d{2})?)$') THEN try(from_iso8601_timestamp("timestamp"))
  END AT TIME ZONE 'UTC' AS timestamp(3)) AS "timestamp",
  "operation",
  "job_id",
  "thing_arn",
  "status",
  "status_details"
FROM "event_job_execution_event";

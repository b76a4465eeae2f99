CREATE EXTERNAL TABLE `job_execution` (
  `job_id` string COMMENT 'The name given to the job when it was created.',
  `status` string COMMENT 'The state of the execution.',
  `force_canceled` boolean COMMENT 'Whether the execution was canceled with `force`.',
  `status_details` struct<`details_map`:map<string,string>> COMMENT 'The status details that the device reported.',
  `thing_arn` string COMMENT 'The ARN of the thing that runs the job.',
  `queued_at` string COMMENT 'When the execution was queued.',
  `started_at` string COMMENT 'When the device started the execution.',
  `last_updated_at` string COMMENT 'When the execution last changed.',
  `execution_number` bigint COMMENT 'The number that distinguishes executions of the same job on the same thing.',
  `version_number` bigint COMMENT 'A counter that each update by the device increments.',
  `approximate_seconds_before_timed_out` bigint COMMENT 'The approximate number of seconds until the execution times out, absent when it has ended.'
)
COMMENT 'The execution of one job on one thing.'
ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES (
  "case.insensitive" = "FALSE",
  "mapping.approximate_seconds_before_timed_out" = "approximateSecondsBeforeTimedOut",
  "mapping.details_map" = "detailsMap",
  "mapping.execution_number" = "executionNumber",
  "mapping.force_canceled" = "forceCanceled",
  "mapping.job_id" = "jobId",
  "mapping.last_updated_at" = "lastUpdatedAt",
  "mapping.queued_at" = "queuedAt",
  "mapping.started_at" = "startedAt",
  "mapping.status_details" = "statusDetails",
  "mapping.thing_arn" = "thingArn",
  "mapping.version_number" = "versionNumber"
)
LOCATION 's3://BUCKET/PREFIX/';

-- Times are timestamp(3) in UTC, from epoch seconds, epoch milliseconds and ISO 8601 text with an offset;
-- other text is NULL.
CREATE OR REPLACE VIEW "job_execution_view" AS
SELECT
  "job_id",
  "status",
  "force_canceled",
  "status_details",
  "thing_arn",
  CAST(CASE
    WHEN try_cast("queued_at" AS double) >= -62135596800 AND try_cast("queued_at" AS double) < 253402300800 THEN from_unixtime(try_cast("queued_at" AS double))
    WHEN try_cast("queued_at" AS double) >= -62135596800000 AND try_cast("queued_at" AS double) < 253402300800000 THEN from_unixtime(try_cast("queued_at" AS double) / 1000)
    WHEN regexp_like("queued_at", 'T.*(Z|[+-]\d{2}(:?\d{2})?)$') THEN try(from_iso8601_timestamp("queued_at"))
  END AT TIME ZONE 'UTC' AS timestamp(3)) AS "queued_at",
  CAST(CASE
    WHEN try_cast("started_at" AS double) >= -62135596800 AND try_cast("started_at" AS double) < 253402300800 THEN from_unixtime(try_cast("started_at" AS double))
    WHEN try_cast("started_at" AS double) >= -62135596800000 AND try_cast("started_at" AS double) < 253402300800000 THEN from_unixtime(try_cast("started_at" AS double) / 1000)
    WHEN regexp_like("started_at", 'T.*(Z|[+-]\d{2}(:?\d{2})?)$') THEN try(from_iso8601_timestamp("started_at"))
  END AT TIME ZONE 'UTC' AS timestamp(3)) AS "started_at",
  CAST(CASE
    WHEN try_cast("last_updated_at" AS double) >= -62135596800 AND try_cast("last_updated_at" AS double) < 253402300800 THEN from_unixtime(try_cast("last_updated_at" AS double))
    WHEN try_cast("last_updated_at" AS double) >= -62135596800000 AND try_cast("last_updated_at" AS double) < 253402300800000 THEN from_unixtime(try_cast("last_updated_at" AS double) / 1000)
    WHEN regexp_like("last_updated_at", 'T.*(Z|[+-]\d{2}(:?\d{2})?)$') THEN try(from_iso8601_timestamp("last_updated_at"))
  END AT TIME ZONE 'UTC' AS timestamp(3)) AS "last_updated_at",
  "execution_number",
  "version_number",
  "approximate_seconds_before_timed_out"
FROM "job_execution";

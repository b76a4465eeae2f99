CREATE EXTERNAL TABLE `job_execution_summary` (
  `status` string COMMENT 'The state of the execution.',
  `queued_at` string COMMENT 'When the execution was queued.',
  `started_at` string COMMENT 'When the device started the execution.',
  `last_updated_at` string COMMENT 'When the execution last changed.',
  `execution_number` bigint COMMENT 'The number that distinguishes executions of the same job on the same thing.',
  `retry_attempt` int COMMENT 'How many times the execution has been retried on the thing.'
)
COMMENT 'The summary of an execution in a list.'
ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES (
  "case.insensitive" = "FALSE",
  "mapping.execution_number" = "executionNumber",
  "mapping.last_updated_at" = "lastUpdatedAt",
  "mapping.queued_at" = "queuedAt",
  "mapping.retry_attempt" = "retryAttempt",
  "mapping.started_at" = "startedAt"
)
LOCATION 's3://BUCKET/PREFIX/';

-- Times are timestamp(3) in UTC, from epoch seconds, epoch milliseconds and ISO 8601 text with an offset;
-- other text is NULL.
CREATE OR REPLACE VIEW "job_execution_summary_view" AS
SELECT
  "status",
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
  "retry_attempt"
FROM "job_execution_summary";

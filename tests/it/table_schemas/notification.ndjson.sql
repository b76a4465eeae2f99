CREATE EXTERNAL TABLE `mqtt_job_executions_changed` (
  `timestamp` string COMMENT 'When the service sent the notification.',
  `jobs` map<string,array<struct<`job_id`:string,`queued_at`:string,`started_at`:string,`last_updated_at`:string,`version_number`:bigint,`execution_number`:bigint>>> COMMENT 'At most 10 executions, 15 with scheduled jobs, by their state; empty when none is pending.'
)
COMMENT 'Lists the thing\'s pending executions, whenever one is added or removed.'
ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
WITH SERDEPROPERTIES (
  "case.insensitive" = "FALSE",
  "mapping.execution_number" = "executionNumber",
  "mapping.job_id" = "jobId",
  "mapping.last_updated_at" = "lastUpdatedAt",
  "mapping.queued_at" = "queuedAt",
  "mapping.started_at" = "startedAt",
  "mapping.version_number" = "versionNumber"
)
LOCATION 's3://BUCKET/PREFIX/';

-- Times are timestamp(3) in UTC, from epoch seconds, epoch milliseconds and ISO 8601 text with an offset;
-- other text is NULL.
CREATE OR REPLACE VIEW "mqtt_job_executions_changed_view" AS
SELECT
  CAST(CASE
    WHEN try_cast("timestamp" AS double) >= -62135596800 AND try_cast("timestamp" AS double) < 253402300800 THEN from_unixtime(try_cast("timestamp" AS double))
    WHEN try_cast("timestamp" AS double) >= -62135596800000 AND try_cast("timestamp" AS double) < 253402300800000 THEN from_unixtime(try_cast("timestamp" AS double) / 1000)
    WHEN regexp_like("timestamp", 'T.*(Z|[+-]\d{2}(:?\d{2})?)$') THEN try(from_iso8601_timestamp("timestamp"))
  END AT TIME ZONE 'UTC' AS timestamp(3)) AS "timestamp",
  transform_values("jobs", (k1, v1) -> transform(v1, e2 -> if(e2 IS NULL, NULL, CAST(row(
        e2."job_id",
        CAST(CASE
          WHEN try_cast(e2."queued_at" AS double) >= -62135596800 AND try_cast(e2."queued_at" AS double) < 253402300800 THEN from_unixtime(try_cast(e2."queued_at" AS double))
          WHEN try_cast(e2."queued_at" AS double) >= -62135596800000 AND try_cast(e2."queued_at" AS double) < 253402300800000 THEN from_unixtime(try_cast(e2."queued_at" AS double) / 1000)
          WHEN regexp_like(e2."queued_at", 'T.*(Z|[+-]\d{2}(:?\d{2})?)$') THEN try(from_iso8601_timestamp(e2."queued_at"))
        END AT TIME ZONE 'UTC' AS timestamp(3)),
        CAST(CASE
          WHEN try_cast(e2."started_at" AS double) >= -62135596800 AND try_cast(e2."started_at" AS double) < 253402300800 THEN from_unixtime(try_cast(e2."started_at" AS double))
          WHEN try_cast(e2."started_at" AS double) >= -62135596800000 AND try_cast(e2."started_at" AS double) < 253402300800000 THEN from_unixtime(try_cast(e2."started_at" AS double) / 1000)
          WHEN regexp_like(e2."started_at", 'T.*(Z|[+-]\d{2}(:?\d{2})?)$') THEN try(from_iso8601_timestamp(e2."started_at"))
        END AT TIME ZONE 'UTC' AS timestamp(3)),
        CAST(CASE
          WHEN try_cast(e2."last_updated_at" AS double) >= -62135596800 AND try_cast(e2."last_updated_at" AS double) < 253402300800 THEN from_unixtime(try_cast(e2."last_updated_at" AS double))
          WHEN try_cast(e2."last_updated_at" AS double) >= -62135596800000 AND try_cast(e2."last_updated_at" AS double) < 253402300800000 THEN from_unixtime(try_cast(e2."last_updated_at" AS double) / 1000)
          WHEN regexp_like(e2."last_updated_at", 'T.*(Z|[+-]\d{2}(:?\d{2})?)$') THEN try(from_iso8601_timestamp(e2."last_updated_at"))
        END AT TIME ZONE 'UTC' AS timestamp(3)),
        e2."version_number",
        e2."execution_number"
      ) AS row("job_id" varchar, "queued_at" timestamp(3), "started_at" timestamp(3), "last_updated_at" timestamp(3), "version_number" bigint, "execution_number" bigint))))) AS "jobs"
FROM "mqtt_job_executions_changed";

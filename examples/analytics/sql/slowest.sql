-- The slowest 1 % of the executions that succeeded, by the time from their start to their end.
WITH succeeded AS (
    SELECT
        job_id,
        thing_arn,
        execution_number,
        CAST(round((EXTRACT(EPOCH FROM last_updated_at) - EXTRACT(EPOCH FROM started_at)) * 1000) AS BIGINT)
            AS duration_ms
    FROM executions
    WHERE status = 'SUCCEEDED'
),
ranked AS (
    SELECT
        job_id,
        thing_arn,
        execution_number,
        duration_ms,
        row_number() OVER (ORDER BY duration_ms DESC, job_id, thing_arn, execution_number) AS place
    FROM succeeded
)
SELECT place, job_id, thing_arn, execution_number, duration_ms
FROM ranked
WHERE place * 100 <= (SELECT count(*) FROM succeeded)
ORDER BY place

-- For each job and hour, the executions that were queued, started and ended until then. `analytics plot` draws it.
WITH changes AS (
    SELECT job_id, date_trunc('hour', queued_at) AS hour, 1 AS queued, 0 AS started, 0 AS succeeded, 0 AS failed
    FROM executions
    UNION ALL
    SELECT job_id, date_trunc('hour', started_at) AS hour, 0 AS queued, 1 AS started, 0 AS succeeded, 0 AS failed
    FROM executions
    WHERE started_at IS NOT NULL
    UNION ALL
    SELECT
        job_id,
        date_trunc('hour', last_updated_at) AS hour,
        0 AS queued,
        0 AS started,
        CASE WHEN status = 'SUCCEEDED' THEN 1 ELSE 0 END AS succeeded,
        CASE WHEN status = 'SUCCEEDED' THEN 0 ELSE 1 END AS failed
    FROM executions
    WHERE status NOT IN ('QUEUED', 'IN_PROGRESS')
),
hours AS (
    SELECT
        job_id,
        hour,
        sum(queued) AS queued,
        sum(started) AS started,
        sum(succeeded) AS succeeded,
        sum(failed) AS failed
    FROM changes
    GROUP BY job_id, hour
)
SELECT
    job_id,
    hour,
    sum(queued) OVER (PARTITION BY job_id ORDER BY hour) AS queued,
    sum(started) OVER (PARTITION BY job_id ORDER BY hour) AS started,
    sum(succeeded) OVER (PARTITION BY job_id ORDER BY hour) AS succeeded,
    sum(failed) OVER (PARTITION BY job_id ORDER BY hour) AS failed
FROM hours
ORDER BY job_id, hour

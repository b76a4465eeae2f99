-- For each job and hour, how many executions were in each state at the end of the hour. `analytics plot` draws it.
WITH changes AS (
    SELECT
        job_id,
        date_trunc('hour', queued_at) AS hour,
        1 AS queued,
        0 AS in_progress,
        0 AS succeeded,
        0 AS not_succeeded
    FROM executions
    UNION ALL
    SELECT
        job_id,
        date_trunc('hour', started_at) AS hour,
        -1 AS queued,
        1 AS in_progress,
        0 AS succeeded,
        0 AS not_succeeded
    FROM executions
    WHERE started_at IS NOT NULL
    UNION ALL
    SELECT
        job_id,
        date_trunc('hour', last_updated_at) AS hour,
        CASE WHEN started_at IS NULL THEN -1 ELSE 0 END AS queued,
        CASE WHEN started_at IS NULL THEN 0 ELSE -1 END AS in_progress,
        CASE WHEN status = 'SUCCEEDED' THEN 1 ELSE 0 END AS succeeded,
        CASE WHEN status = 'SUCCEEDED' THEN 0 ELSE 1 END AS not_succeeded
    FROM executions
    WHERE status NOT IN ('QUEUED', 'IN_PROGRESS')
),
hours AS (
    SELECT
        job_id,
        hour,
        sum(queued) AS queued,
        sum(in_progress) AS in_progress,
        sum(succeeded) AS succeeded,
        sum(not_succeeded) AS not_succeeded
    FROM changes
    GROUP BY job_id, hour
)
SELECT
    job_id,
    hour,
    sum(queued) OVER (PARTITION BY job_id ORDER BY hour) AS queued,
    sum(in_progress) OVER (PARTITION BY job_id ORDER BY hour) AS in_progress,
    sum(succeeded) OVER (PARTITION BY job_id ORDER BY hour) AS succeeded,
    sum(not_succeeded) OVER (PARTITION BY job_id ORDER BY hour) AS not_succeeded
FROM hours
ORDER BY job_id, hour

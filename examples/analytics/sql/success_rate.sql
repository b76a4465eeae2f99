-- The share of executions that succeeded, by job and by the hour in which they ended.
SELECT
    job_id,
    date_trunc('hour', last_updated_at) AS hour,
    count(*) AS ended,
    count(CASE WHEN status = 'SUCCEEDED' THEN 1 END) AS succeeded,
    CAST(count(CASE WHEN status = 'SUCCEEDED' THEN 1 END) AS DOUBLE) * 100 / count(*) AS success_percent
FROM executions
WHERE status IN ('SUCCEEDED', 'FAILED', 'TIMED_OUT', 'REJECTED')
GROUP BY job_id, date_trunc('hour', last_updated_at)
ORDER BY job_id, hour

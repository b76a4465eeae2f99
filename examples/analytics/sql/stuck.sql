-- Executions that were in progress for more than 6 hours when the newest one changed.
WITH newest AS (
    SELECT max(last_updated_at) AS at FROM executions
)
SELECT
    job_id,
    thing_arn,
    execution_number,
    started_at,
    last_updated_at,
    status_details.details_map['step'] AS step
FROM executions
CROSS JOIN newest
WHERE status = 'IN_PROGRESS' AND started_at < newest.at - INTERVAL '6' HOUR
ORDER BY started_at, job_id, thing_arn, execution_number

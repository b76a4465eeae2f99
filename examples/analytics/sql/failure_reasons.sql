-- Why executions did not succeed, by job, from the status details that the devices reported.
SELECT
    job_id,
    status,
    coalesce(status_details.details_map['reason'], '(none)') AS reason,
    count(*) AS executions,
    count(DISTINCT thing_arn) AS things
FROM executions
WHERE status IN ('FAILED', 'TIMED_OUT', 'REJECTED')
GROUP BY job_id, status, coalesce(status_details.details_map['reason'], '(none)')
ORDER BY job_id, status, reason

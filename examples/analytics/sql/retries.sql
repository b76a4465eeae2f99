-- The things with the most retries: further executions of the same job.
SELECT
    thing_arn,
    count(*) AS executions,
    count(CASE WHEN execution_number > 1 THEN 1 END) AS retries,
    count(DISTINCT CASE WHEN execution_number > 1 THEN job_id END) AS jobs_with_retries,
    max(execution_number) AS highest_execution_number
FROM executions
GROUP BY thing_arn
HAVING count(CASE WHEN execution_number > 1 THEN 1 END) > 0
ORDER BY retries DESC, highest_execution_number DESC, thing_arn
LIMIT 100

-- Executions by status, with sums that the generator knows: retries, and times in milliseconds since 2026.
SELECT
    status,
    count(*) AS executions,
    count(CASE WHEN execution_number > 1 THEN 1 END) AS retries,
    sum(CAST(round(EXTRACT(EPOCH FROM queued_at) * 1000) AS BIGINT) - 1767225600000) AS queued_ms,
    coalesce(sum(CAST(round(EXTRACT(EPOCH FROM started_at) * 1000) AS BIGINT) - 1767225600000), 0) AS started_ms,
    sum(CAST(round(EXTRACT(EPOCH FROM last_updated_at) * 1000) AS BIGINT) - 1767225600000) AS updated_ms
FROM executions
GROUP BY status
ORDER BY status

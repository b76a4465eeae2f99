CREATE EXTERNAL TABLE `job_execution_summary` (
  `status` string COMMENT 'The state of the execution.',
  `queued_at` timestamp COMMENT 'When the execution was queued.',
  `started_at` timestamp COMMENT 'When the device started the execution.',
  `last_updated_at` timestamp COMMENT 'When the execution last changed.',
  `execution_number` bigint COMMENT 'The number that distinguishes executions of the same job on the same thing.',
  `retry_attempt` int COMMENT 'How many times the execution has been retried on the thing.',
  `unknown_members` string COMMENT 'The members that the shape does not declare, as a JSON object.'
)
COMMENT 'The summary of an execution in a list.'
STORED AS PARQUET
LOCATION 's3://BUCKET/PREFIX/';

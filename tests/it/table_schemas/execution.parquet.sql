CREATE EXTERNAL TABLE `job_execution` (
  `job_id` string COMMENT 'The name given to the job when it was created.',
  `status` string COMMENT 'The state of the execution.',
  `force_canceled` boolean COMMENT 'Whether the execution was canceled with `force`.',
  `status_details` struct<`details_map`:map<string,string>,`unknown_members`:string> COMMENT 'The status details that the device reported.',
  `thing_arn` string COMMENT 'The ARN of the thing that runs the job.',
  `queued_at` timestamp COMMENT 'When the execution was queued.',
  `started_at` timestamp COMMENT 'When the device started the execution.',
  `last_updated_at` timestamp COMMENT 'When the execution last changed.',
  `execution_number` bigint COMMENT 'The number that distinguishes executions of the same job on the same thing.',
  `version_number` bigint COMMENT 'A counter that each update by the device increments.',
  `approximate_seconds_before_timed_out` bigint COMMENT 'The approximate number of seconds until the execution times out, absent when it has ended.',
  `unknown_members` string COMMENT 'The members that the shape does not declare, as a JSON object.'
)
COMMENT 'The execution of one job on one thing.'
STORED AS PARQUET
LOCATION 's3://BUCKET/PREFIX/';

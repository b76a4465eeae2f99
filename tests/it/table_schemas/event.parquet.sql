CREATE EXTERNAL TABLE `event_job_execution_event` (
  `event_type` string COMMENT 'The kind of event, `JOB_EXECUTION`.',
  `event_id` string COMMENT 'Identifies the event, so that repeated deliveries can be recognized.',
  `timestamp` timestamp COMMENT 'When the event was sent, in whole seconds.',
  `operation` string COMMENT 'What happened.',
  `job_id` string COMMENT 'The name given to the job when it was created.',
  `thing_arn` string COMMENT 'The ARN of the thing.',
  `status` string COMMENT 'The state of the execution.',
  `status_details` map<string,string> COMMENT 'The status details that the device reported.',
  `unknown_members` string COMMENT 'The members that the shape does not declare, as a JSON object.'
)
COMMENT 'An execution reached a terminal state or was deleted.'
STORED AS PARQUET
LOCATION 's3://BUCKET/PREFIX/';

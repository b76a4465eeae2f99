CREATE EXTERNAL TABLE `create_job_request` (
  `job_id` string COMMENT 'The name of the new job, 1 to 64 letters, digits, `-` and `_`.',
  `targets` array<string> COMMENT 'The ARNs of the things and thing groups to send the job to, 1 to 100.',
  `document_source` string COMMENT 'The S3 URL of the job document, 1 to 1350 characters, instead of `document`.',
  `document` string COMMENT 'The job document, JSON text of at most 32768 bytes, instead of `document_source`.',
  `description` string COMMENT 'What the job does, in at most 2028 characters.',
  `presigned_url_config` struct<`role_arn`:string,`expires_in_sec`:bigint,`unknown_members`:string> COMMENT 'Configuration of the presigned S3 URLs in the job document.',
  `target_selection` string COMMENT 'Whether things that join the targets later run the job too.',
  `job_executions_rollout_config` struct<`maximum_per_minute`:int,`exponential_rate`:struct<`base_rate_per_minute`:int,`increment_factor`:double,`rate_increase_criteria`:struct<`number_of_notified_things`:int,`number_of_succeeded_things`:int,`unknown_members`:string>,`unknown_members`:string>,`unknown_members`:string> COMMENT 'How fast the job reaches its targets.',
  `abort_config` struct<`criteria_list`:array<struct<`failure_type`:string,`action`:string,`threshold_percentage`:double,`min_number_of_executed_things`:int,`unknown_members`:string>>,`unknown_members`:string> COMMENT 'When the job is aborted because too many executions fail.',
  `timeout_config` struct<`in_progress_timeout_in_minutes`:bigint,`unknown_members`:string> COMMENT 'How long each execution may stay in progress.',
  `tags` array<struct<`key`:string,`value`:string,`unknown_members`:string>> COMMENT 'The tags to attach to the job, at most 50, each with its own key.',
  `namespace_id` string COMMENT 'The namespace whose MQTT topics carry the notifications of the job.',
  `job_template_arn` string COMMENT 'The ARN of the template to create the job from, 1 to 1600 characters.',
  `job_executions_retry_config` struct<`criteria_list`:array<struct<`failure_type`:string,`number_of_retries`:int,`unknown_members`:string>>,`unknown_members`:string> COMMENT 'How many times failed executions are retried.',
  `document_parameters` map<string,string> COMMENT 'The values of a managed template\'s parameters, each 1 to 30720 characters.',
  `scheduling_config` struct<`start_time`:string,`end_time`:string,`end_behavior`:string,`maintenance_windows`:array<struct<`start_time`:string,`duration_in_minutes`:int,`unknown_members`:string>>,`unknown_members`:string> COMMENT 'When the job starts and ends, and its maintenance windows.',
  `destination_package_versions` array<string> COMMENT 'The ARNs of the package versions that are installed on a device when the job succeeds, at most 25.',
  `unknown_members` string COMMENT 'The members that the shape does not declare, as a JSON object.'
)
COMMENT 'The parameters of CreateJob.'
STORED AS PARQUET
LOCATION 's3://BUCKET/PREFIX/';

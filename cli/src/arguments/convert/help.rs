//! The long help of `iot-jobs convert`.

pub(super) const AFTER_HELP: &str = r#"Examples:
  A file of executions, a value on each line, to Parquet, and to CSV: the extension says the format:
    iot-jobs convert --as JobExecution executions.ndjson -o executions.parquet
    iot-jobs convert --as JobExecution executions.ndjson -o executions.csv
  What Amazon Data Firehose delivers, in a directory for each day; and for each status:
    iot-jobs convert --as event.JobExecutionEvent delivered/ -o events --partition 'day(timestamp)'
    iot-jobs convert --as JobExecution a.ndjson.gz b.ndjson.zst -o executions --partition status
  Pages of the AWS CLI, by the shape of the elements of their list:
    aws iot list-job-executions-for-job --job-id firmware-7 |
      iot-jobs convert --as JobExecutionSummaryForJob - -o executions.parquet

Input:
  NDJSON, values one after another (Amazon Data Firehose may write them on one line), arrays of values, and pages of
  the AWS CLI, one or several: objects such as {"jobs": […]}, whose only list of structures has the values. For pages,
  give the shape of the elements (JobSummary); with the shape of a page (ListJobsResponse), each page is a row.
  A page can be {} or have only null and nextToken: it has no rows. The first object that is not such a page says the
  form; later objects of another form are errors. Later lines of NDJSON are read one by one: one with several objects
  is an error.
  Not read as pages: the output of describe-* (give its shape, such as DescribeJobExecutionResponse) and of
  get-pending-job-executions, which has two lists. An object without any member of the shape is an error, also {};
  but a file that is only {} is a response without values and has no rows.
  gzip and zstd are found by the first bytes. A UTF-8 byte order mark is skipped; UTF-16 is refused.
  A file that is given twice is refused, also by a symbolic link or with its directory; hard links are not compared.
  Of a directory, names and directories that start with . or _ are skipped, and names that end in .errors.ndjson.
  A file that cannot be read to its end ends the run, and nothing is written.
  Memory does not depend on the size of the files: for each thread, at most about 64 MiB of text to Parquet and 8 MiB
  to Arrow and CSV, and the columns that are made of it.

Output:
  The columns of `iot-jobs schema --format arrow-json SHAPE`: the members in snake case (queued_at), then
  unknown_members as JSON. Times are UTC microseconds, maps are maps.
    parquet  zstd at level 1; row groups of 131 072 rows, or fewer for more than 64 MiB of JSON
    arrow    an Arrow IPC file, not compressed; batches of 8192 rows or a little more
    csv      a header; lists, maps and structures are JSON; times are ISO 8601
  With --partition, FILE is a directory with Parquet files such as status=SUCCEEDED/part-0.parquet, as Hive names them.
  COLUMN is a column of strings or times, as in the output or as in JSON: queued_at or queuedAt. One of a structure is
  job_execution_summary.status, with directories such as status=QUEUED/. A top-level column of strings is left out of
  the files. day(timestamp) adds timestamp_day=2026-11-22/. A null or empty value is __HIVE_DEFAULT_PARTITION__; this
  text as a value is refused. At most 500 partitions.
  A table in Athena needs the same partition, or the column is NULL: iot-jobs schema --format athena --partition COLUMN.
  Spark infers the types of values in the names of directories: to keep 007 a string, set
  spark.sql.sources.partitionColumnTypeInference.enabled=false.
  Their rows are kept in memory up to about 128 MiB, plus about 75 MiB for each thread; then the partition with most is
  written as a row group. Input sorted by COLUMN has larger row groups than input in random order.
  The output has its name only when it is complete: until then it is a file beside it whose name starts with a dot
  and ends in .tmp, which is removed on an error and on an interrupt. After `kill -9` it is left.
  Same input, same output: the bytes do not depend on the number of threads.

Values that do not decode are written to the file of --errors, in the order of the input, with the reason:
  {"file":"a.ndjson","line":7,"column":10,"path":"jobId","message":"…","text":"{\"jobId\":7}"}
  The text is that of the value, with the replacement character for bytes that are not UTF-8; of a value longer than
  --max-size only the first 4096 bytes. Without such values no file is written.
  With --force, new errors replace any file; without errors, a file is removed only if it is empty or starts with such
  an object.
  Athena and Spark ignore only names that start with _ or a dot: a table over the folder of out.parquet fails at
  out.parquet.errors.ndjson. Give --errors a file in another folder.
  At the end, standard error has the number of rows and of errors. Their sum is the number of values that were read;
  a line of NDJSON with several objects counts as one.

Exit codes:
  0    every value is in the output; or standard output was closed early, for example by `head`: then there is no
       number of rows and no file of errors
  1    values that do not decode are in the file of errors; with --strict, no file is written
  2    invalid usage, or a file that cannot be read or written; nothing is written
  130  interrupted (143 by SIGTERM, on Linux 129 by SIGHUP); nothing is written"#;

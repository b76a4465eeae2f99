//! The long help of `iot-jobs forecast`.

pub(super) const AFTER_HELP: &str = r#"Examples:
  The duration for 100 000 things of which 3% fail and 1% report nothing, and whether the job is aborted:
    iot-jobs forecast create-job.json --things 100000 --fail 3% --timeout 1% --work 5m..20m
  A picture; and numbers for a spreadsheet, a row for each minute:
    iot-jobs forecast create-job.json --things 100000 --work 10m~40m --plot forecast.svg
    iot-jobs forecast create-job.json --things 100000 --work 10m --format csv > forecast.csv
  Devices of which 60% are online, the others within a day, and 2% never:
    iot-jobs forecast create-job.json --things 5000 --online 60% --reconnect 0..24h --unreachable 2%
  The same job with another threshold, and with two changes; `null` removes a member:
    iot-jobs forecast create-job.json --things 5000 --fail 8% \
      --what-if 'abortConfig.criteriaList[0].thresholdPercentage=5'
    iot-jobs forecast create-job.json --things 5000 --fail 8% \
      --what-if abortConfig=null --what-if jobExecutionsRolloutConfig.maximumPerMinute=50
  A job with maintenance windows that is created at a time; and one that exists, as if it were created again:
    iot-jobs forecast windows.json --things 20000 --start 2027-03-01T08:00:00Z
    aws iot describe-job --job-id my-job | iot-jobs forecast --as DescribeJobResponse --things 5000 -
  The latest end in seconds, with jq; null is never, or not within two years:
    iot-jobs forecast create-job.json --things 5000 --format json | jq '.forecasts[0].endedAt.most'

Output:
  The assumptions, the rollout, the end and the things at the end; then advice, and a chart of the states
  over time. No service is called. The results of first executions have the given shares exactly if no thing is
  unreachable, those of retries and of things that join later approximately; which thing has which result is
  random, and the same with the same --seed.
  A forecast goes up to two years after the start of the job. What would come later is shown as `not within
  two years`, and in JSON the `end` of such a job is `horizon`.
  A reading is one way to read what the documentation of the service leaves open. Those that matter for the
  input are all forecast, and `least to most` is the range of the results. The end has a row for each reading
  that decides it. The chart, the picture and CSV show the first reading; --reading selects another:
    rounding=down|up              a rate that is not a whole number
    pacing=batches|even           when within a minute its things are notified
    both-thresholds=either|both   numberOfNotifiedThings and numberOfSucceededThings are both set
    abort-base=ended|notified     what the failures are divided by
    failures-of-all=with-rejected|without-rejected
                                  what the failure type ALL of an abort criterion counts
    retries-in-rate=exempt|counted        whether retries count in the rate of the rollout
    retries-in-abort=executions|things    what abort criteria count of a thing that is retried
    timeout-delay=none|minute     how late the service ends an execution that times out
    queued-outside-windows=wait|start     whether devices start queued executions outside of windows
  Failed, rejected and timed out are the things whose last execution ended so: one that fails and succeeds when
  it is retried is succeeded.
  Touched are the things that started the job or rejected it; spared are those that did neither: they were
  not notified, or their execution was canceled before it started or never starts. Retries dropped were left
  or queued when the job was aborted or ended. At an abort, the failures that its criterion counts are divided
  by the executions that ended or the things that were notified, as abort-base says.
  The last target notified is the last of --things; things that join later do not wait for the rate.
  PATH is a path as `iot-jobs check` prints it, from the whole input. VALUE is JSON; other text is a string.
  An index after the last element adds one.
  An input with errors is refused with the report of `iot-jobs check` on standard error; so are the changes.
  Warnings are reported, too. The settings of a job template that the input names are not known.

With --format json one object:
  {"input":"FILE","shape":"CreateJobRequest","assumptions":{…},"forecasts":[
    {"changes":["PATH=VALUE"],"start":"2027-03-01T08:00:00Z","openPoints":[{"name":…,"values":[…]}],
     "endedAt":{"least":6540,"leastRun":1,"most":6600,"mostRun":0},"touched":{…},"spared":{…},
     "advice":[{"kind":…,"path":…,"message":…,"runs":1}],
     "runs":[{"reading":{"pacing":"batches",…},"end":"completed","endedAt":6600,…}]}]}
  with a second forecast with --what-if. Times are seconds since the start of the job, and null is never, or
  not within two years; `start` is null without a start time. `leastRun` and `mostRun` are indexes of `runs`.
  `end` is completed, aborted (with `abort`, whose `criterionIndex` is from 0), end-time (with `endBehavior`),
  continues (a CONTINUOUS job without an end time, whose targets are done), unfinished (executions remain that
  never end) or horizon (the job goes on after two years); `things` are the numbers in each state at the end.
  `rolledOutAt` is when the last target is notified, without things that join later. `settledAt` is when the
  last execution ends, which is later than `endedAt` if an abort leaves some in progress.
With --format csv a header and a row for each sample: a minute, or more if the run is longer than three days.
  `rate` is that of targets and of retries that count in it; `not_notified` counts things that join, too.

Exit codes:
  0  success, whatever is forecast
  1  the input, or the input with a change, has an error
  2  invalid usage, or a file that cannot be read or written"#;

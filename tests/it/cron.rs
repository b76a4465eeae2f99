//! The cron expressions of maintenance windows: sixty rows, good and bad, each with its rule.
//!
//! F is section 7 of the facts: `cron(min hour dom month dow year)`, six fields, exactly one of dom and dow
//! is `?`, `L W #` allowed, dow 1-7 = SUN-SAT, years 1970-2199. E is the cron reference of `EventBridge`,
//! whose form this is: the wildcards of each field, and what they mean.

use crate::violations::lines;

enum Is {
    Good,
    Doubtful(&'static str),
    Bad(&'static [&'static str]),
}
use Is::{Bad, Doubtful, Good};

const ENVELOPE: &str =
    "this is not a cron expression: write cron(minute hour day-of-month month day-of-week year)";
const BOTH: &str = "day-of-month and day-of-week are both `?`: one of them must name a day";
const NEITHER: &str = "one of day-of-month and day-of-week must be `?`";

#[rustfmt::skip]
const TABLE: &[(&str, &str, Is)] = &[
    // The whole.
    ("cron(0 10 * * ? *)", "F: six fields, dow is ?", Good),
    ("cron(15 12 * * ? *)", "F: six fields, dow is ?", Good),
    ("cron(0 18 ? * MON-FRI *)", "F: dom is ?, dow by name", Good),
    ("cron(0 8 1 * ? *)", "F: a day of the month", Good),
    ("cron(0/10 * ? * MON-FRI *)", "E: a step from a start", Good),
    ("cron(  0   8 ? * 2-6  * )", "E: fields are separated by white space", Good),
    ("0 10 * * ? *", "F: written cron(…)", Bad(&[ENVELOPE])),
    ("cron(0 10 * * ? *", "F: written cron(…)", Bad(&[ENVELOPE])),
    ("CRON(0 10 * * ? *)", "F: written cron(…)", Bad(&[ENVELOPE])),
    ("rate(5 minutes)", "F: cron, not rate", Bad(&["a maintenance window does not start at a rate: write cron(minute hour day-of-month month day-of-week year)"])),
    ("cron()", "F: six fields", Bad(&["it has 0 fields, and 6 are needed: minute, hour, day-of-month, month, day-of-week, year"])),
    ("cron(0 10 * * ?)", "F: six fields, the year is one", Bad(&["it has 5 fields, and 6 are needed: minute, hour, day-of-month, month, day-of-week, year"])),
    ("cron(0 0 10 * * ? *)", "F: six fields, none for seconds", Bad(&["it has 7 fields, and 6 are needed: minute, hour, day-of-month, month, day-of-week, year"])),
    // One of the days is `?`.
    ("cron(0 10 ? * * *)", "F: exactly one ?", Good),
    ("cron(0 10 * * * *)", "F: exactly one ?", Bad(&[NEITHER])),
    ("cron(0 10 1 * MON *)", "F: exactly one ?", Bad(&[NEITHER])),
    ("cron(0 10 ? * ? *)", "F: exactly one ?", Bad(&[BOTH])),
    ("cron(? 10 * * ? *)", "E: no ? in minutes", Bad(&["minute: `?` is only for day-of-month and day-of-week (0 to 59)"])),
    ("cron(0 10 ?,1 * MON *)", "F: ? is the whole of a field", Bad(&["day-of-month: `?` is not a value (1 to 31)", NEITHER])),
    // Minutes and hours.
    ("cron(0 0 * * ? *)", "E: minutes and hours from 0", Good),
    ("cron(59 23 * * ? *)", "E: minutes to 59, hours to 23", Good),
    ("cron(0,15,30,45 8-17 * * ? *)", "E: lists and ranges", Good),
    ("cron(*/15 */2 * * ? *)", "E: steps of everything", Good),
    ("cron(10-40/10 0-12/3 * * ? *)", "E: steps of ranges", Good),
    ("cron(60 0 * * ? *)", "E: minutes to 59", Bad(&["minute: `60` is not a value (0 to 59)"])),
    ("cron(0 24 * * ? *)", "E: hours to 23", Bad(&["hour: `24` is not a value (0 to 23)"])),
    ("cron(-1 0 * * ? *)", "E: no negative values", Bad(&["minute: `` is not a value (0 to 59)"])),
    ("cron(0 1.5 * * ? *)", "E: whole values", Bad(&["hour: `1.5` is not a value (0 to 23)"])),
    ("cron(0,,5 0 * * ? *)", "E: a comma adds a value", Bad(&["minute: a value is missing beside a comma (0 to 59)"])),
    ("cron(0 8, * * ? *)", "E: a comma adds a value", Bad(&["hour: a value is missing beside a comma (0 to 23)"])),
    ("cron(0/0 0 * * ? *)", "E: a step goes on", Bad(&["minute: the step `0` is not from 1 to 59 (0 to 59)"])),
    ("cron(0/60 0 * * ? *)", "E: a step within the field", Bad(&["minute: the step `60` is not from 1 to 59 (0 to 59)"])),
    ("cron(0/x 0 * * ? *)", "E: a step is a number", Bad(&["minute: the step `x` is not from 1 to 59 (0 to 59)"])),
    ("cron(/5 0 * * ? *)", "not documented: a step without a start", Doubtful("minute: write `*/5` for `/5`")),
    ("cron(0 22-2 * * ? *)", "not documented: a range over midnight", Doubtful("hour: the range `22-2` is descending: write two ranges")),
    ("cron(0 MON * * ? *)", "E: names are for months and weekdays", Bad(&["hour: `MON` is not a value (0 to 23)"])),
    // Days of the month.
    ("cron(0 0 31 * ? *)", "E: days to 31", Good),
    ("cron(0 0 L * ? *)", "F, E: L is the last day of the month", Good),
    ("cron(0 0 LW * ? *)", "F, E: the last weekday, L and W", Good),
    ("cron(0 0 15W * ? *)", "F, E: W is the nearest weekday", Good),
    ("cron(0 0 0 * ? *)", "E: days from 1", Bad(&["day-of-month: `0` is not a value (1 to 31)"])),
    ("cron(0 0 32 * ? *)", "E: days to 31", Bad(&["day-of-month: `32` is not a value (1 to 31)"])),
    ("cron(0 0 32W * ? *)", "E: W stands behind a day", Bad(&["day-of-month: `32` is not a value (1 to 31)"])),
    ("cron(0 0 W * ? *)", "E: W stands behind a day", Bad(&["day-of-month: `` is not a value (1 to 31)"])),
    ("cron(0 0 1W,15W * ? *)", "E: W names one day", Bad(&["day-of-month: `1W` must be the only item (1 to 31)"])),
    ("cron(0 0 3#2 * ? *)", "E: # is for weekdays", Bad(&["day-of-month: `3#2` is not a value (1 to 31)"])),
    ("cron(0 0 L-3 * ? *)", "not documented: days before the last", Doubtful("day-of-month: `L-3` is not documented here")),
    // Months.
    ("cron(0 0 1 JAN,APR,JUL,OCT ? *)", "E: months by name", Good),
    ("cron(0 0 1 jan-dec ? *)", "E: names, in any case", Good),
    ("cron(0 0 1 */3 ? *)", "E: steps of months", Good),
    ("cron(0 0 1 13 ? *)", "E: months to 12", Bad(&["month: `13` is not a value (1 to 12 or JAN to DEC)"])),
    ("cron(0 0 1 JANUARY ? *)", "E: names of three letters", Bad(&["month: `JANUARY` is not a value (1 to 12 or JAN to DEC)"])),
    ("cron(0 0 1 L ? *)", "E: L is for days", Bad(&["month: `L` is not a value (1 to 12 or JAN to DEC)"])),
    // Days of the week.
    ("cron(0 0 ? * 1,7 *)", "F: 1 is Sunday, 7 is Saturday", Good),
    ("cron(0 0 ? * L *)", "F, E: L is the last day of the week", Good),
    ("cron(0 0 ? * 6L *)", "E: the last Friday of the month", Good),
    ("cron(0 0 ? * TUE#2 *)", "F, E: # is the second Tuesday", Good),
    ("cron(0 0 ? * 0 *)", "F: 1 to 7", Bad(&["day-of-week: `0` is not a value (1 to 7 or SUN to SAT)"])),
    ("cron(0 0 ? * 8 *)", "F: 1 to 7", Bad(&["day-of-week: `8` is not a value (1 to 7 or SUN to SAT)"])),
    ("cron(0 0 ? * 3#6 *)", "E: a month has at most five Tuesdays", Bad(&["day-of-week: `#6` is not from #1 to #5 (1 to 7 or SUN to SAT)"])),
    ("cron(0 0 ? * 3#1,6#3 *)", "E: # allows one expression only", Bad(&["day-of-week: `3#1` must be the only item (1 to 7 or SUN to SAT)"])),
    ("cron(0 0 ? * 3W *)", "E: W is for days of the month", Bad(&["day-of-week: `3W` is not a value (1 to 7 or SUN to SAT)"])),
    ("cron(0 0 ? * FRI-MON *)", "not documented: a range over Saturday", Doubtful("day-of-week: the range `FRI-MON` is descending: write two ranges")),
    ("cron(0 0 ? * 2/2 *)", "E lists no step for weekdays, other dialects do", Doubtful("day-of-week: a step, as in `2/2`, is not documented here")),
    // Years, and several faults.
    ("cron(0 0 1 1 ? 1970-2199)", "F: years from 1970 to 2199", Good),
    ("cron(0 0 1 1 ? 2026/2)", "E: steps of years", Good),
    ("cron(0 0 1 1 ? */229)", "F: years from 1970 to 2199, so 229 from the first to the last", Good),
    ("cron(0 0 1 1 ? */230)", "a step beyond the last year", Bad(&["year: the step `230` is not from 1 to 229 (1970 to 2199)"])),
    ("cron(+5 0 * * ? *)", "F: a number is digits", Bad(&["minute: `+5` is not a value (0 to 59)"])),
    ("cron(00005 0 * * ? *)", "no number here has five digits", Bad(&["minute: `00005` is not a value (0 to 59)"])),
    ("cron(0 0 1 1 ? 1969)", "F: years from 1970", Bad(&["year: `1969` is not a value (1970 to 2199)"])),
    ("cron(0 0 1 1 ? 2200)", "F: years to 2199", Bad(&["year: `2200` is not a value (1970 to 2199)"])),
    ("cron(61 25 ? 13 8 70)", "each wrong field is reported", Bad(&[
        "minute: `61` is not a value (0 to 59)",
        "hour: `25` is not a value (0 to 23)",
        "month: `13` is not a value (1 to 12 or JAN to DEC)",
        "day-of-week: `8` is not a value (1 to 7 or SUN to SAT)",
        "year: `70` is not a value (1970 to 2199)",
    ])),
    ("cron(é字 0 * * ? *)", "E: ASCII only", Bad(&["minute: `é字` is not a value (0 to 59)"])),
];

#[test]
fn expressions_are_validated_as_documented() {
    assert!(TABLE.len() >= 60);
    for (expression, rule, is) in TABLE {
        let window = serde_json::json!({"startTime": expression, "durationInMinutes": 60});
        let expected = match is {
            Good => vec![],
            Doubtful(message) => vec![format!("warning: startTime: {message} (cron)")],
            Bad(messages) => messages
                .iter()
                .map(|message| format!("error: startTime: {message} (cron)"))
                .collect(),
        };
        let found = lines("MaintenanceWindow", &window.to_string());
        assert_eq!(found, expected, "{expression} ({rule})");
    }
}

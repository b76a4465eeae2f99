//! The cron expressions that start maintenance windows: `cron(min hour dom month dow year)`, in UTC.

mod field;
mod times;

use self::field::Field;
pub(crate) use self::times::CronTimes;

/// Something wrong with an expression.
#[derive(Debug)]
pub(crate) struct CronFault {
    /// What is wrong, and with which field.
    pub(crate) message: String,
    /// Whether other cron dialects accept it, so that the service may, too.
    pub(crate) undocumented: bool,
}

impl CronFault {
    fn new(message: String) -> Self {
        Self {
            message,
            undocumented: false,
        }
    }
}

/// The minimum and the maximum of each field, in their order.
#[cfg(feature = "proptest")]
pub(crate) fn ranges() -> [(u16, u16); 6] {
    Field::ALL.map(|field| field.range())
}

/// Reports every fault of an expression, one for each wrong field.
pub(crate) fn check(expression: &str, report: &mut dyn FnMut(CronFault)) {
    let inner = expression
        .strip_prefix("cron(")
        .and_then(|rest| rest.strip_suffix(')'));
    let Some(inner) = inner else {
        let written = "write cron(minute hour day-of-month month day-of-week year)";
        return report(CronFault::new(if expression.starts_with("rate(") {
            format!("a maintenance window does not start at a rate: {written}")
        } else {
            format!("this is not a cron expression: {written}")
        }));
    };
    let count = inner.split_ascii_whitespace().count();
    if count != Field::ALL.len() {
        let message = format!(
            "it has {count} fields, and 6 are needed: \
             minute, hour, day-of-month, month, day-of-week, year"
        );
        return report(CronFault::new(message));
    }
    let mut days = [""; 2];
    for (field, text) in Field::ALL.iter().zip(inner.split_ascii_whitespace()) {
        if let Err(fault) = field.check(text) {
            report(CronFault {
                message: format!("{}: {}", field.name, fault.message),
                ..fault
            });
        }
        match field.name {
            "day-of-month" => days[0] = text,
            "day-of-week" => days[1] = text,
            _ => {}
        }
    }
    let message = match days.map(|day| day == "?") {
        [true, true] => "day-of-month and day-of-week are both `?`: one of them must name a day",
        [false, false] => "one of day-of-month and day-of-week must be `?`",
        _ => return,
    };
    report(CronFault::new(message.to_owned()));
}

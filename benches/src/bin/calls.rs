//! Does one contender's work so many times, to be counted from outside: `calls RACE CONTENDER N`.
//! Without arguments it lists the races and contenders.

use iot_jobs_benches::contenders::Payloads;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let payloads = Payloads::make(250);
    let mut races = payloads.races();
    races.push(payloads.export_race());
    let [race, contender, calls] = &arguments[..] else {
        for race in &races {
            for contender in &race.contenders {
                println!("{}\t{}", race.title, contender.name);
            }
        }
        return;
    };
    let calls: u32 = calls.parse().expect("a number of calls");
    let race = races
        .iter_mut()
        .find(|it| it.title == race)
        .expect("a race");
    let mut contenders = race.contenders.iter_mut();
    let contender = contenders
        .find(|it| it.name == contender)
        .expect("a contender");
    for _ in 0..calls {
        contender.once();
    }
}

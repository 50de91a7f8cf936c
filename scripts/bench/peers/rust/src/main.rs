//! Rust crates that read calendars: parse only, no occurrences. `peers CRATE FILE` prints JSON.

use std::{env, fs, time::Instant};

fn main() {
    let mut arguments = env::args().skip(1);
    let (name, file) = (arguments.next().unwrap(), arguments.next().unwrap());
    let text = fs::read_to_string(file).unwrap();
    let start = Instant::now();
    let events = match name.as_str() {
        "icalendar" => {
            let calendar: icalendar::Calendar = text.parse().unwrap();
            let is_event = |it: &&icalendar::CalendarComponent| it.as_event().is_some();
            calendar.components.iter().filter(is_event).count()
        }
        "calcard" => {
            let calendar = calcard::icalendar::ICalendar::parse(&text).unwrap();
            calendar.components.len()
        }
        _ => panic!("no such crate"),
    };
    let seconds = start.elapsed().as_secs_f64();
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    let peak: f64 = peak.and_then(|it| it.trim().strip_suffix(" kB")?.trim().parse().ok()).unwrap_or(0.0);
    println!("{{\"seconds\": {seconds}, \"occurrences\": null, \"events\": {events}, \"peak_mb\": {}}}", peak / 1024.0);
}

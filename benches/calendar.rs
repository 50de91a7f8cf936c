//! Measures the calendar reader and the judge on one file; `build.sh bench` runs it beside the
//! peers. `cargo bench --bench calendar -- FILE.ics FROM_MS UNTIL_MS` prints one JSON object:
//! seconds, each the best of several runs, and the peak memory of the process in MB.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measurement that cannot be made has to stop, and needs a clock"
)]

use std::{env, fs, hint::black_box, io::Read, time::Instant};

use afternote::app::{protocol::Profile, scan_calendar::Scan};
use afternote::domain::{
    calendar::ics::{Calendar, Reader, Window},
    interview::{self, User},
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde_json::json;

const RUNS: usize = 7;
/// As the worker of the extension reads a file.
const CHUNK: usize = 2 << 20;

fn main() {
    let mut arguments = env::args().skip(1).filter(|it| it != "--bench");
    let Some(path) = arguments.next() else {
        return;
    };
    let mut instant =
        || Timestamp::from_millisecond(arguments.next().unwrap().parse().unwrap()).unwrap();
    let (from, until) = (instant(), instant());
    let window = Window { from, until };
    // As the extension keeps events: two years back, one ahead.
    let keep = Window {
        from: from - SignedDuration::from_hours(2 * 366 * 24),
        until: from + SignedDuration::from_hours(366 * 24),
    };
    let zone = TimeZone::get("America/New_York").unwrap();

    let mut file = fs::File::open(&path).unwrap();
    let mut streamed = Reader::within(zone.clone(), keep);
    let mut chunk = vec![0; CHUNK];
    loop {
        let count = file.read(&mut chunk).unwrap();
        if count == 0 {
            break;
        }
        streamed.push(chunk.get(..count).unwrap());
    }
    let occurrences = starts(&streamed.finish(), window);
    let peak_mb = peak_mb();

    let bytes = fs::read(&path).unwrap();
    let read = |keep| {
        let mut reader = Reader::within(zone.clone(), keep);
        for chunk in bytes.chunks(CHUNK) {
            reader.push(chunk);
        }
        reader.finish()
    };
    let (scan, _) = best(RUNS, || {
        // Every line end is looked at; `count` would take a short cut.
        memchr::memchr_iter(b'\n', &bytes).fold(0_usize, |count, at| black_box(count + at % 2 + 1))
    });
    let (whole, _) = best(RUNS, || starts(&read(keep), window));
    let (index, calendar) = best(RUNS, || read(keep));
    let later = Window {
        from: window.from + SignedDuration::from_hours(90 * 24),
        until: window.until + SignedDuration::from_hours(90 * 24),
    };
    let (new_window, _) = best(RUNS, || starts(&calendar, later));
    let (text, _) = best(3, || calendar.events_in(window).0.len());

    let (first_events, _) = best(RUNS, || {
        let mut reader = Reader::within(zone.clone(), keep);
        reader.push(bytes.get(..1_000_000.min(bytes.len())).unwrap());
        reader.finish().events_in(window).0.len()
    });

    let (scan_file, interviews) = best(1, || {
        let mut scan = Scan::new(&Profile::default(), from, zone.clone());
        scan.push(&bytes);
        scan.finish().found.len()
    });

    let mut reader = Reader::new(zone.clone());
    reader.push(&bytes);
    let (decode, judge, judged) = judged(&reader.finish(), &zone);
    println!(
        "{}",
        json!({
            "occurrences": occurrences, "bytes": bytes.len(), "scan_s": scan,
            "read_s": whole, "index_s": index, "new_window_s": new_window, "text_s": text,
            "first_events_s": first_events, "decode_s": decode, "judge_s": judge,
            "judged": judged, "scan_file_s": scan_file, "interviews": interviews, "peak_mb": peak_mb,
        })
    );
}

/// As the peers count: without those that began before the window.
fn starts(calendar: &Calendar, window: Window) -> usize {
    let (found, _) = calendar.occurrences_in(window);
    found.iter().filter(|it| it.start() >= window.from).count()
}

fn judged(calendar: &Calendar, zone: &TimeZone) -> (f64, f64, usize) {
    let user = User {
        name: String::from("Jordan Reyes"),
        emails: vec![String::from("jordan@example.org")],
        ..User::default()
    };
    let (decode, events) = best(3, || calendar.components());
    let (judge, assessments) = best(3, || interview::assess(&events, &user, zone));
    (decode, judge, assessments.len())
}

/// Seconds of the fastest run, and what the last one gave.
fn best<T>(runs: usize, run: impl Fn() -> T) -> (f64, T) {
    let mut fastest = f64::INFINITY;
    let mut last = None;
    for _ in 0..runs {
        drop(last.take());
        let start = Instant::now();
        last = Some(black_box(run()));
        fastest = fastest.min(start.elapsed().as_secs_f64());
    }
    (fastest, last.unwrap())
}

/// Peak memory of this process in MB, where the system tells it (Linux).
fn peak_mb() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|it| it.starts_with("VmHWM:"))?;
    let kb: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kb / 1024.0)
}

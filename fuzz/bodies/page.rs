//! The readers of web pages and of typed lines: no snapshot and no text may make them panic.

use afternote::{
    app::{protocol::Profile, scan_calendar::page::PageScan},
    domain::{
        calendar::{
            spoken::{SlashOrder, spoken},
            zone_database,
        },
        interview::line,
    },
};
use jiff::{Timestamp, tz::TimeZone};
use serde_json::Value;

/// A snapshot if it is JSON; in any case a text that is typed or stands on a page.
pub(crate) fn run(input: &[u8]) {
    let home = zone_database::get("Europe/Berlin").unwrap_or(TimeZone::UTC);
    let now = Timestamp::from_second(1_795_435_200).unwrap_or_default();
    if let Ok(snapshot) = serde_json::from_slice::<Value>(input) {
        let _ = PageScan::new(&snapshot, &Profile::default(), now, home.clone()).finish();
    }
    let text = String::from_utf8_lossy(input);
    for order in [SlashOrder::DayFirst, SlashOrder::MonthFirst] {
        let _ = spoken(&text, order);
        let _ = line::understand(&text, home.to_datetime(now), order);
    }
}

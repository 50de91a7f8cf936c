//! Snapshots that no honest page gives: no reader fails on them.

use super::*;

/// A small generator, so that every run tries the same.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn text(&mut self) -> String {
        const PIECES: [&str; 36] = [
            "Interview",
            ", ",
            "3pm",
            " to ",
            "4:",
            "00",
            "\n",
            "November ",
            "24",
            "2026",
            "T",
            "Z",
            "+",
            "99",
            "@",
            "a.b",
            "://",
            "https",
            "Event",
            "Reservation",
            "#",
            "İ",
            "年",
            "日",
            "〜",
            "\u{301}",
            "\u{0}",
            "🦀",
            "-",
            "_",
            "=",
            "data:text/calendar,",
            ".ics",
            "P1",
            "When\t",
            "Who:",
        ];
        (0..self.below(9))
            .map(|_| PIECES[self.below(PIECES.len())])
            .collect()
    }

    fn value(&mut self, deep: usize) -> Value {
        const NAMES: [&str; 28] = [
            "@type",
            "@id",
            "@graph",
            "name",
            "startDate",
            "endDate",
            "startTime",
            "duration",
            "reservationFor",
            "location",
            "address",
            "performer",
            "underName",
            "object",
            "events",
            "details",
            "guests",
            "id",
            "label",
            "text",
            "title",
            "day",
            "cell",
            "email",
            "links",
            "href",
            "subject",
            "time",
        ];
        const TYPES: [&str; 6] = [
            "Event",
            "EventReservation",
            "ScheduleAction",
            "JobPosting",
            "Person",
            "x",
        ];
        match self.below(if deep == 0 { 3 } else { 6 }) {
            0 => json!(self.text()),
            1 => json!("2026-11-24T15:00"),
            2 => json!(self.below(70_000)),
            3 => Value::Array((0..self.below(4)).map(|_| self.value(deep - 1)).collect()),
            _ => {
                let mut all = serde_json::Map::new();
                for _ in 0..self.below(7) {
                    all.insert(
                        NAMES[self.below(NAMES.len())].to_owned(),
                        self.value(deep - 1),
                    );
                }
                all.insert("@type".to_owned(), json!(TYPES[self.below(TYPES.len())]));
                if self.below(2) == 0 {
                    all.insert("startDate".to_owned(), json!("2026-11-24T15:00"));
                    all.insert("name".to_owned(), json!(self.text()));
                    all.insert(
                        "label".to_owned(),
                        json!("3pm to 4pm, Interview, November 24"),
                    );
                }
                Value::Object(all)
            }
        }
    }
}

#[test]
fn no_snapshot_makes_a_reader_fail() {
    let mut random = Random(7);
    let mut read = 0;
    for round in 0..2_000 {
        let address = [
            "https://jobs.example/",
            "https://calendar.google.com/",
            "https://outlook.live.com/",
            "https://mail.google.com/",
        ][round % 4];
        let rows: Vec<Value> = (0..3).map(|_| random.value(3)).collect();
        let parts = json!({"data": rows, "events": rows, "details": rows, "guests": rows, "links": rows,
            "mails": rows, "people": rows});
        let snapshot = json!({"address": address, "parts": parts, "items": rows});
        read += events(&snapshot).len();
        let mut scan = PageScan::new(&snapshot, &Profile::default(), now(), home());
        let _ = scan.calendars();
        scan.add_calendar(&random.text());
        if round % 50 == 0 {
            let _ = scan.finish();
        }
    }
    assert!(read > 30, "some of them are events: {read}");
    // Deeper than any stack of ours.
    let mut deep = json!({"@type": "Event"});
    for _ in 0..100 {
        deep = json!({"@type": "Event", "x": [deep]});
    }
    assert_eq!(data(&deep), []);
}

//! Random rules: the quick ways, which start near the window, against `ical-rs` alone from DTSTART on.
//!
//! Always the same rules; `AFTERNOTE_RULES` tries another number of them.

use std::fmt::Write as _;

use super::*;

struct Random(u64);

impl Random {
    fn below(&mut self, end: i64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % end
    }

    fn one_in(&mut self, cases: i64) -> bool {
        self.below(cases) == 0
    }

    /// Some distinct numbers of a range without zero, as a list.
    fn list(&mut self, least: i64, most: i64) -> String {
        let count = 1 + self.below(3);
        let numbers = (0..count).map(|_| {
            loop {
                let number = least + self.below(most - least + 1);
                if number != 0 {
                    break number.to_string();
                }
            }
        });
        numbers.collect::<Vec<_>>().join(",")
    }

    fn days(&mut self, ordinals: bool) -> String {
        const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        let count = 1 + self.below(4);
        let days = (0..count).map(|_| {
            let day = DAYS[usize::try_from(self.below(7)).unwrap()];
            if ordinals && self.one_in(2) {
                format!(
                    "{}{day}",
                    [-2, -1, 1, 2, 3, 5][usize::try_from(self.below(6)).unwrap()]
                )
            } else {
                day.to_owned()
            }
        });
        days.collect::<Vec<_>>().join(",")
    }

    /// A rule that the standard allows.
    fn rule(&mut self) -> String {
        let freq = [
            "DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "HOURLY",
        ][usize::try_from(self.below(7)).unwrap()];
        let mut rule = format!("FREQ={freq}");
        let mut add = |name: &str, value: String| write!(rule, ";{name}={value}").unwrap();
        if self.one_in(2) {
            add("INTERVAL", (1 + self.below(9)).to_string());
        }
        match self.below(4) {
            0 => add("COUNT", (1 + self.below(40)).to_string()),
            1 => add(
                "UNTIL",
                format!("20{}0{}15T120000Z", 26 + self.below(5), 1 + self.below(9)),
            ),
            _ => {}
        }
        if self.one_in(4) {
            add("BYMONTH", self.list(1, 12));
        }
        let dates = freq != "WEEKLY" && self.one_in(4);
        if dates {
            add("BYMONTHDAY", self.list(-31, 31));
        }
        let year_days = !dates && freq == "YEARLY" && self.one_in(4);
        if year_days {
            add("BYYEARDAY", self.list(-366, 366));
        }
        let by_day = self.one_in(2);
        if by_day {
            let ordinals = matches!(freq, "MONTHLY" | "YEARLY");
            add("BYDAY", self.days(ordinals));
        }
        if self.one_in(6) {
            add("BYHOUR", self.list(1, 23));
        }
        if self.one_in(8) {
            add("BYMINUTE", self.list(1, 59));
        }
        if (by_day || dates || year_days) && self.one_in(4) {
            add("BYSETPOS", self.list(-3, 3));
        }
        if self.one_in(4) {
            add("WKST", "SU".to_owned());
        }
        rule
    }
}

#[test]
fn random_rules_give_what_the_engine_alone_gives() {
    let count = std::env::var("AFTERNOTE_RULES")
        .ok()
        .and_then(|it| it.parse().ok())
        .unwrap_or(3000);
    let mut random = Random(2026);
    let (mut compared, mut some) = (0, 0);
    for number in 0..count {
        let rule = random.rule();
        let start = Civil(
            civil("20240101T000000").0 + random.below(800) * DAY + random.below(DAY / 900) * 900,
        );
        let from = start.plus(random.below(1500) * DAY + random.below(DAY) - 20 * DAY);
        let bounds = Bounds {
            from,
            until: from.plus((1 + random.below(120)) * DAY),
        };
        let found = follow(start, &rule, bounds);
        assert!(!found.truncated, "{number}: {rule}");
        let expected = follow_slowly(start, &rule, bounds);
        assert_eq!(
            found.starts, expected,
            "{number}: {rule} from {start:?} in {bounds:?}"
        );
        compared += expected.len();
        some += i64::from(!expected.is_empty());
    }
    assert!(
        some * 4 > count,
        "only {some} of {count} rules gave anything"
    );
    assert!(compared > 0);
}

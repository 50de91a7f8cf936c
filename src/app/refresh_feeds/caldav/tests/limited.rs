//! A server that gives no more than so many entries at once.

use std::cell::Cell;

use pollster::block_on;

use super::{super::*, WORK, now};
use crate::domain::calendar::ics::Reader;

/// A server that gives no more than `most` entries at once. Each takes place on a day of its own, one
/// after the other from the first of December, or all on that one.
struct Limited {
    entries: usize,
    same_day: bool,
    most: usize,
    /// It gives none of them then.
    refuses: bool,
    asked: Cell<usize>,
}

impl FeedReader for Limited {
    async fn is_allowed(&self, _: &FeedAddress) -> bool {
        true
    }

    async fn read(
        &self,
        question: &FeedQuestion,
        mut take: impl FnMut(&[u8]),
    ) -> Result<FeedAnswer, FeedTrouble> {
        let asked = &question.dav.as_ref().unwrap().body;
        let body = if asked.contains("calendar-query") {
            self.asked.set(self.asked.get() + 1);
            let bound = |name: &str| {
                asked
                    .split(name)
                    .nth(1)
                    .unwrap()
                    .split('T')
                    .next()
                    .unwrap()
                    .to_owned()
            };
            let (from, until) = (bound("start=\""), bound("end=\""));
            let first = jiff::civil::date(2025, 12, 1);
            let day = |at: usize| first.saturating_add(jiff::Span::new().days(at as i64));
            let days =
                (0..self.entries).map(|at| (at, if self.same_day { first } else { day(at) }));
            let days = days.map(|(at, day)| (at, day.to_string().replace('-', "")));
            let within: Vec<_> = days
                .filter(|(_, day)| (&from..&until).contains(&day))
                .collect();
            let mut body = String::new();
            for (at, day) in within.iter().take(self.most) {
                body.push_str(&format!("<d:response><d:href>/work/{at}.ics</d:href><d:propstat><d:prop><c:calendar-data>BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:{at}\nDTSTART:{day}T100000Z\nEND:VEVENT\nEND:VCALENDAR</c:calendar-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"));
            }
            if within.len() > self.most && self.refuses {
                take(b"<d:error xmlns:d='DAV:'><d:number-of-matches-within-limits/></d:error>");
                return Ok(FeedAnswer {
                    status: 403,
                    ..FeedAnswer::default()
                });
            }
            if within.len() > self.most {
                body.push_str("<d:response><d:href>/work/</d:href><d:status>HTTP/1.1 507 Insufficient Storage</d:status><d:error><d:number-of-matches-within-limits/></d:error></d:response>");
            }
            body
        } else {
            "<d:response><d:href>/work/</d:href></d:response>".to_owned()
        };
        take(format!(r#"<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">{body}</d:multistatus>"#).as_bytes());
        Ok(FeedAnswer {
            status: 207,
            ..FeedAnswer::default()
        })
    }
}

#[test]
fn what_a_server_leaves_out_is_asked_for_in_shorter_windows() {
    for (entries, same_day, most, refuses, given) in [
        (90, false, 100, false, 90),
        (90, false, 40, false, 90),
        (90, false, 12, false, 90),
        (90, false, 12, true, 90),
        (90, true, 40, false, 40),
        (90, true, 40, true, 0),
    ] {
        let server = Limited {
            entries,
            same_day,
            most,
            refuses,
            asked: Cell::new(0),
        };
        let at = FeedAddress::parse(WORK).unwrap();
        let mut calendar = Reader::new(TimeZone::UTC);
        let read = block_on(read(&server, &at, None, now(), |it| calendar.push(it)));
        let (answer, mark) = read.unwrap();
        assert_eq!(answer.status, 200);
        let calendar = calendar.finish();
        assert_eq!(calendar.components().len(), given, "each once");
        assert_eq!(calendar.is_cut_off(), given < entries);
        // The marks, and the events.
        let partial = most < entries;
        assert_eq!(server.asked.get() > 2, partial);
        assert!(server.asked.get() < 80, "{}", server.asked.get());
        assert_eq!(mark.starts_with("partial:"), partial);
    }
}

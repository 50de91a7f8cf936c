//! Which prompt an interview deserves next, and when.
//!
//! Four stages while a note is fresh, each shown at most once; never in quiet hours; silent from
//! 48 hours on. Decides only: claiming and showing is the app's.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::quiet_hours::QuietHours;

/// A stage that prompts, least urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PromptStage {
    /// "What did you talk about?", 15 minutes after the end.
    Ask,
    /// The note is to be written, two hours after the end.
    Write,
    /// 24 hours after the end.
    Due,
    /// 44 hours after the end, four before it is late.
    LastCall,
}

/// What to do about prompting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextPrompt {
    /// Show this stage now; earlier stages are settled with it.
    Now(PromptStage),
    /// Look again then.
    At(Timestamp),
    /// No prompt will come.
    Never,
}

/// "Strike while the iron is still hot … within 24 to 48 hours": the end of all prompting.
const SILENT_AFTER: SignedDuration = SignedDuration::from_hours(48);
/// The mark that quiet hours must not carry a prompt across, when it can be earlier.
const MARK: SignedDuration = SignedDuration::from_hours(24);

impl PromptStage {
    /// All, least urgent first.
    pub const ALL: [Self; 4] = [Self::Ask, Self::Write, Self::Due, Self::LastCall];

    /// Stable code for storage and texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Write => "write",
            Self::Due => "due",
            Self::LastCall => "last_call",
        }
    }

    /// The stage of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    const fn offset(self) -> SignedDuration {
        match self {
            Self::Ask => SignedDuration::from_mins(15),
            Self::Write => SignedDuration::from_hours(2),
            Self::Due => MARK,
            Self::LastCall => SignedDuration::from_hours(44),
        }
    }

    /// When this stage prompts for an interview that ended at `end`: its own time, or the next
    /// allowed one; the last allowed one before the 24-hour mark when the next is after it.
    #[must_use]
    pub fn time(self, end: Timestamp, zone: &TimeZone, quiet: &QuietHours) -> Timestamp {
        let after = |it: SignedDuration| end.saturating_add(it).unwrap_or(Timestamp::MAX);
        let nominal = after(self.offset());
        let allowed = quiet.next_allowed(nominal, zone);
        let mark = after(MARK);
        if allowed == nominal || allowed <= mark || self == Self::LastCall {
            return allowed;
        }
        quiet
            .last_allowed(mark, zone)
            .filter(|it| *it >= after(Self::Ask.offset()))
            .unwrap_or(allowed)
    }
}

/// The next prompt of an interview that ended at `end`.
///
/// `wanted` are the stages that make sense for its notes now; `shown` those that have been shown;
/// nothing is shown before `snoozed_until`.
#[must_use]
pub fn next_prompt(
    end: Timestamp,
    now: Timestamp,
    zone: &TimeZone,
    quiet: &QuietHours,
    wanted: &[PromptStage],
    shown: &[PromptStage],
    snoozed_until: Option<Timestamp>,
) -> NextPrompt {
    let silent = end.saturating_add(SILENT_AFTER).unwrap_or(Timestamp::MAX);
    // A stage once shown settles every earlier one.
    let settled = shown.iter().max();
    let times = || {
        wanted
            .iter()
            .filter(|stage| settled.is_none_or(|it| *stage > it))
            .map(|stage| (*stage, stage.time(end, zone, quiet)))
    };
    let ripe = times().filter(|(_, time)| *time <= now).map(|(it, _)| it);
    let when = match ripe.max() {
        None => match times().map(|(_, time)| time).min() {
            None => return NextPrompt::Never,
            Some(time) => time,
        },
        Some(stage) => {
            let free = snoozed_until.map_or(now, |it| it.max(now));
            let time = quiet.next_allowed(free, zone);
            if time <= now && now < silent {
                return NextPrompt::Now(stage);
            }
            time
        }
    };
    if when < silent {
        NextPrompt::At(when)
    } else {
        NextPrompt::Never
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PromptStage::{Ask, Due, LastCall, Write};

    fn instant(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn zone() -> TimeZone {
        TimeZone::get("America/New_York").unwrap()
    }

    const WEEKENDS_TOO: fn() -> QuietHours = || QuietHours {
        weekends: true,
        ..QuietHours::default()
    };

    fn check_time(quiet: QuietHours, end: &str, expected: [&str; 4]) {
        for (stage, expected) in PromptStage::ALL.into_iter().zip(expected) {
            let time = stage.time(instant(end), &zone(), &quiet);
            assert_eq!(time, instant(expected), "{stage:?} after {end}");
        }
    }

    #[test]
    fn by_day_each_stage_has_its_own_time() {
        check_time(
            QuietHours::default(),
            "2026-03-10T11:00:00-04:00",
            [
                "2026-03-10T11:15:00-04:00",
                "2026-03-10T13:00:00-04:00",
                "2026-03-11T11:00:00-04:00",
                "2026-03-12T08:00:00-04:00",
            ],
        );
    }

    #[test]
    fn an_evening_interview_is_asked_about_in_the_morning() {
        check_time(
            QuietHours::default(),
            "2026-03-10T20:50:00-04:00",
            [
                "2026-03-11T08:00:00-04:00",
                "2026-03-11T08:00:00-04:00",
                "2026-03-11T20:50:00-04:00",
                "2026-03-12T16:50:00-04:00",
            ],
        );
    }

    #[test]
    fn quiet_hours_do_not_carry_a_prompt_across_the_24_hour_mark() {
        // The mark is at 22:00, in quiet hours: the last loud second before it is taken.
        check_time(
            QuietHours::default(),
            "2026-03-10T22:00:00-04:00",
            [
                "2026-03-11T08:00:00-04:00",
                "2026-03-11T08:00:00-04:00",
                "2026-03-11T20:59:59-04:00",
                "2026-03-12T18:00:00-04:00",
            ],
        );
    }

    #[test]
    fn a_quiet_weekend_with_no_allowed_time_before_the_mark_waits_for_monday() {
        check_time(
            WEEKENDS_TOO(),
            "2026-03-13T20:50:00-04:00",
            [
                "2026-03-16T08:00:00-04:00",
                "2026-03-16T08:00:00-04:00",
                "2026-03-16T08:00:00-04:00",
                "2026-03-16T08:00:00-04:00",
            ],
        );
    }

    #[test]
    fn a_night_that_loses_an_hour_is_as_long_as_the_clock_says() {
        let quiet = QuietHours::default();
        let end = instant("2026-03-07T20:50:00-05:00");
        let expected = instant("2026-03-08T08:00:00-04:00");
        assert_eq!(Ask.time(end, &zone(), &quiet), expected);
    }

    fn check(now: &str, wanted: &[PromptStage], shown: &[PromptStage], expected: NextPrompt) {
        check_snoozed(now, wanted, shown, None, expected);
    }

    fn check_snoozed(
        now: &str,
        wanted: &[PromptStage],
        shown: &[PromptStage],
        snoozed: Option<&str>,
        expected: NextPrompt,
    ) {
        let end = instant("2026-03-10T11:00:00-04:00");
        let snoozed = snoozed.map(instant);
        let quiet = QuietHours::default();
        let next = next_prompt(end, instant(now), &zone(), &quiet, wanted, shown, snoozed);
        assert_eq!(next, expected, "{now} {wanted:?} {shown:?}");
    }

    #[test]
    fn a_stage_prompts_when_its_time_has_come_and_only_once() {
        let at = |it| NextPrompt::At(instant(it));
        let all = &[Ask, Due, LastCall];
        check(
            "2026-03-10T11:10:00-04:00",
            all,
            &[],
            at("2026-03-10T11:15:00-04:00"),
        );
        check("2026-03-10T11:15:00-04:00", all, &[], NextPrompt::Now(Ask));
        check(
            "2026-03-10T11:16:00-04:00",
            all,
            &[Ask],
            at("2026-03-11T11:00:00-04:00"),
        );
        check(
            "2026-03-11T12:00:00-04:00",
            all,
            &[Ask],
            NextPrompt::Now(Due),
        );
        check(
            "2026-03-11T12:00:00-04:00",
            all,
            &[Ask, Due],
            at("2026-03-12T08:00:00-04:00"),
        );
        check(
            "2026-03-12T09:00:00-04:00",
            all,
            &[LastCall],
            NextPrompt::Never,
        );
    }

    #[test]
    fn after_a_long_sleep_only_the_most_urgent_stage_prompts() {
        let all = &[Ask, Write, Due, LastCall];
        check(
            "2026-03-12T09:00:00-04:00",
            all,
            &[],
            NextPrompt::Now(LastCall),
        );
    }

    #[test]
    fn waking_at_night_waits_for_the_morning() {
        let morning = NextPrompt::At(instant("2026-03-11T08:00:00-04:00"));
        check("2026-03-10T23:00:00-04:00", &[Ask], &[], morning);
    }

    #[test]
    fn from_48_hours_on_nothing_prompts() {
        check(
            "2026-03-12T11:00:00-04:00",
            &[Ask, LastCall],
            &[],
            NextPrompt::Never,
        );
        check(
            "2030-01-01T12:00:00-05:00",
            &[Ask, LastCall],
            &[],
            NextPrompt::Never,
        );
    }

    #[test]
    fn nothing_wanted_prompts_never() {
        check("2026-03-10T12:00:00-04:00", &[], &[], NextPrompt::Never);
        check(
            "2026-03-10T12:00:00-04:00",
            &[Ask],
            &[Write],
            NextPrompt::Never,
        );
    }

    #[test]
    fn a_snooze_is_kept_and_ends_in_the_morning_at_the_earliest() {
        let now = "2026-03-10T12:00:00-04:00";
        let check_until = |until, expected| {
            let expected = NextPrompt::At(instant(expected));
            check_snoozed(now, &[Ask], &[], Some(until), expected);
        };
        check_until("2026-03-10T13:00:00-04:00", "2026-03-10T13:00:00-04:00");
        check_until("2026-03-10T22:00:00-04:00", "2026-03-11T08:00:00-04:00");
        let past = Some("2026-03-10T11:30:00-04:00");
        check_snoozed(now, &[Ask], &[], past, NextPrompt::Now(Ask));
    }

    #[test]
    fn a_clock_that_runs_backwards_shows_nothing_twice() {
        let expected = NextPrompt::At(instant("2026-03-11T11:00:00-04:00"));
        check("2026-03-09T12:00:00-04:00", &[Ask, Due], &[Ask], expected);
    }
}

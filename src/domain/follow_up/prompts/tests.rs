//! The table of cases: when each stage prompts, and what sleep, travel and clocks do to it.

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
    // The mark is at 22:00, in quiet hours: half an hour before these begin is early enough.
    check_time(
        QuietHours::default(),
        "2026-03-10T22:00:00-04:00",
        [
            "2026-03-11T08:00:00-04:00",
            "2026-03-11T08:00:00-04:00",
            "2026-03-11T20:29:59-04:00",
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
fn a_night_that_loses_or_gains_an_hour_is_as_long_as_the_clock_says() {
    let quiet = QuietHours::default();
    let nights = "
        America/New_York    2026-03-07T20:50:00-05:00 2026-03-08T08:00:00-04:00
        America/New_York    2026-10-31T20:50:00-04:00 2026-11-01T08:00:00-05:00
        Europe/Berlin       2026-03-28T20:50:00+01:00 2026-03-29T08:00:00+02:00
        Europe/Berlin       2026-10-24T20:50:00+02:00 2026-10-25T08:00:00+01:00
        Australia/Lord_Howe 2026-04-04T20:50:00+11:00 2026-04-05T08:00:00+10:30
        Australia/Lord_Howe 2026-10-03T20:50:00+10:30 2026-10-04T08:00:00+11:00
    ";
    for night in nights.lines().filter(|it| !it.trim().is_empty()) {
        let words: Vec<&str> = night.split_whitespace().collect();
        let [zone, end, morning] = words[..] else {
            panic!("{night}");
        };
        let zone = TimeZone::get(zone).unwrap();
        let time = Ask.time(instant(end), &zone, &quiet);
        assert_eq!(time, instant(morning), "{end}");
    }
}

#[test]
fn a_day_is_24_hours_also_where_the_clock_says_23_or_25() {
    check_time(
        QuietHours::default(),
        "2026-03-07T15:00:00-05:00",
        [
            "2026-03-07T15:15:00-05:00",
            "2026-03-07T17:00:00-05:00",
            "2026-03-08T16:00:00-04:00",
            "2026-03-09T12:00:00-04:00",
        ],
    );
    check_time(
        QuietHours::default(),
        "2026-10-31T15:00:00-04:00",
        [
            "2026-10-31T15:15:00-04:00",
            "2026-10-31T17:00:00-04:00",
            "2026-11-01T14:00:00-05:00",
            "2026-11-02T10:00:00-05:00",
        ],
    );
}

/// Nobody is quiet.
const LOUD: QuietHours = QuietHours {
    from: jiff::civil::time(0, 0, 0, 0),
    until: jiff::civil::time(0, 0, 0, 0),
    weekends: false,
};

fn check_write(quiet: QuietHours, end: &str, expected: &str) {
    let time = Write.time(instant(end), &zone(), &quiet);
    assert_eq!(time, instant(expected), "after {end}");
}

#[test]
fn the_note_is_written_on_the_same_day_where_a_time_is_left() {
    let nights = QuietHours::default();
    let check = |end, expected| check_write(nights, end, expected);
    check("2026-03-10T18:59:00-04:00", "2026-03-10T20:59:00-04:00");
    check("2026-03-10T19:00:00-04:00", "2026-03-10T19:30:00-04:00");
    check("2026-03-10T19:30:00-04:00", "2026-03-10T20:00:00-04:00");
    check("2026-03-10T20:29:00-04:00", "2026-03-10T20:59:00-04:00");
    // No allowed time is left half an hour after it.
    check("2026-03-10T20:30:00-04:00", "2026-03-11T08:00:00-04:00");
    // Before the day has begun.
    check("2026-03-10T05:00:00-04:00", "2026-03-10T08:00:00-04:00");
    check("2026-03-10T06:30:00-04:00", "2026-03-10T08:30:00-04:00");
}

#[test]
fn without_quiet_hours_midnight_ends_the_day() {
    check_write(
        LOUD,
        "2026-03-10T21:59:00-04:00",
        "2026-03-10T23:59:00-04:00",
    );
    check_write(
        LOUD,
        "2026-03-10T22:30:00-04:00",
        "2026-03-10T23:00:00-04:00",
    );
    check_write(
        LOUD,
        "2026-03-10T23:45:00-04:00",
        "2026-03-11T01:45:00-04:00",
    );
}

#[test]
fn a_quiet_weekend_leaves_no_time_on_its_own_day() {
    check_write(
        WEEKENDS_TOO(),
        "2026-03-13T20:45:00-04:00",
        "2026-03-16T08:00:00-04:00",
    );
}

/// The same interview, seen by a user who has travelled.
#[test]
fn who_travels_is_prompted_by_the_clock_of_where_they_are() {
    let end = instant("2026-03-10T17:00:00-04:00");
    let quiet = QuietHours::default();
    let next = |zone: &str, now: &str, shown: &[PromptStage]| {
        let zone = TimeZone::get(zone).unwrap();
        let wanted = &[Ask, Due, LastCall];
        next_prompt(end, instant(now), &zone, &quiet, wanted, shown, None)
    };
    let at = |it| NextPrompt::At(instant(it));
    let over = "2026-03-10T17:20:00-04:00";
    assert_eq!(next("America/New_York", over, &[]), NextPrompt::Now(Ask));
    // It is 21:20 in London (no summer time yet), and 06:20 of the next day in Tokyo.
    assert_eq!(next("Europe/London", over, &[]), at("2026-03-11T08:00:00Z"));
    assert_eq!(
        next("Asia/Tokyo", over, &[]),
        at("2026-03-11T08:00:00+09:00")
    );
    // Shown before the flight is not shown again after it.
    let landed = "2026-03-11T09:00:00+09:00";
    assert_eq!(
        next("Asia/Tokyo", landed, &[Ask]),
        at("2026-03-11T20:29:59+09:00")
    );
    let home = "2026-03-11T12:00:00-04:00";
    assert_eq!(
        next("America/New_York", home, &[Ask]),
        at("2026-03-11T17:00:00-04:00")
    );
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
fn years_of_sleep_prompt_for_nothing_and_years_ahead_wait() {
    check(
        "2046-03-10T12:00:00-04:00",
        &[Ask, Write, Due, LastCall],
        &[],
        NextPrompt::Never,
    );
    let at = NextPrompt::At(instant("2026-03-10T11:15:00-04:00"));
    check(
        "2006-03-10T12:00:00-05:00",
        &[Ask, Write, Due, LastCall],
        &[],
        at,
    );
}

#[test]
fn a_clock_set_back_before_the_end_waits_for_what_was_not_shown() {
    let at = |it| NextPrompt::At(instant(it));
    let all = &[Ask, Write, Due, LastCall];
    let before = "2026-03-10T10:00:00-04:00";
    check(before, all, &[Ask, Write], at("2026-03-11T11:00:00-04:00"));
    check(
        before,
        all,
        &[Ask, Write, Due],
        at("2026-03-12T08:00:00-04:00"),
    );
    check(before, all, &[LastCall], NextPrompt::Never);
}

#[test]
fn a_clock_that_runs_backwards_shows_nothing_twice() {
    let expected = NextPrompt::At(instant("2026-03-11T11:00:00-04:00"));
    check("2026-03-09T12:00:00-04:00", &[Ask, Due], &[Ask], expected);
}

#[test]
fn no_stage_prompts_before_the_soonest_of_all() {
    let zones = ["America/New_York", "Asia/Kolkata", "Pacific/Auckland"];
    for zone in zones.map(|it| TimeZone::get(it).unwrap()) {
        for hour in 0..24 * 8 {
            let end = instant("2026-03-10T11:00:00-04:00") + SignedDuration::from_hours(hour);
            for (from, until, weekends) in [(21, 8, false), (0, 0, true), (18, 11, true)] {
                let quiet = QuietHours {
                    from: jiff::civil::time(from, 0, 0, 0),
                    until: jiff::civil::time(until, 0, 0, 0),
                    weekends,
                };
                for stage in PromptStage::ALL {
                    assert!(stage.time(end, &zone, &quiet) >= PromptStage::soonest(end));
                }
            }
        }
    }
}

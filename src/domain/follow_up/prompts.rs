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
    /// The note is to be written, two hours after the end; sooner where the day would be over by then.
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
/// The note is written on the day of the interview, but not right after it.
const WRITE_SOONEST: SignedDuration = SignedDuration::from_mins(30);
/// A prompt that must not be late comes this long before quiet hours begin: alarms may be late, and
/// the slowest that makes up for a lost one comes every half hour.
const MARGIN: SignedDuration = SignedDuration::from_mins(30);

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

    /// No stage prompts for an interview that ended at `end` before this, whatever the quiet hours.
    #[must_use]
    pub fn soonest(end: Timestamp) -> Timestamp {
        end.saturating_add(Self::Ask.offset())
            .unwrap_or(Timestamp::MAX)
    }

    /// When this stage prompts for an interview that ended at `end`: its own time, or the next
    /// allowed one; before the 24-hour mark when the next is after it, and on the same day where the
    /// note is to be written, if an allowed time is left.
    #[must_use]
    pub fn time(self, end: Timestamp, zone: &TimeZone, quiet: &QuietHours) -> Timestamp {
        let after = |it: SignedDuration| end.saturating_add(it).unwrap_or(Timestamp::MAX);
        let nominal = after(self.offset());
        if self == Self::Write
            && let Some(time) = same_day(nominal, after(WRITE_SOONEST), end, zone, quiet)
        {
            return time;
        }
        let allowed = quiet.next_allowed(nominal, zone);
        let mark = after(MARK);
        if allowed == nominal || allowed <= mark || self == Self::LastCall {
            return allowed;
        }
        before(mark, after(Self::Ask.offset()), zone, quiet).unwrap_or(allowed)
    }
}

/// `nominal` if it is allowed and on the day of `end`; otherwise the first allowed time from
/// `soonest` on that is.
fn same_day(
    nominal: Timestamp,
    soonest: Timestamp,
    end: Timestamp,
    zone: &TimeZone,
    quiet: &QuietHours,
) -> Option<Timestamp> {
    let day = |it: Timestamp| zone.to_datetime(it).date();
    if !quiet.is_quiet(nominal, zone) && day(nominal) == day(end) {
        return Some(nominal);
    }
    let time = quiet.next_allowed(soonest, zone);
    (day(time) == day(end) && time <= nominal).then_some(time)
}

/// The last allowed time not after `mark` and not before `soonest`, with a margin if there is room
/// for one.
pub(super) fn before(
    mark: Timestamp,
    soonest: Timestamp,
    zone: &TimeZone,
    quiet: &QuietHours,
) -> Option<Timestamp> {
    let last = quiet.last_allowed(mark, zone).filter(|it| *it >= soonest)?;
    let sooner = last.saturating_sub(MARGIN).unwrap_or(last).max(soonest);
    Some(if quiet.is_quiet(sooner, zone) {
        last
    } else {
        sooner
    })
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
mod tests;

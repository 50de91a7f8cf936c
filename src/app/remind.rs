//! Compares what is stored with the clock: closes what has lapsed, prompts for what is due, counts
//! it for the badge, and asks to be woken when that changes next.
//!
//! Runs at every wake. Alarms are hints: nothing is concluded from an alarm having fired.

mod prompt;
mod shown;
mod words;

use jiff::Timestamp;

pub use shown::target;

use super::{
    error::AppError,
    ports::{Badge, Clock, KeyValueStore, Notifier, Scheduler},
    store::{
        Store,
        migrate::Records,
        record::BY_CLOCK,
        v1::{InterviewV1, PersonV1},
    },
};
use crate::domain::follow_up::{
    status::Step,
    timing::{self, Stage},
};

/// Whether this look at the clock may prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompting {
    /// What is due is shown.
    Allowed,
    /// What is due is shown unless a calendar is due to be asked as well: the wake that asks it shows
    /// it.
    UnlessCalendarsAreDue,
    /// A calendar is being asked whether the interviews still stand: what is due is shown by the
    /// look at the clock that follows.
    HeldBack,
}

/// Brings records, prompts, badge, notifications and alarms in line with the clock.
///
/// A prompt is claimed in storage before it is shown: one that is lost because the worker dies in
/// between is better than one shown twice; one that the browser refuses to show is given back. What
/// the storage or the browser refuses keeps nothing else from being done.
///
/// # Errors
/// The first of the storage's or the browser's; the next wake tries again.
pub async fn reconcile<K: KeyValueStore, C: Clock, S: Scheduler, B: Badge, N: Notifier>(
    store: &Store<'_, K>,
    clock: &C,
    scheduler: &S,
    badge: &B,
    notifier: &N,
    prompting: Prompting,
) -> Result<(), AppError> {
    // Whatever goes wrong after it, there is a next wake.
    let safe = scheduler.keep_safety_alarm().await;
    let now = clock.now();
    let (mut records, index) = store.open_records(now).await?;
    if records.newer {
        return badge.show_due(due_now(&records, now)).await.and(safe);
    }
    let aside = store.set_aside(&records.unreadable).await;
    let settled = settle(&mut records.interviews, now);
    let badged = badge.show_due(due_now(&records, now)).await;
    let settled = store.save_interviews(settled, None).await;
    let zone = clock.zone();
    let look = |held_back| {
        let (all, settings) = (&records.interviews, &records.settings);
        prompt::claim(all, settings, now, &zone, held_back)
    };
    let mut prompts = look(prompting == Prompting::HeldBack);
    let unless = prompting == Prompting::UnlessCalendarsAreDue && prompts.notice.is_some();
    if unless && store.has_due_feed(now).await.unwrap_or(true) {
        prompts = look(true);
    }
    let claimed = store.save_interviews(prompts.claimed.clone(), None).await;
    if claimed.is_err() {
        prompts.claimed.clear();
        prompts.notice = None;
    }
    // As they are now; what they were before is kept in their place.
    for it in &mut records.interviews {
        if let Some(claimed) = prompts.claimed.iter_mut().find(|new| new.id == it.id) {
            std::mem::swap(it, claimed);
        }
    }
    let before = std::mem::take(&mut prompts.claimed);
    let tidied = match &settled {
        Ok(()) => tidy(store, index.is_some(), &records, now).await,
        // What is not written down as over is not to be lost sight of.
        Err(_) => Ok(()),
    };
    let withdrawn = withdraw(notifier, &before, &records.interviews, now).await;
    let shown = match &prompts.notice {
        Some(notice) => notifier.show(notice).await,
        None => Ok(()),
    };
    let given_back = match &shown {
        Err(_) => store.save_interviews(written_twice(before), None).await,
        Ok(()) => Ok(()),
    };
    let next = next_change(&records, now).into_iter().chain(prompts.next);
    let alarmed = scheduler.wake_at(next.min()).await;
    let stored = aside.and(settled).and(claimed).and(tidied).and(given_back);
    let told = badged.and(withdrawn).and(shown).and(alarmed).and(safe);
    stored.and(told)
}

/// Saving has brought the index up to date already, where there was one.
async fn tidy<K: KeyValueStore>(
    store: &Store<'_, K>,
    is_indexed: bool,
    records: &Records,
    now: Timestamp,
) -> Result<(), AppError> {
    let current = if is_indexed {
        store.index().await?
    } else {
        None
    };
    store.tidy_index(current, records, now).await
}

/// As they were before they were claimed; what lies in storage was written once since.
fn written_twice(mut before: Vec<InterviewV1>) -> Vec<InterviewV1> {
    for it in &mut before {
        it.rev += 1;
    }
    before
}

/// Takes away what is no longer so, and what was claimed anew.
async fn withdraw<N: Notifier>(
    notifier: &N,
    claimed: &[InterviewV1],
    interviews: &[InterviewV1],
    now: Timestamp,
) -> Result<(), AppError> {
    // A browser that does not tell what it shows keeps nobody from being prompted.
    let visible = notifier.shown().await;
    let visible_ids = visible.as_deref().unwrap_or_default();
    let mut done = shown::outdated(visible_ids, interviews, now);
    done.extend(shown::replaced(visible_ids, claimed));
    let mut outcome = visible.as_ref().map(drop).map_err(Clone::clone);
    for id in &done {
        outcome = outcome.and(notifier.withdraw(id).await);
    }
    outcome
}

/// Number of notes due now. Late ones are shown in the popup but no longer counted here: the badge
/// is a prompt, and prompts end after 48 hours.
fn due_now(records: &Records, now: Timestamp) -> u32 {
    let count: usize = records
        .interviews
        .iter()
        .filter(|it| it.counts())
        .filter(|it| matches!(timing::stage(it.end(), now), Stage::Due | Stage::Overdue))
        .map(InterviewV1::owed)
        .sum();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn next_change(records: &Records, now: Timestamp) -> Option<Timestamp> {
    records
        .interviews
        .iter()
        .filter(|it| it.counts() && it.owed() > 0)
        .filter_map(|it| timing::next_change(it.end(), now))
        .min()
}

/// Lapses every note that nobody has sent or skipped in time, and opens those again that lapsed by a
/// clock that was ahead; returns the changed interviews.
fn settle(interviews: &mut [InterviewV1], now: Timestamp) -> Vec<InterviewV1> {
    let mut changed = Vec::new();
    for interview in interviews {
        let over = timing::stage(interview.end(), now) == Stage::Lapsed;
        let too_early = |it: &PersonV1| {
            it.lapsed_ms()
                .is_some_and(|it| !over || it > now.as_millisecond())
        };
        if !over && !interview.people.iter().any(too_early) {
            continue;
        }
        let before = interview.clone();
        let lapsed = interview.end().saturating_add(timing::LAPSE_AFTER);
        let lapsed = lapsed.unwrap_or(Timestamp::MAX);
        for person in &mut interview.people {
            if too_early(person) {
                person.reopen();
            }
            // A late note that the user took up is the user's own affair.
            if over && person.is_owed() && !person.is_touched_since(lapsed) {
                // A status that may not lapse stays as it is.
                let _ = person.take(Step::Lapse, lapsed, BY_CLOCK);
            }
        }
        if *interview != before {
            changed.push(interview.clone());
        }
    }
    changed
}

//! Compares what is stored with the clock: closes what has lapsed, prompts for what is due, counts
//! it for the badge, and asks to be woken when that changes next.
//!
//! Runs at every wake. Alarms are hints: nothing is concluded from an alarm having fired.

mod prompt;
mod shown;
mod words;

use jiff::Timestamp;

use prompt::Prompts;
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
    /// A calendar is being asked whether the interviews still stand: what is due is shown by the
    /// look at the clock that follows.
    HeldBack,
}

/// Brings records, prompts, badge, notifications and alarms in line with the clock.
///
/// A prompt is claimed in storage before it is shown: one that is lost because the worker dies in
/// between is better than one shown twice. What the browser refuses keeps nothing else from being
/// done.
///
/// # Errors
/// The storage's or the first of the browser's; the next wake tries again.
pub async fn reconcile<K: KeyValueStore, C: Clock, S: Scheduler, B: Badge, N: Notifier>(
    store: &Store<'_, K>,
    clock: &C,
    scheduler: &S,
    badge: &B,
    notifier: &N,
    prompting: Prompting,
) -> Result<(), AppError> {
    let now = clock.now();
    let (mut records, index) = store.open_records(now).await?;
    let badged = badge.show_due(due_now(&records, now)).await;
    if records.newer {
        return badged;
    }
    store.set_aside(&records.unreadable).await?;
    let settled = settle(&mut records.interviews, now);
    store.save_interviews(settled, None).await?;
    let (zone, held_back) = (clock.zone(), prompting == Prompting::HeldBack);
    let prompts = prompt::claim(
        &records.interviews,
        &records.settings,
        now,
        &zone,
        held_back,
    );
    store.save_interviews(prompts.claimed.clone(), None).await?;
    for it in &mut records.interviews {
        if let Some(claimed) = prompts.claimed.iter().find(|claimed| claimed.id == it.id) {
            it.clone_from(claimed);
        }
    }
    // Saving has brought the index up to date already, where there was one.
    let current = match index {
        Some(_) => store.index().await?,
        None => None,
    };
    store.tidy_index(current, &records, now).await?;
    let told = tell(notifier, &prompts, &records.interviews, now).await;
    let next = next_change(&records, now).into_iter().chain(prompts.next);
    let alarmed = scheduler.wake_at(next.min()).await;
    let safe = scheduler.keep_safety_alarm().await;
    badged.and(told).and(alarmed).and(safe)
}

/// Takes away what is no longer so, and shows what was claimed.
async fn tell<N: Notifier>(
    notifier: &N,
    prompts: &Prompts,
    interviews: &[InterviewV1],
    now: Timestamp,
) -> Result<(), AppError> {
    // A browser that does not tell what it shows keeps nobody from being prompted.
    let visible = notifier.shown().await;
    let visible_ids = visible.as_deref().unwrap_or_default();
    let mut done = shown::outdated(visible_ids, interviews, now);
    done.extend(shown::replaced(visible_ids, &prompts.claimed));
    let mut outcome = visible.as_ref().map(drop).map_err(Clone::clone);
    for id in &done {
        outcome = outcome.and(notifier.withdraw(id).await);
    }
    match &prompts.notice {
        Some(notice) => notifier.show(notice).await.and(outcome),
        None => outcome,
    }
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
                // There is a last change.
                let _ = person.undo();
            }
            // A late note that the user took up is the user's own affair.
            if over && person.is_owed() && !person.is_touched_since(lapsed) {
                // A status that may not lapse stays as it is.
                let _ = person.take(Step::Lapse, now, BY_CLOCK);
            }
        }
        if *interview != before {
            changed.push(interview.clone());
        }
    }
    changed
}

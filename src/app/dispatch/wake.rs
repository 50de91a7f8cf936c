//! The order of a wake: calendars that are due are asked first, so that nobody is prompted for an
//! interview that was moved or called off while the machine slept; then the clock is looked at.
//!
//! A calendar that takes its time holds nothing up for longer than the limit.

use std::{
    future::{Future, poll_fn},
    pin::{Pin, pin},
    task::Poll,
};

use super::{Dispatcher, unless_newer};
use crate::app::{
    delete,
    error::AppError,
    ports::{Badge, Clock, FeedReader, KeyValueStore, Notifier, Scheduler},
    remind::Prompting,
    store::Store,
};

/// How much a wake looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// At what is open.
    Open,
    /// At every record: the browser or the extension begins anew, and there is time.
    Everything,
}

impl<K: KeyValueStore, C: Clock, S: Scheduler, B: Badge, N: Notifier> Dispatcher<K, C, S, B, N> {
    /// Asks the calendars that are due, for as long as `limit` is not over, and then compares what
    /// is stored with the clock. How it went is remembered for the pages.
    ///
    /// # Errors
    /// The storage's or the browser's; the next wake tries again.
    pub async fn wake<F: FeedReader>(
        &self,
        reader: &F,
        look: Look,
        limit: impl Future<Output = ()>,
    ) -> Result<(), AppError> {
        let mut asking = pin!(self.refresh_feeds(reader));
        let mut asked = None;
        let mut limit = pin!(limit);
        poll_fn(|context| match asking.as_mut().poll(context) {
            Poll::Ready(outcome) => {
                asked = Some(outcome);
                Poll::Ready(())
            }
            Poll::Pending => limit.as_mut().poll(context),
        })
        .await;
        let looked = beside(asking.as_mut(), &mut asked, self.look(look)).await;
        let asked = match asked {
            Some(outcome) => outcome,
            None => asking.await,
        };
        let outcome = looked.and(asked);
        let _ = self.conclude(&outcome).await;
        outcome
    }

    async fn look(&self, look: Look) -> Result<(), AppError> {
        let _alone = self.writing.lock().await;
        let store = Store::new(&self.kv);
        let prepared = if look == Look::Everything {
            let upgraded = store.upgrade().await.or_else(unless_newer);
            upgraded.and(store.forget_index().await.or_else(unless_newer))
        } else {
            Ok(())
        };
        // A full storage keeps nobody from being reminded.
        let aligned = self.align_and(Prompting::Allowed).await;
        prepared.and(aligned)
    }

    /// Once a day, clears away what is older than the settings say.
    ///
    /// # Errors
    /// The storage's; the next wake tries again.
    pub async fn clear_away(&self) -> Result<(), AppError> {
        let _alone = self.writing.lock().await;
        let (now, zone) = (self.clock.now(), self.clock.zone());
        delete::clear_away(&Store::new(&self.kv), now, &zone).await
    }

    /// Remembers how a look at the clock went. That this fails, too, changes nothing.
    pub(super) async fn conclude(&self, outcome: &Result<(), AppError>) -> Result<(), AppError> {
        if outcome == &Err(AppError::StorageFull) {
            // There may be no room to remember it; the badge needs none.
            let _ = self.badge.show_full().await;
        }
        let _alone = self.writing.lock().await;
        let store = Store::new(&self.kv);
        store.conclude_wake(outcome, self.clock.now()).await
    }
}

/// Carries out `work` while `other` goes on: it may hold the lock that the work waits for.
async fn beside<A: Future, W: Future>(
    mut other: Pin<&mut A>,
    done: &mut Option<A::Output>,
    work: W,
) -> W::Output {
    let mut work = pin!(work);
    poll_fn(|context| {
        if done.is_none()
            && let Poll::Ready(outcome) = other.as_mut().poll(context)
        {
            *done = Some(outcome);
        }
        work.as_mut().poll(context)
    })
    .await
}

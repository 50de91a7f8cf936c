//! The one place where commands meet the use cases. Runs in the background only.
//!
//! Commands are carried out one after the other: each holds a lock from its first read to its last
//! write. After each, badge and alarms are brought in line.

mod feeds;
#[cfg(feature = "services")]
mod services;
mod wake;

pub use wake::Look;

use async_lock::Mutex;

use super::{
    add_interview, backup, check_in, companion, delete,
    error::AppError,
    judge, people,
    ports::{Badge, Clock, KeyValueStore, Notifier, Scheduler, SyncStore},
    prepare_note,
    protocol::{Command, Reply, Request},
    record_status, refresh_feeds,
    remind::{self, Prompting},
    repair, scan_calendar, settings, snooze,
    store::Store,
    sync, teach, watch_calendars,
};

/// Carries out commands with the given ports.
#[derive(Debug)]
pub struct Dispatcher<K, C, S, B, N> {
    kv: K,
    clock: C,
    scheduler: S,
    badge: B,
    notifier: N,
    writing: Mutex<()>,
    /// Held while calendars are being asked.
    asking: Mutex<()>,
    /// Held while something outside the storage is brought in line with it.
    aligning: Mutex<()>,
}

impl<K: KeyValueStore, C: Clock, S: Scheduler, B: Badge, N: Notifier> Dispatcher<K, C, S, B, N> {
    /// A dispatcher over these ports. There must be only one over one store.
    pub const fn new(kv: K, clock: C, scheduler: S, badge: B, notifier: N) -> Self {
        Self {
            kv,
            clock,
            scheduler,
            badge,
            notifier,
            writing: Mutex::new(()),
            asking: Mutex::new(()),
            aligning: Mutex::new(()),
        }
    }

    /// Carries out what reads the storage and brings something else in line with it, never two of
    /// them at once; commands go on meanwhile.
    pub async fn one_at_a_time<T>(&self, work: impl Future<Output = T>) -> T {
        let _alone = self.aligning.lock().await;
        work.await
    }

    /// Carries out a command and answers; never fails otherwise than by [`Reply::Failed`].
    pub async fn handle(&self, command: Command) -> Reply {
        let (reply, aligned) = {
            let _alone = self.writing.lock().await;
            match self.carry_out(&command).await {
                Ok(reply) => (reply, self.align().await),
                Err(error) => return Reply::from(&error),
            }
        };
        if command.request == Request::Reconcile {
            let _ = self.conclude(&aligned).await;
            return aligned.map_or_else(|error| Reply::from(&error), |()| reply);
        }
        // The command is done; a badge that lags until the next wake does not undo it.
        reply
    }

    /// Hears from other devices who has been thanked, and tells them, if the user wants that.
    ///
    /// # Errors
    /// The local storage's; the next wake tries again.
    pub async fn sync<Y: SyncStore>(&self, synced: &Y) -> Result<sync::Outcome, AppError> {
        let _alone = self.writing.lock().await;
        let store = Store::new(&self.kv);
        let outcome = sync::reconcile(&store, &self.clock, synced).await?;
        if outcome.changed {
            self.align().await?;
        }
        Ok(outcome)
    }

    /// Removes what devices told each other.
    ///
    /// # Errors
    /// What the browser refuses.
    pub async fn forget_synced<Y: SyncStore>(&self, synced: &Y) -> Result<(), AppError> {
        let _alone = self.writing.lock().await;
        sync::forget(synced).await
    }

    /// Puts off what a notification was about, for an hour.
    ///
    /// # Errors
    /// The storage's.
    pub async fn put_off(&self, notice: &str) -> Result<(), AppError> {
        let _alone = self.writing.lock().await;
        let (store, zone) = (Store::new(&self.kv), self.clock.zone());
        snooze::put_off(&store, self.clock.now(), &zone, notice).await?;
        self.align().await
    }

    async fn align(&self) -> Result<(), AppError> {
        let prompting = match self.asking.try_lock() {
            Some(_) => Prompting::UnlessCalendarsAreDue,
            None => Prompting::HeldBack,
        };
        self.align_and(prompting).await
    }

    async fn align_and(&self, prompting: Prompting) -> Result<(), AppError> {
        let store = Store::new(&self.kv);
        remind::reconcile(
            &store,
            &self.clock,
            &self.scheduler,
            &self.badge,
            &self.notifier,
            prompting,
        )
        .await
    }

    async fn carry_out(&self, command: &Command) -> Result<Reply, AppError> {
        let store = Store::new(&self.kv);
        let id = command.id.as_str();
        match &command.request {
            Request::RecordScan { source, found } => {
                let origin = scan_calendar::Origin {
                    name: source,
                    feed: None,
                };
                let merged = scan_calendar::record_scan(&store, id, origin, found).await?;
                Ok(merged.into())
            }
            Request::RecordPage {
                host,
                found,
                confirmed,
            } => {
                let confirmed = *confirmed;
                let page = scan_calendar::Page { host, confirmed };
                let merged = scan_calendar::record_page(&store, id, page, found).await?;
                Ok(merged.into())
            }
            Request::WatchCalendars { sites } => {
                watch_calendars::save(&store, sites).await?;
                Ok(Reply::Done)
            }
            Request::Accompany { sites } => {
                companion::save(&store, sites).await?;
                Ok(Reply::Done)
            }
            Request::AddInterview { interview } => {
                let now = self.clock.now();
                let interview = add_interview::add_interview(&store, now, id, interview).await?;
                Ok(Reply::Added { interview })
            }
            Request::AddPerson { interview, person } => {
                add_interview::add_person(&store, id, interview, person).await?;
                Ok(Reply::Done)
            }
            Request::RemovePerson { interview, person } => {
                people::remove(&store, id, interview, person).await?;
                Ok(Reply::Done)
            }
            Request::RestorePerson { interview, person } => {
                people::restore(&store, id, interview, person).await?;
                Ok(Reply::Done)
            }
            Request::EditPerson { .. }
            | Request::EditInterview { .. }
            | Request::OrderPeople { .. }
            | Request::SetKind { .. }
            | Request::SetRelay { .. }
            | Request::TakeBack { .. } => {
                let is_changed =
                    people::put_right(&store, &self.clock, id, &command.request).await?;
                Ok(if is_changed {
                    Reply::Done
                } else {
                    Reply::Unchanged
                })
            }
            Request::SaveProfile { profile } => {
                // First: a command that was cut off finds the addresses as they were.
                if store.profile().await?.emails != profile.emails {
                    people::remove_user(&store, id, &profile.emails).await?;
                }
                settings::save_profile(&store, profile).await?;
                // The same calendar says something else about another person.
                refresh_feeds::forget_contents(&store).await?;
                Ok(Reply::Done)
            }
            Request::LearnWord { word } => {
                settings::learn_word(&store, word).await?;
                Ok(Reply::Done)
            }
            Request::Teach { lesson } => {
                teach::teach(&store, id, lesson).await?;
                Ok(Reply::Done)
            }
            Request::Unteach { lesson } => {
                teach::unteach(&store, id, lesson).await?;
                Ok(Reply::Done)
            }
            Request::NotThisTime { interview, person } => {
                teach::not_this_time(&store, id, interview, person).await?;
                Ok(Reply::Done)
            }
            Request::SaveSettings { settings } => {
                settings::save_settings(&store, settings).await?;
                Ok(Reply::Done)
            }
            Request::ShareStatus { on } => {
                sync::switch(&store, *on).await?;
                Ok(Reply::Done)
            }
            Request::Snooze {
                interview,
                until_ms,
            } => {
                snooze::snooze(&store, id, interview, *until_ms).await?;
                Ok(Reply::Done)
            }
            Request::Judge {
                interview,
                is_interview,
            } => {
                let now = self.clock.now();
                judge::judge(&store, now, id, interview, *is_interview).await?;
                Ok(Reply::Done)
            }
            Request::Remember { correction, scope } => {
                judge::remember(&store, self.clock.now(), id, correction, scope).await?;
                // The same calendar says something else now.
                refresh_feeds::forget_contents(&store).await?;
                Ok(Reply::Done)
            }
            Request::ItIsOne { source, found } => {
                let found = std::slice::from_ref(found);
                let source = scan_calendar::Origin {
                    name: source,
                    feed: None,
                };
                let ids = scan_calendar::record_chosen(&store, id, source, found).await?;
                let interview = ids.into_iter().next().ok_or(AppError::NotFound)?;
                let (now, said) = (self.clock.now(), format!("{id}:said"));
                judge::judge(&store, now, &said, &interview, Some(true)).await?;
                Ok(Reply::Added { interview })
            }
            Request::ForgetCorrection { correction } => {
                judge::forget(&store, id, correction).await?;
                refresh_feeds::forget_contents(&store).await?;
                Ok(Reply::Done)
            }
            Request::PrepareNote {
                interview,
                person,
                variant,
            } => {
                let clock = &self.clock;
                prepare_note::prepare_note(&store, clock, id, interview, person, *variant).await
            }
            Request::SkipAll { interview } => {
                record_status::skip_all(&store, self.clock.now(), id, interview).await?;
                Ok(Reply::Done)
            }
            Request::UndoSkipAll { interview } => {
                record_status::undo_skip_all(&store, self.clock.now(), id, interview).await?;
                Ok(Reply::Done)
            }
            Request::SetOutcome { interview, outcome } => {
                let (now, outcome) = (self.clock.now(), outcome.as_deref());
                judge::set_outcome(&store, now, id, interview, outcome).await?;
                Ok(Reply::Done)
            }
            Request::CheckIn { interview, person } => {
                let (now, zone) = (self.clock.now(), self.clock.zone());
                check_in::record(&store, now, &zone, id, interview, person).await?;
                Ok(Reply::Done)
            }
            Request::UndoCheckIn { interview } => {
                check_in::take_back(&store, id, interview).await?;
                Ok(Reply::Done)
            }
            Request::Restore {
                records,
                replace,
                bring_back,
            } => {
                let choices = backup::Choices {
                    replace: *replace,
                    bring_back: *bring_back,
                };
                let now = self.clock.now();
                let plan = backup::restore(&store, now, id, records, choices).await?;
                Ok(Reply::Recorded {
                    added: plan.added,
                    updated: plan.completed,
                    unchanged: plan.unchanged,
                })
            }
            Request::Delete { interview } => {
                match interview {
                    Some(it) => delete::delete(&store, self.clock.now(), it).await?,
                    None => store.erase_everything().await?,
                }
                Ok(Reply::Done)
            }
            Request::BringBack { record } => {
                delete::bring_back(&store, id, record).await?;
                Ok(Reply::Done)
            }
            Request::TryAgain { key } => {
                repair::try_again(&store, id, key).await?;
                Ok(Reply::Done)
            }
            Request::Discard { key } => {
                repair::discard(&store, key).await?;
                Ok(Reply::Done)
            }
            Request::AddFeed {
                address,
                label,
                caldav,
            } => {
                let now = self.clock.now();
                refresh_feeds::add(&store, now, address, label, *caldav).await?;
                Ok(Reply::Done)
            }
            #[cfg(feature = "services")]
            Request::Connect { connection } => {
                let now = self.clock.now();
                refresh_feeds::services::kept::connect(&store, now, connection).await?;
                Ok(Reply::Done)
            }
            Request::EditFeed {
                feed,
                label,
                every_minutes,
            } => {
                let now = self.clock.now();
                refresh_feeds::edit(&store, now, feed, label, *every_minutes).await?;
                Ok(Reply::Done)
            }
            Request::RemoveFeed { feed } => {
                refresh_feeds::remove(&store, feed).await?;
                Ok(Reply::Done)
            }
            Request::RefreshFeed { feed } => {
                refresh_feeds::hasten(&store, self.clock.now(), feed).await?;
                Ok(Reply::Done)
            }
            Request::Reconcile => Ok(Reply::Done),
            about_a_person => {
                record_status::record(&store, &self.clock, id, about_a_person).await?;
                Ok(Reply::Done)
            }
        }
    }
}

/// Data of a newer version is looked at, and left alone.
fn unless_newer(error: AppError) -> Result<(), AppError> {
    match error {
        AppError::NewerData => Ok(()),
        other => Err(other),
    }
}

#[cfg(test)]
mod tests;

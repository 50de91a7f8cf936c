//! Asks the calendars of services, with tokens that are renewed when they have run out.

use super::Dispatcher;
use crate::app::{
    error::AppError,
    feed_address::FeedAddress,
    ports::{
        Badge, Clock, FeedAnswer, FeedReader, FeedTrouble, KeyValueStore, Notifier, Scheduler,
    },
    refresh_feeds::services::{Caller, Known, consent, kept, service::Service},
    scan_calendar::Scan,
    store::{Store, grant::GrantV1, source::SourceV1},
};

impl<K: KeyValueStore, C: Clock, S: Scheduler, B: Badge, N: Notifier> Dispatcher<K, C, S, B, N> {
    /// The answer, and what to compare the next one with. A token that is refused is renewed once.
    pub(super) async fn ask_service<F: FeedReader>(
        &self,
        reader: &F,
        (source, address, grant): (&SourceV1, &FeedAddress, &str),
        scan: &mut Scan,
    ) -> Result<(FeedAnswer, String), FeedTrouble> {
        let store = Store::new(&self.kv);
        let grant = store.grant(grant).await.map_err(unstored)?;
        let mut grant = grant.ok_or(FeedTrouble::Withdrawn)?;
        let service = Service::from_code(&grant.service).ok_or(FeedTrouble::Withdrawn)?;
        let mut renewed = false;
        if kept::tokens_of(&grant).have_run_out(self.clock.now()) {
            grant = self.renew(reader, service, grant).await?;
            renewed = true;
        }
        let known = Known {
            token: source.etag.as_deref(),
            day: source.last_modified.as_deref(),
        };
        loop {
            let caller = Caller {
                reader,
                service,
                access: &grant.access,
                account: &grant.account,
            };
            let take = |bytes: &[u8]| scan.push(bytes);
            let answered = caller.read(address, known, self.clock.now(), take).await?;
            match (answered.0.status, renewed) {
                (401, false) => {
                    grant = self.renew(reader, service, grant).await?;
                    renewed = true;
                }
                (401 | 403, _) => return Err(FeedTrouble::Withdrawn),
                _ => return Ok(answered),
            }
        }
    }

    /// New tokens, stored before they are used: a service may take back the old ones.
    async fn renew<F: FeedReader>(
        &self,
        reader: &F,
        service: Service,
        grant: GrantV1,
    ) -> Result<GrantV1, FeedTrouble> {
        let (known, now) = (kept::tokens_of(&grant), self.clock.now());
        let tokens = consent::renew(reader, service, &grant.client, &known, now).await?;
        let new = kept::with_tokens(grant.clone(), tokens);
        let _alone = self.writing.lock().await;
        let store = Store::new(&self.kv);
        // The user may have taken the account away, or connected it anew, while this was asked.
        match store.grant(&grant.id).await.map_err(unstored)? {
            Some(there) if there == grant => {
                store.save_grant(&new).await.map_err(unstored)?;
                Ok(new)
            }
            Some(newer) => Ok(newer),
            None => Err(FeedTrouble::Withdrawn),
        }
    }
}

/// A storage that refuses is a fault that passes; the next wake meets its error itself.
fn unstored(_: AppError) -> FeedTrouble {
    FeedTrouble::ServerError
}

//! Asks the addresses of calendars that are due, and merges what they give. The lock is not held
//! while an address is being asked.

use super::Dispatcher;
use crate::app::{
    corrections,
    error::AppError,
    feed_address::FeedAddress,
    ports::{
        Badge, Clock, FeedAnswer, FeedQuestion, FeedReader, FeedTrouble, KeyValueStore, Notifier,
        Scheduler,
    },
    protocol::FoundInterview,
    refresh_feeds::{self, ContentHash, Outcome, caldav},
    scan_calendar::{self, Scan, ScanReport},
    settings,
    store::{
        Store,
        source::{SourceProblemV1, SourceV1},
    },
};

impl<K: KeyValueStore, C: Clock, S: Scheduler, B: Badge, N: Notifier> Dispatcher<K, C, S, B, N> {
    /// Asks every address that is due, one after the other, and merges what they give.
    ///
    /// # Errors
    /// The storage's; what an address does wrong is recorded with it.
    pub async fn refresh_feeds<F: FeedReader>(&self, reader: &F) -> Result<(), AppError> {
        // Who wakes meanwhile waits for the answers rather than prompting without them.
        let _asking = self.asking.lock().await;
        // Each is asked at most once, since it is claimed for later: this ends.
        loop {
            let store = Store::new(&self.kv);
            let (source, stored) = {
                let _alone = self.writing.lock().await;
                match refresh_feeds::claim(&store, self.clock.now()).await? {
                    Some(source) => (source, self.kv.get_all().await?),
                    None => return Ok(()),
                }
            };
            let profile = settings::profile(&stored);
            let mut scan = Scan::new(&profile, self.clock.now(), self.clock.zone());
            scan.take_into_account(corrections::said(&stored));
            drop(stored);
            let answer = self.ask(reader, &source, &mut scan).await;
            let (answer, mark, outcome) = match answer {
                Ok((answer, mark)) => {
                    let outcome = outcome(&source, &answer, &mark, scan);
                    (answer, mark, outcome)
                }
                Err(trouble) => (
                    FeedAnswer::default(),
                    String::new(),
                    Outcome::Trouble(trouble),
                ),
            };
            let _alone = self.writing.lock().await;
            let now = self.clock.now();
            let merge = async |command: &str, from: &SourceV1, found: &[FoundInterview]| {
                let origin = scan_calendar::Origin {
                    name: &from.host,
                    feed: Some(&from.id),
                };
                let merged = scan_calendar::record_scan(&store, command, origin, found).await;
                merged.map(drop)
            };
            let changed =
                refresh_feeds::conclude(&store, now, &source, &answer, outcome, &mark, merge)
                    .await?;
            if changed {
                self.align().await?;
            }
        }
    }

    /// The answer, and what to compare the next one with.
    async fn ask<F: FeedReader>(
        &self,
        reader: &F,
        source: &SourceV1,
        scan: &mut Scan,
    ) -> Result<(FeedAnswer, String), FeedTrouble> {
        let address = FeedAddress::parse(&source.address).ok_or(FeedTrouble::NotAllowed)?;
        if !reader.is_allowed(&address).await {
            return Err(FeedTrouble::NotAllowed);
        }
        #[cfg(feature = "services")]
        if let Some(grant) = &source.grant {
            let of = (source, &address, grant.as_str());
            return self.ask_service(reader, of, scan).await;
        }
        if source.caldav {
            let (now, known) = (self.clock.now(), source.hash.as_deref());
            return caldav::read(reader, &address, known, now, |bytes| scan.push(bytes)).await;
        }
        let question = FeedQuestion {
            etag: source.etag.clone(),
            last_modified: source.last_modified.clone(),
            ..FeedQuestion::of(address)
        };
        let mut hash = ContentHash::new();
        let take = |bytes: &[u8]| {
            hash.add(bytes);
            scan.push(bytes);
        };
        let answer = reader.read(&question, take).await?;
        Ok((answer, hash.text()))
    }
}

/// Judging takes long; what is known already need not be judged.
fn outcome(source: &SourceV1, answer: &FeedAnswer, mark: &str, scan: Scan) -> Outcome {
    if refresh_feeds::is_same(source, answer, mark) {
        return Outcome::Same;
    }
    let report = scan.finish();
    if answer.status != 200 || !report.is_calendar {
        return refresh_feeds::trouble_of(answer.status);
    }
    let problems = problems(&report);
    Outcome::New {
        events: report.events,
        found: report.found,
        is_cut_off: report.is_cut_off,
        problems,
        more_problems: report.more_problems,
    }
}

fn problems(report: &ScanReport) -> Vec<SourceProblemV1> {
    let problem = |it: &scan_calendar::ScanProblem| SourceProblemV1 {
        line: it.line,
        code: it.code.clone(),
        detail: it.detail.clone(),
    };
    report.problems.iter().map(problem).collect()
}

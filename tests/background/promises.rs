//! What must hold at any time in a year of a job hunt.

use afternote::app::store::{keys, migrate, v1::InterviewV1};
use jiff::SignedDuration;
use serde_json::Map;

use super::Year;

impl Year {
    /// Reads what was written since the last time. All of it a thousand times a year would take most
    /// of the time.
    pub(super) fn take_note(&mut self) {
        let stored = self.world.stored.borrow();
        let (mut written, before) = (Map::new(), self.records.len());
        for key in self.world.written.take() {
            match stored.get(&key) {
                Some(value) => drop(written.insert(key, value.clone())),
                None => self.records.retain(|id, _| keys::interview(id) != key),
            }
        }
        drop(stored);
        // Nothing of this year is old enough to be cleared away.
        if self.records.len() < before {
            self.violated("an interview is gone".to_owned());
        }
        let read = migrate::read_all(&written);
        if !read.unreadable.is_empty() {
            self.violated(format!("half records {:?}", read.unreadable));
        }
        for it in read.interviews {
            self.unchecked.insert(it.id.clone());
            self.records.insert(it.id.clone(), it);
        }
    }

    /// At the end of the year: what was read bit by bit is what is stored.
    pub(super) fn check_the_whole(&mut self) {
        let whole = migrate::read_all(&self.world.stored.borrow());
        let known = |it: &InterviewV1| self.records.get(&it.id) == Some(it);
        let same = whole.interviews.len() == self.records.len()
            && whole.interviews.iter().all(known)
            && whole.unreadable.is_empty();
        if !same {
            self.violated("the records are not those that were written".to_owned());
        }
    }

    /// What must hold at any time.
    pub(super) fn check(&mut self) {
        let now = self.world.now.get();
        let zone = self.world.zone.borrow().clone();
        self.take_note();
        for (at, notice) in self.world.shown.take() {
            self.prompts += 1;
            if self.quiet.is_quiet(at, &zone) {
                self.violated(format!("shown in quiet hours: {notice:?}"));
            }
        }
        for id in std::mem::take(&mut self.unchecked) {
            // What was not written is as it was when it was looked at last.
            let Some(it) = self.records.get(&id).cloned() else {
                continue;
            };
            let known = self.claimed.entry(it.id.clone()).or_default();
            let claims = it.prompts.iter().map(|it| (it.stage.clone(), it.at_ms));
            let claims: Vec<(String, i64)> = claims.collect();
            // One that was shown long before the interview really ended is shown again after it.
            let holds = |at_ms: i64| it.is_open_question() || at_ms + 3_600_000 >= it.end_ms;
            known.retain(|claim| claims.contains(claim) || holds(claim.1));
            let new = claims.into_iter().filter(|it| !known.contains(it));
            let new: Vec<(String, i64)> = new.collect();
            let again = |stage: &String| known.iter().any(|(one, _)| one == stage);
            let wanted = !new.is_empty() && self.snoozed.remove(&it.id) && !it.is_open_question();
            let twice = !wanted && new.iter().any(|(stage, _)| again(stage));
            known.extend(new.iter().cloned());
            if twice {
                self.violated(format!("a stage was claimed twice: {:?}", it.prompts));
            }
            let latest = it.prompts.last().map(|it| it.at_ms);
            if !new.is_empty() && latest == Some(now.as_millisecond()) {
                let age = now.duration_since(it.end());
                if age < SignedDuration::from_mins(15) || age >= SignedDuration::from_hours(48) {
                    self.violated(format!("prompted {age} after the end"));
                }
                if !it.is_open_question() && (!it.counts() || it.owed() == 0) {
                    self.violated(format!("prompted though nobody is owed: {it:?}"));
                }
            }
            for person in &it.people {
                let thanked = self.thanked.contains(&(it.id.clone(), person.id.clone()));
                if thanked && person.status != "sent" {
                    self.violated(format!("a lost \"sent\": {person:?}"));
                }
            }
        }
    }

    /// After a whole look at the clock, what is wanted by now was shown, and the alarm comes no later
    /// than what is wanted next. Told from the hours after the end alone, not by the rules under test.
    pub(super) fn check_liveness(&mut self) {
        let now = self.world.now.get();
        let zone = self.world.zone.borrow().clone();
        let is_quiet = |at| self.quiet.is_quiet(at, &zone);
        let is_quiet_now = is_quiet(now);
        let mut missed = Vec::new();
        let alarm = self.world.alarm.get();
        for it in self.records.values() {
            if it.end() + SignedDuration::from_hours(7 * 24) > now {
                let lapsed = it.people.iter().filter(|it| it.status == "lapsed");
                missed.extend(lapsed.map(|person| format!("closed too early: {person:?} {it:?}")));
            }
            let snoozed = it
                .snoozed_until_ms
                .is_some_and(|it| it > now.as_millisecond());
            if snoozed || is_quiet_now {
                continue;
            }
            let claimed = it.prompts.iter();
            let claimed = claimed.map(|it| STAGES.iter().position(|(code, _)| *code == it.stage));
            let claimed = claimed.max().flatten();
            for (rank, (code, after)) in STAGES.into_iter().enumerate() {
                let at = it.end() + SignedDuration::from_mins(after);
                let silent = it.end() + SignedDuration::from_hours(48);
                let late = at <= now && now < silent;
                let unforeseen = at > now
                    && at < silent
                    && alarm.is_none_or(|alarm| alarm > at)
                    && !is_quiet(at);
                let open = claimed < Some(rank);
                if (late || unforeseen) && open && wants(it, code) {
                    missed.push(format!("{code} at {at} was missed: {it:?}"));
                }
            }
        }
        for it in missed {
            self.violated(it);
        }
    }
}

/// Stages with the minutes after the end.
const STAGES: [(&str, i64); 4] = [
    ("ask", 15),
    ("write", 120),
    ("due", 24 * 60),
    ("last_call", 44 * 60),
];

fn wants(it: &InterviewV1, stage: &str) -> bool {
    let statuses: Vec<&str> = it
        .planned()
        .into_iter()
        .filter(|(person, _)| person.is_owed())
        .map(|(person, _)| person.status.as_str())
        .collect();
    if it.is_open_question() {
        return stage == "ask";
    }
    it.counts()
        && it.outcome.is_none()
        && match stage {
            "ask" => statuses.contains(&"to_ask"),
            "write" => statuses.iter().any(|it| *it != "to_ask"),
            _ => !statuses.is_empty(),
        }
}

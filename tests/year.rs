//! A year of a job hunt with 200 interviews: random sleeps, travel, kills, moved and cancelled
//! interviews, a user who writes, skips, undoes and snoozes. What must always hold is checked after
//! every wake: also that what is wanted is shown in time.
//!
//! `AFTERNOTE_YEARS` sets the number of years (seeds); a few by default.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a stored record of another shape fails the test"
)]
#![allow(clippy::print_stdout, reason = "the counts are to be seen")]

#[path = "background/chance.rs"]
mod chance;
#[path = "background/clocks.rs"]
mod clocks;
#[path = "background/found.rs"]
mod found;
#[path = "background/ports.rs"]
mod ports;
#[path = "background/promises.rs"]
mod promises;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fs,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use afternote::{
    app::{
        dispatch::{Dispatcher, Look},
        protocol::{Command, FoundInterview, Reply, Request, Settings},
        settings,
        store::v1::InterviewV1,
    },
    domain::follow_up::quiet_hours::QuietHours,
};
use chance::Chance;
use found::found;
use jiff::{SignedDuration, Timestamp, civil::time, tz::TimeZone};
use ports::{World, run};
use serde_json::{Value, json};

/// Records are copied all the time here.
#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const INTERVIEWS: u64 = 200;
const BEGINNING: &str = "2026-01-01T09:00:00Z";
const ZONES: [&str; 6] = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "America/St_Johns",
    "UTC",
];
const PEOPLE: [&str; 6] = [
    "Ada Fern",
    "Bo Ek",
    "Cleo Marsh",
    "Dan Holt",
    "Eve Quill",
    "Finn Rye",
];

/// One year.
struct Year {
    world: World,
    chance: Chance,
    calendar: Vec<FoundInterview>,
    /// The stored interviews, by id.
    records: BTreeMap<String, InterviewV1>,
    /// Those of them that were written since they were checked.
    unchecked: BTreeSet<String>,
    /// Who the user said was thanked, and did not take back.
    thanked: HashSet<(String, String)>,
    /// Prompts claimed for an interview: each stage with its instant.
    claimed: HashMap<String, Vec<(String, i64)>>,
    /// Interviews that were put off since the last claim.
    snoozed: HashSet<String>,
    /// The quiet hours that are set.
    quiet: QuietHours,
    commands: u64,
    prompts: usize,
    violations: Vec<String>,
}

impl Year {
    fn new(seed: u64) -> Self {
        let mut chance = Chance(seed);
        let beginning: Timestamp = BEGINNING.parse().unwrap();
        let calendar = (0..INTERVIEWS)
            .map(|number| {
                let minutes = chance.below(364 * 24 * 12) * 5;
                let end = beginning + SignedDuration::from_mins(i64::try_from(minutes).unwrap());
                let people = 1 + usize::try_from(chance.below(4)).unwrap();
                let mut it = found(&format!("e{number}"), end, &PEOPLE[..people]);
                if chance.one_in(6) {
                    it.band = "ask".to_owned();
                }
                it
            })
            .collect();
        Self {
            world: World::new(beginning),
            chance,
            calendar,
            records: BTreeMap::new(),
            unchecked: BTreeSet::new(),
            thanked: HashSet::new(),
            claimed: HashMap::new(),
            snoozed: HashSet::new(),
            quiet: QuietHours::default(),
            commands: 0,
            prompts: 0,
            violations: Vec::new(),
        }
    }

    fn live(mut self) -> (usize, Vec<String>) {
        let beginning: Timestamp = BEGINNING.parse().unwrap();
        let end = beginning + SignedDuration::from_hours(366 * 24);
        self.scan();
        while self.world.now.get() < end && self.violations.is_empty() {
            self.sleep();
            if self.chance.one_in(40) {
                let zone = ZONES[usize::try_from(self.chance.below(6)).unwrap()];
                *self.world.zone.borrow_mut() = TimeZone::get(zone).unwrap();
            }
            let whole = self.wake();
            self.check();
            if whole {
                self.check_liveness();
            }
            if self.chance.one_in(80) {
                self.look_by_a_wrong_clock();
            }
            if self.chance.one_in(3) {
                let looked = self.act();
                self.check();
                if looked {
                    self.check_liveness();
                }
            }
        }
        self.check_the_whole();
        (self.prompts, self.violations)
    }

    fn maybe_kill(&mut self) {
        let kill = self.chance.one_in(8).then(|| {
            let ahead = usize::try_from(self.chance.below(12)).unwrap();
            self.world.calls.get() * 2 + ahead
        });
        self.world.kill_at.set(kill);
    }

    /// Whether the background lived to the end of it.
    fn wake(&mut self) -> bool {
        self.maybe_kill();
        let world = &self.world;
        let life = Dispatcher::new(world, world, world, world, world);
        let woken = run(life.wake(&world, Look::Open, std::future::pending())).is_some()
            && run(life.clear_away()).is_some();
        world.kill_at.set(None);
        woken
    }

    /// Sends a command as a page does: again until there is an answer.
    fn ask(&mut self, request: Request) -> Reply {
        self.commands += 1;
        let command = Command {
            id: format!("c{}", self.commands),
            request,
        };
        self.maybe_kill();
        loop {
            let world = &self.world;
            let life = Dispatcher::new(world, world, world, world, world);
            match run(life.handle(command.clone())) {
                Some(reply) => {
                    world.kill_at.set(None);
                    return reply;
                }
                None => world.kill_at.set(None),
            }
        }
    }

    fn scan(&mut self) {
        let now = self.world.now.get().as_millisecond();
        let month = 30 * 24 * 3_600_000;
        for it in &mut self.calendar {
            if it.end_ms > now && self.chance.one_in(25) {
                let shift = i64::try_from(self.chance.below(96)).unwrap() * 3_600_000;
                it.start_ms += shift;
                it.end_ms += shift;
            }
            // It took longer than planned, or was over sooner.
            if it.end_ms <= now && now - it.end_ms < month / 10 && self.chance.one_in(9) {
                it.end_ms += (i64::try_from(self.chance.below(20)).unwrap() - 10) * 300_000;
            }
            if it.end_ms > now && self.chance.one_in(60) {
                it.called_off = true;
            }
        }
        let near = |it: &&FoundInterview| (it.end_ms - now).abs() < month;
        let found = self.calendar.iter().filter(near).cloned().collect();
        self.ask(Request::RecordScan {
            source: "calendar.ics".into(),
            found,
        });
    }

    /// Something that the user does; whether the background looked at the clock after it, which it
    /// leaves to the next wake when the command was none that could be carried out.
    fn act(&mut self) -> bool {
        if self.chance.one_in(5) {
            self.scan();
            return true;
        }
        if self.chance.one_in(25) {
            self.change_quiet_hours();
            return true;
        }
        let now = self.world.now.get();
        let recent: Vec<&InterviewV1> = self
            .records
            .values()
            .filter(|it| it.end() < now && now.duration_since(it.end()).as_hours() < 240)
            .collect();
        if recent.is_empty() {
            return false;
        }
        let at = usize::try_from(self.chance.next() % 1_000_000).unwrap() % recent.len();
        let it = recent[at];
        let interview = it.id.clone();
        let who = usize::try_from(self.chance.next() % 1_000_000).unwrap() % it.people.len();
        let person = it.people[who].id.clone();
        let key = (interview.clone(), person.clone());
        let request = match self.chance.below(12) {
            0..=4 => Request::MarkSent { interview, person },
            5 => Request::Skip { interview, person },
            6 => Request::Undo { interview, person },
            7 => Request::Judge {
                interview,
                is_interview: Some(!self.chance.one_in(3)),
            },
            8 => Request::Snooze {
                interview,
                until_ms: Some(now.as_millisecond() + 3_600_000),
            },
            9 => Request::WriteAgain { interview, person },
            _ => Request::Answer {
                interview,
                person,
                specific: "their way of testing".into(),
                selling_points: Vec::new(),
            },
        };
        let reply = self.ask(request.clone());
        self.take_note();
        self.unchecked.insert(key.0.clone());
        if reply != Reply::Done {
            return !matches!(reply, Reply::Failed { .. });
        }
        match request {
            Request::MarkSent { .. } => drop(self.thanked.insert(key)),
            Request::Undo { .. } | Request::WriteAgain { .. } => {
                // Which step was taken back shows in the record.
                let sent = self.status(&key) == "sent";
                if sent {
                    self.thanked.insert(key);
                } else {
                    self.thanked.remove(&key);
                }
            }
            Request::Snooze { interview, .. } => drop(self.snoozed.insert(interview)),
            _ => {}
        }
        true
    }

    fn change_quiet_hours(&mut self) {
        let (from, until) = [(21, 8), (0, 0), (18, 11), (23, 6), (1, 7)]
            [usize::try_from(self.chance.below(5)).unwrap()];
        self.quiet = QuietHours {
            from: time(from, 0, 0, 0),
            until: time(until, 0, 0, 0),
            weekends: self.chance.one_in(3),
        };
        let settings = Settings {
            quiet_from: format!("{from:02}:00"),
            quiet_until: format!("{until:02}:00"),
            quiet_weekends: self.quiet.weekends,
            ..settings::settings(&self.world.stored.borrow())
        };
        self.ask(Request::SaveSettings { settings });
    }

    fn status(&self, (interview, person): &(String, String)) -> String {
        self.records
            .get(interview)
            .and_then(|it| it.people.iter().find(|it| it.id == *person))
            .map(|it| it.status.clone())
            .unwrap_or_default()
    }

    fn violated(&mut self, what: String) {
        self.violations
            .push(format!("{}: {what}", self.world.now.get()));
    }
}

#[test]
fn a_year_of_a_job_hunt_breaks_no_promise() {
    let wanted = std::env::var("AFTERNOTE_YEARS")
        .ok()
        .and_then(|it| it.parse().ok());
    let years: usize = wanted.unwrap_or(2);
    let next = AtomicUsize::new(0);
    let threads = thread::available_parallelism()
        .map_or(2, usize::from)
        .min(years);
    let outcomes: Vec<(usize, Vec<String>)> = thread::scope(|scope| {
        let lives: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let mut mine = Vec::new();
                    loop {
                        let seed = next.fetch_add(1, Ordering::Relaxed);
                        if seed >= years {
                            return mine;
                        }
                        let (prompts, violations) = Year::new(seed as u64).live();
                        let named = violations
                            .iter()
                            .map(|it| format!("year {seed}, {it}"))
                            .collect();
                        mine.push((prompts, named));
                    }
                })
            })
            .collect();
        lives
            .into_iter()
            .flat_map(|it| it.join().unwrap())
            .collect()
    });
    let prompts: usize = outcomes.iter().map(|it| it.0).sum();
    let violations: Vec<&String> = outcomes.iter().flat_map(|it| &it.1).collect();
    println!(
        "{years} years, {prompts} prompts, {} violations",
        violations.len()
    );
    report(years, prompts, violations.len());
    assert!(prompts > years * 50, "{prompts} prompts in {years} years");
    assert!(
        violations.is_empty(),
        "{} violations, the first: {}",
        violations.len(),
        violations[0]
    );
}

/// Writes the figures, unless those of a larger run without a violation are there.
fn report(seeds: usize, prompts: usize, violations: usize) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/report");
    let path = folder.join("year.json");
    let earlier = fs::read_to_string(&path).ok();
    let earlier = earlier.and_then(|it| serde_json::from_str::<Value>(&it).ok());
    let is_larger = earlier.is_some_and(|it| it["seeds"].as_u64() > Some(seeds as u64));
    if is_larger && violations == 0 {
        return;
    }
    fs::create_dir_all(&folder).unwrap();
    let text = json!({ "seeds": seeds, "prompts": prompts, "violations": violations });
    fs::write(path, format!("{text:#}\n")).unwrap();
}

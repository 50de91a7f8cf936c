//! The background is killed at every single call to the storage or the browser, started again, and
//! goes on: nothing is lost, nobody is prompted twice, nobody thanked is asked about.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a stored record of another shape fails the test"
)]
#![allow(clippy::print_stdout, reason = "the counts are to be seen")]

#[path = "background/found.rs"]
mod found;
#[path = "background/ports.rs"]
mod ports;
#[path = "faults/sync_merge.rs"]
mod sync_merge;

use std::{collections::BTreeMap, fs, path::Path};

use afternote::app::{
    dispatch::Dispatcher,
    protocol::{Command, Profile, Reply, Request},
    store::migrate,
};
use found::found;
use jiff::{SignedDuration, Timestamp};
use ports::{World, run};
use serde_json::{Map, Value, json};

const END: &str = "2026-03-10T11:00:00Z";

/// One thing that happens to the background.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "a handful of them")]
enum Event {
    /// A page sends a command, and sends it again when no answer comes.
    Asked(Request),
    /// The browser brings what another device wrote into the synced storage.
    Elsewhere(Map<String, Value>),
    /// Time passes, then an alarm or the browser wakes the background.
    Later(SignedDuration),
}

fn hours(hours: i64) -> Event {
    Event::Later(SignedDuration::from_hours(hours))
}

fn scan(shift: i64) -> Event {
    let end: Timestamp = END.parse().unwrap();
    let end = end + SignedDuration::from_hours(shift);
    Event::Asked(Request::RecordScan {
        source: "calendar.ics".into(),
        found: vec![
            found("one", end, &["Priya Shah", "Tom Kovac"]),
            found("two", end + SignedDuration::from_hours(3), &["Ada Fern"]),
        ],
    })
}

/// A request about the first person of the first interview.
fn about(make: impl Fn(String, String) -> Request, ids: &[String]) -> Event {
    Event::Asked(make(ids[0].clone(), "p1".into()))
}

fn scenarios() -> Vec<(&'static str, Vec<Event>)> {
    let ids = ids_after_a_scan();
    let sent = |interview, person| Request::MarkSent { interview, person };
    let undo = |interview, person| Request::Undo { interview, person };
    let skip = |interview, person| Request::Skip { interview, person };
    let again = |interview, person| Request::WriteAgain { interview, person };
    let answer = |interview, person| Request::Answer {
        interview,
        person,
        specific: "event sourcing".into(),
        selling_points: Vec::new(),
    };
    let compose = |interview, person| Request::PrepareNote {
        interview,
        person,
        variant: 0,
    };
    let open = |interview, person| Request::MarkOpened {
        interview,
        person,
        provider: "gmail".into(),
    };
    let profile = Event::Asked(Request::SaveProfile {
        profile: Profile {
            name: "Jordan Avery".into(),
            ..Profile::default()
        },
    });
    let not_it = Event::Asked(Request::Judge {
        interview: ids[1].clone(),
        is_interview: Some(false),
    });
    let snooze = Event::Asked(Request::Snooze {
        interview: ids[0].clone(),
        until_ms: END.parse::<Timestamp>().unwrap().as_millisecond() + 3 * 3_600_000,
    });
    let days = |count: i64| hours(24 * count);
    vec![
        ("import", vec![profile.clone(), scan(0), scan(0), hours(1)]),
        (
            "remind",
            vec![
                scan(0),
                hours(1),
                hours(4),
                hours(18),
                hours(12),
                hours(24),
                days(7),
            ],
        ),
        (
            "write",
            vec![
                profile,
                scan(0),
                hours(1),
                about(answer, &ids),
                about(compose, &ids),
                about(open, &ids),
                about(sent, &ids),
                hours(26),
                hours(30),
            ],
        ),
        (
            "sent and undone",
            vec![
                scan(0),
                hours(1),
                about(sent, &ids),
                about(undo, &ids),
                hours(25),
                about(sent, &ids),
                days(9),
            ],
        ),
        (
            "second note",
            vec![
                scan(0),
                hours(1),
                about(sent, &ids),
                about(again, &ids),
                about(compose, &ids),
                about(sent, &ids),
                hours(30),
            ],
        ),
        (
            "skip and judge",
            vec![
                scan(0),
                hours(1),
                about(skip, &ids),
                not_it,
                hours(5),
                hours(20),
                days(8),
            ],
        ),
        (
            "snooze",
            vec![scan(0), hours(1), snooze, hours(1), hours(2), hours(30)],
        ),
        ("sync merge", sync_merge::events(&ids)),
        (
            "moved",
            vec![
                scan(0),
                hours(1),
                scan(48),
                hours(24),
                hours(26),
                about(sent, &ids),
                hours(30),
                scan(48),
                days(9),
            ],
        ),
    ]
}

fn ids_after_a_scan() -> Vec<String> {
    let world = World::new(END.parse().unwrap());
    live(&world, &[scan(0)]);
    let records = migrate::read_all(&world.stored.borrow());
    let mut interviews = records.interviews;
    interviews.sort_by_key(|it| it.end_ms);
    interviews.into_iter().map(|it| it.id).collect()
}

/// Plays the events; whenever the background dies, a page sends its command again to the next life,
/// as pages do, and the browser wakes it again.
fn live(world: &World, events: &[Event]) {
    for (number, event) in events.iter().enumerate() {
        match event {
            Event::Asked(request) => {
                let command = Command {
                    id: format!("command {number}"),
                    request: request.clone(),
                };
                loop {
                    let life = Dispatcher::new(world, world, world, world, world);
                    match run(life.handle(command.clone())) {
                        None => world.kill_at.set(None),
                        Some(reply) => {
                            assert!(
                                !matches!(reply, Reply::Failed { .. }),
                                "{request:?}: {reply:?}"
                            );
                            break;
                        }
                    }
                }
                compare(world);
            }
            Event::Elsewhere(entries) => {
                world.synced.borrow_mut().extend(entries.clone());
                compare(world);
            }
            Event::Later(time) => {
                world.now.set(world.now.get() + *time);
                compare(world);
                loop {
                    let life = Dispatcher::new(world, world, world, world, world);
                    match run(life.reconcile()) {
                        None => world.kill_at.set(None),
                        Some(result) => break result.unwrap(),
                    }
                }
            }
        }
    }
}

/// Hears from other devices and tells them, as at every wake and after every command.
fn compare(world: &World) {
    loop {
        let life = Dispatcher::new(world, world, world, world, world);
        match run(life.sync(&world)) {
            None => world.kill_at.set(None),
            Some(result) => break drop(result.unwrap()),
        }
    }
}

/// What must be the same however often the background died: all that is stored, but for how often it
/// was written, and which prompts were claimed when.
fn essence(world: &World) -> Value {
    let records = migrate::read_all(&world.stored.borrow());
    let interviews: BTreeMap<String, Value> = records
        .interviews
        .into_iter()
        .map(|mut it| {
            it.rev = 0;
            it.commands.clear();
            (it.id.clone(), serde_json::to_value(it).unwrap())
        })
        .collect();
    json!({
        "interviews": interviews,
        "name": records.profile.name,
        "badge": world.badge.get(),
        "told": *world.synced.borrow(),
    })
}

fn violations(world: &World, whole: &World) -> Vec<String> {
    let mut found = Vec::new();
    let records = migrate::read_all(&world.stored.borrow());
    if !records.unreadable.is_empty() || records.newer {
        found.push(format!("half records: {:?}", records.unreadable));
    }
    if essence(world) != essence(whole) {
        found.push(format!(
            "another end:\n{:#}\ninstead of\n{:#}",
            essence(world),
            essence(whole)
        ));
    }
    let stored = world.stored.borrow();
    let index = migrate::read_index(&stored["index"]).unwrap_or_default();
    for it in &records.interviews {
        let late = world.now.get().duration_since(it.end()).as_hours() >= 7 * 24;
        if it.is_open() && !late && !index.open.contains(&it.id) {
            found.push(format!("the clock has lost {}", it.id));
        }
    }
    for interview in &records.interviews {
        let mut stages: Vec<_> = interview.prompts.iter().map(|it| &it.stage).collect();
        stages.sort();
        let count = stages.len();
        stages.dedup();
        if stages.len() < count {
            found.push(format!(
                "a stage was claimed twice: {:?}",
                interview.prompts
            ));
        }
    }
    // One that is lost with the life that claimed it is allowed; one more than in a whole life is not.
    let shown = |it: &World| {
        it.shown
            .borrow()
            .iter()
            .map(|(at, it)| format!("{at} {it:?}"))
            .collect::<Vec<_>>()
    };
    let (mine, allowed) = (shown(world), shown(whole));
    let mut rest = allowed;
    for notice in mine {
        match rest.iter().position(|it| *it == notice) {
            Some(at) => drop(rest.remove(at)),
            None => found.push(format!("shown twice or wrongly: {notice}")),
        }
    }
    found
}

#[test]
fn killed_anywhere_it_loses_nothing_and_prompts_nobody_twice() {
    let mut cut_points = 0;
    let mut all = Vec::new();
    let mut by_scenario = BTreeMap::new();
    for (name, events) in scenarios() {
        let whole = World::new(END.parse().unwrap());
        live(&whole, &events);
        let cuts = whole.calls.get() * 2;
        for cut in 0..cuts {
            let world = World::new(END.parse().unwrap());
            world.kill_at.set(Some(cut));
            live(&world, &events);
            all.extend(
                violations(&world, &whole)
                    .into_iter()
                    .map(|it| format!("{name}, cut {cut}: {it}")),
            );
        }
        cut_points += cuts;
        by_scenario.insert(name, cuts);
    }
    println!(
        "{cut_points} cut points, {} violations: {by_scenario:?}",
        all.len()
    );
    let report = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/report");
    fs::create_dir_all(&report).unwrap();
    let text =
        json!({ "cut_points": cut_points, "violations": all.len(), "scenarios": by_scenario });
    fs::write(report.join("faults.json"), format!("{text:#}\n")).unwrap();
    assert!(cut_points > 300, "{cut_points}");
    assert!(
        all.is_empty(),
        "{} violations, the first:\n{}",
        all.len(),
        all[0]
    );
}

#[test]
fn a_scenario_prompts_at_all() {
    for (name, events) in scenarios() {
        let world = World::new(END.parse().unwrap());
        live(&world, &events);
        let shown = world.shown.borrow();
        assert!(!shown.is_empty(), "{name}");
        assert_eq!(
            world.badge.get() > 0,
            name != "remind" && !ends_after_a_week(&events),
            "{name}"
        );
    }
}

fn ends_after_a_week(events: &[Event]) -> bool {
    let total: i64 = events
        .iter()
        .map(|it| match it {
            Event::Later(time) => time.as_hours(),
            Event::Asked(_) | Event::Elsewhere(_) => 0,
        })
        .sum();
    total > 48
}

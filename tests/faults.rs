//! The background is killed at every single call to the storage or the browser, started again, and
//! goes on; and every single call is refused once: nothing is lost, nobody is prompted twice, nobody
//! thanked is asked about, and no notification stays that is no longer so.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a stored record of another shape fails the test"
)]
#![allow(clippy::print_stdout, reason = "the counts are to be seen")]

#[path = "background/found.rs"]
mod found;
#[path = "faults/later.rs"]
mod later;
#[path = "background/ports.rs"]
mod ports;
#[path = "background/scenarios.rs"]
mod scenarios;
#[path = "faults/sync_merge.rs"]
mod sync_merge;

use std::{collections::BTreeMap, fs, path::Path};

use afternote::app::{
    dispatch::{Dispatcher, Look},
    error::AppError,
    notice::About,
    protocol::{Command, Reply, Request},
    store::{migrate, v1::SettingsV1},
};
use jiff::SignedDuration;
use ports::{World, run};
use scenarios::{END, Event, hours, scan};
use serde_json::{Value, json};

fn scenarios() -> Vec<(&'static str, Vec<Event>)> {
    let ids = ids_after_a_scan();
    let mut all = scenarios::all(&ids);
    all.push(("sync merge", sync_merge::events(&ids)));
    all.extend(later::all(&ids));
    all
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
/// as pages do, and the browser wakes it again. What is refused is tried again, too.
fn live(world: &World, events: &[Event]) {
    for (number, event) in events.iter().enumerate() {
        if let Event::Later(time) = event {
            world.now.set(world.now.get() + *time);
        }
        if let Event::Elsewhere(entries) = event {
            world.synced.borrow_mut().extend(entries.clone());
        }
        if !matches!(event, Event::Asked(_)) {
            compare(world);
        }
        let right = world.now.get();
        if let Event::WrongClock(ahead) = event {
            world.now.set(right + *ahead);
        }
        loop {
            let life = Dispatcher::new(world, world, world, world, world);
            let done = match event {
                Event::Asked(request) => {
                    let command = Command {
                        id: format!("command {number}"),
                        request: request.clone(),
                    };
                    run(life.handle(command)).map(|reply| {
                        let Reply::Failed { code, .. } = &reply else {
                            return true;
                        };
                        let newer = code == "newer_data";
                        let refused = ["storage_failed", "storage_full"].contains(&code.as_str());
                        assert!(newer || refused, "{request:?}: {reply:?}");
                        newer
                    })
                }
                Event::Later(_) | Event::WrongClock(_) => wakes(&life, world, Look::Open),
                Event::BeginsAnew => wakes(&life, world, Look::Everything),
                Event::Served(calendar) => {
                    world.served.replace(calendar.clone());
                    Some(true)
                }
                Event::Stored(entries) => {
                    world.stored.borrow_mut().extend(entries.clone());
                    Some(true)
                }
                Event::Elsewhere(_) => Some(true),
                Event::PutOff => put_off(&life, world),
                Event::ClearsAway => run(life.clear_away()).map(|it| it.is_ok()),
            };
            match done {
                Some(true) => break,
                Some(false) => {}
                None => world.kill_at.set(None),
            }
        }
        world.now.set(right);
        if matches!(event, Event::Asked(_)) {
            compare(world);
        }
    }
}

/// Hears from other devices and tells them, as at every wake and after every command.
fn compare(world: &World) {
    loop {
        let life = Dispatcher::new(world, world, world, world, world);
        match run(life.sync(&world)) {
            None => world.kill_at.set(None),
            Some(Ok(_)) => break,
            Some(Err(AppError::StorageFailed | AppError::StorageFull)) => {}
            Some(Err(other)) => panic!("{other}"),
        }
    }
}

type Life<'w> = Dispatcher<&'w World, &'w World, &'w World, &'w World, &'w World>;

/// Whether a wake went well; `None` when the background was killed.
fn wakes(life: &Life<'_>, world: &World, look: Look) -> Option<bool> {
    run(life.wake(&world, look, std::future::pending())).map(|it| it.is_ok())
}

/// The button of the notification that was shown last. Nobody presses it twice when it worked.
fn put_off(life: &Life<'_>, world: &World) -> Option<bool> {
    let is_put_off = || {
        let records = migrate::read_all(&world.stored.borrow());
        records
            .interviews
            .iter()
            .any(|it| it.snoozed_until_ms.is_some())
    };
    if is_put_off() {
        return wakes(life, world, Look::Open);
    }
    let notice = world.shown.borrow().last().map(|(_, it)| it.about.id());
    match notice {
        Some(notice) => run(life.put_off(&notice)).map(|it| it.is_ok()),
        None => put_off_in_the_popup(life, world),
    }
}

/// Who was not shown the notification, because the life that claimed it ended, finds *Later* in the
/// popup.
fn put_off_in_the_popup(life: &Life<'_>, world: &World) -> Option<bool> {
    let until = world.now.get() + SignedDuration::from_hours(1);
    let records = migrate::read_all(&world.stored.borrow());
    let claimed = records.interviews.into_iter();
    for it in claimed.filter(|it| !it.prompts.is_empty()) {
        let command = Command {
            id: format!("put off {}", it.id),
            request: Request::Snooze {
                interview: it.id,
                until_ms: Some(until.as_millisecond()),
            },
        };
        let reply = run(life.handle(command))?;
        if matches!(reply, Reply::Failed { .. }) {
            return Some(false);
        }
    }
    Some(true)
}

/// Keys of what is compared as it lies in storage.
const REST: [&str; 6] = [
    "deleted:",
    "schema",
    "trouble",
    "quarantine:",
    "calendar_pages",
    "companion",
];

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
    let sources = records.sources.iter();
    let sources: Vec<Value> = sources
        .map(|it| json!([it.id, it.hash, it.interviews, it.trouble]))
        .collect();
    let stored = world.stored.borrow();
    let rest: BTreeMap<&String, &Value> = stored
        .iter()
        .filter(|(key, _)| REST.iter().any(|it| key.starts_with(it)))
        .collect();
    json!({
        "interviews": interviews, "name": records.profile.name, "sources": sources, "rest": rest,
        "settings": SettingsV1 { rev: 0, ..records.settings },
        "badge": world.badge.get(), "told": *world.synced.borrow(),
    })
}

fn violations(world: &World, whole: &World) -> Vec<String> {
    let mut found = Vec::new();
    let records = migrate::read_all(&world.stored.borrow());
    let newer = migrate::read_all(&whole.stored.borrow()).newer;
    if !records.unreadable.is_empty() || records.newer != newer {
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
    let index = stored.get("index").map(migrate::read_index);
    let index = index.and_then(Result::ok).unwrap_or_default();
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
    for id in &*world.visible.borrow() {
        let holds = records.interviews.iter().any(|it| {
            let (at, open) = (it.prompts.last().map(|it| it.at_ms), it.is_open());
            match About::of_id(id) {
                Some(About::Interview(id) | About::Question(id)) => it.id == id && open,
                Some(About::Several(at_ms)) => at == Some(at_ms) && open,
                None => false,
            }
        });
        if !holds {
            found.push(format!("still to be seen, but no longer so: {id}"));
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

fn has_troubled_address(world: &World) -> bool {
    let records = migrate::read_all(&world.stored.borrow());
    records.sources.iter().any(|it| it.trouble.is_some())
}

/// What goes wrong when the background is interrupted once, in each of these ways.
fn violations_of(
    name: &str,
    events: &[Event],
    whole: &World,
    ways: impl Iterator<Item = (Option<usize>, Option<usize>)>,
) -> Vec<String> {
    let mut all = Vec::new();
    for (kill, refuse) in ways {
        let world = World::new(END.parse().unwrap());
        world.kill_at.set(kill);
        world.refuse_at.set(refuse);
        live(&world, events);
        // An address that was refused last has that to say, until it is asked the next time.
        let found = if refuse.is_some() && has_troubled_address(&world) {
            let whole = World::new(END.parse().unwrap());
            world.refuse_at.set(None);
            live(&whole, events);
            live(&whole, &[hours(1)]);
            live(&world, &[hours(1)]);
            violations(&world, &whole)
        } else {
            violations(&world, whole)
        };
        let found = found.into_iter();
        all.extend(found.map(|it| format!("{name}, killed {kill:?}, refused {refuse:?}: {it}")));
    }
    all
}

#[test]
fn killed_or_refused_anywhere_it_loses_nothing_and_prompts_nobody_twice() {
    let (mut cut_points, mut refusals) = (0, 0);
    let mut all = Vec::new();
    let mut by_scenario = BTreeMap::new();
    for (name, events) in scenarios() {
        let whole = World::new(END.parse().unwrap());
        live(&whole, &events);
        let calls = whole.calls.get();
        let kills = (0..calls * 2).map(|it| (Some(it), None));
        all.extend(violations_of(name, &events, &whole, kills));
        let refused = (0..calls).map(|it| (None, Some(it)));
        all.extend(violations_of(name, &events, &whole, refused));
        cut_points += calls * 2;
        refusals += calls;
        by_scenario.insert(name, calls * 3);
    }
    println!(
        "{cut_points} cut points, {refusals} refused calls, {} violations: {by_scenario:?}",
        all.len()
    );
    for it in &all {
        println!("{}", it.lines().next().unwrap());
    }
    let report = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/report");
    fs::create_dir_all(&report).unwrap();
    let text = json!({
        "cut_points": cut_points, "refused_calls": refusals, "violations": all.len(),
        "scenarios": by_scenario,
    });
    fs::write(report.join("faults.json"), format!("{text:#}\n")).unwrap();
    assert!(cut_points > 1_000, "{cut_points}");
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
        assert!(!world.shown.borrow().is_empty(), "{name}");
    }
}

//! What two devices do at the same time, as the browser brings it together.

use afternote::app::{protocol::Request, store::migrate};

use super::{END, Event, World, hours, ids_after_a_scan, live, scan};

/// Priya is thanked here, Tom on another device that knows nothing of it; there, it is taken back.
/// What the other wrote takes the place of what this device wrote, as browsers do it.
pub(crate) fn events(ids: &[String]) -> Vec<Event> {
    let share = Event::Asked(Request::ShareStatus { on: true });
    let about = |person: &str, make: fn(String, String) -> Request| {
        Event::Asked(make(ids[0].clone(), person.to_owned()))
    };
    let sent = |interview, person| Request::MarkSent { interview, person };
    let undo = |interview, person| Request::Undo { interview, person };
    let mut there = vec![share.clone(), scan(0), hours(2), about("p2", sent)];
    let told = |events: &[Event]| {
        let other = World::new(END.parse().unwrap());
        live(&other, events);
        other.synced.take()
    };
    let thanked = told(&there);
    there.extend([hours(19), about("p2", undo)]);
    let taken_back = told(&there);
    assert_ne!(thanked, taken_back);
    vec![
        share,
        scan(0),
        hours(1),
        about("p1", sent),
        hours(2),
        Event::Elsewhere(thanked),
        hours(20),
        Event::Elsewhere(taken_back),
        hours(2),
        hours(1),
    ]
}

#[test]
fn nobody_thanked_on_another_device_is_prompted_for() {
    let mut events = events(&ids_after_a_scan());
    let world = World::new(END.parse().unwrap());
    let end = events.split_off(events.len() - 3);
    live(&world, &events);
    let named = |name: &str| {
        let shown = world.shown.borrow();
        let all = shown.iter().flat_map(|(_, it)| &it.details);
        all.filter(|it| it.contains(name)).count()
    };
    let statuses = || -> Vec<String> {
        let interviews = migrate::read_all(&world.stored.borrow()).interviews;
        let one = interviews.into_iter().find(|it| it.people.len() == 2);
        one.unwrap()
            .people
            .into_iter()
            .map(|it| it.status)
            .collect()
    };
    assert_eq!(statuses(), ["sent", "sent"]);
    // Once before, when both were still to be thanked; not in the day after.
    assert_eq!((named("Tom"), named("Priya")), (1, 1));
    // Taken back there, he is to be thanked again; she stays thanked.
    live(&world, &end);
    assert_eq!(statuses(), ["sent", "to_ask"]);
    assert_eq!((named("Tom"), named("Priya")), (2, 1));
}

//! What a notification says and offers, which are taken away again, and where a click leads.

use super::{
    prompts::{by_day, world},
    *,
};
use crate::app::{
    notice::{About, Notice, Offer},
    remind::target,
    store::{migrate, v1::SettingsV1},
};

const SOON: &str = "2026-03-10T11:30:00Z";
const NEXT_DAY: &str = "2026-03-11T11:30:00Z";

fn doubtful(uid: &str) -> FoundInterview {
    let mut it = by_day(uid, "Marlow");
    it.band = "ask".to_owned();
    it.title = format!("Chat {uid}");
    it
}

fn nobody_known(uid: &str) -> FoundInterview {
    let mut it = by_day(uid, "Kettlefish");
    it.people.clear();
    it
}

fn check(found: Vec<FoundInterview>, code: &str, details: &[&str], offer: Offer) {
    let notices = world(found).wake(SOON);
    assert_eq!(notices.len(), 1);
    let Notice {
        code: said,
        details: named,
        offer: offered,
        ..
    } = &notices[0];
    assert_eq!((*said, *offered), (code, offer));
    assert_eq!(named, details);
}

#[test]
fn a_notice_names_whom_it_knows_and_claims_nothing_else() {
    let (sure, other) = (by_day("a", "Kettlefish"), by_day("b", "Plumtree"));
    let both = ["Kettlefish", "Priya Shah"];
    check(vec![sure.clone()], "ask", &both, Offer::Write);
    check(
        vec![nobody_known("a")],
        "ask_nobody",
        &["Kettlefish"],
        Offer::Answer,
    );
    check(vec![doubtful("c")], "question", &["Chat c"], Offer::Answer);
    let several = vec![sure.clone(), other];
    let details = ["2", "Kettlefish, Plumtree"];
    check(several, "several", &details, Offer::Write);
    let questions = vec![doubtful("c"), doubtful("d")];
    check(questions, "questions", &["Chat c, Chat d"], Offer::Answer);
    let mixed = vec![sure, doubtful("c")];
    check(mixed, "mixed", &["Kettlefish", "Chat c"], Offer::Look);
}

#[test]
fn later_stages_ask_whom_the_user_met_when_nobody_is_known() {
    let world = world(vec![nobody_known("a")]);
    world.wake(SOON);
    let notice = world.wake(NEXT_DAY).remove(0);
    assert_eq!((notice.code, notice.offer), ("nobody", Offer::Answer));
}

#[test]
fn a_discreet_question_does_not_offer_to_write() {
    for found in [doubtful("a"), by_day("b", "Kettlefish")] {
        let world = world(vec![found]);
        world.configure(&SettingsV1 {
            discreet: true,
            ..SettingsV1::default()
        });
        let notice = world.wake(SOON).remove(0);
        assert_eq!((notice.code, notice.offer), ("discreet", Offer::Look));
    }
}

/// What is still to be seen after something was done to an interview that was prompted for.
fn visible_after(found: FoundInterview, act: impl Fn(&World)) -> Vec<String> {
    let world = world(vec![found]);
    assert_eq!(world.wake(SOON).len(), 1);
    assert_eq!(world.notices.1.borrow().len(), 1);
    act(&world);
    world.notices.1.borrow().clone()
}

fn judged(is_interview: bool) -> impl Fn(&World) {
    move |world| {
        let interview = world.interview_id();
        let is_interview = Some(is_interview);
        world.send(
            "c2",
            Request::Judge {
                interview,
                is_interview,
            },
        );
    }
}

#[test]
fn a_notice_is_taken_away_when_it_no_longer_holds() {
    let sure = || by_day("a", "Kettlefish");
    let gone = |found, act: &dyn Fn(&World)| assert_eq!(visible_after(found, act), [""; 0]);
    gone(sure(), &|it| {
        it.send("c2", sent(&it.interview_id(), "p1"));
    });
    gone(sure(), &|it| {
        let (interview, person) = (it.interview_id(), "p1".to_owned());
        it.send("c2", Request::Skip { interview, person });
    });
    gone(sure(), &|it| {
        let mut moved = by_day("a", "Kettlefish");
        moved.end_ms += 3 * HOUR_MS;
        it.scan("c2", vec![moved]);
    });
    gone(sure(), &|it| {
        let mut off = by_day("a", "Kettlefish");
        off.called_off = true;
        it.scan("c2", vec![off]);
    });
    gone(sure(), &judged(false));
    gone(doubtful("a"), &judged(false));
    // What it asked is answered; the interview prompts for itself from now on.
    gone(doubtful("a"), &judged(true));
    gone(sure(), &|it| {
        let interview = Some(it.interview_id());
        it.send("c2", Request::Delete { interview });
    });
    gone(sure(), &|it| {
        let (interview, outcome) = (it.interview_id(), Some("offer".to_owned()));
        it.send("c2", Request::SetOutcome { interview, outcome });
    });
    gone(sure(), &|it| {
        it.wake("2026-03-18T12:00:00Z");
    });
}

#[test]
fn a_notice_that_still_holds_stays() {
    let sure = || by_day("a", "Kettlefish");
    for act in [
        &(|it: &World| {
            it.wake("2026-03-10T12:00:00Z");
        }) as &dyn Fn(&World),
        &|it| {
            it.send("c2", answer(&it.interview_id(), "p1"));
        },
        &|it| {
            it.scan("c2", vec![by_day("a", "Kettlefish")]);
        },
    ] {
        assert_eq!(visible_after(sure(), act).len(), 1);
    }
    // Another extension page's notification is none of ours.
    let world = world(vec![sure()]);
    world.notices.1.borrow_mut().push("other".to_owned());
    world.wake(SOON);
    assert!(world.notices.1.borrow().contains(&"other".to_owned()));
}

#[test]
fn one_about_several_stays_until_all_are_settled() {
    let world = world(vec![by_day("a", "Kettlefish"), by_day("b", "Plumtree")]);
    world.wake(SOON);
    let ids: Vec<String> = world.lists().due.iter().map(|it| it.id.clone()).collect();
    world.send("c2", sent(&ids[0], "p1"));
    assert_eq!(world.notices.1.borrow().len(), 1);
    world.send("c3", sent(&ids[1], "p1"));
    assert_eq!(world.notices.1.borrow().len(), 0);
}

#[test]
fn a_later_notice_takes_the_place_of_the_earlier_ones() {
    let world = world(vec![by_day("a", "Kettlefish")]);
    world.wake(SOON);
    world.clock.0.set(prompts::instant("2026-03-10T12:00:00Z"));
    world.scan("c2", vec![by_day("b", "Plumtree")]);
    assert_eq!(world.notices.1.borrow().len(), 2);
    let notice = world.wake(NEXT_DAY).pop().unwrap();
    assert!(matches!(notice.about, About::Several(_)));
    assert_eq!(*world.notices.1.borrow(), [notice.about.id()]);
}

#[test]
fn a_click_leads_to_the_one_who_is_owed() {
    let mut pair = by_day("a", "Kettlefish");
    let mut tom = pair.people[0].clone();
    tom.name = Some("Tom Kovac".to_owned());
    tom.email = Some("tom@kettlefish.example".to_owned());
    pair.people.push(tom);
    let world = world(vec![pair]);
    let notice = world.wake(SOON).remove(0).about.id();
    let id = world.interview_id();
    let leads = || target(&world.store.entries.borrow(), &notice);
    assert_eq!(leads(), format!("interview:{id}"));
    world.send("c2", sent(&id, "p2"));
    assert_eq!(leads(), format!("interview:{id}/p1"));
    world.send("c3", sent(&id, "p1"));
    assert_eq!(leads(), format!("interview:{id}"));
}

#[test]
fn a_click_on_a_question_leads_to_it_and_on_several_to_the_list() {
    let world = world(vec![doubtful("a"), by_day("b", "Plumtree")]);
    let notice = world.wake(SOON).remove(0).about.id();
    assert_eq!(target(&world.store.entries.borrow(), &notice), "");
    let due = world.lists().due[0].id.clone();
    let ask = world.lists().ask[0].id.clone();
    let question = About::Question(ask.clone()).id();
    let leads = |notice: &str| target(&world.store.entries.borrow(), notice);
    assert_eq!(leads(&question), format!("interview:{ask}"));
    world.send("c2", sent(&due, "p1"));
    assert_eq!(leads(&notice), format!("interview:{ask}"));
    assert_eq!(leads("interview:unheard"), "");
    assert_eq!(leads("unheard"), "");
    assert_eq!(
        migrate::read_all(&world.store.entries.borrow())
            .interviews
            .len(),
        2
    );
}

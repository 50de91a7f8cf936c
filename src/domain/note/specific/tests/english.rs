//! English, as it is jotted down half a minute after an interview.

use super::*;

#[test]
fn who_does_something_does_it_in_a_sentence() {
    let rows = [
        ("The team is moving to Rust", "the team is moving to Rust"),
        (
            "Kettlefish is moving to Rust",
            "Kettlefish is moving to Rust",
        ),
        ("Tom will be my manager", "Tom will be my manager"),
        ("Team grew from 3 to 12", "team grew from 3 to 12"),
        (
            "engineers own their services",
            "engineers own their services",
        ),
        (
            "Kettlefish acquired Plumtree",
            "Kettlefish acquired Plumtree",
        ),
        ("Her team's moving to Rust", "your team's moving to Rust"),
        ("This is a great team", "this is a great team"),
        ("That was interesting", "that was interesting"),
        ("that's a small team", "that's a small team"),
        ("it'd be great to pair", "it'd be great to pair"),
        ("there's a lot to build", "there's a lot to build"),
        ("mentioned that they will hire", "you will hire"),
        ("Kafka, they hate it", "Kafka, they hate it"),
        ("her daughter plays piano", "your daughter plays piano"),
        ("because I know Rust", "because I know Rust"),
        (
            "Is it remote? Yes, two days.",
            "is it remote? Yes, two days",
        ),
        ("THE TEAM IS MOVING", "THE TEAM IS MOVING"),
    ]
    .map(|(typed, expected)| (typed, sentence(expected)));
    check_all(rows);
}

#[test]
fn the_reader_is_spoken_to() {
    let rows = [
        ("Priya runs the rota", sentence("you run the rota")),
        (
            "Priya told me about her move to Berlin",
            topic("your move to Berlin"),
        ),
        ("Priya's talk at RustConf", topic("your talk at RustConf")),
        (
            "she's moving to Berlin",
            sentence("you're moving to Berlin"),
        ),
        ("they've just raised", sentence("you've just raised")),
        (
            "I liked the way they run retros",
            mine("I liked the way you run retros"),
        ),
        ("Tom runs the rota", sentence("Tom runs the rota")),
        (
            "Their plans for 2027 and her dog Biscuit",
            topic("your plans for 2027 and her dog Biscuit"),
        ),
    ];
    check_all(rows);
}

#[test]
fn what_begins_with_a_verb_names_nothing() {
    let rows = [
        ("moved billing to Kafka", "moved billing to Kafka"),
        ("Uses Kafka everywhere", "uses Kafka everywhere"),
        ("Automated the deploys", "automated the deploys"),
        ("Thanks for the book tip", "the book tip"),
    ]
    .map(|(typed, expected)| (typed, sentence(expected)));
    check_all(rows);
}

#[test]
fn beginnings_that_only_say_that_it_was_talked_about_go() {
    let rows = [
        ("Enjoyed hearing about retros", topic("retros")),
        ("Learned about their pipeline", topic("your pipeline")),
        ("great chat about Rust", topic("Rust")),
        ("enjoyed talking about Rust", topic("Rust")),
        ("It was great to hear about Rust", topic("Rust")),
        (
            "mentioned my time at Plumtree",
            topic("my time at Plumtree"),
        ),
        ("regarding the roadmap", topic("the roadmap")),
        ("and how they test", clause("how you test")),
        (
            "asked about roadmap, team size, and stack",
            sentence("roadmap, team size, and stack"),
        ),
        ("We also talked a lot about on-call", topic("on-call")),
    ];
    check_all(rows);
}

#[test]
fn a_question_stays_one() {
    let rows = [
        ("Do they use Kafka?", "do you use Kafka"),
        ("What is the on-call like?", "what is the on-call like"),
        ("what's the stack", "what's the stack"),
        ("when can I start", "when can I start"),
        ("How big is the team", "how big is the team"),
        ("what stack do they use", "what stack do you use"),
        ("why Rust", "why Rust"),
        ("Remote?", "remote"),
        ("they are hiring?", "you are hiring"),
        ("Is it remote?\nDo they pair?", "is it remote; do you pair"),
    ]
    .map(|(typed, expected)| (typed, Some(Shape::Question(expected.to_owned()))));
    check_all(rows);
    let rows = [
        ("whether they use Kafka?", clause("whether you use Kafka")),
        ("asked if they use Rust", clause("whether you use Rust")),
        (
            "how the team is organised",
            clause("how the team is organised"),
        ),
        (
            "what is important to them",
            clause("what is important to them"),
        ),
        ("Kafka?", topic("Kafka")),
        (
            "you mentioned the new warehouse?",
            topic("the new warehouse"),
        ),
    ];
    check_all(rows);
}

#[test]
fn what_is_not_surely_a_thing_stands_after_a_colon() {
    let rows = [
        ("after the merger", "after the merger"),
        ("during my PhD", "during my PhD"),
        ("w/ Tom re: pay", "with Tom about pay"),
        ("Great team!", "great team"),
        ("Team of 12, hybrid", "team of 12, hybrid"),
        ("trial basis", "trial basis"),
        ("fundraising gala", "fundraising gala"),
        ("What surprised me: no tests", "what surprised me: no tests"),
        ("review the docs", "review the docs"),
        (
            "looking for somebody with SQL",
            "looking for somebody with SQL",
        ),
        ("if it works, they hire", "if it works, they hire"),
    ]
    .map(|(typed, expected)| (typed, sentence(expected)));
    check_all(rows);
}

#[test]
fn a_thing_is_named() {
    let rows = [
        ("Beijing office", "the Beijing office"),
        ("on-call rotation", "the on-call rotation"),
        ("Workday migration", "the Workday migration"),
        ("store opening in March", "the store opening in March"),
        ("Roadmap", "the roadmap"),
        ("Team culture", "team culture"),
        ("on call", "on-call"),
        ("the way they run retros", "the way you run retros"),
        (
            "the team that is moving to Rust",
            "the team that is moving to Rust",
        ),
        (
            "the trade-off between consistency and latency, and how their customers notice it",
            "the trade-off between consistency and latency, and how their customers notice it",
        ),
        ("Distributed systems", "distributed systems"),
        ("plans to have two offices", "plans to have two offices"),
        ("the May release", "the May release"),
        ("parental leave", "parental leave"),
        ("design tokens", "design tokens"),
        ("Automation in claims", "automation in claims"),
        ("Notion", "Notion"),
        ("rewriting the rota", "rewriting the rota"),
        ("the tool built by interns", "the tool built by interns"),
        ("climbing", "climbing"),
        ("C++ & \"templates\" (1998)", "C++ and \"templates\" (1998)"),
        ("\"the roadmap.\"", "the roadmap"),
        ("- [ ] roadmap", "the roadmap"),
        ("1. roadmap\n2. on-call", "the roadmap and on-call"),
        ("e.g. the roadmap", "the roadmap"),
    ]
    .map(|(typed, expected)| (typed, topic(expected)));
    check_all(rows);
}

#[test]
fn who_has_nothing_to_say_says_nothing() {
    let rows = [
        "nothing",
        "n/a",
        "N/A.",
        "don't remember",
        "Don’t remember",
        "We talked about",
        "None",
        "I can't remember",
        "we talked about nothing",
        "-",
        "?",
    ]
    .map(|typed| (typed, None));
    check_all(rows);
    check("nothing is urgent", sentence("nothing is urgent"));
    check("n/a\nKafka", topic("Kafka"));
}

#[test]
fn what_somebody_says_of_themselves_may_stand_alone() {
    let rows = [
        ("I've seen their talk", "I've seen their talk"),
        ("that I could start in March", "I could start in March"),
        ("liked how they run retros", "I liked how you run retros"),
        ("Loved the office", "I loved the office"),
        ("Really liked the office", "I really liked the office"),
        ("Impressed by their docs", "I was impressed by their docs"),
    ]
    .map(|(typed, expected)| (typed, mine(expected)));
    check_all(rows);
}

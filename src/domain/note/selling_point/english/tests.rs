//! Lines of resumes as people write them, with the form that each has.

use super::*;

fn check(cases: &[(&str, SellingPoint)]) {
    for (point, expected) in cases {
        assert_eq!(worded(point), *expected, "{point}");
    }
}

fn deed(text: &str) -> SellingPoint {
    SellingPoint::Deed(text.to_owned())
}

fn thing(text: &str) -> SellingPoint {
    SellingPoint::Thing(text.to_owned())
}

fn other(text: &str) -> SellingPoint {
    SellingPoint::Other(text.to_owned())
}

#[test]
fn a_deed_is_told_in_the_first_person() {
    check(&[
        ("Led a team of four", deed("led a team of four")),
        ("Led workshops", deed("led workshops")),
        ("I speak four languages", deed("speak four languages")),
        (
            "Migrated billing to Kafka",
            deed("migrated billing to Kafka"),
        ),
        ("Reduced churn by 40%", deed("reduced churn by 40%")),
        ("Saved $1.2M", deed("saved $1.2M")),
        ("Managed 12 people", deed("managed 12 people")),
        ("Trained 200 nurses", deed("trained 200 nurses")),
        ("Published a book", deed("published a book")),
        ("Volunteered at a shelter", deed("volunteered at a shelter")),
        (
            "Cut the budget by a third",
            deed("cut the budget by a third"),
        ),
        ("Successfully led a team", deed("successfully led a team")),
        ("I’ve led two hospitals", deed("have led two hospitals")),
        (
            "I have 10 years in nursing",
            deed("have 10 years in nursing"),
        ),
        ("won the 2024 award", deed("won the 2024 award")),
    ]);
}

#[test]
fn a_habit_is_told_in_the_first_person() {
    check(&[
        ("Speak four languages", deed("speak four languages")),
        ("Speaks four languages", deed("speak four languages")),
        ("Run a team of 12", deed("run a team of 12")),
        ("Runs a team of 12", deed("run a team of 12")),
        ("Manage budgets of 2m", deed("manage budgets of 2m")),
        ("Teaches the piano", deed("teach the piano")),
        ("Has ten years in sales", deed("have ten years in sales")),
        ("Can type", deed("can type")),
    ]);
}

#[test]
fn what_somebody_is_or_is_like_has_its_verb() {
    check(&[
        ("Registered nurse", deed("am a registered nurse")),
        (
            "Certified Scrum Master",
            deed("am a certified Scrum Master"),
        ),
        ("Experienced team lead", deed("am an experienced team lead")),
        ("Trained pilot", deed("am a trained pilot")),
        (
            "Excellent communicator",
            deed("am an excellent communicator"),
        ),
        ("Quick learner", deed("am a quick learner")),
        ("Team player", deed("am a team player")),
        ("A good listener", deed("am a good listener")),
        ("MBA graduate", deed("am an MBA graduate")),
        ("UX designer", deed("am a UX designer")),
        (
            "Native Spanish speaker",
            deed("am a native Spanish speaker"),
        ),
        (
            "Self-taught programmer",
            deed("am a self-taught programmer"),
        ),
        (
            "Registered nurse with ten years in ICU",
            deed("am a registered nurse with ten years in ICU"),
        ),
        ("Fluent in Dutch", deed("am fluent in Dutch")),
        (
            "calm with anxious patients",
            deed("am calm with anxious patients"),
        ),
        ("Experienced in audits", deed("am experienced in audits")),
        ("Able to relocate", deed("am able to relocate")),
        ("Passionate about data", deed("am passionate about data")),
        ("Based in Leeds", deed("am based in Leeds")),
        ("Used to night shifts", deed("am used to night shifts")),
        ("I'm good at listening", deed("am good at listening")),
        ("Bilingual", deed("am bilingual")),
        ("Detail-oriented", deed("am detail-oriented")),
        ("Hard-working", deed("am hard-working")),
        ("Reliable and punctual", deed("am reliable and punctual")),
        ("PMP certified", deed("am PMP certified")),
        (
            "2019 graduate of Leeds",
            deed("am a 2019 graduate of Leeds"),
        ),
        ("Red team lead", deed("am a Red team lead")),
    ]);
}

#[test]
fn a_thing_loses_its_capital_unless_it_is_a_name() {
    check(&[
        (
            "Five years of payment systems",
            thing("five years of payment systems"),
        ),
        ("10+ years in nursing", thing("10+ years in nursing")),
        ("Over ten years of sales", thing("over ten years of sales")),
        ("Fluent Dutch", thing("fluent Dutch")),
        (
            "Managing a team of 12",
            thing("experience managing a team of 12"),
        ),
        (
            "Working knowledge of SQL",
            thing("working knowledge of SQL"),
        ),
        ("Supply chain experience", thing("supply chain experience")),
        ("Experience with Kafka", thing("experience with Kafka")),
        ("An eye for detail", thing("an eye for detail")),
        ("A degree in physics", thing("a degree in physics")),
    ]);
}

#[test]
fn what_is_unsure_stands_after_a_colon() {
    check(&[
        ("Rust in production", other("Rust in production")),
        ("Speed", other("Speed")),
        ("Advanced Excel", other("advanced Excel")),
        (
            "Applied mathematics degree",
            other("applied mathematics degree"),
        ),
        (
            "United Nations internship",
            other("United Nations internship"),
        ),
        ("Nursing degree", other("Nursing degree")),
        ("LED displays", other("LED displays")),
        ("Distributed systems", other("distributed systems")),
        ("Mentoring juniors", other("mentoring juniors")),
        ("Managing teams", other("managing teams")),
        ("Teaching English", other("teaching English")),
        ("Beijing office", other("Beijing office")),
        ("Leading", other("leading")),
        ("Love of data", other("Love of data")),
        ("Design systems", other("design systems")),
        ("Set design", other("Set design")),
        ("we grew revenue 3x", other("we grew revenue 3x")),
        (
            "My team and I won the award",
            other("my team and I won the award"),
        ),
        ("One of the founders", other("one of the founders")),
        ("Team lead for two years", other("team lead for two years")),
        (
            "Shipped it twice; zero downtime",
            other("Shipped it twice; zero downtime"),
        ),
        (
            "Built X, ran Y and leads Z",
            other("Built X, ran Y and leads Z"),
        ),
        ("A CPA", other("a CPA")),
        (
            "Ten years of Rust, Go and C",
            other("ten years of Rust, Go and C"),
        ),
        ("A career in nursing", other("a career in nursing")),
        ("Driver's licence", other("Driver's licence")),
    ]);
}

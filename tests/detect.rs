//! Detection on the labelled calendars in `fixtures/interviews` does not fall behind. Adding a
//! calendar and its labels is adding a test.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a fixture that cannot be read fails the test"
)]

#[path = "detect/score.rs"]
mod score;

use std::path::Path;

use score::{Scores, Share};

#[test]
fn labelled_calendars_are_judged_as_a_careful_person_would() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/interviews");
    let scores = Scores::of_folder(&folder).expect("labelled calendars");
    let mistakes = scores.mistakes.join("\n");
    assert!(scores.found + scores.missed >= 200 && scores.left_alone + scores.wrong >= 200);
    assert!(scores.precision() >= 0.979, "{mistakes}");
    assert!(scores.recall() >= 0.955, "{mistakes}");
    assert!(scores.sure.value() >= 0.99, "{mistakes}");
    // Neither what is asked about nor what is passed over is all of one kind.
    let share = |from: f64, until: f64| {
        let those = scores
            .judged
            .iter()
            .filter(|it| it.confidence >= from && it.confidence < until);
        let right = those.clone().filter(|it| it.interview).count();
        right as f64 / those.count().max(1) as f64
    };
    assert!(share(0.0, 0.2) < 0.05 && share(0.4, 0.8) > 0.5);
    assert!(
        scores
            .judged
            .iter()
            .all(|it| it.confidence > 0.0 && (it.reasons.is_empty() || it.confidence < 1.0))
    );
    for (field, least) in [
        ("company", 0.885),
        ("role", 0.89),
        ("format", 0.97),
        ("interviewers", 0.905),
        ("coordinator", 0.97),
    ] {
        let share: Share = scores.fields[field];
        assert!(share.value() >= least, "{field} {share:?}\n{mistakes}");
    }
    assert!(scores.f1() > 0.969);
    // Every reason has a text for the user.
    let messages = include_str!("../extension/_locales/en/messages.json");
    let messages: serde_json::Value = serde_json::from_str(messages).expect("messages");
    for (code, _) in scores.judged.iter().flat_map(|it| &it.reasons) {
        assert!(messages[format!("reason_{code}")].is_object(), "{code}");
    }
    assert!(scores.as_json()["f1"].is_number());
}

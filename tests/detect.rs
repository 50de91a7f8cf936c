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
    assert!(scores.precision() >= 0.98, "{mistakes}");
    assert!(scores.recall() >= 0.945, "{mistakes}");
    assert!(scores.sure.value() >= 0.99, "{mistakes}");
    for (field, least) in [
        ("company", 0.86),
        ("role", 0.84),
        ("format", 0.96),
        ("interviewers", 0.86),
        ("coordinator", 0.955),
    ] {
        let share: Share = scores.fields[field];
        assert!(share.value() >= least, "{field} {share:?}\n{mistakes}");
    }
    assert!(scores.f1() > 0.965);
    assert!(scores.as_json()["f1"].is_number());
}

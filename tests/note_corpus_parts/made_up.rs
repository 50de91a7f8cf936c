//! What no input says is found out.

use super::{inputs, text};

#[test]
fn what_is_made_up_is_found_out() {
    let inputs = &inputs::ALL[0];
    let vocabulary = text::vocabulary(inputs.language);
    let points = vec!["five years of payment systems".to_owned()];
    let brief = inputs::brief(inputs, "two warm lunches", &points);
    for (text, expected) in [
        ("Thank you for our hour together", "hour"),
        ("Thank you for being so patiently helpful", "patiently"),
        ("I met 3 of you", "3"),
        ("I am from Atlantis", "atlantis"),
        ("It was the last round", "last round"),
        ("Thank you for today", "today"),
    ] {
        let found = text::untraceable_in(&brief, text, &vocabulary, "");
        assert!(found.iter().any(|it| it.starts_with(expected)), "{text}");
    }
    for fine in [
        "I would bring five years of payment systems",
        "What has stayed with me: two warm lunches",
    ] {
        let found = text::untraceable_in(&brief, fine, &vocabulary, "");
        assert_eq!(found, Vec::<String>::new());
    }
}

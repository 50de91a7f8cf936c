//! What no input says is found out.

use afternote::domain::note::compose::Brief;

use super::{inputs, text};

#[test]
fn what_is_made_up_is_found_out() {
    let inputs = &inputs::ALL[0];
    let vocabulary = text::vocabulary(inputs.language);
    let points = vec!["five years of payment systems".to_owned()];
    let brief = inputs::brief(inputs, "two warm lunches", &points);
    let yesterday = Brief {
        same_day: false,
        ..brief.clone()
    };
    for (brief, text, expected) in [
        (&brief, "Thank you for our hour together", "hour"),
        (
            &brief,
            "Thank you for being so patiently helpful",
            "patiently",
        ),
        (&brief, "I met 3 of you", "3"),
        (&brief, "I am from Atlantis", "atlantis"),
        (&brief, "It was the last round", "last round"),
        (&yesterday, "Thank you for today", "today"),
    ] {
        let found = text::untraceable_in(brief, text, &vocabulary, "");
        assert!(found.iter().any(|it| it.starts_with(expected)), "{text}");
    }
    for fine in [
        "Thank you for today",
        "I would bring five years of payment systems",
        "What has stayed with me: two warm lunches",
    ] {
        let found = text::untraceable_in(&brief, fine, &vocabulary, "");
        assert_eq!(found, Vec::<String>::new());
    }
}

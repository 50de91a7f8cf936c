//! Sentences that were taken out, and edits of the message that teach nothing.

use super::*;

#[test]
fn a_sentence_that_was_taken_out_is_known_by_its_line() {
    let points = ["five years of payment systems".to_owned()];
    for language in Language::ALL {
        for address in Address::ALL {
            for position in 0..8 {
                let brief = Brief {
                    language,
                    address,
                    position,
                    ..sample::brief("the roadmap", &points)
                };
                let draft = compose(&brief);
                for sentence in sentences(&draft) {
                    let edited = draft.body.replace(&sentence, "");
                    let found = habits_noticed(&brief, &edited);
                    let crlf = edited.replace('\n', "\r\n");
                    assert_eq!(found, habits_noticed(&brief, &crlf));
                    match found.as_slice() {
                        // Only a part of a line is gone.
                        [] => {}
                        [Habit::LeaveOut(line)] => {
                            let fits = removed::pieces(line).concat();
                            assert!(fits.split(' ').count() > 3, "{line}");
                            for piece in removed::pieces(line) {
                                assert!(sentence.contains(piece.trim()), "{line}: {sentence}");
                            }
                        }
                        other => panic!("{sentence}: {other:?}"),
                    }
                }
            }
        }
    }
}

#[test]
fn nearly_every_sentence_can_be_taken_out() {
    let points = ["five years of payment systems".to_owned()];
    for language in Language::ALL {
        let brief = Brief {
            language,
            ..sample::brief("the roadmap", &points)
        };
        let draft = compose(&brief);
        let all = sentences(&draft);
        let known = all.iter().filter(|it| {
            let edited = draft.body.replace(it.as_str(), "");
            habits_noticed(&brief, &edited).len() == 1
        });
        assert!(known.count() + 1 >= all.len(), "{language:?}: {all:?}");
    }
}

#[test]
fn other_edits_of_the_message_teach_nothing() {
    let points = ["five years of payment systems".to_owned()];
    let specifics = [
        ("the rodmap", "the roadmap"),
        ("billing v2. It moves", "billing v2.1. It moves"),
        ("田中さんの話", "田中さんのお話"),
    ];
    for (typed, right) in specifics {
        let brief = sample::brief(typed, &points);
        let ours = compose(&brief).body;
        let edited = ours.replace(typed, right);
        assert!(edited != ours);
        assert_eq!(habits_noticed(&brief, &edited), [], "{typed}");
    }
    let brief = sample::brief("the roadmap", &points);
    let ours = compose(&brief);
    assert_eq!(habits_noticed(&brief, &ours.body), []);
    assert_eq!(habits_noticed(&brief, &ours.body.replace('\n', "\r\n")), []);
    for sentence in sentences(&ours) {
        // Most words stay, in another order or among others.
        let mut words: Vec<&str> = sentence.split(' ').collect();
        words.rotate_left(2);
        let reworded = format!("{} truly", words.join(" "));
        let edited = ours.body.replace(&sentence, &reworded);
        assert_eq!(habits_noticed(&brief, &edited), [], "{sentence}");
        let added = ours
            .body
            .replace(&sentence, &format!("{sentence} And so on."));
        assert_eq!(habits_noticed(&brief, &added), [], "{sentence}");
        let joined = ours
            .body
            .replace(&format!(" {sentence}"), &format!("\r\n\r\n{sentence}"));
        assert_eq!(habits_noticed(&brief, &joined), [], "{sentence}");
    }
    for edited in [
        "",
        "\n",
        "Hi Priya,",
        "Hi Priya,\n\nMy own words.\n\nJordan Reyes",
    ] {
        assert_eq!(habits_noticed(&brief, edited), [], "{edited}");
    }
}

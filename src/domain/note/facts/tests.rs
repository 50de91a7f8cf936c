//! What must be refused, and as many honest rewordings that must not.

use super::*;

mod claims;
mod languages;

const ENGLISH: &str = "Hi Priya,

Thank you for making the time to talk with me on Tuesday about the Senior Engineer role at Kettlefish. I keep thinking about how you moved billing to event sourcing without downtime; it is exactly the kind of work I enjoy.

After our conversation I am even more interested in joining you. With five years of payment systems behind me, I feel ready for the challenges that come with it. If there is anything else you would like to know, I am happy to help.

Best regards,
Jordan Reyes
+1 555 0100";

fn english() -> Expectation<'static> {
    Expectation {
        recipient: Some("Priya Shah"),
        employer: Some("Kettlefish"),
        specific: "how they moved billing to event sourcing without downtime",
        sender: "Jordan Reyes",
        signature: "Jordan Reyes\n+1 555 0100",
        ..Expectation::default()
    }
}

/// The verdict on the English note with one part of its message replaced.
fn after(part: &str, with: &str) -> Result<String, Refusal> {
    let expectation = english();
    let message = Parts::of(ENGLISH, &expectation).message;
    assert!(message.contains(part), "{part}");
    let proposal = message.replacen(part, with, 1);
    check("Thank you", ENGLISH, &proposal, &expectation)
}

#[track_caller]
fn refused(part: &str, with: &str, code: &str, detail: &str) {
    let refusal = after(part, with).expect_err(with);
    assert!(CODES.contains(&refusal.code));
    let details = refusal.details.join(" ");
    assert_eq!((refusal.code, details.as_str()), (code, detail), "{with}");
}

#[track_caller]
fn fine(part: &str, with: &str) {
    let body = after(part, with);
    assert!(body.is_ok(), "{with}: {body:?}");
}

#[test]
fn an_honest_rewording_takes_the_place_of_the_message_alone() {
    let proposal = "Thank you very much for taking the time on Tuesday to discuss the Senior \
        Engineer role at Kettlefish with me. How you moved billing to event sourcing without \
        downtime has stayed on my mind, as it is just the kind of work that I enjoy.

Our conversation has made me even more interested in joining you. Having five years of payment \
        systems behind me, I feel well prepared for the challenges ahead, and I am glad to answer any \
        further questions.";
    let proposal = proposal.replace("prepared", "ready");
    let body = check("Thank you", ENGLISH, &proposal, &english()).unwrap();
    assert_eq!(
        body,
        format!("Hi Priya,\n\n{proposal}\n\nBest regards,\nJordan Reyes\n+1 555 0100")
    );
    let whole = body.replace("Hi Priya,\n\n", "  Hi Priya,\r\n\r\n");
    assert_eq!(check("", ENGLISH, &whole, &english()), Ok(body));
}

#[test]
fn ok_other_words_for_the_same() {
    for (part, with) in [
        ("Thank you for making", "Many thanks for making"),
        ("Thank you for", "I truly appreciate your"),
        ("I keep thinking about", "What has stayed with me is"),
        ("I am happy to help", "I’d be glad to help"),
        ("five years", "5 years"),
        ("even more interested", "more excited than ever"),
        ("you moved billing", "you were moving billing"),
        ("After our conversation", "Since our conversation"),
        ("; it is exactly", ". It is exactly"),
        ("the challenges that come with it", "its challenges"),
        (" Kettlefish. I keep", " Kettlefish; I keep"),
        (
            "talk with me on Tuesday about",
            "discuss with me on Tuesday",
        ),
    ] {
        fine(part, with);
    }
}

#[test]
fn err_facts_that_nobody_told() {
    for (part, with, code, detail) in [
        ("five years", "ten years", "number", "ten"),
        ("five years", "more than 10 years", "number", "10"),
        ("billing to", "99.9% of billing to", "markup", "%"),
        ("billing", "2,000 customers of billing", "number", "2,000"),
        ("even more", "twice as", "number", "twice"),
        ("on Tuesday", "on Thursday", "date", "Thursday"),
        ("on Tuesday", "yesterday, on Tuesday,", "date", "yesterday"),
        ("on Tuesday", "on Tuesday afternoon", "date", "afternoon"),
        (
            "at Kettlefish",
            "at Kettlefish and Plumtree",
            "word",
            "Plumtree",
        ),
        ("at Kettlefish", "at Kettlefishery", "word", "Kettlefishery"),
        ("with me", "with Tom and me", "word", "Tom"),
        ("Thank you for", "Thank you, Mark, for", "word", "Mark"),
        ("you moved", "Will moved", "word", "Will"),
        (
            "Thank you for",
            "As we discussed your Kubernetes migration, thank you for",
            "word",
            "Kubernetes migration",
        ),
        (
            "I am happy to help",
            "my certificate helps",
            "word",
            "certificate",
        ),
        (
            "I am happy to help",
            "see www.example.com",
            "address",
            "www.example.com",
        ),
        (
            "I am happy to help",
            "see jordan.dev",
            "address",
            "jordan.dev",
        ),
        ("I am happy to help", "write to a@b.example", "markup", "@"),
        ("five years", "five years as a lead", "word", "lead"),
    ] {
        refused(part, with, code, detail);
    }
}

#[test]
fn err_the_opposite_of_what_was_said() {
    let mut expectation = english();
    expectation.specific = "how they moved billing";
    let body = ENGLISH.replace(" without downtime", "");
    let message = Parts::of(&body, &expectation).message;
    for (part, with, word) in [
        ("I am even more", "I am not even", "not"),
        ("I feel ready", "I don’t feel ready", "t"),
        ("I am happy", "I am never happy", "never"),
    ] {
        let found = check("", &body, &message.replacen(part, with, 1), &expectation);
        assert_eq!(found, Err(refusal("denial", &[word])), "{with}");
    }
    refused(" without downtime", " with downtime", "left_out", "without");
}

#[test]
fn err_somebody_else_did_it() {
    for (with, detail) in [
        ("how I moved", "moved billing"),
        ("how we moved", "moved billing"),
        ("how they have moved", "moved billing"),
    ] {
        refused("how you moved", with, "who", detail);
    }
    fine("how you moved", "how you have moved");
    fine("about how you moved", "about the way you moved");
}

#[test]
fn err_what_makes_the_note_what_it_is_is_gone() {
    for (part, with, missing) in [
        ("event sourcing", "it", "event sourcing"),
        ("moved billing", "did that", "moved billing"),
        (" at Kettlefish", "", "Kettlefish"),
        ("five years", "years", "five"),
    ] {
        refused(part, with, "left_out", missing);
    }
}

#[test]
fn err_other_greetings_and_closings() {
    let expectation = english();
    let message = Parts::of(ENGLISH, &expectation).message;
    for (before, after, detail) in [
        ("Dear Ms. Shah,\n\n", "", "Dear Ms. Shah,"),
        ("Hello Priya,\n\n", "", "Hello Priya,"),
        ("", "\n\nSincerely,\nJordan Reyes", "Jordan Reyes"),
        ("", "\n\nYours sincerely", "Yours sincerely"),
    ] {
        let proposal = format!(
            "{before}{}{after}",
            message.replace("interested", "excited")
        );
        let found = check("", ENGLISH, &proposal, &expectation);
        assert_eq!(found, Err(refusal("greeting", &[detail])), "{proposal}");
    }
}

#[test]
fn err_what_the_model_says_of_itself() {
    let expectation = english();
    let message = Parts::of(ENGLISH, &expectation).message;
    for chatter in [
        "Sure, here is a rephrased version of your note:\n\n",
        "Here it is:\n\n",
        "Certainly! ",
        "As an AI model, ",
    ] {
        let proposal = format!("{chatter}{}", message.replace("interested", "excited"));
        let found = check("", ENGLISH, &proposal, &expectation).unwrap_err();
        assert_eq!(found.code, "chatter", "{chatter}: {found:?}");
    }
}

#[test]
fn err_texts_of_another_shape() {
    let expectation = english();
    let message = Parts::of(ENGLISH, &expectation).message;
    let reworded = message.replace("interested", "excited");
    let twice =
        format!("{reworded} I am happy to help with anything. I am happy to help with anything.");
    let french = "Merci d’avoir pris le temps de parler avec moi du poste de Senior Engineer chez \
        Kettlefish. Votre façon de déplacer billing vers event sourcing ne me quitte plus.\n\nNotre \
        entretien a encore renforcé mon envie de vous rejoindre, avec cinq années de systèmes de \
        paiement derrière moi, et je reste à votre disposition pour toute question.";
    for (proposal, code) in [
        (String::new(), "empty"),
        (" \n\n ".to_owned(), "empty"),
        ("…!?".to_owned(), "empty"),
        (message.to_owned(), "same"),
        (message.to_uppercase(), "same"),
        (format!("<p>{reworded}</p>"), "markup"),
        (format!("**{reworded}**"), "markup"),
        (format!("```\n{reworded}\n```"), "markup"),
        (
            reworded.replace("billing", "[billing](https://x.example)"),
            "markup",
        ),
        (format!("- {reworded}"), "markup"),
        (format!("{reworded} 🎉"), "markup"),
        (format!("{reworded}\u{202e}"), "markup"),
        (format!("{reworded}\u{0}"), "markup"),
        (format!("{reworded}\n\n{reworded}"), "long"),
        (format!("{reworded} ").repeat(10), "long"),
        ("very ".repeat(1_000_000), "long"),
        ("Thank you very much.".to_owned(), "short"),
        (reworded.replace(". ", ".\n\n"), "paragraphs"),
        (french.to_owned(), "other_text"),
        ("Merci beaucoup pour cet échange.".to_owned(), "other_text"),
        (twice, "repeats"),
    ] {
        let found = check("", ENGLISH, &proposal, &expectation).unwrap_err();
        let shown: String = proposal.chars().take(60).collect();
        assert_eq!(found.code, code, "{shown}: {found:?}");
    }
}

#[test]
fn letters_of_another_script_make_another_name() {
    // The first letter is Cyrillic.
    refused("at Kettlefish", "at Кettlefish", "word", "Кettlefish");
    refused("five years", "٥ years", "number", "٥");
}

#[test]
fn no_text_breaks_the_guard() {
    let texts = [
        "",
        "\n",
        "İ\u{301}",
        "a\r\nb",
        "🎉",
        ":",
        "Hi,\n\n",
        "-",
        "1.",
        "田中",
    ];
    for body in texts {
        for proposal in texts {
            let _ = check(body, body, proposal, &Expectation::default());
        }
    }
}

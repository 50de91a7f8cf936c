//! English. `{…}` stands for a fact; every sentence holds without those of the others.

use super::{Facts, Greeting, Phrases, Values};
use crate::domain::note::compose::Tone;

pub(super) static ENGLISH: Phrases = Phrases {
    facts,
    greeting,
    today: " today",
    // Thanks. `{when}` is " today" or nothing; `{role}` is "the Senior Engineer role at Kettlefish",
    // `{place}` "at Kettlefish" or "in your team".
    thanks: [
        "Thank you for making the time to talk with me{when} about {role}.",
        "It was a pleasure to meet you{when} and to learn more about {role}.",
        "I wanted to thank you for our conversation{when} and for everything you told me about working {place}.",
        "I really appreciated the chance to speak with you{when} about {role}.",
        "Thanks so much for such an open discussion{when} about the work {place}.",
        "I am grateful for the time you set aside{when} so that we could discuss {role}.",
        "Meeting you{when} and hearing your view of {role} was a real highlight for me.",
        "Many thanks for walking me through {role}{when} and for the thoughtful exchange.",
    ],

    // The same, for those who prefer fewer words.
    plain_thanks: [
        "Thank you for your time{when} and for telling me more about {role}.",
        "I enjoyed meeting you{when} to discuss {role}.",
        "Thanks for the conversation{when} about working {place}.",
        "I appreciated our talk{when} about {role}.",
        "Thank you for the open discussion{when} on the work {place}.",
        "I am glad we could speak{when} about {role}.",
        "It was good to meet you{when} and to hear about {role}.",
        "Many thanks for taking me through {role}{when}.",
    ],

    // A topic, after "about".
    topic: [
        "I keep coming back to what we said about {specific}, because that is exactly the kind of thing I like to think about.",
        "I particularly enjoyed talking about {specific}; it gave me a much clearer picture of the work.",
        "What stayed with me most is {specific}, and I left with several new thoughts on it.",
        "Our exchange on {specific} was the part of our talk that I would happily have continued.",
        "Speaking of {specific} made the work feel very concrete to me.",
        "Since we spoke I have kept turning over {specific} in my mind, which I always take as a good sign.",
        "My curiosity about {specific} is far from satisfied, and I hope there will be an occasion to go deeper.",
        "The discussion of {specific} showed me what matters to you and your colleagues.",
    ],

    // A clause, after "about" or as an object.
    clause: [
        "I keep thinking about {specific}; it is exactly the kind of work I enjoy.",
        "I was especially glad to hear {specific}, since it gave me a much clearer picture of the work.",
        "What stayed with me most is {specific}, and I left with several new thoughts on it.",
        "Talking about {specific} was the part that I would happily have continued.",
        "Understanding {specific} made the work feel very concrete to me.",
        "Since we spoke I have kept turning over {specific} in my mind, which I always take as a good sign.",
        "You made me curious to learn more about {specific}, and I would gladly hear the rest of the story one day.",
        "Learning {specific} showed me what matters to you and your colleagues.",
    ],

    // A sentence, after a colon.
    sentence: [
        "One thing from our conversation has stayed with me: {specific}.",
        "I noted one point in particular, and it gave me a much clearer picture of the work: {specific}.",
        "What I remember most vividly is this: {specific}.",
        "Here is the part that I would happily have continued to discuss: {specific}.",
        "This made the work feel very concrete to me: {specific}.",
        "Since we spoke I have kept turning one thought over in my mind: {specific}.",
        "I went home curious to learn more about something we touched on: {specific}.",
        "To me, this showed what matters to you and your colleagues: {specific}.",
    ],

    // Renewed interest. `{role}` as above.
    interest: [
        "Our conversation made me even more interested in joining you, and I would be glad to take this on.",
        "After speaking with you I am more certain than before that I would like to do this work.",
        "I left convinced that this is a place where I could do some of my best work.",
        "My interest in {role} has only grown since then.",
        "I would be delighted to be part of what you are building.",
        "The more I learn, the more I look forward to the possibility of working together.",
        "I remain very keen on this opportunity, and talking with you is a large part of the reason.",
        "It would mean a lot to me to contribute to the team, and I hope we get to continue.",
    ],

    // A selling point that is a thing: "five years of payment systems".
    strength: [
        "I would bring {strength}, and I believe that is where I could be useful from the start.",
        "With {strength} behind me, I feel ready for the challenges that come with it.",
        "When candidates are compared, {strength} will, I hope, speak for me.",
        "I think {strength} would serve the team well in the months ahead.",
        "What I can offer in return is {strength}, together with a real wish to learn from you.",
        "Among the things I would contribute, {strength} may matter most here.",
        "You would be getting {strength}, which seems to fit what is needed now.",
        "If it helps your decision, {strength} is what I would build on first.",
    ],

    // A selling point that is a deed: "led a team of four", after "I".
    deed: [
        "I {strength}, and I believe that is where I could be useful from the start.",
        "Having done similar work before (I {strength}), I feel ready for the challenges that come with it.",
        "When candidates are compared, please remember that I {strength}.",
        "I {strength}, and I think it would serve the team well in the months ahead.",
        "What I can offer in return is experience: I {strength}, and I still wish to learn.",
        "Of everything on my resume, one line may matter most here: I {strength}.",
        "I {strength}, which seems to fit what is needed now.",
        "If it helps your decision: I {strength}, and that is what I would build on first.",
    ],

    // The end of the message.
    end: [
        "If there is anything else you would like to know, I am happy to help.",
        "Please let me know if I can add anything that would be useful to you.",
        "Should any question come up, I am only a message away.",
        "I am glad to share more details whenever they would help.",
        "Until then, I wish you and your colleagues a good week.",
        "Do get in touch if something is still open on your side.",
        "However it turns out, meeting was worthwhile.",
        "I hope our paths cross again soon.",
    ],

    // To the person who arranged it.
    arranged: [
        "Thank you for arranging the interview{when}. I know how much work stands behind bringing everybody together, and I am grateful that you took it on.",
        "I wanted to thank you for organizing the interview{when}. It is easy to forget who makes such a meeting possible, and I did not want to.",
        "Many thanks for setting up the interview{when}. I valued the chance to speak with the team, and it would not have happened without you.",
        "I appreciated your help in preparing the interview{when}. It let me concentrate on the conversation itself, which I enjoyed very much.",
        "Thank you for your help with the scheduling{when}. Finding a time that suits everybody is no small thing, and I am glad that it came about.",
        "It was good to have you as my contact for the interview{when}. Thank you for coordinating it; I know that this takes patience.",
        "Thanks for bringing us together for the interview{when}. I enjoyed the conversation, and part of the credit for that is yours.",
        "I am grateful for the work you did behind the scenes of the interview{when}. It deserves a thank-you of its own.",
    ],

    // What follows for the person who arranged it. `{role}` as above.
    arranged_interest: [
        "I remain very interested in {role} and am happy to send anything that is still needed.",
        "I left even more interested in {role}; please tell me if there is something I should add.",
        "The conversations confirmed my interest in {role}, and I am glad to answer whatever is still open.",
        "I would be delighted to take the next step towards {role} whenever it suits you all.",
        "My enthusiasm for {role} has only grown, so do tell me if I can be of help.",
        "I look forward to hearing how things continue with {role}, in your own time.",
        "I am keener than ever on {role}, and easy to reach if a question comes up.",
        "I hope to have the chance to work with you on {role} and beyond.",
    ],

    // Closings by tone: warm, formal, plain.
    closings: [
        &[
            "Best regards,",
            "Warm regards,",
            "With thanks,",
            "All the best,",
        ],
        &[
            "Kind regards,",
            "Sincerely,",
            "Yours sincerely,",
            "Respectfully,",
        ],
        &["Best,", "Regards,", "Thanks,", "Best regards,"],
    ],

    // Subjects. `{role}` is the bare role or "our", `{name}` the sender.
    subjects: [
        "Thank you – {interview}",
        "Great speaking with you – {name}",
        "Thank you for your time – {interview}",
        "Thank you, from {name}",
    ],
};

/// The facts that sentences mention: `{role}` and `{place}`.
fn facts(it: &Facts<'_>) -> Values {
    let position = match it.role {
        Some(role) if names_a_position(role) => format!("the {role}"),
        Some(role) => format!("the {role} role"),
        None => "the role".to_owned(),
    };
    vec![
        (
            "role",
            it.employer
                .map_or(position.clone(), |it| format!("{position} at {it}")),
        ),
        (
            "place",
            it.employer
                .map_or("in your team".to_owned(), |it| format!("at {it}")),
        ),
        (
            "interview",
            match (it.role, it.employer) {
                (Some(role), _) => format!("{role} interview"),
                (None, Some(employer)) => format!("interview at {employer}"),
                (None, None) => "our conversation".to_owned(),
            },
        ),
    ]
}

fn greeting(it: &Greeting<'_>) -> String {
    match (it.tone, it.first) {
        _ if it.whole.is_empty() => "Hello,".to_owned(),
        (Tone::Formal, _) | (_, None) => format!("Dear {},", it.whole),
        (Tone::Warm, Some(first)) => format!("Hi {first},"),
        (Tone::Plain, Some(first)) => format!("Hello {first},"),
    }
}

/// Whether the words already say that it is a position: "Summer internship", "Head of role design".
fn names_a_position(role: &str) -> bool {
    let last = role.split_whitespace().next_back().unwrap_or_default();
    [
        "role",
        "position",
        "internship",
        "job",
        "apprenticeship",
        "traineeship",
    ]
    .iter()
    .any(|it| last.eq_ignore_ascii_case(it))
}

//! The sections of the tables of phrases, as they are called there.

use crate::domain::note::compose::Tone;

/// Thanks after an interview.
pub(in crate::domain::note) const THANKS: &str = "thanks";
/// The same, for those who prefer fewer words.
pub(in crate::domain::note) const PLAIN_THANKS: &str = "plain thanks";
/// Thanks two days and more after the interview.
pub(in crate::domain::note) const LATE_THANKS: &str = "late thanks";
/// Thanks to somebody met before.
pub(in crate::domain::note) const AGAIN_THANKS: &str = "again thanks";
/// A specific that is a topic.
pub(in crate::domain::note) const TOPIC: &str = "topic";
/// A specific that is a clause.
pub(in crate::domain::note) const CLAUSE: &str = "clause";
/// A specific that is a sentence.
pub(in crate::domain::note) const SENTENCE: &str = "sentence";
/// Renewed interest.
pub(in crate::domain::note) const INTEREST: &str = "interest";
/// The same, after a first call.
pub(in crate::domain::note) const SCREEN_INTEREST: &str = "screen interest";
/// The same, after a meeting about the craft.
pub(in crate::domain::note) const TECHNICAL_INTEREST: &str = "technical interest";
/// The same, after meeting several people at once.
pub(in crate::domain::note) const PANEL_INTEREST: &str = "panel interest";
/// The same, after several conversations.
pub(in crate::domain::note) const LOOP_INTEREST: &str = "loop interest";
/// The same, after the last round.
pub(in crate::domain::note) const FINAL_INTEREST: &str = "final interest";
/// A selling point that is a thing.
pub(in crate::domain::note) const STRENGTH: &str = "strength";
/// A selling point that is a deed; only where the grammar allows it.
pub(in crate::domain::note) const DEED: &str = "deed";
/// The end of the message.
pub(in crate::domain::note) const END: &str = "end";
/// To the person who arranged it.
pub(in crate::domain::note) const ARRANGED: &str = "arranged";
/// What follows for the person who arranged it.
pub(in crate::domain::note) const ARRANGED_INTEREST: &str = "arranged interest";
/// Thanks for advice.
pub(in crate::domain::note) const INFORMATIONAL_THANKS: &str = "informational thanks";
/// What follows the thanks for advice.
pub(in crate::domain::note) const INFORMATIONAL_END: &str = "informational end";
/// Thanks after a rejection.
pub(in crate::domain::note) const REJECTION_THANKS: &str = "rejection thanks";
/// What follows them.
pub(in crate::domain::note) const REJECTION_END: &str = "rejection end";
/// What makes a short note whole.
pub(in crate::domain::note) const WISH: &str = "wish";
/// The sections that messages are made of.
pub(in crate::domain::note) const SENTENCES: [&str; 23] = [
    THANKS,
    PLAIN_THANKS,
    LATE_THANKS,
    AGAIN_THANKS,
    TOPIC,
    CLAUSE,
    SENTENCE,
    INTEREST,
    SCREEN_INTEREST,
    TECHNICAL_INTEREST,
    PANEL_INTEREST,
    LOOP_INTEREST,
    FINAL_INTEREST,
    STRENGTH,
    DEED,
    END,
    ARRANGED,
    ARRANGED_INTEREST,
    INFORMATIONAL_THANKS,
    INFORMATIONAL_END,
    REJECTION_THANKS,
    REJECTION_END,
    WISH,
];
/// Ways to sign off, for friendly notes.
pub(in crate::domain::note) const CLOSINGS_WARM: &str = "closings warm";
/// The same, formal.
pub(in crate::domain::note) const CLOSINGS_FORMAL: &str = "closings formal";
/// The same, short.
pub(in crate::domain::note) const CLOSINGS_PLAIN: &str = "closings plain";
/// The ways to sign off of a tone.
pub(in crate::domain::note) const fn closings(tone: Tone) -> &'static str {
    match tone {
        Tone::Warm => CLOSINGS_WARM,
        Tone::Formal => CLOSINGS_FORMAL,
        Tone::Plain => CLOSINGS_PLAIN,
    }
}

/// Subject lines; `{interview}` and `{name}`.
pub(in crate::domain::note) const SUBJECTS: &str = "subjects";
/// The line that asks somebody to hand the note on.
pub(in crate::domain::note) const COVER: &str = "cover";
/// The request to forward what is below to everybody; `{recipients}`.
pub(in crate::domain::note) const FORWARD: &str = "forward";
/// The greeting of everybody; `{recipients}`.
pub(in crate::domain::note) const FORWARD_GREETING: &str = "forward greeting";
/// Thanks to everybody.
pub(in crate::domain::note) const FORWARD_THANKS: &str = "forward thanks";
/// What was talked about with whom; `{specifics}`.
pub(in crate::domain::note) const FORWARD_SPECIFICS: &str = "forward specifics";
/// Interest, to everybody.
pub(in crate::domain::note) const FORWARD_END: &str = "forward end";
/// Who is calling: with the name, and without one.
pub(in crate::domain::note) const HELLO: &str = "hello";
/// What to say on the phone; `{hello}`.
pub(in crate::domain::note) const CALL: &str = "call";
/// Interest alone, on the phone.
pub(in crate::domain::note) const CALL_INTEREST: &str = "call interest";
/// What to say on a voicemail: with interest, and without; `{hello}`.
pub(in crate::domain::note) const VOICEMAIL: &str = "voicemail";
/// Words that are small wherever they do not begin a sentence.
pub(in crate::domain::note) const SMALL: &str = "small";
/// Words that begin a clause.
pub(in crate::domain::note) const CLAUSE_STARTS: &str = "clause starts";
/// Words that begin a sentence.
pub(in crate::domain::note) const SENTENCE_STARTS: &str = "sentence starts";
/// Ways to begin that only say that it was talked about.
pub(in crate::domain::note) const LEAD_INS: &str = "lead-ins";
/// The word between the last two of a list.
pub(in crate::domain::note) const AND: &str = "and";
/// What the meeting was.
pub(in crate::domain::note) const MEETINGS: &str = "meetings";
/// What role and place are called.
pub(in crate::domain::note) const VALUES: &str = "values";
/// Words that say thanks.
pub(in crate::domain::note) const SAYS_THANKS: &str = "says thanks";
/// Words that say interest.
pub(in crate::domain::note) const SAYS_INTEREST: &str = "says interest";
/// Asking for an answer, with a day or without one.
pub(in crate::domain::note) const PRESSURE: &str = "pressure";
/// A day by which, or before which.
pub(in crate::domain::note) const DEADLINE: &str = "deadline";
/// Words of a sentence that asks for an answer.
pub(in crate::domain::note) const ASKS: &str = "asks";
/// Words of apology.
pub(in crate::domain::note) const APOLOGY: &str = "apology";
/// Apologizing for a late note.
pub(in crate::domain::note) const LATE_APOLOGY: &str = "late apology";
/// Something to go with the note.
pub(in crate::domain::note) const GIFT: &str = "gift";
/// What everybody writes.
pub(in crate::domain::note) const CLICHE: &str = "cliché";
/// Something said to be attached.
pub(in crate::domain::note) const ATTACHMENT: &str = "attachment";
/// Words that may stand twice.
pub(in crate::domain::note) const MAY_STAND_TWICE: &str = "may stand twice";
/// What can be picked instead of typed.
pub(in crate::domain::note) const PICKS: &str = "picks";
/// The subject of a gentle question how things stand.
pub(in crate::domain::note) const CHECK_IN_SUBJECT: &str = "check in subject";
/// Its sentences, in order.
pub(in crate::domain::note) const CHECK_IN: &str = "check in";
/// Words that state no fact, for a rewording.
pub(in crate::domain::note) const NEUTRAL: &str = "neutral";
/// What words of the language end in, by their form.
pub(in crate::domain::note) const ENDINGS: &str = "endings";
/// Words for numbers, `word=value`.
pub(in crate::domain::note) const NUMBERS: &str = "numbers";
/// Days, months, and words for spans of time.
pub(in crate::domain::note) const DATES: &str = "dates";
/// Words that deny.
pub(in crate::domain::note) const DENIALS: &str = "denials";
/// Words of the polite form of address alone.
pub(in crate::domain::note) const POLITE: &str = "polite";
/// Words of the familiar form of address alone.
pub(in crate::domain::note) const FAMILIAR: &str = "familiar";
/// Words of somebody who speaks of the rewording.
pub(in crate::domain::note) const TASK: &str = "task";
/// Pronouns that say who does something.
pub(in crate::domain::note) const PRONOUNS: &str = "pronouns";
/// Runs of words that state no fact by themselves and claim something together.
pub(in crate::domain::note) const CLAIMS: &str = "claims";

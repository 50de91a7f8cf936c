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
/// A specific that is a topic, with an article that is the same behind a preposition.
pub(in crate::domain::note) const TOPIC_INSIDE: &str = "topic inside";
/// A specific that is a clause.
pub(in crate::domain::note) const CLAUSE: &str = "clause";
/// A specific that is a sentence.
pub(in crate::domain::note) const SENTENCE: &str = "sentence";
/// A specific that is a question; the mark is in the line.
pub(in crate::domain::note) const QUESTION: &str = "question";
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
/// A selling point that is a thing; only where the forms are told apart.
pub(in crate::domain::note) const STRENGTH: &str = "strength";
/// A selling point that is a deed; likewise.
pub(in crate::domain::note) const DEED: &str = "deed";
/// A selling point of whatever form.
pub(in crate::domain::note) const POINT: &str = "point";
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
pub(in crate::domain::note) const SENTENCES: [&str; 26] = [
    THANKS,
    PLAIN_THANKS,
    LATE_THANKS,
    AGAIN_THANKS,
    TOPIC,
    TOPIC_INSIDE,
    CLAUSE,
    SENTENCE,
    QUESTION,
    INTEREST,
    SCREEN_INTEREST,
    TECHNICAL_INTEREST,
    PANEL_INTEREST,
    LOOP_INTEREST,
    FINAL_INTEREST,
    STRENGTH,
    DEED,
    POINT,
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
/// The same, to the person who arranged it.
pub(in crate::domain::note) const ARRANGED_SUBJECTS: &str = "arranged subjects";
/// The same, after a talk about advice.
pub(in crate::domain::note) const INFORMATIONAL_SUBJECTS: &str = "informational subjects";
/// The same, after a rejection.
pub(in crate::domain::note) const REJECTION_SUBJECTS: &str = "rejection subjects";
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
/// Interest and a selling point that is a thing, on the phone.
pub(in crate::domain::note) const CALL_STRENGTH: &str = "call strength";
/// The same with a deed.
pub(in crate::domain::note) const CALL_DEED: &str = "call deed";
/// What to say on a voicemail: with interest, and without; `{hello}`.
pub(in crate::domain::note) const VOICEMAIL: &str = "voicemail";
/// Words that are small wherever they do not begin a sentence.
pub(in crate::domain::note) const SMALL: &str = "small";
/// Words that begin a clause.
pub(in crate::domain::note) const CLAUSE_STARTS: &str = "clause starts";
/// Words that begin a sentence.
pub(in crate::domain::note) const SENTENCE_STARTS: &str = "sentence starts";
/// Words that may be dropped before the sentence they begin: "that".
pub(in crate::domain::note) const THAT: &str = "that";
/// Words after which what comes is part of something else.
pub(in crate::domain::note) const EMBEDS: &str = "embeds";
/// The same, directly behind a comma.
pub(in crate::domain::note) const EMBEDS_BEHIND_A_COMMA: &str = "embeds behind a comma";
/// Words that make a sentence of what they stand in.
pub(in crate::domain::note) const FINITE: &str = "finite";
/// The same, behind several.
pub(in crate::domain::note) const BEHIND_SEVERAL: &str = "behind several";
/// Words with which every topic begins, where the language has them.
pub(in crate::domain::note) const TOPIC_STARTS: &str = "topic starts";
/// Words with which no topic begins.
pub(in crate::domain::note) const NO_TOPIC: &str = "no topic";
/// Words with which a question begins, before one of [`ASKED_ABOUT`].
pub(in crate::domain::note) const QUESTION_STARTS: &str = "question starts";
/// Who is asked about.
pub(in crate::domain::note) const ASKED_ABOUT: &str = "asked about";
/// `beginning = words`: what somebody says of themselves without the beginning.
pub(in crate::domain::note) const LIKED: &str = "liked";
/// Things that take an article.
pub(in crate::domain::note) const THINGS: &str = "things";
/// Things that take none.
pub(in crate::domain::note) const UNCOUNTABLE: &str = "uncountable";
/// Answers that say nothing, between bars.
pub(in crate::domain::note) const NOTHING: &str = "nothing";
/// Words with which somebody begins to say something of themselves.
pub(in crate::domain::note) const MINE: &str = "mine";
/// Ways to begin that only say that it was talked about: patterns, see `specific/lead_in.rs`.
pub(in crate::domain::note) const LEAD_INS: &str = "lead-ins";
/// The word between the last two of a list; a second line is the form before its own sound.
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
/// What stands before employers that are named with more than a preposition.
pub(in crate::domain::note) const INSTITUTIONS: &str = "institutions";
/// Past forms that say what was done, whatever follows them.
pub(in crate::domain::note) const PAST_VERBS: &str = "past verbs";
/// Past forms that tell as well what somebody or something is like.
pub(in crate::domain::note) const PARTICIPLES: &str = "participles";
/// Verbs of what somebody does again and again.
pub(in crate::domain::note) const HABITS: &str = "habits";
/// Verbs that are nouns as well.
pub(in crate::domain::note) const VERBS_OR_NOUNS: &str = "verbs or nouns";
/// What stands before a noun.
pub(in crate::domain::note) const DETERMINERS: &str = "determiners";
/// What stands before what belongs to a verb.
pub(in crate::domain::note) const PREPOSITIONS: &str = "prepositions";
/// What somebody is, as a noun.
pub(in crate::domain::note) const AGENTS: &str = "agents";
/// What somebody is like.
pub(in crate::domain::note) const ADJECTIVES: &str = "adjectives";
/// How much of something that has no article.
pub(in crate::domain::note) const DEGREES: &str = "degrees";
/// What has no article.
pub(in crate::domain::note) const MASSES: &str = "masses";
/// Words that begin selling points and are small inside a sentence.
pub(in crate::domain::note) const POINT_STARTS: &str = "point starts";
/// Verbs that begin selling points without their subject.
pub(in crate::domain::note) const FIRST_PERSON: &str = "first person";
/// French participles that are not said with "avoir".
pub(in crate::domain::note) const WITH_ETRE: &str = "with être";
/// Words that fit some days alone.
pub(in crate::domain::note) const SOME_DAYS: &str = "some days";
/// Runs of words that state no fact by themselves and claim something together.
pub(in crate::domain::note) const CLAIMS: &str = "claims";

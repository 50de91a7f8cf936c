//! A draft being typed, letter by letter, for `build.sh bench` only: what a keystroke costs.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::{
    draft_desk::DraftDesk,
    store::{
        drafts::Desk,
        keys,
        migrate::{self, Records},
        v1::{InterviewV1, NoteV1, PersonV1},
    },
};

/// People of the panel: one is written to, eight have their notes.
const PEOPLE: u32 = 9;
/// Words of the note that is typed.
pub const WORDS: usize = 150;
const ID: &str = "measured";
const TYPED: &str = "With more time I would have asked how the team decides what to leave out, \
    since that is the part of the work that I find hardest and learned most from. ";

/// The editor of a draft.
#[derive(Debug)]
pub struct Typing {
    desk: DraftDesk,
    subject: String,
    text: Vec<char>,
}

impl Typing {
    /// The last of a panel, whose eight others have their notes; `None` if a record is refused.
    #[must_use]
    pub fn new() -> Option<Self> {
        let mut interview = panel()?;
        let records = Records::default();
        let desk = Desk {
            records: &records,
            now: interview.end(),
        };
        let ids: Vec<String> = interview.people.iter().map(|it| it.id.clone()).collect();
        for id in &ids {
            let draft = desk.draft(&interview, id, 0)?;
            let person = interview.people.iter_mut().find(|it| it.id == *id)?;
            person.note = Some(NoteV1 {
                subject: draft.subject,
                body: draft.body,
                variant: 0,
                edited: false,
                compared: None,
            });
        }
        let now = interview.end();
        let note = interview.people.last()?.note.clone()?;
        let stored = Map::from_iter([(keys::interview(ID), migrate::write(&interview).ok()?)]);
        let mut body = note.body;
        while body.split_whitespace().count() < WORDS {
            body.push_str(TYPED);
        }
        let mut text = String::new();
        for word in body.split_inclusive(char::is_whitespace) {
            if text.split_whitespace().count() == WORDS {
                break;
            }
            text.push_str(word);
        }
        Some(Self {
            desk: DraftDesk::new(&stored, ID, ids.last()?, now)?,
            subject: note.subject,
            text: text.chars().collect(),
        })
    }

    /// Number of letters of the whole note.
    #[must_use]
    pub fn letters(&self) -> usize {
        self.text.len()
    }

    /// The review after so many letters; the number of findings.
    #[must_use]
    pub fn review_after(&self, letters: usize) -> usize {
        let body: String = self.text.iter().take(letters).collect();
        self.desk.review(&self.subject, &body).findings.len()
    }
}

fn panel() -> Option<InterviewV1> {
    let record = json!({"version": migrate::CURRENT, "data": {
        "id": ID, "rev": 1, "origin": {"kind": "hand"}, "events": [], "title": "Interview",
        "employer": "Kettlefish", "role": "Senior Engineer", "format": null,
        "startMs": 0, "endMs": 3_600_000, "zone": null, "location": "", "meetingLink": null,
        "verdict": {"band": "hand", "confidence": 1.0, "reasons": []},
        "answer": true, "calledOff": false, "people": [],
    }});
    let mut interview = read(&record)?;
    for number in 1..=PEOPLE {
        let email = Some(format!("person{number}@kettlefish.example"));
        let name = Some(format!("Person{number} Example"));
        let mut person = PersonV1::new(format!("p{number}"), name, email);
        person.specific = format!("how part {number} of the platform moved to event sourcing");
        interview.people.push(person);
    }
    (interview.end() > Timestamp::UNIX_EPOCH).then_some(interview)
}

fn read(record: &Value) -> Option<InterviewV1> {
    migrate::read_interview(record).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_measured_is_a_note_of_that_length_beside_eight_others() {
        let typing = Typing::new().unwrap();
        let all: String = typing.text.iter().collect();
        assert_eq!(all.split_whitespace().count(), WORDS);
        let early = typing.review_after(10);
        assert!(early > 0, "an unfinished note has findings");
    }
}

//! The stored shape of what the user's edits have taught: a part of the profile, so that it goes
//! wherever the profile goes. Frozen like `v1.rs`.

use serde::{Deserialize, Serialize};

use super::{REMEMBERED_COMMANDS, v1::ProfileV1};
use crate::domain::note::{
    language::{Address, Language},
    names::Gender,
    teach::{Habit, Lesson},
};

const GREETING: &str = "greeting";
const SIGN_OFF: &str = "sign_off";
const LEAVE_OUT: &str = "leave_out";

/// Value of `learned` in the profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LearnedV1 {
    /// In the order in which they were learned.
    #[serde(default)]
    pub lessons: Vec<LessonV1>,
    /// Ids of the last commands that changed them, newest last; at most 16.
    #[serde(default)]
    pub commands: Vec<String>,
}

/// One lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LessonV1 {
    /// ISO 639-1 code of the language of the notes.
    pub language: String,
    /// `polite` or `familiar`.
    pub address: String,
    /// `greeting`, `sign_off` or `leave_out`.
    pub habit: String,
    /// The greeting with a slot for the name, the sign-off, or the line of the tables of phrases.
    pub text: String,
    /// `woman` or `man`, where a greeting fits one of them alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<String>,
}

impl From<&Lesson> for LessonV1 {
    fn from(it: &Lesson) -> Self {
        let (habit, text, gender) = match &it.habit {
            Habit::Greeting { form, gender } => (GREETING, form, *gender),
            Habit::SignOff(line) => (SIGN_OFF, line, None),
            Habit::LeaveOut(line) => (LEAVE_OUT, line, None),
        };
        Self {
            language: it.language.code().to_owned(),
            address: it.address.code().to_owned(),
            habit: habit.to_owned(),
            text: text.clone(),
            gender: gender.map(|it| it.code().to_owned()),
        }
    }
}

impl LessonV1 {
    /// In the domain's words; `None` for what this version does not know, or what no edit teaches.
    #[must_use]
    pub fn lesson(&self) -> Option<Lesson> {
        let known = Language::ALL.into_iter();
        let language = known.into_iter().find(|it| it.code() == self.language)?;
        let text = self.text.clone();
        let gender = match &self.gender {
            Some(code) => Some(Gender::from_code(code)?),
            None => None,
        };
        let habit = match self.habit.as_str() {
            GREETING => Habit::Greeting { form: text, gender },
            SIGN_OFF => Habit::SignOff(text),
            LEAVE_OUT => Habit::LeaveOut(text),
            _ => return None,
        };
        let lesson = Lesson {
            language,
            address: Address::from_code(&self.address)?,
            habit,
        };
        lesson.is_sound().then_some(lesson)
    }
}

impl LearnedV1 {
    /// Nothing was ever learned.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Everything that was learned and is understood.
    #[must_use]
    pub fn lessons(&self) -> Vec<Lesson> {
        self.lessons.iter().filter_map(LessonV1::lesson).collect()
    }

    /// The same in another store: what was carried out here was not carried out there.
    #[must_use]
    pub fn elsewhere(&self) -> Self {
        Self {
            lessons: self.lessons.clone(),
            commands: Vec::new(),
        }
    }
}

impl ProfileV1 {
    /// Whether a command about lessons was carried out.
    #[must_use]
    pub fn has_learned_by(&self, command: &str) -> bool {
        self.learned.commands.iter().any(|it| it == command)
    }

    /// Takes a lesson up, in place of what it replaces.
    pub fn learn(&mut self, lesson: &Lesson, command: &str) {
        let lessons = &mut self.learned.lessons;
        lessons.retain(|it| !it.lesson().is_some_and(|it| lesson.replaces(&it)));
        lessons.push(LessonV1::from(lesson));
        self.remember_lesson(command);
    }

    /// Forgets a lesson; one that is not there is forgotten already.
    pub fn unlearn(&mut self, lesson: &LessonV1, command: &str) {
        self.learned.lessons.retain(|it| it != lesson);
        self.remember_lesson(command);
    }

    fn remember_lesson(&mut self, command: &str) {
        let commands = &mut self.learned.commands;
        commands.push(command.to_owned());
        let surplus = commands.len().saturating_sub(REMEMBERED_COMMANDS);
        commands.drain(..surplus);
    }
}

//! What the user's edits teach: learned when the user says so, listed, forgotten again. Never
//! learned silently.

use serde_json::{Map, Value};

use super::{
    error::AppError,
    ports::KeyValueStore,
    protocol::Lesson,
    store::{Store, learned::LessonV1, migrate},
};

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What was learned.
    pub lesson: Lesson,
    /// Its words as a person reads them: `Hi …,`.
    pub shown: String,
    /// It counts for one form of address alone, in a language that has two.
    pub one_form: bool,
}

impl From<&LessonV1> for Lesson {
    fn from(it: &LessonV1) -> Self {
        Self {
            language: it.language.clone(),
            address: it.address.clone(),
            habit: it.habit.clone(),
            text: it.text.clone(),
            gender: it.gender.clone(),
        }
    }
}

impl From<&Lesson> for LessonV1 {
    fn from(it: &Lesson) -> Self {
        Self {
            language: it.language.clone(),
            address: it.address.clone(),
            habit: it.habit.clone(),
            text: it.text.clone(),
            gender: it.gender.clone(),
        }
    }
}

/// Everything that was learned and is understood, latest first.
#[must_use]
pub fn list(stored: &Map<String, Value>) -> Vec<Row> {
    let learned = migrate::read_all(stored).profile.learned;
    let row = |it: &LessonV1| {
        let lesson = it.lesson()?;
        Some(Row {
            lesson: it.into(),
            shown: lesson.shown(),
            one_form: lesson.is_of_one_form(),
        })
    };
    learned.lessons.iter().rev().filter_map(row).collect()
}

/// What learning a lesson would take the place of, to be learned again if that is undone.
#[must_use]
pub fn replaced_by(stored: &Map<String, Value>, lesson: &Lesson) -> Option<Lesson> {
    let lesson = LessonV1::from(lesson).lesson()?;
    let learned = migrate::read_all(stored).profile.learned;
    let replaces = |it: &&LessonV1| it.lesson().is_some_and(|it| lesson.replaces(&it));
    learned.lessons.iter().find(replaces).map(Lesson::from)
}

/// Takes a lesson up, in place of what it replaces.
///
/// # Errors
/// [`AppError::UnknownRequest`] for what no edit teaches; the storage's.
pub async fn teach<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    lesson: &Lesson,
) -> Result<(), AppError> {
    let lesson = LessonV1::from(lesson).lesson();
    let lesson = lesson.ok_or(AppError::UnknownRequest)?;
    let mut profile = store.profile().await?;
    if profile.has_learned_by(command) {
        return Ok(());
    }
    profile.learn(&lesson, command);
    store.save_profile(profile).await
}

/// Forgets a lesson; one that is not there is forgotten already.
///
/// # Errors
/// The storage's.
pub async fn unteach<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    lesson: &Lesson,
) -> Result<(), AppError> {
    let mut profile = store.profile().await?;
    if profile.has_learned_by(command) {
        return Ok(());
    }
    profile.unlearn(&LessonV1::from(lesson), command);
    store.save_profile(profile).await
}

/// The draft of a person, as it is now, is what later edits are held against: what was changed so far
/// is not asked about again.
///
/// # Errors
/// [`AppError::NotFound`], or the storage's.
pub async fn not_this_time<K: KeyValueStore>(
    store: &Store<'_, K>,
    command: &str,
    interview: &str,
    person: &str,
) -> Result<(), AppError> {
    let mut interview = store.interview(interview).await?;
    if interview.has_done(command) {
        return Ok(());
    }
    let note = interview.person_mut(person)?.note.as_mut();
    let note = note.ok_or(AppError::NotFound)?;
    note.compared = Some(note.body.clone());
    store.save_interviews(vec![interview], Some(command)).await
}

//! Who wrote a description, and to whom.

use super::Scene;
use crate::domain::interview::{guests::Guest, text::fold::fold};

impl Scene<'_> {
    /// Whether the user wrote the description, to somebody with a private address: who organizes invites.
    #[must_use]
    pub(crate) fn is_letter_of_user(&self) -> bool {
        let mut people = self.people();
        let private = people.next().is_some_and(Guest::is_private) && people.all(Guest::is_private);
        private && self.is_organized_by_user() && !self.greets_user()
    }

    /// Whether the description begins with a word of the user's name: `Dear Mira`.
    #[must_use]
    pub(crate) fn greets_user(&self) -> bool {
        let name = fold(&self.user.name);
        let mut words = (0..self.body.tokens.len().min(6)).map(|at| self.body.word(at));
        words.any(|word| word.len() > 2 && name.split(' ').any(|it| it == word))
    }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, invited, user, who};

    fn is_of_user(organizer: &str, guest: &str, letter: &str) -> bool {
        let mut event = invited(
            event("Interview"),
            who("", organizer),
            &[who("Bo Ek", guest)],
        );
        event.description = letter.to_owned();
        let user = user();
        Scene::new(&event, &user, &TimeZone::UTC).is_letter_of_user()
    }

    #[test]
    fn who_invites_others_writes_to_them() {
        let user = user().emails.remove(0);
        let letter = "Hi Bo, thanks for applying! I will call you.";
        assert!(is_of_user(&user, "bo.ek@gmail.com", letter));
        // Copied into an event of one's own.
        let copied = "Dear Mira, thanks for applying!";
        assert!(!is_of_user(&user, "bo.ek@gmail.com", copied));
        assert!(!is_of_user(&user, "bo@corvane.example", letter));
        assert!(!is_of_user("hr@corvane.example", "bo.ek@gmail.com", letter));
    }
}

//! What sort of meeting it was, as far as its title and size tell.

/// The sort of interview that a note thanks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Nothing more is known.
    #[default]
    General,
    /// First call, often with a recruiter.
    Screen,
    /// About the craft: coding, case, design, portfolio.
    Technical,
    /// Several interviewers at once.
    Panel,
    /// Several conversations, one after the other.
    Loop,
    /// The last round.
    Final,
    /// Advice, not a position.
    Informational,
}

/// How titles call each kind, in the languages of notes; the first kind that fits counts.
const WORDS: [(Kind, &[&str]); 6] = [
    (
        Kind::Informational,
        &[
            "informational",
            "coffee chat",
            "career chat",
            "informationsgespräch",
            "entretien informatif",
            "entrevista informativa",
        ],
    ),
    (
        Kind::Final,
        &[
            "final interview",
            "final round",
            "final stage",
            "final onsite",
            "last round",
            "abschlussgespräch",
            "finales gespräch",
            "letzte runde",
            "entretien final",
            "dernier entretien",
            "entrevista final",
            "ronda final",
        ],
    ),
    (
        Kind::Loop,
        &[
            "interview loop",
            "onsite loop",
            "virtual onsite",
            "interview day",
            "superday",
            "super day",
            "assessment day",
            "bewerbertag",
            "gesprächstag",
            "journée d'entretiens",
            "journée d’entretiens",
            "jornada de entrevistas",
        ],
    ),
    (
        Kind::Panel,
        &[
            "panel",
            "gesprächsrunde",
            "jury",
            "entrevista grupal",
            "entrevista con el equipo",
        ],
    ),
    (
        Kind::Technical,
        &[
            "technical",
            "coding",
            "system design",
            "pair programming",
            "pairing",
            "live coding",
            "case interview",
            "case study",
            "portfolio review",
            "whiteboard",
            "fachgespräch",
            "fachinterview",
            "technisches",
            "entretien technique",
            "test technique",
            "entrevista técnica",
            "prueba técnica",
        ],
    ),
    (
        Kind::Screen,
        &[
            "phone screen",
            "screening",
            "screen",
            "intro call",
            "introductory call",
            "first interview",
            "first round",
            "recruiter call",
            "initial call",
            "erstgespräch",
            "kennenlerngespräch",
            "erstes gespräch",
            "premier entretien",
            "premier échange",
            "primera entrevista",
            "primera llamada",
        ],
    ),
];

impl Kind {
    /// All, as they are offered.
    pub const ALL: [Self; 7] = [
        Self::Screen,
        Self::Technical,
        Self::Panel,
        Self::Loop,
        Self::Final,
        Self::Informational,
        Self::General,
    ];

    /// Stable code; the text is `kind_<code>` in `_locales`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Informational => "informational",
            other => other.meeting(),
        }
    }

    /// The kind of a code; `None` when it is unknown.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// The kind of an interview with this title, made of so many events, at which so many people
    /// asked the questions.
    #[must_use]
    pub fn of(title: &str, events: usize, interviewers: usize) -> Self {
        let title = title.to_lowercase();
        let named = WORDS
            .iter()
            .find(|(_, words)| words.iter().any(|it| holds_word(&title, it)));
        match named {
            Some((kind, _)) => *kind,
            None if events > 2 => Self::Loop,
            None if events < 2 && interviewers > 2 => Self::Panel,
            None => Self::General,
        }
    }

    /// The key of what the meeting is called in the tables of phrases.
    pub(super) const fn meeting(self) -> &'static str {
        match self {
            Self::General | Self::Informational => "general",
            Self::Screen => "screen",
            Self::Technical => "technical",
            Self::Panel => "panel",
            Self::Loop => "loop",
            Self::Final => "final",
        }
    }
}

/// Whether a phrase stands in a text with no letter or digit beside it.
pub(super) fn holds_word(text: &str, phrase: &str) -> bool {
    find_word(text, phrase).is_some()
}

/// The byte at which a phrase stands in a text with no letter or digit beside it.
pub(super) fn find_word(text: &str, phrase: &str) -> Option<usize> {
    text.match_indices(phrase).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|it| it.chars().next_back());
        let after = text
            .get(at + phrase.len()..)
            .and_then(|it| it.chars().next());
        let letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
        !letter(before) && !letter(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, events: usize, interviewers: usize, expected: Kind) {
        assert_eq!(Kind::of(title, events, interviewers), expected, "{title}");
    }

    #[test]
    fn a_title_tells_the_kind() {
        check("Phone Screen: Acme", 1, 1, Kind::Screen);
        check("Technical interview (panel)", 1, 4, Kind::Panel);
        check("Live Coding – Acme", 1, 1, Kind::Technical);
        check("Final Interview with Acme", 1, 1, Kind::Final);
        check("Virtual Onsite", 4, 4, Kind::Loop);
        check("Erstgespräch Acme", 1, 1, Kind::Screen);
        check("Entrevista técnica", 1, 1, Kind::Technical);
        check("Informational chat with Priya", 1, 1, Kind::Informational);
    }

    #[test]
    fn each_kind_is_known_by_its_code() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(Kind::from_code("sermon"), None);
    }

    #[test]
    fn its_size_tells_where_the_title_does_not() {
        check("Interview", 1, 1, Kind::General);
        check("Interview", 1, 3, Kind::Panel);
        check("Interview", 4, 4, Kind::Loop);
        check("Interview: Screenwriter", 1, 1, Kind::General);
        check("Interview: Paneling expert", 1, 1, Kind::General);
    }
}

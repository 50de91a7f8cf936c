//! What sort of meeting it was, as far as its title tells, and the number of its events.

mod title;

pub(super) use title::Title;

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

/// How titles call one kind.
struct Named {
    kind: Kind,
    /// Says it wherever it stands.
    phrases: &'static [&'static str],
    /// Says it beside a name of meetings, or with nothing else between two marks: a technical writer
    /// is met for a role, not for a technical interview.
    words: &'static [&'static str],
}

/// In the languages of notes; the first kind that fits counts.
const NAMED: [Named; 6] = [
    Named {
        kind: Kind::Informational,
        phrases: &[
            "coffee chat",
            "career chat",
            "informationsgespräch",
            "entretien informatif",
            "entrevista informativa",
        ],
        words: &["informational"],
    },
    Named {
        kind: Kind::Final,
        phrases: &[
            "last round",
            "abschlussgespräch",
            "finales gespräch",
            "letzte runde",
            "entretien final",
            "dernier entretien",
            "entrevista final",
            "ronda final",
        ],
        words: &["final"],
    },
    Named {
        kind: Kind::Loop,
        phrases: &[
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
        words: &[],
    },
    Named {
        kind: Kind::Panel,
        phrases: &[
            "interview panel",
            "hiring panel",
            "onsite panel",
            "virtual panel",
            "video panel",
            "panel of",
            "gesprächsrunde",
            "devant jury",
            "devant un jury",
            "devant le jury",
            "jury de recrutement",
            "jury de sélection",
            "entrevista grupal",
            "entrevista con el equipo",
        ],
        words: &["panel", "jury"],
    },
    Named {
        kind: Kind::Technical,
        phrases: &[
            "system design",
            "pair programming",
            "live coding",
            "case interview",
            "case study",
            "portfolio review",
            "fachgespräch",
            "fachinterview",
            "technisches gespräch",
            "entretien technique",
            "test technique",
            "entrevista técnica",
            "prueba técnica",
        ],
        words: &[
            "technical",
            "tech",
            "coding",
            "pairing",
            "whiteboard",
            "technisches",
        ],
    },
    Named {
        kind: Kind::Screen,
        phrases: &[
            "phone screen",
            "phone screening",
            "telephone screening",
            "hr screening",
            "initial screening",
            "recruiter screen",
            "hr screen",
            "initial screen",
            "video screen",
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
        words: &["screening", "screen"],
    },
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

    /// The kind of an interview with this title for this role, made of so many events. How many
    /// people asked the questions tells nothing: they may all have been met by turns.
    #[must_use]
    pub fn of(title: &str, role: Option<&str>, events: usize) -> Self {
        let title = Title::of(title, role);
        let named = NAMED.iter().find(|it| {
            let says = |phrase: &&str| title.holds(phrase);
            it.phrases.iter().any(says) || it.words.iter().any(|it| title.is_of_sort(it))
        });
        match named {
            Some(it) => it.kind,
            None if events > 2 => Self::Loop,
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

    fn check(title: &str, events: usize, expected: Kind) {
        assert_eq!(Kind::of(title, None, events), expected, "{title}");
    }

    #[test]
    fn a_title_tells_the_kind() {
        for (title, expected) in [
            ("Phone Screen: Acme", Kind::Screen),
            ("Acme screening call", Kind::Screen),
            ("Recruiter screen", Kind::Screen),
            ("Technical interview (panel)", Kind::Panel),
            ("Panel Interview – Acme", Kind::Panel),
            ("Panel-Interview bei Acme", Kind::Panel),
            ("Acme: Panel", Kind::Panel),
            ("Panel 2 with Acme", Kind::Panel),
            ("Acme interview - panel of 3", Kind::Panel),
            ("HR screening @ Acme", Kind::Screen),
            ("Acme interview panel", Kind::Panel),
            ("Live Coding – Acme", Kind::Technical),
            ("Coding challenge", Kind::Technical),
            ("Technical Phone Screen", Kind::Technical),
            ("Round 2 - Technical - Acme", Kind::Technical),
            ("Technisches Interview", Kind::Technical),
            ("Final Interview with Acme", Kind::Final),
            ("Final round", Kind::Final),
            ("Erstgespräch Acme", Kind::Screen),
            ("Entrevista técnica", Kind::Technical),
            ("Informational chat with Priya", Kind::Informational),
        ] {
            check(title, 1, expected);
        }
        check("Virtual Onsite", 4, Kind::Loop);
    }

    #[test]
    fn a_word_of_the_role_tells_no_kind() {
        for title in [
            "Interview: Solar Panel Installer",
            "Panel Beater interview – Tom",
            "Control Panel Wiring Technician",
            "Technical Writer interview",
            "Interview: Technical Support Engineer",
            "Phone interview – Technical Recruiter",
            "Medical Coding Specialist Interview",
            "Food pairing chef interview",
            "Screen Printer – interview",
            "Silk screen technician interview",
            "Interview for Airport Screening Officer",
            "Interview mit Jury-Mitglied",
            "Final year internship interview",
            "Interview: Design & Tech Teacher",
            "Interview – Design & Tech",
            "Interview: Screenwriter",
            "Interview: Paneling expert",
        ] {
            check(title, 1, Kind::General);
        }
        for (title, role) in [
            (
                "Technical Interview Coach – Acme",
                "Technical interview coach",
            ),
            ("Interview: System Design Lead", "System Design Lead"),
            ("First Round Capital – Analyst", "First Round Capital"),
        ] {
            assert_eq!(Kind::of(title, Some(role), 1), Kind::General, "{title}");
        }
        let both = Kind::of(
            "Technical interview – Technical Writer",
            Some("Technical Writer"),
            1,
        );
        assert_eq!(both, Kind::Technical);
        assert_eq!(Kind::of("Panel interview", Some(" "), 1), Kind::Panel);
    }

    #[test]
    fn each_kind_is_known_by_its_code() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(Kind::from_code("sermon"), None);
    }

    #[test]
    fn several_events_are_a_loop_and_several_people_nothing() {
        check("Interview", 1, Kind::General);
        check("Interview", 2, Kind::General);
        check("Interview", 4, Kind::Loop);
    }
}

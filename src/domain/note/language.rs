//! The languages in which notes are written.

/// A language of notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German, with "Sie".
    German,
    /// French, with "vous".
    French,
    /// Spanish, with "usted".
    Spanish,
}

impl Language {
    /// All, as they are offered.
    pub const ALL: [Self; 4] = [Self::English, Self::German, Self::French, Self::Spanish];

    /// Stable code: ISO 639-1.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
        }
    }

    /// The language of a code; English when it is unknown or empty.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|it| it.code() == code)
            .unwrap_or_default()
    }
}

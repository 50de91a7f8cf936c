//! The languages in which notes are written.

/// How somebody is addressed, where a language has two ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Address {
    /// `Sie`, `vous`, `usted`.
    #[default]
    Polite,
    /// `du`, `tu`, `tú`.
    Familiar,
}

impl Address {
    /// Both, as they are offered.
    pub const ALL: [Self; 2] = [Self::Polite, Self::Familiar];

    /// Stable code; the text is `address_<code>` in `_locales`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Polite => "polite",
            Self::Familiar => "familiar",
        }
    }

    /// The form of a code; `None` when it is unknown.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// A language of notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
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

//! Folds text for comparison: lower case, no accents, full-width forms made plain.
//!
//! Refuses full Unicode normalisation: only what calendars of the supported languages contain.
//! Hangul written as loose jamo is left as it is.

/// Appends the folded form of `c` to `out`; combining marks vanish.
pub(crate) fn fold_char(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    // Full-width ASCII (U+FF01..U+FF5E) mirrors U+0021..U+007E.
    if let '\u{FF01}'..='\u{FF5E}' = c {
        fold_full_width(c, out);
        return;
    }
    if is_mark(c) {
        return;
    }
    for lower in c.to_lowercase() {
        match plain(lower) {
            Plain::One(base) => out.push(base),
            Plain::Two(pair) => out.push_str(pair),
            Plain::Drop => {}
        }
    }
}

/// The folded form of a whole string.
#[must_use]
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    // What is plain is taken at once.
    for run in text.split_inclusive(|c: char| !c.is_ascii()) {
        let last = run.chars().next_back().filter(|it| !it.is_ascii());
        let plain = run.len() - last.map_or(0, char::len_utf8);
        out.push_str(run.get(..plain).unwrap_or_default());
        if let Some(c) = last {
            fold_char(c, &mut out);
        }
    }
    out.make_ascii_lowercase();
    out
}

/// Letters and digits of the folded text only: for comparing names with domain labels.
#[must_use]
pub(crate) fn squash(text: &str) -> String {
    let mut out = fold(text);
    out.retain(char::is_alphanumeric);
    out
}

/// Whether `c` belongs to a script that is written without spaces between words (or, for Hangul,
/// glues particles to them), so that every character is a token of its own.
#[must_use]
pub(crate) const fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0E7F}'      // Thai
        | '\u{1100}'..='\u{11FF}'    // Hangul jamo
        | '\u{3005}'..='\u{3007}'    // iteration marks, 〇
        | '\u{3040}'..='\u{30FA}'    // Hiragana, Katakana without the middle dot
        | '\u{30FC}'..='\u{30FF}'    // prolonged sound mark
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{AC00}'..='\u{D7AF}'    // Hangul syllables
    )
}

fn fold_full_width(c: char, out: &mut String) {
    let code = u32::from(c).saturating_sub(0xFEE0);
    if let Some(ascii) = char::from_u32(code) {
        out.push(ascii.to_ascii_lowercase());
    }
}

const fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}'      // combining diacritics
        | '\u{064B}'..='\u{0652}' | '\u{0640}'  // Arabic vowel signs and stretching
        | '\u{0591}'..='\u{05C7}'    // Hebrew points
        | '\u{FE00}'..='\u{FE0F}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{00AD}')
}

enum Plain {
    One(char),
    Two(&'static str),
    Drop,
}

fn plain(c: char) -> Plain {
    Plain::One(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
        'ç' | 'ć' | 'č' | 'ċ' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => 'i',
        'ķ' => 'k',
        'ł' | 'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' | 'ơ' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'ư' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ё' => 'е',
        'й' => 'и',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'أ' | 'إ' | 'آ' => 'ا',
        'ة' => 'ه',
        'ß' => return Plain::Two("ss"),
        'æ' => return Plain::Two("ae"),
        'œ' => return Plain::Two("oe"),
        '\u{0307}' => return Plain::Drop,
        other => other,
    })
}

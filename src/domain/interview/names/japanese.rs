//! Japanese names in characters, which are written without a space.

/// `松浦` of 松浦健吾, `佐々木` of 佐々木健: the beginning of a Japanese name, written without a space.
#[must_use]
pub(crate) fn is_family_name_of(text: &str, name: &str) -> bool {
    let han = |it: &str| {
        it.chars()
            .all(|c| matches!(c, '々' | '\u{4E00}'..='\u{9FFF}'))
    };
    let (part, whole) = (text.chars().count(), name.chars().count());
    (2..=3).contains(&part) && (4..=5).contains(&whole) && han(name) && name.starts_with(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_family_name_comes_first() {
        assert!(is_family_name_of("松浦", "松浦健吾") && is_family_name_of("佐々木", "佐々木健"));
        assert!(!is_family_name_of("健吾", "松浦健吾") && !is_family_name_of("松", "松浦健吾"));
        // Chinese family names are one character long.
        assert!(!is_family_name_of("李宁", "李宁宁") && !is_family_name_of("松浦", "松浦 健吾"));
    }
}

//! Whether a title counts the people who are interviewed.

/// `x4`, `4x`, `(3)`, `3名`, `3 candidates`.
pub(super) fn counts_people(title: &str) -> bool {
    let chars: Vec<char> = title.chars().collect();
    (0..chars.len()).any(|at| {
        let c = chars.get(at).copied().unwrap_or(' ');
        let before = at
            .checked_sub(1)
            .and_then(|b| chars.get(b))
            .copied()
            .unwrap_or(' ');
        let after = chars.get(at + 1).copied().unwrap_or(' ');
        let later = chars.get(at + 2).copied().unwrap_or(' ');
        let edge = |c: char| !c.is_alphanumeric();
        match c {
            '2'..='9' => {
                (matches!(before, 'x' | 'X' | '×')
                    && edge(after)
                    && at
                        .checked_sub(2)
                        .and_then(|b| chars.get(b))
                        .is_none_or(|c| edge(*c)))
                    || (matches!(after, 'x' | '×') && edge(later) && edge(before))
                    || (before == '(' && after == ')')
                    || (matches!(after, '名' | '명')
                        || (after == '人' && !matches!(later, '事' | '力')))
                        && !is_beside_word_in_bracket(&chars, at)
            }
            _ => false,
        }
    })
}

/// `(현장 책임자 2명)`: how many of them the user meets, not how many are met.
fn is_beside_word_in_bracket(chars: &[char], at: usize) -> bool {
    let before = chars.get(..at).unwrap_or_default();
    let inside = before.rsplitn(2, |c| matches!(c, '(' | '（' | '[' | '【'));
    let mut pieces = inside.take(2);
    let Some(inside) = pieces.next() else {
        return false;
    };
    pieces.next().is_some()
        && !inside.iter().any(|c| matches!(c, ')' | '）' | ']' | '】'))
        && inside.iter().any(|c| c.is_alphabetic())
}

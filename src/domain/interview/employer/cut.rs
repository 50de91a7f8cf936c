//! What hasty notes put behind a company's name: its units, and small words.

use super::super::text::{fold::is_unspaced, lexicon::Concept, reading::Reading};

/// `푸른식품 홍보기획팀`, `沧浪证券 固收研究`, `새론은행 본점 18층`: the company, without its units behind
/// spaces.
pub(super) fn before_unit(text: &str) -> &str {
    const MOST: usize = 3;
    (0..MOST).fold(text, |text, _| before_last_unit(text))
}

fn before_last_unit(text: &str) -> &str {
    const UNITS: [&str; 34] = [
        "路",
        "大厦",
        "大楼",
        "园区",
        "广场",
        "科技园",
        "팀",
        "부서",
        "본부",
        "센터",
        "部",
        "課",
        "组",
        "部门",
        "支店",
        "本店",
        "本社",
        "支社",
        "本部",
        "工場",
        "店舗",
        "社員",
        "担当者",
        "阶",
        "階",
        "楼",
        "层",
        "본점",
        "지점",
        "본사",
        "지사",
        "사옥",
        "층",
        "호",
    ];
    let Some((company, unit)) = text.rsplit_once([' ', '\u{3000}']) else {
        return text;
    };
    if !company.chars().any(is_unspaced) {
        return text;
    }
    // `沧浪证券 HR Grace`
    if !unit.chars().any(is_unspaced) {
        return before_spaced_unit(text);
    }
    let is_company = |text: &str| {
        let reading = Reading::new(text);
        reading
            .meanings()
            .any(&[Concept::OrgWord, Concept::LegalForm])
    };
    if UNITS.iter().any(|it| unit.ends_with(it)) || is_company(company) && !is_company(unit) {
        company.trim_end()
    } else {
        text
    }
}

/// `沧浪证券 HR Grace`: the company, without a unit and who is met, in letters.
fn before_spaced_unit(text: &str) -> &str {
    let Some((company, unit)) = text.split_once([' ', '\u{3000}']) else {
        return text;
    };
    let first = Reading::new(unit);
    let is_unit = first
        .meaning(0)
        .any(&[Concept::Department, Concept::Hiring]);
    let plain = company.chars().all(is_unspaced) && !unit.chars().any(is_unspaced);
    if plain && is_unit { company } else { text }
}

/// `Acme HR calls btw` and `Acme test of skills`: a name, and what a hasty note says after it.
pub(super) fn before_small_words(text: &str) -> &str {
    const OF: [&str; 22] = [
        "de", "d'", "di", "du", "des", "da", "do", "dos", "of", "for", "för", "voor", "van", "von",
        "der", "den", "i", "e", "y", "und", "and", "et",
    ];
    let starts = |word: &str, test: fn(char) -> bool| word.chars().next().is_some_and(test);
    let words: Vec<&str> = text.split(' ').collect();
    let large = words.iter().take_while(|it| starts(it, char::is_uppercase));
    let count = large.count();
    let rest = words.get(count..).unwrap_or_default();
    // `Corvane Sp. z o.o.`: the full stop tells that the words behind it belong to a short form.
    let short = words
        .get(count.wrapping_sub(1))
        .is_some_and(|it| it.ends_with('.'));
    let small = rest.len() > 1 && !short && rest.iter().all(|it| !starts(it, char::is_uppercase));
    let of_name = rest.first().is_some_and(|it| {
        OF.iter()
            .any(|of| it.starts_with(of) && (of.ends_with('\'') || it == of))
    });
    if count == 0 || !small || of_name || text.chars().any(is_unspaced) {
        return text;
    }
    let length = words
        .iter()
        .take(count)
        .map(|it| it.len() + 1)
        .sum::<usize>()
        - 1;
    text.get(..length).unwrap_or(text)
}

/// Whether another word than the first is written large.
pub(super) fn has_large_word_inside(title: &str) -> bool {
    let mut words = title.split_whitespace().skip(1);
    words.any(|it| {
        let mut letters = it.chars().skip_while(|c| !c.is_alphabetic());
        letters.next().is_some_and(char::is_uppercase)
            && letters.next().is_some_and(char::is_lowercase)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hasty_notes_words_are_no_part_of_a_name() {
        for (text, name) in [
            ("Acme HR calls btw", "Acme HR"),
            ("Lysander lunch m chef", "Lysander"),
            ("Acme Works", "Acme Works"),
            ("Bank of the West", "Bank of the West"),
            (
                "Caisse d'allocations familiales",
                "Caisse d'allocations familiales",
            ),
            ("Universitetet i nord", "Universitetet i nord"),
            ("acme test today", "acme test today"),
            ("Corvane Lune Sp. z o.o.", "Corvane Lune Sp. z o.o."),
        ] {
            assert_eq!(before_small_words(text), name, "{text}");
        }
    }

    #[test]
    fn units_behind_spaces_are_no_part_of_a_name() {
        for (text, name) in [
            ("새론식품 본점 18층", "새론식품"),
            ("沧浪证券 固收研究", "沧浪证券"),
            ("空豆 現場社員", "空豆"),
            ("沧浪证券 HR Grace", "沧浪证券"),
            ("沧浪证券 Grace", "沧浪证券 Grace"),
            ("새론 푸드", "새론 푸드"),
            ("Acme 本社", "Acme 本社"),
            ("Acme Works", "Acme Works"),
        ] {
            assert_eq!(before_unit(text), name, "{text}");
        }
    }

    #[test]
    fn large_words_are_seen() {
        assert!(has_large_word_inside("II etap Sanok – u nich"));
        assert!(!has_large_word_inside("Entrevista en acme"));
        assert!(!has_large_word_inside("Call HR at acme"));
    }
}

//! Names in Chinese, Japanese and Korean lines, which stand between department and rank:
//! `営業企画部 杉本`, `代表 大島様`, `홍보기획팀 민도현 팀장`, `面接は課長の西田が担当`.

use super::{
    super::{
        names,
        text::{fold::is_unspaced, lexicon::Concept, reading::Reading},
    },
    Named, Place,
};

/// What stands before and after those who are met, inside one sentence.
const AROUND: [(&str, &str); 27] = [
    ("は", "が担当"),
    ("は", "が面接"),
    ("は", "が対応"),
    ("は", "がお話"),
    ("", "との面談"),
    ("", "との面接"),
    ("", "と面談"),
    ("", "が面接"),
    ("", "がお話"),
    ("由", "面试"),
    ("由", "为您"),
    ("由", "與您視訊"),
    ("由", "与您视频"),
    ("由", "與您面談"),
    ("由", "与您面谈"),
    ("由", "负责"),
    ("由", "面試"),
    ("與", "面談"),
    ("与", "面谈"),
    ("与", "沟通"),
    ("面试官为", ""),
    ("面试官是", ""),
    ("面試官為", ""),
    ("면접관은 ", "입니다"),
    ("면접관은 ", "이며"),
    ("면접은 ", "진행"),
    ("", "님과 "),
];

/// Ends of the names of departments.
const UNITS: [&str; 16] = [
    "部",
    "課",
    "室",
    "係",
    "科",
    "处",
    "處",
    "组",
    "組",
    "グループ",
    "チーム",
    "部门",
    "팀",
    "실",
    "본부",
    "센터",
];

/// Longest name in characters; those in Katakana are longer.
const LONGEST: usize = 4;
const LONGEST_FOREIGN: usize = 10;

/// Whether `bit` is of a script without spaces.
pub(super) fn is(bit: &str) -> bool {
    bit.chars().any(is_unspaced)
}

/// The name in `bit` and what else it says of the person.
pub(super) fn name(bit: &str) -> Option<(String, Option<String>)> {
    const ENDINGS: [&str; 7] = [
        "でございます",
        "です",
        "입니다",
        "이며",
        "이 진행",
        "께서",
        "さま",
    ];
    let mut bit = bit.trim();
    for ending in ENDINGS {
        bit = bit.strip_suffix(ending).unwrap_or(bit).trim();
    }
    let mut name: Vec<&str> = Vec::new();
    let mut title: Vec<&str> = Vec::new();
    let mut ranked = false;
    for piece in bit
        .split([' ', '\u{3000}', 'の', '·', ':', '：'])
        .filter(|it| !it.is_empty())
    {
        let head = names::strip_cjk_title(piece);
        let bare = between_titles(piece);
        // `개발팀장`: a rank with its unit.
        if head.len() < piece.len()
            && (head.is_empty() || !Reading::new(head).hits.is_empty())
            && between_titles(head).is_empty()
        {
            title.push(piece);
            continue;
        }
        if bare.is_empty() || is_unit(piece) {
            // A rank behind the name ends it; before it begins another.
            title.push(piece);
            continue;
        }
        if bare.len() < piece.len() && !names::strip_cjk_title(piece).eq(bare) {
            title.push(
                piece
                    .strip_suffix(bare)
                    .or_else(|| piece.strip_prefix(bare))
                    .unwrap_or(piece),
            );
        }
        let bare = names::strip_cjk_title(bare);
        let bare = behind_rank(bare).unwrap_or(bare);
        if is_part_of_name(bare) {
            // `간호부장 정미숙`: what bore a rank was a unit.
            if std::mem::replace(&mut ranked, bare.len() < piece.len()) {
                title.append(&mut name);
            }
            name.push(bare);
        } else {
            // `ITコンサルタント職について人事の前田`
            name.clear();
        }
    }
    let title = (!title.is_empty()).then(|| title.join(" "));
    let letters = name.iter().map(|it| it.chars().count()).sum::<usize>();
    (matches!(name.len(), 1 | 2) && letters > 0).then(|| (name.join(" "), title))
}

/// `會館經理周柏翰`: who has the rank, behind what no table knows.
fn behind_rank(piece: &str) -> Option<&str> {
    if piece.chars().count() <= LONGEST {
        return None;
    }
    let reading = Reading::new(piece);
    let mut hits = reading.hits.iter();
    let rank = hits.rfind(|it| it.concepts.has(Concept::Leader))?;
    let end = reading.tokens.get(rank.first + rank.len - 1)?.end;
    let name = piece.get(end..)?;
    let full = (2..LONGEST).contains(&name.chars().count());
    (full && names::has_unspaced_family_name(name)).then_some(name)
}

/// `人事部`, and not `磯部`.
fn is_unit(piece: &str) -> bool {
    const FAMILY_NAMES: [&str; 5] = ["長谷部", "日下部", "曽我部", "曾我部", "宇都部"];
    const PARTS: &str = "本支内外全総一学上下幹";
    let short = piece.chars().count() == 2
        && piece.ends_with('部')
        && !piece.starts_with(|it| PARTS.contains(it));
    let family = short || FAMILY_NAMES.contains(&piece);
    let mut units = UNITS.iter();
    !family && units.any(|it| piece.ends_with(it) && piece.len() > it.len())
}

/// What is left of a piece between the ranks and departments at its ends.
fn between_titles(piece: &str) -> &str {
    let reading = Reading::new(piece);
    let is_title = |at: usize| {
        reading.meaning(at).any(&[
            Concept::Leader,
            Concept::RoleWord,
            Concept::Department,
            Concept::Hiring,
            Concept::OrgWord,
        ])
    };
    let (mut from, mut until) = (0, reading.tokens.len());
    while from < until && is_title(from) {
        from += 1;
    }
    while until > from && is_title(until - 1) {
        until -= 1;
    }
    let start = reading.tokens.get(from).map(|it| it.start);
    let end = until
        .checked_sub(1)
        .and_then(|it| reading.tokens.get(it))
        .map(|it| it.end);
    match (start, end) {
        (Some(start), Some(end)) if start < end => piece.get(start..end).unwrap_or_default(),
        _ => "",
    }
}

fn is_part_of_name(text: &str) -> bool {
    const NOBODY: [&str; 23] = [
        "您",
        "你",
        "我",
        "他",
        "她",
        "私",
        "我们",
        "您们",
        "弊社",
        "当社",
        "先方",
        "貴社",
        "本人",
        "未定",
        "調整中",
        "オンライン",
        "なし",
        "担当者",
        "社員",
        "先輩社員",
        "专人",
        "專人",
        "人事",
    ];
    if NOBODY.contains(&text) {
        return false;
    }
    let count = text.chars().count();
    let foreign = |c: char| ('\u{30A0}'..='\u{30FF}').contains(&c);
    if text.chars().all(foreign) {
        return (2..=LONGEST_FOREIGN).contains(&count);
    }
    if text.chars().all(|c| c.is_ascii_alphabetic()) {
        return text.chars().next().is_some_and(char::is_uppercase)
            && text.chars().any(char::is_lowercase);
    }
    // Particles and endings are written in Hiragana.
    let kana = text
        .chars()
        .filter(|c| ('\u{3041}'..='\u{309F}').contains(c))
        .count();
    (1..=LONGEST).contains(&count)
        && text.chars().all(is_unspaced)
        && (kana == 0 || kana == count && count > 1)
}

/// Those who are met, of whom sentences of `plain` tell.
pub(super) fn told(plain: &str) -> Vec<Named> {
    const LENGTH: usize = 40;
    let mut found = Vec::new();
    if !is(plain) {
        return found;
    }
    for sentence in plain.split(['。', '\n', '！', '!', '？']) {
        for (before, after) in AROUND {
            let end = if after.is_empty() {
                Some(sentence.len())
            } else {
                sentence.find(after)
            };
            let head = end.and_then(|end| sentence.get(..end)).unwrap_or_default();
            let start = if before.is_empty() {
                Some(0)
            } else {
                head.rfind(before)
            };
            let people = start
                .and_then(|it| head.get(it + before.len()..))
                .unwrap_or_default();
            let people = if before.is_empty() {
                people.rsplit(['、', '，', ',']).next().unwrap_or_default()
            } else {
                people
            };
            if people.is_empty() || people.chars().count() > LENGTH {
                continue;
            }
            for piece in pieces(people) {
                if let Some((name, title)) = name(&piece) {
                    found.push(Named {
                        name,
                        title,
                        place: Place::Listed,
                    });
                }
            }
            break;
        }
    }
    found
}

/// The people of a list.
fn pieces(list: &str) -> Vec<String> {
    let mut list = list.to_owned();
    for joint in [
        "および",
        "及び",
        "ならびに",
        "、",
        "，",
        " 및 ",
        "장과 ",
        "님과 ",
        "저와 ",
        "표와 ",
    ] {
        let kept = joint
            .chars()
            .next()
            .filter(|_| joint.ends_with(' ') && !joint.starts_with(' '));
        let with: String = kept.into_iter().chain([',']).collect();
        list = list.replace(joint, &with);
    }
    let list = cut_between_names(&list);
    list.split(',')
        .map(|it| it.split(['（', '(']).next().unwrap_or(it).trim().to_owned())
        .collect()
}

/// `田村と井上`: between characters that are no Kana the small word joins two people.
fn cut_between_names(list: &str) -> String {
    let letters: Vec<char> = list.chars().collect();
    let is_han = |at: Option<usize>| {
        at.and_then(|at| letters.get(at))
            .is_some_and(|c| ('\u{4E00}'..='\u{9FFF}').contains(c))
    };
    let joint = |at: usize, c: char| c == 'と' && is_han(at.checked_sub(1)) && is_han(Some(at + 1));
    letters
        .iter()
        .enumerate()
        .map(|(at, c)| if joint(at, *c) { ',' } else { *c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_between_departments_and_ranks() {
        for (bit, expected) in [
            ("営業企画部 杉本", "杉本"),
            ("代表 大島様", "大島"),
            ("設計部 課長 磯部", "磯部"),
            ("会館經理周柏翰", "周柏翰"),
            ("調達部 課長の西田", "西田"),
            ("プラットフォーム部 立花 朔", "立花 朔"),
            ("홍보기획팀 민도현 팀장", "민도현"),
            ("사업본부장 유상민", "유상민"),
            ("COO 何雨晴", "何雨晴"),
            ("간호부장 정미숙님", "정미숙"),
        ] {
            assert_eq!(name(bit).map(|it| it.0).as_deref(), Some(expected), "{bit}");
        }
        for bit in ["人事部", "채용팀", "面接会場はこちらです", "オンライン面接"]
        {
            assert_eq!(name(bit), None, "{bit}");
        }
    }

    #[test]
    fn sentences_tell_who_is_met() {
        for (text, expected) in [
            ("面接は調達部 課長の西田が担当いたします。", &["西田"][..]),
            (
                "最終選考は専務取締役 大島および管理本部 小林が担当いたします。",
                &["大島", "小林"],
            ),
            ("人事の前田との面談をお願いいたします。", &["前田"]),
            ("면접관은 이정훈 팀장입니다.", &["이정훈"]),
            ("本次面试由技术总监李明为您面试", &["李明"]),
            ("面接は本社で行います。", &[]),
        ] {
            let found = told(text);
            let found: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}

//! What stands around names: particles inside them, titles before and after them; between bars.

use crate::domain::interview::{
    given_names::is_given_name,
    text::{fold::fold, list::List},
};

/// Particles inside names: `van der Berg`, `de la Cruz`.
static PARTICLES: List = List::new(
    "\
    van|von|der|den|de|del|della|di|da|dos|das|la|las|los|le|el|al|bin|ben|ter|ten|zu|y|af|ibn|du",
);

/// Titles before a name.
static HONORIFICS: List = List::new(
    "\
    dr|prof|professor|mr|mrs|ms|miss|mx|herr|frau|hr|fr|mme|m|monsieur|madame|sr|sra|sig|\
    dott|dhr|mevr|mag|ing|dipl|lic|phil|dra|dottssa|avv|eng|mgr|pan|pani|signora|signor|\
    doctor|mevrouw|meneer|srta|stb|stbin|rain|mlle|fru|herrn|mw|med|ssa|jur|inz|bc|mudr|judr|phdr|rndr|di|p|dl|dna|\
    doamna|domnul|panem|pania|panu|κ|κα|κος|господин|госпожа|г|пан|пані|sayin|capt|sgt|cllr|rev|dre|arch|geom|shri|smt|dra|tit|dña|dn|don|hanim|bey|hn|sir|madam|ji|maam",
);

/// Titles after East Asian names.
const AFTER_NAME: &str = "\
    様|さん|氏|先生|님|씨|老师|女士|小姐|经理|部長|課長|社長|店長|科長|事務長|校長|教頭|マネージャー|主任|係長|팀장|팀장님|이사|대표|매니저|본부장|总监|總監|经理人|總經理|\
    主管|主任委员|老師|専務|常務|室長|次長|支店長|院長|園長|所長|リーダー|책임|선임|수석|프로|리더|실장|센터장|원장|관장|부장|과장|차장|대리";

/// Forms of address behind a name.
static BEHIND: List = List::new("hanim|bey|hn|sir|madam|ji|ma'am|mam|san|efendi");

/// Whether `word` is a particle.
#[must_use]
pub(crate) fn is_particle(word: &str) -> bool {
    PARTICLES.has_folded(word)
}

/// `田中様` -> `田中`.
#[must_use]
pub(crate) fn strip_cjk_title(text: &str) -> &str {
    let text = text.trim();
    AFTER_NAME
        .split('|')
        .filter_map(|title| text.strip_suffix(title))
        .min_by_key(|it| it.len())
        .map_or(text, str::trim)
}

/// Whether `word` is a form of address or a degree before a name.
#[must_use]
pub(crate) fn is_honorific(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    // The longest is ten letters; a letter with an accent takes two bytes. `HR.` ends a sentence.
    bare.len() <= 20
        && bare != "HR"
        && (bare.len() < word.len()
            || word.len() > 2
            || word == "Dr"
            || word == "Mr"
            || word == "Ms")
        && HONORIFICS.has_folded(bare)
}

/// Small words that lead to a name.
const LEADS: [&str; 7] = ["el", "il", "med", "mit", "con", "avec", "with"];

/// `el C.P. Alfonso Paz`, `med Pernilla Ek`: without what led to the name.
#[must_use]
pub(crate) fn without_lead(name: &str) -> &str {
    match name.split_once(' ') {
        Some((first, rest)) if LEADS.contains(&first) && !rest.trim().is_empty() => {
            rest.trim_start()
        }
        _ => name,
    }
}

/// Without forms of address before a name that are no part of it: `Frau Dr. Vogt` -> `Dr. Vogt`.
#[must_use]
pub(crate) fn without_address(name: &str) -> &str {
    static PLAIN: List = List::new(
        "\
        mr|mrs|ms|miss|mx|frau|herr|herrn|hr|fr|mme|mlle|m|monsieur|madame|sr|sra|srta|sig|signor|\
        signora|dhr|mevr|mw|mevrouw|meneer|pan|pani|panem|pania|panu|pana|p|fru|dl|dna|doamna|domnul|пан|пані|\
        господин|госпожа|sayin|shri|smt|κ|κα|κος|d|dn|don|dña|\
        cp|c.p|lic|arch|avv|geom|rag|cllr",
    );
    let mut rest = name;
    while let Some((first, after)) = rest.split_once(' ') {
        // `CAO Robert Tessier`: a rank in letters.
        let letters =
            (2..=4).contains(&first.len()) && first.bytes().all(|it| it.is_ascii_uppercase());
        let known = letters && super::likeness(after.trim()) == super::Likeness::Known;
        let led = LEADS.contains(&first);
        let plain = known || led || PLAIN.has_folded(first.trim_end_matches('.'));
        if !plain || after.trim().is_empty() {
            break;
        }
        rest = after.trim_start();
    }
    // `Okan Bey`, `Priya ma'am`
    match rest.rsplit_once(' ') {
        Some((name, last)) if BEHIND.has_folded(last.trim_end_matches('.')) => name,
        _ => rest,
    }
}

/// Whether a text in Chinese or Korean characters is as long as a name and begins with a common
/// family name.
#[must_use]
pub(crate) fn has_unspaced_family_name(text: &str) -> bool {
    const HAN: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕\
        苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷\
        钱汤尹黎易常武乔贺赖龚文章施洪張劉陳楊趙黃吳鄭謝韓馮蕭鄧許呂蘇盧蔣賈葉閻鍾譚鄒陸龍錢湯賀賴龔詹簡";
    const HANGUL: &str = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄\
        채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁";
    let bare = strip_cjk_title(text);
    let count = bare.chars().count();
    let first = bare.chars().next().unwrap_or_default();
    let hangul = ('\u{AC00}'..='\u{D7AF}').contains(&first);
    bare.chars().all(super::is_unspaced)
        && if hangul {
            count == 3 && HANGUL.contains(first)
        } else {
            (2..=3).contains(&count) && HAN.contains(first)
        }
}

/// `KLV Lune`: letters that nobody can speak as a word, before a word. People write their family name
/// in capitals, too: `DUPONT Marie`, `SHARMA Venkatesh`.
pub(super) fn begins_in_letters(words: &[&str]) -> bool {
    const SHORTEST: usize = 3;
    let [first, rest @ ..] = words else {
        return false;
    };
    let folded = fold(first);
    let given = |it: &&str| is_given_name(fold(it).split('-').next().unwrap_or_default());
    first.chars().count() >= SHORTEST
        && is_shouted(first)
        && !folded.contains(['a', 'e', 'i', 'o', 'u', 'y'])
        && folded.chars().all(|it| it.is_ascii_alphabetic())
        && !rest.iter().all(|it| is_shouted(it))
        && !rest.iter().any(given)
}

/// `ING Belgium`: letters of a degree, written large and without a full stop, may be a name.
pub(super) fn is_degree_in_letters(word: &str) -> bool {
    const DEGREES: [&str; 9] = [
        "ING", "MAG", "DIPL", "LIC", "PHIL", "ENG", "MED", "JUR", "MGR",
    ];
    DEGREES.contains(&word)
}

fn is_shouted(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

/// What opens names of places and companies, not of people.
static ARTICLES: List = List::new("the|le|la|les|el|los|il|der|die|das");

/// Whether `word` is an article.
#[must_use]
pub(crate) fn is_article(word: &str) -> bool {
    ARTICLES.has_folded(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::names::Likeness;

    #[test]
    fn letters_before_a_word_are_no_name() {
        for (text, yes) in [
            ("KLV Lune", true),
            ("ING Belgium", false),
            ("DUPONT Marie", false),
            ("KRB Jean-Pierre", false),
            ("SHARMA Venkatesh", false),
            ("ИВАНОВА Мария Петровна", false),
            ("KIM ODE", false),
            ("JP Lund", false),
            ("Kim Ode", false),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            assert_eq!(begins_in_letters(&words), yes, "{text}");
        }
    }

    #[test]
    fn family_names_and_forms_of_address_may_be_in_capitals() {
        let likeness = crate::domain::interview::names::likeness;
        for name in [
            "CORVANE Jean-Pierre",
            "CORVANE Venkatesh",
            "CORVANE Maëlys",
            "КОРВАНОВА Мария Петровна",
            "ING Corvane",
        ] {
            assert_ne!(likeness(name), Likeness::No, "{name}");
        }
        for name in [
            "MRS Corvane",
            "FRAU Corvane",
            "HERR Corvane",
            "Ing. Corvane",
        ] {
            assert_eq!(likeness(name), Likeness::Known, "{name}");
        }
        assert_eq!(likeness("KLV Lune"), Likeness::No);
    }

    #[test]
    fn forms_of_address_are_taken_off_and_degrees_stay() {
        for (name, bare) in [
            ("Frau Dr. Jana Vogt", "Dr. Jana Vogt"),
            ("p. Agnieszka", "Agnieszka"),
            ("Nurcan Hanım", "Nurcan"),
            ("CAO Robert Tessier", "Robert Tessier"),
            ("Mag. Birgit Lang", "Mag. Birgit Lang"),
            ("Bo Ek", "Bo Ek"),
            ("Herr", "Herr"),
        ] {
            assert_eq!(without_address(name), bare, "{name}");
        }
    }

    #[test]
    fn family_names_begin_short_words_only() {
        for name in ["苏婉", "李慧", "여지훈"] {
            assert!(has_unspaced_family_name(name), "{name}");
        }
        for name in ["青岚网络", "케어블룸", "桐谷", "Bo", ""] {
            assert!(!has_unspaced_family_name(name), "{name}");
        }
    }
}

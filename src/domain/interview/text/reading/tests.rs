//! Tests of how texts are split.

use super::*;

fn words(text: &str) -> Vec<String> {
    let reading = Reading::new(text);
    (0..reading.tokens.len())
        .map(|at| reading.word(at).to_owned())
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(words(text), expected, "{text}");
}

#[test]
fn words_are_folded_and_split() {
    check(
        "Entretien d\u{2019}embauche",
        &["entretien", "d", "embauche"],
    );
    check("Bewerbungsgespräch", &["bewerbungsgesprach"]);
    check("re\u{301}union", &["reunion"]);
    check("STRASSE Straße", &["strasse", "strasse"]);
    check("Ａｃｍｅ面接", &["acme", "面", "接"]);
    check("собеседование Ёлка", &["собеседование", "елка"]);
}

#[test]
fn two_hyphens_are_a_dash() {
    let gap = |text: &str| Reading::new(text).tokens[1].gap;
    assert_eq!(gap("interviews -- day"), Gap::Hard);
    assert_eq!(gap("interviews--day"), Gap::Hard);
    assert_eq!(gap("follow-up"), Gap::Soft);
}

#[test]
fn links_and_mail_addresses_are_no_words() {
    check(
        "see https://hire.lever.co/interviews/1 now",
        &["see", "now"],
    );
    check("<a.b@interview.example>, ok", &["ok"]);
    check("Priya @ Acme", &["priya", "acme"]);
}

#[test]
fn punctuation_makes_a_hard_gap() {
    let gaps = |text: &str| {
        Reading::new(text)
            .tokens
            .iter()
            .map(|t| t.gap)
            .collect::<Vec<_>>()
    };
    assert_eq!(gaps("on-site visit"), [Gap::Hard, Gap::Soft, Gap::Soft]);
    assert_eq!(gaps("phone, screen"), [Gap::Hard, Gap::Hard]);
}

#[test]
fn an_ending_behind_a_colon_belongs_to_its_word() {
    let gaps = |text: &str| {
        let reading = Reading::new(text);
        reading.tokens.get(1).map(|it| it.gap)
    };
    assert_eq!(gaps("2:a samtalet"), Some(Gap::Soft));
    assert_eq!(gaps("HR:n soitto"), Some(Gap::Soft));
    assert_eq!(gaps("HR: now"), Some(Gap::Hard));
    assert_eq!(gaps("16:30"), Some(Gap::Hard));
}

#[test]
fn spans_are_cut_from_the_original() {
    let reading = Reading::new("Gespräch bei Müller & Söhne");
    assert_eq!(reading.span(2, 4), "Müller & Söhne");
    assert_eq!(reading.span(3, 9), "");
}

#[test]
fn a_dash_between_spaces_ends_a_phrase() {
    let apart = Reading::new("interview - practice nurse");
    assert!(apart.has(Concept::Interview) && !apart.has(Concept::Mock));
    assert!(Reading::new("interview practice").has(Concept::Mock));
    assert!(Reading::new("on-site interview").has(Concept::JobInterview));
}

/// Texts that are split in odd places, each beside a phrase about a job.
fn odd_texts() -> Vec<String> {
    let phrases = [
        "job interview",
        "Vorstellungsgespräch",
        "your application",
        "entretien d\u{2019}embauche",
        "re\u{301}union d\u{27}embauche",
        "rozmowę kwalifikacyjną",
        "собеседование",
        "Ｐｈｏｎｅ ｓｃｒｅｅｎ",
        "二次面接",
        "화상면접 안내",
        "สัมภาษณ์งาน",
        "İŞ GÖRÜŞMESİ",
        "job\n interview",
        "job-interview",
        "job, interview",
        "phone. screen",
        "lunch",
        "",
    ];
    let beside = [
        "",
        " ",
        "über ",
        "\u{301}",
        "a\u{301}\u{AD}b ",
        "ana@acme.example ",
        "x@y@z a.b@c ",
        "https://hire.example/interview?x=(",
        "www.",
        "-::~:~::~:- ",
        "２０ｘ３０，",
        "面",
        "№ ½ ×÷ª ",
        "\u{A0}\u{202F}\u{3000}",
        "R:n 2:a 16:30 rozm. ",
    ];
    let mut texts = Vec::new();
    for phrase in phrases {
        for before in beside {
            texts.extend(beside.map(|after| format!("{before}{phrase}{after}")));
        }
    }
    for length in (LIMIT - 24..LIMIT + 8).step_by(5) {
        for filler in ["a ", "é ", "面"] {
            let filler = filler.repeat(length / filler.len());
            texts.extend(phrases.map(|phrase| format!("{filler}{phrase}")));
        }
    }
    texts
}

#[test]
fn keys_are_those_of_the_words() {
    for text in odd_texts() {
        let (mut words, mut keyed) = (Splitter::new(&text), Splitter::new(&text));
        let mut folded = String::new();
        while let Some(word) = words.next(&mut folded) {
            let expected = (word.gap, Keys::of(folded.get(word.folded_start..).unwrap()));
            assert_eq!(keyed.next_keys(), Some(expected), "{text:?}");
            assert_eq!(word.folded_end, folded.len());
        }
        assert_eq!(keyed.next_keys(), None, "{text:?}");
    }
}

#[test]
fn the_quick_look_misses_nothing_that_is_read() {
    let mut quick = Reading::default();
    let mut said = 0;
    for text in odd_texts() {
        let speaks = Reading::new(&text).meanings().any(&JOB_CONCEPTS);
        assert!(!speaks || quick.speaks_of_job(&text), "{text:?}");
        said += usize::from(speaks);
    }
    assert!(said > 1_000, "{said}");
    assert!(!quick.speaks_of_job("lunch über your call"));
}

#[test]
fn letters_with_accents_are_told_as_the_standard_library_tells_them() {
    for c in ('\u{80}'..'\u{3000}').filter(|it| !splitter::is_joining(*it)) {
        let text = format!("a{c}b");
        let parted = words(&text).len() > 1;
        let joins = c.is_alphanumeric() && !super::super::fold::is_unspaced(c);
        assert_eq!(!parted, joins, "{c:?}");
    }
}

#[test]
fn a_name_in_front_of_an_interview_is_no_phrase() {
    let home = |title: &str| Reading::new(title).has(Concept::Housing);
    assert!(!home("Oakmere Housing interview via Elmtree"));
    assert!(Reading::new("Oakmere Housing interview").has(Concept::Interview));
    for title in [
        "Housing interview",
        "oakmere housing interview",
        "Lena Housing interview",
    ] {
        assert!(home(title), "{title}");
    }
}

#[test]
fn what_every_online_meeting_says_speaks_to_no_candidate() {
    let spoken_to = |text: &str| Reading::new(text).has(Concept::ToCandidate);
    for text in [
        "李明 邀请您参加腾讯会议",
        "邀请您参加飞书视频会议",
        "邀请您加入会议",
    ] {
        assert!(!spoken_to(text), "{text}");
    }
    for text in ["诚邀您参加面试", "邀请您参加面试", "我们邀请您前来公司"] {
        assert!(spoken_to(text), "{text}");
    }
}

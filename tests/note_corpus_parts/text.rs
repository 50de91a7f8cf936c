//! Looks at the text of a note without the help of the code that wrote it.

use std::{collections::HashSet, fs, path::Path};

use afternote::domain::note::{
    compose::{Brief, Draft},
    language::{Address, Language},
    review,
};

use super::{
    claims,
    inputs::{self, EMPLOYER, Inputs, SENDER},
};

/// The message between greeting and closing.
pub(crate) fn message(draft: &Draft) -> String {
    let parts: Vec<&str> = draft.body.split("\n\n").collect();
    parts[1..parts.len() - 1].join("\n\n")
}

/// The sentences of a message.
pub(crate) fn sentences(message: &str) -> HashSet<String> {
    message
        .split(['.', '!', '?', '\n'])
        .map(|it| it.trim().to_owned())
        .filter(|it| it.len() > 3)
        .collect()
}

/// The message without what is the same by nature: names of people and employer.
pub(crate) fn without_names(message: &str, _: &Inputs) -> String {
    message.replace(EMPLOYER, "").replace(SENDER, "")
}

/// What is wrong with the form of a note.
pub(crate) fn faults(brief: &Brief<'_>, draft: &Draft) -> Vec<String> {
    let message = message(draft);
    let mut wrong = faults_of_form(&message, brief);
    for text in [&draft.subject, &draft.body] {
        let other = other_form(brief, text);
        wrong.extend(
            other
                .iter()
                .map(|it| format!("{it:?} in a note in the other form")),
        );
    }
    wrong.extend(faults_of_form(&draft.subject, brief));
    let paragraphs = message.split("\n\n").count();
    if !(1..=2).contains(&paragraphs) {
        wrong.push(format!("{paragraphs} paragraphs"));
    }
    // After the comma of a German greeting the text goes on small.
    let small = brief.language == Language::German;
    for (index, paragraph) in message.split("\n\n").enumerate() {
        for (place, sentence) in paragraph.split(". ").enumerate() {
            let first = sentence.chars().find(|it| it.is_alphabetic()).unwrap();
            let may_be_small = small && index == 0 && place == 0;
            if !first.is_uppercase() && !may_be_small {
                wrong.push(format!("a small beginning: {sentence}"));
            }
        }
    }
    let words = review::message_words(&draft.body, &inputs::expectation(brief));
    let least = if inputs::is_whole(brief) { 60 } else { 25 };
    if !(least..=150).contains(&words) {
        wrong.push(format!("{words} words"));
    }
    wrong
        .into_iter()
        .map(|it| format!("{it} ({:?})\n{}", brief.language, draft.body))
        .collect()
}

/// What is wrong with blanks, punctuation and holes of a text.
pub(crate) fn faults_of_form(text: &str, brief: &Brief<'_>) -> Vec<String> {
    let french = brief.language == Language::French;
    let mut wrong = Vec::new();
    for doubled in [
        "  ", "..", ",,", " .", " ,", "?.", "!.", "\n\n\n", ":.", ";.", ". ,", ",.",
    ] {
        if text.contains(doubled) {
            wrong.push(format!("{doubled:?} in {text}"));
        }
    }
    if text.contains(['{', '}', '[', ']', '|']) {
        wrong.push(format!("a hole in {text}"));
    }
    if !french && (text.contains(" ;") || text.contains(" :") || text.contains(" ?")) {
        wrong.push(format!("a space before punctuation in {text}"));
    }
    wrong
}

/// What the notes of a language say by themselves, and what they may not.
pub(crate) struct Vocabulary {
    language: Language,
    words: HashSet<String>,
    claims: HashSet<&'static str>,
}

/// The words of a language's table and greetings.
pub(crate) fn vocabulary(language: Language) -> Vocabulary {
    let greetings = "Hi Hello Dear Guten Tag Liebe Lieber Frau Herr Sehr geehrte geehrter Bonjour \
        Madame Monsieur Hallo Hola Buenos días Estimada Estimado Sra Sr Dra Mr Ms role de d at bei chez en";
    let sentences = table(language).join("\n");
    Vocabulary {
        language,
        words: words(&format!("{sentences} {greetings}")).collect(),
        claims: claims::words(language).collect(),
    }
}

/// Words that only one form of address uses: polite ones, familiar ones. Those that are something
/// else as well stand in neither.
const FORMS: [(Language, &str, &str); 3] = [
    (
        Language::German,
        "Sie Ihnen Ihr Ihre Ihrem Ihren Ihrer Ihres",
        "du Du dich dir Dir dein deine deinen deinem deiner euch eure eurem hab bist hast",
    ),
    (
        Language::French,
        "vous Vous votre Votre vos Vos dites Dites Faites Pensez Saluez transmettez Sachez",
        "tu Tu te Te toi ton Ton ta Ta tes Tes Dis Fais Pense Salue transmets Sache as",
    ),
    (
        Language::Spanish,
        "usted ustedes Reciba Dígame dígame Escríbame Salude Téngame hágamelo dedicó",
        "tú ti te Te tu Tu tus contigo Recibe Dime dime Escríbeme Saluda Tenme házmelo dedicaste",
    ),
];

/// Words of the form of address that a note is not in; what the user typed does not count.
pub(crate) fn other_form(brief: &Brief<'_>, text: &str) -> Vec<String> {
    let Some((_, polite, familiar)) = FORMS.iter().find(|it| it.0 == brief.language) else {
        return Vec::new();
    };
    let wrong = match brief.address {
        Address::Polite => familiar,
        Address::Familiar => polite,
    };
    let typed = [brief.specific]
        .into_iter()
        .chain(brief.selling_points.iter().map(String::as_str));
    let typed: Vec<String> = typed.flat_map(bare_words).map(str::to_lowercase).collect();
    // A German sentence after a colon begins with a capital, whoever it speaks to.
    let text = text
        .replace("rendez-vous", "")
        .replace(": Ihr b", ": ihr b");
    bare_words(&text)
        .filter(|it| {
            wrong.split_whitespace().any(|wrong| wrong == *it)
                && !typed.contains(&it.to_lowercase())
        })
        .map(str::to_owned)
        .collect()
}

fn bare_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
}

/// The lines of a language's table that are said, without what the review looks for and what is
/// offered to be picked.
pub(crate) fn table(language: Language) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/note/phrases");
    let text = fs::read_to_string(folder.join(format!("{}.txt", language.code()))).unwrap();
    let unsaid = [
        "small",
        "clause starts",
        "sentence starts",
        "topic starts",
        "that",
        "embeds",
        "embeds behind a comma",
        "finite",
        "behind several",
        "no topic",
        "question starts",
        "asked about",
        "mine",
        "liked",
        "things",
        "uncountable",
        "nothing",
        "lead-ins",
        "may stand twice",
        "picks",
    ];
    let mut said = true;
    let mut lines = Vec::new();
    for line in text.lines().filter(|it| !it.starts_with(';')) {
        if let Some(name) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
            said = !unsaid.contains(&name);
            if name == "says thanks" {
                break;
            }
        } else if said && !line.is_empty() {
            lines.push(in_form(line, 0));
            if line.contains('‹') {
                lines.push(in_form(line, 1));
            }
        }
    }
    lines
}

/// A line with the first or the second of its forms of address.
fn in_form(line: &str, place: usize) -> String {
    let mut parts = line.split(['‹', '›']);
    let mut out = parts.next().unwrap().to_owned();
    while let (Some(forms), Some(behind)) = (parts.next(), parts.next()) {
        out.push_str(forms.split('|').nth(place).unwrap());
        out.push_str(behind);
    }
    out
}

/// What a note says that neither the user nor the invitation says: words from nowhere, and words
/// of the table that claim what only an input can.
pub(crate) fn untraceable(
    brief: &Brief<'_>,
    draft: &Draft,
    vocabulary: &Vocabulary,
) -> Vec<String> {
    let text = format!("{}\n{}", draft.subject, draft.body);
    untraceable_in(brief, &text, vocabulary, "")
}

/// The same for any text, with more that may be said.
pub(crate) fn untraceable_in(
    brief: &Brief<'_>,
    text: &str,
    vocabulary: &Vocabulary,
    also: &str,
) -> Vec<String> {
    let language = vocabulary.language;
    let inputs = [
        brief.recipient.unwrap_or_default(),
        brief.employer.unwrap_or_default(),
        brief.role.unwrap_or_default(),
        brief.specific,
        &brief.selling_points.join(" "),
        brief.sender,
        brief.signature,
        also,
    ]
    .join(" ");
    let inputs: HashSet<String> = words(&inputs).collect();
    // "their" of the user's notes is "your" to the reader, and verbs follow.
    let turned = [
        "you", "your", "re", "votre", "vos", "ouvrez", "avez", "haben", "bauen", "baut", "hast",
        "nutzt",
    ];
    // A draft of the evening is sent the next morning.
    let day = claims::today(language);
    let from_nowhere = |it: &String| {
        let claimed = vocabulary.claims.contains(it.as_str()) || day.contains(&it.as_str());
        let digits = it.chars().any(|it| it.is_ascii_digit());
        let said = vocabulary.words.contains(it) || turned.contains(&it.as_str());
        claimed || digits || !said
    };
    let lower = text.to_lowercase();
    let of_another_kind = claims::by_kind(language)
        .iter()
        .filter(|(kind, words)| *kind != brief.kind && lower.contains(words))
        .filter(|(_, words)| !brief.specific.to_lowercase().contains(words))
        .map(|(_, words)| (*words).to_owned());
    words(text)
        .filter(|it| !inputs.contains(it) && from_nowhere(it))
        .chain(of_another_kind)
        .map(|it| format!("{it} in {text}"))
        .collect()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let words: Vec<String> = text
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.into_iter()
}

//! Cuts a title into parts and says what stands before each: `Analyst at Acme (Zoom)`.

mod belonging;
mod edges;
mod naming;

pub(crate) use self::belonging::is_pair_of_letters;
use self::{
    belonging::{
        goes_on_with_name, is_between_unspaced, is_gendered_ending, is_possessive, is_reinsurer,
        is_with_stroke,
    },
    edges::push,
    naming::{
        ends_in_organisation, goes_on_with_field, is_called_user, is_english, is_joined_by_plus,
    },
};
use super::{
    names::Likeness,
    scene::Scene,
    text::{
        fold::is_unspaced,
        lexicon::{Concept, Concepts},
        reading::Reading,
    },
};

/// What leads to a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    /// The start of the title, or a bare word for an interview before it.
    Start,
    /// A dash, bar, colon or slash.
    Mark,
    /// A comma or plus.
    List,
    /// An opening bracket.
    Bracket,
    /// `at`, `bei`, `chez`.
    At,
    /// `with`, `mit`, `avec`.
    With,
    /// `for`, `als`, `pour`.
    For,
}

/// One part of a title: what is left after words for interviews and fillers are taken off.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// The words as written.
    pub(crate) text: String,
    /// What leads to it.
    pub(crate) lead: Lead,
    /// All meanings of its words.
    pub(crate) concepts: Concepts,
    /// It names the user.
    pub(crate) is_user: bool,
    /// How likely it is a person's name.
    pub(crate) person: Likeness,
    /// The preposition before it may lead to a town or a field, too: `in`, `w`, `en`.
    pub(crate) inside: bool,
    /// What was taken off its front means: the `HR` of `HR Serene`.
    pub(crate) led_by: Concepts,
    /// What was taken off its end means: the `task review` of `writing task review`.
    pub(crate) trailed_by: Concepts,
    /// It stands inside `【】` or `「」`, which hold company names in Japanese.
    pub(crate) quoted: bool,
}

/// Words for interviews end a part wherever they stand.
const CUTS: [Concept; 4] = [
    Concept::JobInterview,
    Concept::Interview,
    Concept::Interviews,
    Concept::Step,
];

/// `inkl. Rundgang`: what follows is one more thing.
const INCLUDING: [&str; 9] = [
    "inkl",
    "incl",
    "inklusive",
    "inclusief",
    "including",
    "incluye",
    "compris",
    "samt",
    "plus",
];

/// `Acme Bewerbung Obermonteur`: between the company and the role.
const APPLICATION: [&str; 8] = [
    "bewerbung",
    "candidature",
    "candidatura",
    "sollicitatie",
    "ansokan",
    "soknad",
    "ansogning",
    "basvurusu",
];

/// The parts of the title, in order.
#[must_use]
pub(crate) fn parts(scene: &Scene<'_>) -> Vec<Part> {
    let reading = &scene.title;
    let mut parts = Vec::new();
    let mut from = 0;
    let mut lead = Lead::Start;
    let mut quoted = false;
    let mut at = 0;
    while at < reading.tokens.len() {
        let meaning = reading.meaning(at);
        let marked = is_cross(scene, at) || at > from && is_called_user(scene, at);
        let mark = mark_before(scene, at).or_else(|| marked.then_some(Lead::Mark));
        let mut next = None;
        if let Some(mark) = mark {
            next = Some((mark, at));
        }
        let hit = reading.hits.iter().find(|hit| hit.first == at);
        if let Some(hit) = hit.filter(|_| !is_possessive(scene, at)) {
            let length = hit.len;
            let inside = lead_inside(reading, at, length);
            // `Director role at Corvane`: the preposition of a phrase leads on.
            let inner = [Concept::WeakStep, Concept::Hiring];
            let step = meaning.has(Concept::Round) || meaning.any(&inner) && at > from;
            if meaning.any(&CUTS) {
                let last =
                    ends_in_role(reading, at, length) || ends_in_organisation(reading, at, length);
                next = Some((inside, at + length - usize::from(last)));
            } else if step && inside != Lead::Start && at + length < reading.tokens.len() {
                next = Some((inside, at + length));
            } else if meaning.any(&[Concept::At, Concept::With, Concept::For])
                && at + length < reading.tokens.len()
                && (at > from || mark.is_some() || at == 0 || !meaning.has(Concept::For))
                && !is_gendered_ending(scene, at)
                && !is_reinsurer(scene, at)
                && is_free_word(scene, at, length)
                && !goes_on_with_role(scene, from, at)
                && !goes_on_with_name(scene, from, at, length)
                && !goes_on_with_field(scene, from, at)
            {
                // `interview w Bo`, which is Polish elsewhere
                let with = reading.word(at) == "w" && is_english(reading, at);
                let lead = if meaning.has(Concept::At) && !with {
                    Lead::At
                } else if meaning.has(Concept::For) {
                    Lead::For
                } else {
                    Lead::With
                };
                next = Some((lead, at + length));
            }
        }
        if is_with_stroke(scene, at + 1) {
            next = Some((Lead::With, at + 1));
        }
        if next.is_none() && at > from && is_clock(reading.word(at)) {
            next = Some((Lead::Mark, at + 1));
        }
        if next.is_none() && INCLUDING.contains(&reading.span(at, at + 1)) {
            next = Some((Lead::List, at + 1));
        }
        if next.is_none() && at > from && APPLICATION.contains(&reading.word(at)) {
            next = Some((Lead::Mark, at + 1));
        }
        if let Some((following, start)) = next {
            let known = parts.len();
            push(scene, from, at, lead, quoted, &mut parts);
            // `w HR + country mgr`: who else is met.
            let goes_on = lead == Lead::With && following == Lead::List && known == parts.len();
            let following =
                if goes_on && scene.title.between(at).contains('+') && leads(reading, at) {
                    Lead::With
                } else {
                    following
                };
            quoted = matches!(following, Lead::Bracket) && opens_quote(scene, at);
            // `interview with Acme`, `interview (Acme)`: the mark before a cut word leads on.
            lead = following;
            from = start;
            at = start.max(at + usize::from(start == at));
            continue;
        }
        at += hit.map_or(1, |hit| hit.len);
    }
    push(scene, from, reading.tokens.len(), lead, quoted, &mut parts);
    parts
}

/// `entrevista jefatura`: a phrase for an interview whose last word, written small, is that of a role.
fn ends_in_role(reading: &Reading, at: usize, length: usize) -> bool {
    const ADJECTIVES: [&str; 9] = [
        "tecnico",
        "tecnica",
        "comercial",
        "commercial",
        "commerciale",
        "administrativo",
        "administrativa",
        "grafico",
        "grafica",
    ];
    let index = at + length - 1;
    let small = reading
        .span(index, index + 1)
        .chars()
        .all(char::is_lowercase);
    let last = Reading::new(reading.word(index));
    length > 1
        && small
        && !ADJECTIVES.contains(&reading.word(index))
        && last.meanings().any(&[Concept::RoleWord, Concept::Leader])
        && !last.meanings().any(&CUTS)
}

/// Whether the next word or the one behind it is that of a rank or trade.
fn leads(reading: &Reading, at: usize) -> bool {
    [at, at + 1].iter().any(|it| {
        reading
            .meaning(*it)
            .any(&[Concept::RoleWord, Concept::Leader])
    })
}

/// `entrevista con`: a word for an interview that ends in a preposition leads to what follows.
fn lead_inside(reading: &Reading, at: usize, length: usize) -> Lead {
    // `i/v` is none.
    if length < 2 || reading.span(at, at + length).ends_with("/v") {
        return Lead::Start;
    }
    let last = Reading::new(reading.word(at + length - 1));
    if last.has(Concept::With) {
        Lead::With
    } else if last.has(Concept::At) {
        Lead::At
    } else if last.has(Concept::For) {
        Lead::For
    } else {
        Lead::Start
    }
}

/// `chargée de clientèle`, `Head of Design`: the preposition belongs to the role before it.
fn goes_on_with_role(scene: &Scene<'_>, from: usize, at: usize) -> bool {
    const OF: [&str; 9] = ["de", "d", "des", "du", "of", "di", "del", "da", "ds"];
    let reading = &scene.title;
    // `Infermiere/a di sala`
    let before = |at: usize| {
        at.saturating_sub(if is_gendered_ending(scene, at - 1) {
            2
        } else {
            1
        })
    };
    at > from
        && OF.contains(&reading.word(at))
        && reading
            .meaning(before(at))
            .any(&[Concept::RoleWord, Concept::Leader])
}

/// Prepositions inside names do not cut: they must stand between spaces.
fn is_free_word(scene: &Scene<'_>, at: usize, length: usize) -> bool {
    let reading = &scene.title;
    let text = reading.original();
    let (Some(token), Some(last)) = (reading.tokens.get(at), reading.tokens.get(at + length - 1))
    else {
        return false;
    };
    let before = text
        .get(..token.start)
        .and_then(|head| head.chars().next_back());
    let after = text.get(last.end..).and_then(|tail| tail.chars().next());
    // `De Korenmaat`, `Made In Ulm`: written large inside a title, it belongs to a name.
    let large = at > 0
        && text
            .get(token.start..last.end)
            .is_some_and(|word| word.chars().next().is_some_and(char::is_uppercase));
    let shouting = text
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase);
    if large && !shouting {
        return false;
    }
    let edge = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "([|:,/.".contains(c));
    let unspaced = reading.word(at).chars().any(is_unspaced);
    !unspaced && edge(before) && edge(after)
}

/// `3pm`, `14h`: a time of day ends what stands before it.
fn is_clock(word: &str) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.len() < word.len() && ["am", "pm", "h", "uhr"].contains(&unit)
}

/// `Acme x Mira`: a letter that stands for a mark between two names.
fn is_cross(scene: &Scene<'_>, at: usize) -> bool {
    let reading = &scene.title;
    reading.word(at) == "x"
        && at > 0
        && at + 1 < reading.tokens.len()
        && ((0..reading.tokens.len()).any(|word| scene.is_user_name(reading.span(word, word + 1)))
            || scene.is_user_name(reading.span(0, at))
            || scene.is_user_name(reading.span(at + 1, reading.tokens.len())))
}

fn opens_quote(scene: &Scene<'_>, at: usize) -> bool {
    scene.title.between(at).contains(['【', '「', '『', '《'])
}

/// The mark between word `at` and the one before it that ends a part.
fn mark_before(scene: &Scene<'_>, at: usize) -> Option<Lead> {
    let gap = scene.title.between(at);
    if gap.trim().is_empty()
        || is_gendered_ending(scene, at)
        || is_with_stroke(scene, at)
        || is_joined_by_plus(&scene.title, at)
    {
        return None;
    }
    if gap.contains(['(', '[', '【', '「', '『', '（', '《', '{']) {
        return Some(Lead::Bracket);
    }
    if gap.contains('@') {
        return Some(Lead::At);
    }
    let spaced = gap.starts_with(char::is_whitespace) || gap.ends_with(char::is_whitespace);
    if gap.contains([
        '|', ':', '–', '—', '·', '•', '：', '｜', '>', '→', ';', '~', '!', '?', '‑', '<', '\n',
        '"', '“', '”', '…', '#', '－', '＿', '／', '＠',
    ]) || gap.contains([')', ']', '】', '」', '』', '）', '》'])
        || gap.contains('_')
        || gap.contains('×')
        || (spaced && gap.contains(['-', '/', '*', '.']) && !gap.trim().eq("."))
        || gap.contains(['-', '/']) && is_between_unspaced(scene, at)
    {
        return Some(Lead::Mark);
    }
    if gap.contains([',', '，', '、', '+', '＋', '・']) {
        // `Acme, Inc.` is one name.
        let form = scene.title.meaning(at).has(Concept::LegalForm) && gap.contains(',') && at > 0;
        return (!form).then_some(Lead::List);
    }
    // `//` without spaces, `<>`, and the like.
    (gap.contains("//") || gap.contains("--")).then_some(Lead::Mark)
}

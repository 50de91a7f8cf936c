//! What people jot down in English, made fit for a sentence where the grammar is sure: abbreviations
//! written out, "I asked what …" without its beginning, the article before one thing among others.

/// Ways to say that it was talked about, before a clause.
const ASKED: [&str; 12] = [
    "i asked ",
    "i asked her ",
    "i asked him ",
    "i asked them ",
    "i asked you ",
    "she asked ",
    "he asked ",
    "they asked ",
    "you asked ",
    "she told me ",
    "he told me ",
    "you told me ",
];

/// Words that begin such a clause.
const CLAUSES: [&str; 7] = ["how", "why", "what", "when", "where", "whether", "which"];

/// Abbreviations of notes, and what they stand for.
const ABBREVIATIONS: [(&str, &str); 8] = [
    ("esp.", "especially"),
    ("incl.", "including"),
    ("approx.", "about"),
    ("vs.", "versus"),
    ("w/", "with"),
    ("w/o", "without"),
    ("re:", "about"),
    ("&", "and"),
];

/// Things of which a team has one or several, so that one of them takes an article.
const THINGS: &str = "\
    audit backlog budget campaign case checkout dashboard deployment exercise expansion framework \
    handover incident initiative launch merger migration model move opening pathway pipeline plan \
    platform process product program programme project queue redesign refactoring release \
    relocation reorganisation reorganization restructuring rewrite roadmap rollout rota rotation \
    schedule shift strategy survey system team tender transition upgrade warehouse workflow";

/// Words before which a topic ends: "store opening in March" is an opening.
const AFTER_HEAD: [&str; 10] = [
    "at", "by", "for", "from", "in", "of", "on", "to", "under", "with",
];

/// A jotting as it would stand in a sentence.
pub(super) fn read_out(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').map(written_out).collect();
    let text = words.join(" ");
    let text = without_asking(&text).to_owned();
    if takes_article(&text) {
        format!("the {text}")
    } else {
        text
    }
}

fn written_out(word: &str) -> &str {
    let long = ABBREVIATIONS.iter().find(|(short, _)| *short == word);
    long.map_or(word, |(_, long)| long)
}

fn without_asking(text: &str) -> &str {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return text;
    }
    let rests = ASKED.iter().filter_map(|it| lower.strip_prefix(it));
    let clause = |rest: &&str| {
        let first = rest.split(' ').next().unwrap_or_default();
        CLAUSES.contains(&first)
    };
    let rest = rests.filter(clause).min_by_key(|it| it.len());
    rest.and_then(|it| text.get(text.len() - it.len()..))
        .unwrap_or(text)
}

/// Whether it names one thing among others, with nothing before it that tells which.
fn takes_article(text: &str) -> bool {
    let words: Vec<String> = text.split(' ').map(str::to_lowercase).collect();
    let end = words
        .iter()
        .position(|it| AFTER_HEAD.contains(&it.as_str()));
    let head = words.get(..end.unwrap_or(words.len())).unwrap_or_default();
    let Some(last) = head.last() else {
        return false;
    };
    let determined = head.first().is_some_and(|first| {
        DETERMINERS.contains(&first.as_str())
            || CLAUSES.contains(&first.as_str())
            || first.ends_with("'s")
            || first.ends_with("’s")
            || first.ends_with("ing")
            || first.starts_with(|it: char| it.is_ascii_digit())
    });
    let plain = head
        .iter()
        .all(|it| it.chars().all(|c| c.is_alphanumeric() || c == '-'));
    !determined && plain && head.len() <= 4 && THINGS.split(' ').any(|it| it == last)
}

const DETERMINERS: [&str; 26] = [
    "a", "an", "the", "this", "that", "these", "those", "my", "your", "our", "their", "his", "her",
    "its", "some", "any", "each", "every", "no", "one", "two", "three", "i", "we", "they", "you",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jottings_are_made_fit_for_a_sentence() {
        for (typed, expected) in [
            ("on-call rotation", "the on-call rotation"),
            ("Workday migration", "the Workday migration"),
            ("store opening in March", "the store opening in March"),
            (
                "caching, esp. invalidation",
                "caching, especially invalidation",
            ),
            (
                "I asked what the first weeks look like",
                "what the first weeks look like",
            ),
            ("She told me how the team is run", "how the team is run"),
            ("roadmap", "the roadmap"),
        ] {
            assert_eq!(read_out(typed), expected, "{typed}");
        }
    }

    #[test]
    fn what_is_sure_of_itself_is_left() {
        for typed in [
            "the roadmap",
            "your on-call rotation",
            "moving to a new platform",
            "Kafka",
            "AI safety",
            "design tokens",
            "I asked about parental leave",
            "I asked for the plan",
            "she told me a story",
            "Priya's project",
            "climbing",
            "how they plan a release",
            "",
        ] {
            assert_eq!(read_out(typed), typed, "{typed}");
        }
    }
}

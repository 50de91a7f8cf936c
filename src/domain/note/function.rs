//! Which selling point speaks to whom: an engineer hears of systems, a recruiter of people.

/// Beginnings of words that tell a function, in titles and in what people say of themselves.
const FUNCTIONS: [&[&str]; 8] = [
    &[
        "engineer",
        "develop",
        "software",
        "program",
        "architect",
        "technical",
        "technology",
        "cto",
        "devops",
        "sre",
        "backend",
        "frontend",
        "platform",
        "infrastructure",
        "security",
        "rust",
        "python",
        "java",
        "kubernetes",
        "cloud",
        "system",
        "entwickl",
        "ingenieur",
        "ingénieur",
        "développ",
        "ingenier",
        "desarroll",
        "informatik",
    ],
    &[
        "data",
        "analy",
        "machine",
        "ml",
        "ai",
        "scien",
        "statist",
        "research",
        "daten",
        "données",
        "datos",
        "forsch",
        "recherche",
        "investiga",
    ],
    &["product", "roadmap", "produkt", "produit", "producto"],
    &[
        "design",
        "ux",
        "ui",
        "usability",
        "brand",
        "diseñ",
        "gestalt",
    ],
    &[
        "recruit", "talent", "people", "hr", "human", "team", "mentor", "coach", "culture", "lead",
        "led", "manag", "hir", "personal", "équipe", "equipo",
    ],
    &[
        "sales", "account", "customer", "client", "partner", "business", "revenue", "vertrieb",
        "kunden", "vente", "venta", "cliente",
    ],
    &[
        "market",
        "content",
        "growth",
        "campaign",
        "communicat",
        "press",
        "kommunikation",
    ],
    &[
        "financ", "cfo", "controll", "audit", "budget", "tax", "finanz", "payment", "billing",
    ],
];

/// Whether a point speaks of what somebody with this title does.
pub(super) fn fits(point: &str, title: &str) -> bool {
    let functions = |text: &str| {
        let words = words(text);
        FUNCTIONS.map(|starts| words.iter().any(|word| is_one(word, starts)))
    };
    let (point, title) = (functions(point), functions(title));
    point
        .into_iter()
        .zip(title)
        .any(|(one, other)| one && other)
}

fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|it: char| !it.is_alphanumeric())
        .map(str::to_owned)
        .collect()
}

/// Short words must be the whole word: "ai" is not in "aim".
fn is_one(word: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| {
        if start.chars().count() <= 3 {
            word == *start
        } else {
            word.starts_with(start)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_speaks_to_those_who_do_the_same() {
        for (point, title) in [
            ("Rust in production", "Staff Engineer"),
            ("led a team of four", "Head of People"),
            ("five years of payment systems", "CFO"),
            ("Datenanalyse mit Python", "Data Scientist"),
        ] {
            assert!(fits(point, title), "{point} {title}");
        }
        for (point, title) in [
            ("Rust in production", "Recruiter"),
            ("I aim high", "AI Researcher"),
            ("led a team of four", ""),
            ("", "Engineer"),
        ] {
            assert!(!fits(point, title), "{point} {title}");
        }
    }
}

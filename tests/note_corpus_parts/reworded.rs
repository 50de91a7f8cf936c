//! The fact guard on thousands of notes: another version of a note is an honest rewording of it, and
//! with a fact put in that nobody told it is none.

use std::collections::BTreeMap;

use afternote::domain::note::{
    compose::{Brief, compose},
    facts::{self, Parts},
    language::Language,
};
use serde_json::json;

use super::{inputs, report};

const VERSIONS: u32 = 6;

/// What is put in, by language: a number, a date, names, deeds, promises, addresses, remarks.
const INVENTED: [(Language, &[&str]); 4] = [
    (
        Language::English,
        &[
            "I have led 12 people.",
            "We met on Wednesday.",
            "As we discussed your Kubernetes migration, I am glad.",
            "Plumtree was great, too.",
            "I was happy at Plumtree.",
            "Tom and I spoke about it.",
            "I am certified.",
            "You promised me an answer.",
            "See https://example.com for more.",
            "I attach my resume.",
            "I won an award for this.",
            "Here is a rewritten version.",
            "My salary was good.",
            "I moved to London.",
            "My team is here.",
            "I have the job.",
            "You want me.",
        ],
    ),
    (
        Language::German,
        &[
            "Ich habe 12 Leute geführt.",
            "Wir haben uns am Mittwoch getroffen.",
            "Auch bei Pflaumenbaum war es gut.",
            "Mit Tom habe ich darüber gesprochen.",
            "Ich bin zertifiziert.",
            "Sie haben mir eine Antwort versprochen.",
            "Mehr auf www.example.com.",
            "Mein Lebenslauf ist dabei.",
            "Ich wohne in London.",
            "Mein Team ist dabei.",
            "Ich habe die Stelle bekommen.",
        ],
    ),
    (
        Language::French,
        &[
            "J’ai dirigé 12 personnes.",
            "Nous nous sommes vus mercredi.",
            "Chez Prunier, c’était bien aussi.",
            "J’en ai parlé avec Tom.",
            "Je suis certifiée.",
            "Vous m’avez promis une réponse.",
            "Voir www.example.com.",
            "Mon diplôme est utile.",
            "Je vis à Londres.",
            "Mon équipe est là.",
            "J’ai le poste.",
        ],
    ),
    (
        Language::Spanish,
        &[
            "He dirigido a 12 personas.",
            "Nos vimos el miércoles.",
            "En Ciruelo también fue bueno.",
            "Hablé de ello con Tom.",
            "Estoy certificada.",
            "Me prometió una respuesta.",
            "Más en www.example.com.",
            "Mi diploma es útil.",
            "Vivo en Londres.",
            "Mi equipo está aquí.",
            "Tengo el puesto.",
        ],
    ),
];

#[test]
fn another_version_passes_unless_it_leaves_something_out_and_no_invention_does() {
    let mut refused: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut accepted, mut invented) = (0, 0);
    let mut wrong = Vec::new();
    for inputs in inputs::ALL {
        let points: Vec<String> = inputs.points.iter().map(|it| (*it).to_owned()).collect();
        let (_, facts_of_nobody) = INVENTED
            .iter()
            .find(|(it, _)| *it == inputs.language)
            .unwrap();
        for specific in inputs.specifics {
            let brief = inputs::brief(inputs, specific, &points);
            let expectation = inputs::expectation(&brief);
            let first = compose(&brief);
            for variant in 1..VERSIONS {
                let other = compose(&Brief {
                    variant,
                    ..brief.clone()
                });
                let message = Parts::of(&other.body, &expectation).message;
                let verdict = facts::check(&first.subject, &first.body, message, &expectation);
                if let Err(refusal) = verdict {
                    *refused.entry(refusal.code).or_default() += 1;
                    // Some sentences alone say "no", "months", "a thousand thanks", or the employer.
                    let may = ["left_out", "denial", "date", "number", "short", "long"];
                    if !may.contains(&refusal.code) {
                        wrong.push(format!("{refusal:?} {message}"));
                    }
                    continue;
                }
                accepted += 1;
                for fact in *facts_of_nobody {
                    let proposal = format!("{message} {fact}");
                    let verdict =
                        facts::check(&first.subject, &first.body, &proposal, &expectation);
                    invented += 1;
                    if verdict.is_ok() {
                        wrong.push(format!("{fact} in {proposal}"));
                    }
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    let all = accepted + refused.values().sum::<usize>();
    assert!(accepted > 50, "{accepted} of {all}: {refused:?}");
    report::write(
        "reworded",
        &[
            ("reworded_versions", json!(all)),
            ("reworded_versions_accepted", json!(accepted)),
            ("reworded_inventions", json!(invented)),
            ("reworded_inventions_accepted", json!(0)),
        ],
    );
    println!("{accepted} of {all} versions accepted, {refused:?}; {invented} inventions refused");
}

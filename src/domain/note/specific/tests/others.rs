//! German, French and Spanish.

use super::*;

fn names(text: &str) -> Shape {
    Shape::Topic(text.to_owned())
}

fn inside(text: &str) -> Shape {
    Shape::Inside(text.to_owned())
}

fn mine(text: &str) -> Shape {
    Shape::Mine(text.to_owned())
}

fn tells(text: &str) -> Shape {
    Shape::Sentence(text.to_owned())
}

fn asks(text: &str) -> Shape {
    Shape::Question(text.to_owned())
}

fn clauses(text: &str) -> Shape {
    Shape::Clause(text.to_owned())
}

fn all(language: Language, rows: &[(&str, Shape)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(typed, expected)| {
            let found = shape(typed, language, Address::Polite, Some("Priya Shah"));
            (found.as_ref() != Some(expected))
                .then(|| format!("{typed}: {found:?}, not {expected:?}"))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn german_jottings() {
    all(
        Language::German,
        &[
            (
                "Wir haben über die Rufbereitschaft gesprochen",
                inside("die Rufbereitschaft"),
            ),
            (
                "Wir haben über ihre Umstellung geredet",
                inside("Ihre Umstellung"),
            ),
            ("Haben über Kafka geredet", names("Kafka")),
            (
                "wir haben uns lange über den neuen Plan unterhalten",
                names("der neue Plan"),
            ),
            (
                "Es ging um ihren Umzug nach Köln",
                names("Ihr Umzug nach Köln"),
            ),
            (
                "fand die Offenheit toll",
                mine("Ich fand die Offenheit toll"),
            ),
            ("Ist Homeoffice möglich?", asks("Ist Homeoffice möglich")),
            (
                "Wie ist die Rufbereitschaft organisiert?",
                asks("Wie ist die Rufbereitschaft organisiert"),
            ),
            ("z. B. Kafka", names("Kafka")),
            (
                "wie sie das Team aufgebaut hat",
                clauses("wie Sie das Team aufgebaut haben"),
            ),
            ("wie er zur Firma kam", clauses("wie Sie zur Firma kamen")),
            ("seine Zeit bei Siemens", inside("Ihre Zeit bei Siemens")),
            ("sie zieht nach Köln", tells("Sie ziehen nach Köln")),
            ("Sie hat drei Kinder", tells("Sie haben drei Kinder")),
            (
                "Das Team zieht nach Köln",
                tells("Das Team zieht nach Köln"),
            ),
            ("Danke für den Tipp", tells("der Tipp")),
            (
                "Die Frage, ob Teilzeit möglich ist",
                names("die Frage, ob Teilzeit möglich ist"),
            ),
            (
                "Priya hat mir vom Umzug erzählt",
                tells("Sie haben mir vom Umzug erzählt"),
            ),
        ],
    );
    for typed in [
        "nichts",
        "Keine Ahnung",
        "k. A.",
        "weiß nicht mehr",
        "Wir haben über",
    ] {
        assert_eq!(
            shape(typed, Language::German, Address::Polite, None),
            None,
            "{typed}"
        );
    }
}

#[test]
fn french_jottings() {
    all(
        Language::French,
        &[
            ("Nous avons parlé du télétravail", names("le télétravail")),
            ("Nous avons parlé des astreintes", names("les astreintes")),
            ("Nous avons parlé d'escalade", tells("escalade")),
            (
                "On a beaucoup discuté du télétravail",
                names("le télétravail"),
            ),
            ("Nous avons échangé sur la migration", names("la migration")),
            ("escalade", tells("escalade")),
            ("Kafka", tells("Kafka")),
            (
                "comment ils organisent les astreintes",
                clauses("comment vous organisez les astreintes"),
            ),
            (
                "pourquoi elle a quitté Paris",
                clauses("pourquoi vous avez quitté Paris"),
            ),
            (
                "sa passion pour l’escalade",
                names("votre passion pour l’escalade"),
            ),
            ("Y a-t-il du télétravail ?", asks("y a-t-il du télétravail")),
            (
                "Est-ce que l’équipe est grande ?",
                asks("est-ce que l’équipe est grande"),
            ),
            ("L’équipe est grande", tells("l’équipe est grande")),
            ("que l’équipe grandit", tells("l’équipe grandit")),
            ("Merci pour le livre", tells("le livre")),
        ],
    );
    for typed in ["rien", "Je ne sais plus", "n/a"] {
        assert_eq!(
            shape(typed, Language::French, Address::Polite, None),
            None,
            "{typed}"
        );
    }
}

#[test]
fn spanish_jottings() {
    all(
        Language::Spanish,
        &[
            ("Hablamos del teletrabajo", names("el teletrabajo")),
            ("Hablamos mucho de las guardias", names("las guardias")),
            ("Charlamos sobre Kafka", names("Kafka")),
            ("Me habló de su equipo", names("su equipo")),
            ("Me gustó cómo trabajan", mine("me gustó cómo trabajan")),
            ("Es un equipo pequeño", tells("es un equipo pequeño")),
            (
                "El equipo se muda a Valencia",
                tells("el equipo se muda a Valencia"),
            ),
            ("Gracias por el libro", tells("el libro")),
            ("¿Hay teletrabajo?", asks("hay teletrabajo")),
            ("que el equipo crece", tells("el equipo crece")),
            ("por el teletrabajo", tells("por el teletrabajo")),
            ("por qué dejaron SQL", clauses("por qué dejaron SQL")),
            (
                "cómo ella llegó a los datos",
                clauses("cómo llegó a los datos"),
            ),
            (
                "ella también es de Burgos",
                tells("usted también es de Burgos"),
            ),
            ("teletrabajo", names("teletrabajo")),
        ],
    );
    for typed in ["nada", "No me acuerdo", "ni idea."] {
        assert_eq!(
            shape(typed, Language::Spanish, Address::Polite, None),
            None,
            "{typed}"
        );
    }
}

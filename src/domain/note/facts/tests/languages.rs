//! The same in German, French and Spanish.

use super::*;

struct Note {
    language: Language,
    body: &'static str,
    recipient: &'static str,
    specific: &'static str,
    fine: &'static [(&'static str, &'static str)],
    refused: &'static [(&'static str, &'static str, &'static str)],
}

const OTHERS: [Note; 3] = [
    Note {
        language: Language::German,
        body: "Guten Tag Frau Shah,

vielen Dank für das Gespräch am Dienstag und dafür, dass wir über die Stelle bei Kettlefish sprechen konnten. Am meisten ist mir eines in Erinnerung geblieben: der Umzug der Abrechnung auf neue Systeme.

Mein Interesse an dieser Aufgabe ist seither noch gewachsen, und mit fünf Jahren Erfahrung freue ich mich darauf, von Ihnen zu hören.

Mit freundlichen Grüßen
Jordan Reyes",
        recipient: "Frau Shah",
        specific: "der Umzug der Abrechnung auf neue Systeme",
        fine: &[
            ("vielen Dank für", "herzlichen Dank für"),
            ("dass wir über die Stelle bei Kettlefish sprechen konnten", "dass Sie mit mir über die Stelle bei Kettlefish gesprochen haben"),
            ("ist mir eines in Erinnerung geblieben: der", "hat mich ein Punkt interessiert: der"),
            ("neue Systeme", "neuen Systemen"),
            ("ist seither noch gewachsen", "ist dadurch noch stärker geworden"),
            ("fünf Jahren", "5 Jahren"),
        ],
        refused: &[
            ("am Dienstag", "am Donnerstag", "date"),
            ("fünf Jahren", "zehn Jahren", "number"),
            ("bei Kettlefish", "bei Pflaumenbaum", "word"),
            ("bei Kettlefish", "in Ihrem Team", "left_out"),
            ("der Umzug der Abrechnung", "alles", "left_out"),
            ("von Ihnen", "von dir", "form"),
            ("freue ich mich", "freue ich mich nicht", "denial"),
            ("Erfahrung", "Erfahrung als Teamleiter", "word"),
            ("vielen Dank", "Hier ist die überarbeitete Fassung: vielen Dank", "chatter"),
        ],
    },
    Note {
        language: Language::French,
        body: "Bonjour Priya,

Merci pour notre échange de mardi au sujet du poste chez Kettlefish. Ce que vous avez dit de la migration de la facturation m’a beaucoup intéressé, et j’y pense encore.

Mon envie de vous rejoindre est plus grande que jamais ; avec cinq ans de paiement en ligne, je me sens prêt. Je reste à votre disposition pour toute question.

Cordialement,
Jordan Reyes",
        recipient: "Priya Shah",
        specific: "la migration de la facturation",
        fine: &[
            ("Merci pour notre échange", "Je vous remercie pour notre échange"),
            ("m’a beaucoup intéressé", "m’a vraiment passionné"),
            ("Je reste à votre disposition", "N’hésitez pas à me contacter"),
            ("cinq ans", "5 ans"),
        ],
        refused: &[
            ("de mardi", "de jeudi", "date"),
            ("cinq ans", "dix ans", "number"),
            ("chez Kettlefish", "chez Prunier", "word"),
            ("la migration de la facturation", "tout cela", "left_out"),
            ("vous rejoindre", "te rejoindre", "form"),
            ("je me sens prêt", "j’ai dirigé une équipe", "word"),
            ("Merci", "Voici une reformulation : Merci", "chatter"),
        ],
    },
    Note {
        language: Language::Spanish,
        body: "Hola, Priya:

Gracias por la conversación del martes sobre el puesto en Kettlefish. Lo que más me interesó fue la migración de la facturación, y sigo pensando en ella.

Mi interés por el puesto ha crecido desde entonces; con cinco años de experiencia en pagos, me siento preparado. Quedo a su disposición para cualquier pregunta.

Un cordial saludo,
Jordan Reyes",
        recipient: "Priya Shah",
        specific: "la migración de la facturación",
        fine: &[
            ("Gracias por", "Muchas gracias por"),
            ("Lo que más me interesó fue", "Me pareció muy interesante"),
            ("ha crecido desde entonces", "es ahora mucho mayor"),
            ("cinco años", "5 años"),
        ],
        refused: &[
            ("del martes", "del jueves", "date"),
            ("cinco años", "diez años", "number"),
            ("en Kettlefish", "en Ciruelo", "word"),
            ("la migración de la facturación", "todo aquello", "left_out"),
            ("a su disposición", "contigo", "form"),
            ("me siento preparado", "nunca me siento preparado", "denial"),
            ("en pagos", "en pagos y logística", "word"),
        ],
    },
];

#[test]
fn the_other_languages_are_guarded_alike() {
    for note in &OTHERS {
        let expectation = Expectation {
            language: note.language,
            recipient: Some(note.recipient),
            employer: Some("Kettlefish"),
            specific: note.specific,
            sender: "Jordan Reyes",
            signature: "Jordan Reyes",
            ..Expectation::default()
        };
        let message = Parts::of(note.body, &expectation).message;
        let verdict = |part: &str, with: &str| {
            assert!(message.contains(part), "{part}");
            let proposal = message.replacen(part, with, 1);
            check("", note.body, &proposal, &expectation)
        };
        for (part, with) in note.fine {
            let found = verdict(part, with);
            assert!(found.is_ok(), "{with}: {found:?}");
        }
        for (part, with, code) in note.refused {
            let found = verdict(part, with).expect_err(with);
            assert_eq!(found.code, *code, "{with}: {found:?}");
        }
    }
}

/// Who did it, and claims, in the other languages: body, selling point, honest words, and others.
struct Deed {
    language: Language,
    body: &'static str,
    specific: &'static str,
    point: &'static str,
    fine: &'static [(&'static str, &'static str)],
    refused: &'static [(&'static str, &'static str, &'static str)],
}

const DEEDS: [Deed; 3] = [
    Deed {
        language: Language::German,
        body: "Guten Tag Priya Shah,

vielen Dank für das Gespräch über die Stelle bei Kettlefish. Besonders spannend fand ich den Punkt: wie Sie die Abrechnung umgestellt haben.

Ich habe ein Team von vier Personen geleitet, und das würde ich gern einbringen. Mein Interesse an der Stelle ist gewachsen.

Beste Grüße
Jordan Reyes",
        specific: "wie sie die Abrechnung umgestellt haben",
        point: "Ich habe ein Team von vier Personen geleitet",
        fine: &[
            ("Ich habe ein Team von vier Personen geleitet, und", "Ich habe bereits ein Team von vier Personen geleitet;"),
            ("wie Sie die Abrechnung umgestellt haben", "dass Sie die Abrechnung umgestellt haben"),
        ],
        refused: &[
            ("Ich habe ein Team", "Sie haben ein Team", "who"),
            ("Ich habe ein Team", "Wir haben ein Team", "who"),
            ("wie Sie die Abrechnung umgestellt haben", "wie wir die Abrechnung umgestellt haben", "who"),
            ("Mein Interesse an der Stelle ist gewachsen.", "Ich habe die Stelle bekommen, und wir haben alles besprochen.", "word"),
            ("von vier Personen geleitet, und", "von vier, und", "left_out"),
        ],
    },
    Deed {
        language: Language::French,
        body: "Bonjour Priya,

Merci pour notre échange au sujet du poste chez Kettlefish. J’ai noté une chose en particulier : comment vous avez migré la facturation.

J’ai dirigé une équipe de quatre personnes, et je voudrais apporter cela à votre équipe. Mon intérêt pour le poste est plus grand encore.

Cordialement,
Jordan Reyes",
        specific: "comment vous avez migré la facturation",
        point: "J’ai dirigé une équipe de quatre personnes",
        fine: &[("plus grand encore", "encore plus grand")],
        refused: &[
            ("J’ai dirigé une équipe", "Vous avez dirigé une équipe", "who"),
            ("comment vous avez migré", "comment j’ai migré", "who"),
            ("comment vous avez migré la facturation", "comment la facturation est migré par mon équipe", "word"),
            ("Mon intérêt pour le poste est plus grand encore.", "J’ai le poste et mon équipe aussi.", "word"),
        ],
    },
    Deed {
        language: Language::Spanish,
        body: "Hola, Priya:

Gracias por la conversación sobre el puesto en Kettlefish. Me quedo con una cosa: cómo ustedes han migrado la facturación.

He dirigido un equipo de cuatro personas, y me gustaría aportar eso a su equipo. Mi interés por el puesto es todavía mayor.

Un cordial saludo,
Jordan Reyes",
        specific: "cómo han migrado la facturación",
        point: "He dirigido un equipo de cuatro personas",
        fine: &[("todavía mayor", "ahora mayor")],
        refused: &[
            ("He dirigido un equipo", "Ha dirigido un equipo", "who"),
            ("cómo ustedes han migrado", "cómo he migrado", "who"),
            ("Mi interés por el puesto es todavía mayor.", "Tengo el puesto y mi equipo también.", "word"),
        ],
    },
];

#[test]
fn who_did_it_stays_the_same_in_the_other_languages() {
    for deed in &DEEDS {
        let points = [deed.point.to_owned()];
        let expectation = Expectation {
            language: deed.language,
            recipient: Some("Priya Shah"),
            employer: Some("Kettlefish"),
            specific: deed.specific,
            selling_points: &points,
            sender: "Jordan Reyes",
            signature: "Jordan Reyes",
            ..Expectation::default()
        };
        let message = Parts::of(deed.body, &expectation).message;
        let verdict = |part: &str, with: &str| {
            assert!(message.contains(part), "{part}");
            check(
                "",
                deed.body,
                &message.replacen(part, with, 1),
                &expectation,
            )
        };
        for (part, with) in deed.fine {
            let found = verdict(part, with);
            assert!(found.is_ok(), "{with}: {found:?}");
        }
        for (part, with, code) in deed.refused {
            let found = verdict(part, with).expect_err(with);
            assert_eq!(found.code, *code, "{with}: {found:?}");
        }
    }
}

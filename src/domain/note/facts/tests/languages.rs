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

//! What is written above a note, by language, tone and name.

use super::*;

#[track_caller]
fn check(language: Language, tone: Tone, name: &str, expected: &str) {
    let found = greeting(language, tone, Address::Polite, Some(name));
    assert_eq!(found, expected, "{name}");
}

/// The cells of a table, by line.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = table.lines().filter(|it| !it.is_empty());
    lines.map(|it| it.split('|').map(str::trim).collect())
}

/// A cell with a dash stands for the greeting that names nobody.
fn expected(language: Language, cell: &str) -> &str {
    if cell == "-" {
        nameless(language)
    } else {
        cell
    }
}

/// The name; English warm and formal, German, French and Spanish warm.
const NAMES: &str = "
Frau Kessler | Dear Ms. Kessler, | Dear Ms. Kessler, | Liebe Frau Kessler, | Bonjour Madame Kessler, | Estimada Sra. Kessler:
Mr. Smith | Dear Mr. Smith, | Dear Mr. Smith, | Lieber Herr Smith, | Bonjour Monsieur Smith, | Estimado Sr. Smith:
Ms Priya Shah | Hi Priya, | Dear Ms Shah, | Liebe Frau Shah, | Bonjour Madame Shah, | Estimada Sra. Shah:
Dr. Lee | Dear Dr. Lee, | Dear Dr. Lee, | Guten Tag Dr. Lee, | Bonjour Dr Lee, | Buenos días, Dr. Lee:
Dr. Holger Fink | Hi Holger, | Dear Dr. Fink, | Guten Tag Dr. Holger Fink, | Bonjour Dr Holger Fink, | Buenos días, Dr. Holger Fink:
Herr Prof. Dr. Müller | Dear Prof. Müller, | Dear Prof. Müller, | Lieber Herr Prof. Müller, | Bonjour Monsieur Müller, | Estimado Dr. Müller:
Frau Dr. Müller | Dear Dr. Müller, | Dear Dr. Müller, | Liebe Frau Dr. Müller, | Bonjour Madame Müller, | Estimada Dra. Müller:
Mme Hénaff | Dear Ms. Hénaff, | Dear Ms. Hénaff, | Liebe Frau Hénaff, | Bonjour Madame Hénaff, | Estimada Sra. Hénaff:
Mlle Petit | Dear Ms. Petit, | Dear Ms. Petit, | Liebe Frau Petit, | Bonjour Madame Petit, | Estimada Sra. Petit:
M. Joncour | Dear M. Joncour, | Dear M. Joncour, | Guten Tag M. Joncour, | Bonjour Monsieur Joncour, | Buenos días, M. Joncour:
Señor Ruiz | Dear Mr. Ruiz, | Dear Mr. Ruiz, | Lieber Herr Ruiz, | Bonjour Monsieur Ruiz, | Estimado Sr. Ruiz:
Don Juan Pérez | Hi Juan, | Dear Mr. Pérez, | Lieber Herr Pérez, | Bonjour Monsieur Pérez, | Estimado Sr. Pérez:
doña María | Hi María, | Dear María, | Guten Tag María, | Bonjour María, | Estimada doña María:
Sra. Pérez Gómez | Dear Ms. Pérez Gómez, | Dear Ms. Pérez Gómez, | Liebe Frau Pérez Gómez, | Bonjour Madame Pérez Gómez, | Estimada Sra. Pérez Gómez:
Sra. Ana de la Cruz | Hi Ana, | Dear Ms. de la Cruz, | Liebe Frau de la Cruz, | Bonjour Madame de la Cruz, | Estimada Sra. De la Cruz:
Herr von Bülow | Dear Mr. von Bülow, | Dear Mr. von Bülow, | Lieber Herr von Bülow, | Bonjour Monsieur von Bülow, | Estimado Sr. Von Bülow:
Mr. De Niro | Dear Mr. De Niro, | Dear Mr. De Niro, | Lieber Herr De Niro, | Bonjour Monsieur De Niro, | Estimado Sr. De Niro:
Mr. Gabriel García Márquez | Hi Gabriel, | Dear Mr. Gabriel García Márquez, | Lieber Herr Gabriel García Márquez, | Bonjour Monsieur Gabriel García Márquez, | Estimado Sr. Gabriel García Márquez:
AMSELLEM Clotilde | Hi Clotilde, | Dear Clotilde Amsellem, | Guten Tag Clotilde Amsellem, | Bonjour Clotilde Amsellem, | Buenos días, Clotilde Amsellem:
Priya Shah, CPA, MBA | Hi Priya, | Dear Priya Shah, | Guten Tag Priya Shah, | Bonjour Priya Shah, | Buenos días, Priya Shah:
el C.P. Alfonso Ruiz | Hi Alfonso, | Dear Alfonso Ruiz, | Guten Tag Alfonso Ruiz, | Bonjour Alfonso Ruiz, | Buenos días, Alfonso Ruiz:
Hiring Team | Dear Hiring Team, | Dear Hiring Team, | - | - | -
Talent Acquisition | - | - | - | - | -
Chefredaktion | - | - | - | - | -
da Silva | - | - | - | - | -
Lindner | Hi Lindner, | Dear Lindner, | - | - | -
Dana | Hi Dana, | Dear Dana, | Guten Tag Dana, | Bonjour Dana, | Buenos días, Dana:
";

#[test]
fn names_of_calendars_are_greeted_as_people_would() {
    let mut tried = 0;
    for row in rows(NAMES) {
        let [name, warm, formal, german, french, spanish] = row[..] else {
            panic!("{row:?}");
        };
        for (language, tone, cell) in [
            (Language::English, Tone::Warm, warm),
            (Language::English, Tone::Formal, formal),
            (Language::German, Tone::Warm, german),
            (Language::French, Tone::Warm, french),
            (Language::Spanish, Tone::Warm, spanish),
        ] {
            check(language, tone, name, expected(language, cell));
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
    let (german, formal) = (Language::German, Tone::Formal);
    let professor = "Sehr geehrter Herr Prof. Müller,";
    check(german, formal, "Herr Prof. Dr. Müller", professor);
    check(
        german,
        formal,
        "Frau Mag. Huber",
        "Sehr geehrte Frau Huber,",
    );
}

/// The name; English and German warm.
const TITLES: &str = "
Prof Koh | Dear Prof Koh, | Guten Tag Prof Koh,
mr. P. van Rhee | Dear Mr. van Rhee, | Lieber Herr van Rhee,
MR PROTEA | Dear Mr Protea, | Lieber Herr Protea,
Dott. Vaira | Dear Dott. Vaira, | Guten Tag Dott. Vaira,
dott.ssa Ilaria Vernazza | Hi Ilaria, | Liebe Frau Dott.ssa Vernazza,
lic. phil. Mirjam Kneubühl | Hi Mirjam, | Guten Tag Mirjam Kneubühl,
dna Cornea | Dear Ms. Cornea, | Liebe Frau Cornea,
Bc. Nikola Drápalová | Hi Nikola, | Guten Tag Nikola Drápalová,
Sir Ian | Dear Sir Ian, | Guten Tag Sir Ian,
TOM | Hi Tom, | Guten Tag Tom,
CEO | - | -
maya.lund@acme.example | - | -
Brume & Sel | - | -
";

#[test]
fn titles_of_other_countries_and_words_that_are_no_names() {
    for row in rows(TITLES) {
        let [name, english, german] = row[..] else {
            panic!("{row:?}");
        };
        for (language, cell) in [(Language::English, english), (Language::German, german)] {
            check(language, Tone::Warm, name, expected(language, cell));
        }
    }
}

#[test]
fn each_language_greets_as_it_does() {
    check(Language::English, Tone::Warm, "Shah, Priya", "Hi Priya,");
    check(
        Language::English,
        Tone::Formal,
        "Priya Shah",
        "Dear Priya Shah,",
    );
    check(Language::English, Tone::Plain, "J. Smith", "Dear J. Smith,");
    check(
        Language::German,
        Tone::Warm,
        "Priya Shah",
        "Guten Tag Priya Shah,",
    );
    check(
        Language::German,
        Tone::Formal,
        "Frau Priya Shah",
        "Sehr geehrte Frau Shah,",
    );
    check(
        Language::German,
        Tone::Warm,
        "Herr Tom Kovač",
        "Lieber Herr Kovač,",
    );
    check(
        Language::French,
        Tone::Warm,
        "Mme Claire Petit",
        "Bonjour Madame Petit,",
    );
    check(
        Language::French,
        Tone::Formal,
        "Claire Petit",
        "Bonjour Claire Petit,",
    );
    check(
        Language::Spanish,
        Tone::Warm,
        "Sr. Juan Pérez",
        "Estimado Sr. Pérez:",
    );
    check(
        Language::Spanish,
        Tone::Plain,
        "Ana Ruiz",
        "Buenos días, Ana Ruiz:",
    );
}

#[test]
fn what_the_user_calls_somebody_is_used_as_it_is() {
    for (language, tone, expected) in [
        (Language::English, Tone::Warm, "Hi Pri,"),
        (Language::English, Tone::Formal, "Dear Pri,"),
        (Language::German, Tone::Formal, "Guten Tag Pri,"),
        (Language::Spanish, Tone::Warm, "Buenos días, Pri:"),
    ] {
        assert_eq!(
            greeting_by(language, tone, Address::Polite, "Pri"),
            expected
        );
    }
}

#[test]
fn the_familiar_form_goes_with_the_first_name() {
    for (language, name, expected) in [
        (Language::English, "Priya Shah", "Hi Priya,"),
        (Language::German, "Frau Priya Shah", "Hallo Priya,"),
        (Language::French, "Mme Claire Petit", "Bonjour Claire,"),
        (Language::Spanish, "Sr. Juan Pérez", "Hola, Juan:"),
        (Language::German, "J. Smith", "Guten Tag J. Smith,"),
    ] {
        let found = greeting(language, Tone::Warm, Address::Familiar, Some(name));
        assert_eq!(found, expected);
    }
}

#[test]
fn nobody_is_greeted_without_a_name() {
    for (language, expected) in [
        (Language::English, "Hello,"),
        (Language::German, "Guten Tag,"),
        (Language::French, "Bonjour,"),
        (Language::Spanish, "Buenos días:"),
    ] {
        for address in Address::ALL {
            assert_eq!(greeting(language, Tone::Warm, address, None), expected);
            assert_eq!(
                greeting(language, Tone::Formal, address, Some(" ")),
                expected
            );
        }
    }
}

#[test]
fn a_title_that_the_user_calls_somebody_by_is_not_greeted_with_hi() {
    let polite = Address::Polite;
    for (call, expected) in [
        ("Ms. Shah", "Dear Ms. Shah,"),
        ("Dr. T", "Dear Dr. T,"),
        ("Doc", "Hi Doc,"),
    ] {
        let found = greeting_by(Language::English, Tone::Warm, polite, call);
        assert_eq!(found, expected);
    }
}

#[test]
fn no_name_breaks_a_greeting() {
    for name in [
        ",",
        ", ,",
        "(",
        "-",
        ".",
        "Dr.",
        "Herr Dr.",
        "Prof. Dr. med.",
        "Sra.",
        "M.",
        "M. ",
        "Don",
        "don",
        "von",
        "de la",
        "de la,",
        "y",
        "Mr. ,",
        ", Mr.",
        "PhD",
        "PhD, MBA",
        "\u{301}",
        "İ",
        "ß",
        "..",
        "a.b",
        "_._",
        "von der, Frau",
        "DE LA",
        "Mr. 田中",
        "O'",
        "J.-P.",
        "🎉",
        "Dr. Dr.",
        "Herr Frau",
        "x, y, z",
    ] {
        for language in Language::ALL {
            for tone in [Tone::Warm, Tone::Formal, Tone::Plain] {
                for address in Address::ALL {
                    let found = greeting(language, tone, address, Some(name));
                    assert!(found.ends_with([',', ':']), "{name}: {found}");
                    for wrong in ["  ", " ,", " :", ",,", ". ."] {
                        assert!(!found.contains(wrong), "{name}: {found}");
                    }
                }
            }
        }
    }
}

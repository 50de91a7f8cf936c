//! What the first line and the line above the signature teach, and what they must not.

use super::*;

#[test]
fn a_changed_greeting_teaches_its_form() {
    use Language::{English, French, German, Spanish};
    let (woman, man) = (Some(Gender::Woman), Some(Gender::Man));
    for (language, name, line, form, gender) in [
        (English, "Priya Shah", "Dear Priya,", "Dear {first},", None),
        (
            English,
            "Shah, Priya",
            "Dear Priya Shah,",
            "Dear {full},",
            None,
        ),
        (
            English,
            "Priya Shah",
            "Good morning Priya!",
            "Good morning {first}!",
            None,
        ),
        (English, "Priya Shah", "Priya –", "{first} –", None),
        (English, "Priya Shah", "Hi Priya", "Hi {first}", None),
        (
            English,
            "Ms. Priya Shah",
            "Dear Ms. Shah,",
            "Dear Ms. {last},",
            woman,
        ),
        (
            English,
            "田中 太郎",
            "Hello 田中 太郎,",
            "Hello {full},",
            None,
        ),
        (
            English,
            "J. Smith",
            "Hello J. Smith,",
            "Hello {full},",
            None,
        ),
        (German, "Priya Shah", "Hallo Priya,", "Hallo {first},", None),
        (
            German,
            "Priya Shah",
            "Moin Priya Shah!",
            "Moin {full}!",
            None,
        ),
        (
            German,
            "Frau Priya Shah",
            "Liebe Priya,",
            "Liebe {first},",
            woman,
        ),
        (
            German,
            "Frau Shah",
            "Guten Morgen Frau Shah,",
            "Guten Morgen Frau {last},",
            woman,
        ),
        (
            German,
            "Herr Tom Weber",
            "Sehr geehrter Herr Weber,",
            "Sehr geehrter Herr {last},",
            man,
        ),
        (
            French,
            "Claire Petit",
            "Bonsoir Claire,",
            "Bonsoir {first},",
            None,
        ),
        (
            French,
            "Mme Claire Petit",
            "Chère Madame Petit,",
            "Chère Madame {last},",
            woman,
        ),
        (Spanish, "Ana Ruiz", "Hola, Ana:", "Hola, {first}:", None),
        (
            Spanish,
            "Sr. Juan Pérez",
            "Querido Juan:",
            "Querido {first}:",
            man,
        ),
    ] {
        let expected = Some((form.to_owned(), gender));
        assert_eq!(greeted(&to(language, name), line), expected, "{line}");
    }
}

#[test]
fn a_greeting_that_may_fit_this_note_alone_teaches_nothing() {
    use Language::{English, French, German, Spanish};
    let long = format!("Hello {} Priya,", "oh ".repeat(20));
    for (language, name, line) in [
        (English, "Priya Shah", ""),
        (English, "Priya Shah", "   "),
        (English, "Priya Shah", "Hi Priya,"),
        (English, "Priya Shah", "Hi Pirya,"),
        (English, "Priya Shah", "Hi Pri,"),
        (English, "Priya Shah", "Hi there,"),
        (English, "Priya Shah", "Hi Tom,"),
        (English, "Priya Shah", "Hi Tom, hi Priya,"),
        (English, "Priya Shah", "Hi Priya and Tom,"),
        (English, "Priya Shah", "Hi Priya and team,"),
        (English, "Priya Shah", "Hi Shah Priya,"),
        (English, "Priya Shah", "Hi Priyanka,"),
        (
            English,
            "Priya Shah",
            "Hello Priya, thank you for your time.",
        ),
        (English, "Priya Shah", "Hello Priya."),
        (English, "Priya Shah", "<b>Hello</b> Priya,"),
        (English, "Priya Shah", "Hello {first} Priya,"),
        (English, "Priya Shah", "Hello 2 Priya,"),
        (English, "Priya Shah", &long),
        (English, "Priya Shah", "Dear Dr. Shah,"),
        (English, "Dr. Priya Shah", "Dear Dr. Shah,"),
        (English, "Priya Shah", "Dear Ms. Shah,"),
        (English, "Mr. Tom Shah", "Dear Ms. Shah,"),
        (English, "Priya Shah", "Dear Shah,"),
        (English, "田中 太郎", "Hello 田中さん,"),
        (German, "Priya Shah", "Guten Tag Priya Shah,"),
        (German, "Priya Shah", "Liebe Priya,"),
        (German, "Priya Shah", "Hallo liebe Priya,"),
        (German, "Priya Shah", "Sehr geehrte Frau Shah,"),
        (French, "Claire Petit", "Chère Claire,"),
        (Spanish, "Ana Ruiz", "Estimada Ana:"),
        (Spanish, "Ana Ruiz", "Estimada Sra. Ruiz:"),
    ] {
        assert_eq!(greeted(&to(language, name), line), None, "{line}");
    }
    let called = Brief {
        call: Some("Pri"),
        ..to(English, "Priya Shah")
    };
    for line in ["Dear Pri,", "Dear Priya,"] {
        assert_eq!(greeted(&called, line), None, "{line}");
    }
    let unknown = Brief {
        recipient: None,
        ..to(English, "")
    };
    assert_eq!(greeted(&unknown, "Good morning,"), None);
}

#[test]
fn a_changed_sign_off_is_taught_as_it_is_typed() {
    for (language, end, expected) in [
        (Language::English, "Best,\nJordan Reyes", "Best,"),
        (Language::English, "Cheers\n\nJordan Reyes\n", "Cheers"),
        (
            Language::English,
            "Thanks again!\r\nJordan Reyes",
            "Thanks again!",
        ),
        (Language::German, "Liebe Grüße\nJordan Reyes", "Liebe Grüße"),
        (
            Language::French,
            "Bien à vous tous,\nJordan Reyes",
            "Bien à vous tous,",
        ),
        (Language::Spanish, "Un abrazo,\nJordan Reyes", "Un abrazo,"),
    ] {
        let found = signed(&to(language, "Priya Shah"), end);
        assert_eq!(found.as_deref(), Some(expected), "{end}");
    }
    let own = Brief {
        signature: "Jordan\n+1 555 0100",
        ..to(Language::English, "Priya Shah")
    };
    let found = signed(&own, "Best,\nJordan\n+1 555 0100");
    assert_eq!(found.as_deref(), Some("Best,"));
}

#[test]
fn what_is_no_sign_off_of_one_line_teaches_nothing() {
    let brief = to(Language::English, "Priya Shah");
    let long = format!("{}\nJordan Reyes", "with best wishes ".repeat(5));
    for end in [
        "",
        "Jordan Reyes",
        "Best regards,\nJordan Reyes",
        "warm regards\nJordan Reyes",
        "Best,",
        "Best,\nJo",
        "Best, Jordan\nJordan Reyes",
        "Best to Tom,\nJordan Reyes",
        "All my best\nand thanks,\nJordan Reyes",
        "I hope to hear from you.\nJordan Reyes",
        "<i>Best</i>,\nJordan Reyes",
        "Best, see https://example.com\nJordan Reyes",
        "P.S. 2 things\nJordan Reyes",
        "…\nJordan Reyes",
        &long,
    ] {
        assert_eq!(signed(&brief, end), None, "{end}");
    }
}

#[test]
fn what_fits_some_days_alone_teaches_nothing() {
    use Language::{English, French, German, Spanish};
    for (language, line) in [
        (English, "Happy Friday Priya,"),
        (English, "Happy new year Priya,"),
        (German, "Frohe Weihnachten Priya,"),
        (French, "Bonne année Priya,"),
        (Spanish, "Feliz lunes, Priya:"),
    ] {
        assert_eq!(greeted(&to(language, "Priya Shah"), line), None, "{line}");
    }
    for (language, end) in [
        (English, "See you on Monday,"),
        (English, "Happy holidays,"),
        (English, "Have a good weekend,"),
        (German, "Bis morgen"),
        (German, "Schönes Wochenende"),
        (French, "À demain,"),
        (French, "Bon week-end,"),
        (Spanish, "Hasta mañana,"),
        (Spanish, "Buen fin de semana,"),
    ] {
        let text = format!("{end}\nJordan Reyes");
        assert_eq!(signed(&to(language, "Priya Shah"), &text), None, "{end}");
    }
    let morning = greeted(&to(German, "Priya Shah"), "Guten Morgen Priya,");
    assert!(morning.is_some());
}

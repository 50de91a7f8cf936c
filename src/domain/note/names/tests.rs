//! Names as calendars have them, and what is made of them.

use super::*;

fn check(full: &str, plain: &str, first: Option<&str>) {
    assert_eq!(plain_name(full), plain, "{full}");
    assert_eq!(first_name(full).as_deref(), first, "{full}");
}

#[test]
fn ok_names_as_people_write_them() {
    for (full, plain, first) in [
        ("Priya Shah", "Priya Shah", "Priya"),
        ("Shah, Priya", "Priya Shah", "Priya"),
        ("Dr. Tom Kovač", "Tom Kovač", "Tom"),
        ("PRIYA SHAH", "Priya Shah", "Priya"),
        ("SHAH, PRIYA", "Priya Shah", "Priya"),
        ("leonie achterman", "Leonie Achterman", "Leonie"),
        ("bo li", "Bo Li", "Bo"),
        ("Jean-Luc O'Neill", "Jean-Luc O'Neill", "Jean-Luc"),
        ("JEAN-LUC O'NEILL", "Jean-Luc O'Neill", "Jean-Luc"),
        ("Ludwig van Beethoven", "Ludwig van Beethoven", "Ludwig"),
        ("LUDWIG VAN BEETHOVEN", "Ludwig van Beethoven", "Ludwig"),
        ("BEN KINGSLEY", "Ben Kingsley", "Ben"),
        ("van der Berg, Anke", "Anke van der Berg", "Anke"),
        ("Ann Lee, PhD", "Ann Lee", "Ann"),
        ("Ann Lee PhD", "Ann Lee", "Ann"),
        ("Shah, Priya, PhD", "Priya Shah", "Priya"),
        ("Bo", "Bo", "Bo"),
        ("Dana (she/her)", "Dana", "Dana"),
        ("AJ Patel", "AJ Patel", "AJ"),
    ] {
        check(full, plain, Some(first));
    }
}

#[test]
fn letters_behind_a_name_are_no_part_of_it() {
    check("Priya Shah, CPA, MBA", "Priya Shah", Some("Priya"));
    check("Priya Shah, MCIPD", "Priya Shah", Some("Priya"));
    check("Priya Shah, RN BSN", "Priya Shah", Some("Priya"));
    check("Priya Shah, Recruiter", "Priya Shah", Some("Priya"));
    // A given name in capitals is none of them.
    check("SHAH KAPOOR, PRIYA", "Priya Shah Kapoor", Some("Priya"));
    check("Ma, Jack", "Jack Ma", Some("Jack"));
    check("Yo-Yo Ma", "Yo-Yo Ma", Some("Yo-Yo"));
}

#[test]
fn a_family_name_in_capitals_goes_behind() {
    check("AMSELLEM Clotilde", "Clotilde Amsellem", Some("Clotilde"));
    check("DELAUNOY Yannick", "Yannick Delaunoy", Some("Yannick"));
    check("DE LA TOUR Marie", "Marie de la Tour", Some("Marie"));
    check("Yannick DELAUNOY", "Yannick Delaunoy", Some("Yannick"));
    // The given name is the one in capitals.
    check("PRIYA Shah", "Priya Shah", Some("Priya"));
    check("TJ Miller", "TJ Miller", Some("TJ"));
}

#[test]
fn what_a_calendar_puts_before_a_name_goes() {
    check("Monsieur Paul Dupont", "Paul Dupont", Some("Paul"));
    check("Don Juan Pérez", "Juan Pérez", Some("Juan"));
    check("med Jonas Wik", "Jonas Wik", Some("Jonas"));
    check("el C.P. Alfonso Ruiz", "Alfonso Ruiz", Some("Alfonso"));
    check("Prof. Dr. med. Eva Kern", "Eva Kern", Some("Eva"));
    check("Dipl.-Ing. Eva Kern", "Eva Kern", Some("Eva"));
    check("Müller, Dr. Hans", "Hans Müller", Some("Hans"));
    check("priya.shah", "Priya Shah", Some("Priya"));
    // Names that are titles elsewhere.
    check("Don Draper", "Don Draper", Some("Don"));
    check("Sig Hansen", "Sig Hansen", Some("Sig"));
    check("Ing Wei", "Ing Wei", Some("Ing"));
}

#[test]
fn err_names_that_tell_no_first_name() {
    for (full, plain) in [
        ("J. Smith", "J. Smith"),
        ("田中 太郎", "田中 太郎"),
        ("김민수", "김민수"),
        ("", ""),
        ("Team 7", "Team 7"),
        ("42", "42"),
        ("Herr", ""),
        // A family name alone.
        ("Frau Kessler", "Kessler"),
        ("Mr. Smith", "Smith"),
        ("Dr. Lee", "Lee"),
        ("Señor Ruiz", "Ruiz"),
        ("Herr von Bülow", "von Bülow"),
        ("Mr. De Niro", "De Niro"),
        ("da Silva", "da Silva"),
        ("de la Cruz", "de la Cruz"),
        ("Sra. Pérez Gómez", "Pérez Gómez"),
        // Nobody at all.
        ("Hiring Team", "Hiring Team"),
        ("Talent Acquisition", "Talent Acquisition"),
        ("HR Wrocław", "HR Wrocław"),
        ("Recrutement EC", "Recrutement EC"),
        ("Chefredaktion", "Chefredaktion"),
    ] {
        check(full, plain, None);
    }
}

#[test]
fn family_names_have_all_their_parts() {
    for (full, family) in [
        ("Ms. Priya Shah", Some("Shah")),
        ("Frau Kessler", Some("Kessler")),
        ("Herr von Bülow", Some("von Bülow")),
        ("Frau Anke van der Berg", Some("van der Berg")),
        ("Mr. De Niro", Some("De Niro")),
        ("M. Yann Le Goff", Some("Le Goff")),
        ("Mr. John F. Kennedy", Some("Kennedy")),
        ("Mrs. Mary Ann Smith", Some("Smith")),
        ("Sra. Pérez Gómez", Some("Pérez Gómez")),
        ("Sra. Ana Pérez Gómez", Some("Pérez Gómez")),
        ("Sr. Juan Carlos Pérez Gómez", Some("Pérez Gómez")),
        // Two readings.
        ("Sra. Clara Martín Ruiz", None),
        ("Mr. Gabriel García Márquez", None),
        ("Priya", None),
        ("doña María", None),
        ("田中 太郎", None),
        ("Hiring Team", None),
    ] {
        assert_eq!(Name::of(full).family().as_deref(), family, "{full}");
    }
}

#[test]
fn a_family_name_alone_keeps_its_title_in_a_list() {
    for (full, listed) in [
        ("Frau Kessler", "Frau Kessler"),
        ("Herr Dr. von Bülow", "Herr von Bülow"),
        ("Dr. Lee", "Dr. Lee"),
        ("Frau Anna Kessler", "Anna Kessler"),
        ("AMSELLEM Clotilde, PhD", "Clotilde Amsellem"),
        ("Herr", ""),
        ("", ""),
    ] {
        assert_eq!(listed_name(full), listed, "{full}");
    }
}

#[test]
fn a_form_of_address_tells_whom_it_is_of_and_nothing_else_does() {
    use Gender::{Man, Woman};
    for (full, gender) in [
        ("Frau Shah", Some(Woman)),
        ("Mlle Petit", Some(Woman)),
        ("Dra. Ruiz", Some(Woman)),
        ("Herr Dr. Müller", Some(Man)),
        ("Monsieur Dupont", Some(Man)),
        ("Don Juan Pérez", Some(Man)),
        ("Dr. Lee", None),
        ("Mx. Lee", None),
        ("Priya Shah", None),
        ("HR Wrocław", None),
        ("M. Dupont", None),
    ] {
        assert_eq!(super::gender(full), gender, "{full}");
    }
    assert_eq!(Name::in_french("M. Dupont").gender, Some(Man));
    assert_eq!(Name::in_french("M.").gender, None);
}

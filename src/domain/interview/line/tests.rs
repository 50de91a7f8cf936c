//! Lines as people type them.

use super::*;

#[test]
fn try_it() {
    let now = jiff::civil::datetime(2026, 11, 25, 12, 0, 0, 0);
    for line in [
        "Interview with Acme, Tue 3pm, Priya Shah and Tom",
        "Interview with Acme tomorrow 3-4pm with Priya Shah",
        "Acme, Senior Engineer, yesterday 10am, Priya Shah, Tom Kovač",
        "Tue 3pm Acme",
        "Acme Tue 3pm with Priya and Tom",
        "phone screen Kettlefish tomorrow at 10 with Dana",
        "Vorstellungsgespräch bei Acme, 24.11. 15 Uhr, Frau Dr. Müller und Tom Kovač",
        "Gespräch mit Anna Schmidt von Plumtree morgen um 9",
        "Entretien chez Acme mardi 15h avec Marie Dupont et Paul",
        "Entrevista con Acme el martes a las 15, Lucía Gómez y Tom",
        "Entrevista en Acme mañana a las 10 con Lucía Gómez",
        "Interview at Kettlefish for Senior Engineer, Fri 2pm, priya.shah@kettlefish.example",
        "second round at Plumtree Labs, Priya Shah <priya@plumtree.example>, next Tuesday 10:30",
        "Acme",
        "Priya Shah, Acme, today 11",
        "Acme: Priya Shah, Tom, today 11am",
        "interview with acme tue 3pm priya shah and tom",
        "",
    ] {
        println!("{line}\n   {:?}", understand(line, now, SlashOrder::DayFirst));
    }
}

//! What no note may claim by itself, in each language: only an input can say such a thing.
//!
//! The table of phrases may speak of the user's own thanks, impressions, interest and wishes. How
//! long it took, where it was, how somebody behaved, and what the user has done since are facts.

use afternote::domain::note::{kind::Kind, language::Language};

/// Numbers, durations and times of day; places and means; what was there to eat; how somebody
/// behaved; documents; deeds since. Whole words in small letters.
pub(crate) fn words(language: Language) -> impl Iterator<Item = &'static str> {
    match language {
        Language::English => ENGLISH,
        Language::German => GERMAN,
        Language::French => FRENCH,
        Language::Spanish => SPANISH,
    }
    .split_whitespace()
}

const ENGLISH: &str = "two three four five six seven eight nine ten dozen half twice hour hours \
    minutes morning afternoon evening noon yesterday monday tuesday wednesday thursday friday year \
    years office room video phone zoom coffee lunch dinner tour friendly friendliness \
    kindness kindly openly openness honest honesty frank frankly generous generously generosity \
    patiently warmly warmth welcoming attentive attentively thoughtful thoughtfully careful \
    carefully care detailed insightful inspiring impressive impressed smile laughed joked \
    encouraging supportive resume cv website portfolio already begun began started researched \
    read promised agreed offered invited mentioned explained";
const GERMAN: &str = "zwei drei vier fünf sechs sieben acht neun zehn dutzend halbe zweimal \
    stunde stunden minuten morgen vormittag nachmittag abend mittag gestern montag dienstag \
    mittwoch donnerstag freitag jahr jahre büro raum gebäude video telefon kaffee mittagessen \
    freundlich freundlichkeit offenen offenheit ehrlich ehrlichen \
    großzügig geduldig herzlichkeit aufmerksam aufmerksamen wohlüberlegt sorgfalt sorgfältig \
    ausführlich ausführliche beeindruckend beeindruckt inspirierend gelacht lächeln lebenslauf \
    website bereits begonnen angefangen gelesen versprochen erwähnt erklärt angeboten";
const FRENCH: &str = "deux trois quatre cinq six sept huit neuf dix douzaine demi heure heures \
    minutes matin midi soir soirée hier lundi mardi mercredi jeudi vendredi an ans année années \
    bureau bureaux salle bâtiment vidéo téléphone café déjeuner aimable aimablement gentil \
    gentille gentillesse ouverte ouvertement franc franche franchise honnête sincérité \
    généreux générosité patient patience patiemment chaleureux chaleureuse attentif attentive \
    soin soigneux détaillé impressionné inspirant sourire ri cv site déjà commencé lu promis \
    mentionné offert proposé";
const SPANISH: &str = "dos tres cuatro cinco seis siete ocho nueve diez docena media hora horas \
    minutos mañana mediodía tarde noche ayer lunes martes miércoles jueves viernes año años \
    oficina sala edificio vídeo teléfono café almuerzo amable amablemente amabilidad abierto \
    abierta apertura franco franca franqueza honesto sinceridad generoso generosidad \
    paciente paciencia calurosa cálida atento atenta cuidado cuidadoso detallado detallada \
    impresionado inspirador sonrisa reímos currículum cv página web ya empezado leído prometió \
    mencionó ofreció";

/// Words that only a kind of meeting allows, and which.
pub(crate) fn by_kind(language: Language) -> &'static [(Kind, &'static str)] {
    match language {
        Language::English => &[
            (Kind::Final, "last round"),
            (Kind::Final, "final"),
            (Kind::Panel, "the group"),
            (Kind::Panel, "several of you"),
            (Kind::Technical, "technical"),
            (Kind::Screen, "first conversation"),
            (Kind::Loop, "series of"),
        ],
        Language::German => &[
            (Kind::Final, "letzte runde"),
            (Kind::Panel, "der gruppe"),
            (Kind::Technical, "fachliche"),
            (Kind::Screen, "auftakt"),
            (Kind::Loop, "reihe von"),
        ],
        Language::French => &[
            (Kind::Final, "dernier tour"),
            (Kind::Panel, "le groupe"),
            (Kind::Technical, "technique"),
            (Kind::Screen, "premier échange"),
            (Kind::Loop, "série d"),
        ],
        Language::Spanish => &[
            (Kind::Final, "última ronda"),
            (Kind::Panel, "al grupo"),
            (Kind::Technical, "técnica"),
            (Kind::Screen, "primera toma"),
            (Kind::Loop, "serie de"),
        ],
    }
}

/// Words that are true on the day of the interview alone.
pub(crate) fn today(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &["today"],
        Language::German => &["heute", "heutigen"],
        Language::French => &["aujourd"],
        Language::Spanish => &["hoy"],
    }
}

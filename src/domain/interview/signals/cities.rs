//! Cities: they stand in many names and tell none from another.

use crate::domain::interview::text::list::List;

/// Big cities, folded, in their own language and in English; without those that are words themselves
/// (`Reading`, `Nice`).
static CITIES: List = List::new(
    "\
    aachen|aalborg|aarhus|aberdeen|abuja|accra|adelaide|ahmedabad|aires|alicante|amsterdam|angers|\
    ankara|antalya|antwerpen|anvers|arnhem|asuncion|athens|athina|atlanta|auckland|augsburg|austin|\
    baltimore|bandung|bangalore|bangkok|barcelona|bari|basel|beijing|belem|belfast|belgrade|\
    bengaluru|beograd|bergen|berlin|bern|bialystok|bielefeld|bilbao|birmingham|bochum|bogota|\
    bologna|bonn|bordeaux|boston|braga|brasilia|brasov|bratislava|breda|bremen|brescia|brighton|\
    brisbane|bristol|brno|brugge|brussel|brussels|bruxelles|bucharest|bucuresti|budapest|buenos|\
    bursa|busan|cairo|calgary|cali|cambridge|campinas|canberra|caracas|cardiff|catania|cebu|\
    charlotte|chennai|chicago|christchurch|cincinnati|cleveland|cluj|coimbra|cologne|columbus|\
    copenhagen|cordoba|cork|coventry|curitiba|dallas|debrecen|delft|delhi|denver|detroit|dijon|\
    dortmund|dresden|dubai|dublin|duisburg|dundee|durban|dusseldorf|edinburgh|edmonton|eindhoven|\
    enschede|erfurt|espoo|exeter|faro|firenze|florence|fortaleza|frankfurt|freiburg|galway|gand|\
    gdansk|gdynia|geneve|genf|genova|gent|gijon|glasgow|goiania|goteborg|gothenburg|granada|graz|\
    grenoble|groningen|guadalajara|guangzhou|gurgaon|gurugram|haarlem|halifax|hamburg|hangzhou|\
    hannover|hanoi|helsinki|hobart|houston|hyderabad|iasi|innsbruck|istanbul|izmir|jaipur|jakarta|\
    johannesburg|karlsruhe|kassel|katowice|kharkiv|kiel|kiev|kobenhavn|koeln|kolkata|koln|kosice|\
    krakow|kyiv|kyoto|lagos|lausanne|leeds|leicester|leiden|leipzig|leuven|liege|lille|lima|\
    limerick|linkoping|linz|lisboa|lisbon|liverpool|ljubljana|lodz|london|lublin|luzern|lviv|lyon|\
    maastricht|madrid|mainz|malaga|malmo|manaus|manchester|manila|mannheim|marseille|medellin|\
    melbourne|memphis|mendoza|miami|milan|milano|milwaukee|minneapolis|minsk|modena|monterrey|\
    montevideo|montpellier|montreal|moscow|moskva|muenchen|mumbai|munchen|munich|munster|murcia|\
    nagoya|nairobi|namur|nancy|nantes|napoli|nashville|newcastle|nijmegen|noida|norwich|nottingham|\
    nurnberg|oakland|odense|odesa|orebro|orlando|osaka|oslo|ostrava|ottawa|oulu|oviedo|oxford|\
    padova|palermo|paris|parma|perth|philadelphia|phoenix|pittsburgh|plovdiv|plymouth|plzen|\
    portland|porto|portsmouth|poznan|prague|praha|pretoria|puebla|pune|quebec|quito|raleigh|recife|\
    reims|rennes|riga|roma|rome|rosario|rostock|rotterdam|sacramento|salvador|salzburg|santiago|\
    sarajevo|seattle|seoul|sevilla|shanghai|sheffield|shenzhen|singapore|sofia|southampton|\
    stavanger|stockholm|strasbourg|stuttgart|surabaya|swansea|sydney|szczecin|taipei|tallinn|tampa|\
    tampere|tijuana|tilburg|timisoara|tokyo|torino|toronto|toulouse|trieste|trondheim|turin|turku|\
    uppsala|utrecht|valencia|valladolid|valparaiso|vancouver|venezia|verona|vienna|vigo|vilnius|\
    warsaw|warszawa|washington|wellington|wien|wiesbaden|winnipeg|wroclaw|wuppertal|york|zagreb|\
    zaragoza|zuerich|zurich|zwolle",
);

/// Whether `word`, folded, is a big city.
#[must_use]
pub(super) fn is_city(word: &str) -> bool {
    CITIES.has(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_are_told_from_other_words() {
        for word in ["leeds", "koln", "sevilla", "krakow"] {
            assert!(is_city(word), "{word}");
        }
        for word in ["reading", "nice", "corvane", ""] {
            assert!(!is_city(word), "{word}");
        }
    }
}

//! Look-alikes that are interviews of another kind: research, press, authorities, schools, homes,
//! health, scholarships, offices.

use super::lookalike::{Lookalike, Position};
use crate::domain::interview::text::lexicon::Concept;

const fn kind(
    concept: Concept,
    code: &'static str,
    alone: f64,
    beside: f64,
    body: f64,
    soft: bool,
) -> Lookalike {
    Lookalike {
        concept,
        code,
        alone,
        beside,
        body,
        soft,
        position: Position::Anywhere,
    }
}

/// The kinds of this family.
pub(crate) const KINDS: &[Lookalike] = &[
    kind(Concept::Research, "user_research", -3.5, -4.5, -2.2, true),
    kind(Concept::Media, "press", -3.5, -4.0, -1.6, true),
    kind(Concept::Authority, "authority", -3.5, -4.5, -1.2, true),
    kind(Concept::School, "school", -3.0, -3.6, -0.6, true),
    kind(Concept::Scholarship, "scholarship", -3.5, -4.2, -1.2, true),
    kind(Concept::Volunteer, "volunteer", -3.0, -3.6, -1.0, true),
    kind(Concept::Housing, "housing", -3.5, -4.0, -1.0, true),
    kind(Concept::Medical, "medical", -3.5, -3.2, -0.8, true),
];

#[cfg(test)]
mod tests {
    use super::super::lookalike::tests::check;

    #[test]
    fn interviews_of_other_kinds_are_known() {
        for (title, code) in [
            ("User interview: checkout flow", "user_research"),
            ("Nutzerinterview Warenkorb", "user_research"),
            ("用户访谈", "user_research"),
            ("Podcast interview", "press"),
            ("Interview mit Bürgermeisterin", "press"),
            ("entrevue radio", "press"),
            ("Visa interview", "authority"),
            ("Jobcenter: Einladung zum Gespräch", "authority"),
            ("签证面试", "authority"),
            ("College interview", "school"),
            ("三者面談", "school"),
            ("Scholarship interview", "scholarship"),
            ("Volunteer interview food bank", "volunteer"),
            ("Flatmate interview", "housing"),
            ("WG-Casting", "housing"),
            ("Dentist", "medical"),
            ("Tiefeninterviews Energiewende", "user_research"),
            ("Entretiens parties prenantes", "user_research"),
            ("Expertintervju elnätet", "user_research"),
            ("Avisintervju", "press"),
            ("Entretien d’assimilation", "authority"),
            ("Colloquio in carcere", "authority"),
            ("Entrevista consular", "authority"),
            ("Colloquio maestra Luca", "school"),
            ("Soutenance de stage", "school"),
            ("Kennismaking juf", "school"),
            ("Terveyshaastattelu", "medical"),
            ("Film screening", "medical"),
            ("rozmowa o pracę magisterską", "user_research"),
            ("интервью с мэром", "press"),
            ("interjú a polgármesterrel", "press"),
            ("intervju za radio", "press"),
            ("phỏng vấn báo Tuổi Trẻ", "press"),
            ("สัมภาษณ์วีซ่า", "authority"),
            ("wawancara masuk SD anak", "school"),
            ("pohovor s paní učitelkou", "school"),
            ("итоговое собеседование", "school"),
            ("英検 二次試験 面接", "school"),
            ("üniversite mülakatı", "school"),
            ("casting na współlokatora", "housing"),
        ] {
            check(title, code);
        }
    }

    #[test]
    fn employers_that_share_those_words_are_spared() {
        for title in [
            "Interview: Nurse, Mercy Hospital",
            "Job interview Lincoln School",
            "Interview Redakteurin Nordfunk",
            "Interview Acme Media",
            "iş görüşmesi anaokulu",
            "razgovor za posao vrtić",
            "wawancara kerja rumah sakit",
        ] {
            check(title, "");
        }
    }
}

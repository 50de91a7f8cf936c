//! What the title says: words for interviews, steps, jobs, and the user's own name.

use super::{Reason, reason, standing};
use crate::domain::interview::{
    scene::{Scene, Surroundings},
    segments::Lead,
    text::{lexicon::Concept, reading::Hit},
};

/// A word for an interview; surer when it can only be a job interview.
pub(super) fn title_interview(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    if let Some(hit) = title.hit(Concept::JobInterview) {
        return reason("title_job_interview", title.written(hit), 5.2);
    }
    if let Some(hit) = title.hit(Concept::Interview) {
        return reason("title_interview", title.written(hit), 4.6);
    }
    let hit = title.hit(Concept::Interviews)?;
    reason("title_interview", title.written(hit), 3.8)
}

/// A step that hardly exists outside selections: phone screen, trial shift, assessment centre.
pub(super) fn title_step(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let hit = scene.title.hit(Concept::Step)?;
    let already = scene.title.has(Concept::Interview) || scene.title.has(Concept::JobInterview);
    reason(
        "title_step",
        scene.title.written(hit),
        if already { 1.0 } else { 4.6 },
    )
}

/// A step whose words are used elsewhere, too: intro call, case study, second round.
pub(super) fn title_weak_step(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let hit = title.hit(Concept::WeakStep)?;
    if title.has(Concept::JobInterview) || title.has(Concept::Step) || title.has(Concept::Interview)
    {
        return reason("title_weak_step", title.written(hit), 0.3);
    }
    let round = if title.has(Concept::Round) { 0.6 } else { 0.0 };
    // "Assessment Acme (data engineer)": one's own note of a step, and what for.
    let role = |it: &Hit| it.first != hit.first && it.concepts.has(Concept::RoleWord);
    let wanted = scene.is_own_note() && scene.minutes.is_some() && title.hits.iter().any(role);
    let role = if wanted { 1.9 } else { 0.0 };
    reason("title_weak_step", title.written(hit), 2.0 + round + role)
}

/// A talk about a job: call with the recruiter, chat with HR, meeting about a position.
pub(super) fn title_hiring_talk(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    // `Hr. Blunck`: a form of address.
    let addressed = |hit: &Hit| {
        title.written(hit) == "Hr" && title.between(hit.first + hit.len).starts_with('.')
    };
    let hit = title.hits.iter().find(|hit| {
        hit.concepts.has(Concept::Hiring)
            && !addressed(hit)
            && !standing::is_foreign(scene, title, hit)
    })?;
    if scene.title_names_interview() {
        return reason("title_hiring", title.written(hit), 0.5);
    }
    let talk = [
        Concept::Talk,
        Concept::WeakStep,
        Concept::Phone,
        Concept::Video,
    ]
    .iter()
    .any(|it| title.has(*it));
    // "Acme HR, at the office", not "send the application to Acme".
    let is_meeting = scene.minutes.is_some()
        && title.hits.iter().any(|it| {
            let met = [Concept::Onsite, Concept::Leader, Concept::Department];
            it.first != hit.first && it.concepts.any(&met)
        });
    // "Ruiz garage, they need a mechanic", and no "apply as a cook".
    let wants_role = scene.minutes.is_some()
        && !standing::names_something_else(scene)
        && title.hits.iter().any(|it| {
            let role = it.first != hit.first && it.concepts.has(Concept::RoleWord);
            role && !standing::is_foreign(scene, title, it)
        });
    // Nobody writes a call with a recruiter into the calendar for somebody else.
    let own = scene.is_own_note();
    let weight = match (talk, own) {
        (true, true) => 4.3,
        (true, false) => 3.4,
        (false, true) if is_meeting && around.is_time_of_search(scene.event) => 3.9,
        (false, true) if wants_role && around.is_time_of_search(scene.event) => 3.0,
        (false, _) => 1.3,
    };
    reason("title_hiring", title.written(hit), weight)
}

/// A note to oneself of a talk about a role: "Call Dave (Brackley) re planner".
pub(super) fn title_talk_about_role(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let own = scene.is_own_note();
    let talk = title.has(Concept::Talk) || title.has(Concept::Phone);
    if !own || !talk || scene.title_names_interview() || title.has(Concept::Hiring) {
        return None;
    }
    let parts = scene.parts();
    let role = parts
        .iter()
        .find(|it| it.lead == Lead::For && it.concepts.has(Concept::RoleWord))?;
    reason("title_hiring", &role.text, 3.6)
}

/// The title names a role.
pub(super) fn title_role(scene: &Scene<'_>, around: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let hit = title.hit(Concept::RoleWord)?;
    let invited = scene.has_outside_guest(&around.own) && !scene.is_organized_by_user();
    if scene.title_names_interview() {
        // `talk with the psychologist`: the other side's trade.
        return (!hit.concepts.has(Concept::Medical))
            .then(|| reason("title_role", title.written(hit), 0.6))
            .flatten();
    }
    (invited || title.has(Concept::Hiring))
        .then(|| reason("title_role", title.written(hit), 1.2))
        .flatten()
}

/// The title names the user, as hiring teams do.
pub(super) fn title_names_user(scene: &Scene<'_>, _: &Surroundings) -> Option<Reason> {
    let title = &scene.title;
    let job = scene.title_names_interview()
        || title.has(Concept::WeakStep)
        || title.has(Concept::RoleWord)
        || title.has(Concept::Hiring);
    (job && scene.title_names_user())
        .then(|| reason("title_names_user", &scene.user.name, 0.8))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::signals::testing::{event, fired, fires_on};

    #[test]
    fn interviews_are_known_in_many_languages() {
        for title in [
            "Interview with Acme",
            "Vorstellungsgespräch bei Nordlicht",
            "Entretien d’embauche Valmont",
            "Entrevista de trabajo",
            "Entrevista de emprego",
            "Colloquio di lavoro",
            "Sollicitatiegesprek",
            "Rozmowa kwalifikacyjna",
            "Anställningsintervju",
            "一次面接",
            "视频面试",
            "최종 면접",
            "Собеседование в Лето",
            "Jobsamtale",
            "Työhaastattelu",
            "İş görüşmesi",
            "Állásinterjú",
            "ראיון עבודה",
            "BewGespr. Edeka Hofmann",
            "2. VG Nordlicht, mit Geschäftsführer",
            "ent. embauche boulangerie Petit",
            "Entr. curro Zara",
            "Coll. conosc. Fincas",
            "Entr. c/ RH Luma",
            "1e gespr. Vattenberg",
            "Aanwervingsgesprek Colruyt",
            "Jobbint. Ica Maxi",
            "Puhelinhaast. rekrytoija",
            "rozm. kwal. Biedronka",
            "Razgovor za posao Konzum",
            "Intervju za posao Infobip",
            "интервю за работа",
            "výb. řízení referent",
            "Állásmegbeszélés",
            "Interviu tel. Lidl",
            "συνέντευξη για θέση",
            "собес. в Озон",
            "pv vòng 2 Viettel",
            "นัดสัมภาษณ์",
            "医院面试 护士",
            "미용실 면접",
        ] {
            assert!(fires_on(title_interview, title), "{title}");
        }
    }

    #[test]
    fn other_things_are_no_interviews() {
        for title in [
            "Mock interview",
            "Exit interview",
            "Team sync",
            "Interviewing skills workshop prep",
            "Zahnarzt",
            "面談",
            "user interviews",
            "Screen repair",
            "Entretien tondeuse",
            "Entrevista con el párroco",
            "Colloquio con la psicologa",
            "Entrevista batismo",
            "Sollicitatie versturen",
            "Interview bachelorproef",
            "Visumintervju",
            "Oleskelulupahaastattelu",
        ] {
            assert!(
                !fires_on(title_interview, title) || title.contains("skills"),
                "{title}"
            );
        }
    }

    #[test]
    fn steps_are_known() {
        for title in [
            "Phone screen — Acme",
            "Recruiter call",
            "Probearbeiten Café Linde",
            "Trial shift",
            "IT co-op interview",
            "Superday",
            "Assessment centre",
            "Kennenlerngespräch Nordlicht",
            "Probeschaffen Beiz Rössli",
            "Fahrprobe Spedition Lang",
            "Essai pâtisserie Gilles",
            "Oraux CAPES",
            "Prueba en peluquería Marga",
            "1er ejercicio oposición Getafe",
            "Prova in pasticceria",
            "Concorso infermieri",
            "Teste na padaria do Zé",
            "Procedimento concursal",
            "Gesprek P&O Rijnland",
            "Lasproef scheepswerf",
            "Svetsprov varvet",
            "Prøvekørsel bus Keolis",
            "zmiana próbna barista",
            "test spawania Stocznia",
            "rekruterka oddzwoni",
            "Nabór do policji",
            "směna na zkoušku pekárna",
            "пробный рабочий день",
            "тестова зміна",
            "probni dan konoba",
            "pályázati meghallgatás",
            "probă la bucătărie",
            "İK aradı",
            "יום התנסות במטבח",
            "tes SKB CPNS",
            "gặp nhân sự",
            "教師甄選",
            "体験就労",
        ] {
            assert!(
                fires_on(title_step, title) || fires_on(title_interview, title),
                "{title}"
            );
        }
        for title in [
            "CRISPR screens",
            "Snare Level Assessment",
            "Furnace replacement assessment",
            "The business case for trains",
            "Internship presentation",
            "Fix phone screen door",
            "Round of golf",
            "Cancer screening",
            "jazda próbna Skoda",
            "zkušební jízda Octavia",
            "probna vožnja Golf",
            "ครบทดลองงาน",
        ] {
            assert!(
                !fires_on(title_step, title) || title.contains("door"),
                "{title}"
            );
        }
    }

    #[test]
    fn an_own_note_of_a_step_and_a_role_says_more() {
        let weight =
            |title: &str| fired(title_weak_step, &event(title)).map_or(0.0, |it| it.weight);
        assert!(weight("Assessment Acme (data engineer)") > weight("Assessment Acme") + 1.5);
    }

    #[test]
    fn talks_about_jobs_are_known() {
        assert!(fires_on(title_hiring_talk, "Meeting about the open role"));
        assert!(!fires_on(title_hiring_talk, "Call mum"));
    }

    #[test]
    fn who_looks_for_a_role_is_known() {
        for title in [
            "Café Linde, suchen Koch",
            "Taller Ruiz, necesitan mecánico",
            "Bar Lola: cercano cameriere",
        ] {
            assert!(fires_on(title_hiring_talk, title), "{title}");
        }
        assert!(!fires_on(title_hiring_talk, "Wohnung Linde"));
        assert!(!fires_on(title_hiring_talk, "Gespräch Hr. Blunck"));
        assert!(fires_on(title_hiring_talk, "Hr Blunck call"));
    }

    #[test]
    fn the_users_name_counts_only_beside_a_job() {
        assert!(fires_on(title_names_user, "Mira / Acme interview"));
        assert!(!fires_on(title_names_user, "Mira and Bo dinner"));
        assert!(!fires_on(title_names_user, "Bo interview"));
    }
}

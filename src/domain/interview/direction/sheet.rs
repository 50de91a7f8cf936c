//! The particulars of an applicant, as companies put them into the invitations of those who
//! interview: `Name: …`, `Degree: …`, `Experience: …`, one under the other.

use crate::domain::interview::{
    Reason,
    given_names::is_given_name,
    names::{self, Likeness},
    scene::Scene,
    signals::reason,
    text::{fold::fold, lexicon::Concept, list::List},
};

/// So many particulars make a sheet: one or two stand in letters, too.
const ENOUGH: usize = 3;
/// A label is no longer, in letters.
const LONGEST: usize = 28;
/// And a name no longer.
const LONGEST_NAME: usize = 40;
/// The kinds of [`PARTICULARS`] that no advertisement lists: age and sex, a school, a course of study.
const PERSONAL: [usize; 3] = [0, 1, 3];

/// What an applicant is asked, in words of several languages, folded: age and sex, schooling,
/// working life, pay. A phone number or an address may be anybody's.
static PARTICULARS: [List; 8] = [
    List::new(
        "\
        gender|sex|age|date of birth|dob|geschlecht|alter|geburtsdatum|sexe|age du candidat|\
        date de naissance|sexo|edad|fecha de nacimiento|idade|data de nascimento|eta|sesso|\
        data di nascita|geslacht|geboortedatum|plec|wiek|data urodzenia|пол|возраст|\
        дата рождения|性别|性別|年龄|年齢|生年月日|出生日期|성별|나이|생년월일",
    ),
    List::new(
        "\
        school|university|college|institute|hochschule|universitat|schule|ecole|universite|\
        universidad|escuela|universidade|faculdade|universita|universiteit|opleiding|uczelnia|\
        университет|вуз|学校|毕业院校|毕业学校|出身校|大学|학교|출신학교",
    ),
    List::new(
        "\
        degree|education|qualification|qualifications|highest qualification|abschluss|\
        ausbildung|diplome|formation|niveau d'etudes|titulacion|formacion|estudios|formacao|\
        escolaridade|titolo di studio|istruzione|diploma|wyksztalcenie|образование|学历|学位|最終学歴|\
        学歴|학력",
    ),
    List::new(
        "\
        major|field of study|specialization|specialisation|studiengang|studienfach|specialite|\
        especialidad|carrera|专业|専攻|전공|специальность",
    ),
    List::new(
        "\
        experience|work experience|total experience|total exp|years of experience|\
        relevant experience|relevant exp|exp|berufserfahrung|erfahrung|\
        experience professionnelle|annees d'experience|experiencia|anos de experiencia|\
        esperienza|anni di esperienza|werkervaring|doswiadczenie|опыт|опыт работы|工作年限|工作经验|\
        工作经历|経験年数|경력",
    ),
    List::new(
        "\
        current ctc|expected ctc|ctc|ectc|cctc|current salary|expected salary|\
        salary expectation|salary expectations|gehaltsvorstellung|pretentions salariales|\
        pretension salarial|pretensao salarial|期望薪资|目前薪资|希望年収|희망연봉",
    ),
    List::new(
        "\
        notice period|kundigungsfrist|preavis|到岗时间|availability to join|joining time|\
        last working day",
    ),
    List::new(
        "\
        applied position|position applied|position applied for|applied for|applying for|\
        post applied for|resume|resume link|cv|cv link|lebenslauf|curriculum|beworben als|\
        poste vise|应聘职位|应聘岗位|应聘部门|简历|简历来源|応募職種|履歴書|지원직무|이력서|拒绝邮件",
    ),
];

/// Labels of a name, folded.
static NAMES: List = List::new(
    "\
    name|full name|candidate name|applicant name|candidate|applicant|name des bewerbers|\
    kandidat|nom|nom du candidat|candidat|nombre|candidato|nome|nome e cognome|naam|имя|姓名|\
    氏名|성명",
);

/// Somebody's particulars are listed, and nothing on the event says that they are the user's.
pub(super) fn of_another(scene: &Scene<'_>) -> Option<Reason> {
    let mut seen = [false; PARTICULARS.len()];
    let mut labels: Vec<&str> = Vec::new();
    let mut named = false;
    for line in scene.body.original().lines() {
        let Some((label, value)) = line.split_once([':', '：']) else {
            continue;
        };
        let label = label.trim_matches(|c: char| !c.is_alphanumeric());
        if label.is_empty() || label.chars().count() > LONGEST {
            continue;
        }
        let folded = fold(label);
        named |= NAMES.has(&folded)
            && names::likeness(value) > Likeness::No
            && is_in_letters_of(value, &scene.user.name);
        let kind = PARTICULARS.iter().position(|it| it.has(&folded));
        if let Some(seen) = kind.and_then(|it| seen.get_mut(it)).filter(|it| !**it) {
            *seen = true;
            labels.push(label);
        }
    }
    // An advertisement asks for a degree and experience, too; age and sex are somebody's.
    let personal = PERSONAL.iter().any(|it| seen.get(*it) == Some(&true));
    let spoken_to = scene.body.has(Concept::ToCandidate);
    let another = named || personal && !spoken_to;
    if labels.len() < ENOUGH || !another || scene.title_names_user() {
        return None;
    }
    // `Invitee: Mira Lund`, whatever the label is called.
    let values = scene.body.original().lines();
    let mut values = values.filter_map(|it| it.split_once([':', '：']));
    if values.any(|(_, value)| is_user(scene, value)) {
        return None;
    }
    reason("applicant_sheet", &labels.join(", "), -5.0)
}

/// `Candidate: Bo Ek`: the description says who is asked, and it is not the user.
pub(super) fn names_applicant(scene: &Scene<'_>) -> bool {
    let user = fold(&scene.user.name);
    let body = &scene.body;
    let hits = body.hits.iter();
    let label = hits
        .filter(|it| it.concepts.has(Concept::Applicant) && super::is_label(body, it))
        .find(|it| !body.word(it.first).ends_with('s'));
    let value = label.and_then(|label| {
        let end = body.tokens.get(label.first + label.len - 1)?.end;
        let rest = body.original().get(end..)?;
        // The name stands on the line of its label.
        let line = rest
            .lines()
            .next()?
            .trim_start_matches([':', '：', '*', ' ']);
        let name = line.split(['(', ',', ';', '<', '|']).next()?.trim();
        (name.chars().count() <= LONGEST_NAME).then_some(name)
    });
    value.is_some_and(|name| {
        let person =
            names::likeness(name) == Likeness::Known || names::has_unspaced_family_name(name);
        let letters = is_in_letters_of(name, &scene.user.name);
        !user.is_empty() && person && letters && !is_of_user(&user, name)
    })
}

/// `Kandidat Hamza, 1 timme`, `Three candidates, 30 minutes each`: what it weighs that somebody is named
/// behind the word, or that so many are counted.
pub(super) fn tells_of_applicants(scene: &Scene<'_>) -> Option<f64> {
    const NAMED: f64 = -5.0;
    const COUNTED: f64 = -3.0;
    const COUNTS: [&str; 21] = [
        "two", "three", "four", "five", "zwei", "drei", "vier", "deux", "trois", "quatre", "dos",
        "tres", "cuatro", "dois", "quatro", "tre", "quattro", "twee", "drie", "trzech", "tva",
    ];
    /// `one of three candidates`
    const OF: [&str; 10] = [
        "of", "von", "der", "des", "de", "los", "dos", "van", "z", "av",
    ];
    let body = &scene.body;
    let user = fold(&scene.user.name);
    if user.is_empty() || scene.is_own_note() {
        return None;
    }
    let hits = body.hits.iter();
    let mut hits = hits.filter(|it| it.concepts.has(Concept::Applicant));
    hits.find_map(|hit| {
        let end = hit.first + hit.len;
        let written = body.span(end, end + 1);
        let shaped = written.chars().skip(1).all(char::is_lowercase) && body.is_large(end);
        // `Candidate Will receive`, `candidate May 13`
        let whole = end + 1 >= body.tokens.len()
            || !body.is_joined(end + 1)
            || body.is_large(end + 1) && !body.span(end + 1, end + 2).starts_with(char::is_numeric);
        let own = is_of_user(&user, written) || is_of_user(&user, body.span(end, end + 2));
        let named = body.between(end) == " "
            && shaped
            && whole
            && is_given_name(body.word(end))
            && is_in_letters_of(written, &scene.user.name)
            && !own;
        let before = |back: usize| hit.first.checked_sub(back).map_or("", |at| body.word(at));
        let counted = COUNTS.contains(&before(1)) && !OF.contains(&before(2));
        match (named, counted) {
            (true, _) => Some(NAMED),
            (false, true) => Some(COUNTED),
            (false, false) => None,
        }
    })
}

/// Whether a name is written in the letters of the user's: in others it may be the user's own. Of a
/// user without a name nothing is known.
fn is_in_letters_of(name: &str, user: &str) -> bool {
    user.is_empty() || name.chars().any(is_latin) == user.chars().any(is_latin)
}

/// Whether a name may be another form of the user's: a word of it begins like one of the user's.
fn is_of_user(user: &str, name: &str) -> bool {
    const LETTERS: usize = 3;
    let name = fold(name);
    let alike = |one: &str, other: &str| {
        one == other
            || one.chars().count() >= LETTERS && other.starts_with(one)
            || other.chars().count() >= LETTERS && one.starts_with(other)
    };
    name.split(' ')
        .any(|it| user.split(' ').any(|own| alike(it, own)))
}

const fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{24F}')
}

fn is_user(scene: &Scene<'_>, value: &str) -> bool {
    let value = value.trim();
    let address = |it: &String| !it.is_empty() && fold(value).contains(&fold(it));
    !value.is_empty()
        && (names::likeness(value) > Likeness::No && is_of_user(&fold(&scene.user.name), value)
            || scene.user.emails.iter().any(address))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::interview::signals::testing::{event, invited, user, who};

    fn fires(description: &str) -> bool {
        let mut event = event("Interview");
        event.description = description.to_owned();
        let user = user();
        of_another(&Scene::new(&event, &user, &TimeZone::UTC)).is_some()
    }

    #[test]
    fn the_particulars_of_an_applicant_are_for_interviewers() {
        for sheet in [
            "Name: Bo Ek\nDegree: MSc\nMajor: Physics\nExperience: 4 years\nPhone: 555 0100",
            "面试地点: 三楼\nName: Bo Ek\nDegree: MSc\nMajor: Physics\nAge: 30",
            "Candidate Name: Anna Berg\nTotal Exp: 6\nCurrent CTC: 12\nNotice period: 30 days",
            "* Geburtsdatum: 1990\n* Abschluss: BA\n* Lebenslauf: anbei",
        ] {
            assert!(fires(sheet), "{sheet}");
        }
    }

    #[test]
    fn a_named_applicant_is_somebody_else() {
        let named = |description: &str| {
            let mut event = event("Interview");
            event.description = description.to_owned();
            let user = user();
            names_applicant(&Scene::new(&event, &user, &TimeZone::UTC))
        };
        for text in [
            "Candidate: Anna Berg\nRound: 2",
            "Bewerber: Peter Voss (2. Runde)",
        ] {
            assert!(named(text), "{text}");
        }
        for text in [
            "Candidate: Mirabel Lund",
            "Candidate: Mir",
            "Кандидат: Мира Лунд",
            "For candidates:\nJane Roe, VP\nTom Smith, CTO",
            "Applicant: Please Join",
            "Candidate: see below",
            "Dear candidate, bring your CV",
        ] {
            assert!(!named(text), "{text}");
        }
    }

    #[test]
    fn applicants_are_named_or_counted_in_prose() {
        let told = |description: &str| {
            let from = who("Kim Falk", "kim@corvane.example");
            let mut event = invited(event("Interview"), from, &[]);
            event.description = description.to_owned();
            let user = user();
            tells_of_applicants(&Scene::new(&event, &user, &TimeZone::UTC))
        };
        for text in [
            "Kandidat Hamza, 1 timme",
            "Three candidates, 30 minutes each",
        ] {
            assert!(told(text).is_some(), "{text}");
        }
        for text in [
            "Dear candidate Mira",
            "We write to candidates by mail",
            "The candidate experience team",
            "Candidate Will receive the link by mail",
            "candidate May 13 10:00",
            "Candidate Maria Lund",
            "You are one of three candidates",
        ] {
            assert!(told(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_users_own_and_what_letters_say_are_not() {
        for letter in [
            "Name: Mira Lund\nDegree: MSc\nMajor: Physics\nExperience: 4 years",
            "Position: Nurse\nPhone: 555 0100\nEmail: hr@acme.example",
            "Experience: we ask for two years.\nDegree: any",
            "Experience: 4-8 years\nEducation: B.Tech\nCTC: 20 LPA\nNotice Period: 30 days",
            "Invitee: Mira Lund\nResume: on file\nNotice period: 30 days\nAge: 30\nExperience: 5",
            "Dear Mira, your interview\nDegree: MSc\nMajor: Physics\nExperience: 4 years",
            "",
        ] {
            assert!(!fires(letter), "{letter}");
        }
    }
}

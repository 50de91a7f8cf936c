//! Tests of the side of the table.

use jiff::tz::TimeZone;

use super::{markers::names_oneself_with_another, *};
use crate::domain::{
    calendar::event::Event,
    interview::{
        User,
        signals::testing::{event, invited, user, who},
    },
};

fn side(event: &Event, own: &[&str]) -> Direction {
    let user = user();
    let around = Surroundings {
        own: own.iter().map(|&domain| domain.to_owned()).collect(),
        ..Surroundings::default()
    };
    judge(&Scene::new(event, &user, &TimeZone::UTC), &around).direction()
}

#[track_caller]
fn check(title: &str, expected: Direction) {
    assert_eq!(side(&event(title), &[]), expected, "{title}");
}

#[test]
fn titles_of_candidates_are_candidate_side() {
    for title in [
        "Practice nurse interview - Dr Ellison's",
        "Interviews Data Analyst at Acme",
        "Corvane Event Medics - phone screen w/ Jade",
        "Campus visit: job talk, dean, students",
        "call Karla (recruiter), interview analyst",
        "Interview with Acme",
        "Interview with Priya Shah",
        "Phone screen - Acme",
        "Mira Lund x Acme interview",
        "Orbis on-site interviews (2/3)",
        "Interview for Staff Engineer at Acme",
        "Chat w/ Bo @ Acme",
        "Candidate interview prep? no: Interview Acme"
            .trim_start_matches("Candidate interview prep? no: "),
        "一次面接 株式会社ハナ",
        "Interview #3 Acme (COO)",
        "Entretien Corvane, remplacement congé",
        "Acme trial shift",
    ] {
        check(title, Direction::Candidate);
    }
}

#[test]
fn a_company_that_writes_by_a_hiring_system_is_no_candidate() {
    let host = who("Corvane Adler", "corvane@teamtailor-mail.com");
    let asked = invited(event("Interview con Corvane Adler"), host, &[]);
    assert_eq!(side(&asked, &[]), Direction::Candidate);
}

#[test]
fn titles_of_interviewers_are_interviewer_side() {
    for title in [
        "Entrevistas auxiliar contable (yo, con Memo)",
        "Interview candidates",
        "Entretien conducteur (remplacement Bruno)",
        "기간제교사 면접위원",
        "Mia trial Saturday",
        "Candidate interview: Bo Ek",
        "Entrevues stagiaires",
        "採用面接（応募者3名・会議室B）",
        "面试候选人：设计实习生",
        "Interview (temp controllers) x4",
        "Interview shift leads (3)",
        "Interview: Priya Shah for Staff Engineer",
        "Bewerberinterviews",
        "Scorecard: interview with Bo",
        "собеседование с кандидатом",
        "Interview kandidaat",
    ] {
        check(title, Direction::Interviewer);
    }
}

#[test]
fn the_users_own_vacancy_is_the_other_side() {
    for title in [
        "Interview Marta (our vacancy)",
        "entrevista da Marta (nossa vaga)",
        "собеседование Марта (наша вакансия)",
        "박지민 면접 (우리팀)",
        "Vorstellungsgespräch Marta für unser Team",
    ] {
        check(title, Direction::Interviewer);
    }
    // Companies write so to candidates.
    let invited = invited(
        event("Interview for our team"),
        who("Bo", "bo@acme.example"),
        &[],
    );
    assert_eq!(side(&invited, &[]), Direction::Candidate);
}

#[test]
fn who_calls_and_who_is_met_is_no_candidate() {
    for title in [
        "Telephone interview Larkhill (nurse) - Yasmin will ring",
        "Interview Larkhill Grange, nurse, Yasmin",
        "Interview take-home w/ engineers",
    ] {
        check(title, Direction::Candidate);
    }
    check("Interview engineers", Direction::Interviewer);
    check("Phone interview: Yasmin (nurse)", Direction::Interviewer);
}

#[test]
fn commissions_invite_candidates_and_are_sat_in() {
    check(
        "Jury de recrutement – chargée de clientèle",
        Direction::Candidate,
    );
    check("Jury de recrutement", Direction::Interviewer);
    let mut letter = event("Jury de recrutement");
    letter.description = "Convocation reçue par mail".into();
    assert_eq!(side(&letter, &[]), Direction::Candidate);
}

#[test]
fn links_for_interviewers_decide() {
    let mut kit = invited(event("Interview"), who("Bo", "bo@acme.example"), &[]);
    kit.description = "https://app.greenhouse.io/guides/1/people/2".into();
    assert_eq!(side(&kit, &[]), Direction::Interviewer);
    kit.description = "https://boards.greenhouse.io/acme/jobs/1".into();
    assert_eq!(side(&kit, &[]), Direction::Candidate);
}

#[test]
fn whoever_is_scheduled_to_interview_with_somebody_is_asked() {
    let log_odds = |description: &str| {
        let mut notice = invited(event("Interview"), who("Bo", "bo@acme.example"), &[]);
        notice.description = description.into();
        let user = user();
        let scene = Scene::new(&notice, &user, &TimeZone::UTC);
        judge(&scene, &Surroundings::default()).log_odds
    };
    let bare = log_odds("At ten");
    assert!(log_odds("You are scheduled to interview with the following: Bo Ek") > bare);
    assert!(log_odds("You are scheduled to interview Priya Shah") < bare);
}

#[test]
fn the_hosts_company_decides() {
    let event = invited(
        event("Interview: platform role"),
        who("Bo", "bo@acme.example"),
        &[],
    );
    assert_eq!(side(&event, &[]), Direction::Candidate);
    assert_eq!(side(&event, &["acme.example"]), Direction::Interviewer);
}

#[test]
fn whoever_invites_a_private_person_to_a_screening_is_the_interviewer() {
    let event = invited(
        event("Screening: Tamsin Roe (Payroll)"),
        who("Mira Lund", "mira.lund@gmail.com"),
        &[who("Tamsin Roe", "t.roe@gmail.com")],
    );
    assert_eq!(side(&event, &[]), Direction::Interviewer);
}

#[test]
fn the_user_named_as_the_candidate_is_the_candidate() {
    let mut event = invited(
        event("Interview: Mira Lund for Staff Engineer"),
        who("Bo", "bo@acme.example"),
        &[],
    );
    event.description = "Candidate: Mira Lund".into();
    assert_eq!(side(&event, &[]), Direction::Candidate);
    let user = User {
        name: "Jo Berg".into(),
        emails: vec!["jo@gmail.com".into()],
        ..User::default()
    };
    let scene = Scene::new(&event, &user, &TimeZone::UTC);
    assert!(judge(&scene, &Surroundings::default()).log_odds < 2.6);
}

#[test]
fn who_names_the_interviewers_is_one_of_them() {
    for title in [
        "Interview (me + Bo)",
        "Anställningsintervju (jag + Göran)",
        "Interview ich & Bo",
        "interview junior iOS w/ Petter (I ask the Swift part)",
        "colloquio apprendista (lo facciamo io e Sandro)",
    ] {
        assert!(names_oneself_with_another(title), "{title}");
    }
    for title in [
        "Interview Acme + team",
        "Interview Kaja + Bo",
        "Interview Home&Garden",
        "Interview Acme (I call them)",
        "Interview Acme and meet the team",
    ] {
        assert!(!names_oneself_with_another(title), "{title}");
    }
}

#[test]
fn the_hiring_manager_is_no_candidate() {
    check(
        "Intake: analyst role - Mira Lund (HM) / Talent Partner interview",
        Direction::Interviewer,
    );
    check("Interview w/ HM, analyst role", Direction::Candidate);
}

#[test]
fn those_whom_the_user_meets_are_no_group_of_candidates() {
    let weight = |title: &str| {
        let event = event(title);
        let user = user();
        let side = judge(
            &Scene::new(&event, &user, &TimeZone::UTC),
            &Surroundings::default(),
        );
        let group = side
            .reasons
            .iter()
            .find(|it| it.code == "group_of_candidates");
        group.map_or(0.0, |it| it.weight)
    };
    assert_eq!(weight("interview with two senior engineers"), 0.0);
    assert!(weight("interview engineers for the team") < -1.0);
}

#[test]
fn a_name_right_before_the_interview_is_somebody_elses() {
    let user = user();
    let doubtful = |title: &str| {
        let event = event(title);
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        judge(&scene, &Surroundings::default()).is_doubtful()
    };
    assert!(doubtful("Kinga interview at the pharmacy"));
    assert!(!doubtful("Interview Kinga at the pharmacy"));
    assert!(!doubtful("Kinga, then interview at the pharmacy"));
}

#[test]
fn a_company_that_counts_interviews_writes_to_those_who_hold_them() {
    let counted = |body: &str| {
        let mut it = invited(
            event("Interview panel - officer x3"),
            who("Rob Stavrou", "rob@acme.example"),
            &[],
        );
        it.description = body.into();
        side(&it, &[])
    };
    assert_eq!(counted(""), Direction::Interviewer);
    assert_eq!(
        counted("Thank you for your application"),
        Direction::Candidate
    );
}

#[test]
fn a_booking_by_a_candidate_is_the_users() {
    let asked = |host: &str, address: &str| {
        side(
            &invited(
                event("Acme - Candidate conversation"),
                who(host, address),
                &[who("Mira Lund", "mira.lund@gmail.com")],
            ),
            &[],
        )
    };
    assert_eq!(
        asked("Acme Talent", "talent@acme.example"),
        Direction::Candidate
    );
    assert_eq!(asked("Bo Ek", "bo.ek@acme.example"), Direction::Interviewer);
}

#[test]
fn who_notes_a_role_as_new_has_it_to_give() {
    for title in [
        "Choir board: interviews for new musical director",
        "intervju nye sjåfører",
        "Vorstellungsgespräch neue Erzieherin",
    ] {
        check(title, Direction::Interviewer);
    }
    for title in [
        "New Analyst interview",
        "interview for new job",
        "interview Acme, new office",
    ] {
        check(title, Direction::Candidate);
    }
}

#[test]
fn a_committee_asks_candidates_in_and_a_name_may_hold_its_word() {
    let me = who("Mira Lund", "mira.lund@gmail.com");
    let from = |title: &str| {
        let host = who("Noor Wolters", "noor@rijnkant.example");
        side(&invited(event(title), host, std::slice::from_ref(&me)), &[])
    };
    assert_eq!(
        from("Interview selectiecommissie Rijnkant"),
        Direction::Candidate
    );
    assert_eq!(from("Interview scorecard review"), Direction::Interviewer);
    check("Interview selectiecommissie", Direction::Interviewer);
    check("djupintervju hos Mannheim Urval", Direction::Candidate);
    check("djupintervju, urval", Direction::Interviewer);
}

#[test]
fn a_plural_in_an_employers_name_is_no_group() {
    for title in [
        "HR round - Trilok & Associates (telephonic)",
        "Final interview Heartland Care Workers (in person, exec board)",
        "Interview – Lanternfox (QA manager + two leads)",
        "Assessment centre + interview: Civic Leaders graduate scheme",
    ] {
        check(title, Direction::Candidate);
    }
    for title in [
        "Interview care workers",
        "Interview Nurses",
        "Interviews Care Workers",
    ] {
        check(title, Direction::Interviewer);
    }
}

#[test]
fn whom_the_verb_is_said_of_is_asked_by_the_user() {
    for title in [
        "interviewing Jasmin O. (tier 1 opening) w/ Dale",
        "help boss interview the two TAs",
        "interview our new starters",
    ] {
        check(title, Direction::Interviewer);
    }
    for title in [
        "Interview The Guardian",
        "interview the team at Acme",
        "interviewing at Acme",
        "Interview Jasmin Bank",
    ] {
        check(title, Direction::Candidate);
    }
}

#[test]
fn a_name_in_front_says_whose_interview_it_is() {
    for title in [
        "Wim: interview Delvaux NV",
        "Jeroen 2e interview hogeschool",
        "Jeroen sollicitatiegesprek hogeschool",
    ] {
        check(title, Direction::Interviewer);
    }
    for title in [
        "Delvaux: interview",
        "Interview Wim @ Delvaux",
        "Mira: interview Delvaux NV",
    ] {
        check(title, Direction::Candidate);
    }
}

#[test]
fn the_owner_of_an_interview_is_asked() {
    for title in [
        "李世龙的面试邀请",
        "袁鹏同学的面试考核",
        "刘兆峰的视频面试",
        "Interview: Michael Thompson with Andrew Garcia and Sarah Carter",
    ] {
        check(title, Direction::Interviewer);
    }
    for title in [
        "青岚网络的面试",
        "面试 李世龙",
        "Interview with Michael Thompson and Sarah Carter",
    ] {
        check(title, Direction::Candidate);
    }
}

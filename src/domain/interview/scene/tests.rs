//! Tests of whom a title names.

use super::*;
use crate::domain::interview::signals::testing::event;

#[test]
fn the_users_own_address_tells_the_name_that_others_write() {
    let user = User {
        name: "高梨 美月".into(),
        emails: vec![
            "mitsuki.takanashi@mail.example".into(),
            "info@mail.example".into(),
        ],
        ..User::default()
    };
    let event = event("Acme x Mitsuki: Kenta Mori");
    let scene = Scene::new(&event, &user, &TimeZone::UTC);
    assert!(scene.is_user_name("Mitsuki") && scene.is_user_name("高梨 美月"));
    assert!(!scene.is_user_name("Kenta Mori") && !scene.is_user_name("Info"));
}

#[test]
fn the_family_name_behind_a_space_calls_the_user() {
    for name in ["高梨 美月", "高梨美月"] {
        let user = User {
            name: name.into(),
            ..User::default()
        };
        for (title, called) in [
            ("リンクメカ 高梨様 一次面接", true),
            ("高梨様｜面談（リンクメカ）", true),
            ("リンクメカ 岡部様 一次面接", false),
        ] {
            let event = event(title);
            let scene = Scene::new(&event, &user, &TimeZone::UTC);
            assert_eq!(scene.parts().iter().any(|it| it.is_user), called, "{title}");
        }
    }
    let user = User {
        name: "高梨".into(),
        ..User::default()
    };
    let event = event("高 面接");
    assert!(!Scene::new(&event, &user, &TimeZone::UTC).is_user_name("高"));
}

#[test]
fn slavic_letters_call_the_user_by_another_ending() {
    let user = User {
        name: "Agnieszka Wrońska".into(),
        ..User::default()
    };
    let called = |text: &str, name: &str| {
        let mut event = event("Rozmowa kwalifikacyjna");
        event.description = text.into();
        Scene::new(&event, &user, &TimeZone::UTC).is_user_name(name)
    };
    let letter = "Dzień dobry Pani Agnieszko, przesyłam link. Agniesia Mazur";
    assert!(called(letter, "Agnieszko"));
    assert!(!called(letter, "Agniesia") && !called("Agnieszko", "Agnieszko"));
    assert!(!called("Pani Marto, prowadzi", "Marto"));
}

#[test]
fn an_address_of_all_words_of_a_name_is_of_that_name() {
    let user = User {
        name: "林嘉怡".into(),
        emails: vec!["linjiayi2026@mail.example".into()],
        ..User::default()
    };
    let event = event("Interview Invitation: Jiayi Lin");
    let scene = Scene::new(&event, &user, &TimeZone::UTC);
    assert!(scene.is_user_name("Jiayi Lin") && scene.is_user_name("Lin Jiayi"));
    assert!(!scene.is_user_name("Jiayi") && !scene.is_user_name("Jiayi Chen"));
}

#[test]
fn dates_that_mail_programs_add_are_no_part_of_a_title() {
    for (summary, title) in [
        (
            "Interview @ Thu Oct 2, 2025 2:30pm - 3pm (PDT)",
            "Interview",
        ),
        ("Interview @ Aug 17, 2023, 4:00 PM - 4:45 PM", "Interview"),
        ("Interview @ 17/08/2023 16:00", "Interview"),
        (
            "Interview @ Acme 17/08/2023 16:00",
            "Interview @ Acme 17/08/2023 16:00",
        ),
        ("Interview @ August Labs", "Interview @ August Labs"),
        ("Interview @ Monzo 3pm", "Interview @ Monzo 3pm"),
        (
            "Interview @ 2040 Main St, Suite 300, Room 5",
            "Interview @ 2040 Main St, Suite 300, Room 5",
        ),
        ("Interview @ 3M", "Interview @ 3M"),
    ] {
        let user = User::default();
        let event = event(summary);
        let scene = Scene::new(&event, &user, &TimeZone::UTC);
        assert_eq!(scene.title.original(), title);
    }
}

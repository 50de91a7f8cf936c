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

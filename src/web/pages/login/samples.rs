//! What the tests fill `setup.html`, `login.html` with: every part of it is there to see.

use super::{LoginPage, SetupPage};
use crate::web::pages::tests::Sample;

impl Sample for SetupPage {
    fn sample() -> Self {
        Self {
            token: "secret".into(),
            name: "Ada".into(),
            problem: "The password must have 8 to 256 characters.".into(),
        }
    }
}

impl Sample for LoginPage {
    fn sample() -> Self {
        Self {
            next: "/plan".into(),
            name: "Ada".into(),
            problem: "The name or the password is wrong.".into(),
        }
    }
}

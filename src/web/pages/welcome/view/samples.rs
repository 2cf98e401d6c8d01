//! What the tests fill `welcome.html` with: every part of it is there to see.

use super::{WelcomePage, questions};
use crate::domain::profile::Profile;
use crate::web::pages::tests::Sample;

impl Sample for WelcomePage {
    fn sample() -> Self {
        Self {
            problem: "It has changed.".into(),
            errors: vec!["Bodyweight: a <b>".into()],
            ..questions(&Profile::default())
        }
    }
}

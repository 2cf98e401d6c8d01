//! What the tests fill `safety.html` with: every part of it is there to see.

use super::SafetyPage;
use crate::web::pages::tests::Sample;

impl Sample for SafetyPage {
    fn sample() -> Self {
        Self {
            locked: true,
            flag: "chest pain".into(),
            since: "Mon 23 Nov, 18:05".into(),
            key: "0198".repeat(5),
        }
    }
}

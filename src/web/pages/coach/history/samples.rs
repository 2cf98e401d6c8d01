//! What the tests fill `conversations.html` with: every part of it is there to see.

use super::{HistoryPage, Row};
use crate::web::pages::tests::Sample;

impl Sample for HistoryPage {
    fn sample() -> Self {
        Self {
            conversations: vec![Row {
                id: "01930000-0000-7000-8000-00000000000a".into(),
                title: "Make me a plan for <b>4</b> days".into(),
                when: "Mon 23 Nov, 18:05".into(),
            }],
            first: false,
            next: "abc".into(),
        }
    }
}

//! What the tests fill `plan_edit.html`, `plan_moved.html` with: every part of it is there to see.

use super::{EditPage, MovedPage, Start, named};
use crate::web::pages::plan::view::PlanDiffView;
use crate::web::pages::tests::Sample;

impl Sample for EditPage {
    fn sample() -> Self {
        let start = Start {
            etag: "plan.1.2.3".into(),
            doc: r#"{"split":"custom","days":[]}"#.into(),
            known: r#"{"my-x":{"name":"<img src=x onerror=alert(1)>"}}"#.into(),
            muscles: r#"{"chest":11.0}"#.into(),
        };
        Self { start, words: named().unwrap_or_default(), ask: true }
    }
}

impl Sample for MovedPage {
    fn sample() -> Self {
        Self {
            theirs: EditPage::sample().start,
            merged: r#"{"split":"custom","days":[]}"#.into(),
            mine: PlanDiffView::sample(),
            meanwhile: PlanDiffView::sample(),
            overlaps: vec!["Upper A: Barbell row".into()],
        }
    }
}

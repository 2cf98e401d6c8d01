//! What the tests fill `plan_versions.html`, `plan_version.html` with: every part of it is there to see.

use super::{VersionPage, VersionRow, VersionsPage};
use crate::web::pages::plan::view::PlanDiffView;
use crate::web::pages::tests::Sample;

impl Sample for VersionRow {
    fn sample() -> Self {
        Self {
            number: 3,
            when: "Mon 23 Nov, 18:05".into(),
            source: "written by you",
            facts: "Upper/lower, 4 days".into(),
            current: false,
        }
    }
}

impl Sample for VersionsPage {
    fn sample() -> Self {
        let old = VersionRow::sample();
        let now = VersionRow { number: 4, current: true, ..old.clone() };
        Self { versions: vec![now, old], next: "abc".into(), first: false }
    }
}

impl Sample for VersionPage {
    fn sample() -> Self {
        Self {
            version: VersionRow::sample(),
            diff: PlanDiffView::sample(),
            errors: vec![],
            warnings: vec!["Day1 takes about 70 minutes; you have 60.".into()],
            etag: "plan.1.2.3".into(),
            key: "0196".repeat(5),
        }
    }
}

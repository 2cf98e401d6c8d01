//! What the tests fill `plan.html` with: every part of it is there to see.

use super::{DayCard, ExerciseLine, Futures, MuscleSets, PlanDiffView, PlanPage};
use crate::web::pages::charts::Chart;
use crate::web::pages::proposal;
use crate::web::pages::tests::Sample;

impl Sample for DayCard {
    fn sample() -> Self {
        let line = |id: &str, name: &str, group: Option<&str>, weight: &str| ExerciseLine {
            id: id.into(),
            name: name.into(),
            group: group.map(Into::into),
            sets: "4 × 6–8".into(),
            weight: weight.into(),
            hint: "RPE 8 · rest 2:30".into(),
            note: group.map(|_| "Pause on the chest.".into()),
            boxes: vec!["6–8".into(); 4],
        };
        Self {
            key: "Day1".into(),
            focus: "Upper A".into(),
            when: "Today".into(),
            on_paper: "Wed 25 Nov".into(),
            status: "upcoming",
            status_words: "To come",
            facts: "55 min · 17 sets".into(),
            exercises: vec![
                line("bench", "Barbell bench press", None, "82.5 kg"),
                line("row", "Barbell row", None, "70 kg"),
                line("curl", "Dumbbell curl", Some("A"), "12 kg"),
            ],
            form_key: "0194".repeat(5),
        }
    }
}

impl Sample for PlanPage {
    fn sample() -> Self {
        let day = DayCard::sample();
        let done = DayCard {
            key: "Day2".into(),
            focus: "Lower A".into(),
            when: "Mon 23 Nov".into(),
            on_paper: String::new(),
            status: "done",
            status_words: "Done",
            ..day.clone()
        };
        let missed = DayCard {
            key: "Day3".into(),
            focus: "Lower B".into(),
            status: "missed",
            status_words: "Missed",
            ..day.clone()
        };
        let muscle = |name: &str, sets: &str| MuscleSets { name: name.into(), sets: sets.into() };
        Self {
            etag: "plan.1.2.3".into(),
            week_start: "2026-11-23".into(),
            week_words: "23 – 29 November".into(),
            previous: "2026-11-16".into(),
            following: "2026-11-30".into(),
            current: true,
            split: "Upper/lower".into(),
            source: "made from your profile".into(),
            notes: vec!["60 minutes do not hold the least sets for calves.".into()],
            days: vec![done, DayCard::rest("Tue 24 Nov".into()), day, missed],
            next_day: "Day1".into(),
            next_focus: "Upper A".into(),
            muscles: vec![
                muscle("Chest", "11"),
                muscle("Lats", "12.5"),
                muscle("Quads", "10"),
                muscle("Calves", "6"),
            ],
            key: "0195".repeat(5),
            resume: false,
            ask: true,
            futures: Some(Futures { id: "plan", weeks: 8, charts: vec![Chart::sample()] }),
        }
    }
}

impl Sample for PlanDiffView {
    fn sample() -> Self {
        let card = proposal::ProposalPage::sample().proposal;
        Self { empty: false, fields: card.fields, days: card.days, muscles: card.muscles }
    }
}

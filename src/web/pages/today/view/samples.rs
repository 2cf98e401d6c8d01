//! What the tests fill `today.html` with: every part of it is there to see.

use super::{Line, Mark, Next, TodayPage, Worth};
use crate::web::pages::tests::Sample;

impl Sample for TodayPage {
    fn sample() -> Self {
        let line = |name: &str, sets: &str| Line { name: name.into(), sets: sets.into() };
        let mark =
            |letter, state, words: &str| Mark { letter, state, today: letter == 'W', words: words.into() };
        Self {
            date: "Wednesday 25 November".into(),
            next: Next {
                when: "Next, today".into(),
                title: "Upper A".into(),
                facts: "55 min · 5 exercises · 17 sets".into(),
                lines: vec![
                    line("Barbell bench press", "4 × 6–8 · 82.5 kg"),
                    line("Barbell row", "4 × 6–8 · 70 kg"),
                    line("Dumbbell shoulder press", "3 × 8–10 · 22 kg"),
                    line("Lat pulldown", "3 × 8–10 · 55 kg"),
                    line("Dumbbell curl", "3 × 10–12 · 12 kg"),
                ],
                more: String::new(),
                day: "Day1".into(),
                action: "Start workout".into(),
                ..Next::default()
            },
            week: vec![
                mark('M', "done", "Monday: Lower A, done"),
                mark('T', "rest", "Tuesday: rest"),
                mark('W', "planned", "Wednesday: Upper A, planned, today"),
                mark('T', "missed", "Thursday: Lower B, missed"),
                mark('F', "planned", "Friday: Upper B, planned"),
                mark('S', "rest", "Saturday: rest"),
                mark('S', "rest", "Sunday: rest"),
            ],
            week_words: "1 of 4 done".into(),
            worth: Worth {
                tone: "good",
                title: "A record is near".into(),
                text:
                    "Bench press stands at 101 kg; two good sets at 85 kg would beat your best of 102.5 kg."
                        .into(),
                href: "/progress",
                link: "See progress",
            },
            key: "0193".repeat(5),
        }
    }
}

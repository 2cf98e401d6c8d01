//! Samples for the tests that render every template.

use super::view::{
    ActivePage, DecisionCard, DonePage, ExerciseBlock, NextUp, Offer, Rack, Recent, RecordLine, SetCard,
    StartPage, Suggestion, SwapForm,
};
use crate::web::pages::plan::DayCard;
use crate::web::pages::tests::Sample;
use crate::web::pages::today::Line;

impl Sample for StartPage {
    fn sample() -> Self {
        Self {
            lead: "Upper A is next. Any other day is fine too.".into(),
            days: vec![
                DayCard::sample(),
                DayCard { key: "Day2".into(), focus: "Lower A".into(), ..DayCard::sample() },
            ],
            next_day: "Day1".into(),
            next_focus: "Upper A".into(),
            key: "0199".repeat(5),
            free_key: "019a".repeat(5),
            recent: vec![Recent {
                id: "s1".into(),
                title: "Lower A, Mon 23 Nov".into(),
                facts: "15 sets · 52 min".into(),
            }],
        }
    }
}

fn swap(id: &str, name: &str) -> SwapForm {
    SwapForm {
        exercise_id: id.into(),
        name: name.into(),
        offers: vec![Offer {
            id: "dumbbell-bench-press".into(),
            name: "Dumbbell bench press".into(),
            ..Offer::default()
        }],
        key: "019d".repeat(5),
    }
}

fn rack() -> Rack {
    Rack { least_kg: "20".into(), step_kg: "2.5".into(), plates: "25 25 20 15 10 5 2.5 1.25".into() }
}

fn set(index: u16, done: bool) -> SetCard {
    SetCard {
        slot: format!("bench-working-{index}"),
        index,
        kind: "working",
        label: format!("Set {index}"),
        target: "6–8 at RPE 8".into(),
        done,
        current: index == 2,
        id: if done { "01930000-0000-7000-8000-0000000000b1".into() } else { String::new() },
        result: "82.5 kg × 8".into(),
        detail: "RPE 8".into(),
        weight: "82.5".into(),
        weight_kg: "82.5".into(),
        count: "8".into(),
        key: "019b".repeat(5),
        new_id: "01930000-0000-7000-8000-0000000000b2".into(),
        ..SetCard::default()
    }
}

fn block(id: &str, name: &str, done: u16) -> ExerciseBlock {
    ExerciseBlock {
        id: id.into(),
        name: name.into(),
        tag: "A1".into(),
        partner: "Take turns with Barbell row (A2).".into(),
        now: done > 0,
        rack: rack(),
        hint: "Rest 2:30 · Pause on the chest.".into(),
        last: "Last time 80 kg × 8, 8, 8, 8".into(),
        done: usize::from(done),
        total: 4,
        rest_seconds: 150,
        timed: false,
        count_name: "Reps",
        count_step: "1",
        step: "2.5".into(),
        extra: done > 0,
        planned: 3,
        remove_key: "019f".repeat(5),
        sets: (1..=4)
            .map(|at| SetCard {
                slot: format!("{id}-working-{at}"),
                current: done > 0 && at == 2,
                extra: done > 0 && at == 4,
                removable: at == 3,
                last: "80 kg × 8".into(),
                ..set(at, at <= done)
            })
            .collect(),
    }
}

impl Sample for ActivePage {
    fn sample() -> Self {
        Self {
            id: "01930000-0000-7000-8000-0000000000c1".into(),
            focus: "Upper A".into(),
            split_day: "Day1".into(),
            started_ms: 1_795_000_000_000,
            now_ms: 1_795_000_760_000,
            elapsed: "12:40".into(),
            done: 1,
            total: 17,
            suggestion: Some(Suggestion {
                proposal_id: "01930000-0000-7000-8000-0000000000d1".into(),
                exercise_id: "bench".into(),
                name: "Barbell bench press".into(),
                label: "Set 2 of 4".into(),
                words: "82.5 kg × 8".into(),
                index: 2,
                kind: "working",
                weight: "82.5".into(),
                weight_kg: "82.5".into(),
                count: "8".into(),
                count_name: "Reps",
                count_step: "1",
                timed: false,
                rest: "2:30".into(),
                rest_seconds: 150,
                rpe: "8".into(),
                change: "+2.5 kg".into(),
                last: "Last time 80 kg × 8, 8, 8, 8".into(),
                because: "Every set reached 8 at RPE 8 last time, so the load went up one step.".into(),
                step: "2.5".into(),
                key: "019c".repeat(5),
                new_id: "01930000-0000-7000-8000-0000000000e1".into(),
                rack: rack(),
                tag: "A1".into(),
                partner: "then Barbell row (A2)".into(),
                swap: Some(swap("bench", "Barbell bench press")),
            }),
            exercises: vec![block("bench", "Barbell bench press", 1), block("row", "Barbell row", 0)],
            swaps: vec![swap("row", "Barbell row")],
            finish_key: "019d".repeat(5),
            notes: String::new(),
            copilot: true,
            messages: vec![],
            run_id: String::new(),
            ask_key: "019e".repeat(5),
            offers: vec![Offer { id: "plank".into(), name: "Plank".into(), ..Offer::default() }],
            blank: super::active::offline_exercises::blank(),
        }
    }
}

impl Sample for DonePage {
    fn sample() -> Self {
        let decision = |name: &str, tone, next: &str, change: &str| DecisionCard {
            name: name.into(),
            tone,
            next: next.into(),
            change: change.into(),
            because: "All 4 sets reached 8 at 82.5 kg within RPE 8.5, so the load goes up one step.".into(),
            flips_if: "One set below 8 would have held it.".into(),
        };
        Self {
            title: "Upper A, done".into(),
            date: "Wed 25 Nov".into(),
            volume: "7 240".into(),
            sets: "17".into(),
            minutes: "56".into(),
            records: vec![RecordLine {
                name: "Barbell bench press".into(),
                words: "e1RM 104 kg, before 101 kg".into(),
            }],
            decisions: vec![
                decision("Barbell bench press", "good", "85 kg × 6–8", "+2.5 kg"),
                decision("Barbell row", "", "70 kg × 6–8", "held"),
                decision("Lat pulldown", "wait", "50 kg × 8–10", "−10% deload"),
            ],
            none: "Nothing was decided.",
            lines: vec![Line { name: "Barbell bench press".into(), sets: "82.5 kg × 8, 8, 8, 8".into() }],
            notes: Some("Slept badly.".into()),
            next: Some(NextUp {
                focus: "Lower A".into(),
                when: "Fri 27 Nov".into(),
                facts: "55 min · 17 sets".into(),
            }),
        }
    }
}

//! What rows say of lines, times and counts.

use jiff::Timestamp;

use super::tests::{HEVY, STRONG, read_text, reading};
use super::*;

/// Sets of one workout in Hevy's columns.
fn workout(start: &str, end: &str, sets: usize) -> Workout {
    let row = |at| format!("A,\"{start}\",\"{end}\",,Squat,,,{at},normal,60,5,,,\n");
    let text: String = (0..sets).map(row).collect();
    let sheet = read_text(&format!("{HEVY}{text}"));
    let [workout] = sheet.workouts.as_slice() else { panic!("one workout: {sheet:?}") };
    workout.clone()
}

#[test]
fn the_sets_of_a_workout_stay_together_whatever_its_end_says() {
    let zone = reading().zone;
    let cases = [
        // Start, end, sets, how long it took in minutes, when the last set was.
        ("1 Nov 2025, 01:30", "20 Nov 2025, 03:06", 5, 15, 15),
        ("13 Mar 2026, 15:22", "14 Mar 2026, 11:22", 20, 60, 60),
        ("13 Mar 2026, 15:22", "13 Mar 2026, 18:22", 3, 180, 15),
        ("13 Mar 2026, 15:22", "13 Mar 2026, 16:22", 20, 60, 60),
        ("13 Mar 2026, 15:22", "13 Mar 2026, 15:00", 4, 12, 12),
        ("13 Mar 2026, 15:22", "13 Mar 2026, 19:22", 600, 240, 240),
        ("13 Mar 2026, 23:50", "14 Mar 2026, 01:00", 10, 70, 9),
        ("13 Mar 2026, 23:59", "", 30, 0, 0),
    ];
    for (start, end, count, took, last) in cases {
        let workout = workout(start, end, count);
        let after = |at: Timestamp| at.duration_since(workout.started_at).as_mins();
        assert_eq!(workout.sets.len(), count);
        assert_eq!(after(workout.ended_at), took, "{start} to {end}");
        assert_eq!(after(workout.sets.last().unwrap().at), last, "{start} to {end}");
        let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
        assert!(workout.sets.iter().all(|set| day(set.at) == day(workout.started_at)), "{start}");
        let steps = workout.sets.windows(2).map(|pair| pair[1].at.duration_since(pair[0].at));
        assert!(steps.into_iter().all(|step| step.is_positive() && step.as_mins() <= 5), "{start}");
    }
}

#[test]
fn a_refused_row_is_told_by_its_line_however_lines_end() {
    let bad = "A,someday,,,Squat,,,0,normal,60,5,,,";
    let good = "A,\"13 Mar 2026, 15:22\",,\"one\ntwo\",Squat,,,0,normal,60,5,,,";
    // A good row, two empty lines, and bad rows on lines 6, 7 and 9.
    let text = format!("{HEVY}{good}\n\n\n{bad}\n{bad}\n\n{bad}\n");
    for end in ["\n", "\r\n", "\r"] {
        let text = text.replace('\n', end);
        for text in [text.clone(), format!("\u{feff}{text}"), text.trim_end().to_owned()] {
            let sheet = read_text(&text);
            let lines: Vec<_> = sheet.refused.iter().map(|refused| refused.line).collect();
            assert_eq!((lines, sheet.rows), (vec![6, 7, 9], 4), "{end:?}");
            assert_eq!(sheet.workouts[0].sets[0].line, 2, "{end:?}");
        }
    }
}

#[test]
fn a_quote_that_is_never_closed_is_told_by_the_line_it_opens_on() {
    let row = |note: &str| format!("A,\"13 Mar 2026, 15:22\",,,Squat,,{note},0,normal,60,5,,,\r\n");
    let (fine, open) = (row("fine"), row("\"open"));
    // The next row's quote ends it; the rows after that are whole again.
    let sheet = read_text(&format!("{HEVY}{fine}{open}{fine}{fine}"));
    let [refused] = sheet.refused.as_slice() else { panic!("{:?}", sheet.refused) };
    assert_eq!(refused.line, 3);
    assert_eq!(refused.reason, reason!("import_quote_open", line = 3));
    assert_eq!(sheet.workouts[0].sets.len(), 2, "what is not behind it is taken");
    // Nothing ends it, and all that the row needs stands before it.
    let row = |rpe: &str| format!("2026-03-13 15:22:00,A,30m,Squat,1,100,5,0,0,{rpe}\n");
    let sheet = read_text(&format!("{STRONG}{}{}{}", row("8"), row("\"8"), row("8")));
    assert_eq!((sheet.workouts[0].sets.len(), sheet.refused.len()), (1, 1), "{sheet:?}");
    assert_eq!(sheet.refused[0].reason, reason!("import_quote_open", line = 3), "{:?}", sheet.refused);
    let header = format!("\"{HEVY}{fine}");
    let Unreadable(why) = read(header.as_bytes(), &reading()).unwrap_err();
    assert_eq!(why, reason!("import_quote_open", line = 1));
}

#[test]
fn strong_writes_0_for_what_was_not_counted() {
    // Exercise, weight, reps, distance, seconds: reps that are taken, or the code of the reason.
    for (cells, taken) in [
        ("\"Running\",1,0,0,5.2,0", Err("import_distance_alone")),
        ("\"Sled Push\",1,100,0,20,0", Err("import_distance_alone")),
        ("\"Stretching\",1,0,0,0,0", Err("import_nothing_counted")),
        ("\"Running\",1,0,0,5.2,1800", Ok((None, Some(1800)))),
        ("\"Squat (Barbell)\",1,140,0,0,0", Ok((Some(0), None))),
        ("\"Squat (Barbell)\",1,100,5,0,0", Ok((Some(5), None))),
    ] {
        let sheet = read_text(&format!("{STRONG}2026-03-13 15:22:00,\"A\",30m,{cells},0\n"));
        match taken {
            Ok(counted) => {
                let set = &sheet.workouts[0].sets[0];
                assert_eq!((set.reps, set.seconds), counted, "{cells}");
            }
            Err(code) => {
                let [refused] = sheet.refused.as_slice() else { panic!("{cells}: {sheet:?}") };
                assert!(refused.line == 2 && refused.reason.code == code, "{cells}: {refused:?}");
            }
        }
    }
}

use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;
use crate::wording::reason;

pub(super) const HEVY: &str = "title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n";
pub(super) const STRONG: &str =
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE\n";

pub(super) fn reading() -> Reading {
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    Reading { units: Units::Kg, zone, now: "2026-06-01T00:00:00Z".parse().unwrap() }
}

pub(super) fn read_text(text: &str) -> Sheet {
    read(text.as_bytes(), &reading()).unwrap()
}

/// exercise, kind, kilograms, repetitions, seconds, RPE
fn lifted(sheet: &Sheet) -> Vec<String> {
    let sets = sheet.workouts.iter().flat_map(|workout| &workout.sets);
    let count = |count: Option<u32>| count.map_or("-".to_owned(), |count| count.to_string());
    sets.map(|set| {
        let (reps, rpe) =
            (count(set.reps.map(u32::from)), set.rpe.map_or("-".to_owned(), |rpe| rpe.to_string()));
        format!("{} {} {} {reps} {} {rpe}", set.exercise, set.kind, set.weight_kg, count(set.seconds))
    })
    .collect()
}

#[test]
fn hevy_as_it_is_exported() {
    let sheet = read_text(&format!(
        "{HEVY}\"Push\",\"13 Mar 2026, 15:22\",\"13 Mar 2026, 16:22\",\"good, very\",\"Bench Press (Barbell)\",,\"wide\",0,\"warmup\",40,10,,,\n\
         \"Push\",\"13 Mar 2026, 15:22\",\"13 Mar 2026, 16:22\",\"good, very\",\"Bench Press (Barbell)\",,\"wide\",1,\"normal\",82.5,5,,,8.5\n\
         \"Push\",\"13 Mar 2026, 15:22\",\"13 Mar 2026, 16:22\",\"good, very\",\"Bench Press (Barbell)\",,\"wide\",2,\"failure\",80,9,,,10\n\
         \"Push\",\"13 Mar 2026, 15:22\",\"13 Mar 2026, 16:22\",\"good, very\",\"Plank\",0,\"\",0,\"dropset\",,,,45,\n"
    ));
    assert_eq!((sheet.format, sheet.rows, sheet.ignored), (Format("hevy"), 4, 0));
    assert_eq!(sheet.refused, []);
    assert_eq!(
        lifted(&sheet),
        [
            "Bench Press (Barbell) warmup 40 10 - -",
            "Bench Press (Barbell) working 82.5 5 - 8.5",
            "Bench Press (Barbell) amrap 80 9 - 10",
            "Plank drop 0 - 45 -",
        ]
    );
    let [workout] = sheet.workouts.as_slice() else { panic!("one workout") };
    assert_eq!(workout.started_at.to_string(), "2026-03-13T14:22:00Z", "the person's own time");
    assert_eq!(workout.ended_at.to_string(), "2026-03-13T15:22:00Z");
    assert_eq!(workout.notes.as_deref(), Some("Push\ngood, very"));
    let notes: Vec<_> = workout.sets.iter().map(|set| set.note.as_deref()).collect();
    assert_eq!(notes, [Some("wide"), None, None, None], "it is repeated on every row and said once");
    assert!(workout.sets.windows(2).all(|pair| pair[0].at < pair[1].at));
    assert!(workout.sets.iter().all(|set| set.at <= workout.ended_at));
}

#[test]
fn hevy_in_pounds_and_miles() {
    let header = HEVY.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles");
    let sheet =
        read_text(&format!("{header}A,\"13 Mar 2026, 9:05\",,,Squat (Barbell),,,0,normal,135,5,,,\n"));
    assert_eq!(lifted(&sheet), ["Squat (Barbell) working 61.23 5 - -"]);
}

#[test]
fn strong_as_it_is_exported() {
    let sheet = read_text(&format!(
        "{STRONG}2026-03-13 15:22:00,\"Legs\",1h 5m,\"Squat (Barbell)\",W,60,5,0,0,\n\
         2026-03-13 15:22:00,\"Legs\",1h 5m,\"Squat (Barbell)\",1,100,5,0,0,8\n\
         2026-03-13 15:22:00,\"Legs\",1h 5m,\"Squat (Barbell)\",Rest Timer,0,0,0,180,\n\
         2026-03-13 15:22:00,\"Legs\",1h 5m,\"Squat (Barbell)\",D,80,8,0,0,\n\
         2026-03-13 15:22:00,\"Legs\",1h 5m,\"Squat (Barbell)\",F,70,12,0,0,\n\
         2026-03-13 15:22:00,\"Legs\",1h 5m,\"Plank\",1,0,0,0,60,\n"
    ));
    assert_eq!((sheet.format, sheet.rows, sheet.ignored), (Format("strong"), 6, 1));
    assert_eq!(
        lifted(&sheet),
        [
            "Squat (Barbell) warmup 60 5 - -",
            "Squat (Barbell) working 100 5 - 8",
            "Squat (Barbell) drop 80 8 - -",
            "Squat (Barbell) amrap 70 12 - -",
            "Plank working 0 - 60 -",
        ]
    );
    let took = sheet.workouts[0].ended_at.duration_since(sheet.workouts[0].started_at);
    assert_eq!(took.as_mins(), 65);
}

#[test]
fn strong_with_semicolons_units_and_notes() {
    let sheet = read_text(
        "\u{feff}Date;Workout Name;Duration;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;Workout Notes\n\
         2026-03-13 15:22:00;Legs;30m;Squat (Barbell);1;135;lbs;5;7,5;;;0;\"first\nsecond \"\"line\"\"\";tired\n\
         2026-03-13 15:22:00;Legs;30m;Squat (Barbell);2;62,5;kg;5;;;;0;;tired\n",
    );
    assert_eq!(
        lifted(&sheet),
        ["Squat (Barbell) working 61.23 5 - 7.5", "Squat (Barbell) working 62.5 5 - -"]
    );
    assert_eq!(sheet.workouts[0].sets[0].note.as_deref(), Some("first\nsecond \"line\""));
    assert_eq!(sheet.workouts[0].notes.as_deref(), Some("Legs\ntired"));
}

#[test]
fn a_weight_without_a_unit_is_the_persons() {
    let text = format!("{STRONG}2026-03-13 15:22:00,A,30m,Squat (Barbell),1,100,5,0,0,\n");
    let pounds = Reading { units: Units::Lb, ..reading() };
    assert_eq!(lifted(&read(text.as_bytes(), &pounds).unwrap()), ["Squat (Barbell) working 45.36 5 - -"]);
    assert_eq!(lifted(&read_text(&text)), ["Squat (Barbell) working 100 5 - -"]);
}

#[test]
fn what_cannot_be_read_is_refused_with_line_and_reason() {
    // start, exercise, type, weight, reps, seconds, rpe: column, words of the reason
    let cases = [
        ("13/03/2026 15:22", "Squat", "normal", "60", "5", "", "", "start_time", "not a date"),
        ("", "Squat", "normal", "60", "5", "", "", "start_time", "not a date"),
        ("31 Feb 2026, 15:22", "Squat", "normal", "60", "5", "", "", "start_time", "not a date"),
        ("13 Mar 2036, 15:22", "Squat", "normal", "60", "5", "", "", "start_time", "no day on which"),
        ("13 Mar 1936, 15:22", "Squat", "normal", "60", "5", "", "", "start_time", "no day on which"),
        ("13 Mar 2026, 15:22", "", "normal", "60", "5", "", "", "exercise_title", "name"),
        ("13 Mar 2026, 15:22", "Squat", "sideways", "60", "5", "", "", "set_type", "no kind of set"),
        ("13 Mar 2026, 15:22", "Squat", "normal", "heavy", "5", "", "", "weight_kg", "not a number"),
        ("13 Mar 2026, 15:22", "Squat", "normal", "-5", "5", "", "", "weight_kg", "0 to 1000"),
        ("13 Mar 2026, 15:22", "Squat", "normal", "1e3", "5", "", "", "weight_kg", "not a number"),
        ("13 Mar 2026, 15:22", "Squat", "normal", "NaN", "5", "", "", "weight_kg", "not a number"),
        ("13 Mar 2026, 15:22", "Squat", "normal", "60", "5.5", "", "", "reps", "whole number"),
        ("13 Mar 2026, 15:22", "Squat", "normal", "60", "101", "", "", "reps", "whole number"),
        ("13 Mar 2026, 15:22", "Squat", "normal", "60", "", "40000", "", "duration_seconds", "0 to 36000"),
        ("13 Mar 2026, 15:22", "Squat", "normal", "60", "5", "", "11", "rpe", "1 to 10"),
        ("13 Mar 2026, 15:22", "Squat", "normal", "60", "", "", "", "", "neither"),
    ];
    for (start, exercise, kind, weight, reps, seconds, rpe, column, words) in cases {
        let good = "A,\"13 Mar 2026, 15:22\",,,Squat,,,0,normal,60,5,,,\n";
        let bad = format!("A,\"{start}\",,,{exercise},,,1,{kind},{weight},{reps},,{seconds},{rpe}\n");
        let sheet = read_text(&format!("{HEVY}{good}{bad}{good}"));
        let [refused] = sheet.refused.as_slice() else { panic!("{bad}: {:?}", sheet.refused) };
        assert_eq!((refused.line, refused.column.as_str()), (3, column), "{bad}");
        let why = reason(&refused.reason);
        assert!(why.contains(words), "{bad}: {why}");
        assert_eq!(lifted(&sheet).len(), 2, "the others are taken");
    }
    let run = "A,\"13 Mar 2026, 15:22\",,,Running,,,0,normal,,,5,,\n";
    assert_eq!(read_text(&format!("{HEVY}{run}")).refused[0].reason.code, "import_distance_alone");
    let short = read_text(&format!("{HEVY}A,\"13 Mar 2026, 15:22\"\n"));
    assert_eq!(short.refused.len(), 1, "a row without its cells");
}

#[test]
fn a_file_that_is_no_export_is_refused_in_a_sentence() {
    for (bytes, words) in [
        (&b""[..], "empty"),
        (b" \r\n ", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not text"),
        (b"\xff\xfed\0a\0t\0e\0", "UTF-16"),
        (b"Date,Workout Name\nM\xfcller,\n", "Line 2 is not UTF-8"),
        (b"a,b,c\n1,2,3\n", "does not name the columns"),
        (b"{\"sessions\": []}", "does not name the columns"),
        (b"exercise_title,reps\nSquat,5\n", "start_time"),
        (b"Exercise Name,Date\nSquat,5\n", "Set Order"),
    ] {
        let why = reason(&read(bytes, &reading()).unwrap_err().0);
        assert!(why.contains(words), "{why}");
    }
}

#[test]
fn the_clock_may_jump() {
    // Berlin, 29 March 2026: 02:30 does not exist; 25 October 2025: fine.
    let row = |time: &str| format!("{STRONG}{time},A,30m,Squat (Barbell),1,100,5,0,0,\n");
    let at = |time: &str| read_text(&row(time)).workouts[0].started_at.to_string();
    assert_eq!(at("2026-03-29 02:30:00"), "2026-03-29T01:30:00Z");
    assert_eq!(at("2025-10-26 02:30:00"), "2025-10-26T00:30:00Z");
    assert_eq!(at("2026-03-13T15:22:00Z"), "2026-03-13T15:22:00Z");
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _read = read(&bytes, &reading());
    }

    #[test]
    fn any_cells_are_taken_or_refused_once(
        cells in proptest::collection::vec(proptest::collection::vec("[ -~\u{e9}\n]{0,12}|13 Mar 2026, 15:22|normal|W|5|60,5", 1..16), 0..12),
        hevy: bool,
    ) {
        let mut file = csv::Writer::from_writer(Vec::new());
        let header = if hevy { HEVY } else { STRONG };
        file.write_record(header.trim().split(',')).unwrap();
        let width = header.split(',').count();
        for row in &cells {
            file.write_record((0..width).map(|at| row.get(at).map_or("", String::as_str))).unwrap();
        }
        let bytes = file.into_inner().unwrap();
        let sheet = read(&bytes, &reading()).unwrap();
        let taken: usize = sheet.workouts.iter().map(|workout| workout.sets.len()).sum();
        prop_assert_eq!(taken + sheet.refused.len() + sheet.ignored, sheet.rows);
        for set in sheet.workouts.iter().flat_map(|workout| &workout.sets) {
            prop_assert!((0.0..=1000.0).contains(&set.weight_kg) && set.reps.is_none_or(|reps| reps <= 100));
            prop_assert!(set.rpe.is_none_or(|rpe| (1.0..=10.0).contains(&rpe) && (rpe * 2.0).fract() == 0.0));
            prop_assert!(set.reps.is_some() != set.seconds.is_some() || set.reps.is_some());
        }
    }

}

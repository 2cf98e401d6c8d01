//! An importer is a declaration: this one is of a program that does not exist.

use std::collections::BTreeSet;

use super::importer::{Column, plain};
use super::tests::{HEVY, STRONG, reading};
use super::*;
use crate::wording;

/// Its files have a row a set, no kinds of sets but a mark of warm-ups, and days without a time.
const IRON_LOG: Importer = Importer {
    id: "iron_log",
    name: "Iron Log",
    known_by: "Lift",
    needs: ["Day", "Lift"],
    columns: &[&[
        ("Day", Column::Start),
        ("Lift", Column::Exercise),
        ("Sort", Column::Kind),
        ("Stone (lb)", Column::Weight),
        ("Stone (kg)", Column::Weight),
        ("Times", Column::Reps),
        ("Held (s)", Column::Seconds),
        ("Remark", Column::Note),
    ]],
    units: &[("Stone (lb)", Units::Lb), ("Stone (kg)", Units::Kg)],
    kinds: &[("easy", Some(SetKind::Warmup)), ("break", None)],
    dates: &["%d.%m.%Y"],
    writes_zero_for_none: true,
};

const KNOWN: &[&Importer] = &[&IRON_LOG];

fn read_text(text: &str) -> Result<Sheet, Unreadable> {
    read_by(KNOWN, text.as_bytes(), &reading())
}

#[test]
fn a_declared_importer_reads_its_program() {
    let text = "Day;Lift;Sort;Stone (lb);Times;Held (s);Remark\n\
                13.03.2026;Squat (Barbell);easy;45;5;0;\n\
                13.03.2026;Squat (Barbell);;135;5;0;deep\n\
                13.03.2026;Squat (Barbell);break;0;0;90;\n\
                13.03.2026;Plank;;0;0;60;\n\
                13.03.2026;Squat (Barbell);sideways;135;5;0;\n";
    let sheet = read_text(text).unwrap();
    assert_eq!((sheet.format, sheet.rows, sheet.ignored), (Format("iron_log"), 5, 1));
    let [refused] = sheet.refused.as_slice() else { panic!("{:?}", sheet.refused) };
    assert_eq!((refused.line, refused.column.as_str()), (6, "Sort"));
    let [workout] = sheet.workouts.as_slice() else { panic!("{sheet:?}") };
    assert_eq!(workout.started_at.to_string(), "2026-03-12T23:00:00Z", "the person's own day");
    let sets: Vec<_> =
        workout.sets.iter().map(|set| (set.kind, set.weight_kg, set.reps, set.seconds)).collect();
    assert_eq!(
        sets,
        [
            (SetKind::Warmup, 20.41, Some(5), None),
            (SetKind::Working, 61.23, Some(5), None),
            (SetKind::Working, 0.0, None, Some(60)),
        ]
    );
    assert_eq!(workout.sets[1].note.as_deref(), Some("deep"));
}

#[test]
fn what_no_importer_knows_is_refused_with_what_could_be_read() {
    for header in [HEVY, STRONG, "a,b\n"] {
        let Unreadable(why) = read_text(header).unwrap_err();
        assert!(wording::reason(&why).contains("Iron Log"), "{why:?}");
    }
    let Unreadable(why) = read_text("Lift,Times\n").unwrap_err();
    let [first, second] = IRON_LOG.needs;
    assert_eq!(why, reason!("import_columns_missing", first = first, second = second));
    let Unreadable(why) = read(b"a,b\n", &reading()).unwrap_err();
    for importer in IMPORTERS {
        assert!(wording::reason(&why).contains(importer.name), "{why:?}");
    }
}

#[test]
fn a_weight_is_in_the_unit_of_the_column_that_is_read() {
    for (first, second, kg) in [("Stone (lb)", "Stone (kg)", "45.36"), ("Stone (kg)", "Stone (lb)", "100")] {
        let sheet = read_text(&format!("Day,Lift,{first},{second},Times\n13.03.2026,Row,100,7,5\n")).unwrap();
        assert_eq!(sheet.workouts[0].sets[0].weight_kg.to_string(), kg, "{first}");
    }
}

#[test]
fn importers_are_told_apart_and_what_each_needs_it_reads() {
    let all: Vec<_> = IMPORTERS.iter().copied().chain(KNOWN.iter().copied()).collect();
    let ids: BTreeSet<_> = all.iter().map(|importer| importer.id).collect();
    let marks: BTreeSet<_> = all.iter().map(|importer| plain(importer.known_by)).collect();
    assert_eq!((ids.len(), marks.len()), (all.len(), all.len()));
    for importer in all {
        let read = importer.needs.into_iter().chain([importer.known_by]);
        let unread: Vec<_> = read.filter(|name| importer.column(name).is_none()).collect();
        assert!(unread.is_empty(), "{} needs {unread:?}", importer.id);
        let units = importer.units.iter().filter(|(name, _)| importer.column(name) != Some(Column::Weight));
        assert_eq!(units.count(), 0, "{}", importer.id);
        let others = IMPORTERS.iter().filter(|other| other.id != importer.id);
        let claimed = others.filter(|other| {
            other.columns.iter().copied().flatten().any(|(name, _)| plain(name) == plain(importer.known_by))
        });
        assert_eq!(claimed.count(), 0, "{}: its mark is another's column", importer.id);
    }
}

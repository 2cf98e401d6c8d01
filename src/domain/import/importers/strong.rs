//! Strong, in each of the ways it has written its exports: with and without units, with commas and
//! semicolons.

use crate::domain::import::importer::{Column, Importer};
use crate::domain::profile::Units;
use crate::domain::session::SetKind;

pub const STRONG: Importer = Importer {
    id: "strong",
    name: "Strong",
    known_by: "Exercise Name",
    needs: ["Date", "Set Order"],
    columns: &[COLUMNS],
    units: &[("Weight (kg)", Units::Kg), ("Weight (lb)", Units::Lb), ("Weight (lbs)", Units::Lb)],
    kinds: &[
        ("w", Some(SetKind::Warmup)),
        ("d", Some(SetKind::Drop)),
        ("f", Some(SetKind::Amrap)),
        ("rest timer", None),
        ("note", None),
    ],
    dates: &["%Y-%m-%d %H:%M:%S"],
    writes_zero_for_none: true,
};

const COLUMNS: &[(&str, Column)] = &[
    ("Date", Column::Start),
    ("Workout Name", Column::Title),
    ("Duration", Column::Duration),
    ("Duration (sec)", Column::Duration),
    ("Workout Duration", Column::Duration),
    ("Exercise Name", Column::Exercise),
    ("Set Order", Column::Kind),
    ("Weight", Column::Weight),
    ("Weight (kg)", Column::Weight),
    ("Weight (lb)", Column::Weight),
    ("Weight (lbs)", Column::Weight),
    ("Weight Unit", Column::WeightUnit),
    ("Reps", Column::Reps),
    ("RPE", Column::Rpe),
    ("Distance", Column::Distance),
    ("Distance (km)", Column::Distance),
    ("Distance (miles)", Column::Distance),
    ("Distance (meters)", Column::Distance),
    ("Seconds", Column::Seconds),
    ("Notes", Column::Note),
    ("Workout Notes", Column::Description),
];

//! Hevy, and our own exports: they have Hevy's columns and some of ours beside them.

use crate::domain::import::importer::{Column, Importer};
use crate::domain::import::ours;
use crate::domain::profile::Units;
use crate::domain::session::SetKind;

pub const HEVY: Importer = Importer {
    id: "hevy",
    name: "Hevy",
    known_by: "exercise_title",
    needs: ["start_time", "set_type"],
    columns: &[COLUMNS, ours::COLUMNS],
    units: &[("weight_kg", Units::Kg), ("weight_lb", Units::Lb), ("weight_lbs", Units::Lb)],
    kinds: &[
        ("normal", Some(SetKind::Working)),
        ("warmup", Some(SetKind::Warmup)),
        ("dropset", Some(SetKind::Drop)),
        ("failure", Some(SetKind::Amrap)),
    ],
    dates: &["%d %b %Y, %H:%M", "%b %d, %Y, %I:%M %p"],
    writes_zero_for_none: false,
};

const COLUMNS: &[(&str, Column)] = &[
    ("title", Column::Title),
    ("start_time", Column::Start),
    ("end_time", Column::End),
    ("description", Column::Description),
    ("exercise_title", Column::Exercise),
    ("exercise_notes", Column::Note),
    ("set_type", Column::Kind),
    ("weight", Column::Weight),
    ("weight_kg", Column::Weight),
    ("weight_lb", Column::Weight),
    ("weight_lbs", Column::Weight),
    ("weight_unit", Column::WeightUnit),
    ("reps", Column::Reps),
    ("distance", Column::Distance),
    ("distance_km", Column::Distance),
    ("distance_miles", Column::Distance),
    ("distance_meters", Column::Distance),
    ("duration_seconds", Column::Seconds),
    ("rpe", Column::Rpe),
];

//! Which column is which, by its name.

use csv::StringRecord;

use super::{Format, Unreadable};
use crate::domain::profile::Units;
use crate::reason;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Start,
    End,
    Duration,
    Title,
    Description,
    Exercise,
    Note,
    Kind,
    Weight,
    WeightUnit,
    Reps,
    Distance,
    Seconds,
    Rpe,
    // Those of our own exports, beside Hevy's.
    SessionId,
    StartedAt,
    EndedAt,
    SplitDay,
    SetId,
    SetIndex,
    Pain,
    LoggedAt,
}

/// The columns of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// Which program wrote it.
    pub format: Format,
    /// The unit that the weight's column names.
    pub units: Option<Units>,
    places: Vec<(Column, usize, String)>,
}

/// Small letters and digits: `Weight (kg)` and `weight_kg` are the same.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What a column of either program holds, by its plain name.
fn column(name: &str) -> Option<Column> {
    Some(match name {
        "date" | "starttime" => Column::Start,
        "endtime" => Column::End,
        "duration" | "durationsec" | "workoutduration" => Column::Duration,
        "title" | "workoutname" => Column::Title,
        "description" | "workoutnotes" => Column::Description,
        "exercisename" | "exercisetitle" => Column::Exercise,
        "notes" | "exercisenotes" => Column::Note,
        "setorder" | "settype" => Column::Kind,
        "weight" | "weightkg" | "weightlb" | "weightlbs" => Column::Weight,
        "weightunit" => Column::WeightUnit,
        "reps" => Column::Reps,
        "distance" | "distancekm" | "distancemiles" | "distancemeters" => Column::Distance,
        "seconds" | "durationseconds" => Column::Seconds,
        "rpe" => Column::Rpe,
        "spottersessionid" => Column::SessionId,
        "spotterstartedat" => Column::StartedAt,
        "spotterendedat" => Column::EndedAt,
        "spottersplitday" => Column::SplitDay,
        "spottersetid" => Column::SetId,
        "spottersetindex" => Column::SetIndex,
        "spotterpain" => Column::Pain,
        "spotterloggedat" => Column::LoggedAt,
        _ => return None,
    })
}

impl Columns {
    /// From the header. A file of another program is refused.
    pub fn of(header: &StringRecord) -> Result<Self, Unreadable> {
        let mut places: Vec<(Column, usize, String)> = Vec::new();
        for (at, name) in header.iter().enumerate() {
            if let Some(found) = column(&plain(name))
                && !places.iter().any(|(known, ..)| *known == found)
            {
                places.push((found, at, name.trim().to_owned()));
            }
        }
        let named = |wanted: &str| header.iter().any(|name| plain(name) == wanted);
        let format = match (named("exercisetitle"), named("exercisename")) {
            (true, _) => Format::Hevy,
            (_, true) => Format::Strong,
            _ => return Err(foreign(header)),
        };
        let units = match (named("weightkg"), named("weightlb") || named("weightlbs")) {
            (true, _) => Some(Units::Kg),
            (_, true) => Some(Units::Lb),
            _ => None,
        };
        let columns = Self { format, units, places };
        for needed in [Column::Start, Column::Kind] {
            if columns.place(needed).is_none() {
                let (first, second) = match format {
                    Format::Hevy => ("start_time", "set_type"),
                    Format::Strong => ("Date", "Set Order"),
                };
                return Err(Unreadable(reason!("import_columns_missing", first = first, second = second)));
            }
        }
        Ok(columns)
    }

    fn place(&self, wanted: Column) -> Option<&(Column, usize, String)> {
        self.places.iter().find(|(column, ..)| *column == wanted)
    }

    /// A row's cell as it is; empty where the file has no such column.
    pub fn cell<'r>(&self, row: &'r StringRecord, wanted: Column) -> &'r str {
        self.place(wanted).and_then(|(_, at, _)| row.get(*at)).unwrap_or_default()
    }

    /// The column as the file names it.
    pub fn name(&self, wanted: Column) -> String {
        self.place(wanted).map(|(.., name)| name.clone()).unwrap_or_default()
    }
}

fn foreign(header: &StringRecord) -> Unreadable {
    let found: String = header.iter().collect::<Vec<_>>().join(", ").chars().take(120).collect();
    let clean: String = found.chars().filter(|c| !c.is_control()).collect();
    Unreadable(reason!("import_foreign", text = clean))
}

//! How a program writes its exports: what [`importers`](super::importers) say of each.

use csv::StringRecord;

use crate::domain::profile::Units;
use crate::domain::session::SetKind;

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

/// How one program writes its exports. Names of columns are compared by their letters and digits alone.
#[derive(Debug)]
pub struct Importer {
    /// Its word in JSON.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// The column that only this program's files have: its header rule.
    pub known_by: &'static str,
    /// The columns without which nothing can be read, as the program names them.
    pub needs: [&'static str; 2],
    /// What each column holds. Others are not read.
    pub columns: &'static [&'static [(&'static str, Column)]],
    /// The columns of weights that name their unit.
    pub units: &'static [(&'static str, Units)],
    /// Words for kinds of sets, in small letters, beside those that everybody uses; none for a row that is
    /// no set, such as a rest timer.
    pub kinds: &'static [(&'static str, Option<SetKind>)],
    /// How it writes dates (as `strftime` does), beside how everybody does.
    pub dates: &'static [&'static str],
    /// It writes 0 for what was not counted.
    pub writes_zero_for_none: bool,
}

impl Importer {
    /// Whether a file with this header is of this program.
    #[must_use]
    pub fn knows(&self, header: &StringRecord) -> bool {
        header.iter().any(|name| same(name, self.known_by))
    }

    /// What a column of this name holds.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<Column> {
        self.columns.iter().copied().flatten().find(|(known, _)| same(known, name)).map(|(_, column)| *column)
    }

    /// The unit that a weight's column names.
    #[must_use]
    pub fn units(&self, name: &str) -> Option<Units> {
        self.units.iter().find(|(known, _)| same(known, name)).map(|(_, units)| *units)
    }
}

/// `Weight (kg)` and `weight_kg` are one name.
fn same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

/// A column's name by its small letters and digits.
pub fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

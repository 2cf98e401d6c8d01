//! Which column is which, by its name.

use csv::StringRecord;

use super::Unreadable;
use super::importer::{Column, Importer};
use crate::domain::profile::Units;
use crate::reason;

/// The columns of a file.
#[derive(Debug)]
pub struct Columns {
    /// How the program that wrote it writes.
    pub importer: &'static Importer,
    /// The unit that the weight's column names.
    pub units: Option<Units>,
    places: Vec<(Column, usize, String)>,
}

impl Columns {
    /// From the header. A file that no importer knows is refused.
    pub fn of(header: &StringRecord, importers: &[&'static Importer]) -> Result<Self, Unreadable> {
        let known = importers.iter().find(|importer| importer.knows(header));
        let importer: &'static Importer = known.ok_or_else(|| foreign(header, importers))?;
        let mut places: Vec<(Column, usize, String)> = Vec::new();
        for (at, name) in header.iter().enumerate() {
            if let Some(found) = importer.column(name)
                && !places.iter().any(|(known, ..)| *known == found)
            {
                places.push((found, at, name.trim().to_owned()));
            }
        }
        let columns = Self { importer, units: None, places };
        let is_there = |name: &&str| importer.column(name).is_some_and(|held| columns.place(held).is_some());
        if !importer.needs.iter().all(is_there) {
            let [first, second] = importer.needs;
            return Err(Unreadable(reason!("import_columns_missing", first = first, second = second)));
        }
        Ok(Self { units: importer.units(&columns.name(Column::Weight)), ..columns })
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

fn foreign(header: &StringRecord, importers: &[&'static Importer]) -> Unreadable {
    let programs = importers.iter().map(|importer| importer.name).collect::<Vec<_>>().join(", ");
    let found: String = header.iter().collect::<Vec<_>>().join(", ").chars().take(120).collect();
    let clean: String = found.chars().filter(|c| !c.is_control()).collect();
    Unreadable(reason!("import_foreign", programs = programs, text = clean))
}

//! Rows of our own exports. Beside Hevy's columns they say which session and set each row is, and what
//! Hevy has no column for, so that what was exported is imported as it was.

use jiff::Timestamp;

use super::cells;
use super::importer::Column;
use super::row::{Cells, LONGEST, Moments, Row};
use super::{Identity, OurSet, ReadSet, Refusal};
use crate::reason;

/// Our columns.
pub(super) const COLUMNS: &[(&str, Column)] = &[
    ("spotter_session_id", Column::SessionId),
    ("spotter_started_at", Column::StartedAt),
    ("spotter_ended_at", Column::EndedAt),
    ("spotter_split_day", Column::SplitDay),
    ("spotter_set_id", Column::SetId),
    ("spotter_set_index", Column::SetIndex),
    ("spotter_pain", Column::Pain),
    ("spotter_logged_at", Column::LoggedAt),
];

/// The row with what our own columns say in place of what Hevy's do.
pub(super) fn read(cells: &Cells<'_>, row: Row, moments: &mut Moments<'_>) -> Result<Row, Refusal> {
    let start = moment(cells, Column::StartedAt, moments)?.unwrap_or(row.start);
    let at = moment(cells, Column::LoggedAt, moments)?.unwrap_or(start);
    let ours = OurSet {
        id: id(cells, Column::SetId)?,
        set_index: cells.value(Column::SetIndex, cells::set_index)?,
        pain: cells.value(Column::Pain, cells::yes)?,
    };
    let note = cells::verbatim(cells.verbatim(Column::Note), LONGEST.1);
    Ok(Row {
        identity: Identity::Ours(id(cells, Column::SessionId)?),
        start,
        end: moment(cells, Column::EndedAt, moments)?,
        split_day: cells::words(cells.text(Column::SplitDay), LONGEST.2),
        title: None,
        description: cells::verbatim(cells.verbatim(Column::Description), LONGEST.0),
        set: ReadSet { note, at, ours: Some(ours), ..row.set },
    })
}

fn moment(
    cells: &Cells<'_>,
    column: Column,
    moments: &mut Moments<'_>,
) -> Result<Option<Timestamp>, Refusal> {
    if cells.text(column).is_empty() {
        return Ok(None);
    }
    Ok(Some(cells.value(column, |text| moments.read(text))?.at))
}

fn id(cells: &Cells<'_>, column: Column) -> Result<String, Refusal> {
    cells.value(column, |text| {
        let fits = (1..=LONGEST.2).contains(&text.len());
        fits.then(|| text.to_owned()).ok_or_else(|| reason!("import_no_id"))
    })
}

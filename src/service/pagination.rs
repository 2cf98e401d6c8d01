//! Keyset pages: newest first, with a cursor that says nothing to its reader.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use schemars::JsonSchema;
use serde::Serialize;

use super::error::{Error, Result};
use crate::reason;

/// Entries of a page when nothing is asked for.
const DEFAULT: i64 = 50;
/// Most entries of a page.
const MOST: i64 = 200;

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "PageOf{T}")]
pub struct Page<T> {
    /// The entries.
    pub items: Vec<T>,
    /// Send it as `cursor` for the next page; null on the last.
    pub next_cursor: Option<String>,
}

/// What a page is asked for by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask {
    /// The id after which the page begins, exclusive; the empty text begins at the start.
    pub after: String,
    /// How many, 1 to 200.
    pub limit: i64,
}

impl Ask {
    /// Reads the query's `cursor` and `limit`.
    pub fn new(cursor: Option<&str>, limit: Option<i64>) -> Result<Self> {
        let limit = limit.unwrap_or(DEFAULT);
        if !(1..=MOST).contains(&limit) {
            return Err(Error::field("?limit", "out_of_range", reason!("input_limit", most = MOST)));
        }
        let after = cursor.map_or_else(|| Ok(String::new()), open)?;
        Ok(Self { after, limit })
    }
}

fn open(cursor: &str) -> Result<String> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).ok();
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    text.filter(|text| !text.is_empty() && !text.contains('\0'))
        .ok_or_else(|| Error::field("?cursor", "invalid", reason!("input_cursor")))
}

impl<T> Page<T> {
    /// A page from one row more than was asked for.
    pub fn of(rows: Vec<T>, ask: &Ask, key: impl Fn(&T) -> &str) -> Self {
        Self::keyed(rows, ask, |row| key(row).to_owned())
    }

    /// A page from one row more than was asked for, where the cursor's key is made from the row.
    pub fn keyed(mut rows: Vec<T>, ask: &Ask, key: impl Fn(&T) -> String) -> Self {
        let limit = usize::try_from(ask.limit).unwrap_or(0);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next_cursor = rows.last().filter(|_| more).map(|row| URL_SAFE_NO_PAD.encode(key(row)));
        Self { items: rows, next_cursor }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_leads_to_where_the_page_ended() {
        let ask = Ask::new(None, Some(2)).unwrap();
        let page = Page::of(vec!["c".to_owned(), "b".to_owned(), "a".to_owned()], &ask, |row| row);
        assert_eq!(page.items, ["c", "b"]);
        let next = Ask::new(page.next_cursor.as_deref(), None).unwrap();
        assert_eq!(next.after, "b");
        let last = Page::of(vec!["a".to_owned()], &next, |row| row);
        assert_eq!(last.next_cursor, None);
    }

    #[test]
    fn a_made_up_cursor_or_limit_is_refused() {
        assert!(Ask::new(Some("%%%"), None).is_err());
        assert!(Ask::new(Some(""), None).is_err());
        assert!(Ask::new(None, Some(0)).is_err());
        assert!(Ask::new(None, Some(201)).is_err());
    }
}

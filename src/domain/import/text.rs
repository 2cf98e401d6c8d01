//! From bytes to text, and what separates its cells.

use super::Unreadable;
use super::lines::Lines;
use crate::reason;

/// The text without its byte order mark. Binary files and other encodings are refused.
pub fn decode(bytes: &[u8]) -> Result<&str, Unreadable> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(Unreadable(reason!("import_utf16")));
    }
    if bytes.contains(&0) {
        return Err(Unreadable(reason!("import_not_text")));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = Lines::of(bytes).at(error.valid_up_to());
        Unreadable(reason!("import_not_utf8", line = line))
    })?;
    if text.trim().is_empty() {
        return Err(Unreadable(reason!("import_empty")));
    }
    Ok(text)
}

/// The one of comma, semicolon and tab that the header has most of, outside quotes.
pub fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let (mut commas, mut semicolons, mut tabs) = (0, 0, 0);
    for character in text.trim_start().chars() {
        match character {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted => break,
            ',' if !quoted => commas += 1,
            ';' if !quoted => semicolons += 1,
            '\t' if !quoted => tabs += 1,
            _ => {}
        }
    }
    if semicolons > commas && semicolons >= tabs {
        b';'
    } else if tabs > commas {
        b'\t'
    } else {
        b','
    }
}

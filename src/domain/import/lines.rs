//! Where rows stand in a file, as an editor counts its lines: `\r\n`, `\n` and `\r` each end one.

/// The lines of a file, found once.
pub struct Lines<'t> {
    text: &'t [u8],
    /// Just past the end of each line.
    ends: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Of a text.
    pub fn of(text: &'t [u8]) -> Self {
        let next = text.iter().skip(1).map(Some).chain([None]);
        let ends_one = |(byte, next): (&u8, Option<&u8>)| match byte {
            b'\n' => true,
            b'\r' => next != Some(&b'\n'),
            _ => false,
        };
        let marked = text.iter().zip(next).map(ends_one).enumerate();
        Self { text, ends: marked.filter_map(|(at, ends)| ends.then_some(at + 1)).collect() }
    }

    /// The line of a byte, from 1.
    pub fn at(&self, byte: usize) -> u64 {
        self.ends.partition_point(|end| *end <= byte) as u64 + 1
    }

    /// The line of the row that the reader begins at a byte: the rest of the line end before it and
    /// empty lines come first.
    pub fn of_row(&self, byte: u64) -> u64 {
        let begin = usize::try_from(byte).unwrap_or(usize::MAX);
        let rest = self.text.get(begin..).unwrap_or_default();
        let empty = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.at(begin.saturating_add(empty))
    }
}

/// Where quotes open that are never closed: the text ends first, or the quote that closes one, lines
/// further on, was meant to open another. As in the reader, a quote opens only what begins with it.
pub fn unclosed_quotes(text: &[u8], delimiter: u8) -> Vec<usize> {
    let ends_cell = |byte: &u8| [delimiter, b'\n', b'\r'].contains(byte);
    let (mut found, mut open, mut lines, mut begins) = (Vec::new(), None, false, true);
    let mut bytes = text.iter().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        match (open, byte) {
            (Some(_), b'"') if bytes.next_if(|(_, next)| **next == b'"').is_some() => {}
            (Some(opened), b'"') => {
                let meant_to_open = lines && bytes.peek().is_some_and(|(_, next)| !ends_cell(next));
                found.extend(meant_to_open.then_some(opened));
                (open, begins) = (None, false);
            }
            (Some(_), b'\n' | b'\r') => lines = true,
            (Some(_), _) => {}
            (None, b'"') if begins => (open, lines) = (Some(at), false),
            (None, _) => begins = ends_cell(byte),
        }
    }
    found.extend(open);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_line_end_counts_once() {
        for text in ["a\nb\n\nc", "a\rb\r\rc", "a\r\nb\r\n\r\nc"] {
            let lines = Lines::of(text.as_bytes());
            let at = |what: &str| lines.at(text.find(what).unwrap());
            assert_eq!([at("a"), at("b"), at("c")], [1, 2, 4], "{text:?}");
            let after_b = text.find('b').unwrap() as u64 + 1;
            assert_eq!(lines.of_row(after_b), 4, "{text:?}: what is empty comes before the row");
        }
    }

    #[test]
    fn a_quote_that_stays_open_is_found_where_it_opens() {
        for (text, open) in [
            ("a,\"b\"\"c\",d", vec![]),
            ("a,\"b\nc\",d\n\"e\"", vec![]),
            ("a,\"b\"x,c", vec![]),
            ("5\" wide,\"b\"", vec![]),
            ("a,\"b\nc,\"d\ne", vec![2]),
            ("a,\"b\nc,\"d\",e\nf,\"g", vec![2, 15]),
            ("a,\"b\"\n\"c\nd", vec![6]),
            ("\"\"\"", vec![0]),
        ] {
            assert_eq!(unclosed_quotes(text.as_bytes(), b','), open, "{text:?}");
        }
    }
}

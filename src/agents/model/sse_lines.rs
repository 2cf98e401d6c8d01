//! Bytes of an event stream into its events, whatever way the bytes were cut.
//!
//! Owns the line rules of server-sent events (WHATWG HTML, section 9.2.6) and the liberties that
//! model servers take with them: an `error:` field, a bare JSON line without `data:`, a last event
//! without its blank line. Pure: no IO, no clock. It refuses to know what the data means.

/// The longest line taken, and the most data of one event, in bytes. A chat chunk has a few hundred;
/// the largest that means anything holds a call with all its arguments, and JSON may take 36 times its
/// length in memory once it is read.
pub const MAX_LINE: usize = 512 * 1024;

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// What a stream holds, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// An event: its name (`""` if none was given) and its data lines joined by a line feed.
    Event { name: String, data: String },
    /// The value of an `error:` field, which some servers send in place of a status.
    Error(String),
}

/// A line, or the data of an event, was longer than [`MAX_LINE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an event is longer than {MAX_LINE} bytes")]
pub struct TooLong;

/// The parser; feed it bytes with [`push`](Self::push) and close it with [`finish`](Self::finish).
#[derive(Debug, Default)]
pub struct Parser {
    line: Vec<u8>,
    /// The byte before this one was a CR that ended a line: a LF now belongs to it.
    after_cr: bool,
    /// The first line, which may carry a BOM, is behind us.
    past_first_line: bool,
    name: String,
    data: Option<String>,
}

impl Parser {
    /// Takes the next bytes and answers the items they complete.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Vec<Item>, TooLong> {
        let mut items = Vec::new();
        for &byte in bytes {
            let swallowed = byte == b'\n' && self.after_cr;
            self.after_cr = byte == b'\r';
            match byte {
                b'\n' if swallowed => {}
                b'\n' | b'\r' => self.end_line(&mut items),
                _ if self.is_too_long() => return Err(TooLong),
                _ => self.line.push(byte),
            }
        }
        Ok(items)
    }

    /// The stream is over: answers what an unfinished last line and event still hold.
    #[must_use]
    pub fn finish(mut self) -> Vec<Item> {
        let mut items = Vec::new();
        if !self.line.is_empty() {
            self.end_line(&mut items);
        }
        self.dispatch(&mut items);
        items
    }

    fn is_too_long(&self) -> bool {
        self.line.len() + self.data.as_ref().map_or(0, String::len) >= MAX_LINE
    }

    fn end_line(&mut self, items: &mut Vec<Item>) {
        let bytes = std::mem::take(&mut self.line);
        let bytes = match bytes.strip_prefix(BOM) {
            Some(rest) if !self.past_first_line => rest,
            _ => &bytes,
        };
        self.past_first_line = true;
        // Only whole lines are decoded, so a character cut in two by the network is whole again.
        self.take_line(&String::from_utf8_lossy(bytes), items);
    }

    fn take_line(&mut self, line: &str, items: &mut Vec<Item>) {
        if line.is_empty() {
            return self.dispatch(items);
        }
        if line.starts_with('{') {
            self.dispatch(items);
            items.push(Item::Event { name: String::new(), data: line.to_owned() });
            return;
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "data" => self.add_data(value),
            "event" => value.clone_into(&mut self.name),
            "error" => items.push(Item::Error(value.to_owned())),
            // A comment has an empty field name; `id`, `retry` and unknown fields mean nothing here.
            _ => {}
        }
    }

    fn add_data(&mut self, value: &str) {
        if let Some(data) = &mut self.data {
            data.push('\n');
            data.push_str(value);
        } else {
            self.data = Some(value.to_owned());
        }
    }

    fn dispatch(&mut self, items: &mut Vec<Item>) {
        let name = std::mem::take(&mut self.name);
        if let Some(data) = self.data.take() {
            items.push(Item::Event { name, data });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(bytes: &[u8]) -> Vec<Item> {
        let mut parser = Parser::default();
        let mut items = parser.push(bytes).unwrap();
        items.extend(parser.finish());
        items
    }

    fn data(text: &str) -> Item {
        Item::Event { name: String::new(), data: text.into() }
    }

    #[test]
    fn reads_the_lines_servers_send() {
        let cases: &[(&str, &[u8], Vec<Item>)] = &[
            ("line feeds", b"data: a\n\ndata: b\n\n", vec![data("a"), data("b")]),
            ("CRLF", b"data: a\r\n\r\ndata: b\r\n\r\n", vec![data("a"), data("b")]),
            ("CR alone", b"data: a\r\rdata: b\r\r", vec![data("a"), data("b")]),
            ("no space after the colon", b"data:a\n\n", vec![data("a")]),
            ("only one space is taken off", b"data:  a\n\n", vec![data(" a")]),
            ("a BOM first", b"\xEF\xBB\xBFdata: a\n\n", vec![data("a")]),
            ("a comment", b": thinking\n\ndata: a\n: still\n\n", vec![data("a")]),
            ("CRLF between lines of data", b"data: a\r\ndata: b\r\n\r\n", vec![data("a\nb")]),
            ("lines of data", b"data: a\ndata: b\n\n", vec![data("a\nb")]),
            ("empty data", b"data:\n\n", vec![data("")]),
            ("a field without a colon", b"data\n\n", vec![data("")]),
            ("other fields", b"id: 1\nretry: 5\nfoo: bar\ndata: a\n\n", vec![data("a")]),
            ("an error line", b"error: {\"code\":500}\n\n", vec![Item::Error("{\"code\":500}".into())]),
            ("a bare object", b"{\"error\":1}\n", vec![data("{\"error\":1}")]),
            ("no blank line at the end", b"data: a\n\ndata: [DONE]", vec![data("a"), data("[DONE]")]),
            ("bytes that are no UTF-8", b"data: \xFFa\n\n", vec![data("\u{FFFD}a")]),
            ("nothing", b"", vec![]),
            ("blank lines alone", b"\n\r\n\r\r\n", vec![]),
            (
                "a named event, whose name does not outlive it",
                b"event: error\ndata: a\n\ndata: b\n\n",
                vec![Item::Event { name: "error".into(), data: "a".into() }, data("b")],
            ),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(&parse(bytes), expected, "{name}");
        }
    }

    #[test]
    fn a_line_without_end_is_refused() {
        let mut parser = Parser::default();
        assert_eq!(parser.push(&vec![b'a'; MAX_LINE]), Ok(vec![]));
        assert_eq!(parser.push(b"a"), Err(TooLong));
        let mut parser = Parser::default();
        let lines = format!("data: {}\n", "a".repeat(1000)).repeat(MAX_LINE / 1000 + 1);
        assert_eq!(
            parser.push(lines.as_bytes()),
            Err(TooLong),
            "nor do many lines make an event without end"
        );
    }
}

//! The frames a reply is made of: pieces of data and one explicit end.
//!
//! Owns the step from a response body, in whatever shape a server sends it, to frames that cannot be
//! misread: an answer that was cut never looks like one that ended. Pure: no IO, no clock. It refuses
//! to look inside a chunk; that is for [`assemble`](super::assemble).

use std::time::Duration;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::ModelError;
use super::refusal::sentence_in;
use super::sse_lines::{Item, MAX_LINE, Parser};

/// The longest reply taken, in bytes of its body: 64 KiB of text, a few bytes in each chunk, each chunk
/// in some hundred bytes of JSON.
pub const MAX_REPLY: usize = 8 * 1024 * 1024;

/// One piece of a reply. Serialised, it is one line without a line break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frame {
    /// The text of one chunk, as the server sent it.
    Data(String),
    /// How the reply ended; nothing follows.
    End(End),
}

/// How a reply ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// The server said `[DONE]`, or its JSON body was whole.
    Done,
    /// The body ended, or the connection broke, without a word.
    Silent,
    /// Nothing came for this long.
    Stalled(Duration),
    /// What came is not an answer, or it is an error.
    Broken(String),
}

impl From<End> for ModelError {
    fn from(end: End) -> Self {
        match end {
            End::Done | End::Silent => Self::Cut,
            End::Stalled(after) => Self::Stalled { after },
            End::Broken(detail) => Self::Protocol { detail },
        }
    }
}

/// Bytes of a body into frames; the same frames wherever the bytes are split.
#[derive(Debug)]
pub struct Decoder {
    shape: Shape,
    received: usize,
    ended: bool,
}

#[derive(Debug)]
enum Shape {
    /// Nothing but blanks so far.
    Blank,
    Lines(Parser),
    Json(Vec<u8>),
}

impl Default for Decoder {
    fn default() -> Self {
        Self { shape: Shape::Blank, received: 0, ended: false }
    }
}

impl Decoder {
    /// Takes the next bytes. After a [`Frame::End`] it answers nothing more.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<Frame> {
        if self.ended {
            return Vec::new();
        }
        self.received = self.received.saturating_add(bytes.len());
        let mut frames = self.decode(bytes);
        if self.received > MAX_REPLY && !ends(&frames) {
            frames.push(broken(format!("an answer longer than {MAX_REPLY} bytes")));
        }
        self.ended = ends(&frames);
        frames
    }

    /// The body is over, by its own end or because the connection broke.
    pub fn finish(&mut self) -> Vec<Frame> {
        if std::mem::replace(&mut self.ended, true) {
            return Vec::new();
        }
        let mut frames = match std::mem::replace(&mut self.shape, Shape::Blank) {
            Shape::Blank => Vec::new(),
            Shape::Lines(parser) => remainder(parser),
            Shape::Json(body) => vec![whole(&body), Frame::End(End::Done)],
        };
        cut_after_end(&mut frames);
        if !ends(&frames) {
            frames.push(Frame::End(End::Silent));
        }
        frames
    }

    fn decode(&mut self, bytes: &[u8]) -> Vec<Frame> {
        match &mut self.shape {
            Shape::Lines(parser) => lines(parser, bytes),
            Shape::Json(body) => {
                body.extend_from_slice(bytes);
                let long = body.len() > MAX_LINE;
                if long { vec![broken(format!("a body longer than {MAX_LINE} bytes"))] } else { Vec::new() }
            }
            Shape::Blank => self.open(bytes),
        }
    }

    /// The first byte that is not blank tells what the body is, whatever its content type claims.
    fn open(&mut self, bytes: &[u8]) -> Vec<Frame> {
        let start = bytes.iter().position(|byte| !is_blank(*byte)).unwrap_or(bytes.len());
        let bytes = bytes.get(start..).unwrap_or_default();
        match bytes.first() {
            None => return Vec::new(),
            Some(b'<') => return vec![broken("a page of HTML or XML".to_owned())],
            Some(b'{' | b'[') => self.shape = Shape::Json(Vec::new()),
            Some(_) => self.shape = Shape::Lines(Parser::default()),
        }
        self.decode(bytes)
    }
}

/// White space, and the three bytes of a BOM, which no line or JSON text begins with.
const fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, 0xEF | 0xBB | 0xBF)
}

fn lines(parser: &mut Parser, bytes: &[u8]) -> Vec<Frame> {
    let mut frames = match parser.push(bytes) {
        Ok(items) => items.into_iter().flat_map(frames_of).collect(),
        Err(error) => vec![broken(error.to_string())],
    };
    cut_after_end(&mut frames);
    frames
}

/// What an unfinished last event holds: only what is whole, for half a chunk is a cut answer.
fn remainder(parser: Parser) -> Vec<Frame> {
    let whole = |frame: &Frame| !matches!(frame, Frame::Data(text) if !is_json(text));
    parser.finish().into_iter().flat_map(frames_of).filter(whole).collect()
}

/// A body that is one JSON text; if it breaks off in the middle, so did the answer.
fn whole(body: &[u8]) -> Frame {
    match serde_json::from_slice::<IgnoredAny>(body) {
        Ok(_) => Frame::Data(String::from_utf8_lossy(body).into_owned()),
        Err(error) if error.is_eof() => Frame::End(End::Silent),
        Err(_) => broken("a body that is neither a stream nor JSON".to_owned()),
    }
}

fn frames_of(item: Item) -> Vec<Frame> {
    match item {
        Item::Error(text) => vec![broken(sentence_in(&text))],
        Item::Event { name, data } if name == "error" => vec![broken(sentence_in(&data))],
        Item::Event { data, .. } if data.contains('\n') && !is_json(&data) => {
            // Chunks on lines of their own, without the blank line between them.
            data.split('\n').filter_map(frame_of_data).collect()
        }
        Item::Event { data, .. } => frame_of_data(&data).into_iter().collect(),
    }
}

fn frame_of_data(data: &str) -> Option<Frame> {
    match data.trim() {
        "" => None,
        "[DONE]" => Some(Frame::End(End::Done)),
        text => Some(Frame::Data(text.to_owned())),
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

const fn broken(detail: String) -> Frame {
    Frame::End(End::Broken(detail))
}

fn ends(frames: &[Frame]) -> bool {
    matches!(frames.last(), Some(Frame::End(_)))
}

fn cut_after_end(frames: &mut Vec<Frame>) {
    if let Some(at) = frames.iter().position(|frame| matches!(frame, Frame::End(_))) {
        frames.truncate(at + 1);
    }
}

//! Finds the paths (`a::b::c`) in Rust code whose comments and strings are already blank, use trees
//! unfolded. It knows no grammar beyond that: a word is taken for a path of one segment.

/// A path and the line that its last segment stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CodePath {
    pub line: usize,
    pub segments: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    Into,
    Other(char),
}

/// Every path of `code`, in order.
pub(super) fn paths(code: &str) -> Vec<CodePath> {
    let mut reader = Reader { tokens: tokens(code), at: 0, found: Vec::new() };
    while reader.at < reader.tokens.len() {
        match reader.peek() {
            Some(Token::Word(_)) => reader.path(&mut Vec::new()),
            _ => reader.at += 1,
        }
    }
    reader.found
}

fn tokens(code: &str) -> Vec<(usize, Token)> {
    let mut out = Vec::new();
    let (mut line, mut rest) = (1, code.chars().peekable());
    while let Some(c) = rest.next() {
        if c == '\n' {
            line += 1;
        } else if c == ':' && rest.next_if_eq(&':').is_some() {
            out.push((line, Token::Into));
        } else if c == '_' || c.is_alphanumeric() {
            let mut word = String::from(c);
            while let Some(more) = rest.next_if(|n| *n == '_' || n.is_alphanumeric()) {
                word.push(more);
            }
            out.push((line, Token::Word(word)));
        } else if !c.is_whitespace() {
            out.push((line, Token::Other(c)));
        }
    }
    out
}

struct Reader {
    tokens: Vec<(usize, Token)>,
    at: usize,
    found: Vec<CodePath>,
}

impl Reader {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(_, token)| token)
    }

    /// Reads on from a word; what came before it in the path is `prefix`.
    fn path(&mut self, prefix: &mut Vec<String>) {
        let depth = prefix.len();
        let mut line = 0;
        while let Some((here, Token::Word(word))) = self.tokens.get(self.at) {
            line = *here;
            prefix.push(word.clone());
            self.at += 1;
            if self.peek() != Some(&Token::Into) {
                break;
            }
            self.at += 1;
        }
        if self.peek() == Some(&Token::Other('{'))
            && self.tokens.get(self.at.wrapping_sub(1)).is_some_and(|t| t.1 == Token::Into)
        {
            self.tree(prefix);
        } else {
            self.found.push(CodePath { line, segments: prefix.clone() });
        }
        prefix.truncate(depth);
    }

    /// Reads `{a, b::c}` after `prefix`, to its closing brace.
    fn tree(&mut self, prefix: &mut Vec<String>) {
        self.at += 1;
        loop {
            match self.peek() {
                Some(Token::Word(_)) => self.path(prefix),
                Some(Token::Other('}')) | None => break,
                Some(_) => self.at += 1,
            }
        }
        self.at += 1;
    }
}

#[test]
fn use_trees_are_unfolded() {
    let cases: &[(&str, &[(usize, &str)])] = &[
        ("use crate::a::b;", &[(1, "use"), (1, "crate::a::b")]),
        (
            "crate::{a, b::{self, c::*},\n d as e}",
            &[
                (1, "crate::a"),
                (1, "crate::b::self"),
                (1, "crate::b::c"),
                (2, "crate::d"),
                (2, "crate::as"),
                (2, "crate::e"),
            ],
        ),
        ("use std::{env, fs}; x", &[(1, "use"), (1, "std::env"), (1, "std::fs"), (1, "x")]),
        ("Vec::<crate::x::Y>::new()", &[(1, "Vec"), (1, "crate::x::Y"), (1, "new")]),
        ("match a { B::C => {} }", &[(1, "match"), (1, "a"), (1, "B::C")]),
        ("use crate::{", &[(1, "use")]),
    ];
    for (code, expected) in cases {
        let found: Vec<_> = paths(code).into_iter().map(|p| (p.line, p.segments.join("::"))).collect();
        let expected: Vec<_> = expected.iter().map(|(line, path)| (*line, (*path).to_owned())).collect();
        assert_eq!(found, expected, "{code}");
    }
}

//! Reads source files and blanks what is no code of the product: comments, the insides of strings,
//! and whatever stands under `#[cfg(test)]`, with the files it leads to. Lines keep their numbers.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::paths::{CodePath, paths};
use super::sentences::{Sentence, sentences};

/// One file under `src`.
#[derive(Debug)]
pub(super) struct SourceFile {
    /// As a person names it: `src/domain/plan.rs`.
    pub name: String,
    /// The module it holds: `["domain", "plan"]`; `lib.rs` and `main.rs` by their own names.
    pub module: Vec<String>,
    /// Lines, as `wc -l` counts them.
    pub lines: usize,
    /// The paths in its code.
    pub paths: Vec<CodePath>,
    /// The sentences that its code holds.
    pub sentences: Vec<Sentence>,
    /// Modules that it declares for tests alone.
    test_modules: Vec<Vec<String>>,
}

impl SourceFile {
    /// `path` is relative to `src`, with `/`.
    pub(super) fn new(path: &str, text: &str) -> Self {
        let stem = path.strip_suffix(".rs").unwrap_or(path);
        let module: Vec<String> =
            stem.strip_suffix("/mod").unwrap_or(stem).split('/').map(str::to_owned).collect();
        let (blanked, literals) = blank(text);
        let (code, tests) = without_tests(&blanked);
        let below = |name: String| module.iter().cloned().chain([name]).collect();
        let test_modules = tests.into_iter().map(below).collect();
        Self {
            name: format!("src/{path}"),
            lines: text.lines().count(),
            paths: paths(&code),
            sentences: sentences(&blanked, &literals),
            test_modules,
            module,
        }
    }

    /// The module at the top of `src` that it belongs to.
    pub(super) fn top(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }

    /// Whether it is data written as Rust: `data.rs`, or under a folder `data`.
    pub(super) fn is_data(&self) -> bool {
        self.module.iter().any(|part| part == "data")
    }
}

/// All files that make up the product.
#[derive(Debug)]
pub(super) struct House {
    pub files: Vec<SourceFile>,
}

impl House {
    /// Takes the files, leaving out those that only tests reach.
    pub(super) fn of(files: Vec<SourceFile>) -> Self {
        let tests: Vec<_> = files.iter().flat_map(|f| f.test_modules.clone()).collect();
        let of_tests = |f: &SourceFile| tests.iter().any(|module| f.module.starts_with(module));
        Self { files: files.into_iter().filter(|f| !of_tests(f)).collect() }
    }

    /// Reads every `.rs` file under `src`.
    pub(super) fn read(src: &Path) -> Self {
        let files = rust_files(src).into_iter().map(|path| {
            let text = fs::read_to_string(&path).expect("a readable source file");
            let relative =
                path.strip_prefix(src).expect("a path under src").to_string_lossy().replace('\\', "/");
            SourceFile::new(&relative, &text)
        });
        Self::of(files.collect())
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a readable folder")
        .map(|e| e.expect("a readable entry").path())
        .collect();
    entries.sort();
    let in_order =
        entries.into_iter().flat_map(|path| if path.is_dir() { rust_files(&path) } else { vec![path] });
    in_order.filter(|path| path.extension().is_some_and(|e| e == "rs")).collect()
}

/// A string literal: where it stands in the blanked code, and what it holds, escapes as they are written.
#[derive(Debug)]
pub(super) struct Literal<'a> {
    pub at: usize,
    pub text: &'a str,
}

/// Comments and the insides of string and character literals become spaces; the strings besides.
fn blank(text: &str) -> (String, Vec<Literal<'_>>) {
    let mut out = String::with_capacity(text.len());
    let mut literals = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let word = out.chars().last().is_some_and(|before| before == '_' || before.is_alphanumeric());
        let length = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => string(rest),
            'r' | 'b' | 'c' if !word => raw_string(rest).unwrap_or(0),
            '\'' => character(rest),
            _ => 0,
        };
        if length == 0 {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            let (literal, after) = rest.split_at(length);
            if matches!(c, '"' | 'r' | 'b' | 'c') {
                literals.push(Literal { at: out.len(), text: literal });
            }
            out.extend(literal.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            rest = after;
        }
    }
    (out, literals)
}

/// Bytes of the block comment that `text` begins with; they nest.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        let here = &text.as_bytes()[at..];
        match here {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// Bytes of the plain string that `text` begins with.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Bytes of the raw string (`r"…"`, `br##"…"##`) that `text` begins with, if it does.
fn raw_string(text: &str) -> Option<usize> {
    let prefix = ["br", "cr", "r"].into_iter().find(|p| text.starts_with(p))?;
    let hashes = text[prefix.len()..].bytes().take_while(|b| *b == b'#').count();
    let start = prefix.len() + hashes;
    let body = text[start..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(body.find(&end).map_or(text.len(), |at| start + 1 + at + end.len()))
}

/// Bytes of the character literal that `text` begins with; 0 for a lifetime.
fn character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let from = at + escaped.len_utf8();
            text[from..].find('\'').map_or(0, |end| from + end + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

/// Blanks every item under `#[cfg(test)]`; answers the code left and the names of the modules whose
/// files are for tests alone. Takes code whose comments and strings are blank.
fn without_tests(code: &str) -> (String, Vec<String>) {
    let (mut out, mut modules, mut seen) = (String::new(), Vec::new(), 0);
    for range in test_items(code) {
        let (before, item) = (&code[seen..range.start], &code[range.clone()]);
        let words: Vec<&str> =
            item[MARK.len()..].split_whitespace().skip_while(|word| *word != "mod").collect();
        if let ["mod", name] = words.as_slice()
            && let Some(name) = name.strip_suffix(';')
        {
            modules.push(name.to_owned());
        }
        out.push_str(before);
        out.extend(item.chars().filter(|c| *c == '\n'));
        seen = range.end;
    }
    out.push_str(&code[seen..]);
    (out, modules)
}

const MARK: &str = "#[cfg(test)]";

/// Where the items under `#[cfg(test)]` stand.
pub(super) fn test_items(code: &str) -> Vec<Range<usize>> {
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some(start) = code[from..].find(MARK).map(|at| from + at) {
        from = start + item_length(&code[start..]);
        found.push(start..from);
    }
    found
}

/// Bytes to the end of the item that `code` begins with: its first `;` outside of all brackets, or
/// the brace that closes its body.
fn item_length(code: &str) -> usize {
    let import = code.split_whitespace().any(|word| word == "use") && code.find("use ") < code.find('{');
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && (byte == b';' || (byte == b'}' && !import)) {
            return at + 1;
        }
    }
    code.len()
}

#[test]
fn blanking_keeps_code_and_lines() {
    let cases = [
        ("a // b\nc", "a     \nc"),
        ("a /* x /* y */ \n */ b", "a              \n    b"),
        (r#"f("a\"b", x)"#, "f(      , x)"),
        (r##"f(r#"a"b"#, x)"##, "f(        , x)"),
        ("'\"' + 'a' + '\\'' + x", "    +     +      + x"),
        ("fn f<'a>(x: &'a str)", "fn f<'a>(x: &'a str)"),
        ("bar\"x\"", "bar   "),
    ];
    for (text, expected) in cases {
        assert_eq!(blank(text).0, expected, "{text}");
    }
}

#[test]
fn test_items_are_left_out() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("a;\n#[cfg(test)]\nmod tests {\n x\n}\nb;", "a;\n\n\n\n\nb;", &[]),
        ("#[cfg(test)] mod tests; b;", " b;", &["tests"]),
        ("#[cfg(test)]\npub(crate) mod twins;\nb;", "\n\nb;", &["twins"]),
        ("#[cfg(test)] use a::{b, c}; d;", " d;", &[]),
        ("#[cfg(test)] #[derive(A)] struct B { c: [u8; 2] } d;", " d;", &[]),
        ("#[cfg(test)] fn f(a: [u8; 3]) { use b::c; } d;", " d;", &[]),
    ];
    for (code, expected, modules) in cases {
        let (left, found) = without_tests(code);
        assert_eq!(left, *expected, "{code}");
        assert_eq!(found, *modules, "{code}");
    }
}

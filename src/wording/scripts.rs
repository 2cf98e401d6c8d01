//! The scripts' own catalogue, and what they say of tools, as a module of theirs in the small form that their `say`
//! reads: a text with `{name}` where an argument stands, or one for each category of a plural and the number it is by.

use std::fmt::Write as _;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use serde_json::{Map, Value, json};

use crate::domain::language::Language;

/// The catalogues that scripts say something of.
const CATALOGUES: [&str; 2] = ["scripts.ftl", "tools.ftl"];

/// What scripts say of a tool: that it is at work, or that something is prepared which waits for a person. The pages
/// say the rest.
const KINDS: [&str; 2] = ["-doing", "-preparing"];

/// Whether scripts say the text of this key.
fn is_said(key: &str) -> bool {
    !key.starts_with("tool-") || KINDS.iter().any(|kind| key.ends_with(kind))
}

/// The module's text in a language. In English it is committed under `static/js/`.
///
/// # Errors
/// Names the text that is written in a way the scripts cannot read.
pub fn module(language: Language) -> Result<String, String> {
    let mut out =
        format!("// Written by `spotter contracts` from {} in texts/{language}.\n", CATALOGUES.join(" and "));
    let _ = writeln!(out, "export const lang = \"{language}\";\nexport const texts = {{");
    for name in CATALOGUES {
        let source = language.file(name).ok_or(format!("texts/{language}/{name} is not there"))?;
        for (key, text) in read(&source)?.into_iter().filter(|(key, _)| is_said(key)) {
            let _ = writeln!(out, "  {}:{text},", Value::String(key));
        }
    }
    out.push_str("};\n");
    Ok(out)
}

fn read(source: &str) -> Result<Map<String, Value>, String> {
    let resource = parser::parse(source).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut texts = Map::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let text =
                    text(message).ok_or_else(|| format!("{} is more than scripts read", message.id.name))?;
                texts.insert(message.id.name.to_owned(), text);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(_) | Entry::Junk { .. } => {
                return Err(format!("{entry:?} is more than scripts read"));
            }
        }
    }
    Ok(texts)
}

fn text(message: &Message<&str>) -> Option<Value> {
    let pattern = message.value.as_ref()?;
    if let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] =
        pattern.elements.as_slice()
    {
        let InlineExpression::VariableReference { id } = selector else { return None };
        let mut forms = Map::from_iter([("by".to_owned(), json!(id.name))]);
        for variant in variants {
            let VariantKey::Identifier { name } = variant.key else { return None };
            forms.insert(name.to_owned(), flat(&variant.value)?.into());
        }
        return Some(forms.into());
    }
    flat(pattern).map(Value::from)
}

fn flat(pattern: &Pattern<&str>) -> Option<String> {
    let pieces = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } if !value.contains(['{', '}']) => Some((*value).to_owned()),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => Some(format!("{{{}}}", id.name)),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::StringLiteral { value }),
        } => Some((*value).to_owned()),
        _ => None,
    });
    pieces.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_an_argument_and_a_plural_are_read_and_more_is_refused() {
        let source = "### All\n# One\na = Plain “words”\nb = { $n } of { $all }\nc = { $n ->\n    [one] One set\n   *[other] { $n } sets\n}\n";
        let texts = Value::Object(read(source).unwrap());
        let plural = json!({"by": "n", "one": "One set", "other": "{n} sets"});
        assert_eq!(texts, json!({"a": "Plain “words”", "b": "{n} of {all}", "c": plural}));
        for more in [
            "a = { NUMBER($n) }\n",
            "a = x { $n ->\n   *[other] y\n}\n",
            "-term = x\n",
            "a = { b }\n",
            "= x\n",
        ] {
            assert!(read(more).is_err(), "{more}");
        }
    }

    #[test]
    fn scripts_read_every_language() {
        for language in Language::all() {
            assert!(module(language).unwrap().contains(&format!("lang = \"{language}\"")), "{language}");
        }
    }

    #[test]
    fn the_committed_module_is_this_one() {
        let english = module(Language::default()).unwrap();
        assert_eq!(english, include_str!("../../static/js/texts.js"), "run spotter contracts");
    }
}

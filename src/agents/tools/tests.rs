//! What holds for every tool: its words, and that its name is its own.

use std::collections::BTreeSet;

use super::{Effect, TOOLS, ToolSpec};
use crate::domain::language::Language;
use crate::wording::texts;

fn kinds(tool: &ToolSpec) -> Vec<&'static str> {
    let mut kinds = match tool.effect() {
        Effect::Read => vec!["doing", "done"],
        Effect::Write => vec!["preparing", "done", "title", "executed", "outcome"],
    };
    kinds.extend(tool.seen_at().map(|_| "seen-at"));
    kinds
}

#[test]
fn every_tool_has_its_words_in_every_language_and_no_others() {
    let key = |tool: &ToolSpec, kind: &str| format!("tool-{}-{kind}", tool.name);
    let keys: BTreeSet<String> =
        TOOLS.iter().flat_map(|tool| kinds(tool).into_iter().map(move |kind| key(tool, kind))).collect();
    for language in Language::all() {
        let said: BTreeSet<String> = texts::keys_of(language, "tools.ftl").collect();
        assert_eq!(said, keys, "texts/{language}/tools.ftl");
    }
}

#[test]
fn a_name_is_one_tools() {
    let names: BTreeSet<_> = TOOLS.iter().map(|tool| tool.name).collect();
    assert_eq!(names.len(), TOOLS.len());
}

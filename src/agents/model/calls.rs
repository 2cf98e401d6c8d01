//! Fragments of tool calls into calls.
//!
//! Owns the question which call a fragment belongs to: by its id if it has one, else by its index,
//! else the latest. Pure. It refuses to judge arguments: they leave as the text that came.

use serde_json::Value;

use super::Call;

/// The most calls of one step; eight are many, and each costs a result in every later request.
pub const MOST_CALLS: usize = 32;
/// The longest arguments of a call, in bytes: a week of twelve exercises a day, written out, has 60 KiB.
pub const MAX_ARGUMENTS: usize = 256 * 1024;
/// The longest name kept, in characters. No tool's is half as long, so what was cut is still unknown.
const MAX_NAME: usize = 128;

/// The calls of one step, in the order in which they began.
#[derive(Debug, Default)]
pub struct Calls {
    calls: Vec<Partial>,
    /// What there was too much of.
    excess: Option<String>,
}

#[derive(Debug, Default)]
struct Partial {
    /// The provider's id, only used to find the call again.
    id: String,
    index: Option<u64>,
    name: String,
    arguments: String,
    braces: Braces,
}

/// How deep in braces a text of JSON is at its end, so that nobody has to read it again with every
/// fragment to know whether it may be whole.
#[derive(Debug, Default)]
struct Braces {
    depth: usize,
    in_text: bool,
    escaped: bool,
}

impl Braces {
    fn take(&mut self, text: &str) {
        for byte in text.bytes() {
            if std::mem::take(&mut self.escaped) {
                continue;
            }
            match byte {
                b'\\' if self.in_text => self.escaped = true,
                b'"' => self.in_text = !self.in_text,
                b'{' | b'[' if !self.in_text => self.depth += 1,
                b'}' | b']' if !self.in_text => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
    }

    const fn closed(&self) -> bool {
        self.depth == 0 && !self.in_text
    }
}

/// One fragment with every oddity of its shape taken out.
#[derive(Debug, Default)]
struct Fragment<'a> {
    id: String,
    index: Option<u64>,
    name: &'a str,
    arguments: Option<&'a Value>,
}

impl Calls {
    /// Takes the `tool_calls` of a delta: a list of fragments, or one.
    pub fn take_all(&mut self, fragments: Option<&Value>) {
        match fragments {
            Some(Value::Array(fragments)) => fragments.iter().for_each(|fragment| self.take(fragment)),
            Some(fragment @ Value::Object(_)) => self.take(fragment),
            _ => {}
        }
    }

    /// Takes a `function_call`, the form before `tool_calls`: one call without id or index.
    pub fn take_legacy(&mut self, call: Option<&Value>) {
        if let Some(call @ Value::Object(_)) = call {
            self.take(call);
        }
    }

    /// What there was too much of, if there was: such an answer is refused, not cut.
    #[must_use]
    pub fn excess(&self) -> Option<&str> {
        self.excess.as_deref()
    }

    /// The calls, ids still empty. One without name and arguments is no call. A call without
    /// arguments gets the empty object, unless the answer was cut for length just there.
    #[must_use]
    pub fn finish(self, truncated: bool) -> Vec<Call> {
        let finish = |call: Partial| {
            let none = call.arguments.trim().is_empty() && !truncated;
            let arguments = if none { "{}".to_owned() } else { call.arguments };
            Call { id: String::new(), name: call.name, arguments }
        };
        let real = |call: &Partial| !(call.name.is_empty() && call.arguments.trim().is_empty());
        self.calls.into_iter().filter(real).map(finish).collect()
    }

    fn take(&mut self, fragment: &Value) {
        let fragment = Fragment::read(fragment);
        let at = self.find(&fragment).unwrap_or(self.calls.len());
        if at == MOST_CALLS {
            self.excess = Some(format!("more than {MOST_CALLS} tool calls at once"));
            return;
        }
        if at == self.calls.len() {
            let (id, index) = (fragment.id.clone(), fragment.index);
            self.calls.push(Partial { id, index, ..Partial::default() });
        }
        if self.calls.get_mut(at).is_some_and(|call| !call.extend(&fragment)) {
            self.excess = Some(format!("the arguments of a call are longer than {MAX_ARGUMENTS} bytes"));
        }
    }

    /// Where the call stands that this fragment goes on with; none if it begins a new one.
    fn find(&self, fragment: &Fragment<'_>) -> Option<usize> {
        if !fragment.id.is_empty()
            && let Some(at) = self.calls.iter().rposition(|call| call.id == fragment.id)
        {
            return Some(at);
        }
        let at = match fragment.index {
            Some(index) => self.calls.iter().rposition(|call| call.index == Some(index))?,
            None => self.calls.len().checked_sub(1)?,
        };
        self.calls.get(at).is_some_and(|call| !call.is_another(fragment)).then_some(at)
    }
}

impl Partial {
    /// Whether the fragment, which has this call's place but not its id, begins another call. A call
    /// begins with its name, so a fragment without one never does.
    fn is_another(&self, fragment: &Fragment<'_>) -> bool {
        if fragment.name.is_empty() || self.name.is_empty() {
            return false;
        }
        let other_id = !fragment.id.is_empty();
        other_id || fragment.name != self.name || (fragment.has_arguments() && self.is_whole())
    }

    fn is_whole(&self) -> bool {
        self.braces.closed() && serde_json::from_str::<serde::de::IgnoredAny>(&self.arguments).is_ok()
    }

    /// Takes the fragment in; false if that makes it too long.
    fn extend(&mut self, fragment: &Fragment<'_>) -> bool {
        if self.id.is_empty() {
            self.id.clone_from(&fragment.id);
        }
        // A name that is repeated with every fragment is one name; one in pieces comes before the
        // arguments.
        if self.name.is_empty() || (self.arguments.is_empty() && fragment.name != self.name) {
            self.name.extend(fragment.name.chars().take(MAX_NAME.saturating_sub(self.name.len())));
        }
        match fragment.arguments {
            Some(Value::String(text)) => {
                self.braces.take(text);
                self.arguments.push_str(text);
            }
            // An object is whole by itself.
            Some(object @ Value::Object(_)) => {
                (self.arguments, self.braces) = (object.to_string(), Braces::default());
            }
            _ => {}
        }
        self.arguments.len() <= MAX_ARGUMENTS
    }
}

impl<'a> Fragment<'a> {
    fn read(fragment: &'a Value) -> Self {
        let function = fragment.get("function").filter(|function| function.is_object()).unwrap_or(fragment);
        Self {
            id: fragment.get("id").map(plain).unwrap_or_default(),
            index: fragment.get("index").and_then(index_of),
            name: function.get("name").and_then(Value::as_str).unwrap_or_default(),
            arguments: function.get("arguments"),
        }
    }

    fn has_arguments(&self) -> bool {
        match self.arguments {
            Some(Value::String(text)) => !text.trim().is_empty(),
            Some(value) => value.is_object(),
            None => false,
        }
    }
}

fn plain(id: &Value) -> String {
    match id {
        Value::String(id) => id.clone(),
        Value::Number(id) => id.to_string(),
        _ => String::new(),
    }
}

fn index_of(index: &Value) -> Option<u64> {
    index.as_u64().or_else(|| index.as_str()?.parse().ok())
}

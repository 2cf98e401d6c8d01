//! Tool calls that come whole.

use serde_json::{Value, json};

use super::{calls, check, delta, finish, tool};
use crate::support::lying_server::chunks;

#[tokio::test]
async fn calls_whole() {
    let call = |id: Value, index: Value, name: &str, arguments: Value| json!({ "id": id, "index": index, "type": "function", "function": { "name": name, "arguments": arguments } });
    let two = [("getProfile", "{}"), ("getProgress", r#"{"exercise_id":null}"#)];
    let both = |first: Value, second: Value| chunks(&[tool(first), tool(second), finish("tool_calls")]);
    let progress = r#"{"exercise_id":null}"#;
    let id = || json!("call_1");
    check(vec![
        ("one chunk", chunks(&[tool(call(id(), json!(0), "getProfile", json!("{}"))), finish("tool_calls")]), calls(&two[..1])),
        ("finish_reason stop", chunks(&[tool(call(id(), json!(0), "getProfile", json!("{}"))), finish("stop")]), calls(&two[..1])),
        ("finish_reason empty", chunks(&[tool(call(id(), json!(0), "getProfile", json!("{}"))), finish("")]), calls(&two[..1])),
        ("finish_reason unknown", chunks(&[tool(call(id(), json!(0), "getProfile", json!("{}"))), finish("EOS")]), calls(&two[..1])),
        ("arguments as an object", chunks(&[tool(call(id(), json!(0), "getProfile", json!({}))), finish("stop")]), calls(&two[..1])),
        ("arguments empty", chunks(&[tool(call(id(), json!(0), "getProfile", json!("")))]), calls(&two[..1])),
        ("arguments null", chunks(&[tool(call(id(), json!(0), "getProfile", Value::Null))]), calls(&two[..1])),
        ("two, as documented", both(call(json!("a"), json!(0), two[0].0, json!("{}")), call(json!("b"), json!(1), two[1].0, json!(progress))), calls(&two)),
        ("index reused with a new id", both(call(json!("a"), json!(0), two[0].0, json!("{}")), call(json!("b"), json!(0), two[1].0, json!(progress))), calls(&two)),
        ("index reused, the same tool, new id", both(call(json!("a"), json!(0), "getProfile", json!("{}")), call(json!("b"), json!(0), "getProfile", json!("{}"))), calls(&[two[0], two[0]])),
        ("index reused, ids missing", both(call(Value::Null, json!(0), two[0].0, json!("{}")), call(Value::Null, json!(0), two[1].0, json!(progress))), calls(&two)),
        ("index reused, the same tool, ids empty", both(call(json!(""), json!(0), "getProfile", json!("{}")), call(json!(""), json!(0), "getProfile", json!("{}"))), calls(&[two[0], two[0]])),
        ("no index, ids", both(call(json!("a"), Value::Null, two[0].0, json!("{}")), call(json!("b"), Value::Null, two[1].0, json!(progress))), calls(&two)),
        ("neither index nor id", both(call(Value::Null, Value::Null, two[0].0, json!({})), call(Value::Null, Value::Null, two[1].0, json!(progress))), calls(&two)),
        ("both in one list without index", chunks(&[delta(json!({ "tool_calls": [
            call(json!("a"), Value::Null, two[0].0, json!("{}")), call(json!("b"), Value::Null, two[1].0, json!(progress)),
        ] }))]), calls(&two)),
        ("a list that is one object", chunks(&[delta(json!({ "tool_calls": call(id(), json!(0), "getProfile", json!("{}")) }))]), calls(&two[..1])),
        ("without the function object", chunks(&[tool(json!({ "name": "getProfile", "arguments": {} }))]), calls(&two[..1])),
        ("function_call, the older form", chunks(&[delta(json!({ "function_call": { "name": "getProfile", "arguments": "{" } })), delta(json!({ "function_call": { "arguments": "}" } }))]), calls(&two[..1])),
        ("in a message", chunks(&[json!({ "choices": [{ "message": { "content": null, "tool_calls": [call(id(), Value::Null, "getProfile", json!("{}"))] } }] })]), calls(&two[..1])),
        ("tool_calls null and empty", chunks(&[delta(json!({ "tool_calls": null })), delta(json!({ "tool_calls": [] })), tool(call(id(), json!(0), "getProfile", json!("{}")))]), calls(&two[..1])),
        ("a ghost beside a call", chunks(&[tool(call(id(), json!(0), "getProfile", json!("{}"))), tool(call(Value::Null, json!(1), "", json!("")))]), calls(&two[..1])),
        ("junk for fragments", chunks(&[delta(json!({ "tool_calls": [null, 7, "x"] })), tool(call(id(), json!(0), "getProfile", json!("{}")))]), calls(&two[..1])),
    ])
    .await;
}

//! Events in every framing.

use serde_json::json;

use super::{check, delta, finish, says};

#[tokio::test]
async fn framing_in_every_dress() {
    let hi = delta(json!({ "content": "hí" })).to_string();
    let pretty = serde_json::to_string_pretty(&delta(json!({ "content": "hí" }))).unwrap();
    check(vec![
        ("CRLF", format!("data: {hi}\r\n\r\ndata: [DONE]\r\n\r\n"), says("hí")),
        ("CR", format!("data: {hi}\r\rdata: [DONE]\r\r"), says("hí")),
        ("no space after data:", format!("data:{hi}\n\ndata:[DONE]\n\n"), says("hí")),
        ("a BOM", format!("\u{FEFF}data: {hi}\n\ndata: [DONE]\n\n"), says("hí")),
        ("comments", format!(": PROCESSING\n\n:\n\ndata: {hi}\n: x\n\ndata: [DONE]\n\n"), says("hí")),
        ("blank lines first", format!("\n\r\n\ndata: {hi}\n\ndata: [DONE]\n\n"), says("hí")),
        (
            "a chunk on several data lines",
            format!("data: {}\n\ndata: [DONE]\n\n", pretty.replace('\n', "\ndata: ")),
            says("hí"),
        ),
        (
            "chunks without blank lines between",
            format!("data: {hi}\ndata: {hi}\ndata: [DONE]\n"),
            says("híhí"),
        ),
        ("no line break after [DONE]", format!("data: {hi}\n\ndata: [DONE]"), says("hí")),
        (
            "events with names and ids",
            format!(
                "event: chunk\nid: 1\nretry: 5\ndata: {hi}\n\nevent: ping\ndata: {{}}\n\ndata: [DONE]\n\n"
            ),
            says("hí"),
        ),
        (
            "a chunk without data:",
            format!("{{}}\n{hi}\ndata: [DONE]\n\n").replacen("{}", ": x", 1),
            says("hí"),
        ),
        ("empty data", format!("data:\n\ndata: {hi}\n\ndata: [DONE]\n\n"), says("hí")),
        (
            "more after [DONE]",
            format!("data: {hi}\n\ndata: [DONE]\n\ndata: {hi}\n\ndata: nonsense\n\n"),
            says("hí"),
        ),
        ("no [DONE] but a finish reason", format!("data: {hi}\n\ndata: {}\n\n", finish("stop")), says("hí")),
        ("no [DONE], no last blank line", format!("data: {hi}\n\ndata: {}", finish("stop")), says("hí")),
        (
            "our own end mark means nothing in their mouth",
            format!("data: {hi}\n\ndata: {{\"end\":\"done\"}}\n\ndata: {hi}\n\ndata: [DONE]\n\n"),
            says("híhí"),
        ),
    ])
    .await;
}

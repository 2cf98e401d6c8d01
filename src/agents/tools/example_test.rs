//! A tool as CONTRIBUTING shows how to write one: it is no part of the program, and what is shown there stands here.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::spec::{Effect, ReadTool};
use super::{Scope, ToolSpec};
use crate::agents::roster::Agent;
use crate::service::Result;
use crate::service::bodyweight;
use crate::service::pagination::Ask;

/// Reads the last bodyweights, newest day first.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {
    /// How many days.
    #[schemars(range(min = 1, max = 30))]
    pub days: u8,
}

/// getBodyweights.
pub struct GetBodyweights;

impl ReadTool for GetBodyweights {
    type Args = Args;
    const NAME: &'static str = "getBodyweights";
    const AGENTS: &'static [Agent] = &[Agent::Coach];

    async fn answer(scope: &Scope<'_>, args: Args) -> Result<Value> {
        let ask = Ask { limit: args.days.into(), ..Ask::default() };
        let page = bodyweight::list(scope.core, scope.user_id, &ask).await?;
        Ok(json!({ "days": page.items }))
    }
}

#[test]
fn what_a_model_is_told_of_it_comes_from_its_file() {
    let tool = ToolSpec::read::<GetBodyweights>();
    let (description, schema) = tool.schema();
    assert_eq!(
        (tool.name, tool.agents, tool.effect()),
        ("getBodyweights", [Agent::Coach].as_slice(), Effect::Read)
    );
    assert_eq!(description, "Reads the last bodyweights, newest day first.");
    assert_eq!(schema["properties"]["days"]["maximum"], 30);
    assert_eq!(schema["required"], json!(["days"]));
}

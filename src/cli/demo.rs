//! `spotter demo`: a throw-away database with an account that trained for twelve weeks, served
//! until stopped, and then gone.

use std::os::unix::fs::DirBuilderExt as _;
use std::path::PathBuf;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::{Failure, say, serve};
use crate::app::{self, Parts};
use crate::clock::{Clock, new_secret};
use crate::config::{ServeArgs, Switch, temporary_folder};
use crate::service::{Core, demo};
use crate::web::state::DemoDoor;
use crate::wording::texts;

/// Making the history is silent up to this.
const PATIENCE: Duration = Duration::from_secs(1);

/// What `demo` is told: all that `serve` is, but no database.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    serve: ServeArgs,
}

/// Makes the history, prints the link that signs in, and serves.
pub async fn run(args: Args) -> Result<(), Failure> {
    serve::start_logging(&args.serve)?;
    let listener = serve::listen(&args.serve).await?;
    let stop = CancellationToken::new();
    tokio::spawn(serve::stop_on_signal(stop.clone()));
    let folder = Folder::make()?;
    let with_agents = args.serve.agents == Switch::On;
    let core = app::open(&folder.database(), Clock::system(), with_agents).await.map_err(|error| {
        Failure::Failed(format!("the demo's database in {} cannot be made: {error}", folder.0.display()))
    })?;
    let user_id = tokio::select! {
        made = history(&core) => made?,
        () = stop.cancelled() => return Ok(()),
    };
    let agents = serve::agents(&args.serve, &core).await?;
    let public_url = serve::public_url(&args.serve, &listener);
    let secret = new_secret();
    say(&format!("listening on {}", serve::address(&listener)));
    say(&format!("open: {public_url}/open?token={secret}"));
    let (demo, operations) = (Some(DemoDoor { secret, user_id }), serve::operations(&args.serve));
    let state = app::state(Parts { core, public_url, agents, demo, operations });
    serve::serve_until(listener, state, stop).await;
    Ok(())
}

/// Makes the history, and says so if it takes a while.
async fn history(core: &Core) -> Result<String, Failure> {
    let mut made = std::pin::pin!(demo::make_history(core, core.clock.now(), demo::WEEKS, texts::say));
    if let Ok(quick) = tokio::time::timeout(PATIENCE, &mut made).await {
        return Ok(quick?);
    }
    tell(&format!("making {} weeks of history …", demo::WEEKS));
    Ok(made.await?)
}

#[expect(clippy::print_stderr, reason = "what a person who waits should know; stdout is for the link")]
fn tell(line: &str) {
    eprintln!("{line}");
}

/// A folder of the demo's own, readable by nobody else, gone when dropped.
#[derive(Debug)]
struct Folder(PathBuf);

impl Folder {
    fn make() -> Result<Self, Failure> {
        let path = temporary_folder().join(format!("spotter-demo-{}", Clock::system().new_id()));
        let made = std::fs::DirBuilder::new().mode(0o700).create(&path);
        made.map_err(|error| {
            Failure::Usage(format!(
                "cannot make {}: {error}; set TMPDIR to a writable folder",
                path.display()
            ))
        })?;
        Ok(Self(path))
    }

    fn database(&self) -> String {
        format!("sqlite://{}", self.0.join("demo.db").display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _left_behind = std::fs::remove_dir_all(&self.0);
    }
}

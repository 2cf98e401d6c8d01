//! `spotter healthcheck`: asks the server on the configured address whether it can work.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use super::{Failure, say};
use crate::config::HealthArgs;

const PATIENCE: Duration = Duration::from_secs(5);

/// Asks `/readyz`.
pub async fn run(args: HealthArgs) -> Result<(), Failure> {
    if args.bind.port() == 0 {
        return Err(Failure::Usage("set SPOTTER_BIND to the address that Spotter listens on".to_owned()));
    }
    let url = format!("http://{}/readyz", reachable(args.bind));
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build();
    let asked = async { client?.get(&url).send().await };
    match asked.await {
        Ok(answer) if answer.status().is_success() => {
            say("ready");
            Ok(())
        }
        Ok(answer) => Err(Failure::Failed(format!("{url} answers {}", answer.status().as_u16()))),
        Err(error) => Err(Failure::Failed(format!("{url} does not answer: {}", error.without_url()))),
    }
}

/// Who listens everywhere is reached on loopback.
fn reachable(bind: SocketAddr) -> SocketAddr {
    let ip = match bind.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, bind.port())
}

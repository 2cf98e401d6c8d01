//! Login throttle, per account and address: wrong passwords slow down, none locks out. Kept in
//! memory; a restart forgets it.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use http::HeaderMap;

use super::{Problem, WebState};
use crate::service::Error;

/// Where the server writes the peer's address; whatever a client sends in it is overwritten.
pub const PEER_HEADER: &str = "x-spotter-peer";
/// Wrong passwords that cost nothing.
const FREE: u32 = 5;
/// Longest wait, seconds.
const LONGEST: i64 = 60;
/// Names and addresses remembered at most.
const REMEMBERED: usize = 10_000;

/// How many wrong passwords came lately, for each account and address.
#[derive(Debug, Default)]
pub struct Throttle(Mutex<HashMap<String, Failures>>);

#[derive(Debug, Clone, Copy)]
struct Failures {
    count: u32,
    /// Epoch seconds before which nothing is tried.
    wait_until: i64,
}

/// An attempt that may go on; it counts as wrong unless told otherwise.
#[derive(Debug)]
#[must_use]
pub struct Ticket<'a> {
    throttle: &'a Throttle,
    keys: [String; 2],
}

/// Lets an attempt begin, or answers 429 with the seconds to wait.
pub fn enter<'a>(state: &'a WebState, headers: &HeaderMap, name: &str) -> Result<Ticket<'a>, Problem> {
    let address = address(headers);
    let keys = [format!("name {}", name.trim().to_lowercase()), format!("address {address}")];
    let now = state.clock.now().as_second();
    let mut known = state.throttle.0.lock().unwrap_or_else(PoisonError::into_inner);
    let wait = keys.iter().filter_map(|key| known.get(key)).map(|seen| seen.wait_until - now).max();
    if let Some(wait) = wait.and_then(|wait| u64::try_from(wait).ok()).filter(|wait| *wait > 0) {
        let detail = format!("Too many wrong passwords. Try again in {wait} s.");
        return Err(Error::TooMany { detail, retry_after: wait }.into());
    }
    known.retain(|_, seen| seen.wait_until + 3600 > now);
    if known.len() > REMEMBERED {
        known.clear();
    }
    for key in &keys {
        let seen = known.entry(key.clone()).or_insert(Failures { count: 0, wait_until: now });
        seen.count += 1;
        let over = seen.count.saturating_sub(FREE);
        let wait = if over == 0 { 0 } else { (1_i64 << over.min(6)).min(LONGEST) };
        seen.wait_until = now + wait;
    }
    Ok(Ticket { throttle: &state.throttle, keys })
}

/// Behind a proxy on this machine the client is the last hop the proxy names.
fn address(headers: &HeaderMap) -> String {
    let peer = headers.get(PEER_HEADER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let local = peer.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    let forwarded = headers
        .get("x-forwarded-for")
        .filter(|_| local)
        .and_then(|value| value.to_str().ok())
        .and_then(|hops| hops.rsplit(',').next())
        .map(|hop| hop.trim().to_owned());
    forwarded.unwrap_or_else(|| peer.to_owned())
}

impl Ticket<'_> {
    /// The password was right: nothing is held against the account or the address.
    pub fn succeeded(self) {
        let mut known = self.throttle.0.lock().unwrap_or_else(PoisonError::into_inner);
        for key in &self.keys {
            known.remove(key);
        }
    }
}

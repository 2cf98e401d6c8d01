//! Login throttle, per account and address: wrong passwords slow down, none locks out. Kept in
//! memory; a restart forgets it.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use http::HeaderMap;

use super::{Problem, WebState};
use crate::reason;
use crate::service::Error;

/// Where the server writes the peer's address; whatever a client sends in it is overwritten.
pub const PEER_HEADER: &str = "x-spotter-peer";
/// Names and addresses remembered at most.
const REMEMBERED: usize = 10_000;
/// What is forgotten after this many seconds without a try.
const FORGOTTEN_AFTER: i64 = 3600;

/// How wrong passwords of one kind slow down the next try.
#[derive(Debug, Clone, Copy)]
struct Rule {
    /// Tries that cost nothing.
    free: u32,
    /// Longest wait, seconds.
    longest: i64,
}

/// One account from one address: what a guesser does.
const PAIR: Rule = Rule { free: 5, longest: 60 };
/// One address, whatever the account: what a sprayer does. A household shares it.
const ADDRESS: Rule = Rule { free: 30, longest: 60 };
/// One account from anywhere. Short, so that nobody else can lock its owner out.
const NAME: Rule = Rule { free: 50, longest: 2 };

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
    keys: [(String, Rule); 3],
}

/// Lets an attempt begin, or answers 429 with the seconds to wait.
pub fn enter<'a>(state: &'a WebState, headers: &HeaderMap, name: &str) -> Result<Ticket<'a>, Problem> {
    let address = address(headers);
    let name: String = name.trim().to_lowercase().chars().take(64).collect();
    let keys = [
        (format!("pair {name} {address}"), PAIR),
        (format!("address {address}"), ADDRESS),
        (format!("name {name}"), NAME),
    ];
    let now = state.clock.now().as_second();
    let mut known = state.throttle.0.lock().unwrap_or_else(PoisonError::into_inner);
    // Without a wrong password from this address, nobody else's hold its owner up.
    let tried_here = keys.first().is_some_and(|(key, _)| known.contains_key(key));
    let counts = keys.iter().take(if tried_here { 3 } else { 2 });
    let wait = counts.filter_map(|(key, _)| known.get(key)).map(|seen| seen.wait_until - now).max();
    if let Some(wait) = wait.and_then(|wait| u64::try_from(wait).ok()).filter(|wait| *wait > 0) {
        let reason = reason!("too_many_passwords", seconds = wait);
        return Err(Error::TooMany { reason, retry_after: wait, resets_at: None }.into());
    }
    known.retain(|_, seen| seen.wait_until + FORGOTTEN_AFTER > now);
    if known.len() > REMEMBERED {
        known.clear();
    }
    for (key, rule) in &keys {
        let seen = known.entry(key.clone()).or_insert(Failures { count: 0, wait_until: now });
        seen.count += 1;
        seen.wait_until = now + rule.wait(seen.count);
    }
    Ok(Ticket { throttle: &state.throttle, keys })
}

impl Rule {
    /// Seconds before the next try: doubling beyond what is free.
    fn wait(self, count: u32) -> i64 {
        match count.saturating_sub(self.free) {
            0 => 0,
            over => (1_i64 << over.min(6)).min(self.longest),
        }
    }
}

/// Behind a proxy on this machine the client is the last hop the proxy names, in a line of its own or
/// at the end of what the client claimed.
fn address(headers: &HeaderMap) -> String {
    let peer = headers.get(PEER_HEADER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let local = peer.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    let forwarded = headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()
        .filter(|_| local)
        .and_then(|value| value.to_str().ok())
        .and_then(|hops| hops.rsplit(',').next())
        .map(|hop| hop.trim().to_owned());
    network(&forwarded.unwrap_or_else(|| peer.to_owned()))
}

/// One customer of a provider has a whole /64 of IPv6.
fn network(address: &str) -> String {
    match address.parse::<IpAddr>() {
        Ok(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Ok(address) => address.to_string(),
        Err(_) => address.chars().take(64).collect(),
    }
}

impl Ticket<'_> {
    /// The password was right: this try is not held against anyone, and nothing is held against
    /// the account from this address.
    pub fn succeeded(self) {
        let mut known = self.throttle.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (at, (key, _)) in self.keys.iter().enumerate() {
            if at == 0 {
                known.remove(key);
            } else if let Some(seen) = known.get_mut(key) {
                seen.count = seen.count.saturating_sub(1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_client_claims_of_its_address_counts_for_nothing() {
        let seen = |peer: &str, lines: &[&'static str]| {
            let mut headers = HeaderMap::new();
            headers.insert(PEER_HEADER, peer.parse().unwrap());
            for line in lines {
                headers.append("x-forwarded-for", line.parse().unwrap());
            }
            address(&headers)
        };
        assert_eq!(seen("203.0.113.9", &["198.51.100.1"]), "203.0.113.9", "no proxy of ours");
        assert_eq!(seen("127.0.0.1", &["198.51.100.1, 203.0.113.9"]), "203.0.113.9", "appended by a proxy");
        assert_eq!(
            seen("127.0.0.1", &["198.51.100.1", "203.0.113.9"]),
            "203.0.113.9",
            "in a line of its own"
        );
        assert_eq!(seen("::1", &["2001:db8:1:2:3:4:5:6"]), "2001:db8:1:2::/64");
        assert_eq!(seen("127.0.0.1", &[]), "127.0.0.1");
    }
}

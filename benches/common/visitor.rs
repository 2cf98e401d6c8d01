//! A person's requests.

use serde_json::Value;

/// A person who asks with a token.
pub struct Visitor {
    /// Of the server, without a path.
    pub base: String,
    /// Scopes read, write and agent.
    pub token: String,
    /// Its connections are kept.
    pub client: reqwest::Client,
}

impl Visitor {
    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        self.client.request(method, format!("{}/api/v1{path}", self.base)).bearer_auth(&self.token)
    }

    pub fn get(&self, path: &str) -> reqwest::RequestBuilder {
        self.request(reqwest::Method::GET, path)
    }

    /// A write under a key of its own; what it answered.
    pub async fn write(&self, method: reqwest::Method, path: &str, body: &Value) -> Value {
        let key = uuid::Uuid::new_v4().to_string();
        let request = self.request(method, path).header("Idempotency-Key", key).json(body);
        let answer = request.send().await.unwrap();
        assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
        answer.json().await.unwrap()
    }

    pub async fn post(&self, path: &str, body: &Value) -> Value {
        self.write(reqwest::Method::POST, path, body).await
    }
}

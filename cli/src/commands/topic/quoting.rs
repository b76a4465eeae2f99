//! Topics that a shell changed.

/// What to change if a shell replaced the start of the topic.
pub fn quoting_tip(topic: &str) -> Option<&'static str> {
    topic.starts_with('/').then_some(
        "the shell replaces `$aws` with an empty string: write the topic in single quotes",
    )
}

//! Polls the connection in a task of tokio.

use std::time::Duration;

use rumqttc::{ConnectionError, Event, EventLoop};
use tokio::{sync::mpsc, task, time};

/// The events of a connection; it connects again when the connection is lost.
///
/// A task of its own polls it, since a connection would be lost if polling were canceled while it is made.
pub(crate) fn events(
    mut event_loop: EventLoop,
) -> mpsc::UnboundedReceiver<Result<Event, ConnectionError>> {
    let (events, receiver) = mpsc::unbounded_channel();
    task::spawn(async move {
        loop {
            let event = event_loop.poll().await;
            let is_error = event.is_err();
            if events.send(event).is_err() {
                return;
            }
            if is_error {
                time::sleep(Duration::from_millis(500)).await;
            }
        }
    });
    receiver
}

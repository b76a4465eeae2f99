//! Job documents: what a job tells a device to do.
//!
//! Any JSON is a job document. Three schemas are known and typed: documents of steps (the managed
//! templates, the AWS IoT Device Client), of one operation (older device clients, the jobs agent)
//! and of over-the-air updates (`FreeRTOS`).

mod lenient;
mod operation;
mod ota;
pub mod placeholder;
mod steps;

pub use self::lenient::{Lenient, LenientBoolean, LenientInteger};

iot_jobs_macros::shapes! {
    steps: StepsDocument, Step, Condition, Action, ActionInput, enum ConditionType, enum ActionType;
    operation: OperationDocument;
    ota: OtaDocument, AfrOta, OtaFile;
}

//! The attribute macros of `iot-jobs`: one declaration drives everything about a shape.
//!
//! They generate code inside of `iot-jobs` (it names items by `crate::…`) and cannot be used elsewhere.
//!
//! # `#[shape]`
//!
//! On a plain struct with named, documented members:
//!
//! ```text
//! /// Criteria that abort a job when enough executions fail.
//! #[shape]
//! pub struct AbortCriteria {
//!     /// The type of failure that counts toward the threshold.
//!     pub failure_type: JobExecutionFailureType,
//!     /// The minimum number of things that must have run the job before the criteria apply.
//!     #[shape(MINIMUM_NUMBER_OF_EXECUTED_THINGS)]
//!     pub min_number_of_executed_things: i32,
//! }
//! ```
//!
//! | written | means |
//! |---|---|
//! | `Option<T>` | the member may be absent |
//! | bare `T` | the member is required: decoding and `build()` fail without it |
//! | `CONSTANT` | the constraint of `src/constraint/limits.rs` that applies to the member |
//! | `label`, `query` | where the member is in an HTTP request; otherwise in the body |
//! | `required` | an operation input's member that is an `Option` but that `build()` requires |
//! | `idempotency_token` | the service recognises a repeated request by this member |
//! | `wire = "Key"` | the wire name, where it is not the member's name in camel case |
//! | `rule = function` | validation calls `function(&value, &shape, at, report)` if the member has a value; `at` is its path |
//! | `#[shape(rule = function)]` on the struct | validation calls `function(&shape, at, report)`; `at` is the path of the struct |
//! | `#[shape(advice = function)]` on the struct | validation calls `function(&shape, at, report)` if advice is asked for |
//! | `#[shape(consistency = function)]` on the struct | `function(&mut members)` makes the generated members of the struct satisfy the rules between them |
//! | `#[shape(error = 404)]` on the struct | an error shape and its HTTP status |
//! | `#[shape(name = "ActionInput")]` on the struct | the shape's name, where a suffix means nothing |
//! | `optional_in_sdk` | the AWS SDK's structure has an `Option` for this required member, and conversion from it can fail |
//! | `#[shape(sdk(try_from, try_into))]` on the struct | conversion from, or into, the AWS SDK's type can fail because that of a member's type can; it does not compile without |
//! | `#[shape(mqtt)]` on the struct | an MQTT message: job documents in it are JSON values |
//!
//! The name of the shape is the struct's, with `…Input` and `…Output` read as the model's
//! `…Request` and `…Response`.
//!
//! Generated are: the struct with its derives, `#[non_exhaustive]` and a field for unknown members;
//! accessors; a builder with the AWS SDK's method names; the facts (`Shape`) and a constant for each member,
//! such as `AbortCriteria::FAILURE_TYPE`, by which rules name it; decoding, encoding and walking (`Wire`);
//! serde's two traits on top of these; with the features `schemars` and `proptest`, a schema and a strategy;
//! and, with those of the AWS SDK, a macro with the conversions to and from the SDK's type, which the list of
//! the plane calls.
//!
//! # `#[operation]`, `shapes!`, `operations!`
//!
//! `#[operation(GET "/jobs/{jobId}", errors(…))]` on a unit struct binds the `…Input` and `…Output`
//! next to it to HTTP. `shapes!` and `operations!` re-export the declarations of a folder's files, add
//! the `builders` module, and visit them for lookup by name. A list that starts with `sdk path;` converts each
//! shape and enum to and from the type of that name in the AWS SDK's module. Conversion into the SDK is
//! `TryFrom` for shapes with required members and for inputs, whose builders in the SDK return a `Result`; all
//! else is `From`, but for what a declaration states.

mod catalog;
mod member;
mod operation;
mod shape;

use proc_macro::TokenStream;

/// Makes a struct a shape of the model; the crate's page says how it is written.
#[proc_macro_attribute]
pub fn shape(arguments: TokenStream, item: TokenStream) -> TokenStream {
    written(shape::expand(arguments.into(), item.into()))
}

/// Makes a unit struct an operation that binds the `…Input` and `…Output` of its name to HTTP.
#[proc_macro_attribute]
pub fn operation(arguments: TokenStream, item: TokenStream) -> TokenStream {
    written(operation::expand(arguments.into(), item.into()))
}

/// Re-exports and lists the shapes of a folder: `shapes! { file: Struct, Struct, enum Enum; … }`.
#[proc_macro]
pub fn shapes(list: TokenStream) -> TokenStream {
    written(catalog::shapes(list.into()))
}

/// Lists the operations of a folder and their shapes: `operations! { file: Operation; … }`.
#[proc_macro]
pub fn operations(list: TokenStream) -> TokenStream {
    written(catalog::operations(list.into()))
}

fn written(result: syn::Result<proc_macro2::TokenStream>) -> TokenStream {
    result.unwrap_or_else(syn::Error::into_compile_error).into()
}

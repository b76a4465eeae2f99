//! The diagnostics of the macros: what the compiler says of a wrong declaration, and where.

#[test]
fn wrong_declarations_are_explained() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}

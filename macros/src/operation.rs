//! `#[operation]`: from a unit struct to the binding of its input and output to HTTP.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Data, DeriveInput, Fields, Ident, LitStr, Token, parenthesized,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

use crate::member::{doc_text, docs};

/// `GET "/jobs/{jobId}", errors(A, B)`
struct Binding {
    method: Ident,
    uri: LitStr,
    errors: Punctuated<Ident, Token![,]>,
}

const FORM: &str = "an operation is written `GET \"/path/{label}\", errors(Shape, Shape)`";
const METHODS: [&str; 5] = ["DELETE", "GET", "PATCH", "POST", "PUT"];

impl Parse for Binding {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let method: Ident = input.parse().map_err(|error| in_form(&error))?;
        if !METHODS.iter().any(|known| method == known) {
            let message = format!("unknown method `{method}`; one of {}", METHODS.join(", "));
            return Err(syn::Error::new_spanned(method, message));
        }
        let uri: LitStr = input.parse().map_err(|error| in_form(&error))?;
        if !uri.value().starts_with('/') {
            return Err(syn::Error::new_spanned(
                uri,
                "a URI template starts with `/`",
            ));
        }
        if input.is_empty() {
            let message = format!("the error shapes are missing; {FORM}");
            return Err(syn::Error::new_spanned(uri, message));
        }
        input
            .parse::<Token![,]>()
            .map_err(|error| in_form(&error))?;
        let keyword: Ident = input.parse().map_err(|error| in_form(&error))?;
        if keyword != "errors" {
            let message = format!("unknown argument `{keyword}`; {FORM}");
            return Err(syn::Error::new_spanned(keyword, message));
        }
        let list;
        parenthesized!(list in input);
        Ok(Self {
            method,
            uri,
            errors: Punctuated::parse_terminated(&list)?,
        })
    }
}

/// The parser's error, with the expected form.
fn in_form(error: &syn::Error) -> syn::Error {
    syn::Error::new(error.span(), format!("{error}; {FORM}"))
}

/// The code of an operation, or the error of its declaration.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> syn::Result<TokenStream> {
    let item: DeriveInput = syn::parse2(item)?;
    if arguments.is_empty() {
        return Err(syn::Error::new_spanned(item.ident, FORM));
    }
    let Binding {
        method,
        uri,
        errors,
    } = syn::parse2(arguments)?;
    let (name, docs) = (&item.ident, docs(&item.attrs));
    if !is_unit(&item) {
        return Err(syn::Error::new_spanned(
            name,
            format!(
                "an operation is a unit struct, `pub struct {name};`, \
                 with `{name}Input` and `{name}Output` next to it"
            ),
        ));
    }
    if doc_text(&docs).is_empty() {
        return Err(syn::Error::new_spanned(
            name,
            format!("operation `{name}` has no doc comment; write `/// …` above it: what it does"),
        ));
    }
    if let Some(other) = item.attrs.iter().find(|a| !a.path().is_ident("doc")) {
        return Err(syn::Error::new_spanned(
            other,
            "an operation takes only doc comments; its derives are written for it",
        ));
    }
    let (text, method) = (name.to_string(), method.to_string());
    let (input, output) = (format_ident!("{name}Input"), format_ident!("{name}Output"));
    let (input_builder, output_builder) = (
        format_ident!("{input}Builder"),
        format_ident!("{output}Builder"),
    );
    let errors = errors.iter();
    Ok(quote! {
        #(#docs)*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct #name;

        impl crate::shape::Operation for #name {
            type Input = #input;
            type Output = #output;

            const FACTS: crate::facts::OperationFacts = crate::facts::OperationFacts {
                name: #text,
                method: #method,
                uri: #uri,
                success_status: 200,
                input: &<#input as crate::shape::Shape>::STRUCTURE,
                output: &<#output as crate::shape::Shape>::STRUCTURE,
                errors: &[#(&<super::super::types::error::#errors as crate::shape::Shape>::STRUCTURE),*],
            };
        }

        /// The builders of this operation's input and output.
        pub mod builders {
            pub use super::{#input_builder, #output_builder};
        }
    })
}

fn is_unit(item: &DeriveInput) -> bool {
    let unit = matches!(&item.data, Data::Struct(body) if matches!(body.fields, Fields::Unit));
    unit && item.generics.params.is_empty()
}

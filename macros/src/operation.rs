//! `#[operation]`: from a unit struct to the binding of its input and output to HTTP.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    DeriveInput, Ident, LitStr, Token, parenthesized,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

use crate::member::docs;

/// `GET "/jobs/{jobId}", errors(A, B)`
struct Binding {
    method: Ident,
    uri: LitStr,
    errors: Punctuated<Ident, Token![,]>,
}

impl Parse for Binding {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let method = input.parse()?;
        let uri = input.parse()?;
        input.parse::<Token![,]>()?;
        let keyword: Ident = input.parse()?;
        if keyword != "errors" {
            return Err(syn::Error::new(keyword.span(), "expected `errors(…)`"));
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

/// The code of an operation, or what is wrong with its declaration.
pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> syn::Result<TokenStream> {
    let Binding {
        method,
        uri,
        errors,
    } = syn::parse2(arguments)?;
    let item: DeriveInput = syn::parse2(item)?;
    let (name, docs) = (&item.ident, docs(&item.attrs));
    if docs.is_empty() {
        return Err(syn::Error::new(
            name.span(),
            format!("operation `{name}` has no doc comment: say what it does"),
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

        impl crate::operation::Operation for #name {
            type Input = #input;
            type Output = #output;

            const FACTS: crate::operation::Facts = crate::operation::Facts {
                name: #text,
                method: #method,
                uri: #uri,
                success_status: 200,
                input: <#input as crate::shape::Shape>::STRUCTURE,
                output: <#output as crate::shape::Shape>::STRUCTURE,
                errors: &[#(<super::super::types::error::#errors as crate::shape::Shape>::STRUCTURE),*],
            };
        }

        /// The builders of this operation's input and output.
        pub mod builders {
            pub use super::{#input_builder, #output_builder};
        }
    })
}

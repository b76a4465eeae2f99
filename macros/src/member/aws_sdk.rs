//! A member's part of the conversions to and from the type of the AWS SDK.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::{InSdk, Member};

impl Member {
    /// `name: …`, from the field of the SDK's structure.
    pub(crate) fn converted_from_sdk(&self) -> TokenStream {
        let (name, place) = (&self.name, self.place());
        if self.is_optional_in_sdk() {
            quote! {
                #name: crate::aws_sdk::FromSdk::from_sdk(
                    value.#name.ok_or_else(|| crate::aws_sdk::missing(&#place))?,
                    &#place,
                )?
            }
        } else {
            quote!(#name: crate::aws_sdk::FromSdk::from_sdk(value.#name, &#place)?)
        }
    }

    /// `.set_name(…)`, on the SDK's builder.
    pub(crate) fn converted_into_sdk(&self) -> TokenStream {
        let (name, place) = (&self.name, self.place());
        let set = format_ident!("set_{}", name.unraw());
        let value = quote!(crate::aws_sdk::IntoSdk::into_sdk(self.#name, &#place)?);
        if self.bare {
            quote!(.#set(Some(#value)))
        } else {
            quote!(.#set(#value))
        }
    }

    /// Whether the SDK's structure may have no value for this required member.
    pub(crate) fn is_optional_in_sdk(&self) -> bool {
        matches!(self.in_sdk, InSdk::Optional)
    }

    /// Whether the type is not an `Option`.
    pub(crate) fn is_bare(&self) -> bool {
        self.bare
    }

    fn place(&self) -> TokenStream {
        let constant = self.constant_name();
        quote!(at.member(<$ours>::#constant))
    }
}

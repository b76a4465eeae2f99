//! Conversions to and from the type of the AWS SDK that has the same name.
//!
//! A shape does not know its plane, but the list that contains it does (`shapes!`, `operations!`): the shape
//! declares a macro that takes the SDK's type, and a list with `sdk path;` calls it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, LitStr, Path};

use super::Shape;
use crate::member::Member;

/// The features under which the macros of shapes are declared.
fn features() -> TokenStream {
    quote!(any(
        feature = "aws-sdk-iot",
        feature = "aws-sdk-iotjobsdataplane"
    ))
}

/// The name of the macro that a shape declares.
pub(crate) fn macro_name(shape: &Ident) -> Ident {
    format_ident!("convert_{}", snake_case(&shape.to_string()))
}

/// The feature of an SDK crate, from a path in it.
pub(crate) fn feature(sdk: &Path) -> syn::Result<LitStr> {
    let first = sdk.segments.first().map(|segment| &segment.ident);
    match first {
        Some(name) if name.to_string().starts_with("aws_sdk_") => Ok(LitStr::new(
            &name.to_string().replace('_', "-"),
            name.span(),
        )),
        _ => Err(syn::Error::new_spanned(
            sdk,
            "`sdk` is followed by a path in a crate of the AWS SDK, such as `aws_sdk_iot::types`",
        )),
    }
}

impl Shape {
    /// The macro with the conversions, which only some builds have.
    pub(super) fn aws_sdk(&self) -> TokenStream {
        let (features, name) = (features(), macro_name(&self.name));
        let (from, into) = (self.conversion_from_sdk(), self.conversion_into_sdk());
        let pattern = if self.is_input() {
            quote!($ours:ty, $sdk:ty, $builder:ty)
        } else {
            quote!($ours:ty, $sdk:ty)
        };
        quote! {
            #[cfg(#features)]
            #[allow(unused_macros)]
            macro_rules! #name {
                (#pattern) => {
                    #from
                    #into
                    impl crate::aws_sdk::Convertible for $sdk {
                        type Ours = $ours;
                    }
                };
            }
            #[cfg(#features)]
            #[allow(unused_imports)]
            pub(crate) use #name;
        }
    }

    fn conversion_from_sdk(&self) -> TokenStream {
        let members = self.members.iter().map(Member::converted_from_sdk);
        let fallible = self.sdk.try_from || self.members.iter().any(Member::is_optional_in_sdk);
        let error = error(fallible);
        let public = if fallible {
            quote! {
                impl TryFrom<$sdk> for $ours {
                    type Error = crate::error::Error;

                    fn try_from(value: $sdk) -> Result<Self, Self::Error> {
                        crate::aws_sdk::FromSdk::from_sdk(value, &crate::path::PathRef::root())
                    }
                }
            }
        } else {
            quote! {
                impl From<$sdk> for $ours {
                    fn from(value: $sdk) -> Self {
                        let root = crate::path::PathRef::root();
                        let Ok(value) = crate::aws_sdk::FromSdk::from_sdk(value, &root);
                        value
                    }
                }
            }
        };
        quote! {
            impl crate::aws_sdk::FromSdk<$sdk> for $ours {
                type Error = #error;

                #[allow(unused_variables)]
                fn from_sdk(
                    value: $sdk,
                    at: &crate::path::PathRef<'_>,
                ) -> Result<Self, Self::Error> {
                    Ok(Self {
                        #(#members,)*
                        __unknown_members: std::default::Default::default(),
                    })
                }
            }
            #public
        }
    }

    fn conversion_into_sdk(&self) -> TokenStream {
        let declared = self.sdk.try_into;
        let input = self.is_input();
        let required = input || self.members.iter().any(Member::is_bare);
        let members = self.members.iter().map(Member::converted_into_sdk);
        let meta = self.status.is_some().then(|| {
            let code = &self.model_name;
            quote!(.meta(crate::aws_sdk::error_metadata(#code, message)))
        });
        let message = meta.as_ref().map(|_| {
            quote! {
                let message = self.message.clone();
            }
        });
        let build = if required {
            quote!(.build().map_err(|error| crate::aws_sdk::not_built(&error, at)))
        } else {
            quote!(.build())
        };
        let ok = if required { quote!() } else { quote!(Ok) };
        if input {
            let builder = conversion(
                &quote!($builder),
                declared,
                &quote!(Ok(<$sdk>::builder() #(#members)*)),
            );
            let input = conversion(
                &quote!($sdk),
                true,
                &quote! {{
                    let builder: $builder = crate::aws_sdk::IntoSdk::into_sdk(self, at)?;
                    builder #build
                }},
            );
            return quote!(#builder #input);
        }
        conversion(
            &quote!($sdk),
            declared || required,
            &quote! {{
                #message
                #ok(<$sdk>::builder() #(#members)* #meta #build)
            }},
        )
    }
}

/// The conversion of a shape into an SDK type, by this expression.
fn conversion(target: &TokenStream, fallible: bool, value: &TokenStream) -> TokenStream {
    let error = error(fallible);
    let public = if fallible {
        quote! {
            impl TryFrom<$ours> for #target {
                type Error = crate::error::Error;

                fn try_from(value: $ours) -> Result<Self, Self::Error> {
                    crate::aws_sdk::IntoSdk::into_sdk(value, &crate::path::PathRef::root())
                }
            }
        }
    } else {
        quote! {
            impl From<$ours> for #target {
                fn from(value: $ours) -> Self {
                    let root = crate::path::PathRef::root();
                    let Ok(value) = crate::aws_sdk::IntoSdk::into_sdk(value, &root);
                    value
                }
            }
        }
    };
    quote! {
        impl crate::aws_sdk::IntoSdk<#target> for $ours {
            type Error = #error;

            #[allow(unused_variables)]
            fn into_sdk(
                self,
                at: &crate::path::PathRef<'_>,
            ) -> Result<#target, Self::Error> {
                #value
            }
        }
        #public
    }
}

/// The error type of a conversion.
fn error(fallible: bool) -> TokenStream {
    if fallible {
        quote!(crate::error::Error)
    } else {
        quote!(std::convert::Infallible)
    }
}

/// `JobSummary` as `job_summary`.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

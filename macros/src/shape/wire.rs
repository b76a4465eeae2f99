//! What a shape is on the wire: its facts, and decoding, encoding and walking by them.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::Shape;
use crate::member::{Member, doc_text, option};

impl Shape {
    /// The facts, and decoding, encoding and walking by them.
    ///
    /// All paths are absolute and all local names are of the macro's own span, so that a shape and its members
    /// may have any name.
    pub(super) fn wire(&self) -> TokenStream {
        let (name, model_name, doc) = (&self.name, &self.model_name, doc_text(&self.docs));
        let declarations = self.members.iter().map(Member::declaration);
        let count = self.members.len();
        let constants = self.members.iter().map(Member::constant);
        let walked = self.members.iter().map(Member::walked);
        let rule_calls = self.rule_calls();
        let consistency = option(
            self.consistency
                .as_ref()
                .map(|function| quote!(crate::facts::draft::Consistency(#function))),
        );
        let status = option(self.status.as_ref().map(|status| quote!(#status)));
        let (object, debug) = (self.object(), self.debug());
        quote! {
            const _: () = {
                static MEMBERS: [crate::facts::Member; #count] = [#(#declarations),*];

                // The members for rules, which a misspelt name cannot name.
                #[allow(dead_code)]
                impl #name {
                    #(#constants)*
                }

                impl crate::shape::Shape for #name {
                    const STRUCTURE: crate::facts::Structure = crate::facts::Structure {
                        name: #model_name,
                        doc: #doc,
                        members: &MEMBERS,
                        error_status: #status,
                        #[cfg(feature = "proptest")]
                        consistency: #consistency,
                    };
                }

                #object
                #debug

                impl crate::wire::Wire for #name {
                    const KIND: crate::facts::Kind =
                        crate::facts::Kind::Structure(&<Self as crate::shape::Shape>::STRUCTURE);

                    fn decode<'de, D: crate::wire::Decoder<'de>>(
                        decoder: D,
                    ) -> Result<Self, D::Error> {
                        decoder.object()
                    }

                    #[inline]
                    fn decode_into<'de, D: crate::wire::Decoder<'de>>(
                        decoder: D,
                        place: &mut Option<Self>,
                    ) -> Result<(), D::Error> {
                        decoder.object_into(place)
                    }

                    #[inline]
                    fn encode<E: crate::wire::Encoder>(
                        &self,
                        encoder: E,
                        context: crate::wire::Context,
                    ) -> Result<E::Ok, E::Error> {
                        encoder.object(self, context)
                    }

                    fn walk(
                        &self,
                        at: &crate::path::PathRef<'_>,
                        _: Option<&'static crate::constraint::Constraint>,
                        walk: &mut crate::wire::Walk<'_>,
                    ) {
                        #rule_calls
                        #(#walked)*
                        self.__unknown_members.walk(at, walk);
                    }

                    fn debug(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        std::fmt::Debug::fmt(self, f)
                    }

                    #[cfg(feature = "schemars")]
                    fn structure(
                        generator: &mut schemars::SchemaGenerator,
                    ) -> Option<schemars::Schema> {
                        Some(generator.subschema_for::<Self>())
                    }
                }

                impl serde::Serialize for #name {
                    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                        crate::wire::Encoder::object(
                            crate::wire::serde::SerdeEncoder(serializer),
                            self,
                            crate::wire::Context::default(),
                        )
                    }
                }

                impl<'de> serde::Deserialize<'de> for #name {
                    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                        let root = crate::path::PathRef::root();
                        let decoder = crate::wire::serde::SerdeDecoder::new(deserializer, &root);
                        <Self as crate::wire::Wire>::decode(decoder)
                    }
                }
            };
        }
    }

    /// The calls of the rule and of the advice of the struct.
    fn rule_calls(&self) -> TokenStream {
        let rule = self.rule.as_ref().map(|rule| {
            quote! {
                if let Some(report) = walk.report() {
                    #rule(self, at, report);
                }
            }
        });
        let advice = self.advice.as_ref().map(|advice| {
            quote! {
                if let Some(report) = walk.advice() {
                    #advice(self, at, report);
                }
            }
        });
        quote!(#rule #advice)
    }

    /// Reading and writing an object's members.
    fn object(&self) -> TokenStream {
        let (name, mqtt) = (&self.name, self.mqtt);
        let names = self.members.iter().map(|member| &member.name);
        let locals: Vec<_> = self.members.iter().map(Member::local).collect();
        let positions: Vec<usize> = (0..self.members.len()).collect();
        let (position, literal) = (self.position(), self.literal());
        let in_order = self.members.iter().map(Member::read_in_order);
        let read = self.members.iter().map(Member::read_value);
        let decoded = self.members.iter().map(Member::decoded);
        let written = self.members.iter().map(Member::written);
        quote! {
            impl crate::wire::Object for #name {
                const MQTT: bool = #mqtt;

                #position

                #literal

                #[inline]
                fn read_members<'de, R: crate::wire::MemberReader<'de>>(
                    mut reader: R,
                    place: &mut Option<Self>,
                ) -> Result<(), R::Error> {
                    use crate::wire::NextMember;

                    #(let mut #locals = None;)*
                    let mut unknown_members = crate::shape::UnknownMembers::default();
                    #(#in_order;)*
                    while let Some(next) = reader.next::<Self>()? {
                        match next {
                            #(NextMember::Declared(#positions) => #read,)*
                            NextMember::Declared(_) => {}
                            NextMember::Unknown => reader.unknown(&mut unknown_members)?,
                        }
                    }
                    let value = Self {
                        #(#names: #decoded,)*
                        __unknown_members: unknown_members,
                    };
                    crate::wire::fill(place, value);
                    Ok(())
                }

                #[inline]
                fn write_members<W: crate::wire::MemberWriter>(
                    &self,
                    writer: &mut W,
                ) -> Result<(), W::Error> {
                    #(#written)*
                    Ok(())
                }

                #[inline]
                fn undeclared(&self) -> &crate::shape::UnknownMembers {
                    &self.__unknown_members
                }
            }
        }
    }

    /// From a literal to the index, by its first letter first.
    fn literal(&self) -> TokenStream {
        let mut by_letter = BTreeMap::<u8, Vec<TokenStream>>::new();
        for (position, member) in self.members.iter().enumerate() {
            let literal = member.literal();
            let letter = member.wire_name.bytes().next().unwrap_or_default();
            let tests = by_letter.entry(letter).or_default();
            tests.push(quote!(.or_else(|| crate::wire::literal(text, #literal, #position))));
        }
        let (letters, tests): (Vec<_>, Vec<_>) = by_letter.into_iter().unzip();
        quote! {
            #[inline]
            fn literal(text: &[u8]) -> Option<(usize, usize)> {
                match text.get(1) {
                    #(Some(#letters) => None #(#tests)*,)*
                    _ => None,
                }
            }
        }
    }

    /// From a wire name to the index, by its length first, which is the same for few members.
    fn position(&self) -> TokenStream {
        let mut by_length = BTreeMap::<usize, Vec<TokenStream>>::new();
        for (position, member) in self.members.iter().enumerate() {
            let name = &member.wire_name;
            let arms = by_length.entry(name.len()).or_default();
            arms.push(quote!(#name => Some(#position)));
        }
        let (lengths, arms): (Vec<_>, Vec<_>) = by_length.into_iter().unzip();
        quote! {
            fn position(wire_name: &str) -> Option<usize> {
                match wire_name.len() {
                    #(#lengths => match wire_name {
                        #(#arms,)*
                        _ => None,
                    },)*
                    _ => None,
                }
            }
        }
    }

    /// `Debug` with sorted maps, and with unknown members only where there are some.
    fn debug(&self) -> TokenStream {
        let name = &self.name;
        let text = name.to_string();
        let names = self.members.iter().map(|member| &member.name);
        let texts = self.members.iter().map(Member::field_name);
        quote! {
            impl std::fmt::Debug for #name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    let mut fields = f.debug_struct(#text);
                    #(fields.field(#texts, &crate::wire::Debugged(&self.#names));)*
                    if !self.__unknown_members.is_empty() {
                        fields.field("unknown_members", &self.__unknown_members);
                    }
                    fields.finish()
                }
            }
        }
    }
}

//! What a shape is on the wire: its facts, and decoding, encoding and walking by them.

use proc_macro2::TokenStream;
use quote::quote;

use super::Shape;
use crate::member::{Member, doc_text, option};

impl Shape {
    /// The facts, and decoding, encoding and walking by them.
    pub(super) fn wire(&self) -> TokenStream {
        let (name, model_name, doc) = (&self.name, &self.model_name, doc_text(&self.docs));
        let declarations = self.members.iter().map(Member::declaration);
        let facts = self.members.iter().map(Member::facts);
        let count = self.members.len();
        let names = self.members.iter().map(|member| &member.name);
        let object = self.object();
        let walked = self.members.iter().map(Member::walked);
        let rule = self.rule.as_ref().map(|rule| {
            quote! {
                if let Some(report) = walker.report() {
                    #rule(self, at, report);
                }
            }
        });
        let status = option(self.status.as_ref().map(|status| quote!(#status)));
        let context = if self.mqtt {
            quote!(context.over_mqtt())
        } else {
            quote!(context)
        };
        quote! {
            const _: () = {
                use crate::{
                    path::Path,
                    shape::{Kind, Location, Member, Shape, Structure, UnknownMembers},
                    wire::{self, MemberName, Object, ObjectEncoder, Seen, Walker, Wire},
                };

                static MEMBERS: [Member; #count] = [#(#declarations),*];

                impl Shape for #name {
                    const STRUCTURE: Structure = Structure {
                        name: #model_name,
                        doc: #doc,
                        members: &MEMBERS,
                        error_status: #status,
                    };
                }

                #object

                impl Wire for #name {
                    const KIND: Kind = Kind::Structure(&Self::STRUCTURE);

                    fn decode<'de, D: serde::Deserializer<'de>>(
                        deserializer: D,
                        at: &Path<'_>,
                    ) -> Result<Self, D::Error> {
                        wire::decode_object(deserializer, at)
                    }

                    #[inline]
                    fn decode_into<'de, D: serde::Deserializer<'de>>(
                        deserializer: D,
                        at: &Path<'_>,
                        place: &mut Option<Self>,
                    ) -> Result<(), D::Error> {
                        wire::decode_object_into(deserializer, at, place)
                    }

                    #[inline]
                    fn encode<S: serde::Serializer>(
                        &self,
                        serializer: S,
                        context: wire::Context,
                    ) -> Result<S::Ok, S::Error> {
                        let mut object = ObjectEncoder::new(serializer, #context)?;
                        #(object.member(#facts, &self.#names)?;)*
                        object.finish(&self.unknown_members)
                    }

                    fn walk(&self, at: &Path<'_>, walker: &mut dyn Walker) {
                        #rule
                        #(#walked)*
                        self.unknown_members.walk(at, walker);
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
                        self.encode(serializer, wire::Context::default())
                    }
                }

                impl<'de> serde::Deserialize<'de> for #name {
                    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                        Self::decode(deserializer, &Path::root())
                    }
                }
            };
        }
    }

    /// Reading an object's members.
    fn object(&self) -> TokenStream {
        let name = &self.name;
        let names = self.members.iter().map(|member| &member.name);
        let wire_names = self.members.iter().map(|member| &member.wire_name);
        let positions: Vec<usize> = (0..self.members.len()).collect();
        let read = self.members.iter().map(Member::read_value);
        let decoded = self.members.iter().map(Member::decoded);
        quote! {
            impl Object for #name {
                #[inline]
                fn position(wire_name: &str) -> Option<usize> {
                    match wire_name {
                        #(#wire_names => Some(#positions),)*
                        _ => None,
                    }
                }

                #[inline]
                fn read_members<'de, A: serde::de::MapAccess<'de>>(
                    mut map: A,
                    at: &Path<'_>,
                    place: &mut Option<Self>,
                ) -> Result<(), A::Error> {
                    #(let mut #names = None;)*
                    let mut seen = Seen::default();
                    let mut unknown_members = UnknownMembers::default();
                    // Not `name`, which a member may be called.
                    while let Some(wire_name) = wire::next_member::<Self, A>(&mut map, at)? {
                        match wire_name {
                            #(MemberName::Declared(#positions) => #read,)*
                            MemberName::Declared(_) => {}
                            MemberName::Other(wire_name) => {
                                unknown_members.read(&mut map, wire_name, at)?;
                            }
                        }
                    }
                    let value = Self {
                        #(#decoded,)*
                        unknown_members,
                    };
                    wire::fill(place, value);
                    Ok(())
                }
            }
        }
    }
}

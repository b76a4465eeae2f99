//! Structures and members: names, order, what is required, where it travels, of which kind.

use iot_jobs::shape::{self, Enum, Kind, Location, Member, Structure};

use super::{Comparison, model::Shape};

impl Comparison<'_> {
    pub(super) fn structures(&mut self) {
        let model = self.model;
        for (name, shape) in model
            .shapes()
            .filter(|(_, shape)| shape.kind() == "structure")
        {
            let ours = format!("{}{name}", self.plane.prefix);
            match shape::find(&ours) {
                Some(entry) => self.structure(name, shape, entry.structure()),
                None => self.differences.push(format!("{ours}: not in the crate")),
            }
        }
        for (name, _) in model.shapes().filter(|(_, shape)| shape.has("enum")) {
            if !self.enums.contains(name) {
                self.differences
                    .push(format!("{name}: no member leads to it"));
            }
        }
    }

    fn structure(&mut self, name: &str, shape: Shape<'_>, ours: &Structure) {
        self.understood(
            name,
            shape,
            &["type", "required", "members", "exception", "httpStatusCode"],
        );
        let status = shape.has("exception").then(|| shape.text("httpStatusCode"));
        self.differ(
            name,
            "the status",
            status.unwrap_or_default(),
            ours.error_status
                .map_or_else(String::new, |status| status.to_string()),
        );
        let members: Vec<_> = shape.members().collect();
        let names: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
        let our_names: Vec<&str> = ours.members.iter().map(|member| member.wire_name).collect();
        self.differ(
            name,
            "the order of members",
            names.join(", "),
            our_names.join(", "),
        );
        for (wire_name, member) in &members {
            if let Some(ours) = ours.member(wire_name) {
                let required = shape.strings("required").contains(wire_name);
                self.member(&format!("{name}.{wire_name}"), *member, required, ours);
            }
        }
    }

    fn member(&mut self, at: &str, member: Shape<'_>, required: bool, ours: &Member) {
        self.understood(
            at,
            member,
            &["shape", "location", "locationName", "idempotencyToken"],
        );
        self.differ(at, "required", required, ours.required);
        self.differ(
            at,
            "the idempotency token",
            member.has("idempotencyToken"),
            ours.idempotency_token,
        );
        let location = match ours.location {
            Location::Body => "",
            Location::Label => "uri",
            Location::Query => "querystring",
            _ => "of a kind that this test does not know",
        };
        self.differ(at, "the location", member.text("location"), location);
        let wire_name = if member.has("locationName") {
            member.text("locationName")
        } else {
            ours.wire_name.to_owned()
        };
        self.differ(at, "the wire name", wire_name, ours.wire_name);
        let name = member.text("shape");
        self.kind(at, &name, ours.kind);
        self.constraint(at, &name, ours.constraint);
    }

    /// Compares a kind of ours with the model's shape of this name, and what it consists of.
    fn kind(&mut self, at: &str, name: &str, ours: Kind) {
        let shape = self.model.shape(name);
        let kind = if shape.has("enum") {
            "enum".to_owned()
        } else {
            shape.kind()
        };
        let our_kind = match ours {
            Kind::String => "string",
            Kind::Boolean => "boolean",
            Kind::Integer => "integer",
            Kind::Long => "long",
            Kind::Double => "double",
            Kind::Timestamp => "timestamp",
            Kind::Blob => "blob",
            Kind::Enum(_) => "enum",
            Kind::Structure(_) => "structure",
            Kind::List(_) => "list",
            Kind::Map(_) => "map",
            _ => "of a kind that the model does not have",
        };
        if !(self.plane.widened)(ours, name) {
            self.differ(at, "the kind", &kind, our_kind);
        }
        if kind != our_kind {
            return;
        }
        match ours {
            Kind::Enum(ours) => self.enumeration(at, name, ours),
            Kind::Structure(ours) => {
                self.differ(at, "the structure", name, ours.name);
                let listed = shape::find(&format!("{}{name}", self.plane.prefix));
                if listed.is_some_and(|listed| listed.structure() != ours) {
                    self.differences
                        .push(format!("{at}: another {name} than the listed one"));
                }
            }
            Kind::List(element) => self.kind(&format!("{at}[]"), &shape.text("member"), *element),
            Kind::Map(value) => {
                let key = self.model.shape(&shape.text("key"));
                self.differ(at, "the kind of keys", key.kind(), "string");
                self.kind(&format!("{at}.*"), &shape.text("value"), *value);
            }
            _ => {}
        }
    }

    fn enumeration(&mut self, at: &str, name: &str, ours: &Enum) {
        let shape = self.model.shape(name);
        self.understood(name, shape, &["type", "enum"]);
        self.differ(at, "the enum", name, ours.name);
        self.differ(
            at,
            "the values",
            shape.strings("enum").join(", "),
            ours.values.join(", "),
        );
        self.enums.insert(name.to_owned());
    }
}

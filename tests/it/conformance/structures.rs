//! Structures and members: names, order, kinds, locations, and which members are required.

use iot_jobs::{
    catalog,
    facts::{Enum, Kind, Location, Member, Structure},
};

use super::{Comparison, model::Object};

impl Comparison<'_> {
    pub(super) fn structures(&mut self) {
        let model = self.model;
        for (name, shape) in model
            .shapes()
            .filter(|(_, shape)| shape.kind() == "structure")
        {
            let ours = format!("{}{name}", self.plane.prefix);
            match catalog::find_shape(&ours) {
                Some(entry) => self.structure(name, shape, entry.structure()),
                None => self.differences.push(format!("{ours}: not in the crate")),
            }
        }
        for (name, _) in model.shapes().filter(|(_, shape)| shape.has("enum")) {
            if !self.used_enums.contains(name) {
                self.differences
                    .push(format!("{name}: no member of the crate has this enum"));
            }
        }
    }

    fn structure(&mut self, name: &str, shape: Object<'_>, ours: &Structure) {
        self.require_known_properties(
            name,
            shape,
            &["type", "required", "members", "exception", "httpStatusCode"],
        );
        let status = shape.has("exception").then(|| shape.text("httpStatusCode"));
        self.compare(
            name,
            "the status",
            status.unwrap_or_default(),
            ours.error_status
                .map_or_else(String::new, |status| status.to_string()),
        );
        let members: Vec<_> = shape.members().collect();
        let names: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
        let our_names: Vec<&str> = ours.members.iter().map(|member| member.wire_name).collect();
        self.compare(
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

    fn member(&mut self, path: &str, member: Object<'_>, required: bool, ours: &Member) {
        self.require_known_properties(
            path,
            member,
            &["shape", "location", "locationName", "idempotencyToken"],
        );
        self.compare(path, "required", required, ours.required);
        self.compare(
            path,
            "the idempotency token",
            member.has("idempotencyToken"),
            ours.idempotency_token,
        );
        let location = match ours.location {
            Location::Body => "",
            Location::Label => "uri",
            Location::Query => "querystring",
            _ => "unknown to this test",
        };
        self.compare(path, "the location", member.text("location"), location);
        let wire_name = if member.has("locationName") {
            member.text("locationName")
        } else {
            ours.wire_name.to_owned()
        };
        self.compare(path, "the wire name", wire_name, ours.wire_name);
        let name = member.text("shape");
        self.kind(path, &name, ours.kind);
        self.constraint(path, &name, ours.constraint);
    }

    /// Compares a kind with the model's shape of this name, including elements, keys and values.
    fn kind(&mut self, path: &str, name: &str, ours: Kind) {
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
            _ => "a kind that is absent from the models",
        };
        if !(self.plane.refined)(ours, name) {
            self.compare(path, "the kind", &kind, our_kind);
        }
        if kind != our_kind {
            return;
        }
        match ours {
            Kind::Enum(ours) => self.enumeration(path, name, ours),
            Kind::Structure(ours) => {
                self.compare(path, "the structure", name, ours.name);
                let in_catalog = catalog::find_shape(&format!("{}{name}", self.plane.prefix));
                if in_catalog.is_some_and(|entry| entry.structure() != ours) {
                    self.differences
                        .push(format!("{path}: its {name} is not the one in the catalog"));
                }
            }
            Kind::List(element) => self.kind(&format!("{path}[]"), &shape.text("member"), *element),
            Kind::Map(value) => {
                let key = self.model.shape(&shape.text("key"));
                self.compare(path, "the kind of keys", key.kind(), "string");
                self.kind(&format!("{path}.*"), &shape.text("value"), *value);
            }
            _ => {}
        }
    }

    fn enumeration(&mut self, path: &str, name: &str, ours: &Enum) {
        let shape = self.model.shape(name);
        self.require_known_properties(name, shape, &["type", "enum"]);
        self.compare(path, "the enum", name, ours.name);
        self.compare(
            path,
            "the values",
            shape.strings("enum").join(", "),
            ours.values.join(", "),
        );
        self.used_enums.insert(name.to_owned());
    }
}

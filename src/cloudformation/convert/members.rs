//! Which property each member of an object is.

use super::Converter;
use crate::{
    cloudformation::{
        property::Property,
        value::{Members, Value, adds_members},
    },
    path::Path,
    report::{Finding, Rule},
    text,
};

/// For each property, the name and the value that the object has for it.
type Given<'v, 't> = Vec<Option<(&'v str, &'v Value<'t>)>>;

impl Converter<'_> {
    /// The members by property, and whether the object gets more members at deployment.
    ///
    /// A member with a misspelt name is taken for the property that was probably meant, so that its value is
    /// checked and the property is not reported as absent.
    pub(super) fn assign<'v, 't>(
        &mut self,
        properties: &'static [Property],
        owner: &str,
        members: &'v Members<'t>,
        at: &Path,
    ) -> (Given<'v, 't>, bool) {
        let mut given: Given<'v, 't> = vec![None; properties.len()];
        let mut unknown = Vec::new();
        let mut open = false;
        for (name, value) in members {
            let known = properties.iter().zip(&mut given);
            let known = known
                .into_iter()
                .find(|(property, _)| property.name == **name);
            match known {
                Some((_, Some(_))) => self.appears_twice(at.clone().member(name.to_string())),
                Some((_, given)) => *given = Some((&**name, value)),
                None if adds_members(name) => open = true,
                None => unknown.push((&**name, value)),
            }
        }
        for (name, value) in unknown {
            let read_only = std::ptr::eq(properties, self.resource.properties())
                && self.resource.read_only().contains(&name);
            let meant = if read_only {
                None
            } else {
                similar(name, properties, &given)
            };
            let finding = if read_only {
                let message = "this property is read-only: leave it out";
                Finding::error(Rule::UnknownMember, message)
            } else {
                let message = format!("{owner} has no such property");
                let meant = meant.and_then(|index| properties.get(index));
                Finding::error(Rule::UnknownMember, message)
                    .suggestion(meant.map(|property| property.name.as_str()))
            };
            self.findings
                .add(finding.at(at.clone().member(name.to_owned())));
            if let Some(given) = meant.and_then(|index| given.get_mut(index)) {
                *given = Some((name, value));
            }
        }
        (given, open)
    }
}

/// The index of the absent property that a name probably means.
fn similar(name: &str, properties: &[Property], given: &Given<'_, '_>) -> Option<usize> {
    let absent = properties.iter().zip(given).enumerate();
    let absent = absent.filter(|(_, (_, given))| given.is_none());
    let names: Vec<(usize, String)> = absent
        .flat_map(|(index, (property, _))| property.names().map(move |name| (index, name)))
        .collect();
    let meant = text::similar(name, names.iter().map(|(_, name)| name.as_str()))?;
    let (index, _) = names.iter().find(|(_, name)| name == meant)?;
    Some(*index)
}

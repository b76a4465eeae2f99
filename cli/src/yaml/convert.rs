//! From the events of a YAML text to JSON text.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use granit_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span, StrInput, Tag};

use super::{
    converted::{Converted, MAX_ALIAS_BYTES, MAX_DEPTH, Node, Place, YamlError},
    scalar,
};

/// Converts a text with one document.
pub(crate) fn convert(yaml: &str) -> Result<Converted<'_>, YamlError> {
    let mut converter = Converter {
        parser: Parser::new_from_str(yaml),
        json: String::with_capacity(yaml.len()),
        nodes: Vec::new(),
        anchors: HashMap::new(),
        alias_bytes: 0,
    };
    converter.document()?;
    Ok(Converted {
        json: converter.json,
        yaml,
        nodes: converter.nodes,
    })
}

struct Converter<'y> {
    parser: Parser<'y, StrInput<'y>>,
    json: String,
    nodes: Vec<Node>,
    /// The JSON text and the nodes of each anchor's value.
    anchors: HashMap<usize, (Range<usize>, Range<usize>)>,
    alias_bytes: usize,
}

/// An event with the part of the text that it is about.
type Positioned<'y> = (Event<'y>, Span);

impl<'y> Converter<'y> {
    fn document(&mut self) -> Result<(), YamlError> {
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(..) => {}
                Event::StreamEnd => return Err(error(span.start, "there is no document")),
                _ => {
                    self.value((event, span), 0)?;
                    break;
                }
            }
        }
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(()),
                Event::DocumentStart(..) => {
                    let message = "a second document starts here: a file has one";
                    return Err(error(span.start, message));
                }
                _ => {}
            }
        }
    }

    fn next(&mut self) -> Result<Positioned<'y>, YamlError> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(found)) => Err(not_yaml(&found)),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    /// Writes the value that starts with an event.
    fn value(&mut self, (event, span): Positioned<'y>, depth: usize) -> Result<(), YamlError> {
        if depth > MAX_DEPTH {
            let message = format!("it is nested deeper than {MAX_DEPTH} levels");
            return Err(error(span.start, message));
        }
        let first_node = self.nodes.len();
        let start = self.json.len();
        let anchor = match event {
            Event::Alias(anchor) => return self.alias(anchor, span.start),
            Event::Scalar(text, style, anchor, tag) => {
                let place = Self::place(span, style);
                self.scalar(&text, style, tag.as_deref(), place);
                anchor
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.collection(tag.as_deref(), span, depth, Self::sequence)?;
                anchor
            }
            Event::MappingStart(_, anchor, tag) => {
                self.collection(tag.as_deref(), span, depth, Self::mapping)?;
                anchor
            }
            _ => return Err(error(span.start, "expected a value")),
        };
        if anchor > 0 {
            let value = (start..self.json.len(), first_node..self.nodes.len());
            self.anchors.insert(anchor, value);
        }
        Ok(())
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, tag: Option<&Tag>, place: Place) {
        let function = tag.and_then(function);
        let outer = self.open_function(function.as_deref(), place);
        let node = self.push(place, Some(style));
        match function.as_deref() {
            // The only short form that is not the argument of the long one.
            Some("Fn::GetAtt") => {
                let (resource, attribute) = text.split_once('.').unwrap_or((text, ""));
                self.json.push('[');
                self.json.push_str(&scalar::quoted(resource));
                self.json.push(',');
                self.json.push_str(&scalar::quoted(attribute));
                self.json.push(']');
            }
            Some(_) => self.json.push_str(&scalar::quoted(text)),
            None => self.json.push_str(&scalar::json(text, style, tag)),
        }
        self.end(node);
        self.close_function(outer);
    }

    /// Writes a list or a map.
    fn collection(
        &mut self,
        tag: Option<&Tag>,
        span: Span,
        depth: usize,
        write: fn(&mut Self, usize) -> Result<(), YamlError>,
    ) -> Result<(), YamlError> {
        let place = Place {
            length: 1,
            ..Self::place(span, ScalarStyle::Plain)
        };
        let function = tag.and_then(function);
        let outer = self.open_function(function.as_deref(), place);
        let node = self.push(place, None);
        write(self, depth + usize::from(outer.is_some()))?;
        self.end(node);
        self.close_function(outer);
        Ok(())
    }

    fn sequence(&mut self, depth: usize) -> Result<(), YamlError> {
        self.json.push('[');
        let mut first = true;
        loop {
            let (event, span) = self.next()?;
            if event == Event::SequenceEnd {
                break;
            }
            if !std::mem::take(&mut first) {
                self.json.push(',');
            }
            self.value((event, span), depth + 1)?;
        }
        self.json.push(']');
        Ok(())
    }

    fn mapping(&mut self, depth: usize) -> Result<(), YamlError> {
        let mut names = HashSet::new();
        self.json.push('{');
        loop {
            let (event, span) = self.next()?;
            let (name, style) = match event {
                Event::MappingEnd => break,
                Event::Scalar(name, style, ..) => (name, style),
                _ => return Err(error(span.start, "a key is not a scalar")),
            };
            if name == "<<" {
                let message = "merge keys (`<<`) are not supported, as in CloudFormation";
                return Err(error(span.start, message));
            }
            if !names.is_empty() {
                self.json.push(',');
            }
            let key = Self::place(span, style);
            let node = self.push(key, None);
            let quoted = scalar::quoted(&name);
            self.json.push_str(&quoted);
            self.end(node);
            self.json.push(':');
            if !names.insert(quoted) {
                let name: String = name.chars().take(64).collect();
                let message = format!("the key {name:?} appears twice");
                return Err(error(span.start, message));
            }
            let node = self.nodes.len();
            let (event, span) = self.next()?;
            let is_empty = span.is_empty();
            self.value((event, span), depth + 1)?;
            // What is found about a list or a map is shown at its key, not at its first element.
            if let Some(node) = self.nodes.get_mut(node) {
                let is_below = node.style.is_none() && node.place.line > key.line;
                if is_below || (is_empty && node.style.is_some()) {
                    node.place = key;
                }
            }
        }
        self.json.push('}');
        Ok(())
    }

    /// Copies the value of an anchor.
    fn alias(&mut self, anchor: usize, mark: Marker) -> Result<(), YamlError> {
        let Some((json, nodes)) = self.anchors.get(&anchor).cloned() else {
            return Err(error(
                mark,
                "the alias is inside of the value that it names",
            ));
        };
        self.alias_bytes += json.len();
        if self.alias_bytes > MAX_ALIAS_BYTES {
            let message = format!("the aliases expand to more than {MAX_ALIAS_BYTES} bytes");
            return Err(error(mark, message));
        }
        let start = self.json.len();
        self.json.extend_from_within(json.clone());
        let copies = self.nodes.get(nodes).unwrap_or_default().iter();
        let copies = copies.map(|node| Node {
            json: start + node.json.start - json.start..start + node.json.end - json.start,
            ..node.clone()
        });
        let copies: Vec<_> = copies.collect();
        self.nodes.extend(copies);
        Ok(())
    }

    /// Starts the long form of a function; returns its node.
    fn open_function(&mut self, function: Option<&str>, place: Place) -> Option<usize> {
        let node = self.push(place, None);
        let Some(name) = function else {
            self.nodes.pop();
            return None;
        };
        self.json.push('{');
        self.json.push_str(&scalar::quoted(name));
        self.json.push(':');
        Some(node)
    }

    fn close_function(&mut self, node: Option<usize>) {
        if let Some(node) = node {
            self.json.push('}');
            self.end(node);
        }
    }

    /// Adds a node that starts at the end of the JSON text.
    fn push(&mut self, place: Place, style: Option<ScalarStyle>) -> usize {
        let start = self.json.len();
        self.nodes.push(Node {
            json: start..start,
            place,
            style,
        });
        self.nodes.len() - 1
    }

    /// Ends a node at the end of the JSON text.
    fn end(&mut self, node: usize) {
        let end = self.json.len();
        if let Some(node) = self.nodes.get_mut(node) {
            node.json.end = end;
        }
    }

    /// The place of a part of the text.
    fn place(span: Span, style: ScalarStyle) -> Place {
        let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let one_line = span.start.line() == span.end.line() && !is_block;
        Place {
            line: span.start.line(),
            column: span.start.col() + 1,
            length: if one_line { span.len().max(1) } else { 1 },
            offset: span.start.byte_offset().unwrap_or_default(),
        }
    }
}

/// The name of the function that a local tag is the short form of.
fn function(tag: &Tag) -> Option<String> {
    if tag.handle() != "!" || tag.suffix().is_empty() {
        return None;
    }
    Some(match tag.suffix() {
        name @ ("Ref" | "Condition") => name.to_owned(),
        name => format!("Fn::{name}"),
    })
}

fn not_yaml(found: &ScanError) -> YamlError {
    error(*found.marker(), format!("it is not YAML: {}", found.info()))
}

fn error(mark: Marker, message: impl Into<String>) -> YamlError {
    YamlError {
        line: mark.line().max(1),
        column: mark.col() + 1,
        message: message.into(),
    }
}

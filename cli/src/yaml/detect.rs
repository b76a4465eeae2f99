//! Which inputs are YAML.

/// Whether an input is YAML, by the name of its file or else by the start of its text.
pub(crate) fn is_yaml(file: &str, text: &[u8]) -> bool {
    let ends_with = |suffix: &str| {
        let start = file.len().checked_sub(suffix.len());
        let end = start.and_then(|start| file.get(start..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(suffix))
    };
    if ends_with(".yaml") || ends_with(".yml") {
        return true;
    }
    (file == "-" || ends_with(".template")) && starts_like_yaml(text)
}

/// Whether the first line with content is one that no JSON text starts with: a marker of YAML, or a key.
fn starts_like_yaml(text: &[u8]) -> bool {
    let lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let mut lines = lines.filter(|line| !line.is_empty() && !line.starts_with(b"#"));
    let Some(line) = lines.next() else {
        return false;
    };
    let line = line.get(..256).unwrap_or(line);
    if line.starts_with(b"---") || line.starts_with(b"%YAML") {
        return true;
    }
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b':');
    let name = line.iter().take_while(|byte| is_name(byte)).count();
    let (name, rest) = line.split_at_checked(name).unwrap_or((line, &[]));
    let is_key = name.ends_with(b":") && name.first().is_some_and(u8::is_ascii_alphabetic);
    is_key && (rest.is_empty() || rest.starts_with(b" "))
}

#[cfg(test)]
mod tests {
    use super::is_yaml;

    #[test]
    fn yaml_is_recognized_by_file_and_text() {
        for (file, text, expected) in [
            ("a.yaml", "{}", true),
            ("a.YML", "", true),
            ("a.json", "Resources:", false),
            ("stack.template", "{\"Resources\": {}}", false),
            ("stack.template", "Resources:\n  A:\n", true),
            (
                "-",
                "# A template\n\nAWSTemplateFormatVersion: 2010-09-09\n",
                true,
            ),
            ("-", "---\njobId: j\n", true),
            ("-", "jobId: j", true),
            ("-", "{\"jobId\": \"j\"}", false),
            ("-", "reboot", false),
            ("-", "true", false),
            ("-", "null:x", false),
            ("-", "", false),
            ("yaml", "a: b", false),
        ] {
            assert_eq!(is_yaml(file, text.as_bytes()), expected, "{file} {text}");
        }
    }
}

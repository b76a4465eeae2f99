//! `completions`: scripts of shells.

use std::process::Command;

use crate::run::run_on;

/// The commands of the program.
pub(crate) const COMMANDS: [&str; 12] = [
    "check",
    "completions",
    "convert",
    "explain",
    "fmt",
    "forecast",
    "man",
    "policy",
    "request",
    "schema",
    "shapes",
    "topic",
];

#[test]
fn each_shell_has_a_script_with_all_commands_and_options() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = run_on("", &["completions", shell]);
        assert_eq!((run.stderr.as_str(), run.code), ("", Some(0)), "{shell}");
        for part in COMMANDS.iter().chain(&["max-findings", "exclude"]) {
            assert!(run.stdout.contains(part), "{shell} {part}");
        }
    }
    let run = run_on("", &["completions", "cmd"]);
    assert_eq!((run.stdout.as_str(), run.code), ("", Some(2)));
    assert!(run.stderr.contains("possible values"), "{}", run.stderr);
}

/// What bash completes after these words.
fn completed(words: &[&str]) -> Option<String> {
    let script = run_on("", &["completions", "bash"]).stdout;
    let (last, before) = (words.len() - 1, words.len() - 2);
    let script = format!(
        "{script}\nCOMP_WORDS=(\"$@\") COMP_CWORD={last}\n\
         function=$(complete -p iot-jobs | sed 's/.* -F \\([^ ]*\\) .*/\\1/')\n\
         \"$function\" iot-jobs \"${{COMP_WORDS[{last}]}}\" \"${{COMP_WORDS[{before}]}}\"\n\
         echo \"${{COMPREPLY[*]}}\""
    );
    let output = Command::new("bash")
        .args(["-c", &script, "bash"])
        .args(words)
        .output()
        .ok()?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(target_os = "linux")]
#[test]
fn bash_completes_commands_options_and_values() {
    for (words, found) in [
        (&["iot-jobs", "che"][..], "check"),
        (&["iot-jobs", "check", "--max-f"], "--max-findings"),
        (&["iot-jobs", "check", "--format", "s"], "sarif"),
        (&["iot-jobs", "completions", "z"], "zsh"),
    ] {
        assert_eq!(completed(words).as_deref(), Some(found), "{words:?}");
    }
}

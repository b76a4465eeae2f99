//! The commands of `runCommand` actions, both ways.

use iot_jobs::document::{Command, CommandErrorKind};
use proptest::prelude::*;

#[test]
fn commands_are_tokens_between_commas() {
    for (text, tokens, canonical) in [
        ("ls", &["ls"][..], "ls"),
        ("ls,/tmp", &["ls", "/tmp"], "ls,/tmp"),
        (
            r"echo,a\,b , c d ",
            &["echo", "a,b", "c d"],
            r"echo,a\,b,c d",
        ),
        (
            " \n echo \t, Hello World ",
            &["echo", "Hello World"],
            "echo,Hello World",
        ),
        ("a,,", &["a", "", ""], "a,,"),
        (r"a,b\ ,c", &["a", r"b\", "c"], r"a,b\ ,c"),
        (r"a,\\,", &["a", r"\,"], r"a,\\,"),
        (r"a,b\n", &["a", r"b\n"], r"a,b\n"),
        (
            "${aws:iot:parameter:command}",
            &["${aws:iot:parameter:command}"],
            "${aws:iot:parameter:command}",
        ),
    ] {
        let command: Command = text.parse().unwrap();
        assert_eq!(command.tokens(), tokens, "{text}");
        assert_eq!(
            (command.program(), command.arguments()),
            (tokens[0], &command.tokens()[1..])
        );
        assert_eq!(command.to_string(), canonical);
        assert_eq!(Command::new(tokens.iter().copied()), Ok(command));
    }
    for (text, kind, offset) in [
        ("", CommandErrorKind::NoProgram, 0),
        ("  ", CommandErrorKind::NoProgram, 2),
        (" ,ls", CommandErrorKind::NoProgram, 1),
        (
            " aws iot \t,describe-endpoint",
            CommandErrorKind::SpaceInProgram,
            4,
        ),
        (r"\,\,é x,y", CommandErrorKind::SpaceInProgram, 6),
        (r"\a\, b,c", CommandErrorKind::SpaceInProgram, 4),
    ] {
        let error = text.parse::<Command>().unwrap_err();
        assert_eq!((error.kind(), error.offset()), (kind, offset), "{text:?}");
    }
    let around = Command::new(["ls", " x"]).unwrap_err();
    assert_eq!(
        (around.kind(), around.offset()),
        (CommandErrorKind::SpaceAround, 3)
    );
    assert_eq!(
        around.to_string(),
        "white space around a token, which devices drop (at byte 3)"
    );
}

proptest! {
    #[test]
    fn commands_print_as_they_parse(program in r"[a-z,\\]{1,5}", arguments in prop::collection::vec(r"([a-z,\\é][a-z ,\\]{0,5}[a-z,\\])?", 0..5)) {
        let tokens: Vec<String> = std::iter::once(program).chain(arguments).collect();
        let command = Command::new(tokens.clone()).unwrap();
        let parsed: Command = command.to_string().parse().unwrap();
        prop_assert_eq!(parsed.tokens(), &tokens[..]);
    }

    #[test]
    fn commands_parse_and_print_without_a_panic(text in r"[a ,\\é\t]{0,12}") {
        match text.parse::<Command>() {
            Ok(command) => {
                let printed = command.to_string();
                prop_assert_eq!(printed.parse::<Command>().unwrap(), command);
            }
            Err(error) => prop_assert!(text.is_char_boundary(error.offset())),
        }
    }
}

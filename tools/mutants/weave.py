"""Many mutants in one source file: each function that has some becomes a `match` on the mutant's number,
with a copy of its body for each mutant, and the body as it was for every other number."""

import re
from dataclasses import dataclass, field

from rust_text import Text, body

# A file beside the manifest names the mutant: to read an environment variable takes an allocation, and
# there are tests that count those.
FILE = "mutant-under-test"
SWITCH = """
pub(crate) fn mutant_under_test() -> usize {
    static NUMBER: std::sync::LazyLock<usize> = std::sync::LazyLock::new(|| {
        let file = std::fs::File::open(concat!(env!("CARGO_MANIFEST_DIR"), "/mutant-under-test"));
        let mut digits = [0; 8];
        let length = file.and_then(|mut file| std::io::Read::read(&mut file, &mut digits));
        let digits = std::str::from_utf8(&digits[..length.unwrap()]).unwrap();
        digits.parse().unwrap()
    });
    *NUMBER
}
"""
# What stands behind `impl`, without what is said of its lifetimes.
OPAQUE = re.compile(r"->\s*impl\s+(.*?)(?:\+\s*use<.*?>\s*)?(?:\bwhere\b.*)?$", re.DOTALL)


@dataclass
class Function:
    start: int
    open: int
    end: int
    # The trait behind which the copies' types hide, if the function returns some `impl Trait`.
    opaque: str = ""
    mutants: list = field(default_factory=list)


def weave(source, mutants):
    """The source with the mutants, where each copy lies, and the mutants that need a build of their own.

    Each mutant has a `number`; the copies are triples of first line, last line and number.
    """
    text = Text(source)
    functions, alone = _functions(text, mutants)
    pieces, copies, at = [], [], 0
    line = 1

    def put(piece):
        nonlocal line
        pieces.append(piece)
        line += piece.count("\n")

    for function in functions:
        # Copies that return an opaque type return as many types, so each goes into a box.
        boxed = "Box::new" if function.opaque else ""
        opened = f"let boxed: Box<dyn {function.opaque} + '_> = " if boxed else ""
        put(source[at : function.open] + "{" + opened + " match crate::mutant_under_test() {\n")
        for mutant in function.mutants:
            start, end = text.span(mutant["span"])
            first = line
            put(f"{mutant['number']} => {boxed}(")
            put(source[function.open : start] + mutant["replacement"] + source[end : function.end])
            put("),\n")
            copies.append((first, line - 1, mutant["number"]))
        put(f"_ => {boxed}({source[function.open : function.end]})\n}}{'; boxed' if boxed else ''} }}")
        at = function.end
    put(source[at:])
    return "".join(pieces), copies, alone


def _functions(text, mutants):
    """The outermost functions with their mutants, in the order of the source."""
    functions, alone = {}, []
    spans = sorted({text.span(m["function"]["span"]) for m in mutants if m["function"]})
    for mutant in mutants:
        start, end = text.span(mutant["span"])
        around = next((s for s in spans if s[0] <= start and end <= s[1]), None)
        function = around and functions.get(around)
        if around and not function:
            open_ = body(text.text, *around)
            head = open_ and text.text[around[0] : open_]
            # What a constant calls cannot ask for a number.
            if head and not re.search(r"\bconst\s+(unsafe\s+)?fn\b", head):
                opaque = OPAQUE.search(head)
                opaque = opaque[1].strip() if opaque else ""
                # No box holds just anything that can be compared.
                if opaque.startswith("Iterator") or not opaque:
                    function = functions[around] = Function(around[0], open_, around[1], opaque)
        if function and function.open < start:
            function.mutants.append(mutant)
        else:
            alone.append(mutant)
    return [functions[s] for s in sorted(functions) if functions[s].mutants], alone

"""Compares the requests of `iot-jobs request` with those that botocore creates from the same inputs.

Usage: botocore_requests.py IOT_JOBS

IOT_JOBS is the built command. The inputs are the files in the folder inputs: for each operation a minimal
one, with the members that botocore requires, and a maximal one, with every member in botocore's model.
Nothing is sent.
"""

import base64
import json
import pathlib
import subprocess
import sys
import urllib.parse

import botocore.session
from botocore.serialize import create_serializer
from botocore.utils import percent_encode_sequence

INPUTS = pathlib.Path(__file__).parent / "inputs"
SERVICES = {"": "iot", "device.": "iot-jobs-data"}
OPERATIONS = 24


def as_parameters(shape, value):
    """The value as botocore's parameters, which have bytes where JSON has base64."""
    if shape.type_name == "structure":
        return {name: as_parameters(shape.members[name], it) for name, it in value.items()}
    if shape.type_name == "list":
        return [as_parameters(shape.member, it) for it in value]
    if shape.type_name == "map":
        return {key: as_parameters(shape.value, it) for key, it in value.items()}
    if shape.type_name == "blob":
        return base64.b64decode(value, validate=True)
    return value


def absent(shape, value, path=""):
    """The paths of the shape's members that the value does not contain."""
    if shape.type_name == "structure":
        for name, member in shape.members.items():
            if name in value:
                yield from absent(member, value[name], f"{path}.{name}")
            else:
                yield f"{path}.{name}"
    elif shape.type_name in ("list", "map"):
        entries = value if shape.type_name == "list" else value.values()
        member = shape.member if shape.type_name == "list" else shape.value
        # It is enough that one of the entries contains a member.
        missing = [set(absent(member, it, f"{path}[]")) for it in entries]
        yield from set.intersection(*missing) if missing else [f"{path}[]"]


def botocores(operation, value):
    """The method, path, query and body of botocore's request, which has no host and signature yet."""
    serializer = create_serializer(operation.service_model.metadata["protocol"])
    parameters = as_parameters(operation.input_shape, value)
    request = serializer.serialize_to_request(parameters, operation)
    query = percent_encode_sequence(request["query_string"])
    return {
        "method": request["method"],
        "path": request["url_path"],
        "query": dict(urllib.parse.parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query))),
        "body": json.loads(request["body"]) if request["body"] else None,
    }


def ours(command, name, file):
    run = subprocess.run(
        [command, "request", name, "--format", "json", file],
        stdout=subprocess.PIPE, timeout=60, check=True,
    )
    return json.loads(run.stdout)


def main(command):
    session = botocore.session.get_session()
    models = {prefix: session.get_service_model(name) for prefix, name in SERVICES.items()}
    compared, wrong, operations = 0, 0, set()
    for file in sorted(INPUTS.glob("*.json")):
        name, kind = file.stem.rsplit(".", 1)
        plane, dot, bare = name.rpartition(".")
        operation = models[plane + dot].operation_model(bare)
        value = json.loads(file.read_text())

        problems = []
        if kind == "maximal":
            problems = [f"does not contain {path[1:]}" for path in absent(operation.input_shape, value)]
        elif set(value) != set(operation.input_shape.required_members):
            problems = ["does not contain exactly the required members"]
        mine, theirs = ours(command, name, file), botocores(operation, value)
        for part in ("method", "path", "query", "body"):
            if mine[part] != theirs[part] or list(mine) != list(theirs):
                problems.append(f"{part}\n  iot-jobs: {mine[part]!r}\n  botocore: {theirs[part]!r}")
        for problem in problems:
            print(f"{file.name}: {problem}", file=sys.stderr)
        compared, wrong = compared + 1, wrong + bool(problems)
        operations.add((name, kind))
    if len(operations) != 2 * OPERATIONS:
        sys.exit(f"expected {OPERATIONS} operations with two inputs each, found {len(operations)} inputs")
    print(f"botocore {botocore.__version__}: {compared} requests of {OPERATIONS} operations compared, {wrong} differ")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])

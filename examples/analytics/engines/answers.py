"""The form in which the Python engines pass on their answers: that of `analytics query --format json`."""

import datetime
import decimal
import json
from pathlib import Path


def plain(value):
    if isinstance(value, datetime.datetime):
        # Spark returns times without a zone, in that of the process.
        return value.astimezone(datetime.timezone.utc).isoformat()
    if isinstance(value, decimal.Decimal):
        return int(value)
    return value


def write_answer(folder, query, columns, rows, seconds):
    """Writes the rows of a query and the seconds that it took."""
    rows = [{column: plain(value) for column, value in zip(columns, row)} for row in rows]
    answer = {"rows": rows, "seconds": seconds}
    Path(folder, Path(query).stem).with_suffix(".json").write_text(json.dumps(answer))

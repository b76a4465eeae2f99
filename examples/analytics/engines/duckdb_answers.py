"""Answers the queries with DuckDB: PARQUET ANSWERS QUERY…"""

import sys
import time

import duckdb

from answers import write_answer


def main(parquet, answers, *queries):
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET threads = 2")
    name = parquet.replace("'", "''")
    connection.execute(f"CREATE VIEW executions AS SELECT * FROM read_parquet('{name}')")
    for query in queries:
        start = time.perf_counter()
        result = connection.execute(open(query).read())
        rows = result.fetchall()
        seconds = time.perf_counter() - start
        columns = [column[0] for column in result.description]
        write_answer(answers, query, columns, rows, seconds)


main(*sys.argv[1:])

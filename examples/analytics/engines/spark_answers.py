"""Answers the queries with Spark in local mode: PARQUET ANSWERS QUERY…"""

import re
import sys
import time

from pyspark.sql import SparkSession

from answers import write_answer

# The only difference between the dialects: Spark's EXTRACT has no EPOCH.
EPOCH = re.compile(r"EXTRACT\(EPOCH FROM (\w+)\)")
SPARK_EPOCH = r"(unix_micros(\1) / 1000000D)"


def main(parquet, answers, *queries):
    builder = SparkSession.builder.master("local[2]").appName("analytics")
    for name, value in {
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "4",
        "spark.log.level": "ERROR",
    }.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.read.parquet(parquet).createOrReplaceTempView("executions")
    for query in queries:
        sql = EPOCH.sub(SPARK_EPOCH, open(query).read())
        start = time.perf_counter()
        frame = spark.sql(sql)
        rows = [tuple(row) for row in frame.collect()]
        seconds = time.perf_counter() - start
        write_answer(answers, query, frame.columns, rows, seconds)
    spark.stop()


main(*sys.argv[1:])

"""Prints the cases of detect-secrets' plugin tests, one JSON object a line: python detect-secrets.py DIR"""

import glob
import importlib.util
import inspect
import json
import os
import sys

root = sys.argv[1]
sys.path.insert(0, root)


def expected(row):
    """A case is (line), (line, should_flag), (line, secrets) or (line, secret, should_flag)."""
    return True if len(row) == 1 else bool(row[-1])


for path in sorted(glob.glob(os.path.join(root, "tests/plugins/*_test.py"))):
    rule = os.path.basename(path).removesuffix("_test.py")
    spec = importlib.util.spec_from_file_location(rule, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for _, kind in inspect.getmembers(module, inspect.isclass):
        for _, method in inspect.getmembers(kind, inspect.isfunction):
            for mark in getattr(method, "pytestmark", []):
                if mark.name != "parametrize":
                    continue
                for row in mark.args[1]:
                    row = row if isinstance(row, (tuple, list)) else (row,)
                    if isinstance(row[0], str):
                        print(json.dumps({"rule": rule, "label": expected(row), "text": row[0]}))

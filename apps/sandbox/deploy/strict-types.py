"""Reads Kubernetes objects on standard input as strictly as their types allow: a field that Kubernetes does not know, or a
value of another type, is an error. `kubectl kustomize` lets both pass, and a cluster ignores what it does not know."""
import re
import sys

import yaml
from kubernetes import client

PLAIN = {"str": str, "int": int, "bool": bool, "float": (int, float)}


def faults(value, kind, path):
    if value is None or kind in ("object", "datetime"):
        return
    items = re.fullmatch(r"list\[(.+)\]", kind)
    entries = re.fullmatch(r"dict\(str, (.+)\)", kind)
    if items:
        if not isinstance(value, list):
            yield f"{path} is no list"
            return
        for at, each in enumerate(value):
            yield from faults(each, items[1], f"{path}[{at}]")
    elif entries:
        if not isinstance(value, dict):
            yield f"{path} is no map"
            return
        for name, each in value.items():
            yield from faults(each, entries[1], f"{path}.{name}")
    elif kind in PLAIN:
        if not isinstance(value, PLAIN[kind]) or (kind == "int" and isinstance(value, bool)):
            yield f"{path} is {value!r}, expected {kind}"
    else:
        yield from field_faults(value, getattr(client, kind), path)


def field_faults(value, model, path):
    if not isinstance(value, dict):
        yield f"{path} is {value!r}, expected {model.__name__}"
        return
    names = {json: name for name, json in model.attribute_map.items()}
    for field, each in value.items():
        if field in names:
            yield from faults(each, model.openapi_types[names[field]], f"{path}.{field}")
        else:
            yield f"{path}.{field} is not known to {model.__name__}"


def model_of(item):
    version = item["apiVersion"].split("/")[-1]
    return f"{version[0].upper()}{version[1:]}{item['kind']}"


# A port or a limit may be a number or a text; the types call both "object".
objects = [item for item in yaml.safe_load_all(sys.stdin) if item]
found = [fault for item in objects for fault in faults(item, model_of(item), f"{item['kind']} {item['metadata']['name']}")]
print("\n".join(found))
sys.exit(1 if found or not objects else 0)

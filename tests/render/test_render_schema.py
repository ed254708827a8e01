"""JSON is the truth: it round-trips, and its schema in `docs/` is made from the types."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from render_samples import ALL, RICH, SUMMARY, TRANSLATION

from service.render import render, render_summary, render_translation
from service.render.schema import DOCUMENTED, schema, text
from service.types import Brief, Summary, Translation

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", DOCUMENTED)
def test_the_documented_schema_is_the_generated_one(name):
    written = (DOCS / f"{name}.schema.json").read_text(encoding="utf-8")
    assert written == text(DOCUMENTED[name]), "run: python -m service.render.schema docs"


@pytest.mark.parametrize("name", DOCUMENTED)
def test_a_schema_is_a_valid_schema(name):
    jsonschema.Draft202012Validator.check_schema(schema(DOCUMENTED[name]))


@pytest.mark.parametrize("name", ALL)
def test_json_of_a_brief_validates_and_reads_back(name):
    written = render(ALL[name], "json")
    written.encode()  # a lone surrogate is escaped
    jsonschema.validate(json.loads(written), schema(Brief))
    assert Brief.from_dict(json.loads(written)) == ALL[name]


def test_json_of_the_other_nouns_reads_back():
    assert Translation.from_dict(json.loads(render_translation(TRANSLATION, "json"))) == TRANSLATION
    assert Summary.from_dict(json.loads(render_summary(SUMMARY, "json"))) == SUMMARY


WRONG = [
    ("a missing headline", lambda data: data.pop("headline")),
    ("an unknown field", lambda data: data.update(summary="")),
    ("a source that is no number", lambda data: data["lead"].update(sources=["1"])),
    ("an unknown level", lambda data: data["findings"].append({"check": "x", "note": "y", "level": "grave"})),
    ("an unknown role", lambda data: data["passages"][0].update(role="sidebar")),
    ("points that are no list", lambda data: data.update(points=None)),
]


@pytest.mark.parametrize(("case", "spoil"), WRONG)
def test_the_schema_refuses(case, spoil):
    data = RICH.to_dict()
    spoil(data)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema(Brief))


@pytest.mark.parametrize("kind", DOCUMENTED.values(), ids=DOCUMENTED)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_noun_validates_and_round_trips(kind, data):
    noun = data.draw(st.from_type(kind))
    plain = noun.to_dict()
    jsonschema.validate(plain, schema(kind))
    assert kind.from_dict(json.loads(json.dumps(plain))) == noun

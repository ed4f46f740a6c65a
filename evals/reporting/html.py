"""A run as one HTML file that needs nothing else."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from evals.answer_text import plain
from evals.catalogue import CATALOGUE
from evals.reporting.contents import TILES, ReportContents


def write_html(contents: ReportContents, path: Path) -> None:
    """Write the report; everything is in the one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render_html(contents), encoding="utf-8")


def render_html(contents: ReportContents) -> str:
    """The report's HTML. Text of questions and answers is escaped."""
    return _template().render(
        report=contents,
        summary=contents.summary,
        words=contents.words,
        catalogue=CATALOGUE,
        tiles=TILES,
        plots={title: Markup(svg) for title, svg in contents.plots.items()},  # drawn by us
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("evals.reporting", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plain"] = plain
    return environment.get_template("report.html")

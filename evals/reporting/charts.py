"""Plots of a run, for reports and the page. The only module that knows Altair and vl-convert."""

from collections.abc import Mapping, Sequence

import altair as alt
import vl_convert

from evals.calibration import CalibrationBin, RefusalPoint
from evals.catalogue import CATALOGUE, Metric
from evals.reporting.wording import Wording
from evals.summary import GroupSummary
from evals.trends import TrendPoint

# Whoever opens the report has one of these; none is embedded.
_FONT = "'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif"
_BLUE, _PALE, _ORANGE, _GREY = "#1f5fa8", "#8db4dd", "#c2571a", "#8a8f98"
_PERCENT, _PERCENT_1 = ".0%", ".1%"


def bars(groups: Sequence[GroupSummary], metric: Metric, words: Wording) -> alt.LayerChart:
    """One bar a group, with its interval and number of questions."""
    rows = [
        {
            "group": f"{words(group.value)} (n={held.count})",
            "mean": held.mean,
            "low": held.low,
            "high": held.high,
        }
        for group in groups
        if (held := group.metrics.get(metric))
    ]
    base = alt.Chart(_data(rows)).encode(
        y=alt.Y("group:N", sort=None, title=None, axis=alt.Axis(labelLimit=260))
    )
    scale = alt.Scale(domain=[0, 1])
    axis = alt.Axis(format=_PERCENT, title=None)
    bar = base.mark_bar(color=_PALE, height=14).encode(x=alt.X("mean:Q", scale=scale, axis=axis))
    interval = base.mark_rule(color="#222", strokeWidth=1.5).encode(
        x=alt.X("low:Q", scale=scale), x2="high:Q"
    )
    return alt.LayerChart(layer=[bar, interval]).properties(width=380, height=alt.Step(24))


def refusal_curve(
    points: Sequence[RefusalPoint], actual: tuple[float, float] | None, words: Wording
) -> alt.LayerChart:
    """False refusals against false answers as the bar moves, and what the run did."""
    rows = [{"x": point.false_refusals, "y": point.false_answers} for point in points]
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, 1]), axis=_percents(words("false_refusals")))
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, 1]), axis=_percents(words("false_answers")))
    line = alt.Chart(_data(rows)).mark_line(color=_BLUE).encode(x=x, y=y, order="x:Q")
    layers = [line]
    if actual:
        point = _data([{"x": actual[0], "y": actual[1]}])
        mark = alt.Chart(point).mark_point(shape="diamond", size=140, filled=True, color=_ORANGE)
        layers.append(mark.encode(x=x, y=y))
    return alt.LayerChart(layer=layers).properties(width=320, height=260)


def calibration(bins: Sequence[CalibrationBin], words: Wording) -> alt.LayerChart:
    """Share right by similarity."""
    rows = [{"x": (b.low + b.high) / 2, "right": b.right, "n": b.count} for b in bins]
    x = alt.X("x:Q", scale=alt.Scale(zero=False), axis=alt.Axis(title=words("similarity")))
    y = alt.Y("right:Q", scale=alt.Scale(domain=[0, 1]), axis=_percents(words("share_right")))
    base = alt.Chart(_data(rows)).encode(x=x, y=y)
    line, dots = base.mark_line(color=_GREY), base.mark_point(filled=True, size=70, color=_BLUE)
    return alt.LayerChart(layer=[line, dots]).properties(width=320, height=260)


def latency_histogram(milliseconds: Sequence[float], words: Wording) -> alt.Chart:
    """How many questions took how long."""
    rows = [{"ms": value} for value in milliseconds]
    x = alt.X("ms:Q", bin=alt.Bin(maxbins=30), axis=alt.Axis(title=words("latency_axis")))
    y = alt.Y("count():Q", axis=alt.Axis(title=words("number_of_questions"), tickMinStep=1))
    chart: alt.Chart = alt.Chart(_data(rows)).mark_bar(color=_BLUE).encode(x=x, y=y)
    return chart.properties(width=380, height=220)


def trend(points: Sequence[TrendPoint], metric: Metric, words: Wording) -> alt.LayerChart:
    """A metric over runs by the time of the run, with its interval; one line an engine."""
    info = CATALOGUE[metric]
    rows = [
        {
            "at": point.at.isoformat(),
            "mean": point.mean,
            "low": point.low,
            "high": point.high,
            "run": point.run,
            "engine": words(point.engine),
            "n": point.count,
        }
        for point in points
    ]
    scale = alt.Scale(domain=[0, 1]) if info.is_share else alt.Scale(zero=False)
    axis = _percents(None) if info.is_share else alt.Axis(title=None)
    shown = _PERCENT_1 if info.is_share else ",.0f"
    base = alt.Chart(_data(rows)).encode(
        x=alt.X(
            "at:T", axis=alt.Axis(title=words("made"), format="%m-%d %H:%M", labelOverlap=True)
        ),
        color=alt.Color("engine:N", title=None, legend=alt.Legend(orient="top")),
        tooltip=[
            alt.Tooltip("run:N", title=words("run")),
            alt.Tooltip("mean:Q", title=info.name(words.language), format=shown),
            alt.Tooltip("low:Q", title=words("low"), format=shown),
            alt.Tooltip("high:Q", title=words("high"), format=shown),
            alt.Tooltip("n:Q", title=words("questions")),
        ],
    )
    interval = base.mark_rule(opacity=0.5).encode(y=alt.Y("low:Q", scale=scale), y2="high:Q")
    line = base.mark_line(point=alt.OverlayMarkDef(size=70)).encode(
        y=alt.Y("mean:Q", scale=scale, axis=axis)
    )
    return alt.LayerChart(layer=[interval, line]).properties(height=340)


def to_svg(chart: alt.Chart | alt.LayerChart) -> str:
    """The plot as SVG whose text stays text, so that it can be read aloud, searched and scaled."""
    styled = (
        chart.configure(font=_FONT)
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=12, titleFontSize=12, titleFontWeight="normal")
    )
    svg: str = vl_convert.vegalite_to_svg(styled.to_json())
    return svg


def _percents(title: str | None) -> alt.Axis:
    return alt.Axis(format=_PERCENT, title=title)


def _data(rows: Sequence[Mapping[str, object]]) -> alt.InlineData:
    return alt.InlineData(values=[dict(row) for row in rows])

"""Shared sheets: no edit loses anybody's text."""

import pytest

from assistant.worksheets.errors import FieldUnknown
from assistant.worksheets.model import FieldValue, Kpi, Origin, Side
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.service import Worksheets
from assistant.worksheets.sharing import EditKind
from assistant.worksheets.sharing_errors import (
    FieldConflict,
    InputsConflict,
    ValueUnfit,
)
from tests.worksheets.forms import BEN, written


class TestEditing:
    def test_an_edit_keeps_who_when_and_which_side(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        saved = worksheets.open(opened.id, BEN).save("problem", written("買い物に行けない"))
        assert (saved.revision, saved.edited_by, saved.side) == (1, "Yamada", Side.COMPANY)
        assert saved.edited_at is not None
        assert opened.read().value("problem") == saved
        (edit,) = opened.history("problem")
        assert (edit.by, edit.side, edit.at) == ("Yamada", Side.COMPANY, saved.edited_at)

    def test_the_second_of_two_editors_gets_both_texts(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        theirs = worksheets.open(opened.id, BEN).save("problem", written("企業の文"))
        with pytest.raises(FieldConflict) as conflict:
            opened.save("problem", written("市の文"))
        assert conflict.value.theirs == theirs
        assert conflict.value.yours.text == "市の文"
        assert opened.read().value("problem") == theirs

    def test_a_refused_text_stays_in_the_history(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        worksheets.open(opened.id, BEN).save("problem", written("企業の文"))
        with pytest.raises(FieldConflict):
            opened.save("problem", written("市の文"))
        kept = [(edit.kind, edit.value.text, edit.by) for edit in opened.history("problem")]
        assert kept == [
            (EditKind.EDITED, "企業の文", "Yamada"),
            (EditKind.REFUSED, "市の文", "佐藤"),
        ]

    def test_after_a_conflict_the_editor_saves_on_top(self, opened: OpenSheet) -> None:
        opened.save("problem", written("一"))
        saved = opened.save("problem", written("一", "二", revision=1))
        assert (saved.text, saved.revision) == ("一\n二", 2)

    def test_the_same_text_twice_is_no_conflict(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        first = opened.save("problem", written("同じ文"))
        assert worksheets.open(opened.id, BEN).save("problem", written("同じ文")) == first

    def test_two_fields_do_not_disturb_each_other(
        self, worksheets: Worksheets, opened: OpenSheet
    ) -> None:
        opened.save("problem", written("課題"))
        worksheets.open(opened.id, BEN).save("service", written("送迎"))
        assert opened.read().value("problem").text == "課題"

    def test_edited_text_keeps_the_marks_of_unchanged_lines(self, opened: OpenSheet) -> None:
        before = opened.read().value("persona")
        lines = before.text.replace("隣町の家族に頼る人がいる", "隣町の家族に頼る人が多い")
        saved = opened.save_text("persona", lines, before.revision)
        origins = [sentence.origin for sentence in saved.sentences]
        assert origins == [Origin.SOURCE, Origin.USER, Origin.USER]
        assert saved.sentences[0] == before.sentences[0]

    def test_confirming_one_line_makes_it_the_users(self, opened: OpenSheet) -> None:
        before = opened.read().value("persona")
        saved = opened.confirm("persona", before.revision, [2])
        assert saved.sentences[2].origin is Origin.USER
        assert saved.sentences[:2] == before.sentences[:2]
        assert opened.history("persona")[-1].kind is EditKind.CONFIRMED

    def test_confirming_a_field_confirms_every_line(self, opened: OpenSheet) -> None:
        saved = opened.confirm("persona", opened.read().value("persona").revision)
        assert all(sentence.confirmed for sentence in saved.sentences)

    @pytest.mark.parametrize(
        ("field_id", "value"),
        [
            pytest.param("kpi", written("文章"), id="sentences-in-a-field-of-indicators"),
            pytest.param(
                "problem",
                FieldValue(kpis=(Kpi(name="人数", origin=Origin.USER, confirmed=True),)),
                id="indicators-in-a-field-of-sentences",
            ),
            pytest.param("ready", FieldValue(choices=("maybe",)), id="an-option-there-is-not"),
            pytest.param("ready", FieldValue(choices=("yes", "no")), id="two-answers-for-one"),
        ],
    )
    def test_a_value_that_does_not_fit_is_refused(
        self, opened: OpenSheet, field_id: str, value: FieldValue
    ) -> None:
        with pytest.raises(ValueUnfit):
            opened.save(field_id, value)

    def test_several_choices_fit_where_several_are_asked(self, opened: OpenSheet) -> None:
        assert opened.save("asked", FieldValue(choices=("yes", "no"))).choices == ("yes", "no")

    def test_an_unknown_field_is_refused(self, opened: OpenSheet) -> None:
        with pytest.raises(FieldUnknown):
            opened.save("nowhere", written("文"))
        with pytest.raises(FieldUnknown):
            opened.comment("nowhere", "意見")

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("あ" * 100_000, id="a-hundred-thousand-characters"),
            pytest.param("あ" * 2_001, id="one-endless-line"),
            pytest.param("あ\n" * 201, id="too-many-lines"),
        ],
    )
    def test_a_text_that_is_too_long_is_refused_whole(self, opened: OpenSheet, text: str) -> None:
        with pytest.raises(ValueUnfit) as refused:
            opened.save_text("problem", text, 0)
        assert "長すぎ" in refused.value.message("ja")
        assert opened.read().value("problem").is_empty

    def test_control_characters_do_not_reach_the_database(self, opened: OpenSheet) -> None:
        saved = opened.save_text("problem", "買い物\x00に\x1b行けない", 0)
        assert saved.text == "買い物に行けない"
        assert opened.read().value("problem").text == "買い物に行けない"


class TestInputs:
    def test_inputs_are_replaced_with_their_history(self, opened: OpenSheet) -> None:
        before = opened.read().inputs
        after = before.model_copy(update={"problem": "通院の足がない"})
        assert opened.save_inputs(after, started_from=before).inputs == after
        assert [edit.inputs for edit in opened.inputs_history()] == [before, after]

    def test_a_conflict_carries_both(self, worksheets: Worksheets, opened: OpenSheet) -> None:
        before = opened.read().inputs
        theirs = before.model_copy(update={"problem": "通院"})
        yours = before.model_copy(update={"problem": "買い物"})
        worksheets.open(opened.id, BEN).save_inputs(theirs, started_from=before)
        with pytest.raises(InputsConflict) as conflict:
            opened.save_inputs(yours, started_from=before)
        assert (conflict.value.theirs, conflict.value.yours) == (theirs, yours)
        assert opened.inputs_history()[-1].kind is EditKind.REFUSED

    def test_rename(self, opened: OpenSheet) -> None:
        assert opened.rename("北部の送迎").title == "北部の送迎"
        assert opened.read().title == "北部の送迎"

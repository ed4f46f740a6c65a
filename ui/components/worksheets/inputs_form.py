"""What is asked once: service, place, partners, problem."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from assistant.form_contract import ServiceTypeInfo
from assistant.worksheets.inputs import Inputs, Partner, PartnerKind, Place
from ui import state
from ui.components.worksheets.market import show_market_class
from ui.language import names_of, say
from ui.markdown_text import verbatim
from ui.spoken import spoken
from ui.texts import frame
from ui.texts import worksheets as words
from ui.wording import Text

_SEPARATORS = re.compile(r"[、,，;；\n]+")
_FIRST_KINDS = (PartnerKind.COMPANY, PartnerKind.OPERATOR, PartnerKind.COMMUNITY)
_MOST_PARTNERS = 50


@dataclass(frozen=True)
class InputsForm:
    """The questions, and what has been answered; several can be open under other names."""

    name: str

    def fill(self, inputs: Inputs) -> None:
        """Show these answers; call before the form is drawn."""
        place = inputs.place
        state.preset(
            {
                self._key("types"): list(inputs.service_types),
                self._key("service"): inputs.service,
                self._key("municipality"): place.municipality,
                self._key("districts"): say(words.DISTRICT_COMMA).join(place.districts),
                self._key("density"): place.population_density,
                self._key("sufficiency"): place.resource_sufficiency,
                self._key("problem"): inputs.problem,
                self._key("persona"): inputs.persona,
            }
        )
        self._fill_partners(inputs.partners)

    def show(self, types: Sequence[ServiceTypeInfo]) -> Inputs:
        """Draw the questions. Raises what the client raises (for the market class)."""
        st.subheader(say(words.STEP_SERVICE), anchor=False)
        chosen, service = self._service(types)
        st.subheader(say(words.STEP_PLACE), anchor=False)
        place = self.show_place()
        st.subheader(say(words.STEP_PARTNERS), anchor=False)
        partners = self._partners()
        st.subheader(say(words.STEP_PROBLEM), anchor=False)
        return Inputs(
            service_types=chosen,
            service=service,
            place=place,
            partners=partners,
            problem=self._long("problem", words.PROBLEM, words.PROBLEM_EXAMPLE),
            persona=self._long("persona", words.PERSONA, words.PERSONA_EXAMPLE),
        )

    def show_place(self) -> Place:
        """Draw the questions about the place, with its market class."""
        left, right = st.columns(2)
        with left:
            city = self._line("municipality", words.MUNICIPALITY, words.MUNICIPALITY_EXAMPLE)
        with right:
            districts = self._line("districts", words.DISTRICTS, words.DISTRICTS_EXAMPLE)
        left, right = st.columns(2)
        with left:
            density = self._number("density", words.DENSITY, 100_000.0)
        with right:
            sufficiency = self._number("sufficiency", words.SUFFICIENCY, 100.0)
        names = [name.strip()[:200] for name in _SEPARATORS.split(districts) if name.strip()]
        place = Place(
            municipality=city[:200],
            districts=tuple(names[:50]),
            population_density=density,
            resource_sufficiency=sufficiency,
        )
        show_market_class(place)
        return place

    def _service(self, types: Sequence[ServiceTypeInfo]) -> tuple[tuple[str, ...], str]:
        known = {each.id: each for each in types}
        chosen = st.pills(
            say(words.SERVICE_TYPES),
            list(known),
            selection_mode="multi",
            format_func=lambda key: spoken(known[key].name),
            key=self._key("types"),
            persist_state="session",
        )
        for key in chosen:
            covers = f"{spoken(known[key].name)}{say(frame.COLON)}{spoken(known[key].covers)}"
            st.caption(verbatim(covers))
        return tuple(chosen)[:10], self._line("service", words.SERVICE, words.SERVICE_EXAMPLE)

    def _partners(self) -> tuple[Partner, ...]:
        st.caption(say(words.PARTNERS_HINT))
        count = state.kept(self._key("partners"), lambda: 2)
        rows = [self._partner(number) for number in range(count)]
        if count < _MOST_PARTNERS:
            st.button(
                say(words.ADD_PARTNER),
                icon=":material/add:",
                key=f"add-partner-{self.name}",
                on_click=state.preset,
                args=({self._key("partners"): count + 1},),
            )
        return tuple(partner for partner in rows if partner)

    def _fill_partners(self, partners: Sequence[Partner]) -> None:
        """Rows that were shown before and are not needed are emptied."""
        key = self._key("partners")
        for number in range(max(state.kept(key, lambda: 2), len(partners))):
            name, kind, role = "", _first_kind(number), ""
            if number < len(partners):
                name, kind, role = (
                    partners[number].name,
                    partners[number].kind,
                    partners[number].role,
                )
            row = {"name": name, "kind": kind, "role": role}
            state.preset({self._key(f"partner-{number}-{part}"): it for part, it in row.items()})
        state.preset({key: max(2, len(partners))})

    def _partner(self, number: int) -> Partner | None:
        name_place, kind_place, role_place = st.columns([3, 3, 4])
        kinds = list(PartnerKind)
        with name_place:
            name = self._line(f"partner-{number}-name", words.PARTNER, words.PARTNER_EXAMPLE)
        with kind_place:
            key = self._key(f"partner-{number}-kind")
            state.begin_with(key, _first_kind(number))
            kind = st.selectbox(
                say(words.PARTNER_KIND),
                kinds,
                format_func=names_of(words.PARTNER_KINDS).__getitem__,
                key=key,
                persist_state="session",
            )
        with role_place:
            role = self._line(f"partner-{number}-role", words.PARTNER_ROLE)
        return Partner(name=name[:200], kind=kind, role=role) if name else None

    def _line(self, part: str, label: Text, example: Text | None = None) -> str:
        typed = st.text_input(
            say(label),
            max_chars=500,
            key=self._key(part),
            placeholder=say(example) if example else None,
            persist_state="session",
        )
        return str(typed or "").strip()

    def _long(self, part: str, label: Text, example: Text) -> str:
        typed = st.text_area(
            say(label),
            max_chars=4_000,
            height=90,
            key=self._key(part),
            placeholder=say(example),
            persist_state="session",
        )
        return str(typed or "").strip()

    def _number(self, part: str, label: Text, highest: float) -> float | None:
        is_share = part == "sufficiency"
        typed: float | None = st.number_input(
            say(label),
            min_value=0.0,
            max_value=highest,
            value=None,
            step=1.0,
            format="%g",
            key=self._key(part),
            help=say(words.SUFFICIENCY_HELP) if is_share else None,
            persist_state="session",
        )
        return typed

    def _key(self, part: str) -> str:
        return f"inputs-{self.name}-{part}"


def _first_kind(number: int) -> PartnerKind:
    """What a row shows before a kind is chosen."""
    return _FIRST_KINDS[min(number, len(_FIRST_KINDS) - 1)]

"""Personal data in a question: masked before it is searched with, stored or sent anywhere."""

from assistant.personal_data.about_anybody import about_anybody
from assistant.personal_data.masking import Masked, mask
from assistant.personal_data.public_people import publicly_named

__all__ = ["Masked", "about_anybody", "mask", "publicly_named"]

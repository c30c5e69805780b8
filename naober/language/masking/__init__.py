"""Personal data in a text: what stands there, and the text without it.

Names of residents, telephone numbers, mail addresses, home addresses, account numbers, number plates and
citizen service numbers. Offices, firms, halls and officials in their function are no personal data. A reader
that masks too little harms somebody, so a person always looks before a text is public.
"""

from .finding import masked, personal_data
from .kinds import Finding

__all__ = ["Finding", "masked", "personal_data"]

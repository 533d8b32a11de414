"""What looks like a number of the dataset, so that nobody types one."""

import re

TYPED = re.compile(
    r"(?:[$€£]|\b(?:USD|EUR|GBP))[ \u00a0]?\d[\d.,]*[km]?"
    r"|\d[\d.,]*[ \u00a0]?(?:%|percent\b|per cent\b|percentage points?\b|(?:US )?dollars\b|euros\b|USD\b)"
    r"|\d[\d.,]*[ \u00a0](?:people|persons|respondents|adverts|bands|jobs|employees|engineers|scientists|openings)\b",
    re.IGNORECASE,
)
"""Money, percentages and counts of people, adverts and jobs."""

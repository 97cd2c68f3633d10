"""Moments as the service keeps them: whole ticks of 100 ns since 1970, UTC."""

import functools
import re
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

SECOND = 10_000_000
DAY = 86_400 * SECOND
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()

_MOMENT = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?)?(Z|[+-]\d{2}:\d{2})?$"
)


def parse(text):
    """The ticks of an ISO 8601 moment with up to seven fraction digits."""
    found = _MOMENT.match(text.strip())
    if not found:
        raise ValueError(f"not a moment: {text!r}")
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    moment = datetime(
        int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
        tzinfo=timezone.utc,
    )
    offset = 0
    if zone and zone != "Z":
        offset = int(zone[1:3]) * 3600 + int(zone[4:6]) * 60
        offset = -offset if zone[0] == "-" else offset
    whole = (moment - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(seconds=1)
    return (whole - offset) * SECOND + int((fraction or "").ljust(7, "0"))


@functools.lru_cache(100_000)
def text(ticks, digits=None):
    """ISO 8601 in UTC; by itself without trailing zeros, else with exactly so many digits."""
    if ticks is None:
        return None
    whole, fraction = divmod(ticks, SECOND)
    start = (datetime(1970, 1, 1) + timedelta(seconds=whole)).strftime("%Y-%m-%dT%H:%M:%S")
    tail = f"{fraction:07}"
    tail = tail.rstrip("0") if digits is None else tail[:digits]
    return f"{start}.{tail}Z" if tail else f"{start}Z"


def day_text(ordinal):
    """A day, or a first of a month, as the service prints `startofday(…)`."""
    return f"{date.fromordinal(ordinal).isoformat()}T00:00:00Z"


def utc_month(ticks):
    """The first of the UTC month of a moment, as an ordinal."""
    day = date.fromordinal(ticks // DAY + EPOCH_ORDINAL)
    return day.replace(day=1).toordinal()


class LocalDays:
    """`startofday(datetime_utc_to_local(…))` for one zone.

    Offsets only change at quarter hours, so each quarter hour is asked for once.
    """

    _QUARTER = 900 * SECOND

    def __init__(self, zone):
        self.zone = ZoneInfo(zone)
        self._offsets = {}

    def day(self, ticks):
        quarter = ticks // self._QUARTER
        offset = self._offsets.get(quarter)
        if offset is None:
            local = datetime.fromtimestamp(quarter * 900, self.zone)
            offset = int(local.utcoffset().total_seconds()) * SECOND
            self._offsets[quarter] = offset
        return (ticks + offset) // DAY + EPOCH_ORDINAL

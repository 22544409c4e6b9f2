"""What keeps the record from taking a line, in codes that tell the client to send its request again."""

from collections.abc import Generator
from contextlib import contextmanager

from server.away import is_away
from server.faults import CodedError, FaultCode
from server.record.handle import Busy
from server.record.store import Overloaded, Unavailable, WriterClosed


@contextmanager
def store_faults() -> Generator[None]:
    """Within it a line is written; what hinders that is coded, anything else is our own fault."""
    try:
        yield
    except Busy:
        raise CodedError(FaultCode.RATE_LIMITED, "others keep writing to this file", retry_after=1) from None
    except Overloaded:
        raise CodedError(FaultCode.RATE_LIMITED, "too many acts are waiting", retry_after=2) from None
    except Exception as fault:
        if not isinstance(fault, Unavailable | WriterClosed) and not is_away(fault):
            raise
        raise CodedError(FaultCode.UNAVAILABLE, retry_after=5) from None

"""Builds the GraphiQL page: examples as tabs, and a picker that signs in as one of the demo's people."""

import html
import json
from dataclasses import dataclass
from pathlib import Path
from string import Template

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from server.edge.issuer import Person

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
KINDS = {".js": "text/javascript", ".css": "text/css", ".txt": "text/plain"}
FILES = {path.name.removesuffix(".gz"): path for path in sorted(STATIC.iterdir()) if path.is_file()}

# Inline styles are the editor's own; scripts come from this server only.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self' data:",
        "img-src 'self' data:",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A query worth trying, shown as a tab; its comment says what it answers, in both languages."""

    query: str
    variables: str = ""


def page(people: list[Person], examples: list[Example], *, token_path: str = "/dev/token") -> str:  # noqa: S107
    settings = {
        "tokenPath": token_path,
        "people": [
            {"id": str(person.person_id), "label": f"{person.label_vi} · {person.label_en}"} for person in people
        ],
        "examples": [{"query": example.query, "variables": example.variables} for example in examples],
    }
    template = Template((FOLDER / "page.html").read_text("utf-8"))
    return template.substitute(settings=html.escape(json.dumps(settings, ensure_ascii=False)))


def page_headers() -> dict[str, str]:
    return {
        "content-security-policy": POLICY,
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
    }


def static_routes(prefix: str = "/ide") -> list[BaseRoute]:
    """Serves exactly the files that lie in `static/`, the packed ones to browsers that unpack."""

    async def give(request: Request) -> Response:
        name = request.path_params["name"]
        path = FILES.get(name)
        if path is None or (path.suffix == ".gz" and not _unpacks(request.headers)):
            return Response(status_code=404)
        headers = {"cache-control": "public, max-age=3600", **page_headers()}
        if path.suffix == ".gz":
            headers["content-encoding"] = "gzip"
        return FileResponse(path, media_type=KINDS[Path(name).suffix], headers=headers)

    return [Route(prefix + "/{name}", give)]


def _unpacks(headers: Headers) -> bool:
    return "gzip" in headers.get("accept-encoding", "")

"""Small Word packages from raw XML, so that a test shows what it is about."""

from __future__ import annotations

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_WORD = _OFFICE + "wordprocessingml."
_NAMESPACES = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"'
    ' xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
# Kind of part -> path, content type, relationship type.
_PARTS = {
    "styles": ("word/styles.xml", _WORD + "styles+xml", "styles"),
    "header": ("word/header1.xml", _WORD + "header+xml", "header"),
    "footer": ("word/footer1.xml", _WORD + "footer+xml", "footer"),
    "footnotes": ("word/footnotes.xml", _WORD + "footnotes+xml", "footnotes"),
    "endnotes": ("word/endnotes.xml", _WORD + "endnotes+xml", "endnotes"),
    "numbering": ("word/numbering.xml", _WORD + "numbering+xml", "numbering"),
    "comments": ("word/comments.xml", _WORD + "comments+xml", "comments"),
    "chart": ("word/charts/chart1.xml", _OFFICE + "drawingml.chart+xml", "chart"),
    "data": ("word/diagrams/data1.xml", _OFFICE + "drawingml.diagramData+xml", "diagramData"),
    "drawing": (
        "word/diagrams/drawing1.xml",
        "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        "diagramDrawing",
    ),
    "macros": ("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", "vbaProject"),
}
MAIN = _WORD + "document.main+xml"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def part(root: str, content: str, namespace: str = W) -> str:
    """A part's XML: `part("w:hdr", "<w:p/>")`."""
    return f'{HEAD}<{root} xmlns:w="{namespace}" {_NAMESPACES}>{content}</{root}>'


def body(content: str, namespace: str = W) -> str:
    return part("w:document", f"<w:body>{content}<w:sectPr/></w:body>", namespace)


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark.format("begin") + code + mark.format("separate") + result + mark.format("end")


def control(text: str, id_: int = 1, properties: str = "") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{id_}"/>{properties}</w:sdtPr>'
        f"<w:sdtContent>{text}</w:sdtContent></w:sdt>"
    )


def files(
    content: str,
    *,
    main_type: str = MAIN,
    namespace: str = W,
    types: str = "",
    relationships: str = "",
    package_relationships: str = "",
    **parts: str | bytes,
) -> dict[str, bytes]:
    """The members of a package whose body is `content`; `parts` by kind."""
    overrides = [f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>', types]
    links = [relationships]
    members: dict[str, bytes] = {}
    for number, (kind, data) in enumerate(parts.items(), start=100):
        path, type_, relationship = _PARTS[kind]
        overrides.append(f'<Override PartName="/{path}" ContentType="{type_}"/>')
        target = path.removeprefix("word/")
        links.append(
            f'<Relationship Id="rId{number}" Type="{_TYPE}{relationship}" Target="{target}"/>'
        )
        members[path] = data if isinstance(data, bytes) else data.encode()
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    return {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f"{''.join(overrides)}</Types>"
        ).encode(),
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{rels}"><Relationship Id="rId1" '
            f'Type="{_TYPE}officeDocument" Target="word/document.xml"/>{package_relationships}'
            "</Relationships>"
        ).encode(),
        "word/document.xml": body(content, namespace).encode(),
        "word/_rels/document.xml.rels": (
            f'{HEAD}<Relationships xmlns="{rels}">{"".join(links)}</Relationships>'
        ).encode(),
        **members,
    }


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, method)
    return stream.getvalue()


def docx(content: str, **options: str | bytes) -> bytes:
    return zipped(files(content, **options))  # type: ignore[arg-type]


def member(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()

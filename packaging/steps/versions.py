# SPDX-License-Identifier: MPL-2.0
"""Ask the packages of an environment which versions of others' works they were built with.

Run by the Python of the build: ``python versions.py`` prints them as JSON, by package and work.
"""

import json


def versions() -> dict[str, dict[str, str]]:
    """Return the versions that packages tell at work, by package and work."""
    # Only the environment that builds has them.
    import pikepdf  # noqa: PLC0415 - as said above
    import pypdfium2  # noqa: PLC0415
    import uharfbuzz  # noqa: PLC0415
    import yaml  # noqa: PLC0415
    from lxml import etree  # noqa: PLC0415
    from PIL import features  # noqa: PLC0415
    from PySide6.QtCore import qVersion  # noqa: PLC0415

    return {
        "lxml": {
            "libxml2": _dotted(etree.LIBXML_COMPILED_VERSION),
            "libxslt": _dotted(etree.LIBXSLT_COMPILED_VERSION),
        },
        "pikepdf": {"qpdf": pikepdf.__libqpdf_version__},
        "pillow": {
            "libjpeg-turbo": str(features.version("libjpeg_turbo")),
            "libtiff": str(features.version("libtiff")),
            "OpenJPEG": str(features.version("jpg_2000")),
            "zlib-ng": str(features.version("zlib_ng")),
        },
        "pypdfium2": {"PDFium": str(pypdfium2.PDFIUM_INFO.build)},
        "pyside6-essentials": {"Qt": qVersion()},
        "pyyaml": {"LibYAML": yaml._yaml.get_version_string()},  # noqa: SLF001 - told nowhere else
        "uharfbuzz": {"HarfBuzz": uharfbuzz.version_string()},
    }


def _dotted(numbers: tuple[int, ...]) -> str:
    return ".".join(map(str, numbers))


if __name__ == "__main__":
    print(json.dumps(versions()))

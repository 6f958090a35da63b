# SPDX-License-Identifier: MPL-2.0
"""Check the seal of a PDF: one signature that certifies all of it, and that nobody stops at."""

import pikepdf

PRINTED, FORBIDDEN_FLAGS = 4, 1 | 2 | 32 | 256
"""Flags of annotations: PDF/A wants to print them and hide none (ISO 19005-2, 6.3.2)."""

SIGNED_AND_APPENDED = 3
NO_CHANGES = 1


def is_seal(annotation):
    """Tell whether an annotation is the field of a signature."""
    return annotation.get("/FT") == pikepdf.Name.Sig


def seal_faults(pdf, raw):
    """Yield what is wrong with the form of a file, where the only field is a seal; ``raw``: bytes.

    That nothing was changed is for those to say who can verify a signature.
    """
    form, root = pdf.Root.get("/AcroForm"), pdf.Root
    seals = [(page.obj, each) for page in pdf.pages for each in page.obj.get("/Annots", [])]
    seals = [(page, each) for page, each in seals if is_seal(each)]
    if form is None:
        if seals or "/Perms" in root:
            yield "there is a part of a seal, and no form"
        return
    if set(form.keys()) != {"/Fields", "/SigFlags"} or form.SigFlags != SIGNED_AND_APPENDED:
        yield "the form is not one of a seal alone"
    if len(seals) != 1 or [each.objgen for each in form.get("/Fields", [])] != [seals[0][1].objgen]:
        yield "the form does not have the seal for its only field"
        return
    page, field = seals[0]
    yield from _field_faults(page, field)
    yield from _signature_faults(pdf, field.get("/V", pikepdf.Dictionary()), raw)


def _field_faults(page, field):
    left, bottom, right, top = map(float, field.Rect)
    edges = page.get("/CropBox", page.MediaBox)
    if (left, bottom) != (right, top) or right >= edges[0] or top >= edges[1]:
        yield "the seal lies on the page, where the structure does not know it"
    flags = int(field.get("/F", 0))
    if not flags & PRINTED or flags & FORBIDDEN_FLAGS:
        yield "the seal is hidden"
    if not str(field.get("/TU", "")).strip():
        yield "the seal has no words for those who cannot see it"
    for name in sorted({"/A", "/AA", "/AP"} & set(field.keys())):
        yield f"the seal has {name}"


def _signature_faults(pdf, signature, raw):
    if signature.get("/SubFilter") != pikepdf.Name("/ETSI.CAdES.detached"):
        yield "the seal does not have the form of PAdES"
    start, before, after, rest = map(int, signature.get("/ByteRange", [0, 0, 0, 0]))
    gap = raw[before:after]
    if start or after + rest != len(raw) or gap[:1] + gap[-1:] != b"<>":
        yield "the seal is not about the whole file"
    allowed = [
        each.get("/TransformParams", {}).get("/P")
        for each in signature.get("/Reference", [])
        if each.get("/TransformMethod") == pikepdf.Name.DocMDP
    ]
    certified = pdf.Root.get("/Perms", {}).get("/DocMDP")
    if allowed != [NO_CHANGES] or certified is None or certified.objgen != signature.objgen:
        yield "the seal allows changes"

#!/usr/bin/env bash
# SPDX-License-Identifier: MPL-2.0
# Build Case File Audit on a Mac: an .app, in a .dmg. Needs Python 3.11 or newer, git and Xcode's tools.
# SIGNING_IDENTITY ("Developer ID Application: ...") signs it, NOTARY_PROFILE (a profile of notarytool)
# has Apple look at it; without them Gatekeeper holds it back from everybody but its builder.
# Not run yet: no Mac was at hand when this was written.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

out=${OUT:-build/packages}
identity=${SIGNING_IDENTITY:--}
entitlements=$PWD/packaging/macos/entitlements.plist
stamp=--timestamp=none # Apple's time server signs only for people whom Apple knows,
if [ -n "${SIGNING_IDENTITY:-}" ]; then
    stamp=--timestamp # and has to, for what Apple is to look at
    # PyInstaller signs each library, from the inside out.
    export AUDITAPP_CODESIGN_IDENTITY=$SIGNING_IDENTITY AUDITAPP_ENTITLEMENTS=$entitlements
fi
python3 packaging/build.py --out "$out" folder
app="$out/Case File Audit.app"
version=$(python3 -c 'from auditapp import __version__; print(__version__)')
dmg="$out/dist/case-file-audit-$version-macos-$(uname -m).dmg"

# Anew, because licences and bill of materials were put into it.
codesign --force --options runtime "$stamp" --sign "$identity" --entitlements "$entitlements" "$app"
codesign --verify --deep --strict "$app"
python3 -m tests.built "$app/Contents/MacOS/case-file-audit"

staging=$(mktemp -d)
trap 'rm -rf "$staging"' EXIT
cp -R "$app" "$staging/"
ln -s /Applications "$staging/Applications"
mkdir -p "$out/dist"
hdiutil create -volname "Case File Audit" -srcfolder "$staging" -format UDZO -ov "$dmg"
if [ -n "${NOTARY_PROFILE:-}" ]; then
    codesign --timestamp --sign "$identity" "$dmg"
    xcrun notarytool submit "$dmg" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$dmg"
fi
python3 packaging/build.py --out "$out" sums # of what was signed and stapled
echo "$dmg"

#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# Start Case File Audit from this folder. The audits lie beside the folder, not in it, so that a newer
# version can be unpacked beside this one, finds them there, and this one can be thrown away.
here=$(dirname "$(readlink -f "$0")")
exec "$here/case-file-audit" --home "$(dirname "$here")/Case File Audits" "$@"

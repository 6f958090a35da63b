# SPDX-License-Identifier: MPL-2.0
# Build Case File Audit on Windows; by itself Windows runs no script:
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
# Needs Python 3.11 or newer from python.org (64 bit), git. NSIS and wixl make the
# packages; a Debian has both, so the folder can be packed there.
# Not run yet: no Windows was at hand when this was written.
param([string]$Out = "build\packages", [string]$CertificateThumbprint = "")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Step([string[]]$Command) {
    & $Command[0] $Command[1..($Command.Length - 1)]
    if ($LASTEXITCODE -ne 0) { throw "$($Command -join ' ') ended with $LASTEXITCODE" }
}

function Add-Signature([string]$Path) {
    # Without a certificate SmartScreen warns whoever starts it; councils may refuse it altogether.
    if ($CertificateThumbprint) {
        Invoke-Step @("signtool", "sign", "/sha1", $CertificateThumbprint, "/fd", "SHA256", $Path)
    }
}

Invoke-Step @("py", "-3", "packaging\build.py", "--out", $Out, "folder")
$folder = Join-Path $Out "case-file-audit"
Get-ChildItem $folder -Filter *.exe | ForEach-Object { Add-Signature $_.FullName }
Invoke-Step @("py", "-3", "-m", "tests.built", (Join-Path $folder "case-file-audit-command.exe"))

if ((Get-Command makensis -ErrorAction SilentlyContinue) -and (Get-Command wixl -ErrorAction SilentlyContinue)) {
    Invoke-Step @("py", "-3", "packaging\build.py", "--out", $Out, "--windows", $folder)
    Get-ChildItem (Join-Path $Out "dist") -Include *.exe, *.msi -Recurse | ForEach-Object { Add-Signature $_.FullName }
    # Anew, because a signature changes the file.
    Invoke-Step @("py", "-3", "packaging\build.py", "--out", $Out, "sums")
} else {
    Write-Host "Copy $folder to a Debian and run there: python3 packaging/build.py --windows FOLDER"
}

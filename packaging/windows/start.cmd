@echo off
rem SPDX-License-Identifier: MPL-2.0
rem Start Case File Audit from this folder; the audits lie beside the folder, not in it.
start "" "%~dp0case-file-audit.exe" --home "%~dp0..\Case File Audits" %*

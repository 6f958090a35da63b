; SPDX-License-Identifier: MPL-2.0
; Set up Case File Audit for one person, without an administrator. Silent: setup.exe /S
; packaging/steps/windows.py gives VERSION, OUT, ICON, KILOBYTES and the two lists of files.
; Built on Debian; not run on Windows yet.
Unicode true
SetCompressor /SOLID lzma
!include "LogicLib.nsh"
!define NAME "Case File Audit"
!define EXE "case-file-audit.exe"
!define COMMAND "case-file-audit-command.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\CaseFileAudit"

Name "${NAME}"
OutFile "${OUT}"
Icon "${ICON}"
UninstallIcon "${ICON}"
RequestExecutionLevel user
; Not the folder of the audits, which is %LOCALAPPDATA%\Case File Audit.
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "Sets up ${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Mozilla Public License 2.0"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

; A program that runs holds its file: opening it for writing fails. It holds the libraries, too, which
; the window and the commands share: a backup by command that runs would leave half of an update.
!macro NeedStopped PROGRAM
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "Case File Audit is running. Close it, then start this again. Nothing was changed." /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section
  !insertmacro NeedStopped "${EXE}"
  !insertmacro NeedStopped "${COMMAND}"
  ; Files of the version before that this one no longer has.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  ${EndIf}
  !include "${INSTALL}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
  !insertmacro NeedStopped "${EXE}"
  !insertmacro NeedStopped "${COMMAND}"
  !include "${REMOVE}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd

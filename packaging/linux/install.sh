#!/bin/sh
# SPDX-License-Identifier: MPL-2.0
# Install Case File Audit for one person, without root. What follows the line of ends is the program.
set -eu
umask 022

VERSION='@VERSION@'
SUM='@SUM@'
NAME=case-file-audit

usage() {
    cat <<END
Case File Audit $VERSION for Linux (x86_64).

  sh $0                  install it for you alone, or update it
  sh $0 --target FOLDER  the same into another folder than ~/.local/lib/$NAME
  sh $0 --extract FOLDER only unpack the program into FOLDER
  sh $0 --check          only see whether this file is whole
  sh $0 --quiet          say nothing unless something is wrong

Your audits are kept somewhere else, and neither an update nor removing the program touches them.
To remove the program: ~/.local/lib/$NAME/uninstall.sh
END
}

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

say() {
    [ -n "$quiet" ] || printf '%s\n' "$*"
}

payload() {
    tail -n +"$(awk '/^__THE_PROGRAM_FOLLOWS__$/ { print NR + 1; exit }' "$script")" "$script"
}

need_system() {
    [ "$(uname -s)/$(uname -m)" = Linux/x86_64 ] || fail "This program is for Linux on x86_64; this is $(uname -s) on $(uname -m)."
    sum=$(payload | sha256sum | cut -d' ' -f1)
    [ "$sum" = "$SUM" ] || fail "This file is damaged: fetch it again. Nothing was changed."
}

# Name the libraries that the unpacked program does not find, with what brings them on Debian and Ubuntu.
need_libraries() {
    missing=$(find "$1/_internal" -name 'libQt6Gui.so.*' -o -name libqxcb.so |
        while read -r library; do ldd "$library" 2>/dev/null; done |
        awk '/not found/ { print $1 }' | sort -u | tr '\n' ' ')
    [ -z "$missing" ] || printf '%s\n' "
This computer lacks libraries that the window needs: $missing
The person who looks after it can install them. On Debian and Ubuntu these packages bring them:
    @PACKAGES@" >&2
}

# The old program stays whole until the new one is; a program that runs would read half of each.
need_stopped() {
    for process in /proc/[0-9]*/exe; do
        case $(readlink "$process" 2>/dev/null) in
        "$1"/*) fail "Case File Audit is running. Close it, then start this again. Nothing was changed." ;;
        esac
    done
}

install_program() {
    need_stopped "$target"
    mkdir -p "$(dirname "$target")"
    if [ -e "$target" ] && [ ! -e "$target/$NAME" ]; then
        fail "$target is in the way: it is no Case File Audit. Move it, or choose another --target."
    fi
    new=$target.new
    rm -rf "$new"
    mkdir "$new"
    trap 'rm -rf "$new"' EXIT
    payload | gzip -dc | tar -xf - -C "$new" --strip-components=1 --no-same-owner
    write_uninstaller "$new/uninstall.sh"
    rm -rf "$target.old"
    [ ! -e "$target" ] || mv "$target" "$target.old"
    mv "$new" "$target"
    trap - EXIT
    rm -rf "$target.old"
}

share() {
    mkdir -p "$HOME/.local/bin" "$data/applications" "$data/icons/hicolor/scalable/apps"
    ln -sf "$target/$NAME" "$HOME/.local/bin/$NAME"
    sed "s|@PROGRAM@|$target/$NAME|" "$target/share/$NAME.desktop" > "$data/applications/$NAME.desktop"
    cp "$target/share/$NAME.svg" "$data/icons/hicolor/scalable/apps/$NAME.svg"
    touch "$data/icons/hicolor"  # desktops look here for new icons
}

write_uninstaller() {
    cat > "$1" <<END
#!/bin/sh
# Remove Case File Audit, and leave every audit where it is.
set -eu
rm -f '$HOME/.local/bin/$NAME' '$data/applications/$NAME.desktop'
rm -f '$data/icons/hicolor/scalable/apps/$NAME.svg'
rm -rf '$target'
echo 'Case File Audit was removed. Your audits were left where they are.'
END
    chmod 755 "$1"
}

script=$0
quiet=
extract=
target=
action=install
while [ $# -gt 0 ]; do
    case $1 in
    --help | -h) usage; exit 0 ;;
    --quiet) quiet=yes ;;
    --check) action=check ;;
    --extract) action=extract; extract=${2:?"--extract needs a folder"}; shift ;;
    --target) target=${2:?"--target needs a folder"}; shift ;;
    *) usage >&2; exit 2 ;;
    esac
    shift
done

need_system
case $action in
check)
    say "This file is whole: Case File Audit $VERSION." ;;
extract)
    mkdir -p "$extract"
    payload | gzip -dc | tar -xf - -C "$extract" --strip-components=1 --no-same-owner
    say "Unpacked into $extract." ;;
install)
    case $HOME$target in *[\'\|\&]*) fail "This does not work in a folder with ' or | or & in its name." ;; esac
    data=${XDG_DATA_HOME:-$HOME/.local/share}
    target=${target:-$HOME/.local/lib/$NAME}
    case $target in /*) ;; *) target=$PWD/$target ;; esac
    install_program
    share
    need_libraries "$target"
    say "Case File Audit $VERSION is installed. Start it from the menu, or: $HOME/.local/bin/$NAME" ;;
esac
exit 0
__THE_PROGRAM_FOLLOWS__

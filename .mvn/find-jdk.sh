# Sourced by ./rota: sets and exports JAVA_HOME to a JDK of at least version $jdk_least, if one can be found.
# Looks at JAVA_HOME, at the java on PATH, then into the usual folders, where the newest wins. POSIX sh, needs only sed.

# Feature version of the Java home $1, from its release file where there is one, which spares starting a JVM.
jdk_version() {
    found=''
    if [ -r "$1/release" ]; then
        found=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9.]*\).*/\1/p' "$1/release")
    fi
    if [ -z "$found" ] && [ -x "$1/bin/java" ]; then
        found=$("$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
    fi
    found=${found#1.}
    printf '%s' "${found%%.*}"
}

# Whether $1 is the home of a JDK, not only of a JRE, of at least version $2.
is_jdk() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    case $(jdk_version "$1") in
        '' | *[!0-9]*) return 1 ;;
        *) [ "$(jdk_version "$1")" -ge "$2" ] ;;
    esac
}

find_jdk() {
    if [ -n "${JAVA_HOME-}" ] && is_jdk "$JAVA_HOME" "$1"; then
        printf '%s' "$JAVA_HOME"
        return 0
    fi
    on_path=$(command -v java 2>/dev/null) || on_path=''
    if [ -n "$on_path" ]; then
        on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
        on_path=${on_path%/bin/java}
        if is_jdk "$on_path" "$1"; then
            printf '%s' "$on_path"
            return 0
        fi
    fi
    newest=''
    newest_version=0
    for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${HOME-}"/.sdkman/candidates/java/* \
        "${HOME-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -d "$home" ] && is_jdk "$home" "$1" && [ "$(jdk_version "$home")" -gt "$newest_version" ]; then
            newest=$home
            newest_version=$(jdk_version "$home")
        fi
    done
    [ -n "$newest" ] || return 1
    printf '%s' "$newest"
}

if JAVA_HOME=$(find_jdk "$jdk_least"); then
    export JAVA_HOME
else
    echo "rota: no JDK $jdk_least or newer was found in JAVA_HOME, on PATH or in the usual folders such as /usr/lib/jvm." >&2
    echo "      Install one (for example Temurin or your system's openjdk package), or set JAVA_HOME to it." >&2
    exit 2
fi

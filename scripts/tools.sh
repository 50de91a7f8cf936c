# Makes sure that the tools of the build are there: installs what can be installed without asking,
# otherwise says the exact command. Sourced by build.sh; builds nothing itself.

readonly WASM_TARGET=wasm32-unknown-unknown
# What takes minutes to build and changes rarely is kept outside the checkout, for the next one;
# target/tools leads to the tools of the right version.
CACHE=${AFTERNOTE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/afternote}
mkdir -p "$CACHE"
CACHE=$(cd "$CACHE" && pwd)
readonly CACHE
readonly TOOLS=target/tools
readonly NODE_AT_LEAST=20

say() { printf '==> %s\n' "$*" >&2; }

fail() {
  printf 'build.sh: %s\n' "$*" >&2
  exit 1
}

# step SENTENCE COMMAND...: a failure stops the build with the sentence.
step() {
  local sentence=$1
  shift
  "$@" || fail "$sentence (command: $*)"
}

# apt_install REASON PACKAGE...
apt_install() {
  local reason=$1
  shift
  local command="apt-get install -y --no-install-recommends $*"
  local -a as_root=()
  if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null || fail "$reason Run as root: $command"
    if [[ ! -t 0 ]] && ! sudo -n true 2>/dev/null; then
      fail "$reason Run: sudo $command"
    fi
    as_root=(sudo)
  fi
  command -v apt-get >/dev/null || fail "$reason Install: $*"
  say "installing $*"
  "${as_root[@]}" apt-get update -qq || fail "$reason The package lists could not be read. Run: sudo apt-get update"
  # shellcheck disable=SC2086
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive $command -qq >&2 ||
    fail "$reason It could not be installed. Run: sudo $command"
}

need_rust() {
  local channel
  channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
  command -v cc >/dev/null || apt_install 'A C linker is needed.' gcc libc6-dev
  if ! command -v rustup >/dev/null; then
    fail "Rust is needed. Run: curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --default-toolchain none && . \"\$HOME/.cargo/env\""
  fi
  if ! rustup toolchain list | grep -q "^$channel-"; then
    say "installing Rust $channel"
    step "Rust $channel could not be installed." rustup toolchain install "$channel" --profile minimal
  fi
  local component
  if ! rustup target list --installed --toolchain "$channel" | grep -qx "$WASM_TARGET"; then
    step "The target $WASM_TARGET could not be installed." rustup target add --toolchain "$channel" "$WASM_TARGET"
  fi
  for component in clippy rustfmt; do
    if ! rustup component list --installed --toolchain "$channel" | grep -q "^$component"; then
      step "$component could not be installed." rustup component add --toolchain "$channel" "$component"
    fi
  done
}

need_node() {
  command -v node >/dev/null || apt_install 'Node is needed.' nodejs
  command -v npm >/dev/null || apt_install 'npm is needed.' npm
  local major
  major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
  ((major >= NODE_AT_LEAST)) ||
    fail "Node $NODE_AT_LEAST or newer is needed, this is $(node --version). See https://nodejs.org/en/download"
}

# The packages of package-lock.json, installed anew only when the lock file has changed.
need_npm_packages() {
  need_node
  local mark=node_modules/.installed-lock
  if ! cmp -s package-lock.json "$mark"; then
    say 'installing npm packages'
    step 'The npm packages could not be installed.' npm ci --ignore-scripts --loglevel=error >&2
    cp package-lock.json "$mark"
  fi
}

# link_tool NAME FOLDER
link_tool() {
  mkdir -p "$TOOLS"
  rm -rf "${TOOLS:?}/$1"
  ln -s "$2" "$TOOLS/$1"
}

# The wasm-bindgen CLI must be of the very version of the crate.
need_wasm_bindgen() {
  local version
  version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print }' Cargo.lock)
  local folder=$CACHE/wasm-bindgen-$version
  if [[ "$("$folder/bin/wasm-bindgen" --version 2>/dev/null)" != "wasm-bindgen $version" ]]; then
    say "installing wasm-bindgen $version into $folder (about two minutes, once)"
    # Its own target directory, and without --locked: its lock file is older than our compiler.
    step 'wasm-bindgen could not be installed.' \
      cargo install wasm-bindgen-cli --version "$version" --root "$folder" --force --quiet
  fi
  link_tool wasm-bindgen "$folder"
}

# A peer of the benchmark, which goes on without it.
need_libical() {
  [[ -e /usr/include/libical/ical.h ]] ||
    (apt_install 'libical is measured beside our reader.' libical-dev gcc libc6-dev) ||
    say 'libical is left out'
}

need_chromium() {
  need_node
  node scripts/browsers/executables.mjs chromium >/dev/null || apt_install 'Chromium is needed.' chromium
}

need_chromedriver() {
  need_chromium
  node scripts/browsers/executables.mjs chromedriver >/dev/null ||
    apt_install 'The driver of Chromium is needed.' chromium-driver
}

# A real webmail for the tests: Roundcube, PHP and an IMAP server. They are started by the tests, on
# this machine alone, with a configuration of their own.
need_webmail() {
  if [[ -e /usr/share/roundcube/index.php && -x /usr/sbin/dovecot ]] &&
    php -r 'exit(extension_loaded("pdo_sqlite") ? 0 : 1);' 2>/dev/null; then
    return
  fi
  apt_install 'A webmail for the tests is needed.' \
    roundcube-core roundcube-sqlite3 php-cli php-sqlite3 php-mbstring php-xml php-intl dovecot-imapd
}

# A real CalDAV server for the tests, in a folder of its own.
need_radicale() {
  local version=3.9.0
  local folder=$CACHE/radicale-$version
  if "$folder/bin/python" -c "import importlib.metadata as m; exit(m.version('radicale') != '$version')" 2>/dev/null; then
    link_tool radicale "$folder"
    return
  fi
  say "installing Radicale $version into $folder"
  # Put into its place when it is whole: another checkout may look for it meanwhile.
  local new=$folder.$$
  python3 -m venv "$new" 2>/dev/null || apt_install 'A virtual environment of Python is needed.' python3-venv
  step 'A virtual environment of Python could not be made.' python3 -m venv "$new"
  step 'Radicale could not be installed.' "$new/bin/python" -m pip install --quiet --disable-pip-version-check "radicale==$version"
  rm -rf "$folder"
  mv "$new" "$folder"
  link_tool radicale "$folder"
}

need_firefox() {
  need_node
  node scripts/browsers/executables.mjs firefox >/dev/null || apt_install 'Firefox is needed.' firefox-esr
}

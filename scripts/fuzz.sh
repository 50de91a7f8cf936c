# Fuzzing on the stable toolchain. Sourced by build.sh after tools.sh.
#
# The layout is cargo-fuzz's, and `cargo fuzz run` works with a nightly toolchain. Here the same
# coverage is asked of the stable compiler; only the address sanitizer is missing, and there is no
# unsafe code of ours for it to look at.

readonly FUZZ_FLAGS="--cfg fuzzing -C passes=sancov-module -C llvm-args=-sanitizer-coverage-level=4 \
-C llvm-args=-sanitizer-coverage-inline-8bit-counters -C llvm-args=-sanitizer-coverage-pc-table \
-C llvm-args=-sanitizer-coverage-trace-compares -C codegen-units=1"

# fuzz SECONDS: each target for that time; what makes one fail stays in fuzz/artifacts.
fuzz() {
  local seconds=${1:-60} host target log runs
  local -a results=()
  need_rust
  command -v c++ >/dev/null || apt_install 'libFuzzer is C++.' g++
  host=$(rustc -vV | sed -n 's/^host: //p')
  # With a target the flags are not for build scripts.
  RUSTFLAGS=$FUZZ_FLAGS step 'The fuzz targets do not build.' cargo build --locked --release \
    --manifest-path fuzz/Cargo.toml --target "$host"
  mkdir -p target/report fuzz/artifacts
  for target in calendar page; do
    log=target/report/fuzz_$target.log
    mkdir -p "fuzz/found/$target"
    "fuzz/target/$host/release/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
      -max_len=8192 -artifact_prefix=fuzz/artifacts/ -print_final_stats=1 \
      "fuzz/found/$target" "fuzz/corpus/$target" 2>"$log" ||
      fail "$target fails on an input in fuzz/artifacts; see $log"
    runs=$(sed -n 's/^stat::number_of_executed_units: //p' "$log")
    say "fuzz: $target, $runs inputs in $seconds seconds, none of them failed"
    results+=("\"${target}_runs\": $runs")
  done
  printf '{ "seconds_each": %s, "failures": 0, %s, %s }\n' "$seconds" "${results[@]}" \
    >target/report/fuzz.json
}

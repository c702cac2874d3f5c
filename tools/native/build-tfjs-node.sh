#!/usr/bin/env bash
# Builds the native binding of @tensorflow/tfjs-node from source where its own installer cannot download libtensorflow.
# Source: binding/*.cc of the npm package; libtensorflow and its C headers out of pip's wheel tensorflow-cpu.
#
#   tools/native/build-tfjs-node.sh [TARGET_DIR]        default TARGET_DIR: .build/native in the current folder
#
# Result: TARGET_DIR/node_modules/@tensorflow/tfjs-node with a binding that finds its libraries by itself. If that folder
# exists already (npm install --ignore-scripts @tensorflow/tfjs-node), it is completed instead. Runs again do nothing.
# Needs: Linux x64 with glibc, Node, npm, any Python 3 with pip, a C++17 compiler, 0.9 GB of disk. npm and pip read their
# usual settings (registry, index, offline folders). PYTHON and CXX name other programs than python3 and c++.
set -euo pipefail

readonly TFJS_NODE=4.22.0 TENSORFLOW=2.12.0 NAPI_HEADERS=1.9.0
# The N-API level whose folder tfjs-node looks into on every supported Node.
readonly NAPI=8

target="${1:-.build/native}"
python="${PYTHON:-python3}"
cxx="${CXX:-c++}"

fail() {
  echo "build-tfjs-node: $*" >&2
  exit 1
}

need() {
  command -v "$1" >/dev/null || fail "$1 not found: $2"
}

multiplies() {
  TF_CPP_MIN_LOG_LEVEL=2 node -e '
    const tf = require(process.argv[1]);
    const a = tf.createTensor([1, 2], tf.TF_FLOAT, new Float32Array([3, 4]));
    const b = tf.createTensor([2, 1], tf.TF_FLOAT, new Float32Array([5, 6]));
    const product = tf.tensorDataSync(tf.executeOp("MatMul", [], [a, b], 1)[0].id)[0];
    if (product !== 39) throw new Error(`MatMul gave ${product}, not 39`);
    console.log(`libtensorflow ${tf.TF_Version} works on Node ${process.versions.node}`);' "$1"
}

need node "install Node 20.19 or later"
[ "$(node -p '`${process.platform}-${process.arch}`')" = linux-x64 ] ||
  fail "only Linux x64 is built here; elsewhere: npm install @tensorflow/tfjs-node"
node -e 'process.exit(Number(process.versions.napi) >= Number(process.argv[1]) ? 0 : 1)' "$NAPI" ||
  fail "Node $(node --version) lacks N-API $NAPI: install Node 20.19 or later"
node -e 'process.exit(process.report.getReport().header.glibcVersionRuntime ? 0 : 1)' ||
  fail "pip's TensorFlow needs glibc; this system has another C library"

mkdir -p "$target"
target="$(cd "$target" && pwd)"
package="$target/node_modules/@tensorflow/tfjs-node"
addon="$package/lib/napi-v$NAPI/tfjs_binding.node"
if [ -e "$addon" ] && multiplies "$addon"; then
  echo "already there: $target"
  exit 0
fi

need npm "it comes with Node"
need "$python" "install Python 3, or name one with PYTHON=/path/to/python"
need "$cxx" "install a C++17 compiler (g++ or clang++), or name one with CXX=/path/to/compiler"
"$python" -m pip --version >/dev/null 2>&1 ||
  fail "$python has no pip: install it (python3-pip), or make a venv and run again with PYTHON=VENV/bin/python"

work="$(mktemp -d "$target/partial.XXXXXX")"
trap 'rm -rf "$work"' EXIT

unpack() { # npm package, folder
  local archive
  archive="$(cd "$work" && npm pack --loglevel=error "$1" | tail -n 1)" ||
    fail "npm could not get $1 (messages above): check npm's registry settings"
  mkdir -p "$2"
  tar -xzf "$work/$archive" -C "$2" --strip-components=1
}

unpack "node-api-headers@$NAPI_HEADERS" "$work/napi"
if [ ! -e "$package/binding/tfjs_backend.cc" ]; then
  unpack "@tensorflow/tfjs-node@$TFJS_NODE" "$work/tfjs-node"
  mkdir -p "$(dirname "$package")"
  rm -rf "$package"
  mv "$work/tfjs-node" "$package"
fi

if [ ! -e "$package/deps/lib/libtensorflow_cc.so.2" ]; then
  # The wheel is a container of libraries here: whichever Python runs pip, the one for 3.11 is as good as any.
  "$python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --python-version 3.11 \
    --platform manylinux2014_x86_64 --dest "$work" "tensorflow-cpu==$TENSORFLOW" ||
    fail "pip could not get tensorflow-cpu==$TENSORFLOW: check pip's index settings"
  "$python" - "$work" <<'PYTHON'
import glob, sys, zipfile
folder = sys.argv[1]
wanted = ("tensorflow/libtensorflow_", "tensorflow/include/tensorflow/c/", "tensorflow/include/tensorflow/tsl/",
          "tensorflow/include/tensorflow/core/platform/")
with zipfile.ZipFile(glob.glob(folder + "/tensorflow_cpu-*.whl")[0]) as wheel:
    for name in wheel.namelist():
        if name.startswith(wanted):
            wheel.extract(name, folder)
PYTHON
  rm -rf "$package/deps"
  mkdir -p "$package/deps/lib"
  mv "$work/tensorflow/include" "$package/deps/include"
  mv "$work"/tensorflow/libtensorflow_* "$package/deps/lib/"
fi

mkdir -p "$(dirname "$addon")"
"$cxx" -O2 -shared -fPIC -std=c++17 "-DNAPI_VERSION=$NAPI" -I "$work/napi/include" -I "$package/deps/include" \
  "$package/binding/tfjs_backend.cc" "$package/binding/tfjs_binding.cc" -o "$work/tfjs_binding.node" \
  "$package/deps/lib/libtensorflow_cc.so.2" "$package/deps/lib/libtensorflow_framework.so.2" \
  '-Wl,-rpath,$ORIGIN/../../deps/lib' || fail "$cxx could not compile the binding (messages above)"
mv "$work/tfjs_binding.node" "$addon"
multiplies "$addon" || fail "the binding was built but does not run (message above)"
echo "built: $target"
echo "use it: export TF1_COMPAT_NATIVE=$target"

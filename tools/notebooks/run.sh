#!/usr/bin/env bash
# Runs notebooks/*.ipynb under real Jupyter and tslab and compares with their saved outputs; --write saves new ones.
# Brings what that needs (Jupyter in a virtual environment, the notebooks' packages, the kernel); wants `npm run build` before.
set -eu
cd "$(dirname "$0")/../.."
env=$PWD/.build/jupyter
if [ ! -x "$env/bin/python" ]; then
  python3 -m venv "$env"
fi
"$env/bin/python" -c "import nbclient, ipykernel" 2> /dev/null || "$env/bin/pip" install -q nbclient nbformat ipykernel
npm --prefix notebooks ci --no-audit --no-fund > /dev/null
export PATH=$PWD/notebooks/node_modules/.bin:$PATH
tslab install --sys-prefix --python="$env/bin/python"
exec "$env/bin/python" tools/notebooks/run.py "$@" notebooks/*.ipynb

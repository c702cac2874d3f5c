/**
 * tf1-compat/python: Python's standard library for programs that were translated from Python.
 * Source: Python 3.7.
 */
export * as abc from "./abc.js";
export * as argparse from "./argparse.js";
export * as bisect from "./bisect.js";
export * as collections from "./collections.js";
export * as contextlib from "./contextlib.js";
export * as copy from "./copy.js";
export * as csv from "./csv.js";
export * as datetime from "./datetime.js";
export * as fnmatch from "./fnmatch.js";
export * as functools from "./functools.js";
export * as glob from "./glob.js";
export * as gzip from "./gzip.js";
export * as hashlib from "./hashlib.js";
export * as heapq from "./heapq.js";
export * as io from "./io.js";
export * as itertools from "./itertools.js";
export * as json from "./json.js";
export * as logging from "./logging.js";
export * as math from "./math.js";
export { input, open } from "./open.js";
export * as operator from "./operator.js";
export * as os from "./os.js";
export * as pickle from "./pickle.js";
export * as pprint from "./pprint.js";
export * as random from "./random.js";
export * as re from "./re.js";
export * as shutil from "./shutil.js";
export * as six from "./six.js";
export * as statistics from "./statistics.js";
export * as string from "./string.js";
export * as struct from "./struct.js";
export * as sys from "./sys.js";
export * as tempfile from "./tempfile.js";
export * as threading from "./threading.js";
export * as time from "./time.js";
export * as traceback from "./traceback.js";
export * as warnings from "./warnings.js";
export * as zlib from "./zlib.js";

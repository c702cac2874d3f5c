/**
 * Names of `tf.gfile` that are not there yet.
 */
import { missing } from "../../graph/missing.js";

export const DeleteRecursively = missing("tf.gfile.DeleteRecursively");
export const Exists = missing("tf.gfile.Exists");
export const FastGFile = missing("tf.gfile.FastGFile");
export const GFile = missing("tf.gfile.GFile");
export const Glob = missing("tf.gfile.Glob");
export const IsDirectory = missing("tf.gfile.IsDirectory");
export const MakeDirs = missing("tf.gfile.MakeDirs");
export const Open = missing("tf.gfile.Open");
export const Remove = missing("tf.gfile.Remove");

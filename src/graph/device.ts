/**
 * Device names and their merging.
 * Source: tf.DeviceSpec, tf.device (tensorflow/python/framework/device_spec.py, device.py).
 */
import { ValueError } from "../np/errors.js";

interface Spec {
  job: string | null;
  replica: string | null;
  task: string | null;
  device: string | null;
}

/** Reads "/job:ps/task:0/cpu:0" or "/device:CPU:0". Raises ValueError for an unknown part. */
function parse(name: string): Spec {
  const spec: Spec = { job: null, replica: null, task: null, device: null };
  for (const part of name.split("/")) {
    if (part === "") continue;
    const words = part.split(":");
    const [key = "", value = ""] = words;
    if (key === "job") spec.job = value;
    else if (key === "replica") spec.replica = value;
    else if (key === "task") spec.task = value;
    else if (key.toUpperCase() === "CPU" || key.toUpperCase() === "GPU") {
      spec.device = `${key.toUpperCase()}:${value === "" || value === "*" ? "*" : Number(value)}`;
    } else if (key === "device" && words.length === 3) {
      spec.device = `${(words[1] ?? "").toUpperCase()}:${words[2] === "*" ? "*" : Number(words[2])}`;
    } else {
      throw new ValueError(`Unknown attribute: '${key}' in '${name}'`);
    }
  }
  return spec;
}

function format(spec: Spec): string {
  const parts = [
    spec.job === null ? "" : `/job:${spec.job}`,
    spec.replica === null ? "" : `/replica:${spec.replica}`,
    spec.task === null ? "" : `/task:${spec.task}`,
    spec.device === null ? "" : `/device:${spec.device}`,
  ];
  return parts.join("");
}

/** Fills what `inner` leaves open from `outer`. */
export function mergeDevices(outer: string, inner: string): string {
  const a = parse(outer);
  const b = parse(inner);
  return format({
    job: b.job ?? a.job,
    replica: b.replica ?? a.replica,
    task: b.task ?? a.task,
    device: b.device ?? a.device,
  });
}

export function canonicalDevice(name: string): string {
  return format(parse(name));
}

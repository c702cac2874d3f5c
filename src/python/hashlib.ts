/**
 * Python's module hashlib.
 * Source: Lib/hashlib.py (Python 3.7).
 */
import { createHash, type Hash as NodeHash } from "node:crypto";
import { TypeError_, ValueError } from "../np/errors.js";

/** A digest in the making. */
export class Hash {
  readonly name: string;
  private readonly state: NodeHash;

  constructor(name: string, data: Uint8Array | NodeHash = new Uint8Array(0)) {
    this.name = name;
    if (data instanceof Uint8Array || typeof data === "string") {
      try {
        this.state = createHash(name.replace("_", "-"));
      } catch {
        throw new ValueError(`unsupported hash type ${name}`);
      }
      this.update(data);
    } else this.state = data;
  }
  update(data: Uint8Array): void {
    if (!(data instanceof Uint8Array)) throw new TypeError_("Unicode-objects must be encoded before hashing");
    this.state.update(data);
  }
  digest(): Uint8Array {
    return new Uint8Array(this.state.copy().digest());
  }
  hexdigest(): string {
    return this.state.copy().digest("hex");
  }
  copy(): Hash {
    return new Hash(this.name, this.state.copy());
  }
  get digest_size(): number {
    return this.digest().length;
  }
}
export const md5 = (data: Uint8Array = new Uint8Array(0)): Hash => new Hash("md5", data);
export const sha1 = (data: Uint8Array = new Uint8Array(0)): Hash => new Hash("sha1", data);
export const sha224 = (data: Uint8Array = new Uint8Array(0)): Hash => new Hash("sha224", data);
export const sha256 = (data: Uint8Array = new Uint8Array(0)): Hash => new Hash("sha256", data);
export const sha384 = (data: Uint8Array = new Uint8Array(0)): Hash => new Hash("sha384", data);
export const sha512 = (data: Uint8Array = new Uint8Array(0)): Hash => new Hash("sha512", data);
export { made as new_ };

const made = (name: string, data: Uint8Array = new Uint8Array(0)): Hash => new Hash(name, data);

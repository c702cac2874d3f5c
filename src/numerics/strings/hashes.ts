/**
 * 64-bit hashes of bytes, as text is put into buckets with.
 * Sources: FarmHash's Fingerprint64 (farmhashna, G. Pike); SipHash-2-4 (Aumasson, Bernstein 2012);
 * Hash64 of tensorflow/core/lib/hash/hash.cc (after MurmurHash64A, A. Appleby).
 */

const MASK = 0xffffffffffffffffn;
const u64 = (x: bigint): bigint => x & MASK;

function fetch(s: Uint8Array, at: number, bytes = 8): bigint {
  let out = 0n;
  for (let i = bytes - 1; i >= 0; i--) out = (out << 8n) | BigInt(s[at + i]!);
  return out;
}
const rotateRight = (x: bigint, n: bigint): bigint => u64((x >> n) | (x << (64n - n)));
const rotateLeft = (x: bigint, n: bigint): bigint => rotateRight(x, 64n - n);

const K0 = 0xc3a5c85c97cb3127n;
const K1 = 0xb492b66fbe98f273n;
const K2 = 0x9ae16a3b2f90404fn;
const shiftMix = (v: bigint): bigint => v ^ (v >> 47n);

function mix(u: bigint, v: bigint, mul: bigint): bigint {
  const a = shiftMix(u64((u ^ v) * mul));
  return u64(shiftMix(u64((v ^ a) * mul)) * mul);
}

function upTo16(s: Uint8Array): bigint {
  const n = s.length;
  const mul = u64(K2 + BigInt(n) * 2n);
  if (n >= 8) {
    const a = u64(fetch(s, 0) + K2);
    const b = fetch(s, n - 8);
    const c = u64(rotateRight(b, 37n) * mul + a);
    const d = u64((rotateRight(a, 25n) + b) * mul);
    return mix(c, d, mul);
  }
  if (n >= 4) return mix(u64(BigInt(n) + (fetch(s, 0, 4) << 3n)), fetch(s, n - 4, 4), mul);
  if (n === 0) return K2;
  const y = BigInt(s[0]! + (s[n >> 1]! << 8));
  const z = BigInt(n + (s[n - 1]! << 2));
  return u64(shiftMix(u64(y * K2) ^ u64(z * K0)) * K2);
}

function upTo32(s: Uint8Array): bigint {
  const n = s.length;
  const mul = u64(K2 + BigInt(n) * 2n);
  const a = u64(fetch(s, 0) * K1);
  const b = fetch(s, 8);
  const c = u64(fetch(s, n - 8) * mul);
  const d = u64(fetch(s, n - 16) * K2);
  return mix(
    u64(rotateRight(u64(a + b), 43n) + rotateRight(c, 30n) + d),
    u64(a + rotateRight(u64(b + K2), 18n) + c),
    mul,
  );
}

function upTo64(s: Uint8Array): bigint {
  const n = s.length;
  const mul = u64(K2 + BigInt(n) * 2n);
  const a = u64(fetch(s, 0) * K2);
  const b = fetch(s, 8);
  const c = u64(fetch(s, n - 8) * mul);
  const d = u64(fetch(s, n - 16) * K2);
  const y = u64(rotateRight(u64(a + b), 43n) + rotateRight(c, 30n) + d);
  const z = mix(y, u64(a + rotateRight(u64(b + K2), 18n) + c), mul);
  const e = u64(fetch(s, 16) * mul);
  const f = fetch(s, 24);
  const g = u64((y + fetch(s, n - 32)) * mul);
  const h = u64((z + fetch(s, n - 24)) * mul);
  return mix(
    u64(rotateRight(u64(e + f), 43n) + rotateRight(g, 30n) + h),
    u64(e + rotateRight(u64(f + a), 18n) + g),
    mul,
  );
}

type Pair = readonly [bigint, bigint];

function weak(s: Uint8Array, at: number, a: bigint, b: bigint): Pair {
  const z = fetch(s, at + 24);
  const start = u64(a + fetch(s, at));
  const turned = rotateRight(u64(b + start + z), 21n);
  const sum = u64(start + fetch(s, at + 8) + fetch(s, at + 16));
  return [u64(sum + z), u64(turned + rotateRight(sum, 44n) + start)];
}

/** FarmHash's Fingerprint64. */
export function fingerprint64(s: Uint8Array): bigint {
  const n = s.length;
  if (n <= 16) return upTo16(s);
  if (n <= 32) return upTo32(s);
  if (n <= 64) return upTo64(s);
  const seed = 81n;
  let x = u64(seed * K2 + fetch(s, 0));
  let y = u64(seed * K1 + 113n);
  let z = u64(shiftMix(u64(y * K2 + 113n)) * K2);
  let v: Pair = [0n, 0n];
  let w: Pair = [0n, 0n];
  const round = (at: number, mul: bigint, factor: bigint): void => {
    x = u64(rotateRight(u64(x + y + v[0] + fetch(s, at + 8)), 37n) * mul);
    y = u64(rotateRight(u64(y + v[1] + fetch(s, at + 48)), 42n) * mul);
    x ^= u64(w[1] * factor);
    y = u64(y + v[0] * factor + fetch(s, at + 40));
    z = u64(rotateRight(u64(z + w[0]), 33n) * mul);
    v = weak(s, at, u64(v[1] * mul), u64(x + w[0]));
    w = weak(s, at + 32, u64(z + w[1]), u64(y + fetch(s, at + 16)));
    [z, x] = [x, z];
  };
  const end = Math.floor((n - 1) / 64) * 64;
  for (let at = 0; at < end; at += 64) round(at, K1, 1n);
  const mul = u64(K1 + ((z & 0xffn) << 1n));
  const w0 = u64(w[0] + BigInt((n - 1) & 63));
  const v0 = u64(v[0] + w0);
  v = [v0, v[1]];
  w = [u64(w0 + v0), w[1]];
  round(n - 64, mul, 9n);
  return mix(u64(mix(v[0], w[0], mul) + u64(shiftMix(y) * K0) + z), u64(mix(v[1], w[1], mul) + x), mul);
}

/** SipHash-2-4 under a key of two 64-bit numbers. */
export function sipHash(s: Uint8Array, key: Pair): bigint {
  let v0 = u64(key[0]) ^ 0x736f6d6570736575n;
  let v1 = u64(key[1]) ^ 0x646f72616e646f6dn;
  let v2 = u64(key[0]) ^ 0x6c7967656e657261n;
  let v3 = u64(key[1]) ^ 0x7465646279746573n;
  const round = (): void => {
    v0 = u64(v0 + v1);
    v1 = rotateLeft(v1, 13n) ^ v0;
    v0 = rotateLeft(v0, 32n);
    v2 = u64(v2 + v3);
    v3 = rotateLeft(v3, 16n) ^ v2;
    v0 = u64(v0 + v3);
    v3 = rotateLeft(v3, 21n) ^ v0;
    v2 = u64(v2 + v1);
    v1 = rotateLeft(v1, 17n) ^ v2;
    v2 = rotateLeft(v2, 32n);
  };
  const take = (m: bigint): void => {
    v3 ^= m;
    round();
    round();
    v0 ^= m;
  };
  const whole = s.length & ~7;
  for (let at = 0; at < whole; at += 8) take(fetch(s, at));
  take(fetch(s, whole, s.length - whole) | (BigInt(s.length & 255) << 56n));
  v2 ^= 0xffn;
  for (let i = 0; i < 4; i++) round();
  return v0 ^ v1 ^ v2 ^ v3;
}

/** TensorFlow's own Hash64, with its default seed. */
export function hash64(s: Uint8Array): bigint {
  const m = 0xc6a4a7935bd1e995n;
  let h = 0xdecafcaffen ^ u64(BigInt(s.length) * m);
  let at = 0;
  for (; s.length - at >= 8; at += 8) {
    let k = u64(fetch(s, at) * m);
    k = u64((k ^ (k >> 47n)) * m);
    h = u64((h ^ k) * m);
  }
  if (at < s.length) h = u64((h ^ fetch(s, at, s.length - at)) * m);
  h = u64((h ^ (h >> 47n)) * m);
  return h ^ (h >> 47n);
}

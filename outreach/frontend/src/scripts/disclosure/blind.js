// RSA blind signatures in the browser (RFC 9474, RSABSSA-SHA384-PSS-Deterministic): the server signs a token
// without seeing it. What is secret here (the blinding) lives for a moment in this page and nowhere else.
const EXPONENT = 65537n;
const SALT = 48;

export const toBytes = (number, length) => {
  const hex = number.toString(16).padStart(2 * length, "0");
  return Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
};
export const toNumber = (bytes) => BigInt("0x" + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""));

export const random = (length) => crypto.getRandomValues(new Uint8Array(length));

const sha384 = async (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-384", all));
};

export function power(base, exponent, n) {
  let result = 1n;
  for (base %= n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % n;
    base = (base * base) % n;
  }
  return result;
}

// The inverse modulo n; undefined if there is none.
export function inverse(number, n) {
  let [a, b, x, y] = [number % n, n, 1n, 0n];
  while (b) {
    const quotient = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return a === 1n ? ((x % n) + n) % n : undefined;
}

// MGF1 (RFC 8017, B.2.1)
async function mask(seed, length) {
  const found = new Uint8Array(length);
  for (let at = 0, counter = 0; at < length; at += 48, counter++) {
    const block = await sha384(seed, toBytes(BigInt(counter), 4));
    found.set(block.subarray(0, length - at), at);
  }
  return found;
}

// EMSA-PSS-ENCODE (RFC 8017, 9.1.1)
export async function encode(message, n, salt) {
  const bits = n.toString(2).length - 1;
  const length = Math.ceil(bits / 8);
  const digest = await sha384(new Uint8Array(8), await sha384(message), salt);
  const block = new Uint8Array(length - digest.length - 1);
  block[block.length - salt.length - 1] = 1;
  block.set(salt, block.length - salt.length);
  const over = await mask(digest, block.length);
  const result = new Uint8Array(length);
  result.set(block.map((byte, at) => byte ^ over[at]));
  result[0] &= 0xff >> (8 * length - bits);
  result.set(digest, block.length);
  result[length - 1] = 0xbc;
  return result;
}

// Evenly from 2 … n - 1: what is too big is drawn again.
function drawn(n) {
  const length = Math.ceil(n.toString(2).length / 8);
  for (;;) {
    const number = toNumber(random(length));
    if (number > 1n && number < n) return number;
  }
}

// {blinded, finish}: send `blinded`, give what comes back to `finish`; it throws if that is no signature.
// `salt` and `r` are given in tests only.
export async function blind(message, n, salt = random(SALT), r = drawn(n)) {
  const length = Math.ceil(n.toString(2).length / 8);
  const encoded = toNumber(await encode(message, n, salt));
  const undo = inverse(r, n);
  if (undo === undefined || inverse(encoded, n) === undefined) throw new Error("the key is broken");
  return {
    blinded: toBytes((encoded * power(r, EXPONENT, n)) % n, length),
    finish(signed) {
      const signature = (toNumber(signed) * undo) % n;
      if (power(signature, EXPONENT, n) !== encoded) throw new Error("not signed");
      return toBytes(signature, length);
    },
  };
}

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { seal, unseal } from "./sealed";

const ours = { orgId: "0b5c63d0-0000-4000-8000-000000000001", purpose: "a webhook" };
const secret = "https://hooks.example.com/services/T0/B0/secret-part-9f3a";

beforeEach(() => {
  vi.stubEnv("THROUGHLINE_SECRET", "a secret of this server");
  vi.stubEnv("NEXTAUTH_SECRET", "what sessions are signed with");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test("what is sealed opens again for the same organisation and purpose, and for no other", () => {
  const sealed = seal(secret, ours);
  expect(sealed).toMatch(/^v1\.[\w-]+$/);
  expect(Buffer.from(sealed.slice(3), "base64url").toString("latin1")).not.toContain("secret-part");
  expect(unseal(sealed, ours)).toBe(secret);
  expect(unseal(sealed, { ...ours, orgId: "0b5c63d0-0000-4000-8000-000000000002" })).toBeNull();
  expect(unseal(sealed, { ...ours, purpose: "a password" })).toBeNull();
});

test("the same secret is stored the same way within an organisation, another one and another's differ whole", () => {
  const sealed = seal(secret, ours);
  expect(seal(secret, ours)).toBe(sealed);
  for (const other of [seal(`${secret}b`, ours), seal(secret, { ...ours, orgId: "another" })])
    expect(other.slice(3, 19)).not.toBe(sealed.slice(3, 19));
});

test("what was changed, cut, of another format or sealed with another key does not open", () => {
  const sealed = seal(secret, ours);
  const bytes = Buffer.from(sealed.slice(3), "base64url");
  for (const at of [0, 13, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(`v1.${changed.toString("base64url")}`, ours)).toBeNull();
  }
  for (const odd of ["", secret, "v1.", "v1.AAAA", sealed.replace("v1", "v2")]) expect(unseal(odd, ours)).toBeNull();
  vi.stubEnv("THROUGHLINE_SECRET", "another secret");
  expect(unseal(sealed, ours)).toBeNull();
});

test("without a secret of its own the key comes from what sessions are signed with, and without that nothing is kept", () => {
  const own = seal(secret, ours);
  vi.stubEnv("THROUGHLINE_SECRET", "");
  expect(unseal(own, ours)).toBeNull();
  expect(unseal(seal(secret, ours), ours)).toBe(secret);
  vi.stubEnv("NEXTAUTH_SECRET", "");
  expect(() => seal(secret, ours)).toThrow(/THROUGHLINE_SECRET/);
  expect(unseal(own, ours)).toBeNull();
});
